import NyckeltalText

/// A table of a document with markup, while it is read.
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
    /// The document calls it a heading.
    var isHeading = false
  }

  struct Row {
    var cells: [Cell] = []
    /// The document calls it a row of headings.
    var isHeading = false

    var isEmpty: Bool { cells.isEmpty }
  }

  var rows: [Row] = []
  /// The widths of the grid's columns, where the document gives them.
  var widths: [Int] = []
  /// It lays out a page: it holds tables, headings or whole passages.
  var isLayout = false
  /// A table of one row stands in a cell.
  var holdsRow = false
  /// The open rows are headings.
  var isInHead = false

  /// More columns than a table has, and more cells, with those that rows from above reach into.
  private static let mostColumns = 2000
  /// The columns of the open row so far.
  private var columns = 0

  /// The open cell.
  var cell: Cell? {
    get { rows.last?.cells.last }
    set {
      guard let newValue, let row = rows.indices.last, let cell = rows[row].cells.indices.last
      else { return }
      rows[row].cells[cell] = newValue
    }
  }

  /// Adds a piece to the open cell where it stands: pages are laid out in a single cell too.
  mutating func add(_ block: Block) {
    guard let row = rows.indices.last, let cell = rows[row].cells.indices.last else { return }
    rows[row].cells[cell].blocks.append(block)
  }

  mutating func beginRow() {
    rows.append(Row(isHeading: isInHead))
    columns = 0
  }

  /// Makes the open row one of headings.
  mutating func markHeading() {
    if let row = rows.indices.last { rows[row].isHeading = true }
  }

  mutating func beginCell(columns count: Int, rows rowCount: Int, isHeading: Bool) {
    if rows.isEmpty { beginRow() }
    rows[rows.count - 1].cells.append(
      Cell(rows: min(max(rowCount, 1), 1000), isHeading: isHeading)
    )
    columns += 1
    widenCell(columns: count)
  }

  /// Makes the open cell span a number of columns.
  mutating func widenCell(columns count: Int) {
    guard let row = rows.indices.last, let last = rows[row].cells.indices.last else { return }
    let more = min(count, 200) - rows[row].cells[last].columns
    guard more > 0, columns + more <= Self.mostColumns else { return }
    rows[row].cells[last].columns += more
    columns += more
  }

  /// Whether the table is there for its lines and columns, not for what stands in them.
  ///
  /// A table whose first row names columns of figures is none, whatever one of its cells holds.
  func laysOut(_ sheet: FlowSheet) -> Bool {
    if rows.allSatisfy({ $0.cells.count == 1 }) { return true }
    if sheet.holdsFigures { return false }
    if isLayout { return true }
    if holdsRow, rows.count < 2 || rows.contains(where: { $0.cells.count < 2 }) { return true }
    return rows.lazy.flatMap(\.cells).contains { cell in
      cell.blocks.count > 6 && cell.blocks.reduce(0) { $0 + $1.text.count } > 600
    }
  }
}

extension FlowTable.Cell {
  /// The cell's blocks on one line.
  var line: [UInt8] {
    var line: [UInt8] = []
    for block in blocks {
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
