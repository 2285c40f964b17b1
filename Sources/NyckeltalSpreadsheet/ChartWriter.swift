internal import CXlsxWriter
import NyckeltalReports

/// Draws a chart over number cells; a chart over formulas would keep zeros for those who do not
/// recalculate.
struct ChartWriter {
  var chart: SheetLayout.Chart
  var language: ReportLanguage

  func write(
    _ object: UnsafeMutablePointer<lxw_chart>,
    to sheet: WorksheetHandle
  ) throws(SpreadsheetError) {
    let count = chart.chart.categories.count
    let rows = (chart.dataRow + 1)...(chart.dataRow + count)
    let format = plainFormat
    for (index, series) in chart.chart.series.enumerated() where index < chart.seriesColumns.count {
      guard
        let drawn = chart_add_series(
          object,
          range(sheet, rows, chart.categoryColumn),
          range(sheet, rows, chart.seriesColumns[index])
        )
      else {
        throw SpreadsheetError(
          code: .library,
          place: sheet.name.string,
          problem: "the chart's series cannot be made",
          remedy: "leave the chart out"
        )
      }
      chart_series_set_name(drawn, CleanText(series.name, limit: 255).string)
      // One series alone stands out; of two, the second, what came of it, does.
      let color = Palette.series[(chart.chart.series.count == 1 ? 1 : index) % Palette.series.count]
      switch chart.chart.shape {
      case .columns:
        var fill = lxw_chart_fill()
        fill.color = color
        chart_series_set_fill(drawn, &fill)
      case .lines:
        setLine(drawn, color)
      }
      chart_series_set_labels(drawn)
      chart_series_set_labels_num_format(drawn, format)
      font(9, Palette.text) { chart_series_set_labels_font(drawn, $0) }
    }
    chart_title_set_name(object, CleanText(chart.chart.title, limit: 255).string)
    font(12, Palette.accent, isBold: true) { chart_title_set_name_font(object, $0) }
    if chart.chart.series.count > 1 {
      chart_legend_set_position(object, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
      font(9, Palette.text) { chart_legend_set_font(object, $0) }
    } else {
      chart_legend_set_position(object, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    setAxes(object, format)
    try place(object, on: sheet)
  }

  /// A line with a mark at each figure: one that stands alone between gaps is seen by its mark.
  private func setLine(_ series: UnsafeMutablePointer<lxw_chart_series>, _ color: UInt32) {
    var line = lxw_chart_line()
    line.color = color
    line.width = 2.25
    chart_series_set_line(series, &line)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(series, 6)
    var fill = lxw_chart_fill()
    fill.color = color
    chart_series_set_marker_fill(series, &fill)
    chart_series_set_marker_line(series, &line)
    chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
  }

  private func setAxes(_ object: UnsafeMutablePointer<lxw_chart>, _ format: String) {
    let categories: UnsafeMutablePointer<lxw_chart_axis>
    let values: UnsafeMutablePointer<lxw_chart_axis>
    switch chart.chart.shape {
    case .columns:
      // In a bar chart the categories stand on the y axis; turned round, the first is uppermost, and
      // the values' axis is sent to the other end, the bottom.
      (categories, values) = (object.pointee.y_axis, object.pointee.x_axis)
      // Bars as thick as their labels, so that those of a pair do not touch.
      chart_set_series_gap(object, 60)
      chart_axis_set_reverse(categories)
      chart_axis_set_crossing_max(categories)
    case .lines:
      (categories, values) = (object.pointee.x_axis, object.pointee.y_axis)
      chart_show_blanks_as(object, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    }
    chart_axis_set_name(categories, CleanText(chart.chart.categoryAxis).string)
    chart_axis_set_name(values, CleanText(chart.chart.valueAxis).string)
    chart_axis_set_num_format(values, format)
    if let step = majorUnit {
      chart_axis_set_min(values, 0)
      chart_axis_set_major_unit(values, step)
    }
    var line = lxw_chart_line()
    line.color = Palette.line
    line.width = 0.75
    chart_axis_major_gridlines_set_line(values, &line)
    chart_axis_set_line(categories, &line)
    for axis in [categories, values] {
      font(9, Palette.text) { chart_axis_set_num_font(axis, $0) }
      font(9, Palette.muted) { chart_axis_set_name_font(axis, $0) }
    }
    var border = lxw_chart_line()
    border.none = 1
    chart_chartarea_set_line(object, &border)
  }

  private func place(
    _ object: UnsafeMutablePointer<lxw_chart>,
    on sheet: WorksheetHandle
  ) throws(SpreadsheetError) {
    var options = lxw_chart_options()
    // A new chart is 480 × 288 pixels.
    options.x_scale = chart.width / 480
    options.y_scale = chart.height / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    let description = strdup(CleanText.attribute(chart.chart.alternativeText))
    defer { free(description) }
    options.description = description
    try check(
      worksheet_insert_chart_opt(
        sheet.sheet,
        UInt32(chart.row),
        UInt16(chart.column),
        object,
        &options
      ),
      sheet.place(chart.row, chart.column)
    )
  }

  private func range(_ sheet: WorksheetHandle, _ rows: ClosedRange<Int>, _ column: Int) -> String {
    let first = CellAddress(row: rows.lowerBound, column: column)
    let last = CellAddress(row: rows.upperBound, column: column)
    return "=\(sheet.name.quoted)!\(first.fixed):\(last.fixed)"
  }

  /// A round distance between grid lines that gives about five of them; `nil` where 0 is not the least.
  private var majorUnit: Double? {
    let values = chart.chart.series.flatMap(\.cells).compactMap { cell -> Double? in
      if case .number(let value, let style) = cell.content { style.cellValue(value) } else { nil }
    }
    guard let greatest = values.max(), greatest > 0, values.allSatisfy({ $0 >= 0 }) else {
      return nil
    }
    var step = 1e-3
    while step < 1e15 {
      for factor in [1, 2, 2.5, 5] where greatest / (step * factor) <= 5.5 { return step * factor }
      step *= 10
    }
    return nil
  }

  /// Labels without the sign of exactness; each bar's own is in the figures under the chart.
  private var plainFormat: String { chart.chart.style.bareExcelFormat(language) }

  private func font(
    _ size: Double,
    _ color: UInt32,
    isBold: Bool = false,
    _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) {
    var font = lxw_chart_font()
    font.size = size
    font.color = color
    // 0 would be taken as not set, and titles are bold unless told otherwise.
    font.bold = UInt8(isBold ? LXW_TRUE.rawValue : LXW_EXPLICIT_FALSE.rawValue)
    let name = strdup(CellStyle.font)
    defer { free(name) }
    font.name = name
    body(&font)
  }
}
