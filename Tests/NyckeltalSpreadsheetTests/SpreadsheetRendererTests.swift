import Foundation
import NyckeltalModel
import NyckeltalReports
import NyckeltalSpreadsheet
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

struct SpreadsheetRendererTests {
  static let subjects: [ReportSubject] = [
    .tertial(1, year: 2015), .year(2015), .compare(2015, 2019), .topic(.budget),
    .tertial(3, year: 1999),
  ]

  @Test(arguments: subjects)
  func theSameReportGivesTheSameBytes(_ subject: ReportSubject) throws {
    let report = try Fixtures.report(subject)
    #expect(try SpreadsheetRenderer().bytes(report) == SpreadsheetRenderer().bytes(report))
  }

  @Test func aLocaleWithDecimalCommaChangesNothing() throws {
    let report = try Fixtures.report(.compare(2015, 2019))
    let expected = try SpreadsheetRenderer().bytes(report)
    for name in ["sv_SE.UTF-8", "tr_TR.UTF-8"] {
      // Not every machine has every locale; those it has must not matter.
      guard let locale = newlocale(LC_NUMERIC_MASK | LC_CTYPE_MASK, name, nil) else { continue }
      let previous = uselocale(locale)
      defer {
        uselocale(previous)
        freelocale(locale)
      }
      #expect(try SpreadsheetRenderer().bytes(report) == expected)
    }
  }

  @Test func eightAtOnceAreAsOne() async throws {
    let report = try Fixtures.report(.tertial(1, year: 2015))
    let expected = try SpreadsheetRenderer().bytes(report)
    let all = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<8 { group.addTask { try SpreadsheetRenderer().bytes(report) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == expected })
  }

  @Test(.enabled(if: Workbook.canOpen)) func formulasKeepTheirValues() throws {
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Fixtures.report(.tertial(1, year: 2015)))
    )
    let sheet = workbook.text("xl/worksheets/sheet2.xml")
    let formulas = sheet.components(separatedBy: "<f>").dropFirst()
    #expect(!formulas.isEmpty)
    for formula in formulas {
      #expect(formula.contains("</f><v>0."), "\(formula.prefix(60))")
    }
    #expect(formulas.contains { $0.hasPrefix("E9/D9") || $0.contains("/D") })
    #expect(workbook.malformed.isEmpty)
  }

  @Test(.enabled(if: Workbook.canOpen)) func everyLinkLeadsToACell() throws {
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Fixtures.report(.compare(2015, 2019)))
    )
    let names = workbook.text("xl/workbook.xml").components(separatedBy: "<sheet name=\"")
      .dropFirst().map { $0.components(separatedBy: "\"")[0] }
    var count = 0
    for index in names.indices {
      let sheet = workbook.text("xl/worksheets/sheet\(index + 1).xml")
      for link in sheet.components(separatedBy: " location=\"").dropFirst() {
        let location = link.components(separatedBy: "\"")[0].replacing("&apos;", with: "'")
        let parts = location.components(separatedBy: "!")
        let target = names.firstIndex { "'\($0)'" == parts[0] }
        let there = workbook.text("xl/worksheets/sheet\((target ?? -1) + 1).xml")
        #expect(there.contains("<c r=\"\(parts[1])\""), "\(location)")
        count += 1
      }
    }
    #expect(count > 40)
  }

  @Test(.enabled(if: Workbook.canOpen)) func aChartHasDataTitlesAndWords() throws {
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Fixtures.report(.tertial(1, year: 2015)))
    )
    let chart = workbook.text("xl/charts/chart1.xml")
    #expect(chart.contains("<c:v>5400</c:v>"))
    #expect(chart.contains("Mål och utfall, tertial 1 2015"))
    #expect(chart.contains("Antal"))
    #expect(workbook.text("xl/drawings/drawing1.xml").contains("descr=\"Stapeldiagram"))
  }

  @Test(.enabled(if: Workbook.canOpen)) func sheetsAreReadyToPrint() throws {
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Fixtures.report(.tertial(1, year: 2015)))
    )
    for index in 1...5 {
      let sheet = workbook.text("xl/worksheets/sheet\(index).xml")
      #expect(sheet.contains("paperSize=\"9\""))
      #expect(sheet.contains("orientation=\"landscape\""))
      #expect(sheet.contains("fitToPage=\"1\""))
      #expect(sheet.contains("Sida &amp;P av &amp;N"))
      #expect(index == 1 || sheet.contains("state=\"frozen\""))
    }
    #expect(workbook.text("xl/workbook.xml").contains("_xlnm.Print_Titles"))
    #expect(workbook.text("docProps/core.xml").contains("2015-05-21T00:00:00Z"))
  }

  @Test func aFileIsReplacedOnlyByAWholeOne() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try Fixtures.report(.topic(.budget))
    let file = folder.appendingPathComponent("mål å.xlsx")
    try Data("gammal".utf8).write(to: file)
    try SpreadsheetRenderer().write(report, to: file)
    #expect(try Data(contentsOf: file) == SpreadsheetRenderer().bytes(report))

    let missing = folder.appendingPathComponent("finns-inte").appendingPathComponent("a.xlsx")
    let error = #expect(throws: SpreadsheetError.self) {
      try SpreadsheetRenderer().write(report, to: missing)
    }
    #expect(error?.code == .cannotWrite)
    #expect(error?.place == missing.path)
    #expect(throws: SpreadsheetError.self) { try SpreadsheetRenderer().write(report, to: folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mål å.xlsx"])
  }
}
