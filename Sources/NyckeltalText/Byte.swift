/// The bytes that the readers of Swedish text ask about, by name.
package enum Byte {
  /// Line feed.
  @inlinable package static var newline: UInt8 { 0x0A }
  /// Carriage return.
  @inlinable package static var carriageReturn: UInt8 { 0x0D }
  /// Form feed, a page break in text made from PDF.
  @inlinable package static var formFeed: UInt8 { 0x0C }
  /// Horizontal tab.
  @inlinable package static var tab: UInt8 { 0x09 }
  /// Space.
  @inlinable package static var space: UInt8 { 0x20 }

  /// Whether the byte is an ASCII digit.
  @inlinable @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Whether the byte is an ASCII letter.
  @inlinable @inline(__always)
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  /// Whether the byte is ASCII white space.
  @inlinable @inline(__always)
  package static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte &- 9 < 5
  }
}

/// A hash that is the same on every machine and in every run (FNV-1a, 64 bits).
package enum StableHash {
  /// The hash of no bytes, to begin with.
  @inlinable package static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash with one more byte.
  @inlinable @inline(__always)
  package static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of some bytes, going on from another.
  @inlinable
  package static func of(_ bytes: some Sequence<UInt8>, from basis: UInt64 = basis) -> UInt64 {
    var hash = basis
    let isDone: Void? = bytes.withContiguousStorageIfAvailable {
      for byte in $0 { hash = mix(hash, byte) }
    }
    if isDone == nil { for byte in bytes { hash = mix(hash, byte) } }
    return hash
  }

  /// The hashes of some words.
  static func ofAll(_ words: [String]) -> Set<UInt64> { Set(words.map { of($0.utf8) }) }

  /// The hash with a number's digits, as they are written.
  package static func mix(_ hash: UInt64, number: Int) -> UInt64 {
    mix(number < 0 ? mix(hash, 0x2D) : hash, digits: number.magnitude)
  }

  private static func mix(_ hash: UInt64, digits number: UInt) -> UInt64 {
    let before = number < 10 ? hash : mix(hash, digits: number / 10)
    return mix(before, UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  /// A hash as sixteen hexadecimal digits.
  package static func hexadecimal(_ hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let nibble = UInt8(truncatingIfNeeded: hash >> UInt64(60 - place * 4) & 15)
        digits[place] = nibble < 10 ? 48 + nibble : 87 + nibble
      }
      return 16
    }
  }
}
