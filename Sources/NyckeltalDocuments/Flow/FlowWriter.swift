import NyckeltalText

/// Writes what documents with markup flow through, as Markdown: paragraphs, headings, list items
/// and tables, also tables in tables.
struct FlowWriter {
  /// What a paragraph turned out to be.
  enum Kind: Hashable {
    case paragraph
    case heading
    /// With its mark, "1." or "-".
    case item(mark: String)
  }

  private struct Block {
    var kind: Kind
    var text: [UInt8]
  }

  private struct Cell {
    var blocks: [Block] = []
    var columns: Int
    var rows: Int
  }

  private struct OpenTable {
    var rows: [[Cell]] = []
    /// A table of the page's layout: it holds another table, headings or whole passages.
    var isLayout = false
  }

  private(set) var text = ExtractedText()
  private var tables: [OpenTable] = []
  private var followsItem = false
  private let document: String
  private let limit: Int

  /// Makes a writer that refuses more than a number of bytes.
  init(document: String, limit: Int) {
    self.document = document
    self.limit = limit
  }

  /// Whether what is written stands in a table.
  var isInTable: Bool { !tables.isEmpty }

  /// Adds a paragraph; its text is trimmed, an empty one is left out.
  mutating func add(_ kind: Kind, _ bytes: [UInt8]) throws {
    var bytes = bytes[...]
    while let last = bytes.last, Byte.isBlank(last) { bytes.removeLast() }
    bytes = bytes.drop { Byte.isBlank($0) }
    guard !bytes.isEmpty else { return }
    if let table = tables.indices.last, let row = tables[table].rows.indices.last,
      let cell = tables[table].rows[row].indices.last
    {
      if kind == .heading { tables[table].isLayout = true }
      tables[table].rows[row][cell].blocks.append(Block(kind: kind, text: Array(bytes)))
    } else {
      try write(Block(kind: kind, text: Array(bytes)))
    }
  }

  // MARK: Tables

  mutating func beginTable() throws {
    guard tables.count < 64 else {
      throw DocumentError(.damaged, document: document, detail: "tables in tables")
    }
    for index in tables.indices { tables[index].isLayout = true }
    tables.append(OpenTable())
  }

  mutating func beginRow() {
    if let table = tables.indices.last { tables[table].rows.append([]) }
  }

  /// Begins a cell that spans a number of columns and rows.
  mutating func beginCell(columns: Int = 1, rows: Int = 1) {
    guard let table = tables.indices.last else { return }
    if tables[table].rows.isEmpty { tables[table].rows.append([]) }
    let row = tables[table].rows.count - 1
    let cell = Cell(columns: min(max(columns, 1), 200), rows: min(max(rows, 1), 1000))
    tables[table].rows[row].append(cell)
  }

  /// Makes the open cell span a number of columns.
  mutating func widenCell(columns: Int) {
    guard let table = tables.indices.last, let row = tables[table].rows.indices.last,
      let cell = tables[table].rows[row].indices.last
    else { return }
    tables[table].rows[row][cell].columns = min(max(columns, 1), 200)
  }

  mutating func endTable() throws {
    guard var table = tables.popLast() else { return }
    table.rows.removeAll { $0.isEmpty }
    let isLayout = table.isLayout || Self.holdsPassages(table)
    if isLayout || !tables.isEmpty {
      for cell in table.rows.joined() {
        for block in cell.blocks { try add(block.kind, block.text) }
      }
      return
    }
    followsItem = false
    try append([Byte.newline])
    // how many further rows each column is taken by a cell from above
    var taken: [Int] = []
    for row in table.rows {
      let line = Self.line(row, taken: &taken)
      if row.contains(where: { !$0.blocks.isEmpty }) { try append(line) }
    }
    try append([Byte.newline])
  }

  private static func line(_ row: [Cell], taken: inout [Int]) -> [UInt8] {
    var line: [UInt8] = [0x7C]
    var column = 0
    func passTaken(_ line: inout [UInt8]) {
      while column < taken.count, taken[column] > 0 {
        taken[column] -= 1
        line += [Byte.space, 0x7C]
        column += 1
      }
    }
    for cell in row {
      passTaken(&line)
      line.append(Byte.space)
      line += Self.line(cell)
      line += [Byte.space, 0x7C]
      for _ in 1..<max(cell.columns, 1) { line += [Byte.space, 0x7C] }
      let end = column + cell.columns
      if taken.count < end { taken += Array(repeating: 0, count: end - taken.count) }
      for spanned in column..<end { taken[spanned] = cell.rows - 1 }
      column = end
    }
    passTaken(&line)
    line.append(Byte.newline)
    return line
  }

  /// Cells that hold whole passages are the page's layout; a table's cells hold little.
  private static func holdsPassages(_ table: OpenTable) -> Bool {
    if table.rows.allSatisfy({ $0.count == 1 }) { return true }
    return table.rows.joined().contains { cell in
      cell.blocks.count > 6 && cell.blocks.reduce(0) { $0 + $1.text.count } > 600
    }
  }

  private static func line(_ cell: Cell) -> [UInt8] {
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

  // MARK: Writing

  private mutating func write(_ block: Block) throws {
    var line: [UInt8] = []
    var isItem = false
    switch block.kind {
    case .paragraph: line = block.text
    case .heading:
      line = Array("## ".utf8) + block.text.map { Byte.isBlank($0) ? Byte.space : $0 }
    case .item(let mark):
      isItem = true
      line = Array("\(mark) ".utf8) + block.text
    }
    line.append(Byte.newline)
    // items of a list stand close
    if followsItem, !isItem { try append([Byte.newline]) }
    if !isItem { line.append(Byte.newline) }
    followsItem = isItem
    try append(line)
  }

  private mutating func append(_ bytes: [UInt8]) throws {
    guard text.count + bytes.count <= limit else {
      throw DocumentError(.tooLarge, document: document, detail: "its text")
    }
    text.append(bytes)
  }
}
