import Foundation

/// A text in which words are looked for in any case: A–Z and À–Þ, which is all that Swedish has.
///
/// What asks for a word in every block asks here, and makes a string only of the blocks that hold
/// it.
package struct CaselessText: Sendable {
  private let bytes: [UInt8]

  /// Looks at a text.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A byte in lower case, by the byte before it.
  @inlinable @inline(__always)
  package static func lowered(_ byte: UInt8, behind previous: UInt8) -> UInt8 {
    let isCapital = byte &- 65 < 26 || previous == 0xC3 && byte &- 0x80 < 0x1F && byte != 0x97
    return isCapital ? byte | 0x20 : byte
  }

  /// Whether a range holds a word, which is given in lower case.
  package func holds(_ word: StaticString, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      word.withUTF8Buffer {
        ByteSearch.holds(caseless: $0, in: UnsafeBufferPointer(rebasing: all[range]))
      }
    }
  }

  /// Whether a range holds one of several words, which are given in lower case.
  package func holds(anyOf words: [StaticString], in range: Range<Int>) -> Bool {
    words.contains { holds($0, in: range) }
  }

  /// Whether the text holds one of several words, which are given in lower case.
  package func holds(anyOf words: [StaticString]) -> Bool { holds(anyOf: words, in: bytes.indices) }

  /// Whether a range ends with a word, which is given in lower case.
  package func ends(with word: StaticString, in range: Range<Int>) -> Bool {
    let start = range.upperBound - word.utf8CodeUnitCount
    guard start >= range.lowerBound, range.upperBound <= bytes.count else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { self[start + $0] == word[$0] } }
  }

  /// The byte at a position, in lower case.
  package subscript(position: Int) -> UInt8 {
    Self.lowered(bytes[position], behind: position > 0 ? bytes[position - 1] : 0)
  }
}

/// Looks for words in bytes by the rarest of their letters, which the processor finds many bytes at
/// a time.
enum ByteSearch {
  /// The place of a byte, at or behind a position; the text's end where there is none.
  static func first(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < text.count, let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return text.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The place of one or the other byte, at or behind a position; the text's end where there is
  /// none.
  static func first(
    _ one: UInt8,
    or other: UInt8,
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    guard let base = text.baseAddress else { return text.count }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index + 8 <= text.count {
      let bytes = EightBytes(raw, at: index)
      if bytes.places(of: one) | bytes.places(of: other) != 0 { break }
      index += 8
    }
    while index < text.count, text[index] != one, text[index] != other { index += 1 }
    return index
  }

  /// The place of a full stop, a question or an exclamation mark, at or behind a position; the
  /// text's end where there is none.
  static func firstEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return text.count }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index + 8 <= text.count {
      let bytes = EightBytes(raw, at: index)
      if bytes.places(of: 0x2E) | bytes.places(of: 0x3F) | bytes.places(of: 0x21) != 0 { break }
      index += 8
    }
    while index < text.count, text[index] != 0x2E, text[index] != 0x3F, text[index] != 0x21 {
      index += 1
    }
    return index
  }

  /// Whether two blanks stand side by side in a line, or a tab stands in it.
  static func hasWideBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = line.baseAddress else { return false }
    let raw = UnsafeRawPointer(base)
    var index = 0
    while index + 9 <= line.count {
      let here = EightBytes(raw, at: index)
      let next = EightBytes(raw, at: index + 1)
      let blanks = here.places(below: 0x21) & next.places(below: 0x21)
      // below a space there are only tabs and the like
      if blanks | here.places(below: Byte.space) != 0 { return true }
      index += 8
    }
    while index < line.count {
      let isBlank = line[index] <= Byte.space
      if line[index] < Byte.space { return true }
      if isBlank, index + 1 < line.count, line[index + 1] <= Byte.space { return true }
      index += 1
    }
    return false
  }

  static func holds(_ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool
  {
    guard let base = text.baseAddress, let letters = word.baseAddress, text.count >= word.count
    else { return word.isEmpty }
    let place = rarest(word)
    // where the rare letter may stand
    var start = place
    let end = text.count - word.count + place + 1
    while start < end, let found = memchr(base + start, Int32(word[place]), end - start) {
      let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + at - place, letters, word.count) == 0 { return true }
      start = at + 1
    }
    return false
  }

  /// Whether a text holds a word, which is given in lower case, in any case.
  static func holds(
    caseless word: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let base = text.baseAddress, !word.isEmpty, text.count >= word.count else {
      return word.isEmpty
    }
    let place = rarest(word)
    let letter = word[place]
    // the place of the letter in the text, in one case and in the other
    func found(_ letter: UInt8) -> Bool {
      var start = place
      let end = text.count - word.count + place + 1
      while start < end, let found = memchr(base + start, Int32(letter), end - start) {
        let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if isCaseless(word, in: text, at: at - place) { return true }
        start = at + 1
      }
      return false
    }
    return found(letter) || Byte.isLetter(letter) && found(letter ^ 0x20)
  }

  private static func isCaseless(
    _ word: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Bool {
    var previous: UInt8 = 0
    for index in word.indices {
      let byte = text[start + index]
      if CaselessText.lowered(byte, behind: previous) != word[index] { return false }
      previous = byte
    }
    return true
  }

  private static func rarest(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var best = 0
    for index in word.indices where commonness(word[index]) < commonness(word[best]) {
      best = index
    }
    return best
  }

  /// How common a letter is in Swedish, roughly; other signs are rare.
  ///
  /// The two bytes of å, ä and ö are not looked for if there is anything else: their case is told by
  /// both.
  private static func commonness(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x80...: 5
    case 0x65, 0x61, 0x6E, 0x74, 0x72, 0x73, 0x20: 4  // e a n t r s
    case 0x69, 0x6C, 0x64, 0x6F: 3  // i l d o
    case 0x67, 0x6B, 0x6D, 0x76, 0x66, 0x75: 2
    case 0x68, 0x70, 0x62, 0x63: 1
    default: 0
    }
  }
}

extension String {
  /// Whether the string begins with another, byte by byte, as ``holds(_:)`` looks for one.
  package func begins(with word: StaticString) -> Bool {
    word.withUTF8Buffer { utf8.starts(with: $0) }
  }

  /// Whether the string holds another, byte by byte.
  ///
  /// `contains` compares characters by canonical equivalence, which takes a hundred times as long;
  /// the words that are looked for have no other spelling in the texts.
  package func holds(_ word: String) -> Bool {
    var text = self
    var word = word
    return text.withUTF8 { text in word.withUTF8 { ByteSearch.holds($0, in: text) } }
  }
}
