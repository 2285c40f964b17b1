import NyckeltalText

/// Where one column of a table ends and the next begins.
///
/// What stands under the headings tells the columns; headings only say where a boundary may lie in
/// the gap, because they begin at their column's left edge where the figures under them end at the
/// right one.
struct ColumnBoundaries {
  typealias Interval = RowGaps.Interval

  /// How the cells of a column are set.
  private enum Alignment { case left, right, both, none }

  private let least: Float
  /// The cells of each row of headings, and their words.
  private let headings: [[Interval]]
  private let headingWords: [Interval]
  private let columns: [Interval]
  private let alignments: [Alignment]

  /// The boundaries between the columns of some rows, from left to right; rows of a single cell make
  /// a column where the others have none.
  static func found(
    _ rows: [PageRow],
    _ single: [PageRow],
    _ text: PDFWords,
    least: Float
  ) -> [Float] {
    let all = ColumnBoundaries(rows, single, text, least: least)
    var boundaries = zip(all.columns.indices, all.columns.indices.dropFirst()).map {
      all.boundary($0, $1)
    }
    boundaries += all.boundariesOfEmptyColumns(boundaries)
    return boundaries.sorted()
  }

  private init(_ rows: [PageRow], _ single: [PageRow], _ text: PDFWords, least: Float) {
    self.least = least
    let heads = Self.headRows(rows, text)
    headings = rows[..<heads].map { RowGaps.parts($0, text, least: least) }
    headingWords = rows[..<heads].flatMap(\.words).map {
      Interval(xMin: text.words[$0].xMin, xMax: text.words[$0].xMax)
    }
    let cells = rows[heads...].flatMap { RowGaps.parts($0, text, least: least) }
    let cores = Self.merged(cells, least: least)
    let labels = single.map { Interval(xMin: $0.xMin, xMax: $0.xMax) }
    let headings = headings
    // the lines of a label that stand beside no figures; not what stands across columns
    let others = labels.filter { label in
      let met = cores.filter {
        label.xMin < $0.xMax + least && $0.xMin - least < label.xMax
      }
      guard let core = met.first else { return true }
      return met.count == 1
        && !headings.joined().contains { $0.xMin >= core.xMax && $0.xMin < label.xMax + least }
    }
    let columns = others.isEmpty ? cores : Self.merged(cells + others, least: least)
    self.columns = columns
    alignments = columns.map { column in Self.alignment(cells.filter { $0.meets(column) }) }
  }

  private static func alignment(_ cells: [Interval]) -> Alignment {
    func agree(_ edges: [Float]) -> Bool {
      guard let least = edges.min(), let most = edges.max(), edges.count > 1 else { return false }
      return most - least < 1.5
    }
    switch (agree(cells.map(\.xMin)), agree(cells.map(\.xMax))) {
    case (true, true): return .both
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return .none
    }
  }

  // MARK: Boundaries

  private func boundary(_ left: Int, _ right: Int) -> Float {
    let gap = gap(left, right)
    let edge = min(0.5 * least, (gap.xMax - gap.xMin) / 4)
    let wanted =
      switch (alignments[left], alignments[right]) {
      case (.right, .right), (.right, .both), (.both, .right): gap.xMin + edge
      case (.left, .left), (.left, .both), (.both, .left): gap.xMax - edge
      default: (gap.xMin + gap.xMax) / 2
      }
    let headings = headings.joined().filter { isHeading($0, left, right) }
    return Self.free(gap, of: headings, near: wanted)
      ?? Self.free(gap, of: headingWords, near: wanted) ?? wanted
  }

  /// The gap between two columns, less the headings in it that belong to either.
  private func gap(_ left: Int, _ right: Int) -> Interval {
    var gap = Interval(xMin: columns[left].xMax, xMax: columns[right].xMin)
    for row in headings {
      let within = row.filter { $0.xMin >= columns[left].xMax && $0.xMax <= columns[right].xMin }
      guard let first = within.first, let last = within.last else { continue }
      // a heading stands over the figures of its column, or left or right of them
      if !row.contains(where: { $0.meets(columns[right]) }) {
        gap.xMax = min(gap.xMax, last.xMin)
      } else if !row.contains(where: { $0.meets(columns[left]) }) {
        gap.xMin = max(gap.xMin, first.xMax)
      }
    }
    return gap.xMin < gap.xMax ? gap : Interval(xMin: columns[left].xMax, xMax: columns[right].xMin)
  }

