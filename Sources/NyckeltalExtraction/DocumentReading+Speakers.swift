import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText

extension DocumentReading {
  /// Who speaks in what follows: "Ordföranden Eva Ek (M) försvarar beslutet:".
  func announcedSpeakers(_ range: Range<Int>) -> [Speaker] {
    let bytes = minutes.text.bytes
    guard context.speakers.isEmpty, minutes.genre == .press, range.count < 300,
      bytes[range.upperBound - 1] == 0x3A, bytes[range].contains(0x28)
    else { return [] }
    return Speakers.named(in: minutes.text.folded(range))
  }

  /// Who is quoted, where a name and a word of speech follow the words.
  mutating func quotedSpeakers(_ range: Range<Int>) -> [Speaker]? {
    guard context.speakers.isEmpty else { return nil }
    if minutes.text.holds("(", in: range) {
      for word in Self.speech where minutes.text.holds(word, in: range) {
        let line = minutes.text.folded(range)
        guard let found = line.firstRange(of: " \(word) ") else { continue }
        let speakers = Speakers.named(in: String(line[found.upperBound...].prefix(80)))
        if !speakers.isEmpty {
          quoted += speakers.filter { !quoted.contains($0) }
          return speakers
        }
      }
      return demandingSpeakers(range)
    }
    // "säger Eva Ek", who was introduced with her party before
    guard !quoted.isEmpty else { return nil }
    for word in Self.speech where minutes.text.holds(word, in: range) {
      let line = minutes.text.folded(range)
      guard let found = line.firstRange(of: " \(word) ") else { continue }
      let name = line[found.upperBound...]
      if let speaker = quoted.first(where: { name.hasPrefix($0.name) }) { return [speaker] }
      if name.hasPrefix("hon") || name.hasPrefix("han "), let last = quoted.last { return [last] }
    }
    return nil
  }

  /// Who opens a sentence that demands something: "Eva Ek (C) yrkar att …".
  private func demandingSpeakers(_ range: Range<Int>) -> [Speaker]? {
    guard minutes.genre != .press,
      minutes.text.caseless.holds(anyOf: Self.demands, in: range)
    else { return nil }
    let line = minutes.text.folded(range)
    for word in ["yrkar", "frågar", "undrar", "begär"] {
      guard let found = line.firstRange(of: " \(word) "),
        line.distance(from: line.startIndex, to: found.lowerBound) <= 120
      else { continue }
      let before = line[..<found.lowerBound]
      guard before.last == ")" else { continue }
      let speakers = Speakers.named(in: String(before))
      if !speakers.isEmpty { return speakers }
    }
    return nil
  }

  private static let demands: [StaticString] = ["yrkar", "frågar", "undrar", "begär"]

  private static let speech: [StaticString] = [
    "säger", "menar", "anser", "hävdar", "konstaterar", "kommenterar", "uppger",
  ]
}
