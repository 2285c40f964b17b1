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
    /// Lines of a table that stands in another.
    case table
  }

  private(set) var text = ExtractedText()
  private var tables: [FlowTable] = []
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
    let block = FlowTable.Block(kind: kind, text: Array(bytes))
    if let table = tables.indices.last, tables[table].cell != nil {
      if kind == .heading || kind == .table { tables[table].isLayout = true }
      tables[table].add(block)
    } else {
      try write(block)
    }
  }

  /// Adds what stands at the edge of each page; a head that tells the document's date or number
  /// stays in the text.
  mutating func addFurniture(_ bytes: some Sequence<UInt8>, isHead: Bool) throws {
    var line: [UInt8] = []
    for byte in bytes {
      let isBlank = Byte.isBlank(byte) || byte == 0x7C
      if !isBlank {
        line.append(byte)
      } else if let last = line.last, last != Byte.space {
        line.append(Byte.space)
      }
    }
    if line.last == Byte.space { line.removeLast() }
    guard !line.isEmpty else { return }
    if isHead, line.count(where: { Byte.isDigit($0) }) >= 6 {
      return try write(FlowTable.Block(kind: .paragraph, text: line))
    }
    let start = text.count
    try append(line)
    text.markFurniture(from: start)
    try append([Byte.newline, Byte.newline])
    followsItem = false
  }

  /// Notes what the user should know, once.
  mutating func addNote(_ note: String) {
    if !text.notes.contains(note) { text.notes.append(note) }
  }

  // MARK: Tables

  mutating func beginTable() throws {
    guard tables.count < 64 else {
      throw DocumentError(.damaged, document: document, detail: "tables in tables")
    }
    tables.append(FlowTable())
  }

  /// Begins or ends the part of the open table that is its head.
  mutating func setHead(_ isHead: Bool) {
    if let table = tables.indices.last { tables[table].isInHead = isHead }
  }

  /// Makes the open row one of headings.
  mutating func markHeadingRow() {
    if let table = tables.indices.last { tables[table].markHeading() }
  }

  /// Tells the width of the open table's next column of the grid.
  mutating func addColumn(width: Int) {
    if let table = tables.indices.last, tables[table].widths.count < 2000 {
      tables[table].widths.append(width)
    }
  }

  mutating func beginRow() {
    if let table = tables.indices.last { tables[table].beginRow() }
  }

  /// Begins a cell that spans a number of columns and rows.
  mutating func beginCell(columns: Int = 1, rows: Int = 1, isHeading: Bool = false) {
    guard let table = tables.indices.last else { return }
    tables[table].beginCell(columns: columns, rows: rows, isHeading: isHeading)
  }

  /// Makes the open cell span a number of columns.
  mutating func widenCell(columns: Int) {
    guard let table = tables.indices.last else { return }
    tables[table].widenCell(columns: columns)
  }

  /// Makes the open cell one with the cell above it.
  mutating func continueCell() {
    guard let table = tables.indices.last else { return }
    tables[table].cell?.goesOn = true
  }

  mutating func endTable() throws {
    guard var table = tables.popLast() else { return }
    table.rows.removeAll { $0.isEmpty }
    let outer = tables.indices.last
    let sheet = FlowSheet(table)
    if let outer, table.rows.count < 2 {
      // it sets a few words beside each other in a cell
      tables[outer].holdsRow = true
    } else if table.laysOut(sheet) {
      if let outer { tables[outer].isLayout = true }
    } else if outer != nil {
      var lines: [UInt8] = []
      for title in sheet.titles { lines += title + [Byte.newline] }
      try sheet.write { line in
        try check(lines.count + line.count)
        lines += line
      }
      return try add(.table, lines)
    } else {
      for title in sheet.titles { try write(FlowTable.Block(kind: .paragraph, text: title)) }
      followsItem = false
      try append([Byte.newline])
      try sheet.write { try append($0) }
      return try append([Byte.newline])
    }
    for block in table.rows.lazy.flatMap(\.cells).flatMap(\.blocks) {
      try add(block.kind, block.text)
    }
  }

  // MARK: Writing

  private mutating func write(_ block: FlowTable.Block) throws {
    var line: [UInt8] = []
    var isItem = false
    switch block.kind {
    case .paragraph: line = block.text
    case .heading:
      line = Array("## ".utf8) + block.text.map { Byte.isBlank($0) ? Byte.space : $0 }
    case .item(let mark):
      isItem = true
      line = Array("\(mark) ".utf8) + block.text
    case .table:
      line = [Byte.newline] + block.text
      if line.last == Byte.newline { line.removeLast() }
    }
    line.append(Byte.newline)
    // items of a list stand close
    if followsItem, !isItem { try append([Byte.newline]) }
    if !isItem { line.append(Byte.newline) }
    followsItem = isItem
    try append(line)
  }

  private func check(_ count: Int) throws {
    guard text.count + count <= limit else {
      throw DocumentError(.tooLarge, document: document, detail: "its text")
    }
  }

  private mutating func append(_ bytes: [UInt8]) throws {
    try check(bytes.count)
    text.append(bytes)
  }
}
