import NyckeltalText

/// A table whose rows are lines, or a run of text, without columns set apart: as many headings as
/// each row has figures behind its label.
///
///     Bokslut 2009 Budget 2010 Bokslut 2010
///     Antal deltagare 402 400 438
///     Kostnad per deltagare, kr 24 300 25 000 22 150
///
/// Which digits make up a figure is told by how many figures there must be; a row that can be
/// divided in several ways is left out.
struct CountedTable {
  /// The tables that stand under the headings: one, or one for each group of rows.
  private(set) var tables: [Table] = []
  /// From the headings' line to the end of the last row, in the cleaned text.
  private(set) var range: Range<Int>

  private let lines: TextLines
  private let header: CountedHeader
  private let end: Int
  private var group: (titles: [Range<Int>], rows: [Table.Row]) = ([], [])
  private var read = 0
  private var unclear = 0

  /// The most bytes of a row's label, its lines joined.
  private static let longestLabel = 160
  /// The most steps that the figures of a row take to be divided.
  private static let mostSteps = 1_000

  /// Reads the rows under some headings, up to a place at most; `nil` where there are none.
  init?(_ lines: TextLines, under header: CountedHeader, end: Int) {
    self.lines = lines
    self.header = header
    self.end = end
    range = header.range
    var place = header.range.upperBound
    var skipped = 0
    while skipped < 2 {
      if let next = readRow(place) {
        unclear += skipped
        skipped = 0
        place = next
      } else if header.endsLine, let next = lines.next(after: place, before: end) {
        // a row of which the figures cannot be told apart, or what stands below the table
        skipped += 1
        place = next
      } else {
        break
      }
    }
    closeGroup()
    guard let last = tables.last, read >= 2, unclear * 2 <= read,
      header.endsLine || unclear == 0
    else { return nil }
    range = header.range.lowerBound..<last.range.upperBound
  }

  // MARK: Rows

  /// Reads the row that begins at a place, and returns where it ends; `nil` where there is none.
  private mutating func readRow(_ start: Int) -> Int? {
    let bytes = lines.bytes
    let start = lines.skipBlanks(start)
    let limit = min(end, start + Self.longestLabel)
    var letters = 0
    var place = start
    var effort = Self.mostSteps
    while place < limit, effort > 0 {
      let byte = bytes[place]
      if Byte.isLetter(byte) || byte >= 0xC3 { letters += 1 }
      if byte == 0x7C || endsSentence(place) { return nil }
      if letters > 1, CountedValues.mayBegin(bytes, place) {
        let found = CountedValues(
          lines,
          from: place,
          columns: header.columns,
          effort: &effort
        )
        if let end = found.end, end <= self.end {
          guard add(label: start..<place, found, end: end) else { return nil }
          return end
        }
      }
      place += 1
    }
    return nil
  }

  /// Whether a full stop ends a sentence: one before a capital or a line's end, but for "t.o.m.".
  private func endsSentence(_ place: Int) -> Bool {
    let bytes = lines.bytes
    guard bytes[place] == 0x2E, place > 2, place + 1 < bytes.count, Byte.isBlank(bytes[place + 1])
    else { return false }
    return Byte.isLetter(bytes[place - 1]) && Byte.isLetter(bytes[place - 2])
      && Byte.isLetter(bytes[place - 3])
  }

  private mutating func add(label: Range<Int>, _ values: CountedValues, end: Int) -> Bool {
    var pieces = lines.pieces(AlignedTable.trimmed(lines.bytes, label))
    guard var own = pieces.popLast() else { return false }
    // "Biståndsmånader per" above "biståndshushåll 5.5 5.9"
    while let above = pieces.last, continues(own, above) {
      own = above.lowerBound..<own.upperBound
      pieces.removeLast()
    }
    if !header.endsLine, !opensLabel(own) { return false }
    guard pieces.count <= 2, pieces.allSatisfy({ $0.count <= 90 }) else { return false }
    if !pieces.isEmpty {
      closeGroup()
      group.titles = pieces
    }
    guard let cells = values.cells else {
      unclear += 1
      return true
    }
    read += 1
    group.rows.append(Table.Row(range: own.lowerBound..<end, cells: [own] + cells))
    return true
  }

  /// Whether a line goes on with the one above: it begins like no label, or that one's end is open.
  private func continues(_ line: Range<Int>, _ above: Range<Int>) -> Bool {
    let first = lines.bytes[line.lowerBound]
    return first &- 97 < 26 || first == 0x28 || first == 0x25
      || lines.bytes[above.upperBound - 1] == 0x2D || lines.bytes[above.upperBound - 1] == 0x2C
  }

  /// Whether a label in running text begins as one: with a capital, or as a part.
  private func opensLabel(_ label: Range<Int>) -> Bool {
    let first = lines.bytes[label.lowerBound]
    let text = lines.bytes[label].prefix(6)
    return first &- 65 < 26 || first == 0xC3 || text.elementsEqual("varav ".utf8)
      || text.elementsEqual("därav".utf8)
  }

  private mutating func closeGroup() {
    defer { group = ([], []) }
    guard let first = group.rows.first, let last = group.rows.last else { return }
    let isFirst = tables.isEmpty
    let start = isFirst ? header.range.lowerBound : first.range.lowerBound
    var table = Table(
      header: header.texts,
      headings: header.range,
      rows: group.rows,
      range: start..<last.range.upperBound,
      top: header.range.lowerBound
    )
    table.titles = group.titles
    tables.append(table)
  }
}
