/// What the rows of a page, or of a column of one, make up.
enum PagePart {
  /// A line of text.
  case line(Int)
  /// A table of figures.
  case figures(FigureTable)
  /// Text in columns, or a table of words.
  case band(ColumnBand)

  /// The parts, from top to bottom: columns of text first, then tables of figures, then others among
  /// what is left.
  static func parts(
    _ rows: [PageRow],
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) -> [PagePart] {
    var parts: [PagePart] = []
    var next = 0
    for band in ColumnBand.bands(rows, text, measures)
    where band.rows.lowerBound >= next && band.readingOrder(rows, text, measures) != nil {
      parts += tables(rows, next..<band.rows.lowerBound, text, measures)
      parts.append(.band(band))
      next = band.rows.upperBound
    }
    return parts + tables(rows, next..<rows.count, text, measures)
  }

  private static func tables(
    _ rows: [PageRow],
    _ range: Range<Int>,
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) -> [PagePart] {
    var parts: [PagePart] = []
    var next = range.lowerBound
    let finder = FigureTableFinder(
      Array(rows[range]),
      isAtTop: range.lowerBound == 0,
      text,
      measures
    )
    for table in finder.tables() {
      let start = range.lowerBound + table.range.lowerBound
      parts += bands(rows, next..<start, text, measures)
      parts.append(.figures(table))
      next = range.lowerBound + table.range.upperBound
    }
    return parts + bands(rows, next..<range.upperBound, text, measures)
  }

  private static func bands(
    _ rows: [PageRow],
    _ range: Range<Int>,
    _ text: PDFWords,
    _ measures: TypeMeasures
  ) -> [PagePart] {
    guard !range.isEmpty else { return [] }
    var parts: [PagePart] = []
    var next = range.lowerBound
    for band in ColumnBand.bands(Array(rows[range]), text, measures) {
      let own = band.moved(by: range.lowerBound)
      guard own.rows.lowerBound >= next else { continue }
      parts += (next..<own.rows.lowerBound).map { .line($0) }
      parts.append(.band(own))
      next = own.rows.upperBound
    }
    return parts + (next..<range.upperBound).map { .line($0) }
  }

  /// The rows that are lines of text.
  static func lines(_ parts: [PagePart]) -> [Int] {
    parts.compactMap { part in
      if case .line(let row) = part { row } else { nil }
    }
  }
}
