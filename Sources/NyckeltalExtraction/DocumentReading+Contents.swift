import NyckeltalMinutes
import NyckeltalText

// Tables of contents, whose figures are pages.
extension DocumentReading {
  /// Whether a table lists on which page what stands: one column without a heading, with small whole
  /// numbers that never fall from row to row.
  ///
  ///     Sammanfattning       3
  ///     Försörjningsstöd    12
  ///     Arbetslöshet        18
  func isContents(_ table: Table) -> Bool {
    guard table.header.dropFirst().allSatisfy(\.isEmpty), table.rows.count > 2 else { return false }
    var last = 0
    var steps = 0
    for row in table.rows {
      guard row.cells.count == 2 else { return false }
      if row.cells[1].isEmpty { continue }
      let digits = minutes.text.bytes[row.cells[1]]
      guard digits.count <= 3, digits.allSatisfy({ Byte.isDigit($0) }),
        let page = Int(String(decoding: digits, as: UTF8.self)), page >= last
      else { return false }
      if page > last { steps += 1 }
      last = page
    }
    return steps > 2
  }
}
