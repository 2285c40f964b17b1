import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What a row is about, by its label.
struct RowLabel {
  var text: String
  /// The phrases of the label, and of the row that it is a part of.
  var phrases: [Int]
  /// The unit that the label gives.
  var scale: TableScale?
  /// Whether the row is on the whole: a sum, or the committee itself.
  var isWhole: Bool
  /// Whether it is a part of the row above, "varav …".
  var isPart = false
  /// Whether what it names of that row is a part of the population, "varav kvinnor".
  var isOfGroup = false
  /// The fields of work that it names itself.
  var fields: [Topic] = []

  /// Whether the row is what is left of income when costs are paid.
  var isResult: Bool {
    let lower = text.lowercased()
    return lower.hasPrefix("nettoresultat") || lower.hasPrefix("resultat")
  }
}

/// The whole of a table of money and its parts, the units among which it is shared out.
extension DocumentReading {
  private static let totals: [StaticString] = [
    "summa", "total", "nämnden", "netto", "hela nämnden", "sammanlagt",
  ]

  /// A row for the whole: "Summa", "Totalt", "Nämnden".
  static func isTotal(_ label: String) -> Bool {
    let lower = label.lowercased()
    return lower.holds("totalt") || totals.contains { lower.begins(with: $0) }
  }

  /// The row of the committee itself, which is the whole of its units; `nil` where several
  /// committees share out what is the municipality's.
  func committeeRow(_ table: Table, labels: Int) -> Int? {
    let text = minutes.text.caseless
    let rows = table.rows.indices.filter { row in
      labels < table.rows[row].cells.count
        && text.ends(with: "nämnden", in: table.rows[row].cells[labels])
    }
    return rows.count == 1 ? rows[0] : nil
  }

  /// What the money of a row that is no sum tells.
  ///
  /// "Budget" above the column tells what the whole is; in the row of a unit only what its label
  /// names counts: "Personalkostnader", but not "Arbetsmarknadsenheten".
  mutating func partMatch(_ found: IndicatorMatch, _ label: RowLabel) -> IndicatorMatch? {
    guard table.entries[found.entry].indicator.topic == .budget else { return found }
    gatherEvidence(clause: nil, place: nil)
    addEvidence(label.phrases)
    return ownMatch(.sek).flatMap { $0.isOwn ? $0 : nil }
  }

  /// The topic of a row's money that has no indicator: the field of work that its label names, but
  /// not the labour market as a whole, which is what the committee itself is for.
  func moneyTopic(_ label: RowLabel) -> Topic {
    guard !label.isWhole, !label.text.hasSuffix("nämnden") else { return .budget }
    let topic = bestTopic(unit: .sek)
    return topic.isField && topic != .jobbtorg ? topic : .budget
  }

  // MARK: Units

  /// The unit that a label or heading gives: a share where it speaks of one and of no number.
  func scale(of label: String) -> TableScale? {
    if let named = TableScale.named(in: label, reader: reader) { return named }
    let lower = label.lowercased()
    guard lower.holds("andel"), !lower.holds("antal") else { return nil }
    let isShare = lower.split { !$0.isLetter }.contains { $0 == "andel" || $0 == "andelen" }
    return isShare ? TableScale(factor: 1, unit: .percent) : nil
  }

  /// The unit of what a label counts, as its noun has it behind a number: "Antal heltidsstuderande".
  func countedNoun(_ label: String) -> FigureUnit? {
    let words = label.prefix { $0 != "," && $0 != "(" }.split(separator: " ")
    guard words.count > 1, words[0].lowercased() == "antal" else { return nil }
    let counted = reader.read("2 " + words.dropFirst().joined(separator: " ")).first
    return counted?.form == .cardinal ? counted?.unit : nil
  }

  /// The unit for the whole table: in its first heading, or in the line right above it or above the
  /// table whose headings it stands under.
  func tableScale(_ table: Table) -> TableScale? {
    if let first = table.header.first, let scale = TableScale.named(in: first, reader: reader) {
      return scale
    }
    let above = scale(above: min(table.range.lowerBound, table.top))
    return above == nil && table.top < table.range.lowerBound ? scale(above: table.top) : above
  }

  private func scale(above top: Int) -> TableScale? {
    let before = max(0, top - 160)..<top
    // only what stands directly above: "Tabellen visar utfallet i tkr."
    let bytes = minutes.text.bytes
    var end = before.upperBound
    while end > before.lowerBound, bytes[end - 1] == Byte.newline { end -= 1 }
    let start = bytes[before.lowerBound..<end].lastIndex(of: Byte.newline).map { $0 + 1 }
    let line = String(decoding: bytes[(start ?? before.lowerBound)..<end], as: UTF8.self)
    let isRunning = line.utf8.count > 70 || line.utf8.last == 0x2E
    guard let scale = TableScale.named(in: line, reader: reader, isRunning: isRunning) else {
      return nil
    }
    return scale.unit == .sek || !isRunning ? scale : nil
  }
}
