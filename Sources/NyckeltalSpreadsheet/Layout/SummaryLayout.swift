import NyckeltalReports

/// Lays out the sheet that is read first: cards of key figures, a chart, sentences.
struct SummaryLayout {
  var report: Report
  var sheet: ReportSheet

  /// The columns that text and cards stand in; narrow ones between keep the cards apart.
  private static let cardColumns = [1, 3, 5]
  private static let cardWidth = 40.0
  private static let lastColumn = 5

  func add(to layout: inout SheetLayout) {
    layout.widths = [1.5, Self.cardWidth, 2, Self.cardWidth, 2, Self.cardWidth]
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
    addText(basis, at: row, CellStyle(size: 9, color: Palette.muted, isWrapped: true), to: &layout)
    layout.heights[row + 1] = 12
    row += 2
    for block in sheet.blocks {
      switch block {
      case .keyFigures(let figures): addCards(figures, at: &row, to: &layout)
      case .lines(let heading, let lines): addLines(heading, lines, at: &row, to: &layout)
      case .chart(let chart): addChart(chart, at: &row, to: &layout)
      case .table: break
      }
    }
  }

  /// The width of text over all cards, in points.
  private var textWidth: Double {
    3 * TextMetrics.points(Self.cardWidth) + 2 * TextMetrics.points(2) - 8
  }

  private func addText(
    _ text: String,
    at row: Int,
    _ style: CellStyle,
    link: ReportCell.Link? = nil,
    sources: [Int] = [],
    to layout: inout SheetLayout
  ) {
    layout.add(
      .text(text),
      row: row,
      column: 1,
      to: Self.lastColumn,
      style,
      link: link,
      sources: sources
    )
    let width = textWidth - Double(style.indent) * 9
    let lines = TextMetrics.lines(text, in: width, size: style.size, isBold: style.isBold)
    layout.heights[row] = TextMetrics.height(lines: lines, size: style.size) + 5
  }

  private func addCards(_ figures: [KeyFigure], at row: inout Int, to layout: inout SheetLayout) {
    let width = TextMetrics.points(Self.cardWidth) - 10
    var rest = figures[...]
    while !rest.isEmpty {
      let cards = rest.prefix(Self.cardColumns.count)
      rest = rest.dropFirst(Self.cardColumns.count)
      var (labelLines, commentLines) = (1, 1)
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
        layout.add(.text(figure.label), row: row, column: column, label)
        labelLines = max(
          labelLines,
          TextMetrics.lines(figure.label, in: width, size: 10, isBold: true)
        )
        addFigure(figure, row: row + 1, column: column, to: &layout)
        let color = figure.level == .neutral ? Palette.muted : figure.level.color
        layout.add(
          .text(figure.comparison),
          row: row + 2,
          column: column,
          CellStyle(size: 10, color: color, vertical: .top, isWrapped: true)
        )
        commentLines = max(commentLines, TextMetrics.lines(figure.comparison, in: width, size: 10))
      }
      layout.heights[row] = TextMetrics.height(lines: labelLines, size: 10) + 8
      layout.heights[row + 1] = 38
      layout.heights[row + 2] = TextMetrics.height(lines: commentLines, size: 10) + 5
      layout.heights[row + 3] = 10
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
      content = .number(value)
    case .text(let words): content = .text(words)
    case .status(let status): content = .text(status.text)
    case .missing(let words):
      content = .text(words)
      style.color = Palette.muted
      style.isBold = false
    case .empty, .formula: content = .blank
    }
    layout.add(
      content,
      row: row,
      column: column,
      style,
      link: figure.cell.link,
      sources: figure.cell.sources
    )
  }

  private func addLines(
    _ heading: String,
    _ lines: [ReportLine],
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    addHeading(heading, at: &row, to: &layout)
    for line in lines {
      var style = CellStyle(vertical: .top, isWrapped: true)
      if line.isRemark { style.color = Palette.attention }
      addText(
        line.text,
        at: row,
        style,
        link: line.sources.first.map(ReportCell.Link.source),
        sources: line.sources,
        to: &layout
      )
      row += 1
    }
    layout.heights[row] = 8
    row += 1
  }

  private func addHeading(_ heading: String, at row: inout Int, to layout: inout SheetLayout) {
    let style = CellStyle(
      size: 12,
      isBold: true,
      color: Palette.accent,
      vertical: .bottom,
      bottom: .thin
    )
    layout.add(.text(heading), row: row, column: 1, to: Self.lastColumn, style)
    layout.heights[row] = 24
    row += 1
  }

  /// The chart, and under it the figures that it draws.
  private func addChart(_ chart: ReportChart, at row: inout Int, to layout: inout SheetLayout) {
    let bars = chart.categories.count * max(1, chart.series.count)
    let height = min(330, 105 + Double(bars) * 26)
    layout.heights[row] = height + 6
    let chartRow = row
    row += 1
    let columns = Array(Self.cardColumns.dropFirst().prefix(chart.series.count))
    let header = CellStyle(
      size: 9,
      isBold: true,
      color: Palette.muted,
      horizontal: .left,
      bottom: .thin
    )
    layout.add(.text(chart.categoryAxis), row: row, column: 1, header)
    for (column, series) in zip(columns, chart.series) {
      layout.add(.text(series.name), row: row, column: column, header)
    }
    layout.heights[row] = 16
    layout.charts.append(
      SheetLayout.Chart(
        chart: chart,
        row: chartRow,
        column: 1,
        width: (textWidth + 8) / 0.75,
        height: height / 0.75,
        dataRow: row,
        categoryColumn: 1,
        seriesColumns: columns
      )
    )
    row += 1
    for (index, category) in chart.categories.enumerated() {
      layout.add(.text(category), row: row, column: 1, CellStyle(size: 9, isWrapped: true))
      let width = TextMetrics.points(Self.cardWidth) - 10
      let lines = TextMetrics.lines(category, in: width, size: 9)
      layout.heights[row] = TextMetrics.height(lines: lines, size: 9) + 4
      for (column, series) in zip(columns, chart.series) where index < series.cells.count {
        let cell = series.cells[index]
        guard case .number(let value, let number) = cell.content else { continue }
        let style = CellStyle(
          size: 9,
          color: Palette.link,
          numberFormat: number.excelFormat(report.language)
        )
        layout.add(
          .number(value),
          row: row,
          column: column,
          style,
          link: cell.link,
          sources: cell.sources
        )
      }
      row += 1
    }
    layout.heights[row] = 8
    row += 1
  }
}
