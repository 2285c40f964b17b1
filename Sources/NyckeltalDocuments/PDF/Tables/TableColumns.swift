/// The columns of a table: where what stands under the headings lies.
struct TableColumns {
  typealias Interval = RowGaps.Interval

  struct Column {
    var span: Interval
    /// Figures stand in it; else text, such as a comment.
    var hasFigures: Bool
  }

  /// From left to right, without the first one, in which the labels stand.
  private(set) var columns: [Column] = []
  /// How far the labels may reach.
  private(set) var labelEdge: Float = 0

  /// Tells the columns from lines with figures.
  init(_ lines: [TableLine]) {
    // a dash for "none" is a cell too
    let figures = lines.flatMap { line in
      line.pieces.enumerated().filter { $1.isFigure || $1.isDash && $0 > 0 }.map(\.element)
    }
    var spans = Self.merged(figures.map(\.span))
    // figures that stand among as many words are a text's, or a label's
    spans.removeAll { span in
      let words = lines.count { line in
        line.pieces.contains { !$0.isFigure && !$0.isDash && $0.span.meets(span) }
      }
      let figures = lines.count { line in
        line.pieces.contains { ($0.isFigure || $0.isDash) && $0.span.meets(span) }
      }
      return words > figures
    }
    guard let first = spans.first else { return }
    labelEdge = first.xMin
    columns = spans.map { Column(span: $0, hasFigures: true) }
    let others = lines.flatMap { line in
      line.pieces.filter { piece in
        piece.span.xMin > first.xMin && !spans.contains { $0.meets(piece.span) }
      }
    }
    for span in Self.merged(others.map(\.span)) where !spans.contains(where: { $0.meets(span) }) {
      columns.append(Column(span: span, hasFigures: false))
    }
    columns.sort { $0.span.xMin < $1.span.xMin }
  }

  /// Adds a column with nothing but a heading.
  mutating func add(_ column: Column) {
    columns.append(column)
    columns.sort { $0.span.xMin < $1.span.xMin }
  }

  /// The column of a piece: the one that it lies most over, else the nearest; `nil` for a label's.
  func column(of span: Interval) -> Int? {
    var best: (column: Int, shared: Float)?
    for (index, column) in columns.enumerated() {
      let shared = min(column.span.xMax, span.xMax) - max(column.span.xMin, span.xMin)
      if shared > best?.shared ?? -.infinity { best = (index, shared) }
    }
    guard let best else { return nil }
    if best.shared > 0 { return best.column }
    return span.xMin < labelEdge ? nil : best.column
  }

  /// The columns that a piece lies over.
  func met(by span: Interval) -> [Int] {
    columns.indices.filter { columns[$0].span.meets(span) }
  }

  /// Whether other columns stand where these do; they may lack some.
  func agree(with others: TableColumns) -> Bool {
    guard !others.columns.isEmpty else { return false }
    var taken: Set<Int> = []
    for column in others.columns where column.hasFigures {
      let met = met(by: column.span).filter { columns[$0].hasFigures }
      guard met.count == 1, taken.insert(met[0]).inserted else { return false }
    }
    return true
  }

  /// Lines that are parted where the figures of other lines stand: cells that are full stand no
  /// further apart than words, or than the groups of a number.
  static func parted(_ lines: [TableLine], _ text: PDFWords) -> [TableLine] {
    let figures = lines.map { $0.pieces.filter { $0.isFigure || $0.isDash } }
    func isBridge(_ piece: TableLine.Piece) -> Bool {
      piece.words.count > 1
        && figures.contains { line in line.count { $0.span.meets(piece.span) } > 1 }
    }
    let bridges = figures.joined().contains(where: isBridge)
    let spans = merged(
      figures.joined().filter { !bridges || !isBridge($0) }.map(\.span)
    )
    func column(_ word: Int) -> Int? {
      let own = text.words[word]
      return spans.firstIndex { $0.meets(Interval(xMin: own.xMin + 0.3, xMax: own.xMax - 0.3)) }
    }
    return lines.map { line in
      var line = line
      if bridges {
        line.part(text) { piece, word in isBridge(piece) ? column(word) : nil }
      }
      // figures at either end of a text, such as a label that fills its cell
      if line.pieces.contains(where: { mayHoldFigure($0, text) }) {
        line.part(text) { piece, word in
          guard mayHoldFigure(piece, text) else { return nil }
          guard isAtEnd(word, of: piece, text), let own = column(word) else { return -1 }
          return own
        }
      }
      return line
    }
  }

  private static func mayHoldFigure(_ piece: TableLine.Piece, _ text: PDFWords) -> Bool {
    guard !piece.isFigure, piece.words.count > 1, let first = piece.words.first,
      let last = piece.words.last
    else { return false }
    return isPartOfFigure(first, text) || isPartOfFigure(last, text)
  }

  private static func isPartOfFigure(_ word: Int, _ text: PDFWords) -> Bool {
    FigureText.isDigits(text, word) || FigureText.isDash(text, word)
      || text.bytes[text.words[word].text].elementsEqual("%".utf8)
  }

  /// Whether nothing but parts of figures stands between a word and an end of a piece.
  private static func isAtEnd(
    _ word: Int,
    of piece: TableLine.Piece,
    _ text: PDFWords
  ) -> Bool {
    guard let place = piece.words.firstIndex(of: word) else { return false }
    return piece.words[place...].allSatisfy { isPartOfFigure($0, text) }
      || piece.words[...place].allSatisfy { isPartOfFigure($0, text) }
  }

  /// Intervals with those that touch made one, from left to right.
  static func merged(_ intervals: [Interval]) -> [Interval] {
    var merged: [Interval] = []
    for interval in intervals.sorted(by: { $0.xMin < $1.xMin }) {
      if let last = merged.last, interval.xMin < last.xMax - 0.3 {
        merged[merged.count - 1].xMax = max(last.xMax, interval.xMax)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }
}
