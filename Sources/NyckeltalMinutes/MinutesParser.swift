import NyckeltalModel
import NyckeltalText

/// Reads blocks in order and files each under its item, section and speakers.
struct MinutesParser {
  let source: SourceText
  let text: CleanText
  private(set) var genre = Minutes.Genre.report
  private(set) var date: CalendarDate?
  private(set) var body: String?
  private(set) var items: [AgendaItem] = []

  var item = AgendaItem()
  var section = Section(kind: nil)
  private var awaitsTitle = false
  var awaitsSpeakers = false
  private(set) var inAppendix = false
  /// Whether the document as a whole is a statement of some members.
  private var isStatement = false

  init(source: SourceText, text: CleanText) {
    self.source = source
    self.text = text
  }

  mutating func run() {
    var index = 0
    while index < text.blocks.count {
      if let title = numberedTitle(index) {
        addNumberedTitle(title)
        index += 1
      } else if text.blocks[index].kind == .tableRow {
        index = addTable(from: index)
      } else {
        let next = index + 1 < text.blocks.count ? text.blocks[index + 1] : nil
        add(text.blocks[index], next: next)
        index += 1
      }
    }
    closeItem()
    DocumentHead.read(text, source: source, items: &items, genre: &genre, date: &date)
    body = DocumentHead.body(text, source: source, items: items, genre: genre)
  }

  // MARK: Blocks

  private mutating func add(_ block: Block, next: Block?) {
    let isMarked = block.kind == .heading
    if isNumberedHeading(block, next: next) {
      if readSectionHeading(text.folded(block.range), isMarked: true) { return }
      section.passages.append(.heading(block.range))
      return
    }
    let isLine = block.range.count <= 260 && !block.isListItem
    if isLine, readHeading(block.range, isMarked: isMarked) { return }
    awaitsTitle = false
    if inAppendix { return }
    addText(block, isLine: isLine, next: next)
  }

  /// Whether a line opens or describes an item or a section; most lines do not, and are not made
  /// strings of.
  private mutating func readHeading(_ range: Range<Int>, isMarked: Bool) -> Bool {
    let mayOpen = ItemHeading.mayBegin(text, range)
    let mayRefer = item.reference == nil && Reference.mayStand(text, range)
    let mayCut = SectionHeading.mayBe(text, range)
    guard mayOpen || mayRefer || mayCut || awaitsTitle else { return false }
    let line = text.folded(range)
    if mayOpen, let heading = ItemHeading(line, isMarked: isMarked) {
      open(heading)
      return true
    }
    if awaitsTitle, readTitle(line, isMarked: isMarked) { return true }
    if mayRefer, line.utf8.count <= 70, let reference = Reference.read(line) {
      item.reference = reference
      return true
    }
    guard mayCut, line.utf8.count <= 90 || isMarked else { return false }
    return readSectionHeading(line, isMarked: isMarked)
  }

  private mutating func addText(_ block: Block, isLine: Bool, next: Block?) {
    switch block.kind {
    case .listItem(let number):
      section.passages.append(.listItem(block.range, number: number))
    case .heading:
      addHeading(block.range)
    case .paragraph, .tableRow:
      if openStatement(block.range) { return }
      if isLine, next != nil, looksLikeHeading(block.range) {
        addHeading(block.range)
      } else {
        section.passages.append(.paragraph(block.range))
      }
    }
  }

  /// A heading that names no part of an item leads from the decision into the matter.
  mutating func addHeading(_ range: Range<Int>) {
    if let speakers = speaking(range) {
      openSection(section.kind?.isStatement ?? false ? nil : section.kind)
      section.speakers = speakers
    }
    if section.kind == .proposal || section.kind == .decision, !section.passages.isEmpty {
      openSection(.matter)
    }
    section.passages.append(.heading(range))
  }

  // MARK: Headings

