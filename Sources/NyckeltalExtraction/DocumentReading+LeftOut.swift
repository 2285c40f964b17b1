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

  /// Whether rows of a table are on schools, roads or other committees: then it is that of a whole
  /// municipality, and rows that name nothing of the field are not of it.
  func namesOtherWork(_ table: Table, _ labels: Int) -> Bool {
    var rows = 0
    for row in table.rows where labels < row.cells.count {
      let words = minutes.text.folded(row.cells[labels]).lowercased().split { !$0.isLetter }
      let isOther = words.contains { word in Self.otherWork.contains { word.hasPrefix($0) } }
      if isOther { rows += 1 }
    }
    return rows > 1
  }

  /// Whether a label names the field by a word that alone tells no topic: "Arbete och försörjning".
  static func namesField(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }
    return words.contains { word in fieldWords.contains { word.hasPrefix($0) } }
  }

  private static let fieldWords = ["arbet", "försörj", "sysselsätt", "jobb", "social"]

  private static let otherWork = [
    "grundskol", "förskol", "gymnasie", "äldreomsorg", "hemtjänst", "räddning", "kommunstyrels",
    "valnämnd", "revision", "byggnadsnämnd", "miljönämnd", "kulturnämnd", "fritidsnämnd",
    "samhällsbyggnad", "teknisk", "servicenämnd", "kulturskol", "fastighet", "skolskjuts",
  ]
}
