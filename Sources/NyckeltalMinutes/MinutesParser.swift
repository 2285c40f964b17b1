import NyckeltalModel
import NyckeltalText

/// Reads blocks in order and files each under its item, section and speakers.
struct MinutesParser {
  let source: SourceText
  let text: CleanText
  private(set) var genre = Minutes.Genre.report
  private(set) var date: CalendarDate?
  private(set) var dateOrigin: Minutes.DateOrigin?
  private(set) var body: String?
  private(set) var items: [AgendaItem] = []
  /// What became of each block.
  var roles: [BlockRole] = []
  /// Lines of a web page that a block of the text begins with.
  var pageLines: [Range<Int>] = []

  var item = AgendaItem()
  var section = Section(kind: nil)
  var awaitsTitle = false
  var awaitsSpeakers = false
  /// The list that is being left out.
  var list: OmissionReason?
  /// Whether the document as a whole is a statement of some members.
  private var isStatement = false
  /// Which bullets and headings are items.
  let layout: ItemLayout
  /// Which lines give somebody the floor in a debate.
  let speeches: SpeechLayout
  /// Whether the document is a debate or an answer that has no numbered items.
  let isOpenDebate: Bool
  /// Whether several lines are nothing but names of parties: each heads what that party says.
  let hasPartyHeadings: Bool
  /// The block that is being read.
  private(set) var place = 0

  init(source: SourceText, text: CleanText) {
    self.source = source
    self.text = text
    layout = ItemLayout(source, text)
    speeches = SpeechLayout(text)
    let parties = text.blocks.lazy.filter { Self.parties($0, text) != nil }.prefix(3).count
    hasPartyHeadings = parties >= 2
    isOpenDebate = text.blocks.prefix(6).contains { block in
      block.range.count <= 160
        && text.caseless.holds(
          anyOf: ["interpellationsdebatt", "frågestund", "svar på ", "debatten ", "frågesvar"],
          in: block.range
        )
    }
    roles = Array(repeating: .passage, count: text.blocks.count)
  }

  mutating func run() {
    while place < text.blocks.count {
      let next = step()
      place = next
    }
    closeItem()
    var head = DocumentHead(text, source: source, items: items, layout: layout)
    head.read()
    (items, genre, date, dateOrigin) = (head.items, head.genre, head.date, head.dateOrigin)
    body = DocumentHead.body(text, source: source, items: items, genre: genre)
  }

  /// Reads a block, or the blocks of a table, and returns the place after them.
  private mutating func step() -> Int {
    let block = withoutPageLine(text.blocks[place])
    if isNavigation(block) {
      roles[place] = .leftOut(.navigation)
      return place + 1
    }
    if let next = readCountedTable(block) { return next }
    if readSpeech(block) || readPartyHeading(block) || readLabel(block) || readJoinedHeading(block)
    {
      return place + 1
    }
    endParagraphStatement(before: block)
    if let title = numberedTitle(place), list == nil || !looksLikeEntry(block.range) {
      endList()
      addNumberedTitle(title)
      return place + 1
    }
    if block.kind == .tableRow {
      if let list, staysInList(block) {
        roles[place] = .leftOut(list)
        return place + 1
      }
      endList()
      let before = section.passages.count
      let next = addTable(from: place)
      let isTable = section.passages[min(before, section.passages.count)...].contains {
        if case .table = $0 { true } else { false }
      }
      for index in place..<next { roles[index] = isTable ? .table : .passage }
      return next
    }
    add(block, next: place + 1 < text.blocks.count ? text.blocks[place + 1] : nil)
    return place + 1
  }

  private mutating func add(_ block: Block, next: Block?) {
    let isMarked = block.kind == .heading
    if layout.opensItem(place) {
      openUnnumbered(block)
      return
    }
    if isNumberedHeading(block, next: next) {
      if readSectionHeading(text.folded(block.range), isMarked: true) {
        return
      }
      if list == nil || !looksLikeEntry(block.range) {
        endList()
        addHeading(block.range)
        return
      }
    }
    let isLine = block.range.count <= 260 && !block.isListItem
    if isLine, readHeading(block.range, isMarked: isMarked) { return }
    awaitsTitle = false
    if let list {
      if staysInList(block) {
        roles[place] = .leftOut(list)
        return
      }
      endList()
    }
    addText(block, isLine: isLine, next: next)
  }

