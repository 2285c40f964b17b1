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
    boundaries = Self.boundaries(wide.map { rows[$0] }, text, least: least)
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
    if isProse(rows, text) {
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

  // MARK: Boundaries

  /// The middles of the gaps that all rows leave free, headings over several columns aside.
  private static func boundaries(
    _ rows: [PageRow],
    _ text: PDFWords,
    least: Float
  ) -> [Float] {
    let parts = rows.map { RowGaps.parts($0, text, least: least) }
    let heads = headRows(rows, text)
    let cores = merged(parts[heads...].joined(), least: least)
    let headings = parts[..<heads].joined().filter { heading in
      cores.count { $0.xMin < heading.xMax && heading.xMin < $0.xMax } < 2
    }
    let columns = merged(Array(parts[heads...].joined()) + headings, least: least)
    var boundaries = zip(columns, columns.dropFirst()).map { ($0.xMax + $1.xMin) / 2 }
    joinHeadings(&boundaries, columns: columns, headings: headings, cores: cores)
    return boundaries
  }

  /// A heading at its column's left edge over figures at the right edge may leave a gap between
  /// them: a column with nothing but a heading and one without a heading are one.
  private static func joinHeadings(
    _ boundaries: inout [Float],
    columns: [RowGaps.Interval],
    headings: [RowGaps.Interval],
    cores: [RowGaps.Interval]
  ) {
    func holds(_ intervals: [RowGaps.Interval], _ column: RowGaps.Interval) -> Bool {
      intervals.contains { $0.xMin < column.xMax && column.xMin < $0.xMax }
    }
    var joined: Set<Int> = []
    for index in columns.indices.dropFirst()
    where holds(headings, columns[index]) && !holds(cores, columns[index]) {
      if index + 1 < columns.count, !holds(headings, columns[index + 1]) {
        joined.insert(index)
      } else if index > 1, !holds(headings, columns[index - 1]), !joined.contains(index - 2) {
        joined.insert(index - 1)
      }
    }
    boundaries = boundaries.indices.filter { !joined.contains($0) }.map { boundaries[$0] }
  }

  /// How many rows at the top hold no figures behind their first word; none where no row does.
  private static func headRows(_ rows: [PageRow], _ text: PDFWords) -> Int {
    let first = rows.firstIndex { row in
      row.words.dropFirst().contains { index in
        let word = text.bytes[text.words[index].text]
        guard let digit = word.first(where: { $0 != 0x2D }), Byte.isDigit(digit) else {
          return false
        }
        return !isYear(word)
      }
    }
    return first ?? min(1, rows.count - 1)
  }

  private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 4 && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
  }

  /// Intervals with those that touch made one, from left to right.
  private static func merged(
    _ intervals: some Sequence<RowGaps.Interval>,
    least: Float
  ) -> [RowGaps.Interval] {
    var merged: [RowGaps.Interval] = []
    for interval in intervals.sorted(by: { $0.xMin < $1.xMin }) {
      if let last = merged.last, interval.xMin - last.xMax < least {
        merged[merged.count - 1].xMax = max(last.xMax, interval.xMax)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }

  // MARK: Text in columns

  /// Whether the columns hold running text, to be read one after the other.
  func isProse(_ rows: [PageRow], _ text: PDFWords) -> Bool {
    guard boundaries.count <= 2, self.rows.count >= 5 else { return false }
    for column in 0...boundaries.count {
      let lines = self.rows.compactMap { line(of: rows[$0], column, text) }
      guard lines.count >= 4 else { return false }
      let left = lines.map(\.xMin).min() ?? 0
      let width = (lines.map(\.xMax).max() ?? 0) - left
      let words = lines.reduce(0) { $0 + $1.words.count }
      let full = lines.count { $0.xMax - $0.xMin > 0.75 * width }
      guard words >= lines.count * 3, full * 2 >= lines.count else { return false }
    }
    return true
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
