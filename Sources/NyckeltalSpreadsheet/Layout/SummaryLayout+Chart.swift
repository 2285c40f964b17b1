import NyckeltalReports

extension SummaryLayout {
  /// The chart to the left, and sentences beside it that decide its height; those that find no room
  /// there come below.
  func add(
    _ chart: ReportChart,
    beside text: (heading: String, lines: [ReportLine])?,
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    let first = row
    let least = Self.leastHeight(of: chart)
    var rest: ArraySlice<ReportLine> = []
    if let text {
      addHeading(text.heading, from: Self.sideColumn, at: &row, to: &layout)
      rest = text.lines[...]
      var height = layout.heights[first] ?? 0
      while let line = rest.first {
        height += lineHeight(line, from: Self.sideColumn)
        // One sentence below the chart would look lost there.
        if height > max(least, Self.mostChartHeight), rest.count > 1 { break }
        add(line, from: Self.sideColumn, at: &row, to: &layout)
        rest.removeFirst()
      }
      layout.heights[row] = 8
      row += 1
    }
    var height = (first..<row).reduce(0) { $0 + (layout.heights[$1] ?? 0) }
    if height < least {
      layout.heights[row] = least - height
      height = least
      row += 1
    }
    let width = width(from: 1, to: Self.sideColumn - 2) - 4
    layout.charts.append(
      SheetLayout.Chart(
        chart: chart,
        row: first,
        column: 1,
        width: width / 0.75,
        height: (height - 8) / 0.75,
        dataRow: 0,
        categoryColumn: 1,
        seriesColumns: []
      )
    )
    guard !rest.isEmpty else { return }
    for line in rest { add(line, from: 1, at: &row, to: &layout) }
    layout.heights[row] = 8
    row += 1
  }

  /// Room for a label at each bar, the title and the axis.
  private static func leastHeight(of chart: ReportChart) -> Double {
    if chart.shape == .lines { return leastChartHeight }
    let bars = Double(chart.categories.count * chart.series.count)
    return max(leastChartHeight, 90 + bars * 13 + Double(chart.categories.count) * 6)
  }

  /// The figures that the chart draws.
  func addFigures(
    of chart: ReportChart,
    at row: inout Int,
    to layout: inout SheetLayout
  ) {
    let columns = Array(Self.cardColumns.dropFirst().prefix(chart.series.count))
    layout.charts[layout.charts.count - 1].dataRow = row
    layout.charts[layout.charts.count - 1].seriesColumns = columns
    let header = CellStyle(
      size: 9,
      isBold: true,
      color: Palette.accent,
      bottom: .thin
    )
    for column in 1...Self.referenceColumn {
      layout.add(.blank, row: row, column: column, header)
    }
    layout.add(.text(chart.title), row: row, column: 1, header)
    for (column, series) in zip(columns, chart.series) {
      layout.add(.text(series.name), row: row, column: column, header)
    }
    layout.heights[row] = 17
    row += 1
    for (index, category) in chart.categories.enumerated() {
      let label = CellStyle(size: 9, isWrapped: true)
      layout.add(.text(category), row: row, column: 1, label)
      layout.heights[row] = height(category, label, columnWidth(1))
      for (column, series) in zip(columns, chart.series) where index < series.cells.count {
        let cell = series.cells[index]
        guard case .number(let value, let number) = cell.content else { continue }
        let style = CellStyle(
          size: 9,
          color: Palette.link,
          numberFormat: number.excelFormat(report.language)
        )
        layout.add(
          .number(number.cellValue(value)),
          row: row,
          column: column,
          style,
          link: cell.link,
          sources: cell.sources
        )
      }
      row += 1
    }
  }
}
