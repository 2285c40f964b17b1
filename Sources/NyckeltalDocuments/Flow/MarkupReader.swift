internal import CMarkup

/// Moves through the elements and texts of XML or HTML; owns the C reader.
struct MarkupReader: ~Copyable {
  enum Event {
    case element(String)
    case elementEnd(String)
    case text(UnsafeBufferPointer<UInt8>)
  }

  private let markup: OpaquePointer
  private let document: String
  private let part: String

  private init(_ markup: OpaquePointer, document: String, part: String) {
    self.markup = markup
    self.document = document
    self.part = part
  }

  deinit { nyckeltal_markup_close(markup) }

  /// Reads XML, in which a document type is refused.
  static func readXML(
    _ bytes: [UInt8],
    document: String,
    part: String,
    _ body: (inout MarkupReader) throws -> Void
  ) throws {
    // told before the library reads it; one that is written otherwise is told by the library
    if bytes.prefix(4096).firstRange(of: "<!DOCTYPE".utf8) != nil {
      throw DocumentError(.forbiddenDoctype, document: document, detail: part)
    }
    try bytes.withUnsafeBufferPointer {
      try MarkupLimits.check($0, isHTML: false, document: document, part: part)
    }
    try bytes.withUnsafeBytes { raw in
      let start = raw.bindMemory(to: CChar.self).baseAddress
      guard let start, let markup = nyckeltal_markup_open_xml(start, raw.count) else {
        throw DocumentError(.damaged, document: document, detail: part)
      }
      var reader = MarkupReader(markup, document: document, part: part)
      try body(&reader)
    }
  }

  /// Reads HTML, however ill-formed.
  static func readHTML(
    _ utf8: [UInt8],
    document: String,
    _ body: (inout MarkupReader) throws -> Void
  ) throws {
    try utf8.withUnsafeBytes { raw in
      let start = raw.bindMemory(to: CChar.self).baseAddress
      guard let start, let markup = nyckeltal_markup_open_html(start, raw.count) else {
        throw DocumentError(.damaged, document: document)
      }
      var reader = MarkupReader(markup, document: document, part: "HTML")
      try body(&reader)
    }
  }

  /// The next event; `nil` at the document's end.
  ///
  /// A text is valid until the next call.
  mutating func next() throws -> Event? {
    switch nyckeltal_markup_next(markup) {
    case NYCKELTAL_MARKUP_ELEMENT: return .element(name)
    case NYCKELTAL_MARKUP_ELEMENT_END: return .elementEnd(name)
    case NYCKELTAL_MARKUP_TEXT:
      var count = 0
      guard let text = nyckeltal_markup_text(markup, &count) else {
        return .text(UnsafeBufferPointer(start: nil, count: 0))
      }
      return text.withMemoryRebound(to: UInt8.self, capacity: count) {
        .text(UnsafeBufferPointer(start: $0, count: count))
      }
    case NYCKELTAL_MARKUP_END: return nil
    case NYCKELTAL_MARKUP_DOCTYPE:
      throw DocumentError(.forbiddenDoctype, document: document, detail: part)
    case NYCKELTAL_MARKUP_MEMORY:
      throw DocumentError(.tooLarge, document: document, detail: part)
    default:
      throw DocumentError(.damaged, document: document, detail: part)
    }
  }

  /// Whether the element has no content, and so no end.
  var isEmpty: Bool { nyckeltal_markup_is_empty(markup) == 1 }

  /// The number of elements around this one.
  var depth: Int { Int(nyckeltal_markup_depth(markup)) }

  /// An attribute of the element, by its name without prefix.
  func attribute(_ name: String) -> String? {
    nyckeltal_markup_attribute(markup, name).map { String(cString: $0) }
  }

  /// An attribute that holds a whole number.
  func number(_ name: String) -> Int? { attribute(name).flatMap { Int($0) } }

  /// Goes past the element that the reader stands on, with all that is in it.
  mutating func skip() throws {
    if isEmpty { return }
    let depth = depth
    while let event = try next() {
      if case .elementEnd = event, self.depth <= depth { return }
    }
  }

  private var name: String {
    nyckeltal_markup_name(markup).map { String(cString: $0) } ?? ""
  }
}
