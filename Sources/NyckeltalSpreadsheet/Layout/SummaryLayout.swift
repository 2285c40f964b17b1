import NyckeltalReports

/// Lays out the sheet that is read first: cards of key figures, a chart beside the most important
/// in sentences, what is missing.
struct SummaryLayout {
  var report: Report
  var sheet: ReportSheet

  /// The columns of cards; narrow ones between keep the cards apart.
  static let cardColumns = [1, 3, 5]
  private static let widths = [1.5, 48, 2, 48, 2, 50, 8]
  /// The column of sentences beside a chart.
  static let sideColumn = 5
  /// The column of the numbers of sources.
  static let referenceColumn = 6
  /// The least height of a chart, and the most that sentences beside it make of it.
  static let leastChartHeight = 190.0
  static let mostChartHeight = 260.0

  /// Whether all that a sheet has finds its place here: at most one chart, and no table.
  static func canHold(_ sheet: ReportSheet) -> Bool {
    var charts = 0
    for block in sheet.blocks {
      switch block {
      case .table: return false
      case .chart: charts += 1
      case .keyFigures, .lines: break
      }
    }
    return charts <= 1
  }

  func add(to layout: inout SheetLayout) {
    layout.widths = Self.widths
    var row = addTitle(to: &layout)
    let chart = sheet.blocks.lazy.compactMap { block -> ReportChart? in
      if case .chart(let chart) = block { chart } else { nil }
    }.first
    var isChartPlaced = false
    for block in sheet.blocks {
      switch block {
      case .keyFigures(let figures):
        addCards(figures, at: &row, to: &layout)
      case .lines(let heading, let lines):
        if let chart, !isChartPlaced {
          isChartPlaced = true
          add(chart, beside: (heading, lines), at: &row, to: &layout)
        } else {
          addLines(heading, lines, from: 1, at: &row, to: &layout)
        }
      case .chart, .table:
        break
      }
    }
    if let chart {
      if !isChartPlaced { add(chart, beside: nil, at: &row, to: &layout) }
      addFigures(of: chart, at: &row, to: &layout)
    }
    let height = (0...row).reduce(0) { $0 + (layout.heights[$1] ?? 15) }
    layout.fitsOnePage = SheetLayout.fitsOnePage(
      width: Self.widths.reduce(0) { $0 + TextMetrics.points($1) },
      height: height
    )
  }

  private func addTitle(to layout: inout SheetLayout) -> Int {
    layout.add(
      .text(report.title),
      row: 0,
      column: 1,
      CellStyle(size: 22, isBold: true, color: Palette.accent)
    )
    layout.heights[0] = 36
    var row = 1
    if let subtitle = report.subtitle {
      layout.add(.text(subtitle), row: row, column: 1, CellStyle(size: 13, color: Palette.muted))
      layout.heights[row] = 20
      row += 1
    }
    let basis = (report.basis + [report.legend]).joined(separator: " ")
    let style = CellStyle(size: 9, color: Palette.muted, isWrapped: true)
    layout.add(.text(basis), row: row, column: 1, to: Self.referenceColumn, style)
    layout.heights[row] = height(basis, style, width(from: 1))
    layout.heights[row + 1] = 12
    return row + 2
  }

  // MARK: Cards

  private func addCards(_ figures: [KeyFigure], at row: inout Int, to layout: inout SheetLayout) {
    var rest = figures[...]
    while !rest.isEmpty {
      let cards = rest.prefix(Self.cardColumns.count)
      rest = rest.dropFirst(Self.cardColumns.count)
      var (labelHeight, commentHeight) = (0.0, 0.0)
      for (column, figure) in zip(Self.cardColumns, cards) {
        let label = CellStyle(
          size: 10,
          isBold: true,
          color: Palette.muted,
          vertical: .bottom,
          isWrapped: true,
          top: .medium,
          borderColor: Palette.accent
        )
        layout.add(.text(figure.label), row: row, column: column, to: last(column), label)
        labelHeight = max(labelHeight, height(figure.label, label, cardWidth(column)))
        addFigure(figure, row: row + 1, column: column, to: &layout)
        let color = figure.level == .neutral ? Palette.muted : figure.level.color
        let comment = CellStyle(size: 10, color: color, vertical: .top, isWrapped: true)
        layout.add(
          .text(figure.comparison),
          row: row + 2,
          column: column,
          to: last(column),
          comment
        )
        commentHeight = max(commentHeight, height(figure.comparison, comment, cardWidth(column)))
      }
      layout.heights[row] = labelHeight + 6
      layout.heights[row + 1] = 36
      layout.heights[row + 2] = commentHeight + 2
      layout.heights[row + 3] = 8
      row += 4
    }
  }

