import NyckeltalModel
import NyckeltalText

/// Parts of an item that are told within a paragraph: "Beslut: …", "Eva Ek (S) reserverar sig: …".
extension MinutesParser {
  /// Reads a paragraph that begins with the name of its part.
  ///
  /// "Beslut: Motionen avslås.", "Reservation av Eva Ek (S): Bara 40 unga fick jobb."
  mutating func readLabel(_ block: Block) -> Bool {
    guard block.kind == .paragraph, SectionHeading.mayBe(text, block.range.prefix(24)),
      let sign = labelEnd(block.range)
    else { return false }
    let label = text.folded(block.range.lowerBound..<sign)
    guard let kind = SectionHeading(label).kind, !Prose.isProse(label),
      label.utf8.count <= 40 || kind.isStatement, !label.lowercased().hasPrefix("svar")
    else { return false }
    var start = sign + 1
    while start < block.range.upperBound, Byte.isBlank(text.bytes[start]) { start += 1 }
    let rest = start..<block.range.upperBound
    guard rest.count > 3, readSectionHeading(label, isMarked: false) else { return false }
    mark(.passage)
    if !openStatements(rest) { section.passages.append(.paragraph(rest)) }
    return true
  }

  /// The colon or the stroke behind the words that open a paragraph.
  private func labelEnd(_ range: Range<Int>) -> Int? {
    for index in range.prefix(110) {
      switch text.bytes[index] {
      case 0x3A:
        let next = index + 1
        return next < range.upperBound && Byte.isBlank(text.bytes[next]) ? index : nil
      case 0x7C: return index > range.lowerBound ? index : nil
      case 0x2E where index + 1 < range.upperBound && Byte.isBlank(text.bytes[index + 1]):
        // "m.fl. (s)", not the end of a sentence
        let before = text.bytes[max(range.lowerBound, index - 2)..<index]
        if !before.elementsEqual("fl".utf8) { return nil }
      default: break
      }
    }
    return nil
  }

  /// Reads a paragraph of an item in which members lodge a statement under no heading:
  /// "Eva Ek (S) reserverar sig. Bara 40 unga fick jobb."
  ///
  /// What follows is theirs where the words end with a colon, else the paragraph alone.
  mutating func openInlineStatement(_ range: Range<Int>) -> Bool {
    guard item.number != nil || item.isOpened, !(section.kind?.isStatement ?? false),
      section.floor != .announced,
      text.caseless.holds(anyOf: ["reserver", "protokollsanteckning", "särskilt"], in: range),
      let sentence = Sentences.split(text.bytes, range).first, sentence.count <= 500
    else { return false }
    let line = text.folded(sentence)
    guard let (kind, verb) = Self.lodged(line.lowercased()) else { return false }
    let names = String(decoding: line.utf8.prefix(verb), as: UTF8.self)
    var speakers = Speakers.named(in: names)
    if speakers.isEmpty { speakers = Speakers.parties(in: names) }
    guard let first = speakers.first, let name = names.firstRange(of: first.name),
      names.utf8.distance(from: names.startIndex, to: name.lowerBound) <= 45
    else { return false }
    let outer = section.kind
    openSection(kind)
    section.speakers = speakers
    section.passages.append(.paragraph(range))
    let isAnnounced = sentence.upperBound == range.upperBound && line.last == ":"
    if !isAnnounced { section.outer = outer ?? .matter }
    return true
  }

  /// Which statement a sentence lodges, and where its verb stands in the bytes.
  private static func lodged(_ line: String) -> (SectionKind, Int)? {
    func place(_ word: String) -> Int? {
      line.firstRange(of: word).map {
        line.utf8.distance(from: line.startIndex, to: $0.lowerBound)
      }
    }
    if let verb = place(" reserverar ") ?? place(" reserverade ") { return (.reservation, verb) }
    let verbs = [" lämnar ", " lämnade ", " inkommer med ", " inkom med ", " avger ", " avgav "]
    guard let verb = verbs.compactMap(place).min() else { return nil }
    if line.holds("ersättaryttrande") { return (.deputyStatement, verb) }
    if line.holds("protokollsanteckning") || line.holds("särskilt yttrande")
      || line.holds("särskilt uttalande")
    {
      return (.specialStatement, verb)
    }
    return nil
  }

  /// Ends a statement that one paragraph made under no heading.
  mutating func endParagraphStatement(before block: Block) {
    guard let outer = section.outer, block.kind == .paragraph, !section.passages.isEmpty else {
      return
    }
    openSection(outer == .decision ? .matter : outer)
  }

  /// Whether a paragraph tells of the matter below what was decided under no heading of its own:
  /// prose that orders nothing.
  func leavesDecision(_ range: Range<Int>) -> Bool {
    guard section.kind == .decision, range.count >= 60 else { return false }
    let hasDecided = section.passages.contains { passage in
      switch passage {
      case .listItem: true
      case .paragraph(let before):
        text.bytes[before.prefix(4)].elementsEqual("att ".utf8)
          || text.caseless.holds(anyOf: Self.decidingWords, in: before)
      case .heading, .table: false
      }
    }
    guard hasDecided else { return false }
    let sentence = Sentences.split(text.bytes, range).first ?? range
    guard !text.bytes[range.prefix(4)].elementsEqual("att ".utf8),
      !text.caseless.holds(anyOf: Self.decidingWords, in: sentence)
    else { return false }
    return Prose.isProse(text.folded(range.prefix(600)))
  }

  private static let decidingWords: [StaticString] = [
    "godkän", "beslut", "uppdra", "fastställ", "antar", "antas", "justeras", "avslå", "avslag",
    "bifall", "besvara", "till handlingarna", "återkomma", "återremi", "överlämna", "tillstyrk",
    "avstyrk", "noter", " ges ", "avsätt", "tilldela", "bevilja", "fördela", "upphäv", "remitter",
    "avge", "medge", "föreslå", "hemställ", "omedelbart", "ställer sig", "ska ", "ansök",
  ]

  // MARK: Parties

  /// Reads a line of parties' names above what they say: "Moderaterna och Liberalerna".
  mutating func readPartyHeading(_ block: Block) -> Bool {
    guard hasPartyHeadings, list == nil, let speakers = Self.parties(block, text) else {
      return false
    }
    openSection(section.kind)
    section.speakers = speakers
    section.passages.append(.heading(block.range))
    return true
  }

  /// The parties whose names are all that a line holds.
  static func parties(_ block: Block, _ text: CleanText) -> [Speaker]? {
    guard block.kind == .paragraph || block.kind == .heading, (9...80).contains(block.range.count)
    else { return nil }
    let first = text.bytes[block.range.lowerBound]
    guard first &- 65 < 26 || first == 0xC3,
      text.caseless.holds(anyOf: ["erna", "partiet", "centern"], in: block.range)
    else { return nil }
    let words = text.folded(block.range).split { $0 == " " || $0 == "," || $0 == ":" }
    guard words.count <= 6 else { return nil }
    var speakers: [Speaker] = []
    for word in words where word != "och" && word != "samt" {
      guard let party = Speakers.partyNames[word.lowercased()] else { return nil }
      speakers.append(Speaker(name: String(word), party: party))
    }
    return speakers.isEmpty ? nil : speakers
  }
}
