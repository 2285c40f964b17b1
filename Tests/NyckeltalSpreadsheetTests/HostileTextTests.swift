import Foundation
import NyckeltalModel
import NyckeltalReports
import Testing

@testable import NyckeltalSpreadsheet

struct HostileTextTests {
  static let texts = [
    "bell \u{7} escape \u{1B} nul \u{0} unit \u{1F}", "ends \u{FFFE}\u{FFFF}\u{1FFFE}",
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "_x0041_ and _x000D_", "<b>&amp;\"'</b>",
    String(repeating: "å", count: 40_000), "a\u{301}\u{200B}\u{202E}", "\u{85}\u{9F}",
  ]

  @Test(.enabled(if: Workbook.canOpen), arguments: texts.indices)
  func everyPartIsWellFormed(_ index: Int) throws {
    let text = Self.texts[index]
    let cell = ReportCell(.text(text), sources: [1])
    let table = ReportTable(
      name: "t",
      columns: [
        .init(id: "a", title: text, content: .label, placement: .column),
        .init(id: "b", title: "b", content: .text, placement: .column),
      ],
      sections: [.init(title: text, rows: [.init(cells: [cell, cell], anchor: 1)])],
      emptyNote: text
    )
    let chart = ReportChart(
      title: text,
      categoryAxis: text,
      valueAxis: text,
      categories: [text],
      series: [.init(name: text, cells: [ReportCell(.number(1, NumberStyle()))])],
      alternativeText: text
    )
    let figure = KeyFigure(
      label: text,
      cell: ReportCell(.number(1, NumberStyle())),
      comparison: text
    )
    let report = Report(
      title: text,
      subtitle: text,
      basis: [text],
      legend: text,
      sheets: [
        ReportSheet(
          purpose: .summary,
          title: "Överblick å ä ö 'citat' 31 tkn",
          blocks: [
            .keyFigures([figure]), .lines(heading: text, [ReportLine(text, sources: [1])]),
            .chart(chart),
          ]
        ),
        ReportSheet(purpose: .other, title: "A&B <1>", blocks: [.table(table)]),
      ]
    )
    let workbook = try Workbook(SpreadsheetRenderer().bytes(report))
    #expect(workbook.malformed.isEmpty)
    #expect(!workbook.text("xl/worksheets/sheet2.xml").contains("<f>"))
  }

  @Test func whatLooksLikeAnEscapeIsWrittenAsText() {
    #expect(CleanText("_x0041_").string == "_x005F_x0041_")
    #expect(CleanText("a_x_b_x00zz_").string == "a_x_b_x00zz_")
    #expect(CleanText("snake_case").string == "snake_case")
  }

  @Test func longTextsAreCutWithAMark() {
    let long = CleanText(String(repeating: "å", count: 40_000)).string
    #expect(long.utf16.count == 32_767)
    #expect(long.hasSuffix("…"))
    let whole = String(repeating: "å", count: 32_767)
    #expect(CleanText(whole).string == whole)
  }

  @Test(arguments: [
    "", String(repeating: "ö", count: 32), "a/b", "a:b", "[a]", "'a", "a'", "a\u{7}", "a?", "a*",
    "History",
  ])
  func sheetNamesThatExcelRefuses(_ name: String) {
    #expect(throws: SpreadsheetError.self) { try SheetName(name) }
  }

  @Test func sheetNamesDifferInMoreThanCase() throws {
    #expect(throws: SpreadsheetError.self) { try SheetName("Åre", used: ["åre"]) }
    #expect(try SheetName(String(repeating: "ö", count: 31)).string.count == 31)
    #expect(try SheetName("L'Île").quoted == "'L''Île'")
  }

  @Test(arguments: ["A1", "R1C1", "r", "1a", "a b", "", "XFD1048576"])
  func definedNamesThatExcelRefuses(_ name: String) {
    #expect(throws: SpreadsheetError.self) { try DefinedName(name) }
  }

