// Tables that were set with tabs alone: a long label pushes the figures of its row to the right.
extension FigureTableFinder {
  /// A table whose figures stand under no common columns, but of which each row has as many as there
  /// are headings.
  ///
  ///     Nyckeltal   Mål 2023   Utfall 2023
  ///     Feriejobb, antal platser   350   345
  ///     Praktikplatser, antal   80   85
  func tabbedTable(from start: Int, below limit: Int) -> FigureTable? {
    let head = start - 1
    guard head >= limit, isNear(head, start), !lines[head].hasFigures else { return nil }
    let count = lines[start].pieces.count - 1
    guard count > 1, let first = lines[head].pieces.first, let label = lines[start].pieces.first
    else { return nil }
    // a heading of the labels stands where they begin; one that does not is a column's
    let isLabelled = first.span.xMin < label.span.xMin + 3
    guard lines[head].pieces.count == count + (isLabelled ? 1 : 0) else { return nil }
    var end = start
    while end < lines.count, end == start || isNear(end - 1, end), isRow(lines[end], count) {
      end += 1
    }
    let rows = Array(lines[start..<end])
    guard rows.count > 1, areRagged(rows) else { return nil }
    return FigureTable(range: head..<end, headings: lines[head], inOrder: rows, count: count)
  }

  /// Whether a line is a label and so many figures.
  private func isRow(_ line: TableLine, _ count: Int) -> Bool {
    guard let label = line.pieces.first, line.pieces.count == count + 1 else { return false }
    return !label.isFigure && !label.isDash
      && line.pieces.dropFirst().allSatisfy { $0.isFigure || $0.isDash }
  }

  /// Whether a figure of one row stands under another one's neighbour, and not under its own.
  private func areRagged(_ rows: [TableLine]) -> Bool {
    zip(rows, rows.dropFirst()).contains { upper, lower in
      zip(upper.pieces, lower.pieces).dropFirst().allSatisfy { !$0.span.meets($1.span) }
    }
  }
}
