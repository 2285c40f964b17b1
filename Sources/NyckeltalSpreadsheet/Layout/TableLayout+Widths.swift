import NyckeltalReports

/// How wide the columns of a table are.
extension TableLayout {
  func width(_ index: Int) -> Double {
    let column = table.columns[index]
    let heading = TextMetrics.width(column.title, size: 9.5, isBold: true)
    let size = table.isList ? 9 : Self.size
    var widest = heading
    var longestWord = heading
    let measured = table.isList ? Self.measuredRows : .max
    for row in table.sections.lazy.flatMap(\.rows).prefix(measured)
    where index < row.cells.count {
      let cell = row.cells[index]
      let text = text(cell) ?? number(cell, row, column) ?? ""
      widest = max(widest, TextMetrics.width(text, size: size, isBold: column.content == .label))
      for word in text.split(separator: " ") {
        longestWord = max(longestWord, TextMetrics.width(word, size: size, isBold: true))
      }
    }
    let (least, most) = limits(column)
    return max(least, max(min(widest, most), min(longestWord, most * 1.5))) + Self.padding
      + (column.content == .number || column.content == .label ? 6 : 14)
  }

  private func number(
    _ cell: ReportCell,
    _ row: ReportTable.Row,
    _ column: ReportTable.Column
  ) -> String? {
    switch cell.content {
    case .number(let value, let style): style.widthSample(value)
    case .formula(_, let style):
      table.number(in: row, column: column.id).map { style.widthSample($0) }
    default: nil
    }
  }

  /// The least and the greatest width of a column, in points.
  private func limits(_ column: ReportTable.Column) -> (Double, Double) {
    if table.isList { return (30, 190) }
    return switch column.content {
    case .label: (150, 215)
    case .word: (30, 105)
    case .text: (110, 280)
    case .note: (60, 140)
    case .number: (44, 400)
    case .status: (56, 100)
    case .references: (34, 80)
    }
  }
}
