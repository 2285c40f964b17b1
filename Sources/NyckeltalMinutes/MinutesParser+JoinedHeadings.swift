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
      section.isAnswer = Addressee.isAnswer(text.folded(heading))
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
    // "AVN beslutar" above "att fastställa budgeten"
    if text.bytes[next..<range.upperBound].starts(with: "att ".utf8) { return end }
    return byte &- 65 < 26 || byte == 0xC3 && text.bytes[next + 1] < 0x9F ? end : nil
  }

  /// Where a paragraph ends before the line right below it with which somebody signs, and where that
  /// line begins: "… får jobb.\nEva Ek (L), Ekvik".
  func endBeforeSignature(_ range: Range<Int>) -> (text: Int, signature: Int)? {
    guard range.count > 60, text.holds("(", in: range.suffix(90)) else { return nil }
    let inSource = text.sourceRange(of: range)
    let bytes = source.utf8[inSource]
    guard let newline = bytes.lastIndex(of: Byte.newline) else { return nil }
    let line = bytes[(newline + 1)...].drop { Byte.isBlank($0) }
    let start = range.upperBound - line.count
    guard (8...80).contains(line.count), start > range.lowerBound,
      text.bytes[start..<range.upperBound].elementsEqual(line)
    else { return nil }
    var end = start
    while end > range.lowerBound, Byte.isBlank(text.bytes[end - 1]) { end -= 1 }
    guard end > range.lowerBound, [0x2E, 0x3F, 0x21].contains(text.bytes[end - 1]),
      !Signatures.signature(.paragraph(start..<range.upperBound), text).isEmpty
    else { return nil }
    return (end, start)
  }
}
