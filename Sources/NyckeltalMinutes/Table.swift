import NyckeltalText

/// A table: rows of cells under column headings.
///
/// Ranges are of ``CleanText/bytes``.
public struct Table: Sendable, Hashable {
  /// The column headings, those over two lines joined; empty for a column without one.
  public var header: [String]
  /// The rows; each has a cell for every column, an empty range where the cell is empty.
  public var rows: [Row]
  /// The whole table.
  public var range: Range<Int>
  /// Where the table begins whose headings it stands under: its own beginning, but for a group of
  /// rows that goes on with a table above.
  public var top: Int

  /// A row of a table.
  public struct Row: Sendable, Hashable {
    /// The whole row.
    public var range: Range<Int>
    /// Its cells, one for each column.
    public var cells: [Range<Int>]
    /// The lines before and behind it on which its label begins and goes on.
    public var labelLines: [Range<Int>] = []

    /// Whether all its cells but the first are headings, and there are any.
    fileprivate func isHeading(_ bytes: [UInt8]) -> Bool {
      let cells = cells.dropFirst().filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy { Table.isHeading(bytes, $0) }
    }
  }

  /// Reads rows that stand one under the other, in the columns of the lines of a table above that
  /// are given, its headings first.
  ///
  /// It is `nil` when they do not make up a table: a single row, or rows without columns.
  init?(
    _ bytes: [UInt8],
    rows lines: [Range<Int>],
    labelLines: [Int: [Range<Int>]] = [:],
    above: [Range<Int>] = []
  ) {
    let all = above + lines
    guard let first = lines.first, let last = lines.last, all.count >= 2 else { return nil }
    let isPiped = all.allSatisfy { bytes[$0].first(where: { !Byte.isBlank($0) }) == 0x7C }
    let grid =
      isPiped ? all.compactMap { PipeTable.cells(bytes, $0) } : AlignedTable.grid(bytes, all)
    range = first.lowerBound..<last.upperBound
    top = above.first?.lowerBound ?? range.lowerBound
    guard let columns = grid.map(\.cells.count).max(), columns >= 2, grid.count >= 2,
      Self.mayHold(rows: grid.count, columns: columns, in: all)
    else { return nil }
    var number = 0
    let padded = grid.map { row in
      let end = row.range.upperBound
      let missing = Array(repeating: end..<end, count: columns - row.cells.count)
      while all[number].upperBound <= row.range.lowerBound, number + 1 < all.count {
        number += 1
      }
      return Row(
        range: row.range,
        cells: row.cells + missing,
        labelLines: labelLines[number - above.count] ?? []
      )
    }
    let headings = Self.headings(bytes, padded)
    header = (0..<columns).map { column in
      padded[headings]
        .map { bytes.foldedText($0.cells[column]) }.filter { !$0.isEmpty }
        .reduce("") { $0.isEmpty ? $1 : $0.hasSuffix("-") ? $0.dropLast() + $1 : "\($0) \($1)" }
    }
    rows = padded.dropFirst(headings.upperBound).filter { $0.range.lowerBound >= first.lowerBound }
    if rows.isEmpty { return nil }
  }

  /// Whether the rows go on with the table in whose columns they were read: they have figures and
  /// no headings of their own, and no figure stands in a column without a heading.
  func goesOn(_ bytes: [UInt8]) -> Bool {
    guard let first = rows.first, !first.isHeading(bytes) else { return false }
    var figures = 0
    var others = 0
    for row in rows {
      for (column, cell) in row.cells.enumerated().dropFirst() where !cell.isEmpty {
        let isFigure =
          bytes[cell].contains { Byte.isDigit($0) } || !bytes[cell].contains { Byte.isLetter($0) }
        if isFigure { figures += 1 } else { others += 1 }
        if isFigure, header[column].isEmpty { return false }
      }
    }
    return figures > others
  }

  /// Whether cells for every row and column are no more than a table of so many bytes has: one wide
  /// row over very many narrow ones is no table, and would fill the memory.
  static func mayHold(rows: Int, columns: Int, in lines: [Range<Int>]) -> Bool {
    rows * columns <= 4 * lines.reduce(0) { $0 + $1.count + 1 } + 1000
  }

  /// The rows at the top that hold no figures: years and "T1 2015" are headings.
  ///
  /// A further row of headings goes on with the one before it where either has nothing in the first
  /// column; otherwise it is the table's own, under a line of something else.
  private static func headings(_ bytes: [UInt8], _ rows: [Row]) -> Range<Int> {
    var headings = 0..<0
    for (index, row) in rows.prefix(4).enumerated() {
      guard row.isHeading(bytes) else { break }
      let filled = row.cells.count { !$0.isEmpty }
      if index > 0, filled < rows[index - 1].cells.count(where: { !$0.isEmpty }),
        !row.cells[0].isEmpty, !rows[index - 1].cells[0].isEmpty
      {
        break
      }
      let goesOn = index > 0 && (row.cells[0].isEmpty || rows[index - 1].cells[0].isEmpty)
      headings = (goesOn ? headings.lowerBound : index)..<index + 1
    }
    return headings
  }

  fileprivate static func isHeading(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    // "2022-08-31"
    if CalendarDate.first(in: bytes, cell) != nil { return true }
    if bytes[cell].contains(where: { Byte.isLetter($0) || $0 >= 0xC3 }) {
      // "56,9 %" has no letters, "12 tkr" begins with a digit; "2015 T1" is a heading
      return !Byte.isDigit(bytes[cell.lowerBound]) || isYear(bytes, cell.prefix(4))
    }
    // a unit alone: "%"
    if !bytes[cell].contains(where: { Byte.isDigit($0) || $0 == 0x2D || $0 >= 0x80 }) {
      return true
    }
    return isYear(bytes, cell)
  }

