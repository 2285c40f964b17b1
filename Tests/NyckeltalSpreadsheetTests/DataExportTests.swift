import Foundation
import NyckeltalModel
import NyckeltalReports
import Testing

@testable import NyckeltalSpreadsheet

struct DataExportTests {
  private static let columns: [DataColumn] = [
    DataColumn(id: "quote", title: "Citat", content: .text { $0.source.quote }),
    DataColumn(id: "value", title: "Värde", content: .number(nil) { $0.value }),
    DataColumn(
      id: "confidence",
      title: "Säkerhet",
      content: .number(NumberStyle(suffix: .share, decimals: 1)) { $0.confidence }
    ),
    DataColumn(
      id: "product",
      title: "Kvot",
      content: .formula(.quotient(.cell("value"), .cell("confidence")), nil)
    ),
  ]

  private static func observation(_ quote: String, _ value: Double?) -> Observation {
    Observation(
      id: "",
      kind: .outcome,
      indicator: nil,
      topic: .sfi,
      measure: value.map { Measure(value: $0) },
      confidence: 0.5,
      source: Source(document: "a.txt", quote: quote, range: 0..<1, line: 1)
    )
  }

  private static func export(
    _ observations: [Observation],
    rowsPerSheet: Int = BulkSheet.mostRows,
    columns: [DataColumn] = columns
  ) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("data.xlsx")
    var export = DataExport(columns: columns)
    export.rowsPerSheet = rowsPerSheet
    try export.write(observations, to: file)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names == ["data.xlsx"])
    return try Data(contentsOf: file)
  }

  @Test(.enabled(if: Workbook.canOpen)) func rowsHaveValuesAndFormulas() throws {
    let bytes = try Self.export([Self.observation("fem", 2.5), Self.observation("utan", nil)])
    let workbook = try Workbook(bytes)
    let sheet = workbook.text("xl/worksheets/sheet1.xml")
    #expect(workbook.malformed.isEmpty)
    #expect(sheet.contains("<c r=\"B2\"><v>2.5</v></c>"))
    #expect(sheet.contains("<f>B2/C2</f><v>5</v>"))
    // A value that is missing is no 0, and no formula reckons with it.
    #expect(!sheet.contains("r=\"B3\"") && !sheet.contains("r=\"D3\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:D3\"/>"))
    #expect(sheet.contains("topLeftCell=\"A2\""))
  }

  @Test(.enabled(if: Workbook.canOpen)) func aFullSheetGoesOnToTheNext() throws {
    let observations = (0..<7).map { Self.observation("rad \($0)", Double($0)) }
    let workbook = try Workbook(Self.export(observations, rowsPerSheet: 4))
    #expect(workbook.malformed.isEmpty)
    for (sheet, rows) in [(1, 4), (2, 4), (3, 2)] {
      let text = workbook.text("xl/worksheets/sheet\(sheet).xml")
      #expect(text.components(separatedBy: "<row ").count - 1 == rows)
      #expect(text.contains("Citat"))
    }
    #expect(workbook.text("xl/workbook.xml").contains("name=\"Data 3\""))
  }

  @Test(.enabled(if: Workbook.canOpen)) func hostileTextIsWellFormed() throws {
    let observations = HostileTextTests.texts.map { Self.observation($0, 1) }
    let workbook = try Workbook(Self.export(observations))
    #expect(workbook.malformed.isEmpty)
    let sheet = workbook.text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<t>=cmd|' /C calc'!A0</t>"))
    #expect(sheet.contains("_x005F_x0041_"))
    #expect(!sheet.contains("\u{FFFE}"))
  }

  @Test func theSameObservationsGiveTheSameBytesInEveryLocale() throws {
    let observations = (0..<40).map { Self.observation("åäö \($0)", Double($0) / 7) }
    let expected = try Self.export(observations, columns: DataColumn.standard(.swedish))
    for name in ["sv_SE.UTF-8", "tr_TR.UTF-8"] {
      try withLocale(name) {
        let bytes = try Self.export(observations, columns: DataColumn.standard(.swedish))
        #expect(bytes == expected)
      }
    }
  }

  @Test func whatStopsTheRowsLeavesNoFile() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: CancellationError.self) {
      try DataExport().write(to: folder.appendingPathComponent("a.xlsx")) { add in
        try add(Self.observation("en", 1))
        throw CancellationError()
      }
    }
    let missing = folder.appendingPathComponent("nowhere/a.xlsx")
    let error = #expect(throws: SpreadsheetError.self) {
      try DataExport().write([Self.observation("en", 1)], to: missing)
    }
    #expect(error?.place == missing.path && error?.code == .cannotWrite)
    let column = DataColumn(id: "a", title: "a", content: .formula(.cell("b"), nil))
    #expect(throws: SpreadsheetError.self) {
      try DataExport(columns: [column]).write([], to: folder.appendingPathComponent("b.xlsx"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func roomIsAskedForBeforeItIsTaken() throws {
    let room = TemporaryRoom(folder: FileManager.default.temporaryDirectory.path)
    try room.check(bytes: 1)
    let error = #expect(throws: SpreadsheetError.self) { try room.check(bytes: .max) }
    #expect(error?.code == .cannotWrite)
  }

  @Test func formulasOfManyRows() throws {
    let expression = ReportExpression.quotient(
      .difference(.cell("b"), .cell("a")),
      .absolute(.cell("a"))
    )
    let formula = try #require(BulkFormula(expression) { $0 == "a" ? 0 : 27 })
    var text: [CChar] = []
    for (row, expected) in [(0, "=(AB1-A1)/ABS(A1)"), (99, "=(AB100-A100)/ABS(A100)")] {
      formula.write(row: row, to: &text)
      #expect(text.map { UInt8(bitPattern: $0) } == Array(expected.utf8) + [0])
    }
    #expect(BulkFormula(expression) { _ in nil } == nil)
  }

  @Test(arguments: 0..<8) func whatIsCleanStaysAsItIs(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let pieces = [
      "a", "å", "_", "x", "0041_", "\u{85}", "\u{A0}", "§", "\u{FFFD}", "\u{FFFE}", "\u{1}", "≈",
      "😀", "\u{1FFFE}", "\n", "\t", "”", "ÿ", "\u{7F}", "x005F_", "þ", "\u{3FBF}", "\u{FBF}",
    ]
    for _ in 0..<2_000 {
      let text = (0..<6).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pieces[Int(state >> 33) % pieces.count]
      }
      .joined()
      if CleanText.isClean(text) { #expect(CleanText(text).string == text) }
    }
    #expect(CleanText.isClean("Sökande till sommarjobb § 8 – ”15 900”"))
  }

  private func withLocale(_ name: String, _ body: () throws -> Void) rethrows {
    // Not every machine has every locale; those it has must not matter.
    guard let locale = newlocale(LC_NUMERIC_MASK | LC_CTYPE_MASK, name, nil) else { return }
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    try body()
  }
}

struct LongListTests {
  @Test(.enabled(if: Workbook.canOpen)) func aLongListIsBulkAndTheOtherSheetsAreNot() throws {
    let count = SheetLayout.List.bulkLimit + 1
    var report = try Fixtures.report(.tertial(1, year: 2015))
    let index = try #require(report.sheets.firstIndex { $0.purpose == .data })
    guard case .table(var table)? = report.sheets[index].blocks.first else { return }
    let rows = table.sections.flatMap(\.rows)
    table.sections = [
      ReportTable.Section(rows: (0..<count).map { rows[$0 % rows.count] })
    ]
    report.sheets[index].blocks = [.table(table)]
    let bytes = try SpreadsheetRenderer().bytes(report)
    #expect(try SpreadsheetRenderer().bytes(report) == bytes)
    let workbook = try Workbook(bytes)
    #expect(workbook.malformed.isEmpty)
    let data = workbook.text("xl/worksheets/sheet\(index + 1).xml")
    #expect(data.contains("t=\"inlineStr\""))
    #expect(data.components(separatedBy: "<row ").count - 1 == count + 4)
    #expect(data.components(separatedBy: "<hyperlink ").count - 1 == count)
    #expect(!workbook.text("xl/worksheets/sheet2.xml").contains("inlineStr"))
    #expect(workbook.text("xl/charts/chart1.xml").contains("<c:v>5400</c:v>"))
  }
}
