import Foundation
import NyckeltalText

/// A web page: what it shows, in order.
struct WebPage {
  let document: String
  let bytes: Data
  let limits: DocumentLimits

  func text() throws -> ExtractedText {
    guard bytes.count <= limits.partBytes else {
      throw DocumentError(.tooLarge, document: document)
    }
    // UTF-8, UTF-16 or Windows-1252, told as for text files: declarations are often wrong
    let source = try SourceText(name: document, bytes: Array(bytes))
    var walker = WebWalker(writer: FlowWriter(document: document, limit: limits.partBytes))
    try walker.walk(source.utf8, document: document)
    return walker.writer.text
  }
}

/// Walks through a web page and writes its paragraphs, lists and tables.
struct WebWalker {
  private(set) var writer: FlowWriter
  private var text: [UInt8] = []
  private var kind = FlowWriter.Kind.paragraph
  private var lists: [OpenList] = []
  /// How deep in `<b>` or `<strong>` the reader is.
  private var bold = 0
  private var isBold = true
  private var isPreformatted = false

  private struct OpenList {
    var isNumbered: Bool
    var next: Int
  }

  init(writer: FlowWriter) { self.writer = writer }

  mutating func walk(_ utf8: [UInt8], document: String) throws {
    try MarkupReader.readHTML(utf8, document: document) { reader in
      while let event = try reader.next() {
        switch event {
        case .element(let name): try begin(name, &reader)
        case .elementEnd(let name): try end(name)
        case .text(let piece): append(piece)
        }
      }
    }
    try endBlock()
  }

  private static let unseen: Set<String> = [
    "script", "style", "head", "noscript", "template", "nav", "svg", "button", "select", "form",
    "iframe", "object", "math", "video", "audio", "title",
  ]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "pre",
    "address", "dl", "dt", "dd", "figure", "figcaption", "center", "body", "caption", "hr",
    "fieldset", "details", "summary",
  ]

  private mutating func begin(_ name: String, _ reader: inout MarkupReader) throws {
    if Self.unseen.contains(name) || reader.attribute("hidden") != nil {
      // a form may wrap a whole page; what it shows is kept
      return name == "form" ? try endBlock() : try reader.skip()
    }
    switch name {
    case "br": text.append(Byte.newline)
    case "b", "strong": if !reader.isEmpty { bold += 1 }
    case "ul", "ol":
      try endBlock()
      if reader.isEmpty { return }
      lists.append(OpenList(isNumbered: name == "ol", next: reader.number("start") ?? 1))
    case "li":
      try endBlock()
      beginItem(reader.number("value"))
    case "table":
      try endBlock()
      if !reader.isEmpty { try writer.beginTable() }
    case "tr":
      try endBlock()
      writer.beginRow()
    case "td", "th":
      try endBlock()
      writer.beginCell(
        columns: reader.number("colspan") ?? 1,
        rows: reader.number("rowspan") ?? 1
      )
    default:
      if Self.headings.contains(name) {
        try endBlock()
        kind = .heading
      } else if Self.blocks.contains(name) {
        // "<li><p>": the paragraph is the item
        if text.contains(where: { !Byte.isBlank($0) }) { try endBlock() }
        isPreformatted = name == "pre"
      }
    }
  }

  private mutating func end(_ name: String) throws {
    switch name {
    case "b", "strong": bold = max(0, bold - 1)
    case "ul", "ol":
      try endBlock()
      _ = lists.popLast()
    case "table":
      try endBlock()
      try writer.endTable()
    case "li", "tr", "td", "th": try endBlock()
    default:
      if Self.headings.contains(name) || Self.blocks.contains(name) { try endBlock() }
      if name == "pre" { isPreformatted = false }
    }
  }

  private mutating func beginItem(_ value: Int?) {
    guard let list = lists.indices.last, lists[list].isNumbered else {
      kind = .item(mark: "-")
      return
    }
    if let value { lists[list].next = value }
    kind = .item(mark: "\(lists[list].next).")
    lists[list].next &+= 1
  }

  /// White space is folded, as browsers show it; no-break spaces stay.
  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if isPreformatted {
      text += piece
      return
    }
    for byte in piece {
      guard Byte.isBlank(byte) else {
        text.append(byte)
        if bold == 0 { isBold = false }
        continue
      }
      if let last = text.last, !Byte.isBlank(last) { text.append(Byte.space) }
    }
  }

  private mutating func endBlock() throws {
    defer {
      text = []
      kind = .paragraph
      isBold = true
    }
    guard text.contains(where: { !Byte.isBlank($0) }) else { return }
    let isLine = isBold && kind == .paragraph && text.count <= 120 && !writer.isInTable
    let endsOpen = text.last { !Byte.isBlank($0) } != 0x2E
    try writer.add(isLine && endsOpen ? .heading : kind, text)
  }
}
