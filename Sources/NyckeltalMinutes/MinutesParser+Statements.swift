import NyckeltalModel
import NyckeltalText

/// Who speaks in a part of an item.
extension MinutesParser {
  /// Reads who makes a statement: under its heading, or where a further one begins without any.
  mutating func openStatement(_ range: Range<Int>) -> Bool {
    guard let current = section.kind, current.isStatement, range.count <= 900,
      awaitsSpeakers || range.count <= 400 && introducesStatement(range)
    else { return false }
    let line = text.folded(range)
    let speakers = Speakers.named(in: line.utf8.count <= 600 ? line : String(line.prefix(600)))
    if awaitsSpeakers {
      let isIntroduction = introducesStatement(range) || line.utf8.last == 0x3A
      let isSignature = line.utf8.count <= 200 && !speakers.isEmpty
      if isIntroduction || isSignature {
        section.speakers.append(contentsOf: speakers)
        awaitsSpeakers = !isIntroduction && speakers.isEmpty
        return true
      }
      awaitsSpeakers = false
      return false
    }
    guard !speakers.isEmpty else { return false }
    openSection(Self.statementKind(line) ?? current)
    section.speakers = speakers
    return true
  }

  private func introducesStatement(_ range: Range<Int>) -> Bool {
    let words = text.caseless
    let announces =
      text.bytes[range].last == 0x3A || words.holds("följande", in: range)
      || words.holds("reserver", in: range) || lodgesStatement(range)
    guard announces else { return false }
    return words.holds(
      anyOf: [
        "lämna", "reserver", "anmäl", "anför", "avger", "avgav", "inkom", "yttra", "anteckn",
      ],
      in: range
    )
  }

  /// "lämnar ett särskilt uttalande", whatever white space stands between.
  private func lodgesStatement(_ range: Range<Int>) -> Bool {
    guard text.caseless.holds("lämna", in: range) else { return false }
    guard text.caseless.holds("särskilt", in: range) else { return false }
    let line = text.folded(range).lowercased()
    return line.holds("lämnar ett särskilt") || line.holds("lämnade ett särskilt")
  }

  private static func statementKind(_ line: String) -> SectionKind? {
    let text = line.lowercased()
    if text.holds("ersättaryttrande") { return .deputyStatement }
    if text.holds("reserver") { return .reservation }
    if text.holds("särskil") || text.holds("protokollsanteckning") {
      return .specialStatement
    }
    return nil
  }

  /// Who speaks under a heading: "Svar från kommunalrådet Eva Ek (S)".
  func speaking(_ range: Range<Int>) -> [Speaker]? {
    guard item.number != nil, range.count <= 140, text.holds("(", in: range) else {
      return nil
    }
    let line = text.folded(range)
    let lower = line.lowercased()
    let opens = [
      "svar från ", "svar av ", "interpellation av ", "interpellation från ", "fråga av ",
      "fråga från ", "motion av ", "replik ", "från: ", "frågeställare: ",
    ]
    guard opens.contains(where: { lower.hasPrefix($0) }) else { return nil }
    let end = line.firstRange(of: " till ")?.lowerBound ?? line.endIndex
    let speakers = Speakers.named(in: String(line[..<end]))
    return speakers.isEmpty ? nil : speakers
  }
}

extension SectionKind {
  /// Whether members speak in it for themselves.
  var isStatement: Bool {
    switch self {
    case .reservation, .specialStatement, .deputyStatement: true
    case .decision, .matter, .proposal, .procedure, .letter: false
    }
  }
}
