/// Deflate streams (RFC 1951) that inflate to far more than they are, written by hand.
enum Deflate {
  /// A stream of one block with fixed codes: a start, a pattern again and again, an end.
  ///
  /// The repetition takes some 13 bits for 258 bytes; it is as long as asked for or a little longer.
  static func stream(
    start: [UInt8] = [],
    pattern: [UInt8],
    length: Int,
    end: [UInt8] = []
  ) -> [UInt8] {
    var bits = Bits()
    bits.append(0b011, 3)
    for byte in start + pattern { bits.appendLiteral(byte) }
    bits.appendCopies(eights: eights(length), distance: pattern.count)
    for byte in end { bits.appendLiteral(byte) }
    bits.append(0, 7)
    return bits.bytes
  }

  /// What a stream inflates to.
  static func inflated(
    start: [UInt8] = [],
    pattern: [UInt8],
    length: Int,
    end: [UInt8] = []
  ) -> [UInt8] {
    let run = pattern.count + eights(length) * 8 * 258
    return start + (0..<run).map { pattern[$0 % pattern.count] } + end
  }

  private static func eights(_ length: Int) -> Int { max(2, length / (8 * 258) + 1) }

  /// Bits from the lowest of each byte.
  private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var count = 0

    mutating func append(_ value: Int, _ length: Int) {
      for bit in 0..<length {
        if count % 8 == 0 { bytes.append(0) }
        bytes[count / 8] |= UInt8(value >> bit & 1) << UInt8(count % 8)
        count += 1
      }
    }

    /// Codes of Huffman stand with their highest bit first.
    private mutating func appendCode(_ code: Int, _ length: Int) {
      for bit in (0..<length).reversed() { append(code >> bit & 1, 1) }
    }

    mutating func appendLiteral(_ byte: UInt8) {
      if byte < 144 { appendCode(0x30 + Int(byte), 8) } else { appendCode(0x100 + Int(byte), 9) }
    }

    private mutating func appendCopy(distance: Int) {
      appendCode(0xC5, 8)
      let back = distance - 1
      if back < 4 { return appendCode(back, 5) }
      let power = Int.bitWidth - 1 - back.leadingZeroBitCount
      appendCode(2 * power + (back >> (power - 1) & 1), 5)
      append(back & ((1 << (power - 1)) - 1), power - 1)
    }

    /// Copies of 258 bytes, eight by eight: eight take whole bytes, which are repeated as they are.
    mutating func appendCopies(eights: Int, distance: Int) {
      let start = bytes.count
      for _ in 0..<16 { appendCopy(distance: distance) }
      let period = (bytes.count - start) / 2
      var more: [UInt8] = []
      let wanted = (eights - 2) * period
      more.reserveCapacity(wanted)
      let unit = Array(bytes[start..<(start + period)])
      while more.count < wanted { more += unit }
      bytes.insert(contentsOf: more, at: start)
      count += more.count * 8
    }
  }
}
