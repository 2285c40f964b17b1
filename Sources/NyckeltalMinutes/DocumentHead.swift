import NyckeltalModel
import NyckeltalText

/// What the beginning and the end of a document say about the whole: its genre, its date, and who
/// wrote it.
enum DocumentHead {
  static func read(
    _ text: CleanText,
    source: SourceText,
    items: inout [AgendaItem],
    genre: inout Minutes.Genre,
    date: inout CalendarDate?
  ) {
    let numbered = items.contains { $0.number != nil }
    let head = headBlocks(text, items: items)
    genre = numbered ? .minutes : self.genre(text, head: head, items: items)
    for index in items.indices { complete(&items[index], text) }
    date = documentDate(text, source: source, head: head, numbered: numbered)
    if date == nil, !numbered, genre == .letter || genre == .press {
      date = closingDate(text)
    }
    if date == nil { date = items.lazy.compactMap(\.reportDate).first }
    if date == nil, !numbered { date = signingDate(text) }
    if !numbered {
      for index in items.indices { describe(&items[index], text) }
    }
    if genre == .letter, !numbered, !items.isEmpty {
      for index in items.indices { sign(&items[index], text, head: head) }
    }
  }

  /// The blocks before the first numbered item, or the first few of a document without items.
  private static func headBlocks(_ text: CleanText, items: [AgendaItem]) -> [Range<Int>] {
    var head: [Range<Int>] = []
    for block in text.blocks.prefix(14) {
      let line = block.range.count <= 120 ? text.folded(block.range) : ""
      if ItemHeading(line, isMarked: block.kind == .heading) != nil { break }
      head.append(block.range)
    }
    return head
  }

  private static func genre(
    _ text: CleanText,
    head: [Range<Int>],
    items: [AgendaItem]
  ) -> Minutes.Genre {
    let lines = head.filter { $0.count <= 160 }.map { text.folded($0).lowercased() }
    for line in lines {
      if line.holds("tjänsteutlåtande") || line.holds("tjänsteskrivelse") { return .report }
      if line.hasPrefix("press") { return .press }
      let words = line.split(separator: " ").prefix(3)
      for word in words {
        if ["motion", "interpellation", "skrivelse", "fråga", "medborgarförslag"].contains(
          where: { word.hasPrefix($0) })
        {
          return .letter
        }
      }
    }
    if items.contains(where: { $0.sections.contains { $0.kind != nil } }) { return .report }
    // A text without a head that speaks as "we" and asks is a letter.
    var speaks = false
    var asks = false
    for block in text.blocks where !block.range.isEmpty {
      let start = text.bytes[block.range.prefix(3)]
      if start.elementsEqual("Vi ".utf8) || start.elementsEqual("Jag".utf8) { speaks = true }
      if text.bytes[block.range.upperBound - 1] == 0x3F { asks = true }
    }
    return speaks && asks ? .letter : .report
  }

  // MARK: Dates

  private static func documentDate(
    _ text: CleanText,
    source: SourceText,
    head: [Range<Int>],
    numbered: Bool
  ) -> CalendarDate? {
    var first: CalendarDate?
    for range in head where range.count <= 200 || numbered {
      guard let date = CalendarDate.first(in: text.bytes, range) else { continue }
      let line = text.folded(range).lowercased()
      // "Till nämnden 2014-11-20" is when it will be dealt with, "per den" what it is about
      if line.hasPrefix("till ") || line.holds("per den") || holdsDates(line) { continue }
      if line.holds("sammanträd") || line.holds("protokoll") { return date }
      if first == nil, range.count <= 120 { first = date }
    }
    if let first { return first }
    for range in text.furniture {
      if let date = CalendarDate.first(in: source.utf8, range) { return date }
    }
    return nil
  }

  /// Whether several dates stand in a line, as they head the columns of a table.
  private static func holdsDates(_ line: String) -> Bool {
    line.split(separator: " ").count { word in
      word.utf8.count == 10 && word.utf8.dropFirst(4).first == 0x2D && word.utf8.first == 0x32
    } > 1
  }

  /// "Stockholm den 3 mars 2019" under a letter.
  private static func closingDate(_ text: CleanText) -> CalendarDate? {
    for block in text.blocks.suffix(6).reversed() where block.range.count <= 60 {
      if let date = CalendarDate.first(in: text.bytes, block.range) { return date }
    }
    return nil
  }

  /// "Stockholm den 18 november 2020" at the end of a report: a place and a date, nothing more.
  private static func signingDate(_ text: CleanText) -> CalendarDate? {
    for block in text.blocks.suffix(8).reversed() where block.range.count <= 45 {
      guard let date = CalendarDate.first(in: text.bytes, block.range) else { continue }
      let words = text.folded(block.range).split(separator: " ")
      guard words.count >= 2, words.count <= 5, words[0].first?.isUppercase ?? false,
        words[1] == "den" || words[1].first?.isNumber ?? false
      else { continue }
      return date
    }
    return nil
  }

  // MARK: Items

