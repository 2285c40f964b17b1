import NyckeltalText

/// A table of a document with markup, while it is read and as lines of Markdown.
struct FlowTable {
  /// A piece of a cell or of the running text.
  struct Block {
    var kind: FlowWriter.Kind
    var text: [UInt8]
  }

  struct Cell {
    var blocks: [Block] = []
    var columns = 1
    var rows = 1
    /// It is the same cell as the one above it.
    var goesOn = false
  }

  var rows: [[Cell]] = []
  /// It lays out a page: it holds tables, headings or whole passages.
  var isLayout = false
  /// A table of one row stands in a cell.
  var holdsRow = false

  /// Whether the table is there for its lines and columns, not for what stands in them.
  var laysOut: Bool {
    if isLayout || rows.allSatisfy({ $0.count == 1 }) { return true }
    if holdsRow, rows.count < 2 || rows.contains(where: { $0.count < 2 }) { return true }
    return rows.joined().contains { cell in
      cell.blocks.count > 6 && cell.blocks.reduce(0) { $0 + $1.text.count } > 600
    }
  }

  /// More columns than a table has, and more letters than a label.
  private static let mostColumns = 2000
  private static let longestLabel = 200
  /// The columns of the open row so far.
  private var columns = 0

  /// The open cell.
  var cell: Cell? {
    get { rows.last?.last }
    set {
      guard let newValue, let row = rows.indices.last, let cell = rows[row].indices.last else {
        return
      }
      rows[row][cell] = newValue
    }
  }

  /// Adds a piece to the open cell where it stands: pages are laid out in a single cell too.
  mutating func add(_ block: Block) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    rows[row][cell].blocks.append(block)
  }

  mutating func beginRow() {
    rows.append([])
    columns = 0
  }

  mutating func beginCell(columns count: Int, rows rowCount: Int) {
    if rows.isEmpty { beginRow() }
    rows[rows.count - 1].append(Cell(rows: min(max(rowCount, 1), 1000)))
    columns += 1
    widenCell(columns: count)
  }

  /// Makes the open cell span a number of columns.
  mutating func widenCell(columns count: Int) {
    guard let row = rows.indices.last, let last = rows[row].indices.last else { return }
    let more = min(count, 200) - rows[row][last].columns
    guard more > 0, columns + more <= Self.mostColumns else { return }
    rows[row][last].columns += more
    columns += more
  }

  // MARK: Lines

  /// The rows as Markdown.
  ///
  /// What spans several rows is the label of each of them, and a heading over several columns heads
  /// each; a figure stands where it begins.
  func write(_ each: ([UInt8]) throws -> Void) rethrows {
    let width = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 0
    var inHead = true
    // what a cell from above puts in each column, and into how many further rows
    var taken: [(rows: Int, text: [UInt8])] = []
    var above: [[UInt8]] = []
    for row in rows {
      let texts = row.map { Self.text($0) }
      if zip(row, texts).dropFirst().contains(where: { Self.isFigure($1) }) { inHead = false }
      var line: [[UInt8]] = []
      func pass() {
        while line.count < taken.count, taken[line.count].rows > 0 {
          taken[line.count].rows -= 1
          line.append(taken[line.count].text)
        }
      }
      for (cell, own) in zip(row, texts) {
        pass()
        let start = line.count
        let text =
          cell.goesOn && own.isEmpty && start < above.count ? Self.label(above[start]) : own
        let heads =
          inHead && start > 0 && cell.columns > 1 && cell.columns < width
          && text.count <= Self.longestLabel
        for column in 0..<cell.columns {
          if taken.count <= start + column { taken.append((0, [])) }
          line.append(column == 0 || heads ? text : [])
          taken[start + column] = (cell.rows - 1, column == 0 || heads ? Self.label(text) : [])
        }
      }
      pass()
      above = line
      if row.contains(where: { !$0.blocks.isEmpty }) { try each(Self.line(line)) }
    }
  }

  /// A text that is repeated as a label; a figure is not.
  private static func label(_ text: [UInt8]) -> [UInt8] {
    text.count > longestLabel || text.contains { Byte.isDigit($0) } && !isYear(text) ? [] : text
  }

  private static func isYear(_ text: [UInt8]) -> Bool {
    text.count == 4 && text.allSatisfy { Byte.isDigit($0) }
      && (text.starts(with: "19".utf8) || text.starts(with: "20".utf8))
  }

  private static func isFigure(_ text: [UInt8]) -> Bool {
    guard let first = text.first(where: { $0 != 0x2D }), Byte.isDigit(first) else { return false }
    return !isYear(text)
  }

  private static func line(_ cells: [[UInt8]]) -> [UInt8] {
    var line: [UInt8] = [0x7C]
    for cell in cells { line += [Byte.space] + cell + [Byte.space, 0x7C] }
    return line + [Byte.newline]
  }

  private static func text(_ cell: Cell) -> [UInt8] {
    var line: [UInt8] = []
    for block in cell.blocks {
      if !line.isEmpty { line.append(Byte.space) }
      if case .item(let mark) = block.kind { line += Array("\(mark) ".utf8) }
      for byte in block.text {
        // a bar would end the cell
        line.append(byte == 0x7C ? 0x2F : Byte.isBlank(byte) ? Byte.space : byte)
      }
    }
    return line
  }
}
