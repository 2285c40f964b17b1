import NyckeltalModel
import NyckeltalText

/// Headings whose number is set apart from them: "3    Arbetsmarknad", "4.1   Sfi".
///
/// They are laid out like a row of two cells.
extension MinutesParser {
  /// The title behind a heading's number; `nil` when the block is a row or an item of a list.
  func numberedTitle(_ index: Int) -> Range<Int>? {
    let block = text.blocks[index]
    guard block.kind == .tableRow, index == 0 || block.followsGap,
      index + 1 < text.blocks.count, text.blocks[index + 1].followsGap,
      section.kind != .decision, section.kind != .proposal,
      let (title, depth) = numbered(block), looksLikeHeading(title)
    else { return nil }
    // what is numbered line by line is a list
    for neighbour in [index - 1, index + 1] where text.blocks.indices.contains(neighbour) {
      if let other = numbered(text.blocks[neighbour]), other.depth == depth { return nil }
    }
    return title
  }

  mutating func addNumberedTitle(_ title: Range<Int>) {
    if readSectionHeading(text.folded(title), isMarked: true) { return }
    addHeading(title)
  }

  /// The text behind a number of one or more parts that stands apart from it.
  private func numbered(_ block: Block) -> (title: Range<Int>, depth: Int)? {
    guard block.range.count <= 110 else { return nil }
    let bytes = text.bytes[block.range]
    var index = bytes.startIndex
    while index < bytes.endIndex, Byte.isBlank(bytes[index]) { index += 1 }
    var depth = 0
    while index < bytes.endIndex, Byte.isDigit(bytes[index]) {
      let start = index
      while index < bytes.endIndex, Byte.isDigit(bytes[index]) { index += 1 }
      // a year is no number of a heading
      guard index - start <= 2 else { return nil }
      depth += 1
      if index < bytes.endIndex, bytes[index] == 0x2E { index += 1 }
    }
    guard depth > 0, index < bytes.endIndex, Byte.isBlank(bytes[index]) else { return nil }
    while index < bytes.endIndex, Byte.isBlank(bytes[index]) { index += 1 }
    let title = index..<bytes.endIndex
    var blanks = 0
    for place in title {
      blanks = Byte.isBlank(bytes[place]) ? blanks + 1 : 0
      if blanks > 1 || bytes[place] == Byte.tab { return nil }
    }
    return title.isEmpty ? nil : (title, depth)
  }

  /// Opens an item that has no number: a bullet of a web page, a heading of the first rank.
  mutating func openUnnumbered(_ block: Block) {
    let line = block.range.count <= 260 ? text.folded(block.range) : ""
    let isMarked = block.kind == .heading
    if !line.isEmpty, let heading = ItemHeading(line, isMarked: isMarked) {
      open(heading)
      return
    }
    closeItem()
    item = AgendaItem()
    var title = line
    if case .listItem(let number?) = block.kind {
      item.number = String(number)
    } else if isMarked || block.kind == .paragraph, !line.isEmpty {
      let digits = line.prefix { $0.isWholeNumber }
      if (1...2).contains(digits.count) {
        item.number = String(digits)
        title = String(line.dropFirst(digits.count).drop { $0 == "." || $0 == " " })
      }
    }
    if isMarked || block.range.count <= 200 && looksLikeTitle(block.range) {
      item.title = title.isEmpty ? nil : title
      mark(.item)
    } else {
      section.passages.append(.paragraph(block.range))
    }
    item.isOpened = true
  }

  mutating func readTitle(_ line: String, isMarked: Bool) -> Bool {
    if let reference = Reference.read(line) {
      item.reference = reference
      // "Feriejobb 2015 (Dnr KS 2013/0149)"
      item.title = Reference.before(line)
      item.hasOwnReference = item.title == nil
      awaitsTitle = item.title == nil
      mark(.item)
      return true
    }
    if SectionHeading(line).kind != nil { return false }
    guard isMarked || line.last != "." else { return false }
    awaitsTitle = false
    item.title = line
    mark(.item)
    return true
  }
}
