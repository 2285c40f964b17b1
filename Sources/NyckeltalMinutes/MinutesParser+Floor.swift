import NyckeltalModel
import NyckeltalText

/// Who has the floor in an item that is debated: "Eva Ek (S) har ställt följande fråga:", "Bo Al (M)
/// svarar:", "Eva Ek (S) tackar för svaret".
extension MinutesParser {
  /// Reads a paragraph in which members take the floor or move something; returns whether it is one.
  ///
  /// What somebody announces ("svarar:", "lämnar följande svar") is theirs until another one takes
  /// the floor or the item goes on without them; all else only to the end of the paragraph.
  mutating func readFloor(_ range: Range<Int>) -> Bool {
    guard item.number != nil || item.isOpened || isOpenDebate else { return false }
    switch section.kind {
    case nil, .matter, .letter, .proposal, .procedure: break
    case .decision, .reservation, .specialStatement, .deputyStatement: return false
    }
    var start = range.lowerBound
    var hasFloor = false
    if text.holds("(", in: range) || section.floor != nil || !knownSpeakers.isEmpty {
      for sentence in Sentences.split(text.bytes, range) {
        guard let floor = floor(sentence, isFirst: sentence.lowerBound == range.lowerBound) else {
          continue
        }
        addFloorText(start..<sentence.lowerBound)
        let isUnderHeading = section.kind == .proposal && !section.isMoved
        openSection(floor.moves ? .proposal : outerKind)
        section.speakers = floor.speakers
        section.floor = floor.announces ? .announced : .paragraph
        section.isMoved = floor.moves && !isUnderHeading
        start = sentence.lowerBound
        hasFloor = true
      }
    }
    guard hasFloor || goesOnWithout(range) else { return false }
    if !hasFloor { openSection(outerKind) }
    addFloorText(start..<range.upperBound)
    return true
  }

  /// The kind of section that the floor was taken in: what one paragraph moved under no heading is
  /// over after it.
  private var outerKind: SectionKind? {
    section.isMoved ? .matter : section.kind
  }

  private mutating func addFloorText(_ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, Byte.isBlank(text.bytes[end - 1]) { end -= 1 }
    if end > range.lowerBound { section.passages.append(.paragraph(range.lowerBound..<end)) }
  }

  /// Whether the item goes on in a paragraph without the one who had the floor.
  private func goesOnWithout(_ range: Range<Int>) -> Bool {
    switch section.floor {
    case nil: return false
    case .paragraph: return !text.caseless.holds("att ", in: range.prefix(4))
    case .announced:
      let words = text.folded(range.prefix(120)).lowercased().split { $0 == " " || $0 == "," }
      guard let first = words.first, Self.parts.contains(String(first)) else { return false }
      return words.dropFirst().prefix(3).contains { Self.closings.contains(String($0)) }
    }
  }

  /// What the minutes themselves close after somebody's words: "Interpellationen anses besvarad".
  private static let parts: Set<String> = [
    "interpellationen", "interpellationsdebatten", "debatten", "ordföranden", "därmed", "frågan",
    "överläggningen", "kommunfullmäktige", "fullmäktige", "svaret", "mötet", "nämnden",
  ]
  private static let closings: Set<String> = [
    "anses", "förklaras", "förklarar", "förklarade", "är", "var", "beslutar", "beslutade", "finner",
    "fann", "ställer", "ställde", "tackar", "tackade", "konstaterar", "avslutas", "avslutades",
    "antecknas", "läggs", "avslutar",
  ]

  private struct Floor {
    var speakers: [Speaker]
    var announces: Bool
    var moves: Bool
  }

