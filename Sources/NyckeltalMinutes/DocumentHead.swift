import NyckeltalModel
import NyckeltalText

/// What the beginning and the end of a document say about the whole: its genre, its date, and who
/// wrote it.
struct DocumentHead {
  let text: CleanText
  let source: SourceText
  var items: [AgendaItem]
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
    let kind = items.count <= 2 ? statementHead(head) : nil
    if !numbered || kind != nil, items.count == 1, items[0].number == nil {
      items[0].number = number(in: head)
    }
    let isExtract = !numbered && items.count == 1 && items[0].number != nil
    if isExtract { genre = .minutes }
    let dates = DocumentDate(text: text, source: source, head: head)
    (date, dateOrigin) = dates.read(
      isLetter: !numbered && (genre == .letter || genre == .press),
      numbered: numbered,
      reportDate: items.lazy.compactMap(\.reportDate).first
    )
    if isExtract {
      describeExtract(head)
    } else if !numbered {
      for index in items.indices { Self.describe(&items[index], text) }
    } else if isLaidOut, items.count > 1, items[0].number == nil, !items[0].isOpened {
      Self.describe(&items[0], text)
    }
    sign(head: head, numbered: numbered || isExtract)
    if let kind {
      let hasParts = items.contains { $0.sections.contains { $0.kind?.isStatement ?? false } }
      for index in items.indices where !numbered || !hasParts {
        Self.settle(&items[index], as: kind, text, head: head)
      }
    }
  }

  private mutating func sign(head: [Range<Int>], numbered: Bool) {
    guard !items.isEmpty else { return }
    if genre == .letter, !numbered {
      let isAnswer = head.prefix(4).contains {
        $0.count <= 160 && LetterWords.isAnswer(text.folded($0).lowercased())
      }
      for index in items.indices {
        Signatures.sign(&items[index], text, head: head, kind: isAnswer ? nil : .letter)
      }
    }
    if genre == .debate, !numbered { signQuestion(head) }
    if genre == .report, !numbered, items.count == 1 {
      Signatures.signProposal(&items[0], text, head: head)
    }
    if genre == .press, !numbered, items[0].authors.isEmpty { items[0].authors = sender(head) }
    if items.count == 1 {
      Signatures.signStatements(of: &items[0], text)
      let hasVoices = items[0].sections.contains { !$0.speakers.isEmpty }
      if genre == .report, !numbered, isOpinion, !hasVoices {
        Signatures.signOpinion(&items[0], text, head: head)
      }
    }
  }

  /// The party that sends a text to the press: "Pressmeddelande från Vänsterpartiet Ekvik".
  private func sender(_ head: [Range<Int>]) -> [Speaker] {
    let lines = head.prefix(4).filter { $0.count <= 100 }.map { text.folded($0) }
    guard let press = lines.first(where: { $0.lowercased().hasPrefix("press") }) else { return [] }
    for line in [press] + lines {
      let parties = Speakers.named(in: line).filter { Speakers.isParty($0.name) }
      // "Vänsterpartiet Ekvik" above or below the word
      let isSender = line == press || line.split(separator: " ").count <= 4
      if isSender, !parties.isEmpty { return parties }
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

  // MARK: Items

  static let reports = [
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
