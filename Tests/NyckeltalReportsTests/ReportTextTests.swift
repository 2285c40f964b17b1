import Foundation
import NyckeltalModel
import NyckeltalReports
import Testing

/// Texts are compared with files; `NYCKELTAL_RECORD=1 swift test` writes them anew, and fails.
struct ReportTextTests {
  static let reports: [(name: String, subject: ReportSubject, language: ReportLanguage)] = [
    ("tertial-sv", .tertial(1, year: 2015), .swedish),
    ("tertial-en", .tertial(1, year: 2015), .english),
    ("year-sv", .year(2015), .swedish),
    ("compare-sv", .compare(2015, 2019), .swedish),
    ("compare-en", .compare(2015, 2019), .english),
    ("topic-sv", .topic(.budget), .swedish),
    ("nothing-sv", .tertial(3, year: 1999), .swedish),
  ]

  @Test(arguments: reports.indices)
  func textIsAsBefore(_ index: Int) throws {
    let (name, subject, language) = Self.reports[index]
    let text = TextRenderer().text(try Fixtures.report(subject, language: language))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["NYCKELTAL_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: reports.indices, [40, 72])
  func noLineIsTooLong(_ index: Int, _ width: Int) throws {
    let (_, subject, language) = Self.reports[index]
    let text = TextRenderer(width: width).text(try Fixtures.report(subject, language: language))
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test func copiedControlCharactersDoNotReachATerminal() throws {
    var observation = try Fixtures.observations()[1]
    observation.source.quote = "minst \u{1B}[2J7 000\u{7}\nplatser\u{A0}här"
    let builder = ReportBuilder(
      definition: try .builtIn(.tertial),
      catalogue: try Fixtures.catalogue()
    )
    let report = try builder.report(
      .tertial(1, year: 2015),
      from: [observation],
      documents: 1
    )
    let text = TextRenderer().text(report)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{A0}" })
  }

  @Test func theSameFactIsCountedOnceAndNamesAll() throws {
    let text = TextRenderer().text(try Fixtures.report(.topic(.budget)))
    let table = text.components(separatedBy: "ANSLAG OCH").last?.components(separatedBy: "KÄLLOR")
    #expect(table?.first?.components(separatedBy: "≲ 62 mnkr").count == 2)
    #expect(text.contains("enligt S, V och Fi"))
  }
}

struct ReportValueTests {
  @Test func achievementIsAFormulaWithItsValue() throws {
    let report = try Fixtures.report(.tertial(1, year: 2015))
    let sheet = try #require(report.sheets.first { $0.purpose == .followUp })
    guard case .table(let table)? = sheet.blocks.first else {
      Issue.record("the sheet has no table")
      return
    }
    let rows = table.sections.flatMap(\.rows)
    let shares = rows.compactMap { table.number(in: $0, column: "achievement") }
    #expect(shares.contains { ($0 - 5_400.0 / 7_000).magnitude < 1e-12 })
    #expect(shares.contains { ($0 - 6.5 / 7.1).magnitude < 1e-12 })
  }

  @Test func everyStatementIsNumberedAndHasARow() throws {
    let report = try Fixtures.report(.compare(2015, 2019))
    #expect(report.statements.map(\.number) == Array(1...report.statements.count))
    let sheet = try #require(report.sheets.first { $0.purpose == .sources })
    guard case .table(let table)? = sheet.blocks.first else { return }
    #expect(table.sections.flatMap(\.rows).compactMap(\.anchor) == report.statements.map(\.number))
  }

  @Test func formulasInACircleHaveNoValue() {
    let style = NumberStyle()
    let column = { (id: String) in
      ReportTable.Column(id: id, title: id, content: .number, placement: .column)
    }
    let row = ReportTable.Row(cells: [
      ReportCell(.formula(.cell("b"), style)), ReportCell(.formula(.cell("a"), style)),
    ])
    let table = ReportTable(
      name: "t",
      columns: [column("a"), column("b")],
      sections: [.init(rows: [row])],
      emptyNote: ""
    )
    #expect(table.number(in: row, column: "a") == nil)
  }
}