  /// Who takes the floor in a sentence that opens with their names.
  private func floor(_ sentence: Range<Int>, isFirst: Bool) -> Floor? {
    // inside somebody's words others are spoken of
    if section.floor == .announced, !isFirst { return nil }
    let line = text.folded(sentence.prefix(700))
    if let opening = opening(line) { return opening }
    guard let verb = FloorWords.verb(in: line.lowercased()) else { return nil }
    if FloorWords.isDebated(line) { return debated(line, behind: verb) }
    let names = Addressee.cut(String(decoding: line.utf8.prefix(verb.offset), as: UTF8.self))
    guard var speakers = openers(names, verb) else { return nil }
    let last = text.bytes[sentence.upperBound - 1]
    let isUnderHeading = section.kind == .proposal && !section.isMoved
    if verb.moves || verb.proposes && isUnderHeading {
      if section.kind == .procedure || section.kind == .matter && !section.isMoved && last != 0x3A {
        return nil
      }
      speakers += FloorWords.seconders(line).filter { !speakers.contains($0) }
      return Floor(speakers: speakers, announces: false, moves: true)
    }
    if isUnderHeading { return nil }
    let isDebate = section.floor != nil || isDebated || FloorWords.namesQuestion(line)
    let follows =
      last == 0x3A || verb.mayAnnounce && line.holds("följande")
      || verb.answersWhole && sentence.count <= 120
    guard verb.takesFloor || follows else { return nil }
    return Floor(speakers: speakers, announces: follows && isDebate, moves: false)
  }

  /// "Svar av Eva Ek (S): I dag är de 19", "Bo Al: Jag noterar …" of one who has spoken before.
  private func opening(_ line: String) -> Floor? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let before = String(line[..<colon])
    guard before.utf8.count <= 90 else { return nil }
    if Addressee.isAnswer(line), before.last == ")" {
      let speakers = Speakers.named(in: before)
      if !speakers.isEmpty { return Floor(speakers: speakers, announces: true, moves: false) }
    }
    guard let known = knownSpeakers.first(where: { $0.name == before }) else { return nil }
    return Floor(speakers: [known], announces: false, moves: false)
  }

  /// The members whose names open a sentence before its verb: with their parties, or known from
  /// before.
  private func openers(_ names: String, _ verb: FloorWords.Verb) -> [Speaker]? {
    let speakers = Speakers.named(in: names).filter { $0.name != $0.party }
    if let first = speakers.first {
      guard let name = names.firstRange(of: first.name),
        names.utf8.distance(from: names.startIndex, to: name.lowerBound) <= 45,
        verb.offset <= 70 + 45 * speakers.count
      else { return nil }
      return speakers
    }
    guard verb.takesFloor, section.floor != .announced else { return nil }
    let bare = names.trimmed
    return knownSpeakers.first { $0.name == bare || $0.name.hasSuffix(" " + bare) }.map { [$0] }
  }

  /// "I debatten yttrar sig Eva Ek (S) på nytt": the name stands behind the verb.
  private func debated(_ line: String, behind verb: FloorWords.Verb) -> Floor? {
    guard verb.offset <= 40 else { return nil }
    let rest = String(decoding: line.utf8.dropFirst(verb.offset).prefix(90), as: UTF8.self)
    let speakers = Speakers.named(in: rest).filter { $0.name != $0.party }
    if !speakers.isEmpty { return Floor(speakers: speakers, announces: false, moves: false) }
    let words = rest.split(separator: " ").dropFirst().prefix(3).map(String.init)
    let known = knownSpeakers.first { speaker in
      words.contains { speaker.name.hasSuffix(" " + $0) }
    }
    return known.map { Floor(speakers: [$0], announces: false, moves: false) }
  }

  /// Who has been named with a party where they raised the item, spoke or moved something in it.
  private var knownSpeakers: [Speaker] {
    var known: [Speaker] = []
    if let title = item.title, title.holds("(") { known += Speakers.named(in: title) }
    for section in item.sections { known += section.speakers }
    return (known + section.speakers).filter { $0.name != $0.party && $0.name.holds(" ") }
  }

  /// Whether the item is a question that is answered.
  private var isDebated: Bool { item.title.map { FloorWords.namesQuestion($0) } ?? false }
}

/// Verbs with which members take the floor.
enum FloorWords {
  /// Whether a sentence tells what is said in a debate: "I debatten anför …".
  static func isDebated(_ line: String) -> Bool {
    let lower = line.lowercased()
    return ["i debatten ", "under debatten ", "i överläggningen ", "under överläggningen "]
      .contains { lower.hasPrefix($0) }
  }

