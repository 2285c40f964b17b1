import NyckeltalText

/// Walks through a part of a Word document and writes its paragraphs and tables.
struct WordWalker {
  private let styles: WordStyles
  private var numbering: WordNumbering
  private(set) var writer: FlowWriter
  /// Paragraphs that are open: one, or more where a text box stands in one.
  private var open: [Paragraph] = []
  private var isText = false
  private var run = Run()
  /// The text of a paragraph whose end was deleted: the next one goes on with it.
  private var held: [UInt8] = []
  /// Paragraphs with tabs that follow each other.
  private var tabs = WordTabs()
  /// Web pages that stand in the text, by the identifiers of their places.
  var inserted: [String: [UInt8]] = [:]

  private struct Paragraph {
    var text: [UInt8] = []
    var isJoined = false
    var style: String?
    var place: WordNumbering.Place?
    var isHeading = false
    var isBold = true
  }

  private struct Run {
    var isBold = false
    var isHidden = false
    var isRaised = false
  }

  init(styles: WordStyles, numbering: WordNumbering, writer: FlowWriter) {
    self.styles = styles
    self.numbering = numbering
    self.writer = writer
  }

  mutating func walk(_ bytes: [UInt8], document: String, part: String) throws {
    try MarkupReader.readXML(bytes, document: document, part: part) { reader in
      while let event = try reader.next() {
        switch event {
        case .element("altChunk"): try addInserted(reader, document)
        case .element(let name): try begin(name, &reader)
        case .elementEnd(let name): try end(name)
        case .text(let text): if isText, !run.isHidden { append(text) }
        }
      }
    }
    try release()
    try closeTabs()
    open = []
    isText = false
  }

  /// Writes what no paragraph went on with.
  private mutating func release() throws {
    defer { held = [] }
    if !held.isEmpty { try closeTabs() }
    try writer.add(.paragraph, held)
  }

  /// Writes paragraphs with tabs: as a table where they are one, as contents, or line by line.
  private mutating func closeTabs() throws {
    guard !tabs.lines.isEmpty else { return }
    let open = tabs
    tabs = WordTabs()
    if let rows = open.table() {
      try writer.beginTable()
      for row in rows {
        writer.beginRow()
        for cell in row {
          writer.beginCell(columns: cell.columns)
          try writer.add(.paragraph, cell.text)
        }
      }
      return try writer.endTable()
    }
    for line in open.lines {
      if open.isContents {
        try writer.addFurniture(line, isHead: false)
      } else {
        try writer.add(.paragraph, line)
      }
    }
  }

  /// Reads a page that was put in whole.
  private mutating func addInserted(_ reader: borrowing MarkupReader, _ document: String) throws {
    try closeTabs()
    guard let page = reader.attribute("id").flatMap({ inserted[$0] }) else {
      let note = "a part that was put in (altChunk) is not read; save the document anew from Word"
      return writer.addNote(note)
    }
    var walker = WebWalker(writer: writer)
    try walker.walk(SourceText(name: document, bytes: page).utf8, document: document)
    writer = walker.writer
  }

  private mutating func begin(_ name: String, _ reader: inout MarkupReader) throws {
    switch name {
    case "del", "moveFrom":
      // what was deleted or moved away; among a paragraph's properties, its end
      if reader.isEmpty, let last = open.indices.last { open[last].isJoined = true }
      try reader.skip()
    // the second copy of a drawing, and what properties were before a change
    case "Fallback", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange",
      "sectPrChange", "tblGridChange":
      try reader.skip()
    case "p":
      open.append(Paragraph(text: held))
      held = []
      if reader.isEmpty { try endParagraph() }
    case "r": run = Run()
    case "t": isText = !reader.isEmpty
    // the places of tabs, which are called as those in the text are
    case "tabs": try reader.skip()
    case "tbl":
      try closeTabs()
      try writer.beginTable()
    case "gridCol": writer.addColumn(width: reader.number("w") ?? 1)
    case "tr": writer.beginRow()
    case "tblHeader": if Self.isOn(reader.attribute("val")) { writer.markHeadingRow() }
    case "tc": writer.beginCell()
    case "gridBefore": writer.beginCell(columns: reader.number("val") ?? 1)
    case "gridSpan": writer.widenCell(columns: reader.number("val") ?? 1)
    case "vMerge": if reader.attribute("val") != "restart" { writer.continueCell() }
    default: if !open.isEmpty { property(name, reader) }
    }
  }

