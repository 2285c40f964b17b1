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
    var walker = WordWalker(
      styles: try parts["word/styles.xml"].map { try WordStyles($0, document: document) }
        ?? WordStyles(),
      numbering: try parts["word/numbering.xml"]
        .map { try WordNumbering($0, document: document) } ?? WordNumbering(),
      writer: FlowWriter(document: document, limit: limits.partBytes)
    )
    try walker.walk(body, document: document, part: "word/document.xml")
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
      guard let notes = parts[part] else { continue }
      try walker.walk(notes, document: document, part: part)
    }
    return walker.writer.text
  }
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

  private struct Paragraph {
    var text: [UInt8] = []
    var style: String?
    var place: WordNumbering.Place?
    var isHeading = false
    var isBold = true
  }

  private struct Run {
    var isBold = false
    var isHidden = false
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
    open = []
    isText = false
  }

  private mutating func begin(_ name: String, _ reader: inout MarkupReader) throws {
    switch name {
    // what was deleted or moved away, and the second copy of a drawing
    case "del", "moveFrom", "Fallback": try reader.skip()
    case "p":
      open.append(Paragraph())
      if reader.isEmpty { try endParagraph() }
    case "r": run = Run()
    case "t": isText = !reader.isEmpty
    case "tbl": try writer.beginTable()
    case "tr": writer.beginRow()
    case "tc": writer.beginCell()
    default: if !open.isEmpty || name == "gridSpan" { property(name, reader) }
    }
  }

  private mutating func property(_ name: String, _ reader: borrowing MarkupReader) {
    guard let last = open.indices.last else {
      if name == "gridSpan" { writer.widenCell(columns: reader.number("val") ?? 1) }
      return
    }
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
    case "vanish": run.isHidden = Self.isOn(reader.attribute("val"))
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
    case "tbl": try writer.endTable()
    default: break
    }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    for byte in text { open[last].text.append(Byte.isBlank(byte) ? Byte.space : byte) }
    if !run.isBold, text.contains(where: { !Byte.isBlank($0) }) { open[last].isBold = false }
  }

  private mutating func endParagraph() throws {
    guard var paragraph = open.popLast() else { return }
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