  /// Whether a line names a question that members put and somebody answers.
  static func namesQuestion(_ line: String) -> Bool {
    CaselessText(Array(line.utf8)).holds(anyOf: ["interpellation", "fråga ", "frågan "])
      || line.lowercased().hasSuffix("fråga")
  }

  /// Who seconds what is moved: "yrkar, med instämmande av Bo Al (KD), att …".
  static func seconders(_ line: String) -> [Speaker] {
    guard let word = line.firstRange(of: "instämmande ") else { return [] }
    let rest = line[word.upperBound...].prefix(120)
    let end = rest.lastIndex(of: ")").map { rest.index(after: $0) } ?? rest.startIndex
    return Speakers.named(in: String(rest[..<end]))
  }

  struct Verb {
    /// Where it begins in the line's bytes.
    var offset: Int
    /// "svarar", "tackar", "genmäler": what follows in the paragraph is theirs.
    var takesFloor = false
    /// "har ställt följande interpellation", "lämnar följande svar".
    var mayAnnounce = false
    /// "besvarar interpellationen", after which the answer itself stands.
    var answersWhole = false
    /// "yrkar", "lämnar ett ändringsyrkande".
    var moves = false
    /// "föreslår", which moves something under the heading of proposals only.
    var proposes = false
  }

  /// The first such verb of a line in lower case.
  static func verb(in line: String) -> Verb? {
    var first: Verb?
    let bytes = Array(line.utf8)
    for (word, verb) in words {
      guard let at = find(word, bytes), at < (first?.offset ?? .max) else { continue }
      var found = verb
      found.offset = at
      first = found
    }
    if var lodges = first, lodges.mayAnnounce, !lodges.takesFloor, line.holds("yrkande") {
      lodges.moves = true
      return lodges
    }
    return first
  }

  private static func find(_ word: [UInt8], _ bytes: [UInt8]) -> Int? {
    guard bytes.count > word.count else { return nil }
    var index = 1
    while index + word.count <= bytes.count {
      if bytes[index - 1] == Byte.space, bytes[index] == word[0],
        bytes[index..<index + word.count].elementsEqual(word)
      {
        let end = index + word.count
        if end == bytes.count || !Byte.isLetter(bytes[end]) && bytes[end] < 0x80 { return index }
      }
      index += 1
    }
    return nil
  }

  private static let words: [([UInt8], Verb)] =
    takers.map { (Array($0.utf8), Verb(offset: 0, takesFloor: true, mayAnnounce: true)) }
    + announcers.map { (Array($0.utf8), Verb(offset: 0, mayAnnounce: true)) }
    + answers.map {
      (Array($0.utf8), Verb(offset: 0, takesFloor: true, mayAnnounce: true, answersWhole: true))
    }
    + movers.map { (Array($0.utf8), Verb(offset: 0, moves: true)) }
    + proposers.map { (Array($0.utf8), Verb(offset: 0, proposes: true)) }

  private static let takers = [
    "svarar", "svarade", "tackar", "tackade", "replikerar", "replikerade", "genmäler", "genmälde",
    "invänder", "invände", "kommenterar", "kommenterade", "bemöter", "bemötte", "inleder",
    "inledde",
  ]
  private static let answers = ["besvarar", "besvarade", "besvarat"]
  private static let announcers = [
    "lämnar", "lämnade", "lämnat", "har", "ställer", "ställde", "ställt", "anför", "anförde",
    "anfört", "yttrar", "yttrade", "skriver", "skrev", "meddelar", "meddelade", "avger", "avgav",
    "inkommer", "inkom",
  ]
  private static let movers = ["yrkar", "yrkade", "yrkat"]
  private static let proposers = [
    "föreslår", "föreslog", "föreslagit", "lade", "lägger", "begär", "begärde", "hemställer",
    "hemställde", "förordar", "förordade",
  ]
}
