import NyckeltalModel
import NyckeltalText

/// What the beginning and the end of a document say about the whole: its genre, its date, and who
/// wrote it.
struct DocumentHead {
  let text: CleanText
  let source: SourceText
  private(set) var items: [AgendaItem]
  private(set) var genre = Minutes.Genre.report
  private(set) var date: CalendarDate?
  private(set) var dateOrigin: Minutes.DateOrigin?
  /// Whether bullets or headings without numbers are items.
  private let isLaidOut: Bool

  init(_ text: CleanText, source: SourceText, items: [AgendaItem], layout: ItemLayout) {
    self.text = text
    self.source = source
    self.items = items
    isLaidOut = !layout.isEmpty
  }

  mutating func read() {
    let numbered = isLaidOut || items.contains { $0.number != nil }
    let head = Self.headBlocks(text, items: items)
    genre = numbered ? .minutes : self.genre(head)
    for index in items.indices { Self.complete(&items[index], text) }
    if !numbered, items.count == 1 { items[0].number = number(in: head) }
    let dates = DocumentDate(text: text, source: source, head: head)
    (date, dateOrigin) = dates.read(
      isLetter: !numbered && (genre == .letter || genre == .press),
      numbered: numbered,
      reportDate: items.lazy.compactMap(\.reportDate).first
    )
    if !numbered {
      for index in items.indices { Self.describe(&items[index], text) }
    } else if isLaidOut, items.count > 1, items[0].number == nil, !items[0].isOpened {
      Self.describe(&items[0], text)
    }
    sign(head: head, numbered: numbered)
  }

  private mutating func sign(head: [Range<Int>], numbered: Bool) {
    guard !items.isEmpty else { return }
    if genre == .letter, !numbered {
      for index in items.indices {
        Signatures.sign(&items[index], text, head: head, kind: .letter)
      }
    }
    if genre == .debate, !numbered { signQuestion(head) }
    if genre == .press, !numbered, items[0].authors.isEmpty { items[0].authors = sender(head) }
    if items.count == 1 {
      Signatures.signStatements(of: &items[0], text)
      if genre == .report, !numbered, isOpinion {
        Signatures.signOpinion(&items[0], text, head: head)
      }
    }
  }

  /// The party that sends a text to the press: "Pressmeddelande från Vänsterpartiet Ekvik".
  private func sender(_ head: [Range<Int>]) -> [Speaker] {
    for range in head.prefix(4) where range.count <= 100 {
      let line = text.folded(range)
      guard line.lowercased().hasPrefix("press") else { continue }
      return Speakers.named(in: line).filter { Speakers.isParty($0.name) }
    }
    return []
  }

  /// Who wrote the interpellation that stands above the debate on it.
  private mutating func signQuestion(_ head: [Range<Int>]) {
    guard let first = items[0].sections.first, !first.isSpeech, first.kind == nil else { return }
    let lines = head.prefix(8).filter { $0.count <= 200 }.map { text.folded($0) }
    let authors = Signatures.authors(lines.filter { !$0.lowercased().hasPrefix("anf") })
    let isLetter = lines.contains { line in
      ["interpellation ", "skriftlig fråga ", "fråga "].contains { line.lowercased().hasPrefix($0) }
    }
    guard isLetter, !authors.isEmpty else { return }
    items[0].authors = authors
    items[0].sections[0].kind = .letter
    items[0].sections[0].speakers = authors
  }

  /// Whether the document has no parts of a matter and no head of a report: a blog, a letter to the
  /// editor.
  private var isOpinion: Bool {
    items[0].sections.allSatisfy { $0.kind == nil } && items[0].reference == nil
  }

