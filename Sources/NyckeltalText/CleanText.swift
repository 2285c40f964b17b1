/// A document's running text: lines joined to paragraphs, hyphenated line ends and page breaks
/// mended, the marks of conversion and the furniture of pages left out.
///
/// Blocks lie in ``bytes`` one after the other, each followed by a line feed.
///
/// ## Topics
/// - ``init(_:)``
/// - ``blocks``
/// - ``sourceRange(of:)``
public struct CleanText: Sendable {
  /// The cleaned text in UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// The blocks, in order.
  public internal(set) var blocks: [Block] = []
  /// The lines that were recognised as page furniture, as ranges of the source's UTF-8.
  public internal(set) var furniture: [Range<Int>] = []
  /// The lines that are drawn of hyphens and the like, as ranges of the source's UTF-8.
  public internal(set) var rules: [Range<Int>] = []
  /// Whether a range of the cleaned text holds a word, letter by letter.
  public func holds(_ word: StaticString, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      word.withUTF8Buffer { ByteSearch.holds($0, in: UnsafeBufferPointer(rebasing: all[range])) }
    }
  }

  /// The cleaned text, for looking words up in it in any case.
  package var caseless: CaselessText { CaselessText(bytes) }
  var toSource = OffsetMap()

  /// Cleans a document's text.
  public init(_ source: SourceText) {
    self = TextCleaner.clean(source.utf8, furniture: source.furniture)
  }

  init() {}

  /// The range of the source's UTF-8 that a range of the cleaned text was made from.
  ///
  /// It begins at the first byte and ends behind the last one, and spans what was cut between them.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    var place = 0
    return sourceRange(of: range, near: &place)
  }

  /// The range of the source's UTF-8, as ``sourceRange(of:)`` tells it, for who asks for one range
  /// behind the other: the search begins at a place, 0 at first, and leaves there where it ended.
  public func sourceRange(of range: Range<Int>, near place: inout Int) -> Range<Int> {
    toSource.original(range, near: &place)
  }

  /// The places from which on the cleaned text and the source's UTF-8 run in parallel, in order.
  public var runs: [(clean: Int, source: Int)] { toSource.entries }

  /// A range of the cleaned text as a string, white space folded to single spaces.
  public func folded(_ range: Range<Int>) -> String { bytes.foldedText(range) }
}

/// A paragraph, a heading, a list item or a row of a table.
public struct Block: Sendable, Hashable {
  /// What the layout says that the block is.
  public enum Kind: Sendable, Hashable {
    /// Marked as a heading by the conversion: `## …`, or a line that is wholly bold.
    case heading
    /// A paragraph.
    case paragraph
    /// An item of a list; its number, if it has one.
    case listItem(number: Int?)
    /// A row of cells, kept with its spacing.
    case tableRow
  }

  /// What the block is.
  public var kind: Kind
  /// Where it lies in ``CleanText/bytes``.
  public var range: Range<Int>
  /// Whether an empty line or a page's end stands before it.
  public var followsGap = false

  /// Whether the block is an item of a list.
  public var isListItem: Bool {
    if case .listItem = kind { true } else { false }
  }
}
