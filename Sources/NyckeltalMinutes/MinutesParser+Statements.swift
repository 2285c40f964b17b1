import NyckeltalModel
import NyckeltalText

/// Who speaks in a part of an item.
extension MinutesParser {
  /// Reads who makes a statement: under its heading, or where a further one begins without any.
  ///
  /// Only the words that say so are taken; what follows them in the same paragraph is the
  /// statement, and may in its turn end where another one begins.
  mutating func openStatements(_ range: Range<Int>) -> Bool {
    guard let current = section.kind, current.isStatement else { return false }
    guard range.count <= 400 || awaitsSpeakers || text.bytes[range].contains(0x28) else {
      return false
    }
    if awaitsSpeakers, isSignature(range) {
      section.speakers += Speakers.named(in: text.folded(range))
      awaitsSpeakers = false
      mark(.section)
      return true
    }
    if openNamedStatement(range, among: current) { return true }
    var start = range.lowerBound
    var found = false
    var isWhole = true
    for sentence in Sentences.split(text.bytes, range) {
      guard let words = introduction(sentence) else {
        if awaitsSpeakers, !found { awaitsSpeakers = false }
        continue
      }
      addText(start..<sentence.lowerBound)
      if start < sentence.lowerBound { isWhole = false }
      open(words, among: current)
      found = true
      start = skipBlanks(words.range.upperBound, range.upperBound)
    }
    if !found {
      awaitsSpeakers = false
      return false
    }
    isWhole = isWhole && start == range.upperBound
    addText(start..<range.upperBound)
    if isWhole { mark(.section) }
    return true
  }

  /// Reads a statement that its makers' names and a colon open: "Eva Ek (S): Bara 40 …".
  private mutating func openNamedStatement(_ range: Range<Int>, among kind: SectionKind) -> Bool {
    guard let colon = text.bytes[range.prefix(160)].firstIndex(of: 0x3A),
      text.bytes[range.lowerBound..<colon].last == 0x29
    else { return false }
    let line = text.folded(range.lowerBound..<colon)
    let speakers = Speakers.named(in: line)
    let length = speakers.reduce(0) { $0 + $1.name.utf8.count + 5 }
    guard !speakers.isEmpty, line.utf8.count <= length + 22 * speakers.count else { return false }
    if section.speakers != speakers {
      if !section.passages.isEmpty || !section.speakers.isEmpty { openSection(kind) }
      section.speakers = speakers
    }
    awaitsSpeakers = false
    section.passages.append(.paragraph(range))
    return true
  }

  /// The words that say who speaks.
  private struct Introduction {
    var range: Range<Int>
    var speakers: [Speaker]
    /// Whether the statement follows: "följande", a colon.
    var announces: Bool
    var kind: SectionKind?
  }

  private mutating func open(_ words: Introduction, among current: SectionKind) {
    let kind = words.kind ?? section.kind ?? current
    // who is against the decision, before each says why
    let parties = Set(section.speakers.map(\.party))
    let isSame = words.speakers.allSatisfy { parties.contains($0.party) }
    if section.passages.isEmpty,
      awaitsSpeakers || kind == section.kind && (!words.announces || isSame)
    {
      section.speakers += words.speakers.filter { !section.speakers.contains($0) }
      if let kind = words.kind, kind != section.kind, section.speakers == words.speakers {
        section.kind = kind
      }
      awaitsSpeakers = words.speakers.isEmpty
      return
    }
    openSection(kind)
    section.speakers = words.speakers
  }

  private mutating func addText(_ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, Byte.isBlank(text.bytes[end - 1]) { end -= 1 }
    if end > range.lowerBound { section.passages.append(.paragraph(range.lowerBound..<end)) }
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end, Byte.isBlank(text.bytes[start]) { start += 1 }
    return start
  }