  @Test(arguments: [("Uppföljning", "Uppföljning"), ("A1", "T_A1"), ("Mål 2015", "Mål_2015")])
  func titlesBecomeDefinedNames(_ title: String, _ name: String) throws {
    #expect(try DefinedName(title: title).string == name)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func onlyFiniteNumbersAreWritten(_ value: Double) {
    let error = #expect(throws: SpreadsheetError.self) { try FiniteNumber(value, place: "A1") }
    #expect(error?.code == .notFinite)
  }
}

struct LayoutTests {
  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnLetters(_ column: Int, _ letters: String) {
    #expect(CellAddress.letters(column) == letters)
  }

  @Test(arguments: [
    (NumberStyle(qualifier: .about), "\"≈ \"#,##0;\"≈ \"\"−\"#,##0"),
    (NumberStyle(suffix: .percent, decimals: 1), "0.0\" \"%"),
    (NumberStyle(suffix: .share), "#,##0\" \"%"),
    (
      NumberStyle(qualifier: .almost, suffix: .millionsOfKronor),
      "\"≲ \"#,##0,,\" mnkr\";\"≲ \"\"−\"#,##0,,\" mnkr\""
    ),
    (
      NumberStyle(suffix: .percentagePoints, decimals: 1, isSigned: true),
      "+#,##0.0\" %-enheter\";\"−\"#,##0.0\" %-enheter\";#,##0.0\" %-enheter\""
    ),
  ])
  func numberFormats(_ style: NumberStyle, _ format: String) {
    #expect(style.excelFormat(.swedish).replacing("\u{A0}", with: " ") == format)
    #expect(style.excelFormat(.swedish).utf8.count <= 127)
  }

  @Test func formulasPutParenthesesWhereTheyAreNeeded() {
    let change = ReportExpression.quotient(
      .difference(.cell("b"), .cell("a")),
      .absolute(.cell("a"))
    )
    #expect(change.formula { "\($0.uppercased())1" } == "=(B1-A1)/ABS(A1)")
    #expect(change.formula { $0 == "a" ? "A1" : nil } == nil)
    #expect(change.value { $0 == "a" ? -10 : 5 } == 1.5)
  }

  @Test(arguments: SpreadsheetRendererTests.subjects)
  func wrappedTextHasRoom(_ subject: ReportSubject) throws {
    let layout = try WorkbookLayout(Fixtures.report(subject))
    for sheet in layout.sheets where sheet.purpose != .data {
      for cell in sheet.cells where cell.style.isWrapped {
        guard case .text(let text) = cell.content else { continue }
        let width = sheet.widths[cell.column...cell.lastColumn]
          .reduce(0) { $0 + TextMetrics.points($1) }
        let lines = TextMetrics.lines(
          text,
          in: width - 6,
          size: cell.style.size,
          isBold: cell.style.isBold
        )
        let height = sheet.heights[cell.row] ?? 15
        #expect(
          height >= TextMetrics.height(lines: lines, size: cell.style.size) - 0.01,
          "\(sheet.name.string): \(text)"
        )
      }
    }
  }

  @Test(arguments: SpreadsheetRendererTests.subjects)
  func numbersHaveRoom(_ subject: ReportSubject) throws {
    let layout = try WorkbookLayout(Fixtures.report(subject))
    for sheet in layout.sheets where sheet.purpose == .followUp || sheet.purpose == .comparison {
      for cell in sheet.cells {
        guard case .number(let value) = cell.content else { continue }
        let needed = TextMetrics.width("≈ \(Int(value.magnitude))", size: cell.style.size)
        #expect(value >= 1_000_000 || TextMetrics.points(sheet.widths[cell.column]) >= needed)
      }
    }
  }

  @Test func datesAreDaysSince1970() {
    #expect(WorkbookWriter.seconds("1970-01-01") == 946_684_800)
    #expect(WorkbookWriter.seconds("2000-01-01") == 946_684_800)
    #expect(WorkbookWriter.seconds("2015-05-21") == 1_432_166_400)
    #expect(WorkbookWriter.seconds(nil) == 946_684_800)
  }
}
