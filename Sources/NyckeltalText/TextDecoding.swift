/// From a file's bytes to UTF-8, with the way back.
enum TextDecoding {
  struct Decoded {
    var encoding: SourceText.Encoding
    var utf8: [UInt8]
    var map = OffsetMap()
    /// How many bytes are no part of any character, and the line of the first.
    var strayBytes = 0
    var firstStrayLine = 0
  }

  static func decode(_ bytes: [UInt8], name: String) throws(SourceTextError) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try utf16(bytes, .utf16LittleEndian, name: name)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, .utf16BigEndian, name: name) }
    if isBinary(bytes) { throw SourceTextError(code: .binary, document: name) }
    guard bytes.contains(where: { !Byte.isBlank($0) }) else {
      throw SourceTextError(code: .empty, document: name)
    }
    if isUTF8(bytes) { return Decoded(encoding: .utf8, utf8: bytes) }
    return isUTF8AsAWhole(bytes) ? marked(bytes) : windows1252(bytes)
  }

  /// NUL never occurs in text; other control characters do not make up more than a trace of it.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes.prefix(1 << 16) where byte < 32 {
      if byte == 0 { return true }
      if !Byte.isBlank(byte), byte != 0x1B { controls += 1 }
    }
    return controls > 8 && controls * 20 > min(bytes.count, 1 << 16)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { UTF8Validation.isValid($0) }
  }

  /// Whether bytes of which some are no UTF-8 are it by the others: they begin with its mark, or no
  /// more of them are stray than make up characters of several bytes, which other text holds by
  /// accident only.
  private static func isUTF8AsAWhole(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    var characters = 0
    var stray = 0
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let length = UTF8Validation.sequenceLength(bytes, at: index)
        if length == 0 { stray += 1 } else if length > 1 { characters += 1 }
        index += max(1, length)
      }
    }
    return characters >= stray
  }

  /// UTF-8 with a mark, U+FFFD, in the place of each stray byte.
  private static func marked(_ bytes: [UInt8]) -> Decoded {
    var decoded = Decoded(encoding: .utf8, utf8: [])
    decoded.utf8.reserveCapacity(bytes.count + 64)
    var lines = 1
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let length = UTF8Validation.sequenceLength(bytes, at: index)
        if length == 0 {
          if decoded.strayBytes == 0 { decoded.firstStrayLine = lines }
          decoded.strayBytes += 1
          decoded.map.append(derived: decoded.utf8.count, original: index)
          append(0xFFFD, to: &decoded.utf8)
          decoded.map.append(derived: decoded.utf8.count, original: index + 1)
        } else {
          if bytes[index] == Byte.newline { lines += 1 }
          decoded.utf8 += bytes[index..<index + length]
        }
        index += max(1, length)
      }
    }
    return decoded
  }

  private static func windows1252(_ bytes: [UInt8]) -> Decoded {
    var decoded = Decoded(encoding: .windows1252, utf8: [])
    decoded.utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for (index, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        decoded.utf8.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? high[Int(byte - 0x80)] : UInt16(byte)
      decoded.map.append(derived: decoded.utf8.count, original: index)
      append(UInt32(scalar), to: &decoded.utf8)
      // Every further byte of the character came from the same place.
      decoded.map.append(derived: decoded.utf8.count, original: index + 1)
    }
    return decoded
  }

  /// What Windows-1252 has at 0x80–0x9F; its five holes are read as U+FFFD.
  private static let high: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  private static func utf16(
    _ bytes: [UInt8],
    _ encoding: SourceText.Encoding,
    name: String
  ) throws(SourceTextError) -> Decoded {
    var decoded = Decoded(encoding: encoding, utf8: [])
    let little = encoding == .utf16LittleEndian
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      return little ? second << 8 | first : first << 8 | second
    }
    guard bytes.count % 2 == 0 else {
      throw SourceTextError(code: .malformedUTF16, document: name)
    }
    var index = 2
    while index < bytes.count {
      var scalar = unit(index)
      var length = 2
      if 0xD800..<0xDC00 ~= scalar, index + 3 < bytes.count {
        let low = unit(index + 2)
        guard 0xDC00..<0xE000 ~= low else {
          throw SourceTextError(code: .malformedUTF16, document: name)
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      }
      if 0xD800..<0xE000 ~= scalar || scalar == 0 {
        throw SourceTextError(code: .malformedUTF16, document: name)
      }
      decoded.map.append(derived: decoded.utf8.count, original: index)
      append(scalar, to: &decoded.utf8)
      index += length
    }
    decoded.map.append(derived: decoded.utf8.count, original: index)
    guard decoded.utf8.contains(where: { !Byte.isBlank($0) }) else {
      throw SourceTextError(code: .empty, document: name)
    }
    return decoded
  }

  private static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      utf8.append(UInt8(scalar))
    case 0x80..<0x800:
      utf8.append(UInt8(0xC0 | scalar >> 6))
      utf8.append(UInt8(0x80 | scalar & 63))
    case 0x800..<0x10000:
      utf8.append(UInt8(0xE0 | scalar >> 12))
      utf8.append(UInt8(0x80 | scalar >> 6 & 63))
      utf8.append(UInt8(0x80 | scalar & 63))
    default:
      utf8.append(UInt8(0xF0 | scalar >> 18 & 7))
      utf8.append(UInt8(0x80 | scalar >> 12 & 63))
      utf8.append(UInt8(0x80 | scalar >> 6 & 63))
      utf8.append(UInt8(0x80 | scalar & 63))
    }
  }
}

/// Validity of UTF-8 (RFC 3629: no overlong forms, no surrogates).
enum UTF8Validation {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var index = 0
    while index < bytes.count {
      // eight bytes of ASCII at a time
      if index + 8 <= bytes.count {
        let eight = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
        let high = eight.littleEndian & 0x8080_8080_8080_8080
        if high == 0 {
          index += 8
          continue
        }
        index += high.trailingZeroBitCount >> 3
      }
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      if bytes[index] == 0xC3, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
        index += 2
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// The length of the well-formed character that begins here; 0 where none does.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second ~= bytes[index + 1] else { return 0 }
    for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