  /// Whether a heading stands over one column at most, and so on one side of a boundary.
  private func isHeading(_ heading: Interval, _ left: Int, _ right: Int) -> Bool {
    !(heading.meets(columns[left]) && heading.meets(columns[right]))
  }

  /// The place in a gap that is nearest to the wanted one and that others leave free.
  private static func free(
    _ gap: Interval,
    of others: [Interval],
    near wanted: Float
  ) -> Float? {
    var pieces = [gap]
    for other in others where other.meets(gap) {
      pieces = pieces.flatMap { piece in
        other.meets(piece)
          ? [
            Interval(xMin: piece.xMin, xMax: min(piece.xMax, other.xMin)),
            Interval(xMin: max(piece.xMin, other.xMax), xMax: piece.xMax),
          ] : [piece]
      }
    }
    return pieces.filter { $0.xMax - $0.xMin > 0.4 }
      .map { min(max(wanted, $0.xMin + 0.2), $0.xMax - 0.2) }
      .min { abs($0 - wanted) < abs($1 - wanted) }
  }

  /// A column with nothing but a heading: the heading stands apart from a column that has another.
  private func boundariesOfEmptyColumns(_ boundaries: [Float]) -> [Float] {
    var more: [Float] = []
    for row in headings {
      let places = row.map { heading in
        let middle = (heading.xMin + heading.xMax) / 2
        return boundaries.firstIndex { middle < $0 } ?? boundaries.count
      }
      for (left, right) in zip(row.indices, row.indices.dropFirst())
      where places[left] == places[right] {
        let column = columns[places[left]]
        let isOwn = row[left].meets(column) != row[right].meets(column)
        let gap = Interval(xMin: row[left].xMax, xMax: row[right].xMin)
        guard isOwn, gap.xMax - gap.xMin >= least else { continue }
        // as far as the figures reach is theirs
        let free = Interval(
          xMin: row[left].meets(column) ? max(gap.xMin, column.xMax) : gap.xMin,
          xMax: row[right].meets(column) ? min(gap.xMax, column.xMin) : gap.xMax
        )
        let place = (free.xMin + free.xMax) / 2
        if free.xMin < free.xMax, !more.contains(where: { abs($0 - place) < least }) {
          more.append(place)
        }
      }
    }
    return more
  }

  // MARK: Rows of headings

  /// How many rows at the top hold no figures behind their first word; none where no row does.
  private static func headRows(_ rows: [PageRow], _ text: PDFWords) -> Int {
    let first = rows.firstIndex { hasFigures($0, text) }
    return first ?? min(1, rows.count - 1)
  }

  /// Whether a row holds figures behind its first word; years are headings.
  static func hasFigures(_ row: PageRow, _ text: PDFWords) -> Bool {
    row.words.dropFirst().contains { index in
      let word = text.bytes[text.words[index].text]
      guard let digit = word.first(where: { $0 != 0x2D }), Byte.isDigit(digit) else {
        return false
      }
      return !isYear(word)
    }
  }

  private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 4 && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
      && word.prefix(4).allSatisfy { Byte.isDigit($0) }
      && word.dropFirst(4).allSatisfy { $0 == 0x2A || $0 >= 0x80 }
  }

  /// Intervals with those that touch made one, from left to right.
  private static func merged(_ intervals: [Interval], least: Float) -> [Interval] {
    var merged: [Interval] = []
    for interval in intervals.sorted(by: { $0.xMin < $1.xMin }) {
      if let last = merged.last, interval.xMin - last.xMax < least {
        merged[merged.count - 1].xMax = max(last.xMax, interval.xMax)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }
}
