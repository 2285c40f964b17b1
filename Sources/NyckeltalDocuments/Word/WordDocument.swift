import Foundation
import NyckeltalText

/// A Word document (ECMA-376): its body in order, then its footnotes.
struct WordDocument {
  let document: String
  let bytes: Data
  let limits: DocumentLimits

  func text() throws -> ExtractedText {
    let parts = try WordArchive.parts(bytes, document: document, limits: limits)
    let body = parts["word/document.xml"] ?? parts["word/document2.xml"]
    guard let body else { throw DocumentError(.unknownFormat, document: document) }
    let styles =
      try parts["word/styles.xml"].map { try WordStyles($0, document: document) } ?? WordStyles()
    let numbering =
      try parts["word/numbering.xml"].map { try WordNumbering($0, document: document) }
      ?? WordNumbering()
    func walker(_ writer: FlowWriter) -> WordWalker {
      WordWalker(styles: styles, numbering: numbering, writer: writer)
    }
    /// The lines of all heads or feet; those that are the same in several are one.
    func edges(_ prefix: String) throws -> [ArraySlice<UInt8>] {
      var lines: [ArraySlice<UInt8>] = []
      for name in parts.keys.sorted() where name.hasPrefix(prefix) {
        var walker = walker(FlowWriter(document: document, limit: limits.partBytes))
        try walker.walk(parts[name] ?? [], document: document, part: name)
        for line in walker.writer.text.utf8.split(separator: Byte.newline)
        where !lines.contains(line) {
          guard lines.count < Self.edgeLines else { return lines }
          lines.append(line.starts(with: "## ".utf8) ? line.dropFirst(3) : line)
        }
      }
      return lines
    }
    var writer = FlowWriter(document: document, limit: limits.partBytes)
    for line in try edges("word/header") {
      try writer.addFurniture(line, isHead: true)
    }
    var walker = walker(writer)
    try walker.walk(body, document: document, part: "word/document.xml")
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
      guard let notes = parts[part] else { continue }
      try walker.walk(notes, document: document, part: part)
    }
    writer = walker.writer
    for line in try edges("word/footer") {
      try writer.addFurniture(line, isHead: false)
    }
    return writer.text
  }

  /// More lines than the heads of a document's pages have.
  private static let edgeLines = 100
}

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
        case .element(let name): try begin(name, &reader)
        case .elementEnd(let name): try end(name)
        case .text(let text): if isText, !run.isHidden { append(text) }
        }
      }
    }
    try release()
    open = []
    isText = false
  }

  /// Writes what no paragraph went on with.
  private mutating func release() throws {
    defer { held = [] }
    try writer.add(.paragraph, held)
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
    case "tbl": try writer.beginTable()
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
    case "tab": if open[last].text.last != nil { open[last].text.append(Byte.tab) }
    case "br", "cr": open[last].text.append(Byte.newline)
    case "noBreakHyphen": open[last].text.append(0x2D)
    default: break
    }
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
    if paragraph.isHeading || paragraph.style.map(styles.isHeading) == true {
      if let mark, mark != "-" { paragraph.text = Array("\(mark) ".utf8) + paragraph.text }
      return try writer.add(.heading, paragraph.text)
    }
    if let mark { return try writer.add(.item(mark: mark), paragraph.text) }
    // a short line that is wholly bold is how many write their headings
    let isLine = paragraph.isBold && paragraph.text.count <= 120 && !writer.isInTable
    let endsOpen = paragraph.text.last { !Byte.isBlank($0) } != 0x2E
    try writer.add(isLine && endsOpen ? .heading : .paragraph, paragraph.text)
  }

  /// A switch's value: on where it has none.
  private static func isOn(_ value: String?) -> Bool {
    value.map { !["0", "false", "off"].contains($0) } ?? true
  }
}
