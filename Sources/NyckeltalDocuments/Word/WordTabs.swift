import NyckeltalText

/// Paragraphs with tabs that follow each other: a table where the tabs part cells.
///
/// Each tab is one cell further, also at the beginning of a line, and two together leave one empty.
struct WordTabs {
  private(set) var lines: [[UInt8]] = []

  private static let mostLines = 500
  private static let mostCells = 40

  mutating func add(_ line: [UInt8]) { lines.append(line) }

  /// The lines as a table's rows, for each cell its text and how many columns it heads; `nil` where
  /// they are none: no figures under headings, or more cells than there are headings.
  func table() -> [[(text: [UInt8], columns: Int)]]? {
    guard lines.count > 1, lines.count <= Self.mostLines else { return nil }
    let rows = lines.map { line in
      line.split(separator: Byte.tab, omittingEmptySubsequences: false).map { Self.trimmed($0) }
    }
    let heads = rows.prefix { row in row.allSatisfy { !CellText.isFigure($0) } }.count
    guard (1...3).contains(heads), heads < rows.count,
      rows.contains(where: { $0.dropFirst().contains { CellText.isFigure($0) } })
    else { return nil }
    var lowest = rows[heads - 1]
    while lowest.last?.isEmpty == true { lowest.removeLast() }
    let width = lowest.count
    guard (2...Self.mostCells).contains(width), lowest.dropFirst().allSatisfy({ !$0.isEmpty })
    else { return nil }
    var table: [[(text: [UInt8], columns: Int)]] = []
    for (number, row) in rows.enumerated() {
      guard let cells = Self.fitted(row, width) else { return nil }
      table.append(number < heads - 1 ? Self.spread(cells) : cells.map { ($0, 1) })
    }
    return table
  }

  /// Whether the lines name pages, from the first to the last, without headings.
  var isContents: Bool {
    var last = 0
    guard lines.count > 2 else { return false }
    for line in lines {
      let cells = line.split(separator: Byte.tab).map { Self.trimmed($0) }
      guard cells.count > 1, let end = cells.last, end.count <= 3,
        let page = Int(String(decoding: end, as: UTF8.self)), page >= last
      else { return false }
      last = page
    }
    return true
  }

  /// A row with a cell for each column: empty ones at its end may be missing or too many.
  private static func fitted(_ row: [[UInt8]], _ width: Int) -> [[UInt8]]? {
    var cells = row
    while cells.count > width, cells.last?.isEmpty == true { cells.removeLast() }
    if cells.count > width {
      // tabs that only lead as far as the columns
      let filled = cells.filter { !$0.isEmpty }
      guard filled.count == width else { return nil }
      cells = filled
    }
    return cells + Array(repeating: [], count: width - cells.count)
  }

  /// Headings over others: each heads the columns up to the next.
  private static func spread(_ cells: [[UInt8]]) -> [(text: [UInt8], columns: Int)] {
    var spread: [(text: [UInt8], columns: Int)] = []
    for (index, cell) in cells.enumerated() {
      if index > 1, cell.isEmpty, let last = spread.indices.last, !spread[last].text.isEmpty {
        spread[last].columns += 1
      } else {
        spread.append((cell, 1))
      }
    }
    return spread
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var cell = cell.drop { Byte.isBlank($0) }
    while let last = cell.last, Byte.isBlank(last) { cell.removeLast() }
    return Array(cell)
  }
}
