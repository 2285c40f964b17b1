import NyckeltalMinutes
import NyckeltalQuantities
import NyckeltalText

/// What stands above a table and heads its labels.
extension DocumentReading {
  /// Whether a row's label is a sex and nothing more.
  var isOfSex: Bool {
    (1...2).contains(sentence.tokens.count) && Self.sexes.contains(sentence.tokens[0].hash)
  }

  private static let sexes = WordSet([
    "kvinnor", "män", "flickor", "pojkar", "tjejer", "killar", "kvinna", "man",
  ])

  /// Whether a line that is no sentence stands right above, as a title does.
  func isTitled(_ table: Table) -> Bool {
    let bytes = minutes.text.bytes
    var end = table.range.lowerBound
    while end > 0, Byte.isBlank(bytes[end - 1]) || bytes[end - 1] == Byte.newline { end -= 1 }
    return end > 0 && bytes[end - 1] != 0x2E
  }

  /// The phrases of what heads the labels: "Sjukfrånvaro i procent" over "Kvinnor" and "Män".
  mutating func phrases(of heading: String) -> [Int] {
    guard !heading.isEmpty else { return [] }
    let bytes = Array(heading.utf8)
    cellReading.read(
      bytes,
      bytes.indices,
      reader: reader,
      context: PeriodContext(),
      matcher: &matcher
    )
    return cellReading.hits.map(\.phrase)
  }

  /// Whether the text right above ends in a colon: what the table shows was just spoken of.
  func introduces(_ table: Table) -> Bool {
    let bytes = minutes.text.bytes
    var end = table.range.lowerBound
    while end > 0, Byte.isBlank(bytes[end - 1]) || bytes[end - 1] == Byte.newline { end -= 1 }
    return end > 0 && bytes[end - 1] == 0x3A
  }
}
