import NyckeltalText

/// A table on a page, or on several that follow each other.
struct PageTable {
  /// The rows; each has a list of words for every column, empty where the cell is.
  private(set) var rows: [[[Int]]]
  let boundaries: [Float]

  init(_ band: ColumnBand, rows: [PageRow], text: PDFWords, measures: TypeMeasures) {
    boundaries = band.boundaries
    let lines = band.rows.map { rows[$0] }
    let cells = lines.enumerated().map { number, line in
      Self.cells(line, band, text, measures, isHeader: number < 2)
    }
    let begins = Self.begins(lines, cells, text, measures)
    self.rows = []
    for (line, row) in cells.enumerated() {
      if begins[line] || self.rows.isEmpty {
        self.rows.append(row)
      } else {
        let last = self.rows.count - 1
        for column in row.indices { self.rows[last][column] += row[column] }
      }
    }
    repeatGroups(text)
  }

  /// Years over groups of headings, or headings over groups of years, stand once for each group: they
  /// head every column of it.
  private mutating func repeatGroups(_ text: PDFWords) {
    guard rows.count > 2 else { return }
    let (upper, lower) = (rows[0].indices.dropFirst(), rows[1])
    let groups = upper.filter { !rows[0][$0].isEmpty }
    func areYears(_ row: [[Int]], _ columns: [Int]) -> Bool {
      columns.allSatisfy { column in
        row[column].contains { Self.isYear(text.bytes[text.words[$0].text]) }
      }
    }
    let isLowerYears = areYears(lower, Array(upper))
    guard !groups.isEmpty, groups.count < upper.count, upper.allSatisfy({ !lower[$0].isEmpty }),
      isLowerYears != areYears(rows[0], groups),
      isLowerYears || upper.allSatisfy({ !Self.isFigure(lower[$0], text) })
    else { return }
    func edge(_ cell: [Int]) -> Float { cell.map { text.words[$0].xMin }.min() ?? 0 }
    func middle(_ cell: [Int]) -> Float {
      (edge(cell) + (cell.map { text.words[$0].xMax }.max() ?? 0)) / 2
    }
    // set at the left of its group, or in its middle
    let isLeft = groups.allSatisfy { abs(edge(rows[0][$0]) - edge(lower[$0])) < 2 }
    let headings = rows[0]
    for column in upper where headings[column].isEmpty {
      let group =
        isLeft
        ? groups.last { $0 < column }
        : groups.min {
          abs(middle(headings[$0]) - middle(lower[column]))
            < abs(middle(headings[$1]) - middle(lower[column]))
        }
      if let group { rows[0][column] = headings[group] }
    }
  }

