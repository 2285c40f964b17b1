import NyckeltalReports

/// Lays out a sheet of any blocks, one below the other: what an embedding program may make.
struct StackedLayout {
  var sheet: ReportSheet
  var language: ReportLanguage
  /// Words as long as the name of any place that a link back leads to.
  var useSample: String

  /// The rows that a chart covers, each as high as Excel makes it.
  private static let chartRows = 19
  private static let rowHeight = 15.0
  private static let labelWidth = 36.0
  private static let columnWidth = 16.0

  func add(to layout: inout SheetLayout, subtitle: String) {
    layout.widths = widths
    var row = TableLayout.addTitle(sheet.title, subtitle, to: &layout)
    for (index, block) in sheet.blocks.enumerated() {
      switch block {
      case .keyFigures(let figures): addFigures(figures, at: &row, to: &layout)
      case .lines(let heading, let lines): addLines(heading, lines, at: &row, to: &layout)
      case .table(let table):
        let isLast = index == sheet.blocks.count - 1
        // One table at the end is what the sheet is about: its header is repeated in print.
        if isLast, tableCount == 1 {
          layout.headerRow = row
          layout.hasFilter = table.isList
        }
        TableLayout(table: table, language: language, useSample: useSample)
          .add(at: &row, isLast: isLast, to: &layout)
      case .chart(let chart): addChart(chart, at: &row, to: &layout)
      }
      row += 1
    }
  }

  private var tableCount: Int {
    sheet.blocks.count { block in
      if case .table = block { true } else { false }
    }
  }

  /// The widest of each column over all tables, and enough columns for every chart's series.
  private var widths: [Double] {
    var widths = [Self.labelWidth] + Array(repeating: Self.columnWidth, count: 3)
    for block in sheet.blocks {
      var needed: [Double] = []
      switch block {
      case .table(let table): needed = TableLayout(table: table, language: language).widths
      case .chart(let chart):
        needed = Array(repeating: Self.columnWidth, count: chart.series.count + 1)
      case .keyFigures, .lines: break
      }
      for (index, width) in needed.enumerated() {
        if index < widths.count {
          widths[index] = max(widths[index], width)
        } else {
          widths.append(width)
        }
      }
    }
    return widths
  }

  private func addFigures(_ figures: [KeyFigure], at row: inout Int, to layout: inout SheetLayout) {
    for figure in figures {
      let label = CellStyle(isBold: true, isWrapped: true)
      layout.add(.text(figure.label), row: row, column: 0, label)
      var style = CellStyle(size: 14, isBold: true, color: Palette.accent, horizontal: .right)
      let content: SheetLayout.Cell.Content
      switch figure.cell.content {
      case .number(let value, let number):
        style.numberFormat = number.excelFormat(language)
        content = .number(number.cellValue(value))
      case .text(let words), .missing(let words): content = .text(words)
      case .status(let status): content = .text(status.text)
      case .empty, .formula: content = .blank
      }
      layout.add(
        content,
        row: row,
        column: 1,
        style,
        link: figure.cell.link,
        sources: figure.cell.sources
      )
      let color = figure.level == .neutral ? Palette.muted : figure.level.color
      let comment = CellStyle(color: color, isWrapped: true, indent: 1)
      let last = layout.widths.count - 1
      layout.add(.text(figure.comparison), row: row, column: 2, to: last, comment)
      layout.heights[row] = max(
        24,
        height(figure.label, label, 0...0, layout),
        height(figure.comparison, comment, 2...last, layout)
      )
      row += 1
    }
  }

  private func addLines(
    _ heading: String,
    _ lines: [ReportLine],
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    let last = layout.widths.count - 1
    let style = CellStyle(
      size: 12,
      isBold: true,
      color: Palette.accent,
      vertical: .bottom,
      bottom: .thin
    )
    layout.add(.text(heading), row: row, column: 0, to: last, style)
    layout.heights[row] = 22
    row += 1
    for line in lines {
      var style = CellStyle(isWrapped: true)
      if line.isRemark { style.color = Palette.attention }
      layout.add(
        .text(line.text),
        row: row,
        column: 0,
        to: last - 1,
        style,
        sources: line.sources
      )
      if let first = line.sources.first {
        layout.add(
          SummaryLayout.references(line.sources),
          row: row,
          column: last,
          CellStyle(size: 9, color: Palette.link, horizontal: .right),
          link: .source(first),
          note: SummaryLayout.allReferences(line.sources)
        )
      }
      layout.heights[row] = height(line.text, style, 0...(last - 1), layout)
      row += 1
    }
  }

  /// The figures that the chart draws, and the chart below them.
  private func addChart(_ chart: ReportChart, at row: inout Int, to layout: inout SheetLayout) {
    let dataRow = row
    let header = CellStyle(isBold: true, color: Palette.accent, bottom: .thin)
    layout.add(.text(chart.title), row: row, column: 0, header)
    var right = header
    right.horizontal = .right
    for (index, series) in chart.series.enumerated() {
      layout.add(.text(series.name), row: row, column: index + 1, right)
    }
    row += 1
    for (index, category) in chart.categories.enumerated() {
      let label = CellStyle(isWrapped: true)
      layout.add(.text(category), row: row, column: 0, label)
      layout.heights[row] = height(category, label, 0...0, layout)
      for (column, series) in chart.series.enumerated() where index < series.cells.count {
        let cell = series.cells[index]
        guard case .number(let value, let number) = cell.content else { continue }
        var style = CellStyle(color: cell.link == nil ? Palette.text : Palette.link)
        style.numberFormat = number.excelFormat(language)
        style.horizontal = .right
        layout.add(
          .number(number.cellValue(value)),
          row: row,
          column: column + 1,
          style,
          link: cell.link,
          sources: cell.sources
        )
      }
      row += 1
    }
    let total = layout.widths.reduce(0) { $0 + TextMetrics.points($1) }
    layout.charts.append(
      SheetLayout.Chart(
        chart: chart,
        row: row,
        column: 0,
        width: min(total, 560) / 0.75,
        height: (Double(Self.chartRows) * Self.rowHeight - 10) / 0.75,
        dataRow: dataRow,
        categoryColumn: 0,
        seriesColumns: chart.series.indices.map { $0 + 1 }
      )
    )
    row += Self.chartRows
    layout.last.row = max(layout.last.row, row)
  }

  private func height(
    _ text: String,
    _ style: CellStyle,
    _ columns: ClosedRange<Int>,
    _ layout: SheetLayout
  ) -> Double {
    let width = layout.widths[columns].reduce(0) { $0 + TextMetrics.points($1) } - 10
    let lines = TextMetrics.lines(text, in: width, size: style.size, isBold: style.isBold)
    return TextMetrics.height(lines: lines, size: style.size) + 6
  }
}
