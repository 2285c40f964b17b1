import NyckeltalText

/// A table whose cells are lines of their own, as it comes from a web page: the headings one below
/// the other, then each row's label with its figures below it.
struct ListedTable {
  private(set) var table: Table
  /// The place after its last block.
  private(set) var end: Int

  /// What stands above it in its first block.
  private(set) var before = 0..<0

  private static let longestLine = 70
  private static let mostColumns = 12

  /// Reads the table whose headings begin at a block; `nil` where none does.
  init?(_ lines: TextLines, from place: Int) {
    let text = lines.text
    let blocks = text.blocks
    func isValue(_ index: Int) -> Bool { Self.isValue(text.bytes, blocks[index].range) }
    func isLine(_ index: Int) -> Bool { Self.isLabel(text.bytes, blocks[index]) }
    // the last line of lines that were joined
    func label(_ index: Int) -> Range<Int> {
      lines.pieces(blocks[index].range).last ?? blocks[index].range
    }
    func values(from start: Int) -> Int {
      var index = start
      while index < blocks.count, index - start <= 2 * Self.mostColumns, isValue(index) {
        index += 1
      }
      return index - start
    }
    var first = place
    while first < blocks.count, first - place <= Self.mostColumns + 1, isLine(first) { first += 1 }
    guard first > place, first < blocks.count else { return nil }
    let run = values(from: first)
    var columns = run
    var headings = first - 1 - run..<first - 1
    var next = first - 1
    var cells = first
    func areYears(_ count: Int) -> Bool {
      blocks[first..<first + count].allSatisfy {
        $0.range.count == 4 && text.bytes.holdsYear(at: $0.range.lowerBound)
      }
    }
    if run > 1, areYears(run) {
      // a title, the years below it, then rows
      headings = first..<first + run
      next = first + run
      cells = next + 1
      guard next < blocks.count, isLine(next) else { return nil }
    } else if run >= 4, run % 2 == 0, areYears(run / 2) {
      // "Antal hushåll", the years below it, then their figures
      columns = run / 2
      headings = first..<first + columns
      cells = first + columns
    }
    var start = min(headings.lowerBound, first - 1)
    var corner = ""
    if start == place + 1, headings.lowerBound == start, Self.isCorner(text.bytes, blocks[place]) {
      start = place
      corner = text.folded(blocks[place].range)
    }
    guard columns > 1, columns <= Self.mostColumns, start == place else { return nil }
    var rows: [Table.Row] = []
    while values(from: cells) == columns {
      let last = blocks[cells + columns - 1].range
      let ranges = blocks[cells..<cells + columns].map(\.range)
      let own = label(next)
      rows.append(
        Table.Row(range: own.lowerBound..<last.upperBound, cells: [own] + ranges)
      )
      next = cells + columns
      cells = next + 1
      guard next < blocks.count, isLine(next) else { break }
    }
    guard rows.count > 1, let last = rows.last else { return nil }
    let heads = headings.map { blocks[$0].range }
    guard let head = heads.first, let tail = heads.last else { return nil }
    let top = min(head.lowerBound, rows[0].range.lowerBound)
    table = Table(
      header: [corner] + heads.map { text.folded($0) },
      headings: head.lowerBound..<tail.upperBound,
      rows: rows,
      range: top..<last.range.upperBound,
      top: top
    )
    end = next
    let begin = blocks[place].range.lowerBound
    before = AlignedTable.trimmed(text.bytes, begin..<max(begin, top))
  }

  private static func isLabel(_ bytes: [UInt8], _ block: Block) -> Bool {
    guard block.kind == .heading || block.kind == .paragraph, block.range.count <= 2 * longestLine,
      let last = block.range.last, bytes[last] != 0x2E, bytes[last] != 0x3A
    else { return false }
    return bytes[block.range].contains { Byte.isLetter($0) } || bytes[block.range].contains(0x25)
  }

  /// Whether a line may head the labels: a word or two, "Kommun/Region".
  private static func isCorner(_ bytes: [UInt8], _ block: Block) -> Bool {
    isLabel(bytes, block) && block.range.count <= 24
      && !bytes[block.range].contains(where: Byte.isDigit)
  }

  /// Whether a line is a figure and nothing more: "1 112", "-4,3", "61 %", "..".
  private static func isValue(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 16 else { return false }
    var digits = 0
    for byte in bytes[range] {
      if Byte.isDigit(byte) { digits += 1 }
      // digits, spaces, signs and the bytes of dashes and of fixed spaces
      let isOfNumber =
        Byte.isDigit(byte) || Byte.isBlank(byte) || byte == 0x2C || byte == 0x2E || byte == 0x2D
        || byte == 0x2B || byte == 0x25 || byte == 0xC2 || byte == 0xA0 || byte == 0xE2
        || byte == 0x80 || byte == 0x93 || byte == 0x88 || byte == 0x92
      if !isOfNumber { return false }
    }
    return digits > 0 || bytes[range].elementsEqual("..".utf8) || range.count == 1
      || bytes[range].first == 0xE2
  }
}
