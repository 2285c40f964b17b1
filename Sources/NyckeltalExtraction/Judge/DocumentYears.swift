import NyckeltalMinutes
import NyckeltalText

extension DocumentReading {
  /// Finds the year that the document names most often, and the latest that it names twice.
  mutating func countYears() {
    var counts = [Int](repeating: 0, count: 200)
    let bytes = minutes.text.bytes
    var index = 0
    while index < bytes.count {
      guard Byte.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Byte.isDigit(bytes[index]) { index += 1 }
      guard index - start == 4, start == 0 || bytes[start - 1] != Self.hyphen,
        index >= bytes.count || bytes[index] != Self.hyphen
      else { continue }
      let year = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 48) }
      guard 1950..<2050 ~= year else { continue }
      counts[year - 1900] += 1
      firstYear = firstYear ?? year
    }
    guard let most = counts.max(), most > 0 else { return }
    commonYear = counts.lastIndex(of: most).map { $0 + 1900 }
    lastYear = counts.lastIndex { $0 > 0 }.map { $0 + 1900 }
    latestYear = counts.lastIndex { $0 > 1 }.map { $0 + 1900 }
  }

  private static let hyphen = UInt8(ascii: "-")
}