  private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 4 && word.prefix(4).allSatisfy { Byte.isDigit($0) }
      && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
      && !word.dropFirst(4).contains { Byte.isDigit($0) }
  }

  private static func cells(
    _ line: PageRow,
    _ band: ColumnBand,
    _ text: PDFWords,
    _ measures: TypeMeasures,
    isHeader: Bool
  ) -> [[Int]] {
    var cells = Array(repeating: [Int](), count: band.boundaries.count + 1)
    guard isHeader else {
      for index in line.words { cells[band.column(text.words[index])].append(index) }
      return cells
    }
    // a heading over several columns is a heading of each
    let least = measures.cellGap * measures.height
    for part in RowGaps.parts(line, text, least: least) {
      let words = line.words.filter {
        text.words[$0].xMin >= part.xMin && text.words[$0].xMax <= part.xMax
      }
      let crossed = band.boundaries.indices.filter {
        part.xMin < band.boundaries[$0] - least && part.xMax > band.boundaries[$0] + least
      }
      if let first = crossed.first, let last = crossed.last, first > 0,
        crosses(words, crossed.map { band.boundaries[$0] }, text)
      {
        for column in first...(last + 1) { cells[column] += words }
      } else {
        for index in words { cells[band.column(text.words[index])].append(index) }
      }
    }
    return cells
  }

  /// Whether a word of a heading stands across a boundary: where all stand between them, headings
  /// stand close beside each other.
  private static func crosses(_ words: [Int], _ boundaries: [Float], _ text: PDFWords) -> Bool {
    words.contains { index in
      boundaries.contains { text.words[index].xMin < $0 && $0 < text.words[index].xMax }
    }
  }

  /// Which lines begin a row, and which go on with the cells of the line above.
  ///
  /// Where rows are set further apart than the lines of a cell, distance tells; otherwise a line
  /// goes on where it has no figures and begins in lower case.
  private static func begins(
    _ lines: [PageRow],
    _ cells: [[[Int]]],
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) -> [Bool] {
    let pitches = zip(lines, lines.dropFirst()).map { $1.yMin - $0.yMin }
    let near = ColumnBand.near(measures)
    var isSpaced = pitches.contains { $0 > near } && pitches.contains { $0 <= near }
    for index in pitches.indices where pitches[index] <= near {
      // figures one under the other at the distance of lines: rows are not set apart
      let both = cells[index].indices.dropFirst().contains {
        isFigure(cells[index][$0], text) && isFigure(cells[index + 1][$0], text)
      }
      if both { isSpaced = false }
    }
    return [true]
      + pitches.indices.map { index in
        if pitches[index] > near { return true }
        if isSpaced { return false }
        return !goesOn(cells[index + 1], below: cells[index], text)
      }
  }

  private static func goesOn(_ row: [[Int]], below above: [[Int]], _ text: PDFWords) -> Bool {
    let filled = row.indices.filter { !row[$0].isEmpty }
    // a label that goes on, with its figures on its last line
    let labels = above.indices.filter { !above[$0].isEmpty }
    if labels == [0], above[0].count > 2, filled.first == 0 {
      return reads(row[0], on: above[0], text)
    }
    // cells that all go on are passages
    guard !filled.contains(where: { isFigure(row[$0], text) }),
      filled.allSatisfy({ !above[$0].isEmpty }),
      filled.count < row.count || filled.allSatisfy({ above[$0].count > 2 })
    else { return false }
    return filled.allSatisfy { reads(row[$0], on: above[$0], text) }
  }

  /// Whether a cell's line goes on with the line above it.
  private static func reads(_ cell: [Int], on above: [Int], _ text: PDFWords) -> Bool {
    guard let word = cell.first, let last = above.last else { return false }
    let bytes = text.bytes[text.words[word].text]
    let end = text.bytes[text.words[last].text]
    if end.last == 0x3A || end.elementsEqual("varav".utf8) { return false }
    return Hyphenation.startsLower(bytes) || bytes.first == 0x28 || end.last == 0x2D
  }

  private static func isFigure(_ cell: [Int], _ text: PDFWords) -> Bool {
    guard let first = cell.first else { return false }
    return text.bytes[text.words[first].text].contains { Byte.isDigit($0) }
  }

  // MARK: Going on over pages

  /// Takes the rows of a table at the top of the next page as its own; false where its columns are
  /// others.
  mutating func goOn(_ next: PageTable, _ text: PDFWords) -> Bool {
    guard next.boundaries.count == boundaries.count,
      zip(boundaries, next.boundaries).allSatisfy({ abs($0 - $1) < 24 })
    else { return false }
    var more = next.rows[...]
    // the header is repeated
    if let header = rows.first, let first = more.first,
      zip(header, first).allSatisfy({ Self.equal($0, $1, text) })
    {
      more.removeFirst()
    }
    // a row is broken between the pages
    if let first = more.first, let last = rows.indices.last,
      Self.goesOn(first, below: rows[last], text)
    {
      for column in first.indices { rows[last][column] += first[column] }
      more.removeFirst()
    }
    rows += more
    return true
  }

  private static func equal(_ left: [Int], _ right: [Int], _ text: PDFWords) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        text.bytes[text.words[$0].text] == text.bytes[text.words[$1].text]
      }
  }
}
