import NyckeltalText

/// The gaps in a row of words.
enum RowGaps {
  struct Interval {
    var xMin: Float
    var xMax: Float

    var width: Float { xMax - xMin }

    /// Whether two intervals share more than an edge.
    func meets(_ other: Interval) -> Bool { xMin < other.xMax && other.xMin < xMax }
  }

  /// Whether a row is set in cells.
  ///
  /// A gap in it is wider than spaces are, also those of lines that
  /// are stretched to the margin. A list's mark stands apart too, and makes no cell.
  static func isWide(_ row: PageRow, _ text: PDFWords, _ measures: TypeMeasures) -> Bool {
    guard row.words.count > 1 else { return false }
    let height = max(row.height, 1)
    var gaps: [Float] = []
    for (left, right) in zip(row.words, row.words.dropFirst()) {
      gaps.append((text.words[right].xMin - text.words[left].xMax) / height)
    }
    let first = text.bytes[text.words[row.words[0]].text]
    if first.elementsEqual("§".utf8) { return false }
    if ListMark.isMark(first) { gaps.removeFirst() }
    guard let widest = gaps.max(), widest > max(1, 3 * measures.space) else { return false }
    if widest > 2.5 || gaps.count < 3 { return true }
    let usual = gaps.sorted()[gaps.count / 2]
    return widest > 2.2 * usual
  }

  /// The row's words with the narrow gaps between them closed.
  static func parts(_ row: PageRow, _ text: PDFWords, least: Float) -> [Interval] {
    var parts: [Interval] = []
    var followsMark = false
    for index in row.words {
      let word = text.words[index]
      let opens = parts.last.map { word.xMin - $0.xMax >= least } ?? true
      defer { followsMark = opens && ListMark.isMark(text.bytes[word.text]) }
      // a list's mark belongs to the text behind it
      let isItem = followsMark && word.xMin - (parts.last?.xMax ?? 0) < 2.5 * word.height
      if let last = parts.last, !opens || isItem {
        parts[parts.count - 1].xMax = max(last.xMax, word.xMax)
      } else {
        parts.append(Interval(xMin: word.xMin, xMax: word.xMax))
      }
    }
    return parts
  }

  static func gaps(_ row: PageRow, _ text: PDFWords, least: Float) -> [Interval] {
    let parts = parts(row, text, least: least)
    return zip(parts, parts.dropFirst()).map { Interval(xMin: $0.xMax, xMax: $1.xMin) }
  }

  /// What a row leaves of free gaps.
  static func crossing(
    _ free: [Interval],
    _ row: PageRow,
    _ text: PDFWords,
    least: Float
  ) -> [Interval] {
    let parts = parts(row, text, least: least)
    var left: [Interval] = []
    for gap in free {
      var rest = [gap]
      for part in parts where part.xMin < gap.xMax && part.xMax > gap.xMin {
        rest = rest.flatMap { piece in
          [
            Interval(xMin: piece.xMin, xMax: min(piece.xMax, part.xMin)),
            Interval(xMin: max(piece.xMin, part.xMax), xMax: piece.xMax),
          ]
          // what is none is not divided further: words may lie over each other
          .filter { $0.xMin < $0.xMax && $0.xMax - $0.xMin >= least }
        }
      }
      left += rest
    }
    return left
  }
}
