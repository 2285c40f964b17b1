import NyckeltalModel

/// Writes one section of a table; what a plain text puts below a row stands below its label.
struct PageTable {
  private let table: ReportTable
  private let section: ReportTable.Section
  private let figures: FigureText
  private let places: PagePlaces
  private let label: Int?
  private let shown: [Int]
  private let references: Int?

  init(
    table: ReportTable,
    section: ReportTable.Section,
    language: ReportLanguage,
    places: PagePlaces
  ) {
    self.table = table
    self.section = section
    self.places = places
    figures = FigureText(language: language)
    let inLine = table.columns.indices.filter { Self.isColumn(table.columns[$0]) }
    label = inLine.first ?? table.columns.indices.first
    references = table.columns.firstIndex { $0.placement == .references }
    shown = inLine.dropFirst().filter { column in
      section.rows.contains { row in
        column < row.cells.count && Self.isFilled(row.cells[column])
      }
    }
  }

  /// Appends the section; the index of its first row, counted over all tables of the page, becomes
  /// that of the next section's.
  func add(heading: String?, from index: inout Int, to page: inout PageText) {
    guard !table.columns.isEmpty else { return }
    if let heading { page.element("h3", [("style", PageStyle.section)], heading) }
    if let note = section.note { page.element("p", [("style", PageStyle.note)], note) }
    page.open("div", [("style", PageStyle.scroll)])
    page.open("table", [("style", PageStyle.table)])
    page.markup("\n<thead>\n<tr>\n")
    for column in [label].compactMap(\.self) + shown { head(table.columns[column], to: &page) }
    if let references { head(table.columns[references], to: &page) }
    page.markup("</tr>\n</thead>\n<tbody>\n")
    for row in section.rows {
      add(row, index, to: &page)
      index += 1
    }
    page.markup("</tbody>\n")
    page.close("table")
    page.close("div")
  }

  private func head(_ column: ReportTable.Column, to page: inout PageText) {
    page.element(
      "th",
      [("scope", "col"), ("style", PageStyle.head(column.content == .number))],
      column.title
    )
  }

  private func add(_ row: ReportTable.Row, _ index: Int, to page: inout PageText) {
    page.open("tr", [("style", PageStyle.row(isSpoken: row.isSpoken))])
    page.markup("\n")
    if let label { addLabel(label, row, index, to: &page) }
    for column in shown {
      let isRight = table.columns[column].content == .number
      page.open("td", [("style", PageStyle.cell(isRight))])
      if column < row.cells.count { add(row.cells[column], column, row, to: &page) }
      page.close("td")
    }
    if let references {
      page.open("td", [("style", PageStyle.cell(false))])
      if references < row.cells.count {
        places.marks(row.cells[references].sources, to: &page)
      }
      page.close("td")
    }
    page.markup("</tr>\n")
  }

  /// The label with its unit, and what has a line of its own; the anchors of what the row rests on.
  private func addLabel(
    _ label: Int,
    _ row: ReportTable.Row,
    _ rowIndex: Int,
    to page: inout PageText
  ) {
    var style = PageStyle.cell(false) + ";text-align:left"
    if row.level > 0 || row.isSpoken { style += ";font-weight:normal" }
    if row.level > 0 { style += ";padding-left:\(8 + min(row.level, 4) * 18)px" }
    page.open("th", [("scope", "row"), ("style", style)])
    for number in places.begun(at: rowIndex, row) {
      page.markup("<a id=\"u\(number)\" name=\"u\(number)\"></a>")
    }
    let words = label < row.cells.count ? text(row.cells[label], label, row) : ""
    page.text(words)
    for (index, column) in table.columns.enumerated() where index < row.cells.count {
      let cell = row.cells[index]
      let more = text(cell, index, row)
      guard index != label, !more.isEmpty, !shown.contains(index) else { continue }
      switch column.placement {
      case .suffix where !words.lowercased().contains(more.lowercased()):
        page.markup("<span style=\"\(PageStyle.detail)\">")
        page.text(", \(more)")
        page.markup("</span>")
      case .line(let prefix):
        detail(prefix, cell, more, to: &page)
      case .spokenLine(let prefix) where row.isSpoken:
        detail(prefix, cell, more, to: &page)
      default: break
      }
    }
    page.close("th")
  }

  private func detail(
    _ prefix: String,
    _ cell: ReportCell,
    _ words: String,
    to page: inout PageText
  ) {
    var style = PageStyle.detail
    if case .status(let status) = cell.content {
      style += ";color:\(PageStyle.color(status.level))"
    }
    page.markup("<br>")
    page.open("span", [("style", style)])
    page.text([prefix, words].filter { !$0.isEmpty }.joined(separator: " "))
    page.markup("</span>")
  }

  private func add(
    _ cell: ReportCell,
    _ column: Int,
    _ row: ReportTable.Row,
    to page: inout PageText
  ) {
    let words = text(cell, column, row)
    guard !words.isEmpty else { return }
    switch cell.content {
    case .status(let status):
      page.open("span", [("style", "color:\(PageStyle.color(status.level))")])
      page.text("● \(words)")
      page.markup("</span>")
    case .missing:
      page.open("span", [("style", PageStyle.muted)])
      page.text(words)
      page.markup("</span>")
    case .number, .formula, .text:
      guard table.columns[column].content == .number, case .source(let number)? = cell.link,
        places.has(number)
      else { return page.text(words) }
      page.open("a", [("href", "#k\(number)"), ("style", PageStyle.figureLink)])
      page.text(words)
      page.markup("</a>")
    case .empty: break
    }
  }

  private func text(_ cell: ReportCell, _ column: Int, _ row: ReportTable.Row) -> String {
    switch cell.content {
    case .empty: ""
    case .text(let words), .missing(let words): words
    case .status(let status): status.text
    case .number(let value, let style): figures.number(value, style)
    case .formula(_, let style):
      table.number(in: row, column: table.columns[column].id)
        .map { figures.number($0, style) } ?? ""
    }
  }

  private static func isColumn(_ column: ReportTable.Column) -> Bool {
    switch column.placement {
    case .column: true
    case .line: column.content == .status
    case .suffix, .spokenLine, .references, .hidden: false
    }
  }

  private static func isFilled(_ cell: ReportCell) -> Bool {
    switch cell.content {
    case .empty, .text(""): false
    default: true
    }
  }
}