  /// The committee and the municipality whose document it is; `nil` for what members write.
  static func body(
    _ text: CleanText,
    source: SourceText,
    items: [AgendaItem],
    genre: Minutes.Genre
  ) -> String? {
    guard genre == .minutes || genre == .report && items.allSatisfy({ $0.authors.isEmpty }) else {
      return nil
    }
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

  private func genre(_ head: [Range<Int>]) -> Minutes.Genre {
    if items.contains(where: { $0.sections.contains(where: \.isSpeech) }) { return .debate }
    let lines = head.filter { $0.count <= 160 }
      .map { Self.unspaced(text.folded($0)).lowercased() }
    for line in lines {
      if line.holds("tjänsteutlåtande") || line.holds("tjänsteskrivelse") { return .report }
      if line.hasPrefix("press") { return .press }
      // "Vi har frågat handledarna." is no question to a committee
      let words = line.split(separator: " ").prefix(line.last == "." ? 1 : 3)
      for word in words {
        if ["motion", "interpellation", "skrivelse", "fråga", "medborgarförslag"].contains(
          where: { word.hasPrefix($0) })
        {
          return .letter
        }
      }
    }
    if items.contains(where: { $0.sections.contains { $0.kind != nil } }) { return .report }
    // "av Eva Ek (S)" above "till statsrådet Bo Al (V)"
    if lines.prefix(3).contains(where: { $0.hasPrefix("av ") && $0.holds("(") && $0.holds(")") }) {
      return .letter
    }
    if quotes { return .press }
    // "Årsrapport 2012 – anställningar", "Socialt bokslut: …"
    if lines.prefix(2).contains(where: { line in Self.reports.contains { line.holds($0) } }) {
      return .report
    }
    // A text without a head that speaks as "we" and asks is a letter.
    var speaks = false
    var asks = false
    for block in text.blocks where !block.range.isEmpty && block.kind != .tableRow {
      let start = text.bytes[block.range.prefix(3)]
      if start.elementsEqual("Vi ".utf8) || start.elementsEqual("Jag".utf8) { speaks = true }
      if text.bytes[block.range.upperBound - 1] == 0x3F { asks = true }
    }
    return speaks && asks ? .letter : .report
  }

  /// Whether people are quoted behind dashes, as newspapers do it.
  private var quotes: Bool {
    var near = 0
    var isAnnounced = false
    return text.blocks.prefix(400).contains { block in
      // "Eva Ek (M);" above what she says
      let last = text.bytes[block.range.upperBound - 1]
      let announced = isAnnounced
      isAnnounced =
        block.range.count <= 160 && (last == 0x3B || last == 0x3A || last == 0x29)
        && text.bytes[block.range].contains(0x28)
      guard case .listItem(nil) = block.kind else { return false }
      let start = text.sourceRange(of: block.range, near: &near).lowerBound
      // "– Vi ska köpa in …"
      let isDash =
        start >= 4 && source.utf8[start - 4..<start - 1].elementsEqual([0xE2, 0x80, 0x93])
        || start >= 2 && source.utf8[start - 2] == 0x2D
      return isDash
        && (announced
          || text.caseless.holds(
            anyOf: [" säger ", " berättar ", " förklarar ", " tror ", " konstaterar ", " svarar "],
            in: block.range
          ))
    }
  }

  /// "M O T I O N" as a word; other lines as they are.
  private static func unspaced(_ line: String) -> String {
    let letters = line.split(separator: " ")
    guard letters.count >= 5, letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true })
    else { return line }
    return letters.joined()
  }

  // MARK: Items

  private static let reports = [
    "rapport", "berättelse", "bokslut", "uppföljning", "redovisning", "statistik", "utvärdering",
  ]

  /// The date of the report on a matter, and the members who raised it.
  private static func complete(_ item: inout AgendaItem, _ text: CleanText) {
    if let title = item.title, CaselessText(Array(title.utf8)).holds(anyOf: raisedMatters) {
      item.authors = Speakers.named(in: Addressee.cut(title))
    }
    let isAnswered =
      item.title.map { CaselessText(Array($0.utf8)).holds(anyOf: raisedMatters) } ?? false
    for section in item.sections {
      for passage in section.passages {
        guard let range = passage.line else { continue }
        if item.reportDate == nil { item.reportDate = reportDate(text, range) }
        let isStatement = section.kind?.isStatement ?? false
        guard item.authors.isEmpty, !isStatement, section.kind != .procedure,
          text.holds("(", in: range)
        else { continue }
        item.authors = authors(text, range, isAnswered: isAnswered)
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

  private static func authors(
    _ text: CleanText,
    _ range: Range<Int>,
    isAnswered: Bool
  ) -> [Speaker] {
    let words: [StaticString] = ["skrivelse", "motion", "interpellation", "fråg"]
    guard text.caseless.holds(anyOf: isAnswered ? words + asking : words, in: range) else {
      return []
    }
    for sentence in Sentences.split(text.bytes, range) where sentence.count <= 700 {
      guard text.holds("(", in: sentence),
        text.caseless.holds(anyOf: raisedMatters, in: sentence)
          || isAnswered && text.caseless.holds(anyOf: asking, in: sentence)
      else { continue }
      let line = text.folded(sentence)
      // "Eva Ek (S) har ställt en fråga till ordföranden Bo Al (M)"
      let before = Speakers.named(in: Addressee.cut(line))
      let speakers = before.isEmpty ? Speakers.named(in: line) : before
      if !speakers.isEmpty { return speakers }
    }
    return []
  }

  /// How it is told that they did.
  private static let asking: [StaticString] = [" bett ", " begärt ", " begär ", " efterfråga"]

  /// What members raise.
  private static let raisedMatters: [StaticString] = [
    "skrivelse", "motion", "interpellation", "fråga", "frågor",
  ]
}
