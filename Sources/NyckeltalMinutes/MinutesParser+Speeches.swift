import NyckeltalModel
import NyckeltalText

/// Who has the floor in a debate.
extension MinutesParser {
  /// Reads a line that gives somebody the floor: “Anf 64”, a name and a party.
  ///
  /// The speech may follow in the same paragraph.
  mutating func readSpeech(_ block: Block) -> Bool {
    if let end = speeches.end(place) {
      giveFloor(to: Speakers.named(in: text.folded(block.range.lowerBound..<end)), block, from: end)
      return true
    }
    let first = text.bytes[block.range.lowerBound]
    guard first == 0x41 || first == 0x61, text.caseless.holds("anf", in: block.range.prefix(12)),
      let end = endOfSpeechHeading(block.range)
    else { return false }
    let heading = block.range.lowerBound..<end
    let words = text.folded(heading)
    let speakers = Speakers.named(in: Self.withoutSpeechNumber(words))
    guard !speakers.isEmpty else { return false }
    giveFloor(to: speakers, block, from: end)
    return true
  }

  /// Opens somebody's speech, whose words may begin in the same paragraph.
  private mutating func giveFloor(to speakers: [Speaker], _ block: Block, from end: Int) {
    endList()
    openSection(nil)
    section.speakers = speakers
    section.isSpeech = true
    var start = end
    while start < block.range.upperBound,
      Byte.isBlank(text.bytes[start]) || text.bytes[start] == 0x3A
    {
      start += 1
    }
    if start < block.range.upperBound {
      section.passages.append(.paragraph(start..<block.range.upperBound))
    } else {
      mark(.section)
    }
  }

  /// The end of the party's bracket behind the number of a speech and a name.
  private func endOfSpeechHeading(_ range: Range<Int>) -> Int? {
    let line = text.folded(range.prefix(40)).lowercased()
    guard line.hasPrefix("anf.") || line.hasPrefix("anf ") || line.hasPrefix("anförande ") else {
      return nil
    }
    let digits = line.drop { !$0.isNumber }
    guard digits.first?.isNumber ?? false, line.utf8.count - digits.utf8.count <= 14,
      let close = text.bytes[range.prefix(160)].firstIndex(of: 0x29)
    else { return nil }
    return close + 1
  }

  private static func withoutSpeechNumber(_ line: String) -> String {
    String(line.drop { !$0.isNumber }.drop { $0.isNumber || $0 == " " || $0 == "." })
  }

  /// Who speaks under a heading: "Svar från kommunalrådet Eva Ek (S)".
  func speaking(_ range: Range<Int>) -> [Speaker]? {
    guard range.count <= 140, text.holds("(", in: range) else { return nil }
    let line = text.folded(range)
    guard item.number != nil || Addressee.isAnswer(line) else { return nil }
    let lower = line.lowercased()
    let opens = [
      "svar från ", "svar av ", "interpellation av ", "interpellation från ", "fråga av ",
      "fråga från ", "motion av ", "replik ", "från: ", "frågeställare: ",
    ]
    guard opens.contains(where: { lower.hasPrefix($0) }) else { return nil }
    let speakers = Speakers.named(in: Addressee.cut(line))
    return speakers.isEmpty ? nil : speakers
  }
}

/// Who a letter is written to, which is not who writes it.
enum Addressee {
  /// "Svar från kommunalrådet Eva Ek (S) den 3 mars": who answers, not who asks.
  static func isAnswer(_ line: String) -> Bool {
    let lower = line.lowercased()
    return ["svar av ", "svar från ", "svarar gör "].contains { lower.hasPrefix($0) }
  }

  /// A line up to the one it is written to: "Fråga av Eva Ek (S) till borgarrådet …"; nothing where
  /// it begins with that.
  static func cut(_ line: String) -> String {
    let lower = line.lowercased()
    if lower.hasPrefix("till ") || lower.hasPrefix("till:") || lower.hasPrefix("svar till ") {
      return ""
    }
    guard let end = line.firstRange(of: " till ")?.lowerBound else { return line }
    let before = String(line[..<end])
    // "Interpellation till Bo Al (S) om feriejobb av Eva Ek (C)"
    guard !before.holds("("), line.last == ")",
      let author = line[end...].ranges(of: " av ").last?.upperBound
    else { return before }
    return line[author...].split(separator: " ").count <= 6 ? String(line[author...]) : before
  }
}
