import NyckeltalModel
import NyckeltalText

/// A document's running text in the coordinates of the page: UTF-16 code units, as JavaScript
/// counts them, with the way back to the file's bytes.
struct ReviewText {
  /// What the page shows a block as.
  enum Form: Int {
    case paragraph = 0
    case heading = 1
    case listItem = 2
    /// A row whose cells stand between `|`.
    case row = 3
    /// A row whose cells are told by where they stand.
    case line = 4
  }

  /// A block: what it is, where it lies, on which page it begins (0: the format has none).
  struct Piece {
    var form: Form
    var range: Range<Int>
    var page: Int
  }

  /// The text in UTF-8.
  let bytes: [UInt8]
  private(set) var pieces: [Piece] = []
  /// Positions in the text and in the file from which on both run in parallel, each with its line.
  private(set) var runs: [Int] = []
  /// How the file encodes its text: how many bytes a character has there.
  let encoding: SourceText.Encoding

  private let clean: CleanText?
  private let source: SourceText?
  /// For every byte, how many code units stand before it.
  private let units: [Int32]

  /// Reads a document's text.
  init(_ source: SourceText) {
    let clean = CleanText(source)
    self.source = source
    self.clean = clean
    bytes = clean.bytes
    encoding = source.encoding
    units = Self.units(clean.bytes)
    let breaks = source.utf8.indices.filter { source.utf8[$0] == Byte.formFeed }
    var passed = 0
    for block in clean.blocks {
      let start = clean.sourceRange(of: block.range).lowerBound
      while passed < breaks.count, breaks[passed] < start { passed += 1 }
      let page = source.layout?.page(at: start) ?? (breaks.isEmpty ? 0 : passed + 1)
      pieces.append(Piece(form: form(block), range: units(block.range), page: page))
    }
    var line = 1
    for run in clean.runs {
      runs.append(Int(units[run.clean]))
      runs.append(source.fileRange(of: run.source..<run.source).lowerBound)
      line = source.line(at: run.source, near: line)
      runs.append(line)
    }
  }

  /// Makes a text of quotes, for a document whose own text is not at hand.
  init(quotes: [String]) {
    source = nil
    clean = nil
    encoding = .utf8
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for quote in quotes {
      let start = bytes.count
      bytes += quote.utf8
      ranges.append(start..<bytes.count)
      bytes.append(Byte.newline)
    }
    self.bytes = bytes
    units = Self.units(bytes)
    pieces = ranges.map { Piece(form: .paragraph, range: units($0), page: 0) }
  }

  /// The range of the text that a range of the file's bytes was read to; `nil` where the text has
  /// nothing of it.
  func range(ofFile range: Range<Int>) -> Range<Int>? {
    let start = position(ofFile: range.lowerBound)
    let end = position(ofFile: range.upperBound)
    return start < end ? units(start..<end) : nil
  }

  /// A range of bytes of the text in code units.
  func units(_ range: Range<Int>) -> Range<Int> {
    Int(units[range.lowerBound])..<Int(units[range.upperBound])
  }

  /// A position in the cleaned text in code units.
  func unit(at position: Int) -> Int { Int(units[min(max(0, position), bytes.count)]) }

  /// The first position whose byte stands at a position of the file or after it.
  private func position(ofFile target: Int) -> Int {
    guard let clean, let source else { return 0 }
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      let place = clean.sourceRange(of: middle..<middle + 1).lowerBound
      if source.fileRange(of: place..<place).lowerBound < target {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func form(_ block: Block) -> Form {
    switch block.kind {
    case .heading: .heading
    case .paragraph: .paragraph
    case .listItem: .listItem
    case .tableRow: bytes[block.range].first { !Byte.isBlank($0) } == 0x7C ? .row : .line
    }
  }

  private static func units(_ bytes: [UInt8]) -> [Int32] {
    var units: [Int32] = []
    units.reserveCapacity(bytes.count + 1)
    var count: Int32 = 0
    for byte in bytes {
      units.append(count)
      // a character's first byte counts for it; four bytes are a surrogate pair
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    }
    units.append(count)
    return units
  }
}
