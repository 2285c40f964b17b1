import NyckeltalText

// Running text in columns, which is read column by column, and not row by row as a table is.
extension ColumnBand {
  /// The columns in the order in which they are read one after the other; `nil` for a table.
  func readingOrder(_ rows: [PageRow], _ text: PDFWords, _ measures: TypeMeasures) -> [Int]? {
    if isProse(rows, text, measures) { return Array(0...boundaries.count) }
    guard boundaries.count == 1 else { return nil }
    // a box is read before the text beside it, which goes on below
    return [[1, 0], [0, 1]].first { goesOnBeside($0[1], rows, text) }
  }

  /// Whether a column's lines go on with each other while the other column begins anew on the same
  /// rows: text, and a box beside it.
  private func goesOnBeside(_ column: Int, _ rows: [PageRow], _ text: PDFWords) -> Bool {
    var last: (text: ArraySlice<UInt8>, hasOther: Bool)?
    var anew = 0
    var words = 0
    var lines = 0
    for index in self.rows {
      let own = line(of: rows[index], column, text)
      let other = line(of: rows[index], 1 - column, text)
      guard let own, let first = own.words.first, let end = own.words.last else {
        last = nil
        continue
      }
      lines += 1
      words += own.words.count
      let start = text.bytes[text.words[first].text]
      if let last, last.hasOther, let begin = other?.words.first,
        Hyphenation.startsLower(start) || start.isFigure,
        ![0x2E, 0x21, 0x3F, 0x3A].contains(last.text.last),
        !Hyphenation.startsLower(text.bytes[text.words[begin].text])
      {
        anew += 1
      }
      last = (text.bytes[text.words[end].text], other != nil)
    }
    return anew > 1 && words >= 6 * lines
  }

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
      // figures that stand close are a table's
      let letters = lines.reduce(0) { $0 + $1.words.count { text.hasLetters($0) } }
      // few lines must be clearly text
      guard words >= lines.count * (lines.count < 5 ? 5 : 3), full * 2 >= lines.count,
        letters * 2 >= words
      else { return false }
    }
    return true
  }

  /// The first row below text in columns that is a table's, which stands across the columns: two
  /// rows have figures in all but the first, and those above may be its headings.
  func tableStart(
    _ rows: [PageRow],
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) -> Int? {
    guard (1...2).contains(boundaries.count) else { return nil }
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
}

extension ArraySlice<UInt8> {
  /// Whether a word begins as a figure does.
  fileprivate var isFigure: Bool {
    guard let first = first(where: { $0 != 0x2D }) else { return false }
    return Byte.isDigit(first)
  }
}
