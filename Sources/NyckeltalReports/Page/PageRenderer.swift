import NyckeltalModel

/// Writes a report as one HTML page that needs nothing else: no script, no picture, no file of styles.
///
/// The page is read in a browser or as the body of an email (its styles stand in the elements, its
/// layout in tables, which Outlook and Gmail keep). Every figure leads to its source and back.
public struct PageRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The report as HTML, to be stored in UTF-8.
  public func html(_ report: Report) -> String {
    let phrases = report.language.phrases
    let places = PagePlaces(report)
    let title = [report.title, report.subtitle].compactMap(\.self).joined(separator: ", ")
    var page = PageText()
    page.markup("<!DOCTYPE html>\n")
    page.open("html", [("lang", report.language.rawValue)])
    page.markup("\n<head>\n<meta charset=\"utf-8\">\n")
    page.markup("<meta name=\"generator\" content=\"Nyckeltal\">\n")
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.element("title", [], title)
    page.markup("<style>\n\(PageStyle.sheetOfMedia)</style>\n")
    page.markup("</head>\n")
    page.open("body", [("style", PageStyle.body)])
    page.open("div", [("style", PageStyle.page)])
    page.markup("\n")
    page.element("h1", [("style", PageStyle.title)], report.title)
    if let subtitle = report.subtitle {
      page.element("p", [("style", PageStyle.subtitle)], subtitle)
    }
    let basis = (report.basis + [report.legend]).filter { !$0.isEmpty }
    if !basis.isEmpty {
      page.element("p", [("style", PageStyle.basis)], basis.joined(separator: " "))
    }
    var row = 0
    for sheet in report.sheets where Self.isShown(sheet) {
      page.element("h2", [("style", PageStyle.sheet)], sheet.title)
      for block in sheet.blocks { add(block, report, places, from: &row, to: &page) }
    }
    if !report.statements.isEmpty {
      page.element("h2", [("style", PageStyle.sheet)], phrases.sourcesHeading)
      PageSources(report: report, places: places).add(to: &page)
    }
    page.markup("</div>\n</body>\n</html>\n")
    return page.html
  }

  /// The statements stand at the end, with their anchors; the tidy table is for programs.
  static func isShown(_ sheet: ReportSheet) -> Bool {
    sheet.purpose != .sources && sheet.purpose != .data
  }

  private func add(
    _ block: ReportBlock,
    _ report: Report,
    _ places: PagePlaces,
    from row: inout Int,
    to page: inout PageText
  ) {
    switch block {
    case .keyFigures(let figures):
      PageCards(language: report.language, places: places).add(figures, to: &page)
    case .lines(let heading, let lines):
      page.element("h3", [("style", PageStyle.section)], heading)
      add(lines, places, to: &page)
    case .table(let table):
      guard table.rowCount > 0 else {
        page.element("p", [("style", PageStyle.note)], table.emptyNote)
        return
      }
      for section in table.sections {
        PageTable(table: table, section: section, language: report.language, places: places)
          .add(heading: section.title, from: &row, to: &page)
      }
    case .chart(let chart):
      PageChart(chart: chart, language: report.language).add(to: &page)
    }
  }

  private func add(_ lines: [ReportLine], _ places: PagePlaces, to page: inout PageText) {
    page.open("ul", [("style", PageStyle.list)])
    page.markup("\n")
    for line in lines {
      var style = PageStyle.item
      if line.isRemark { style += ";color:\(PageStyle.color(.attention))" }
      page.open("li", [("style", style)])
      page.text(line.text)
      places.marks(line.sources, to: &page)
      page.close("li")
    }
    page.close("ul")
  }
}

/// Where each statement stands on a page, and which row of a table is the first to rest on it.
struct PagePlaces {
  private let numbers: Set<Int>
  /// The first row that rests on each statement, counted over all tables from 0.
  private let firstRows: [Int: Int]

  init(_ report: Report) {
    numbers = Set(report.statements.map(\.number))
    var firstRows: [Int: Int] = [:]
    var index = 0
    for sheet in report.sheets where PageRenderer.isShown(sheet) {
      for case .table(let table) in sheet.blocks where !table.columns.isEmpty {
        for row in table.sections.lazy.flatMap(\.rows) {
          for number in row.cells.lazy.flatMap(\.sources) where firstRows[number] == nil {
            firstRows[number] = index
          }
          index += 1
        }
      }
    }
    self.firstRows = firstRows
  }

  /// Whether the page has the statement.
  func has(_ number: Int) -> Bool { numbers.contains(number) }

  /// Whether a row of a table rests on the statement.
  func isUsed(_ number: Int) -> Bool { firstRows[number] != nil }

  /// The statements that a row is the first to rest on.
  func begun(at index: Int, _ row: ReportTable.Row) -> [Int] {
    Set(row.cells.flatMap(\.sources)).filter { firstRows[$0] == index }.sorted()
  }

  /// The numbers in brackets, each a link to its source.
  func marks(_ sources: [Int], to page: inout PageText) {
    for number in sources where has(number) {
      page.markup(" ")
      page.open("a", [("href", "#k\(number)"), ("style", PageStyle.link)])
      page.markup("[\(number)]</a>")
    }
  }
}