  private static func isYear(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    // "2020*", "2020¹"
    let mark = bytes[cell.dropFirst(4)]
    let isMarked =
      mark.elementsEqual("*".utf8) || mark.count == 2 && mark.first == 0xC2
    guard cell.count == 4 || isMarked, let year = Int(bytes.foldedText(cell.prefix(4))) else {
      return false
    }
    return (1990...2049).contains(year)
  }
}

extension Table {
  /// Whether a line holds nothing but headings behind its first piece: "Utfall 2012    Mål 2013".
  static func isHeadingLine(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    AlignedTable.cells(bytes, line).dropFirst().allSatisfy { isHeading(bytes, $0) }
  }
}

/// Rows with `|` between the cells.
enum PipeTable {
  static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> Table.Row? {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    while start < line.upperBound, Byte.isBlank(bytes[start]) { start += 1 }
    start += 1
    var index = start
    while index <= line.upperBound {
      if index == line.upperBound || bytes[index] == 0x7C {
        let cell = AlignedTable.trimmed(bytes, start..<index)
        if index < line.upperBound || !cell.isEmpty { cells.append(cell) }
        start = index + 1
      }
      index += 1
    }
    // |---|:--:|
    let isRule = bytes[line].allSatisfy { "|-: =".utf8.contains($0) || Byte.isBlank($0) }
    return isRule ? nil : Table.Row(range: AlignedTable.trimmed(bytes, line), cells: cells)
  }
}

/// Rows whose cells are set apart by spaces or tabs.
enum AlignedTable {
  /// A cell with its columns on the line, in characters.
  private struct Piece {
    var range: Range<Int>
    var columns: Range<Int>
  }

  static func grid(_ bytes: [UInt8], _ lines: [Range<Int>]) -> [Table.Row] {
    if lines.allSatisfy({ bytes[$0].contains(Byte.tab) }) {
      return lines.map { line in
        Table.Row(range: trimmed(bytes, line), cells: tabbed(bytes, line))
      }
    }
    let rows = lines.map { pieces(bytes, $0) }
    let columns = self.columns(rows, bytes)
    guard Table.mayHold(rows: rows.count, columns: columns.count, in: lines) else { return [] }
    return zip(lines, rows).map { line, pieces in
      let end = line.upperBound
      var cells = Array(repeating: end..<end, count: columns.count)
      for (number, piece) in pieces.enumerated() {
        // as many pieces as columns stand under them in order
        let column = pieces.count == columns.count ? number : nearest(columns, piece.columns)
        guard cells.indices.contains(column) else { continue }
        cells[column] =
          cells[column].isEmpty
          ? piece.range : cells[column].lowerBound..<piece.range.upperBound
      }
      return Table.Row(range: trimmed(bytes, line), cells: cells)
    }
  }

  /// The column that a piece shares most characters with, else the nearest one.
  private static func nearest(_ columns: [Range<Int>], _ piece: Range<Int>) -> Int {
    var best = (column: 0, score: Int.min)
    for (index, column) in columns.enumerated() {
      let shared =
        min(column.upperBound, piece.upperBound) - max(column.lowerBound, piece.lowerBound)
      if shared > best.score { best = (index, shared) }
    }
    return best.column
  }

  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Byte.isBlank(bytes[first]) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, Byte.isBlank(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  private static func tabbed(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where bytes[index] == Byte.tab {
      cells.append(trimmed(bytes, start..<index))
      start = index + 1
    }
    cells.append(trimmed(bytes, start..<line.upperBound))
    return cells
  }

  /// The cells of a line by itself.
  static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    pieces(bytes, line).map(\.range)
  }

  /// The pieces of a line between gaps of two spaces or more.
  private static func pieces(_ bytes: [UInt8], _ line: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var column = 0
    var start: (byte: Int, column: Int)?
    var end = (byte: line.lowerBound, column: 0)
    var blanks = 0
    for index in line {
      let byte = bytes[index]
      if Byte.isBlank(byte) {
        blanks += byte == Byte.tab ? 8 : 1
        column += byte == Byte.tab ? 8 - column % 8 : 1
        continue
      }
      if byte & 0xC0 != 0x80 {
        if let open = start, blanks >= 2 {
          pieces.append(Piece(range: open.byte..<end.byte, columns: open.column..<end.column))
          start = nil
        }
        if start == nil { start = (index, column) }
        column += 1
      }
      blanks = 0
      end = (index + 1, column)
    }
    if let open = start {
      pieces.append(Piece(range: open.byte..<end.byte, columns: open.column..<end.column))
    }
    return pieces
  }

  /// The columns that cells of several rows share: intervals that overlap are one column.
  ///
  /// Headings are often wider than what stands under them, so rows with figures come first; rows
  /// with a single cell (a title, a line that goes on) say nothing about columns.
  private static func columns(_ rows: [[Piece]], _ bytes: [UInt8]) -> [Range<Int>] {
    let withFigures = rows.filter { row in
      row.dropFirst().contains { isFigure(bytes, $0.range) }
    }
    let spans = (withFigures.count >= 2 ? withFigures : rows).filter { $0.count >= 2 }
      .flatMap { $0.map(\.columns) }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var columns: [Range<Int>] = []
    for span in spans {
      if let last = columns.last, span.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        columns.append(span)
      }
    }
    return columns
  }

  /// Whether a piece begins like a figure and is no year.
  private static func isFigure(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let isSigned = bytes[first] == 0x2D && range.count > 1
    guard Byte.isDigit(bytes[isSigned ? first + 1 : first]) else { return false }
    return range.count != 4 || !(bytes[first] == 0x31 || bytes[first] == 0x32)
      || bytes[range].contains { !Byte.isDigit($0) }
  }
}