  private func addFigure(
    _ figure: KeyFigure,
    row: Int,
    column: Int,
    to layout: inout SheetLayout
  ) {
    var style = CellStyle(size: 26, isBold: true, color: Palette.accent)
    let content: SheetLayout.Cell.Content
    switch figure.cell.content {
    case .number(let value, let number):
      style.numberFormat = number.excelFormat(report.language)
      content = .number(number.cellValue(value))
    case .text(let words):
      content = .text(words)
    case .status(let status):
      content = .text(status.text)
    case .missing(let words):
      content = .text(words)
      style.color = Palette.muted
      style.isBold = false
    case .empty, .formula:
      content = .blank
    }
    layout.add(
      content,
      row: row,
      column: column,
      to: last(column),
      style,
      link: figure.cell.link,
      sources: figure.cell.sources
    )
  }

  // MARK: Sentences

  func addLines(
    _ heading: String,
    _ lines: [ReportLine],
    from column: Int,
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    addHeading(heading, from: column, at: &row, to: &layout)
    for line in lines { add(line, from: column, at: &row, to: &layout) }
    layout.heights[row] = 8
    row += 1
  }

  func addHeading(
    _ heading: String,
    from column: Int,
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    let style = CellStyle(
      size: 12,
      isBold: true,
      color: Palette.accent,
      vertical: .bottom,
      bottom: .thin
    )
    layout.add(.text(heading), row: row, column: column, to: Self.referenceColumn, style)
    layout.heights[row] = 22
    row += 1
  }

  func add(
    _ line: ReportLine,
    from column: Int,
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    var style = CellStyle(isWrapped: true)
    if line.isRemark { style.color = Palette.attention }
    let last = Self.referenceColumn - 1
    layout.add(.text(line.text), row: row, column: column, to: last, style, sources: line.sources)
    if let first = line.sources.first {
      layout.add(
        Self.references(line.sources),
        row: row,
        column: Self.referenceColumn,
        CellStyle(size: 9, color: Palette.link, horizontal: .right),
        link: .source(first),
        note: Self.allReferences(line.sources)
      )
    }
    layout.heights[row] = lineHeight(line, from: column)
    row += 1
  }

  /// The height of the row of a sentence that begins in a column.
  func lineHeight(_ line: ReportLine, from column: Int) -> Double {
    let width = width(from: column, to: Self.referenceColumn - 1)
    return height(line.text, CellStyle(), width) + 4
  }

  /// The number of the source, or of the first two of several.
  static func references(_ sources: [Int]) -> SheetLayout.Cell.Content {
    if sources.count == 1 { return .number(Double(sources[0])) }
    let words = sources.prefix(2).map(String.init).joined(separator: ", ")
    return .text(sources.count > 2 ? "\(words) …" : words)
  }

  /// All numbers of a list that is cut, for a comment.
  static func allReferences(_ sources: [Int]) -> String? {
    sources.count > 2 ? sources.map(String.init).joined(separator: ", ") : nil
  }

  // MARK: Measures

  /// The last column of a card; the last card reaches over the numbers of sources.
  private func last(_ column: Int) -> Int {
    column == Self.cardColumns.last ? Self.referenceColumn : column
  }

  private func cardWidth(_ column: Int) -> Double { width(from: column, to: last(column)) }

  func columnWidth(_ column: Int) -> Double { width(from: column, to: column) }

  /// The width of a cell over several columns, in points.
  func width(from first: Int, to last: Int = referenceColumn) -> Double {
    Self.widths[first...last].reduce(0) { $0 + TextMetrics.points($1) }
  }

  func height(_ text: String, _ style: CellStyle, _ width: Double) -> Double {
    let lines = TextMetrics.lines(text, in: width - 8, size: style.size, isBold: style.isBold)
    return TextMetrics.height(lines: lines, size: style.size) + 4
  }
}
