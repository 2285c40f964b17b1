import Foundation
import NyckeltalModel
import NyckeltalReports
import Testing

struct PageTests {
  @Test(arguments: ReportTextTests.reports.indices)
  func everyLinkLeadsToOnePlace(_ index: Int) throws {
    let (_, subject, language) = ReportTextTests.reports[index]
    let report = try Fixtures.report(subject, language: language)
    let page = PageRenderer().html(report)
    let ids = Self.values(of: " id", in: page)
    #expect(ids.count == Set(ids).count)
    let links = Self.values(of: " href", in: page)
    #expect(links.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
    for statement in report.statements { #expect(ids.contains("k\(statement.number)")) }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
  }

  @Test(arguments: ReportTextTests.reports.indices)
  func itNeedsNothingElse(_ index: Int) throws {
    let (_, subject, language) = ReportTextTests.reports[index]
    let page = PageRenderer().html(try Fixtures.report(subject, language: language))
    for word in ["<script", "<link", "<img", "http://", "https://", " class="] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(Self.unbalanced(page) == [])
  }

  @Test func figuresLeadToSourcesAndBack() throws {
    let page = PageRenderer().html(try Fixtures.report(.tertial(1, year: 2015)))
    #expect(page.contains("≥&nbsp;7&nbsp;000"))
    #expect(page.contains("<th scope=\"row\""))
    let back = Self.values(of: " href", in: page).filter { $0.hasPrefix("#u") }
    #expect(!back.isEmpty)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onload=\"x", "&amp;", "a\u{0}\u{7}\u{1B}b",
    "\u{FFFE}\u{1FFFF}", "\u{202E}omvänt", "</p></body>",
  ])
  func copiedTextStaysText(_ text: String) throws {
    let cell = ReportCell(.text(text), sources: [1])
    let table = ReportTable(
      name: "t",
      columns: [.init(id: "a", title: text, content: .label, placement: .column)],
      sections: [.init(title: text, note: text, rows: [.init(cells: [cell])])],
      emptyNote: text
    )
    let number = ReportCell(.number(1, NumberStyle()))
    let chart = ReportChart(
      title: text,
      categoryAxis: text,
      valueAxis: text,
      categories: [text],
      series: [.init(name: text, cells: [number])],
      alternativeText: text
    )
    let blocks: [ReportBlock] = [
      .keyFigures([KeyFigure(label: text, cell: number, comparison: text)]),
      .lines(heading: text, [ReportLine(text, sources: [1])]), .table(table), .chart(chart),
    ]
    let page = PageRenderer().html(
      Report(
        title: text,
        subtitle: text,
        basis: [text],
        legend: text,
        sheets: [ReportSheet(purpose: .other, title: text, blocks: blocks)]
      )
    )
    #expect(Self.unbalanced(page) == [])
    #expect(!page.contains("<script") && !page.contains("\" onload"))
    let isShown = page.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.value >= 0x20 && $0 != "\u{FFFE}" && $0 != "\u{202E}"
    }
    #expect(isShown)
  }

  private static func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: "\(attribute)=\"").dropFirst()
      .map { $0.components(separatedBy: "\"")[0] }
  }

  /// The elements that are not ended, or not where they should be.
  private static func unbalanced(_ page: String) -> [String] {
    var open: [String] = []
    for tag in page.components(separatedBy: "<").dropFirst() {
      let name = tag.prefix { $0 != " " && $0 != ">" }
      if ["!DOCTYPE", "meta", "br"].contains(name) { continue }
      if name.hasPrefix("/") {
        guard open.last == String(name.dropFirst()) else { return open + [String(name)] }
        open.removeLast()
      } else {
        open.append(String(name))
      }
    }
    return open
  }
}

struct DataRendererTests {
  @Test func rowsAreThoseOfTheReport() throws {
    let report = try Fixtures.report(.compare(2015, 2019))
    let lines = String(decoding: DataRenderer().csv(report), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(lines.first == Observation.csvColumns.joined(separator: ","))
    #expect(lines.dropFirst().elementsEqual(report.statements.map(\.observation.csvRow)))
    let json = String(decoding: DataRenderer().jsonLines(report), as: UTF8.self)
    #expect(json == report.statements.map(\.observation.jsonLine).joined())
  }

  @Test func excelsFormInSwedish() throws {
    var observation = Fixtures.observation("a", value: 2.5, quote: "en;\"två\"\ntre")
    observation.confidence = 0.75
    let report = Report(title: "", statements: [Statement(number: 1, observation: observation)])
    let style = CSVStyle(separator: .semicolon, hasDecimalComma: true, hasByteOrderMark: true)
    let bytes = DataRenderer(style: style).csv(report)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(";2,5;") && text.contains(";0,75;"))
    #expect(text.contains(";\"en;\"\"två\"\"\ntre\";"))
    #expect(CSVStyle(hasDecimalComma: true).row(["2,5", "b"]) == "\"2,5\",b")
    #expect(CSVStyle().number(.nan).isEmpty)
  }

  /// Lines are drawn, with the same values as the table below them, and whatever stands in names.
  @Test func linesAreDrawnWithTheirValues() {
    let number = { (value: Double) in
      ReportCell(.number(value, NumberStyle(suffix: .percent, decimals: 1)))
    }
    let chart = ReportChart(
      title: "Utveckling",
      categoryAxis: "Period",
      valueAxis: "Procent",
      categories: ["2014", "2015", "<2016>"],
      series: [
        .init(name: "a & b", cells: [number(6.1), .empty, number(6.6)]),
        .init(name: "c", cells: [number(5), number(5.5), number(6)]),
      ],
      alternativeText: "Linjer",
      shape: .lines
    )
    let sheet = ReportSheet(purpose: .other, title: "Eget", blocks: [.chart(chart)])
    let page = PageRenderer().html(Report(title: "Rapport", sheets: [sheet]))
    let drawing = page.components(separatedBy: "<svg").last?.components(separatedBy: "</svg>")[0]
    let text = (drawing ?? "").replacing("&nbsp;", with: " ")
    #expect(text.contains("role=\"img\" aria-label=\"Linjer\""))
    for words in ["6,1 %", "6,6 %", "5,5 %", "&lt;2016&gt;", "a &amp; b"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.components(separatedBy: "<circle").count == 6)
    // the gap of the first series leaves it without a line
    #expect(text.components(separatedBy: "<polyline").count == 2)
  }
}
