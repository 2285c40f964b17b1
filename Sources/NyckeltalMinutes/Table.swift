import NyckeltalText

/// A table: rows of cells under column headings.
///
/// Ranges are of ``CleanText/bytes``.
public struct MinutesTable: Sendable, Hashable {
  /// The column headings, those over two lines joined; empty for a column without one.
  public var header: [String]
  /// The rows; each has a cell for every column, an empty range where the cell is empty.
  public var rows: [Row]
  /// The whole table.
  public var range: Range<Int>
  /// Where the table begins whose headings it stands under: its own beginning, but for a group of
  /// rows that goes on with a table above.
  public var top: Int
  /// The short lines right above its rows that name them as a group under those headings.
  public var titles: [Range<Int>] = []
  /// The rows that hold the column headings; empty where it has none.
  public var headings: Range<Int>

  /// A row of a table.
  public struct Row: Sendable, Hashable {
    /// The whole row.
    public var range: Range<Int>
    /// Its cells, one for each column.
    public var cells: [Range<Int>]
    /// The lines before and behind it on which its label begins and goes on.
    public var labelLines: [Range<Int>] = []

    /// Whether all its cells but the first are headings, and there are any.
    func isHeading(_ bytes: [UInt8]) -> Bool {
      let cells = cells.dropFirst().filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy { Table.isHeading(bytes, $0) }
    }
  }

  /// A table whose parts are known.
  init(
    header: [String],
    headings: Range<Int>,
    rows: [Row],
    range: Range<Int>,
    top: Int
  ) {
    (self.header, self.headings, self.rows) = (header, headings, rows)
    (self.range, self.top) = (range, top)
  }

  /// Reads rows that stand one under the other, in the columns of the lines of a table above that
  /// are given, its headings first.
  ///
  /// It is `nil` when they do not make up a table: a single row, or rows without columns.
  init?(
    _ bytes: [UInt8],
    rows lines: [Range<Int>],
    labelLines: [Int: [Range<Int>]] = [:],
    gaps: Set<Int> = [],
    above: [Range<Int>] = []
  ) {
    let all = above + lines
    guard let first = lines.first, let last = lines.last, all.count >= 2 else { return nil }
    let isPiped = all.allSatisfy { PipeTable.isRow(bytes, $0) }
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
    let afterGap = Set(gaps.compactMap { gap in lines.indices.contains(gap) ? lines[gap] : nil })
    let found = TableHeader.rows(
      bytes,
      padded,
      ruled: isPiped ? TableHeader.rowsAboveRule(bytes, all) : 0,
      afterGap: { row in afterGap.contains { $0.overlaps(padded[row].range) } }
    )
    let heads = padded[found]
    headings = heads.isEmpty ? top..<top : heads[found.lowerBound].range
    if let last = heads.last { headings = headings.lowerBound..<last.range.upperBound }
    header = TableHeader.texts(bytes, Array(heads), columns: columns, isPiped: isPiped)
    // headings that stand again on a further page
    let repeated = Set(heads.map { bytes.foldedText($0.range) })
    rows = padded.dropFirst(found.upperBound).filter {
      $0.range.lowerBound >= first.lowerBound
        && (repeated.isEmpty || !repeated.contains(bytes.foldedText($0.range)))
    }
    if rows.isEmpty { return nil }
  }

  /// Reads a row that stands alone, several figures behind a label: a table without headings.
  init?(_ bytes: [UInt8], loneRow line: Range<Int>) {
    let row =
      PipeTable.isRow(bytes, line)
      ? PipeTable.cells(bytes, line)
      : Row(
        range: AlignedTable.trimmed(bytes, line),
        cells: AlignedTable.cells(bytes, line)
      )
    guard let row, row.cells.dropFirst().count(where: { AlignedTable.isValue(bytes, $0) }) > 1
    else { return nil }
    header = row.cells.map { _ in "" }
    rows = [row]
    range = line
    top = line.lowerBound
    headings = top..<top
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

  static func isHeading(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    // "2022-08-31"
    if CalendarDate.first(in: bytes, cell) != nil { return true }
    if bytes[cell].contains(where: { Byte.isLetter($0) || $0 >= 0xC3 }) {
      if isLimit(bytes, cell) { return false }
      // "56,9 %" has no letters, "12 tkr" begins with a digit; "2015 T1" is a heading
      return !Byte.isDigit(bytes[cell.lowerBound]) || isYear(bytes, cell.prefix(4))
    }
    // a unit alone: "%"
    if !bytes[cell].contains(where: { Byte.isDigit($0) || $0 == 0x2D || $0 >= 0x80 }) {
      return true
    }
    return isYear(bytes, cell)
  }

  /// "Minst 64 %", "högst 600": a figure with a word before it, not "Utfall 2012".
  private static func isLimit(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    guard let blank = bytes[cell].firstIndex(where: { Byte.isBlank($0) }),
      let digit = bytes[blank..<cell.upperBound].first(where: { !Byte.isBlank($0) }),
      Byte.isDigit(digit)
    else { return false }
    return limits.contains(bytes.foldedText(cell.lowerBound..<blank).lowercased())
  }

  private static let limits: Set<String> = [
    "minst", "lägst", "min", "min.", "max", "max.", "högst", "ca", "ca.", "cirka", "över", "under",
    "omkring", "drygt", "knappt", "nästan", "c:a",
  ]

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