  private mutating func open(_ heading: ItemHeading) {
    if isStatement, item.number == nil, isHead {
      // under "Reservation" the line only tells on which matter it is
      item.number = heading.number
    } else {
      closeItem()
      isStatement = false
      item = AgendaItem(number: heading.number)
    }
    // "Ksau § 181     KS 2015/612"
    if let title = heading.title, let reference = Reference.read(title) {
      item.reference = reference
      // "§ 6 Tertialrapport 1" with "Dnr KS 2015/612" on the next line
      item.title = Reference.before(title)
    } else {
      item.title = heading.title
    }
    awaitsTitle = item.title == nil
  }

  private mutating func readTitle(_ line: String, isMarked: Bool) -> Bool {
    if let reference = Reference.read(line) {
      item.reference = reference
      return true
    }
    if SectionHeading(line).kind != nil { return false }
    guard isMarked || line.last != "." else { return false }
    awaitsTitle = false
    item.title = line
    return true
  }

  mutating func readSectionHeading(_ line: String, isMarked: Bool) -> Bool {
    guard line.last != "." || isMarked else { return false }
    let heading = SectionHeading(line)
    if line.utf8.count <= 50, heading.isAppendix {
      closeSection()
      inAppendix = true
      return true
    }
    guard let kind = heading.kind else { return false }
    if isStatement, !kind.isStatement, kind != .proposal { return false }
    if kind.isStatement, items.isEmpty, item.number == nil, isHead { isStatement = true }
    // What members propose instead stands under their own reservation or statement.
    if let open = section.kind, open.isStatement, !kind.isStatement, kind == .proposal {
      return true
    }
    openSection(kind)
    if kind.isStatement { section.speakers = Speakers.named(in: line) }
    awaitsSpeakers = kind.isStatement && section.speakers.isEmpty
    return true
  }

  /// Whether nothing but short lines has been read, as they stand at the head of a document.
  private var isHead: Bool {
    let passages =
      Array(item.sections.lazy.flatMap(\.passages).prefix(9)) + section.passages.prefix(9)
    return passages.count <= 8
      && passages.allSatisfy { passage in
        switch passage {
        case .heading: true
        case .paragraph(let range): range.count <= 120 && text.bytes[range].last != 0x2E
        case .listItem, .table: false
        }
      }
  }

  /// Whether a numbered line stands alone among paragraphs: a heading, not a list.
  private func isNumberedHeading(_ block: Block, next: Block?) -> Bool {
    guard case .listItem(let number?) = block.kind, number < 30, block.range.count <= 70,
      let next, !next.isListItem, next.kind != .heading
    else { return false }
    if case .listItem = section.passages.last { return false }
    return section.kind != .decision && looksLikeHeading(block.range)
  }

  /// A short line that opens with a capital and does not end like a sentence.
  func looksLikeHeading(_ range: Range<Int>) -> Bool {
    guard let start = range.first, let end = range.last else { return false }
    let (first, last) = (text.bytes[start], text.bytes[end])
    if range.count <= 80, first < 0x80, last < 0x80 {
      return first &- 65 < 26 && (Byte.isLetter(last) || Byte.isDigit(last) || last == 0x29)
    }
    return Self.looksLikeHeading(text.folded(range))
  }

  private static func looksLikeHeading(_ line: String) -> Bool {
    guard line.utf8.count <= 80, let first = line.first, first.isUppercase, let last = line.last
    else { return false }
    // "Varslade: 37 (64)" states a figure
    if let colon = line.firstIndex(of: ":"), line[colon...].contains(where: \.isNumber) {
      return false
    }
    return last.isLetter || last.isNumber || last == ")" || last == "”"
  }

  // MARK: Opening and closing

  mutating func openSection(_ kind: SectionKind?) {
    closeSection()
    section = Section(kind: kind)
    awaitsTitle = false
  }

  private mutating func closeSection() {
    if !section.passages.isEmpty { item.sections.append(section) }
    section = Section(kind: nil)
    awaitsSpeakers = false
    inAppendix = false
  }

  private mutating func closeItem() {
    closeSection()
    let isEmpty = item.number == nil && item.sections.isEmpty && item.reference == nil
    if !isEmpty { items.append(item) }
    item = AgendaItem()
    awaitsTitle = false
  }
}
