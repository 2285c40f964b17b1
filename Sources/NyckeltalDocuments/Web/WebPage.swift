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
    var text = walker.writer.text
    text.notes += source.notes
    return text
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
  /// Where raised text begins, and how deep the element stands that raises it.
  private var raised: (start: Int, depth: Int)?
  private var raisedClasses: Set<String> = []
  private var hiddenClasses: Set<String> = []
  /// How deep the foot of the page that is read stands, or a head that was set on each page.
  private var edge: (depth: Int, isHead: Bool)?

  private struct OpenList {
    var isNumbered: Bool
    var next: Int
  }

  init(writer: FlowWriter) { self.writer = writer }

  mutating func walk(_ utf8: [UInt8], document: String) throws {
    let markup = try PageMarkup(utf8, document: document)
    raisedClasses = markup.raisedClasses
    hiddenClasses = markup.hiddenClasses
    try MarkupReader.readHTML(markup.utf8, document: document) { reader in
      while let event = try reader.next() {
        switch event {
        case .element(let name): try begin(name, &reader)
        case .elementEnd(let name):
          if let raised, reader.depth <= raised.depth { endRaised(raised.start) }
          try end(name)
          if let edge, reader.depth <= edge.depth {
            try endBlock()
            self.edge = nil
          }
        case .text(let piece): append(piece)
        }
      }
    }
    try endBlock()
  }

  private static let unseen: Set<String> = [
    "script", "style", "head", "form", "title",
    // what is struck out is no longer said
    "del", "s", "strike",
  ]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "pre",
    "address", "dl", "dt", "dd", "figure", "figcaption", "center", "body", "caption", "hr",
    "fieldset", "details", "summary",
  ]

  private mutating func begin(_ name: String, _ reader: inout MarkupReader) throws {
    if Self.unseen.contains(name) || isHidden(name, reader) {
      // a form may wrap a whole page; what it shows is kept
      return name == "form" ? try endBlock() : try reader.skip()
    }
    if edge == nil, !reader.isEmpty, let isHead = Self.edge(name, reader) {
      try endBlock()
      edge = (reader.depth, isHead)
      return
    }
    if raised == nil, !reader.isEmpty, isRaised(name, reader) {
      raised = (text.count, reader.depth)
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
      if !reader.isEmpty, edge == nil { try writer.beginTable() }
    case "thead", "tbody", "tfoot":
      try endBlock()
      if edge == nil { writer.setHead(name == "thead" && !reader.isEmpty) }
    case "tr":
      try endBlock()
      if edge == nil { writer.beginRow() }
    case "td", "th":
      try endBlock()
      if edge != nil { return }
      writer.beginCell(
        columns: reader.number("colspan") ?? 1,
        rows: reader.number("rowspan") ?? 1,
        isHeading: name == "th"
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
      if edge == nil { try writer.endTable() }
    case "thead":
      try endBlock()
      writer.setHead(false)
    case "li", "tr", "td", "th": try endBlock()
    default:
      if Self.headings.contains(name) || Self.blocks.contains(name) { try endBlock() }
      if name == "pre" { isPreformatted = false }
    }
  }

  /// Whether an element is not shown.
  ///
  /// What a class hides may be shown by a click, but for cells and rows, which would move the
  /// others, and for what stands in a line.
  private func isHidden(_ name: String, _ reader: borrowing MarkupReader) -> Bool {
    if reader.attribute("hidden") != nil { return true }
    if !hiddenClasses.isEmpty, ["td", "th", "tr", "span"].contains(name),
      let classes = reader.attribute("class")?.split(separator: " "),
      classes.contains(where: { hiddenClasses.contains(String($0)) })
    {
      return true
    }
    guard let style = reader.attribute("style") else { return false }
    let words = style.utf8.filter { !Byte.isBlank($0) }
    return words.firstRange(of: "display:none".utf8) != nil
      || words.firstRange(of: "visibility:hidden".utf8) != nil
  }

  /// Whether an element is a page's head, or its foot; LibreOffice marks them by their title.
  private static func edge(_ name: String, _ reader: borrowing MarkupReader) -> Bool? {
    if name == "footer" { return false }
    guard name == "div", let title = reader.attribute("title") else { return nil }
    return title == "header" ? true : title == "footer" ? false : nil
  }

  /// Whether an element is raised above the line: by its name, its style, or as the number of a note.
  private func isRaised(_ name: String, _ reader: borrowing MarkupReader) -> Bool {
    if name == "sup" { return true }
    guard ["span", "a", "font", "small", "em", "i", "b"].contains(name) else { return false }
    if let style = reader.attribute("style"), PageMarkup.isRaised(style.utf8) { return true }
    let classes = reader.attribute("class")?.split(separator: " ").map(String.init) ?? []
    if classes.contains(where: raisedClasses.contains) { return true }
    guard name == "a" else { return false }
    return reader.attribute("role") == "doc-noteref"
      || classes.contains { ["footnote-ref", "noteref", "footnote-reference"].contains($0) }
  }

  private mutating func endRaised(_ start: Int) {
    raised = nil
    guard start < text.count,
      let signs = Superscript.written(text[start...])
    else { return }
    text.replaceSubrange(start..., with: signs)
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
      raised = nil
    }
    guard text.contains(where: { !Byte.isBlank($0) }) else { return }
    if let edge { return try writer.addFurniture(text, isHead: edge.isHead) }
    let isLine = isBold && kind == .paragraph && text.count <= 120 && !writer.isInTable
    let endsOpen = text.last { !Byte.isBlank($0) } != 0x2E
    try writer.add(isLine && endsOpen ? .heading : kind, text)
  }
}
