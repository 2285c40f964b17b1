import NyckeltalText

/// The lines of the source as they lie in the cleaned text, where most are joined to paragraphs.
struct TextLines {
  let text: CleanText
  let source: SourceText

  var bytes: [UInt8] { text.bytes }

  func skipBlanks(_ place: Int) -> Int {
    var place = place
    while place < text.bytes.count, Byte.isBlank(text.bytes[place]) { place += 1 }
    return place
  }

  /// Whether the source breaks its line at the blank at a place.
  func breaks(after place: Int) -> Bool {
    guard place < text.bytes.count else { return true }
    if text.bytes[place] == Byte.newline { return true }
    guard Byte.isBlank(text.bytes[place]), place > 0, place + 1 < text.bytes.count else {
      return false
    }
    let range = text.sourceRange(of: place - 1..<place + 2)
    return source.utf8[range].contains(Byte.newline)
  }

  /// Where the line begins behind the one that a place stands on, or before it.
  func next(after place: Int, before end: Int) -> Int? {
    var place = skipBlanks(place)
    while place < min(end, text.bytes.count) {
      if Byte.isBlank(text.bytes[place]), breaks(after: place) { return skipBlanks(place) }
      place += 1
    }
    return nil
  }

  /// The source's line that a place lies on, as far as it lies in a block; `nil` where it begins or
  /// ends farther away than some bytes, as lines of prose do.
  func line(
    of place: Int,
    in block: Range<Int>,
    before: Int,
    after: Int
  ) -> Range<Int>? {
    var start = place
    while start > block.lowerBound,
      !(Byte.isBlank(text.bytes[start - 1]) && breaks(after: start - 1))
    {
      if place - start == before { return nil }
      start -= 1
    }
    var end = place
    while end < block.upperBound, !(Byte.isBlank(text.bytes[end]) && breaks(after: end)) {
      if end - place == after { return nil }
      end += 1
    }
    return start..<end
  }

  /// The source's lines that a range spans.
  func pieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where Byte.isBlank(text.bytes[place]) && breaks(after: place) {
      pieces.append(AlignedTable.trimmed(text.bytes, start..<place))
      start = place + 1
    }
    pieces.append(AlignedTable.trimmed(text.bytes, start..<range.upperBound))
    return pieces.filter { !$0.isEmpty }
  }
}
