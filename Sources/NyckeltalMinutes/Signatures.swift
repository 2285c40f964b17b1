import NyckeltalModel
import NyckeltalText

/// Who speaks in a letter or a statement that stands alone, by its head and by the names below it.
enum Signatures {
  /// Who speaks in a letter: those who sign below each part of it, or whom its head names.
  ///
  /// - Parameters:
  ///   - item: The letter.
  ///   - text: The document.
  ///   - head: The blocks at its top.
  ///   - kind: What its first part is.
  static func sign(
    _ item: inout AgendaItem,
    _ text: CleanText,
    head: [Range<Int>],
    kind: SectionKind?
  ) {
    var sections: [Section] = []
    for section in item.sections {
      var part = Section(kind: section.kind ?? kind)
      part.speakers = section.speakers
      var signatures: [Speaker] = []
      var hasProse = false
      part.isAnswer = section.isAnswer
      for passage in section.passages {
        let signed = hasProse ? signature(passage, text) : []
        if signed.isEmpty, !signatures.isEmpty, !isRole(passage, text) {
          // the signatures end a part; what follows is somebody's answer
          part.speakers = signatures
          sections.append(part)
          part = Section(kind: nil)
          signatures = []
          hasProse = false
        }
        hasProse = hasProse || isProse(passage, text)
        signatures += signed.filter { !signatures.contains($0) }
        part.passages.append(passage)
      }
      if !signatures.isEmpty { part.speakers = signatures }
      sections.append(part)
    }
    item.sections = sections
    let lines = head.prefix(8).filter { $0.count <= 200 }.map { text.folded($0) }
      .filter { !Addressee.isAnswer($0) }
    let signed = sections.first { !$0.speakers.isEmpty && !$0.isAnswer }?.speakers ?? []
    // who asked is not who answers
    let answers = lines.contains { LetterWords.isAnswer($0.lowercased()) }
    item.authors = signed
    if item.authors.isEmpty, !answers { item.authors = authors(lines) }
    let closing = item.sections.flatMap(\.passages).drop { !isProse($0, text) }.suffix(8)
    if item.authors.isEmpty, !answers { item.authors = signers(closing, text) }
    if item.authors.isEmpty, !answers {
      item.authors = signers(head.prefix(6).map { Passage.heading($0) }, text)
    }
    if item.authors.isEmpty, !answers { item.authors = movers(item, text) }
    for index in item.sections.indices
    where item.sections[index].kind == kind && item.sections[index].speakers.isEmpty {
      item.sections[index].speakers = item.authors
    }
    // "Fråga 1." of somebody's answer
    if answers {
      splitQuestions(&item, text)
      item.authors = []
    }
  }

  /// Whom the head of a letter names as its author: "av Eva Ek (S)", and never whom it is to.
  static func authors(_ lines: [String]) -> [Speaker] {
    var authors: [Speaker] = []
    for line in lines {
      let words = Addressee.cut(line)
      guard !words.isEmpty, words.last != "." else { continue }
      for speaker in Speakers.named(in: words) where !authors.contains(speaker) {
        authors.append(speaker)
      }
    }
    // a party that stands at the head is that of the one who is named
    let named = authors.filter { $0.name != $0.party && !Speakers.isParty($0.name) }
    return named.isEmpty ? authors : named
  }

  /// A party that moves or asks in a letter: "Vänsterpartiet Ekvik yrkar", "Vi socialdemokrater".
  static func movers(_ item: AgendaItem, _ text: CleanText) -> [Speaker] {
    for section in item.sections {
      for passage in section.passages {
        guard let range = passage.line else { continue }
        for sentence in Sentences.split(text.bytes, range) where sentence.count <= 900 {
          let line = text.folded(sentence.prefix(200))
          if let speaker = Speakers.mover(in: line) ?? Speakers.ownParty(in: line) {
            return [speaker]
          }
        }
      }
    }
    return []
  }

  /// Gives the questions that an answer repeats back to those who asked.
  private static func splitQuestions(_ item: inout AgendaItem, _ text: CleanText) {
    var sections: [Section] = []
    for section in item.sections {
      var part = Section(kind: section.kind)
      part.speakers = section.speakers
      var asks = false
      for passage in section.passages {
        let line = passage.line.map { text.folded($0.prefix(60)).lowercased() } ?? ""
        let isQuestion = line.hasPrefix("fråga ") || line.hasPrefix("fråga:")
        let isAnswer = line.hasPrefix("svar:") || line.hasPrefix("svar ")
        if isQuestion != asks, isQuestion || isAnswer {
          if !part.passages.isEmpty { sections.append(part) }
          part = Section(kind: section.kind)
          part.speakers = isQuestion ? [] : section.speakers
          asks = isQuestion
        }
        part.passages.append(passage)
      }
      sections.append(part)
    }
    item.sections = sections
  }