  /// A document without items: its title, and no section where it is no matter for a decision.
  private static func describe(_ item: inout AgendaItem, _ text: CleanText) {
    let isMatter = item.sections.contains { $0.kind == .proposal || $0.kind == .decision }
    if !isMatter {
      for index in item.sections.indices where item.sections[index].kind == .matter {
        item.sections[index].kind = nil
      }
    }
    guard item.title == nil, let first = item.sections.first else { return }
    var headings: [String] = []
    var isBehindHead = false
    for passage in first.passages.prefix(10) {
      switch passage {
      case .heading(let range):
        // what heads a part of the text is not the title of the whole
        if !isBehindHead || headings.isEmpty { headings.append(text.folded(range)) }
      case .paragraph(let range):
        if text.bytes[range.upperBound - 1] == 0x2E { isBehindHead = true }
      case .listItem, .table: isBehindHead = true
      }
    }
    let telling = headings.first { line in
      let lower = line.lowercased()
      return titleWords.contains { lower.holds($0) }
    }
    item.title = telling ?? headings.last
  }

  /// What the titles of reports and letters are called.
  private static let titleWords = [
    "rapport", "berättelse", "bokslut", "uppföljning", "verksamhetsplan", "budget", "motion",
    "skrivelse", "interpellation", "svar på", "redovisning", "delår",
  ]

  /// The date of the report on a matter, and the members who raised it.
  private static func complete(_ item: inout AgendaItem, _ text: CleanText) {
    if let title = item.title, CaselessText(Array(title.utf8)).holds(anyOf: raisedMatters) {
      item.authors = Speakers.named(in: title)
    }
    for section in item.sections {
      for passage in section.passages {
        guard case .paragraph(let range) = passage else { continue }
        if item.reportDate == nil { item.reportDate = reportDate(text, range) }
        let isStatement = section.kind?.isStatement ?? false
        guard item.authors.isEmpty, !isStatement, section.kind != .procedure,
          text.holds("(", in: range)
        else { continue }
        item.authors = authors(text, range)
      }
    }
  }

  private static func reportDate(_ text: CleanText, _ range: Range<Int>) -> CalendarDate? {
    guard text.caseless.holds(anyOf: ["tjänsteutl", "tjänsteskr"], in: range) else { return nil }
    for sentence in Sentences.split(text.bytes, range) where sentence.count <= 260 {
      guard text.caseless.holds(anyOf: ["tjänsteutlåtande", "tjänsteskrivelse"], in: sentence),
        let date = CalendarDate.first(in: text.bytes, sentence)
      else { continue }
      return date
    }
    return nil
  }

  private static func authors(_ text: CleanText, _ range: Range<Int>) -> [Speaker] {
    let words: [StaticString] = ["skrivelse", "motion", "interpellation", "fråg"]
    guard text.caseless.holds(anyOf: words, in: range) else { return [] }
    for sentence in Sentences.split(text.bytes, range) where sentence.count <= 700 {
      guard text.holds("(", in: sentence),
        text.caseless.holds(anyOf: raisedMatters, in: sentence)
      else { continue }
      let speakers = Speakers.named(in: text.folded(sentence))
      if !speakers.isEmpty { return speakers }
    }
    return []
  }

  /// What members raise.
  private static let raisedMatters: [StaticString] = [
    "skrivelse", "motion", "interpellation", "fråga", "frågor",
  ]

  /// Who speaks in a letter: those who sign below each part of it, or whom its head names.
  private static func sign(_ item: inout AgendaItem, _ text: CleanText, head: [Range<Int>]) {
    var sections: [Section] = []
    for section in item.sections {
      var part = Section(kind: section.kind ?? .letter)
      var signatures: [Speaker] = []
      for passage in section.passages {
        let signed = signature(passage, text)
        if signed.isEmpty, !signatures.isEmpty, !isRole(passage, text) {
          // the signatures end a part; what follows is somebody's answer
          part.speakers = signatures
          sections.append(part)
          part = Section(kind: nil)
          signatures = []
        }
        signatures += signed.filter { !signatures.contains($0) }
        part.passages.append(passage)
      }
      part.speakers = signatures
      sections.append(part)
    }
    item.sections = sections
    let named = head.prefix(6).filter { $0.count <= 160 }
      .flatMap { Speakers.named(in: text.folded($0)) }
    item.authors = sections.first { !$0.speakers.isEmpty }?.speakers ?? []
    // who asked is not who answers
    let answers = head.prefix(6).contains { text.folded($0).lowercased().hasPrefix("svar på") }
    if item.authors.isEmpty, !answers { item.authors = named }
    for index in item.sections.indices
    where item.sections[index].kind == .letter && item.sections[index].speakers.isEmpty {
      item.sections[index].speakers = item.authors
    }
  }

  /// The names of a passage that is nothing but names with parties.
  private static func signature(_ passage: Passage, _ text: CleanText) -> [Speaker] {
    let range: Range<Int>
    switch passage {
    case .heading(let found), .paragraph(let found): range = found
    case .listItem, .table: return []
    }
    guard range.count <= 200 else { return [] }
    let line = text.folded(range)
    // "För Moderaterna: Eva Ek"
    if line.hasPrefix("För "), line.holds(":"), line.last != ".", line.last != ":" {
      let parties = Speakers.named(in: line)
      return line.count <= 70 * parties.count ? parties : []
    }
    guard text.bytes[range].contains(0x28) else { return [] }
    guard line.last != ".", line.last != "?" else { return [] }
    let speakers = Speakers.named(in: line)
    let named = speakers.reduce(0) { $0 + $1.name.count + ($1.party?.count ?? 0) + 4 }
    let lower = line.lowercased()
    let hasRole = ["ordförande", "råd", "ledamot", "ledare"].contains { lower.holds($0) }
    return line.count <= named + (hasRole ? 50 : 24) && !lower.holds(" till ") ? speakers : []
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
