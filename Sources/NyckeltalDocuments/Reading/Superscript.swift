import NyckeltalText

/// Raised signs: the numbers of notes, and the exponents of units.
///
/// Set on the line they would change a figure: "2 150" with note 1 is not "2 1501". Unicode has
/// signs of their own for them.
enum Superscript {
  /// A raised text in Unicode's raised signs; `nil` where it is none of digits and parentheses.
  static func written(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard (1...4).contains(text.count), text.contains(where: { Byte.isDigit($0) }) else {
      return nil
    }
    var written: [UInt8] = []
    for byte in text {
      guard let sign = sign(byte) else { return nil }
      written += sign.utf8
    }
    return written
  }

  private static func sign(_ byte: UInt8) -> String? {
    switch byte {
    case 0x31: "¹"
    case 0x32: "²"
    case 0x33: "³"
    case 0x30, 0x34...0x39: UnicodeScalar(0x2040 + UInt32(byte)).map { String($0) }
    case 0x28: "⁽"
    case 0x29: "⁾"
    case 0x2A: "*"
    case 0x2C, Byte.space, 0x5B, 0x5D: ""
    default: nil
    }
  }
}