  /// Who makes a statement that is a document of its own and names nobody at its head: those who
  /// sign at its end.
  static func signStatements(of item: inout AgendaItem, _ text: CleanText) {
    guard let last = item.sections.last, last.kind?.isStatement == true,
      item.sections.allSatisfy({ $0.kind == nil || $0.kind?.isStatement == true })
    else { return }
    var signatures: [Speaker] = []
    for passage in last.passages.suffix(8) {
      signatures += signature(passage, text).filter { !signatures.contains($0) }
    }
    for index in item.sections.indices
    where item.sections[index].kind != nil && item.sections[index].speakers.isEmpty {
      item.sections[index].speakers = signatures
    }
  }

  /// Who signs a blog or a letter to the editor, at its end or at its head; nobody where others are
  /// quoted or asked.
  static func signOpinion(_ item: inout AgendaItem, _ text: CleanText, head: [Range<Int>]) {
    let all = item.sections.flatMap(\.passages)
    // the title is no signature
    let passages = all.drop { !isProse($0, text) }
    var signed = signers(passages.suffix(6), text)
    if signed.isEmpty { signed = presented(head, text) }
    if signed.isEmpty { signed = signers(head.prefix(4).map { Passage.heading($0) }, text) }
    if signed.isEmpty { signed = movers(item, text) }
    guard !signed.isEmpty else { return }
    item.authors = signed
    for index in item.sections.indices
    where item.sections[index].speakers.isEmpty && item.sections[index].kind == nil {
      item.sections[index].speakers = signed
    }
  }

  /// "Eva Ek, Vänsterpartiet Ekvik", "Vänsterpartiet i Ekvik" as a line.
  static func byline(_ passage: Passage, _ text: CleanText) -> [Speaker] {
    guard let range = passage.line, range.count <= 120 else { return [] }
    let line = text.folded(range)
    guard let last = line.last, last != ".", last != "?", last != "!", last != ":" else {
      return []
    }
    let words = line.split(separator: " ")
    let speakers = Speakers.named(in: line).filter { Speakers.isParty($0.name) || $0.party != nil }
    guard speakers.count == 1, let only = speakers.first else { return [] }
    if Speakers.isParty(only.name), words.count > 4 { return [] }
    if Speakers.isParty(only.name), !line.hasPrefix(only.name), !line.hasPrefix("För ") {
      return []
    }
    return line.holds(",") || words.count <= 4 ? speakers : []
  }

  /// The names of a passage that is nothing but names with parties.
  static func signature(_ passage: Passage, _ text: CleanText) -> [Speaker] {
    guard let range = passage.line, range.count <= 200 else { return [] }
    let line = text.folded(range)
    // "För Moderaterna: Eva Ek"
    if line.hasPrefix("För "), line.holds(":"), line.last != ".", line.last != ":" {
      let parties = Speakers.named(in: line)
      return line.count <= 70 * parties.count ? parties : []
    }
    guard text.bytes[range].contains(0x28) || line.holds(",") else { return [] }
    guard let last = line.last, !".?;:".contains(last) else { return [] }
    let lower = line.lowercased()
    guard !lower.hasPrefix("till "), !lower.holds(" till "), !lower.hasPrefix("svar ") else {
      return []
    }
    let speakers = Speakers.named(in: line)
    guard !speakers.isEmpty, !speakers.allSatisfy({ $0.name == $0.party }) else { return [] }
    let named = speakers.reduce(0) { $0 + $1.name.count + ($1.party?.count ?? 0) + 4 }
    // "Eva Ek (M) ordförande i nämnden publicerad 24 maj 2022"
    if let first = speakers.first, line.hasPrefix(first.name + " ("), line.count <= named + 80,
      !Prose.isProse(line), !line.holds(". "), !lower.holds("yrka"), !lower.holds("föresl")
    {
      return speakers
    }
    let hasRole = ["ordförande", "råd", "ledamot", "ledare"].contains { lower.holds($0) }
    return line.count <= named + (hasRole ? 50 : 24) ? speakers : []
  }

  static func isProse(_ passage: Passage, _ text: CleanText) -> Bool {
    switch passage {
    case .paragraph(let range), .listItem(let range, _):
      guard let last = text.bytes[range].last else { return false }
      return range.count > 30 && (last == 0x2E || last == 0x3F || range.count > 160)
    case .table: return true
    case .heading: return false
    }
  }

  /// The office under a signature: "Kommunstyrelsens ordförande".
  private static func isRole(_ passage: Passage, _ text: CleanText) -> Bool {
    switch passage {
    case .heading(let range), .paragraph(let range):
      let line = text.folded(range).lowercased()
      return range.count <= 60
        && ["ordförande", "råd", "ledamot", "ledare"].contains { line.holds($0) }
    case .listItem, .table: return false
    }
  }
}

extension Passage {
  /// The range of a line of text; `nil` for a list's item and a table.
  var line: Range<Int>? {
    switch self {
    case .heading(let range), .paragraph(let range): range
    case .listItem, .table: nil
    }
  }
}
