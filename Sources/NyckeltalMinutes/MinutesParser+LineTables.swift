import NyckeltalText

/// Tables whose columns are not set apart: in lines, or with every cell on a line of its own.
extension MinutesParser {
  /// Reads a table whose columns are not set apart, if its headings stand in a block; returns the
  /// place after it.
  mutating func readCountedTable(_ block: Block) -> Int? {
    guard list == nil, block.kind != .tableRow else { return nil }
    let lines = TextLines(text: text, source: source)
    if let listed = ListedTable(lines, from: place) {
      if !listed.before.isEmpty { section.passages.append(.heading(listed.before)) }
      add(listed.table)
      for index in place..<listed.end { roles[index] = .table }
      return listed.end
    }
    guard let header = CountedHeader.first(lines, in: block.range) else { return nil }
    let rest = text.blocks[place...].prefix(Self.mostCountedBlocks)
    let row = rest.first { $0.kind == .tableRow && !isOfFigures($0.range) }
    guard let end = row?.range.lowerBound ?? rest.last?.range.upperBound,
      let counted = CountedTable(lines, under: header, end: end)
    else { return nil }
    let before = AlignedTable.trimmed(
      text.bytes,
      block.range.lowerBound..<counted.range.lowerBound
    )
    if !before.isEmpty { section.passages.append(.paragraph(before)) }
    for table in counted.tables { add(table) }
    var next = place
    while next < text.blocks.count, text.blocks[next].range.lowerBound < counted.range.upperBound {
      roles[next] = .table
      next += 1
    }
    let after = AlignedTable.trimmed(
      text.bytes,
      counted.range.upperBound..<text.blocks[next - 1].range.upperBound
    )
    if !after.isEmpty { section.passages.append(.paragraph(after)) }
    return next
  }

  /// Whether a line holds no words: figures of a row that goes on.
  private func isOfFigures(_ line: Range<Int>) -> Bool {
    !text.bytes[line].contains { Byte.isLetter($0) || $0 == 0xC3 || $0 == 0x7C }
  }

  /// The most blocks that a table of lines may have.
  private static let mostCountedBlocks = 400
}