  /// Whether a line opens or describes an item or a section; most lines do not, and are not made
  /// strings of.
  private mutating func readHeading(_ range: Range<Int>, isMarked: Bool) -> Bool {
    let mayOpen = ItemHeading.mayBegin(text, range)
    let mayRefer = mayTakeReference && Reference.mayStand(text, range)
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
      item.hasOwnReference = true
      roles[place] = .item
      return true
    }
    guard mayCut, line.utf8.count <= 90 || isMarked else { return false }
    return readSectionHeading(line, isMarked: isMarked)
  }

  /// Whether a line of its own may still give the item's reference: one in a title is only the
  /// second best, which may be that of a matter of others.
  private var mayTakeReference: Bool {
    item.reference == nil
      || !item.hasOwnReference && item.sections.isEmpty && section.passages.isEmpty
  }

  private mutating func addText(_ block: Block, isLine: Bool, next: Block?) {
    switch block.kind {
    case .listItem(let number):
      section.passages.append(.listItem(block.range, number: number))
    case .heading:
      addHeading(block.range)
    case .paragraph, .tableRow:
      if openStatements(block.range) || openInlineStatement(block.range)
        || readFloor(block.range)
      {
        return
      }
      if leavesDecision(block.range) { openSection(.matter) }
      // "Svar av kommunalrådet Eva Ek (S) den 3 mars:"
      if isLine, text.bytes[block.range].last == 0x3A, speaking(block.range) != nil {
        addHeading(block.range)
        return
      }
      if isLine, next != nil, looksLikeHeading(block.range), !statesFigure(block.range) {
        addHeading(block.range)
      } else if let end = endBeforeSignature(block.range) {
        section.passages.append(.paragraph(block.range.lowerBound..<end.text))
        section.passages.append(.paragraph(end.signature..<block.range.upperBound))
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
      section.isAnswer = Addressee.isAnswer(text.folded(range.prefix(40)))
    }
    if section.kind == .proposal || section.kind == .decision, !section.passages.isEmpty {
      openSection(.matter)
    }
    section.passages.append(.heading(range))
  }

  mutating func open(_ heading: ItemHeading) {
    roles[place] = .item
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
      item.hasOwnReference = item.title == nil
    } else if let title = heading.title, let (reference, before) = Reference.behind(title) {
      item.reference = reference
      item.title = before
    } else {
      item.title = heading.title
    }
    awaitsTitle = item.title == nil
  }

  mutating func readSectionHeading(_ line: String, isMarked: Bool) -> Bool {
    guard line.last != "." || isMarked else { return false }
    let heading = SectionHeading(line)
    if line.utf8.count <= 60 || line.holds(":"), let reason = heading.list,
      !Prose.isProse(line)
    {
      closeSection()
      list = reason
      awaitsTitle = false
      roles[place] = .leftOut(reason)
      return true
    }
    guard let kind = heading.kind else { return false }
    if isStatement, !kind.isStatement, kind != .proposal { return false }
    if kind.isStatement, items.isEmpty, item.number == nil, isHead { isStatement = true }
    roles[place] = .section
    // What members propose instead stands under their own reservation or statement.
    if let open = section.kind, open.isStatement, !kind.isStatement, kind == .proposal {
      return true
    }
    openSection(kind)
    if kind.isStatement {
      section.speakers = Speakers.named(in: line)
      if section.speakers.isEmpty { section.speakers = Speakers.parties(in: line) }
    }
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

  // MARK: Opening and closing

  mutating func mark(_ role: BlockRole) { roles[place] = role }

  mutating func mark(_ role: BlockRole, at index: Int) { roles[index] = role }

  mutating func openSection(_ kind: SectionKind?) {
    closeSection()
    section = Section(kind: kind)
    awaitsTitle = false
  }

  private mutating func closeSection() {
    if !section.passages.isEmpty { item.sections.append(section) }
    section = Section(kind: nil)
    awaitsSpeakers = false
    list = nil
  }

  mutating func closeItem() {
    closeSection()
    let isEmpty =
      item.number == nil && item.sections.isEmpty && item.reference == nil && !item.isOpened
    settleParts()
    if !isEmpty { items.append(item) }
    item = AgendaItem()
    awaitsTitle = false
  }
}
