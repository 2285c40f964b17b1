import NyckeltalText

/// A table as lines of Markdown: what stands above it, one row of headings, and its rows.
///
/// A heading over several columns heads each of them, and headings in several rows are joined for
/// each column, so that no reader need tell again which belong together.
struct FlowSheet {
  /// Lines over the whole width, which stand above the headings.
  private(set) var titles: [[UInt8]] = []
  /// A heading for each column; empty where no row is one of headings.
  private(set) var headings: [[UInt8]] = []
  /// The first row below the headings.
  private var start = 0
  private let grid: FlowGrid
  private let texts: [[[UInt8]]]
  private let table: FlowTable

  private static let mostHeadings = 4
  /// More letters than a label has, or a heading.
  private static let longestLabel = 200

  init(_ table: FlowTable) {
    self.table = table
    grid = FlowGrid(table.rows, widths: table.widths)
    texts = table.rows.map { $0.cells.map(\.line) }
    var first = 0
    while first + 1 < grid.rows.count, let line = Self.whole(grid.rows[first], texts, grid.width) {
      titles.append(line)
      first += 1
    }
    var end = first
    while end < grid.rows.count, end - first < Self.mostHeadings, isHeading(end, from: first) {
      end += 1
    }
    if end == grid.rows.count { end = grid.rows.count > first + 1 ? first + 1 : first }
    start = end
    if end > first { headings = joined(first..<end) }
  }

  /// Whether most rows hold figures under headings.
  var holdsFigures: Bool {
    guard !headings.isEmpty, headings.dropFirst().contains(where: { !$0.isEmpty }),
      headings.allSatisfy({ $0.count <= Self.longestLabel })
    else { return false }
    let rows = grid.rows[start...].filter { $0.count > 1 }
    let withFigures = rows.count { row in
      row.dropFirst().contains { $0.isOwn && CellText.isFigure(text($0)) }
    }
    return withFigures > 0 && withFigures * 2 >= rows.count
  }

  private func text(_ piece: FlowGrid.Piece) -> [UInt8] { texts[piece.row][piece.cell] }

  // MARK: Headings

  /// The line that a row of one cell is; `nil` for others.
  private static func whole(
    _ row: [FlowGrid.Piece],
    _ texts: [[[UInt8]]],
    _ width: Int
  ) -> [UInt8]? {
    guard row.count == 1, width > 1, let piece = row.first, piece.isOwn else { return nil }
    let line = texts[piece.row][piece.cell]
    return line.isEmpty ? nil : line
  }

  /// Whether a row is one of headings, given that those from the first on to it are.
  private func isHeading(_ number: Int, from first: Int) -> Bool {
    let row = grid.rows[number]
    let others = row.dropFirst().filter { $0.isOwn && !text($0).isEmpty }
    guard row.count > 1, others.contains(where: { CellText.mayHead(text($0)) }) else {
      return false
    }
    if isMarked(number) { return true }
    guard others.allSatisfy({ !CellText.isFigure(text($0)) && text($0).count <= Self.longestLabel })
    else { return false }
    return number == first || continuesHeadings(number, from: first)
  }

  /// Whether the document calls a row one of headings.
  private func isMarked(_ number: Int) -> Bool {
    let row = table.rows[number]
    if row.isHeading { return true }
    let cells = row.cells.filter { !$0.blocks.isEmpty }
    return cells.count > 1 && cells.allSatisfy(\.isHeading)
  }

  private func continuesHeadings(_ number: Int, from first: Int) -> Bool {
    let row = grid.rows[number]
    let above = grid.rows[number - 1]
    // a heading of the rows above reaches into it
    if row.contains(where: { !$0.isOwn && $0.row >= first && !text($0).isEmpty }) { return true }
    // it parts a heading over several columns
    let isParted = above.dropFirst().contains { piece in
      piece.columns.count > 1 && row.count { piece.columns.contains($0.columns.lowerBound) } > 1
    }
    if isParted { return true }
    guard let own = row.first, let upper = above.first else { return false }
    if text(own).isEmpty || text(own) == text(upper) { return true }
    // the label stands on the lower line: years over words, or words over years
    guard text(upper).isEmpty else { return false }
    let times = [above, row].map { pieces in
      pieces.dropFirst().filter { !text($0).isEmpty }.allSatisfy { piece in
        text(piece).contains { Byte.isDigit($0) }
      }
    }
    return times[0] != times[1]
  }

  /// The headings of rows, joined for each column.
  private func joined(_ numbers: Range<Int>) -> [[UInt8]] {
    var columns = Array(repeating: [UInt8](), count: grid.width)
    var last = Array(repeating: (row: -1, cell: -1), count: grid.width)
    for number in numbers {
      for piece in grid.rows[number] {
        let own = text(piece)
        guard !own.isEmpty else { continue }
        for column in piece.columns where column < columns.count {
          // one that reaches over rows is one, and so is one that is repeated
          if last[column] == (piece.row, piece.cell) { continue }
          last[column] = (piece.row, piece.cell)
          if columns[column].elementsEqual(own) { continue }
          if !columns[column].isEmpty { columns[column].append(Byte.space) }
          columns[column] += own
        }
      }
    }
    return columns
  }

  // MARK: Lines

  /// The headings and rows as Markdown.
  ///
  /// What spans several rows is the label of each of them; a figure stands where it begins.
  func write(_ each: ([UInt8]) throws -> Void) rethrows {
    var headings = headings
    if !headings.isEmpty {
      try each(Self.line(headings))
      try each(Self.rule(headings.count))
    }
    for number in start..<grid.rows.count {
      let row = table.rows[number]
      guard row.cells.contains(where: { !$0.blocks.isEmpty }) else { continue }
      if number > start, isMarked(number), isHeading(number, from: number) {
        // headings again: the same over the page, or those of another table
        let again = joined(number..<number + 1)
        if again == headings { continue }
        headings = again
        try each([Byte.newline])
        try each(Self.line(again))
        try each(Self.rule(again.count))
        continue
      }
      try each(Self.line(cells(number)))
    }
  }

  private func cells(_ number: Int) -> [[UInt8]] {
    var line = Array(repeating: [UInt8](), count: grid.width)
    for piece in grid.rows[number] where piece.columns.lowerBound < line.count {
      let own = text(piece)
      let column = piece.columns.lowerBound
      line[column] = piece.isOwn ? own : Self.label(own)
    }
    return line
  }

  /// A text that is repeated as a label; a figure is not.
  private static func label(_ text: [UInt8]) -> [UInt8] {
    text.count > longestLabel || text.contains { Byte.isDigit($0) } && !CellText.isYear(text)
      ? [] : text
  }

  private static func line(_ cells: [[UInt8]]) -> [UInt8] {
    var line: [UInt8] = [0x7C]
    for cell in cells { line += [Byte.space] + cell + [Byte.space, 0x7C] }
    return line + [Byte.newline]
  }

  private static func rule(_ columns: Int) -> [UInt8] {
    Array("|\(String(repeating: "---|", count: columns))\n".utf8)
  }
}
