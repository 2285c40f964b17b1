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
      let above = bands.last?.rows.upperBound ?? 0
      let band = ColumnBand(from: start, below: above, rows, isWide, text, measures)
      if let band {
        // text in columns may begin in rows that were taken for a table of their own
        while let last = bands.last, last.rows.upperBound > band.rows.lowerBound {
          bands.removeLast()
          guard last.rows.lowerBound < band.rows.lowerBound else { continue }
          var rest = last
          rest.rows = last.rows.lowerBound..<band.rows.lowerBound
          bands.append(rest)
        }
        bands.append(band)
      }
      start = max(start + 1, band?.rows.upperBound ?? 0)
    }
    return bands
  }

  /// Continues as long as the rows leave some gap free from top to bottom; the rows before the limit
  /// are in other bands.
  private init?(
    from start: Int,
    below limit: Int,
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
    // headings again, below figures and a line of its own: another table
    func beginsTable(_ row: Int, below last: Int) -> Bool {
      row - last > 1 && !Self.readsOn(rows[row - 1], text)
        && !ColumnBoundaries.hasFigures(rows[row], text)
        && ColumnBoundaries.hasFigures(rows[last], text)
    }
    var next = start + 1
    while next < rows.count {
      let above = rows[next - 1]
      // what stands far below is something else
      if rows[next].yMin - above.yMax > 3 * measures.height { break }
      if isWide[next] {
        let left = RowGaps.crossing(free, rows[next], text, least: least)
        if left.isEmpty || beginsTable(next, below: last) { break }
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
    let labels = (start...last).filter { !isWide[$0] }.map { rows[$0] }
    boundaries = ColumnBoundaries.found(wide.map { rows[$0] }, labels, text, least: least)
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
    // text in columns is told by its first rows: what stands below may have other columns
    var upper = self
    upper.boundaries = ColumnBoundaries.found(
      wide.prefix(3).map { rows[$0] },
      [],
      text,
      least: least
    )
    if let table = upper.tableStart(rows, text, measures) {
      upper.rows = start..<table
      if upper.isProse(rows, text, measures) {
        self = upper
        return
      }
    }
    if isProse(rows, text, measures) { extend(rows, below: limit, text, measures) }
  }

  /// Takes in the rows above and below text in columns that leave the columns apart, such as
  /// headings.
  private mutating func extend(
    _ rows: [PageRow],
    below limit: Int,
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) {
    let far = 2.5 * measures.height
    var end = self.rows.upperBound
    while end < rows.count, leavesApart(rows[end], text),
      rows[end].yMin - rows[end - 1].yMax < far
    {
      end += 1
    }
    var start = self.rows.lowerBound
    var above = start
    let widths = (0...boundaries.count).map { column in
      let lines = self.rows.compactMap { line(of: rows[$0], column, text) }
      return (lines.map(\.xMax).max() ?? 0) - (lines.map(\.xMin).min() ?? 0)
    }
    // a row of another band is taken where it is text in the same columns, not cells
    func fills(_ row: PageRow) -> Bool {
      widths.indices.allSatisfy { column in
        line(of: row, column, text).map { $0.xMax - $0.xMin > 0.6 * widths[column] } ?? false
      }
    }
    while above > 0, leavesApart(rows[above - 1], text), above > limit || fills(rows[above - 1]),
      rows[above].yMin - rows[above - 1].yMax < far
    {
      above -= 1
      // what stands in the first column alone is read before it anyhow
      if rows[above].xMax > boundaries[0] { start = above }
    }
    self.rows = start..<end
  }

  /// The band among rows that so many others stand before.
  func moved(by count: Int) -> ColumnBand {
    var moved = self
    moved.rows = rows.lowerBound + count..<rows.upperBound + count
    return moved
  }

  private static func readsOn(_ row: PageRow, _ text: PDFWords) -> Bool {
    guard let first = row.words.first else { return false }
    let word = text.bytes[text.words[first].text]
    return Hyphenation.startsLower(word) || word.first == 0x28
  }

  /// Whether a row's words stand on either side of the boundaries, and not close to each other.
  private func leavesApart(_ row: PageRow, _ text: PDFWords) -> Bool {
    boundaries.allSatisfy { boundary in
      let left = row.words.last { text.words[$0].xMin < boundary }
      let right = row.words.first { text.words[$0].xMin >= boundary }
      guard let left, text.words[left].xMax < boundary else { return left == nil }
      guard let right else { return true }
      return text.words[right].xMin - text.words[left].xMax > 0.7 * row.height
    }
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
