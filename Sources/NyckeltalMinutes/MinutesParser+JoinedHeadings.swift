import NyckeltalModel
import NyckeltalText

/// Headings that stand on a line of their own right above their text, and are as wide as it.
extension MinutesParser {
  /// Reads a paragraph whose first line is a heading: "Socialnämndens beslut", "Svar från
  /// kommunalrådet Eva Ek (S)".
  mutating func readJoinedHeading(_ block: Block) -> Bool {
    guard block.kind == .paragraph, block.range.count > 40, let end = endOfFirstLine(block.range)
    else { return false }
    let heading = block.range.lowerBound..<end
    var start = end
    while start < block.range.upperBound, Byte.isBlank(text.bytes[start]) { start += 1 }
    let rest = start..<block.range.upperBound
    guard !rest.isEmpty else { return false }
    if let speakers = speaking(heading) {
      endList()
      openSection(section.kind?.isStatement ?? false ? nil : section.kind)
      section.speakers = speakers
      section.passages.append(.heading(heading))
      section.passages.append(.paragraph(rest))
      return true
    }
    guard SectionHeading.mayBe(text, heading), ![0x2E, 0x3A].contains(text.bytes[end - 1]) else {
      return false
    }
    let line = text.folded(heading)
    guard SectionHeading(line).kind != nil, !Prose.isProse(line),
      readSectionHeading(line, isMarked: false)
    else { return false }
    mark(.passage)
    if !openStatements(rest) { section.passages.append(.paragraph(rest)) }
    return true
  }

  /// A block without a line of the web page that it begins with: breadcrumbs right above a name.
  mutating func withoutPageLine(_ block: Block) -> Block {
    guard block.kind == .paragraph, block.range.count <= 400,
      PageNavigation.mayBe(text, block.range.prefix(200)),
      let end = endOfFirstLine(block.range)
    else { return block }
    let line = block.range.lowerBound..<end
    guard PageNavigation.isNavigation(text.folded(line)) else { return block }
    var rest = block
    rest.range = end + 1..<block.range.upperBound
    guard !PageNavigation.isNavigation(text.folded(rest.range)) else { return block }
    pageLines.append(line)
    return rest
  }

  /// Where the first line of a paragraph ends whose second one begins with a capital.
  private func endOfFirstLine(_ range: Range<Int>) -> Int? {
    let inSource = text.sourceRange(of: range)
    let first = source.utf8[inSource].prefix(110)
    guard let newline = first.firstIndex(of: Byte.newline) else { return nil }
    // the blank that the line's end became
    let length = newline - inSource.lowerBound
    var end = range.lowerBound + length
    guard end < range.upperBound else { return nil }
    while end > range.lowerBound, Byte.isBlank(text.bytes[end - 1]) { end -= 1 }
    let next = end + 1
    guard next < range.upperBound, Byte.isBlank(text.bytes[end]) else { return nil }
    let byte = text.bytes[next]
    return byte &- 65 < 26 || byte == 0xC3 && text.bytes[next + 1] < 0x9F ? end : nil
  }
}
