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
      for index in items.indices { Signatures.sign(&items[index], text, head: head) }
    }
    if items.count == 1 { Signatures.signStatements(of: &items[0], text) }
  }

  /// The committee and the municipality whose document it is; `nil` for what members write.
  static func body(
    _ text: CleanText,
    source: SourceText,
    items: [AgendaItem],
    genre: Minutes.Genre
  ) -> String? {
    guard genre == .minutes || genre == .report else { return nil }
    let head = headBlocks(text, items: items).map { text.folded($0) }
    let pages = text.furniture.prefix(4).map { source.utf8.foldedText($0) }
    return DocumentBody.read(head + pages)
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
    let lines = head.filter { $0.count <= 160 }.map { unspaced(text.folded($0)).lowercased() }
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

  /// "M O T I O N" as a word; other lines as they are.
  private static func unspaced(_ line: String) -> String {
    let letters = line.split(separator: " ")
    guard letters.count >= 5, letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true })
    else { return line }
    return letters.joined()
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
}
