/// The head of a document's first page, "Staden   PROTOKOLL   1 (5)", by which the pages behind it
/// are found even when there are only two.
struct RunningHead {
  /// The shape of the line that counts the pages.
  private let counting: UInt64
  private let pages: Int
  /// The shapes of what stands at the top of the first page.
  private let pieces: Set<UInt64>
  /// The line that counts the pages.
  private let line: Int

  /// The lines that repeat the head of the first page with a further page's number, with those
  /// below them that say the same as it.
  static func repeated(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [SourceLine]) -> [Int] {
    guard let head = RunningHead(bytes, lines) else { return [] }
    var repeated: [Int] = []
    var latest = 1
    for index in lines.indices.dropFirst(head.line + 1) {
      guard let page = head.page(bytes, lines[index].range), page > latest else { continue }
      latest = page
      repeated.append(index)
      var below = index + 1
      while below < lines.count, below <= index + 3, !lines[below].isBlank,
        head.continues(bytes, lines[below].range)
      {
        repeated.append(below)
        below += 1
      }
    }
    return repeated
  }

  /// Reads the first lines; `nil` when none of them counts pages.
  private init?(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [SourceLine]) {
    var top: [Int] = []
    for index in lines.indices where !lines[index].isBlank {
      top.append(index)
      if top.count == 6 { break }
    }
    guard
      let counting = top.prefix(4).first(where: {
        !lines[$0].isFurniture && Self.count(bytes, lines[$0].range)?.page == 1
      }), let count = Self.count(bytes, lines[counting].range)
    else { return nil }
    line = counting
    pages = count.pages
    self.counting = PageFurniture.shape(bytes, lines[counting].range)
    pieces = Set(
      top.flatMap { Self.pieces(bytes, lines[$0].range) }.map { PageFurniture.shape(bytes, $0) }
    )
  }

  /// The page that a line begins, in the words of the first page's head.
  private func page(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard let count = Self.count(bytes, range), count.pages == pages, count.page > 1,
      PageFurniture.shape(bytes, range) == counting
    else { return nil }
    return count.page
  }

  /// Whether a line below holds only what the head of the first page does, and dates.
  private func continues(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var isKnown = false
    for piece in Self.pieces(bytes, range) {
      if pieces.contains(PageFurniture.shape(bytes, piece)) {
        isKnown = true
      } else if bytes[piece].contains(where: { Byte.isLetter($0) || $0 >= 0x80 }) {
        return false
      }
    }
    return isKnown
  }

  /// The page and the number of pages at the end of a line, apart from the words before: "2 (5)".
  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> (page: Int, pages: Int)? {
    guard (8...160).contains(range.count), bytes[range.upperBound - 1] == 0x29 else { return nil }
    var index = range.upperBound - 1
    func number() -> Int? {
      var value = 0
      var factor = 1
      while index > range.lowerBound, Byte.isDigit(bytes[index - 1]), factor < 1000 {
        index -= 1
        value += factor * Int(bytes[index] - 0x30)
        factor *= 10
      }
      return factor > 1 ? value : nil
    }
    guard let pages = number(), index > range.lowerBound, bytes[index - 1] == 0x28 else {
      return nil
    }
    index -= 1
    while index > range.lowerBound, bytes[index - 1] == Byte.space { index -= 1 }
    guard let page = number(), page <= pages, index > range.lowerBound + 2,
      Byte.isBlank(bytes[index - 1])
    else { return nil }
    return (page, pages)
  }

  /// The parts of a line between gaps of two blanks or more.
  private static func pieces(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var end = start
    for index in range where !Byte.isBlank(bytes[index]) {
      if index > end + 1 {
        pieces.append(start..<end)
        start = index
      }
      end = index + 1
    }
    if end > start { pieces.append(start..<end) }
    return pieces
  }
}