  /// The part of a sentence that says who makes a statement; `nil` when it says nothing of the kind.
  private func introduction(_ sentence: Range<Int>) -> Introduction? {
    guard sentence.count <= 900, introducesStatement(sentence) else { return nil }
    var range = sentence
    var hasColon = false
    // "… lämnar följande anteckning: Förra året …"
    if let colon = colon(in: sentence) {
      range = sentence.lowerBound..<colon + 1
      hasColon = true
    }
    let line = text.folded(range.prefix(600))
    var speakers = Speakers.named(in: line)
    if speakers.isEmpty { speakers = Speakers.parties(in: line) }
    guard awaitsSpeakers || !speakers.isEmpty else { return nil }
    // "… reserverar sig, då 300 unga har sökt" states something itself
    if !hasColon, statesMore(range) { range = range.lowerBound..<range.lowerBound }
    let announces =
      hasColon || text.caseless.holds(anyOf: ["följande", "anför"], in: range)
      || Self.lodges(line)
    return Introduction(
      range: range,
      speakers: speakers,
      announces: announces,
      kind: Self.statementKind(line)
    )
  }

  /// Whether a sentence that says who speaks also says what: a number after "att", "då", "eftersom".
  private func statesMore(_ range: Range<Int>) -> Bool {
    let words: [StaticString] = [" att ", " då ", " eftersom ", " för att ", " på grund av "]
    guard text.caseless.holds(anyOf: words, in: range),
      !text.caseless.holds("följande", in: range)
    else { return false }
    let start = text.bytes[range].firstIndex(of: 0x29) ?? range.lowerBound
    return text.bytes[start..<range.upperBound].contains(where: Byte.isDigit)
  }

  /// The colon behind which the statement itself begins.
  private func colon(in sentence: Range<Int>) -> Int? {
    for index in sentence where text.bytes[index] == 0x3A {
      let next = index + 1
      guard next == sentence.upperBound || Byte.isBlank(text.bytes[next]) else { continue }
      return introducesStatement(sentence.lowerBound..<next) ? index : nil
    }
    return nil
  }

  private func isSignature(_ range: Range<Int>) -> Bool {
    guard range.count <= 200, !Speakers.named(in: text.folded(range)).isEmpty else { return false }
    return !introducesStatement(range) && ![0x2E, 0x3F, 0x21].contains(text.bytes[range].last)
  }

  private func introducesStatement(_ range: Range<Int>) -> Bool {
    let words = text.caseless
    let announces =
      text.bytes[range].last == 0x3A || words.holds("följande", in: range)
      || words.holds("reserver", in: range) || lodgesStatement(range)
      || words.holds("anför", in: range) && awaitsSpeakers
    guard announces else { return false }
    return words.holds(
      anyOf: [
        "lämna", "reserver", "anmäl", "anför", "avger", "avgav", "inkom", "yttra", "anteckn",
        "framför",
      ],
      in: range
    )
  }

  /// "lämnar ett särskilt uttalande", whatever white space stands between.
  private func lodgesStatement(_ range: Range<Int>) -> Bool {
    guard text.caseless.holds(anyOf: ["lämna", "inkom", "avger"], in: range) else { return false }
    guard text.caseless.holds(anyOf: ["särskilt", "ersättar", "anteckning"], in: range) else {
      return false
    }
    return Self.lodges(text.folded(range))
  }

  private static func lodges(_ line: String) -> Bool {
    let line = line.lowercased()
    return line.holds("lämnar ett särskilt") || line.holds("lämnade ett särskilt")
      || line.holds("inkommer med särskilt") || line.holds("inkom med särskilt")
      || line.holds("avger särskilt") || line.holds("avger ett särskilt")
      || line.holds("lämnar särskilt") || line.holds("lämnade särskilt")
      || line.holds("lämnar ett ersättar") || line.holds("lämnade ett ersättar")
  }

  private static func statementKind(_ line: String) -> SectionKind? {
    let text = line.lowercased()
    if text.holds("ersättaryttrande") || text.holds("ersättaruttalande") {
      return .deputyStatement
    }
    if text.holds("reserver") { return .reservation }
    if text.holds("särskil") || text.holds("protokollsanteckning") {
      return .specialStatement
    }
    return nil
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
