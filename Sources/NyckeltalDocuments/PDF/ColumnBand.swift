import NyckeltalText

/// Rows that stand in columns: a table, or text set in columns.
struct ColumnBand {
  /// The rows, those between them that lie within one column too.
  private(set) var rows: Range<Int>
  /// Where one column ends and the next begins.
  private(set) var boundaries: [Float]

  /// The bands of a page, from top to bottom.
  static func bands(_ rows: [PageRow], _ text: PDFWords, _ measures: TypeMeasures) -> [ColumnBand] {
    var bands: [ColumnBand] = []
    let isWide = rows.map { RowGaps.isWide($0, text, measures) }
    var start = 0
    while start < rows.count {
      guard isWide[start] else {
        start += 1
        continue
      }
      let band = ColumnBand(from: start, rows, isWide, text, measures)
      if let band { bands.append(band) }
      start = max(start + 1, band?.rows.upperBound ?? 0)
    }
    return bands
  }

  /// Goes on as long as the rows leave some gap free from top to bottom.
  private init?(
    from start: Int,
    _ rows: [PageRow],
    _ isWide: [Bool],
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) {
    let least = measures.cellGap * measures.height
    var free = RowGaps.gaps(rows[start], text, least: least)
    var wide = [start]
    var last = start
    var apart = 0
    // rows of a single column since the last full one, on its side of the first gap
    var single = (left: 0, right: 0)
    var next = start + 1
    while next < rows.count {
      let above = rows[next - 1]
      // what stands far below is something else
      if rows[next].yMin - above.yMax > 3 * measures.height { break }
      if isWide[next] {
        let left = RowGaps.crossing(free, rows[next], text, least: least)
        if left.isEmpty { break }
        free = left
        wide.append(next)
        last = next
        apart = 0
        single = (0, 0)
      } else {
        // a cell's further lines stand near; the label of a group of rows stands alone
        if rows[next].yMin - above.yMin > Self.near(measures) { apart += 1 }
        let isLeft = rows[next].xMin < (free.first?.xMin ?? 0)
        if isLeft { single.left += 1 } else { single.right += 1 }
        if max(single.left, single.right) > 8 || apart > 1
          || rows[next].height > 1.12 * measures.height
        {
          break
        }
        let left = RowGaps.crossing(free, rows[next], text, least: least)
        // a line across all columns is text again
        if left.isEmpty { break }
      }
      next += 1
    }
    boundaries = ColumnBoundaries.found(wide.map { rows[$0] }, text, least: least)
    guard !boundaries.isEmpty else { return nil }
    var end = last + 1
    while end < rows.count {
      let row = rows[end]
      // a heading may stand as near to a table as a cell's further line
      guard Self.readsOn(row, text),
        Self.goesOn(row, below: rows[end - 1], boundaries, measures)
      else { break }
      end += 1
    }
    self.rows = start..<end
    if let table = tableStart(rows, text, measures) {
      self.rows = start..<table
      if isProse(rows, text, measures) { return }
      self.rows = start..<end
    }
    if isProse(rows, text, measures) {
      while end < rows.count, staysInColumn(rows[end]),
        rows[end].yMin - rows[end - 1].yMax < 2 * measures.height
      {
        end += 1
      }
      self.rows = start..<end
    }
  }

  private static func readsOn(_ row: PageRow, _ text: PDFWords) -> Bool {
    guard let first = row.words.first else { return false }
    let word = text.bytes[text.words[first].text]
    return Hyphenation.startsLower(word) || word.first == 0x28
  }

  private func staysInColumn(_ row: PageRow) -> Bool {
    boundaries.allSatisfy { row.xMax < $0 || row.xMin > $0 }
  }

  /// The greatest distance of lines of one cell.
  static func near(_ measures: TypeMeasures) -> Float {
    1.12 * max(measures.pitch, 1) * measures.height
  }

  /// Whether a row below the last one in columns is a cell's further line.
  private static func goesOn(
    _ row: PageRow,
    below above: PageRow,
    _ boundaries: [Float],
    _ measures: TypeMeasures
  ) -> Bool {
    guard let edge = boundaries.first, abs(row.height - above.height) < 0.1 * measures.height,
      row.yMin - above.yMin < near(measures)
    else { return false }
    let inFirst = row.xMax < edge
    let inOther = boundaries.indices.contains { index in
      row.xMin > boundaries[index]
        && row.xMax < (index + 1 < boundaries.count ? boundaries[index + 1] : .infinity)
    }
    return inFirst || inOther
  }

  // MARK: Text in columns

  /// Whether the columns hold running text, to be read one after the other.
  ///
  /// A column may hold a table of its own between the lines of its text.
  func isProse(_ rows: [PageRow], _ text: PDFWords, _ measures: TypeMeasures) -> Bool {
    guard boundaries.count <= 2, self.rows.count >= 3 else { return false }
    for column in 0...boundaries.count {
      let all = self.rows.compactMap { line(of: rows[$0], column, text) }
      let lines = all.filter { !RowGaps.isWide($0, text, measures) }
      guard lines.count >= 3, lines.count * 2 >= all.count else { return false }
      let left = lines.map(\.xMin).min() ?? 0
      let width = (lines.map(\.xMax).max() ?? 0) - left
      let words = lines.reduce(0) { $0 + $1.words.count }
      let full = lines.count { $0.xMax - $0.xMin > 0.75 * width }
      // few lines must be clearly text
      guard words >= lines.count * (lines.count < 5 ? 5 : 3), full * 2 >= lines.count else {
        return false
      }
    }
    return true
  }

  /// The first row below text in columns that is a table's, which stands across the columns: two
  /// rows have figures in all but the first, and those above may be its headings.
  private func tableStart(
    _ rows: [PageRow],
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) -> Int? {
    guard boundaries.count <= 2 else { return nil }
    let widths = (0...boundaries.count).map { column in
      let lines = self.rows.compactMap { line(of: rows[$0], column, text) }
      return (lines.map(\.xMax).max() ?? 0) - (lines.map(\.xMin).min() ?? 0)
    }
    func isTable(_ index: Int, _ mustBeFigures: Bool) -> Bool {
      var hasCells = false
      for (column, width) in widths.enumerated() {
        guard let part = line(of: rows[index], column, text) else { return false }
        let isWide = RowGaps.isWide(part, text, measures)
        if !isWide, part.xMax - part.xMin > 0.6 * width { return false }
        if mustBeFigures, column > 0, !text.bytes[text.words[part.words[0]].text].isFigure {
          return false
        }
        hasCells = hasCells || isWide
      }
      return hasCells
    }
    let found = self.rows.dropLast().first { isTable($0, true) && isTable($0 + 1, true) }
    guard var start = found else { return nil }
    while start > self.rows.lowerBound, isTable(start - 1, false) { start -= 1 }
    return start > self.rows.lowerBound ? start : nil
  }

  /// The part of a row that stands in a column.
  func line(of row: PageRow, _ column: Int, _ text: PDFWords) -> PageRow? {
    let words = row.words.filter { self.column(text.words[$0]) == column }
    return words.isEmpty ? nil : PageRow(words, of: text, page: row.page)
  }

  /// The column in which a word stands.
  func column(_ word: PageWord) -> Int {
    let middle = (word.xMin + word.xMax) / 2
    return boundaries.firstIndex { middle < $0 } ?? boundaries.count
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word begins as a figure does.
  fileprivate var isFigure: Bool {
    guard let first = first(where: { $0 != 0x2D }) else { return false }
    return Byte.isDigit(first)
  }
}
