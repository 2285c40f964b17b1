import NyckeltalText

/// A text's words, commas and parentheses, as ranges of its bytes.
///
/// Names are looked for in every statement and quotation; a walk over a string's characters would
/// take longer than all else that is done with them.
struct SpeakerWords {
  enum Token {
    case word(Range<Int>)
    case parenthesis(Range<Int>)
    case comma
    /// What ends a sentence, or a number.
    case stop
  }

  let bytes: [UInt8]
  let tokens: [Token]

  init(_ text: [UInt8]) {
    bytes = text
    tokens = text.withUnsafeBufferPointer { bytes in
      var reader = SpeakerWordReader(bytes: bytes)
      reader.run()
      return reader.tokens
    }
  }

  /// A range as a string.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Words as a string, with single spaces between them, which is how they nearly always stand.
  func text(_ words: ArraySlice<Range<Int>>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    let isSpaced = zip(words, words.dropFirst()).allSatisfy { before, next in
      next.lowerBound == before.upperBound + 1 && bytes[before.upperBound] == Byte.space
    }
    return isSpaced
      ? text(first.lowerBound..<last.upperBound) : words.map { text($0) }.joined(separator: " ")
  }

  /// The hash of a word as it stands.
  func exact(_ word: Range<Int>) -> UInt64 { StableHash.of(bytes[word]) }

  /// The hash of a word in lower case.
  func lowered(_ word: Range<Int>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash = StableHash.basis
      var previous: UInt8 = 0
      for byte in bytes[word] {
        hash = StableHash.mix(hash, CaselessText.lowered(byte, behind: previous))
        previous = byte
      }
      return hash
    }
  }

  func beginsWithCapital(_ word: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { Letter($0, at: word.lowerBound)?.isUpper ?? false }
  }
}

/// Cuts a text into words and signs.
private struct SpeakerWordReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var tokens: [SpeakerWords.Token] = []

  mutating func run() {
    tokens.reserveCapacity(bytes.count / 5)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x28, let close = bytes[index...].firstIndex(of: 0x29) {
        tokens.append(.parenthesis(index + 1..<close))
        index = close + 1
      } else if let end = endOfWord(from: index) {
        tokens.append(.word(index..<end))
        index = end
      } else {
        index = readSign(at: index)
      }
    }
  }

  private mutating func readSign(at index: Int) -> Int {
    switch bytes[index] {
    case 0x2C: tokens.append(.comma)
    case 0x2E, 0x3B, 0x30...0x39: tokens.append(.stop)
    case 0x80...:
      let (scalar, length) = Letter.scalar(bytes, at: index)
      if let scalar, scalar.properties.numericType != nil { tokens.append(.stop) }
      return index + length
    default: break
    }
    return index + 1
  }

  /// The end of the word that begins here: letters, hyphens, apostrophes, and the full stops of
  /// abbreviations.
  private func endOfWord(from start: Int) -> Int? {
    guard bytes[start] == 0x2D || Letter(bytes, at: start) != nil else { return nil }
    var index = start
    while index < bytes.count {
      if Byte.isLetter(bytes[index]) {
        index += 1
        continue
      }
      switch bytes[index] {
      case 0x20: return index
      case 0x2D, 0x27, 0x21, 0x3A: index += 1
      case 0x2E where isInsideAbbreviation(index): index += 1
      case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0x99]): index += 3  // ’
      case 0x80...:
        guard let letter = Letter(bytes, at: index) else { return index }
        index += letter.length
      default: return index
      }
    }
    return index
  }

  /// The full stops of "m.fl." and of an initial stay inside the word.
  private func isInsideAbbreviation(_ index: Int) -> Bool {
    let before = (max(0, index - 4)..<index).reduce(UInt32(0)) {
      $0 << 8 | UInt32(CaselessText.lowered(bytes[$1], behind: 0))
    }
    // "m.fl", "m fl", " m"
    if before == 0x6D2E_666C || before == 0x6D20_666C || before & 0xFFFF == 0x206D { return true }
    if let next = Letter(bytes, at: index + 1), next.isLower { return true }
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let initial = Letter(bytes, at: start), initial.isUpper else { return false }
    return start == 0 || bytes[start - 1] == Byte.space
  }
}

/// A letter in UTF-8.
struct Letter {
  var length: Int
  var isUpper: Bool
  var isLower: Bool

  /// The letter at a position, a mark that belongs to one too; `nil` where there is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard bytes.indices.contains(index) else { return nil }
    let byte = bytes[index]
    if byte < 0x80 {
      guard Byte.isLetter(byte) else { return nil }
      self.init(length: 1, isUpper: byte < 0x60)
      return
    }
    if byte == 0xC3, index + 1 < bytes.count {
      let low = bytes[index + 1]
      if low == 0x97 || low == 0xB7 { return nil }  // × ÷
      self.init(length: 2, isUpper: low < 0x9F)
      return
    }
    let (scalar, length) = Self.scalar(bytes, at: index)
    guard let properties = scalar?.properties else { return nil }
    let isMark = properties.generalCategory == .nonspacingMark
    guard properties.isAlphabetic || isMark else { return nil }
    self.init(length: length, isUpper: properties.isUppercase)
    isLower = properties.isLowercase
  }

  private init(length: Int, isUpper: Bool) {
    self.length = length
    self.isUpper = isUpper
    isLower = !isUpper
  }

  /// The scalar at a position with the number of its bytes; one byte where there is none.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar?, Int) {
    var iterator = bytes[index...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
    return (scalar, UTF8.width(scalar))
  }
}
