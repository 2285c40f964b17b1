extension [UInt8] {
  /// A range of UTF-8 as a string, white space (no-break and narrow spaces too) folded to single
  /// spaces, soft hyphens left out.
  package func foldedText(_ range: Range<Int>) -> String {
    withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      if WhiteSpace.isFolded(text) { return String(decoding: text, as: UTF8.self) }
      return String(unsafeUninitializedCapacity: text.count) { WhiteSpace.fold(text, into: $0) }
    }
  }
}

/// White space in UTF-8, with the no-break and thin spaces that group digits.
enum WhiteSpace {
  /// Whether a text has single spaces between its words and nothing to leave out, as most have.
  static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var isBehindSpace = true
    var index = 0
    while index < text.count {
      // eight bytes without anything that calls for a closer look, as most are
      if index + 8 <= text.count, !isBehindSpace || text[index] != Byte.space {
        let bytes = EightBytes(raw, at: index)
        let spaces = bytes.places(of: Byte.space)
        let others =
          bytes.places(below: Byte.space) | bytes.places(of: 0xC2) | bytes.places(of: 0xE2)
        if others | spaces & (spaces << 8) == 0 {
          isBehindSpace = spaces >> 63 == 1
          index += 8
          continue
        }
      }
      let byte = text[index]
      if byte == Byte.space {
        if isBehindSpace { return false }
        isBehindSpace = true
        index += 1
        continue
      }
      isBehindSpace = false
      if byte < Byte.space ? Byte.isBlank(byte) : byte == 0xC2 || byte == 0xE2 {
        if length(text, at: index) > 0 || isSoftHyphen(text, at: index) { return false }
      }
      index += 1
    }
    return !isBehindSpace || text.isEmpty
  }

  /// Writes a text with its white space folded; returns how many bytes that makes.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var written = 0
    var index = 0
    var pending = false
    while index < text.count {
      let blank = length(text, at: index)
      if blank > 0 {
        pending = written > 0
        index += blank
      } else if isSoftHyphen(text, at: index) {
        index += 2
      } else {
        if pending {
          output[written] = Byte.space
          written += 1
        }
        pending = false
        output[written] = text[index]
        written += 1
        index += 1
      }
    }
    return written
  }

  /// The number of bytes of the white-space character at the position; 0 where there is none.
  @inline(__always)
  private static func length(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if Byte.isBlank(byte) { return 1 }
    if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
    // U+2000–U+200A and U+202F
    if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
      text[index + 2] <= 0x8A || text[index + 2] == 0xAF
    {
      return 3
    }
    return 0
  }

  @inline(__always)
  private static func isSoftHyphen(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xAD
  }
}
