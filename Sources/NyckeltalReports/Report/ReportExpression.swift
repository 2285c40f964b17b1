/// A computation over the cells of a row.
///
/// A workbook writes it as a live formula; the value that it caches comes from ``value(_:)`` of the
/// same expression, so that the two cannot differ.
public indirect enum ReportExpression: Sendable, Hashable {
  /// The number in another cell of the same row, by the column's id.
  case cell(String)
  /// A constant.
  case number(Double)
  /// Left plus right.
  case sum(ReportExpression, ReportExpression)
  /// Left minus right.
  case difference(ReportExpression, ReportExpression)
  /// Left divided by right.
  case quotient(ReportExpression, ReportExpression)
  /// Without its sign.
  case absolute(ReportExpression)

  /// The expression's value; `nil` where a cell has no number or a divisor is 0.
  ///
  /// - Parameter cell: The number in a column of the row.
  /// - Returns: The value, or `nil`.
  public func value(_ cell: (String) -> Double?) -> Double? {
    switch self {
    case .cell(let column):
      return cell(column)
    case .number(let number):
      return number
    case .sum(let left, let right):
      guard let left = left.value(cell), let right = right.value(cell) else { return nil }
      return left + right
    case .difference(let left, let right):
      guard let left = left.value(cell), let right = right.value(cell) else { return nil }
      return left - right
    case .quotient(let left, let right):
      guard let left = left.value(cell), let right = right.value(cell), right != 0 else {
        return nil
      }
      return left / right
    case .absolute(let inner):
      return inner.value(cell).map(abs)
    }
  }
}

extension ReportTable {
  /// The number that a cell of a row shows, computed where it is a formula.
  public func number(in row: Row, column id: String) -> Double? {
    number(in: row, column: id, depth: 0)
  }

  private func number(in row: Row, column id: String, depth: Int) -> Double? {
    guard let index = columns.firstIndex(where: { $0.id == id }), index < row.cells.count else {
      return nil
    }
    switch row.cells[index].content {
    case .number(let value, _):
      return value
    case .formula(let expression, _):
      // Formulas that refer to each other in a circle have no value.
      guard depth < columns.count else { return nil }
      return expression.value { number(in: row, column: $0, depth: depth + 1) }
    case .empty, .text, .status, .missing:
      return nil
    }
  }
}