  private mutating func property(_ name: String, _ reader: borrowing MarkupReader) {
    guard let last = open.indices.last else { return }
    switch name {
    case "pStyle": open[last].style = reader.attribute("val")
    case "outlineLvl": open[last].isHeading = (reader.number("val") ?? 9) < 9
    case "ilvl":
      open[last].place = WordNumbering.Place(
        list: open[last].place?.list ?? "0",
        level: reader.number("val") ?? 0
      )
    case "numId":
      open[last].place = WordNumbering.Place(
        list: reader.attribute("val") ?? "0",
        level: open[last].place?.level ?? 0
      )
    case "b": run.isBold = Self.isOn(reader.attribute("val"))
    // what is struck out is no longer said
    case "vanish", "strike", "dstrike":
      run.isHidden = run.isHidden || Self.isOn(reader.attribute("val"))
    case "vertAlign": run.isRaised = reader.attribute("val") == "superscript"
    case "tab", "ptab": open[last].text.append(Byte.tab)
    case "sym": addSign(reader)
    case "br", "cr": open[last].text.append(Byte.newline)
    case "noBreakHyphen": open[last].text.append(0x2D)
    default: break
    }
  }

  private mutating func addSign(_ reader: borrowing MarkupReader) {
    guard !run.isHidden, let last = open.indices.last, let font = reader.attribute("font"),
      let place = reader.attribute("char").flatMap({ Int($0, radix: 16) }),
      let sign = WordSymbol.sign(font: font, place: place)
    else { return }
    open[last].text += sign.utf8
  }

  private mutating func end(_ name: String) throws {
    switch name {
    case "t": isText = false
    case "p": try endParagraph()
    case "tc": try release()
    case "tbl": try writer.endTable()
    default: break
    }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    if run.isRaised, let raised = Superscript.written(text) {
      open[last].text += raised
      return
    }
    for byte in text { open[last].text.append(Byte.isBlank(byte) ? Byte.space : byte) }
    if !run.isBold, text.contains(where: { !Byte.isBlank($0) }) { open[last].isBold = false }
  }

  private mutating func endParagraph() throws {
    guard var paragraph = open.popLast() else { return }
    if paragraph.isJoined {
      held = paragraph.text
      return
    }
    let place = paragraph.place ?? paragraph.style.flatMap { styles.numbering($0) }
    guard paragraph.text.contains(where: { !Byte.isBlank($0) }) else { return }
    let mark = place.flatMap { numbering.mark($0) }
    if paragraph.style.map(styles.isContents) == true {
      try closeTabs()
      return try writer.addFurniture(paragraph.text, isHead: false)
    }
    if paragraph.text.contains(Byte.tab), mark == nil, !writer.isInTable, !isHeading(paragraph) {
      return tabs.add(paragraph.text)
    }
    try closeTabs()
    if isHeading(paragraph) {
      if let mark, mark != "-" { paragraph.text = Array("\(mark) ".utf8) + paragraph.text }
      return try writer.add(.heading, paragraph.text)
    }
    if let mark { return try writer.add(.item(mark: mark), paragraph.text) }
    // a short line that is wholly bold is how many write their headings
    let isLine = paragraph.isBold && paragraph.text.count <= 120 && !writer.isInTable
    let endsOpen = paragraph.text.last { !Byte.isBlank($0) } != 0x2E
    try writer.add(isLine && endsOpen ? .heading : .paragraph, paragraph.text)
  }

  private func isHeading(_ paragraph: Paragraph) -> Bool {
    paragraph.isHeading || paragraph.style.map(styles.isHeading) == true
  }

  /// A switch's value: on where it has none.
  private static func isOn(_ value: String?) -> Bool {
    value.map { !["0", "false", "off"].contains($0) } ?? true
  }
}
