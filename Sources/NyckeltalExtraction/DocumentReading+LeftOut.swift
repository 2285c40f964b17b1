import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Columns of a table that are left out.
extension DocumentReading {
  /// Whether a column's figures are left out because nothing says what they are.
  ///
  /// What is left out is noted. A single column without a heading beside labels that name an
  /// indicator is its outcome.
  mutating func isLeftOut(
    _ column: TableColumn,
    _ match: IndicatorMatch?,
    _ topic: Topic,
    _ row: Table.Row,
    _ above: TableSurroundings
  ) -> Bool {
    guard case .unknown = column.role else { return false }
    if column.heading.isEmpty, above.isOnlyColumn, let match, match.isOwn, match.isStrong {
      return false
    }
    if topic == .ovrigt, !includesOther { return true }
    let known = statements.leftOut.last { $0.heading == column.heading }
    let source = minutes.text.sourceRange(of: row.range)
    let line = minutes.source.line(at: source.lowerBound, near: lastLine)
    if known == nil {
      statements.leftOut.append(
        LeftOut(
          reason: column.heading.isEmpty ? .noHeading : .headingNotUnderstood,
          heading: column.heading,
          line: line
        )
      )
    }
    return true
  }
}
