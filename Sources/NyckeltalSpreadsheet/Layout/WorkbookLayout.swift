import NyckeltalReports

/// A workbook with everything in its place: every sheet, and where each statement stands and is used.
struct WorkbookLayout: Sendable {
  var sheets: [SheetLayout]
  /// The home of each statement, as the target of a link.
  private var homes: [Int: String] = [:]
  /// The first cell that rests on each statement.
  private var uses: [Int: (target: String, words: String)] = [:]

  init(_ report: Report) throws(SpreadsheetError) {
    sheets = []
    var used: Set<String> = []
    var rangeNames: Set<String> = []
    let subtitle = [report.title, report.subtitle].compactMap(\.self).joined(separator: ", ")
    let longest = report.sheets.map(\.title).max { $0.count < $1.count } ?? ""
    let sample = "\(longest)\u{A0}M000"
    for sheet in report.sheets {
      let name = try SheetName(sheet.title, used: used)
      used.insert(name.string.lowercased())
      var layout = SheetLayout(name: name, purpose: sheet.purpose)
      if sheet.blocks.count == 1, case .table(let table)? = sheet.blocks.first {
        TableLayout(table: table, language: report.language, useSample: sample)
          .add(to: &layout, title: sheet.title, subtitle: subtitle)
      } else if SummaryLayout.canHold(sheet) {
        SummaryLayout(report: report, sheet: sheet).add(to: &layout)
      } else {
        StackedLayout(sheet: sheet, language: report.language, useSample: sample)
          .add(to: &layout, subtitle: subtitle)
      }
      if layout.headerRow != nil, layout.last.row > layout.headerRow ?? 0 {
        let name = try DefinedName(title: sheet.title)
        // Two titles may become the same name; the first keeps it.
        if rangeNames.insert(name.string.lowercased()).inserted { layout.rangeName = name }
      }
      sheets.append(layout)
    }
    linkKeyFigures()
    for layout in sheets {
      for (number, address) in layout.anchors {
        homes[number] = "\(layout.name.quoted)!\(address)"
      }
    }
    // A figure in its table says more than the same figure on the summary.
    let isTable = { (layout: SheetLayout) in
      layout.purpose != .summary && layout.purpose != .sources && layout.purpose != .data
    }
    for layout in sheets.filter(isTable) + sheets.filter({ $0.purpose == .summary }) {
      for cell in layout.cells {
        for number in cell.sources where uses[number] == nil {
          let address = CellAddress(row: cell.row, column: cell.column)
          uses[number] = (
            "\(layout.name.quoted)!\(address)", "\(layout.name.string)\u{A0}\(address)"
          )
        }
      }
    }
  }

  /// Makes the key figures of a summary refer to the same figures in the tables, so that they follow
  /// when somebody changes those.
  private mutating func linkKeyFigures() {
    struct Figure: Hashable {
      var source: Int
      var value: Double
    }
    var places: [Figure: String] = [:]
    for layout in sheets where layout.purpose != .summary && layout.list == nil {
      for cell in layout.cells {
        guard case .number(let value) = cell.content, let source = cell.sources.first,
          cell.style.horizontal == .right
        else { continue }
        let figure = Figure(source: source, value: value)
        if places[figure] != nil { continue }
        places[figure] =
          "\(layout.name.quoted)!\(CellAddress(row: cell.row, column: cell.column))"
      }
    }
    for sheet in sheets.indices where sheets[sheet].purpose == .summary {
      for index in sheets[sheet].cells.indices {
        let cell = sheets[sheet].cells[index]
        guard case .number(let value) = cell.content, cell.style.size >= Self.keyFigureSize,
          let source = cell.sources.first,
          let place = places[Figure(source: source, value: value)]
        else { continue }
        sheets[sheet].cells[index].content = .formula("=\(place)", cached: value)
      }
    }
  }

  /// Key figures are written in at least this size; a chart's own numbers are smaller, and stay
  /// numbers: its cached picture is made from them.
  private static let keyFigureSize = 16.0

  /// Where a link leads; `nil` where the report has no such place.
  func target(_ link: ReportCell.Link) -> String? {
    switch link {
    case .source(let number): homes[number]
    case .use(let number): uses[number]?.target
    }
  }

  /// The name of the place that a link leads to, for a cell that has no words of its own.
  func words(_ link: ReportCell.Link) -> String? {
    switch link {
    case .source: nil
    case .use(let number): uses[number]?.words
    }
  }
}
