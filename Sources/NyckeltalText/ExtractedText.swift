public import NyckeltalModel

/// Text that was taken out of a document which is no text file itself, in the shape that is read as
/// Markdown: paragraphs on a line each, headings behind `#`, rows of tables between `|`.
///
/// ## Topics
/// - ``append(_:)-(Sequence<UInt8>)``
/// - ``append(_:at:)``
/// - ``appendSpace()``
/// - ``markFurniture(from:)``
public struct ExtractedText: Sendable {
  /// The text in UTF-8.
  public private(set) var utf8: [UInt8] = []
  /// Running heads, footers, page numbers: what stands in the text but in no sentence.
  public private(set) var furniture: [Range<Int>] = []
  /// Where the words stand on their pages, for formats with pages.
  public var layout: PageLayout?
  /// What the user should know about how the document was read.
  public var notes: [String] = []

  /// Makes an empty text.
  public init(layout: PageLayout? = nil) { self.layout = layout }

  /// The number of bytes so far.
  public var count: Int { utf8.count }
  /// The last bytes, up to as many as a long word has.
  public var tail: ArraySlice<UInt8> { utf8.suffix(64) }

  /// Appends bytes of UTF-8.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    utf8.append(contentsOf: bytes)
  }

  /// Appends a space between two words.
  public mutating func appendSpace() { utf8.append(Byte.space) }

  /// Appends a word with the place where it stands.
  public mutating func append(_ bytes: ArraySlice<UInt8>, at box: PageBox) {
    layout?.append(start: utf8.count, box: box)
    utf8.append(contentsOf: bytes)
  }

  /// Takes the last byte back, a hyphen at a line's end.
  public mutating func removeLast() {
    if !utf8.isEmpty { utf8.removeLast() }
  }

  /// Makes what was appended since a position furniture.
  public mutating func markFurniture(from start: Int) {
    if start < utf8.count { furniture.append(start..<utf8.count) }
  }

  /// Makes a range of the text furniture.
  mutating func addFurniture(_ range: Range<Int>) { furniture.append(range) }
}

extension SourceText {
  /// A document whose text was extracted from another format.
  ///
  /// Ranges that leave the library are then of the extracted text, and pages say where it stood.
  ///
  /// - Parameters:
  ///   - name: The file's name, for provenance and errors.
  ///   - extracted: The text.
  ///   - contentHash: A hash of the file's bytes, so that its observations keep their identifiers.
  /// - Throws: ``SourceTextError`` when there is no text.
  public init(
    name: String,
    extracted: ExtractedText,
    contentHash: UInt64
  ) throws(SourceTextError) {
    guard extracted.utf8.contains(where: { !Byte.isBlank($0) }) else {
      throw SourceTextError(code: .empty, document: name)
    }
    self.init(
      name: name,
      decoded: TextDecoding.Decoded(encoding: .utf8, utf8: extracted.utf8),
      contentHash: contentHash
    )
    furniture = extracted.furniture
    layout = extracted.layout
    notes = extracted.notes
  }
}
