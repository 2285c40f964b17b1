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

  /// The lines that name a group of rows head it as long as it is read; what they do not tell is
  /// that of the heading above.
  mutating func readTitles(_ table: Table) {
    for line in table.titles {
      readSentence(line)
      if !sentence.hits.isEmpty { context.headingPhrases = sentence.hits.map(\.phrase) }
      context.headingPeriod = titlePeriod() ?? context.headingPeriod
    }
  }

  /// Whether a line that is no sentence stands right above, as a title does.
  func isTitled(_ table: Table) -> Bool {
    lastByte(above: table).map { $0 != 0x2E } ?? false
  }

  /// The phrases of what heads the labels: "Sjukfrånvaro i procent" over "Kvinnor" and "Män".
  mutating func phrases(of heading: String) -> [Int] {
    guard !heading.isEmpty else { return [] }
    readHeading(heading)
    return cellReading.hits.map(\.phrase)
  }

  /// Reads a column's heading beside the sentence.
  mutating func readHeading(_ heading: String) {
    cellReading.read(
      line: heading,
      reader: reader,
      context: PeriodContext(),
      matcher: &matcher
    )
  }

  /// Whether the text right above ends in a colon: what the table shows was just spoken of.
  func introduces(_ table: Table) -> Bool {
    lastByte(above: table) == 0x3A
  }

  private func lastByte(above table: Table) -> UInt8? {
    minutes.text.bytes[..<table.range.lowerBound].last { !Byte.isBlank($0) }
  }
}
