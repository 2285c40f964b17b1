/// Up to eight bytes of a word, read and lower-cased at once.
///
/// Letters are A–Z and À–Þ; what else a word may hold is left to ``RareWord``.
struct WordChunk {
  /// The letters in lower case, the other bytes zero.
  var letters: UInt64
  /// How many bytes are letters.
  var length: Int
  /// The byte behind them; 0 where all eight are letters, or the text ends.
  var stop: UInt8
  /// Whether the word may go on in the next chunk: all eight are letters, or the last byte is the
  /// first of a letter of two.
  var goesOn: Bool

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at position: Int, count: Int) {
    let bytes = Self.load(text, position, count)
    let folded = bytes | Self.all(0x20)
    let high = bytes & Self.all(0x80)
    let ascii = folded & Self.all(0x7F)
    // the upper bit is set from "a" on, and from behind "z" on
    var accepted = (ascii &+ Self.all(0x1F)) & ~(ascii &+ Self.all(0x05)) & ~high & Self.all(0x80)
    if high != 0 {
      let leads = Self.places(of: 0xC3, in: bytes)
      // 80–BF but × and ÷
      let behind = high & ~(bytes << 1) & ~Self.places(of: 0xB7, in: folded)
      let pairs = leads & (behind >> 8)
      accepted |= pairs | pairs << 8
    }
    let ends = ~accepted & Self.all(0x80)
    guard ends != 0 else {
      letters = folded
      length = 8
      stop = 0
      goesOn = true
      return
    }
    let bits = ends.trailingZeroBitCount & ~7
    letters = folded & ((1 << UInt64(bits)) &- 1)
    length = bits >> 3
    stop = UInt8(truncatingIfNeeded: bytes >> UInt64(bits))
    goesOn = length == 7 && stop == 0xC3
  }

  /// Eight bytes, zeros behind the text.
  @inline(__always)
  private static func load(
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int,
    _ count: Int
  ) -> UInt64 {
    if position + 8 <= count, let base = text.baseAddress {
      return UInt64(
        littleEndian: UnsafeRawPointer(base).loadUnaligned(
          fromByteOffset: position,
          as: UInt64.self
        )
      )
    }
    var bytes: UInt64 = 0
    for index in stride(from: min(count, position + 8) - 1, through: position, by: -1) {
      bytes = bytes << 8 | UInt64(text[index])
    }
    return bytes
  }

  /// A byte eight times.
  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The upper bit of each byte that is a certain one.
  @inline(__always)
  private static func places(of byte: UInt8, in bytes: UInt64) -> UInt64 {
    let zeros = bytes ^ all(byte)
    return ~((zeros & all(0x7F)) &+ all(0x7F) | zeros) & all(0x80)
  }
}

/// A word with soft hyphens, combining marks, letters of other alphabets or bytes astray.
enum RareWord {
  /// The word's end, its hash and whether bytes astray break it.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    count: Int
  ) -> (end: Int, hash: UInt64, isBroken: Bool) {
    var letters: [UInt8] = []
    var position = start
    var isBroken = false
    while position < count {
      let byte = text[position]
      if byte < 0x80 {
        guard ByteClass.isLetter(byte) else { break }
        letters.append(byte | 0x20)
        position += 1
        continue
      }
      let sign = TextScalar(text, at: position, count: count)
      if sign.value == 0xAD {
        position += 2
      } else if sign.value == 0x30A || sign.value == 0x308, position > start {
        compose(&letters, sign.value)
        position += 2
      } else if sign.isLetter {
        let isLatin = byte == 0xC3
        for offset in 0..<sign.length {
          let part = text[position + offset]
          letters.append(isLatin ? part | 0x20 : part)
        }
        position += sign.length
      } else if sign.length == 0, byte & 0xC0 == 0x80 {
        isBroken = true
        position += 1
      } else {
        break
      }
    }
    return (position, hash(of: letters), isBroken)
  }

  /// Makes å, ä or ö of the last letter and the mark behind it.
  private static func compose(_ letters: inout [UInt8], _ mark: UInt32) {
    let low: UInt8
    switch (letters.last, mark) {
    case (0x61, 0x30A): low = 0xA5
    case (0x61, _): low = 0xA4
    case (0x6F, 0x308): low = 0xB6
    default: return
    }
    letters.removeLast()
    letters += [0xE3, low]
  }

  /// The hash of letters in lower case, cut to chunks as ``WordChunk`` cuts them.
  private static func hash(of letters: [UInt8]) -> UInt64 {
    var hash = WordHash.seed
    var start = 0
    while start < letters.count {
      var end = min(start + 8, letters.count)
      // a letter of two bytes is not cut
      if end - start == 8, letters[end - 1] == 0xE3 { end -= 1 }
      let chunk = letters[start..<end].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      hash = WordHash.mix(hash, chunk)
      start = end
    }
    return hash
  }
}
