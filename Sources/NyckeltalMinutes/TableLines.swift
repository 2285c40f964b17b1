import NyckeltalText

extension Table {
  /// Whether a line holds nothing but headings behind its first piece: "Utfall 2012    Mål 2013".
  static func isHeadingLine(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    AlignedTable.cells(bytes, line).dropFirst().allSatisfy { isHeading(bytes, $0) }
  }
}

/// Rows with `|` between the cells.
enum PipeTable {
  /// Whether a line begins with `|`.
  static func isRow(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes[line].first(where: { !Byte.isBlank($0) }) == 0x7C
  }

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
      // as many pieces as columns stand under them in order, headings beside an empty corner too
      let isInOrder =
        pieces.count == columns.count
        || pieces.count + 1 == columns.count && pieces.count > 1
          && pieces.allSatisfy { Table.isHeading(bytes, $0.range) }
          && pieces[0].columns.lowerBound > columns[0].lowerBound + 4
          && pieces[0].columns.upperBound + 8 > columns[1].lowerBound
      for (number, piece) in pieces.enumerated() {
        let column =
          isInOrder ? number + columns.count - pieces.count : nearest(columns, piece.columns)
        guard cells.indices.contains(column) else { continue }
        cells[column] =
          cells[column].isEmpty
          ? piece.range : cells[column].lowerBound..<piece.range.upperBound
      }
      return Table.Row(range: trimmed(bytes, line), cells: cells)
    }
  }

  /// How many of some lines are the table's own: those below the last row with figures that hold no
  /// figures and stand in no column of words are not.
  static func ownRows(_ bytes: [UInt8], _ lines: [Range<Int>], gaps: Set<Int>) -> Int {
    let rows = lines.map { pieces(bytes, $0) }
    guard var last = rows.lastIndex(where: { holdsValue(bytes, $0) }) else { return lines.count }
    let words = rows[...last].filter { holdsValue(bytes, $0) }
      .flatMap { $0.dropFirst().filter { !isValue(bytes, $0.range) } }
    while last + 1 < rows.count, !gaps.contains(last + 1), rows[last + 1].count > 1,
      rows[last + 1].dropFirst().allSatisfy({ piece in
        words.contains { $0.columns.overlaps(piece.columns) }
      })
    {
      last += 1
    }
    return last + 1
  }

  /// Whether each figure of a row stands under a heading of the lines above, and there are several.
  static func standsUnder(_ bytes: [UInt8], _ row: Range<Int>, _ above: [Range<Int>]) -> Bool {
    let cells = pieces(bytes, row).dropFirst().filter { isValue(bytes, $0.range) }
    let headings = above.flatMap { pieces(bytes, $0) }
    return cells.count > 1
      && cells.allSatisfy { cell in headings.contains { $0.columns.overlaps(cell.columns) } }
  }

  /// Whether a line ends in the number of a page, set apart: "1/2", "3 (16)".
  static func endsInPage(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let last = pieces(bytes, line).last, last.columns.lowerBound > 0 else { return false }
    let parts = bytes.foldedText(last.range).split { !$0.isNumber }
    let marks = bytes.foldedText(last.range).filter { !$0.isNumber && $0 != " " }
    return parts.count == 2 && (marks == "/" || marks == "()")
  }

  /// How many figures stand side by side behind a row's label.
  static func values(_ bytes: [UInt8], _ row: Range<Int>) -> Int {
    pieces(bytes, row).dropFirst().count { isValue(bytes, $0.range) }
  }

  private static func holdsValue(_ bytes: [UInt8], _ row: [Piece]) -> Bool {
    row.dropFirst().contains { isValue(bytes, $0.range) }
  }

  /// Whether a piece is a figure with at most a sign, a limit and a unit: not a date, a telephone
  /// number, the number of a page "2 (4)", "1/1".
  static func isValue(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let text = bytes.foldedText(range)
    guard text.contains(where: \.isNumber), !text.contains(where: { ":/@".contains($0) }) else {
      return isDash(text)
    }
    if CalendarDate.first(in: bytes, range) != nil { return false }
    if text.hasSuffix(")"), !text.hasPrefix("(") { return false }
    let words = text.split { !$0.isLetter }
    // "tfn 0120-445 00", "614 00 Ekvalla"
    return words.allSatisfy { $0.count <= 7 } && words.count <= 2 && !isTelephone(text)
  }

  private static func isDash(_ text: String) -> Bool {
    ["-", "–", "—", "−", "..", "…", "x", "i.u."].contains(text)
  }

  /// Digits that begin with a zero and go on behind a hyphen.
  private static func isTelephone(_ text: String) -> Bool {
    let text = text.drop { !$0.isNumber }
    guard let hyphen = text.firstIndex(of: "-"), text.first == "0" else { return false }
    return text[..<hyphen].count > 1 && text[..<hyphen].allSatisfy(\.isNumber)
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
