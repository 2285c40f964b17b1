/// What a byte begins, by table.
enum ByteClass {
  static let sign: UInt8 = 0
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  static let space: UInt8 = 3
  /// A byte outside ASCII; the scalar decides.
  static let high: UInt8 = 4

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  nonisolated(unsafe) static let table: UnsafeBufferPointer<UInt8> = Lexicon.kept(
    (0..<256).map { byte in
      switch UInt8(truncatingIfNeeded: byte) {
      case 65...90, 97...122: letter
      case 48...57: digit
      case 9, 10, 11, 12, 13, 32: space
      case 128...255: high
      default: sign
      }
    }
  )
}

/// A Unicode scalar read from bytes that may be anything.
struct TextScalar {
  /// The scalar's value; 0 when the bytes are not UTF-8.
  var value: UInt32 = 0
  /// The number of its bytes; 0 when they are not UTF-8.
  var length = 0

  /// No scalar.
  init() {}

  /// Reads the scalar at a position.
  init(_ text: UnsafeBufferPointer<UInt8>, at position: Int, count: Int) {
    let lead = text[position]
    let (size, bits, least): (Int, UInt8, UInt32) =
      switch lead {
      case 0x00..<0x80: (1, lead, 0)
      case 0xC2..<0xE0: (2, lead & 0x1F, 0x80)
      case 0xE0..<0xF0: (3, lead & 0x0F, 0x800)
      case 0xF0..<0xF5: (4, lead & 0x07, 0x1_0000)
      default: (0, 0, 0)
      }
    guard size > 0, position + size <= count else { return }
    var scalar = UInt32(bits)
    for offset in stride(from: 1, to: size, by: 1) {
      let byte = text[position + offset]
      guard byte & 0xC0 == 0x80 else { return }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard scalar >= least, scalar <= 0x10_FFFF, !(0xD800...0xDFFF).contains(scalar) else { return }
    value = scalar
    length = size
  }

  /// Whether it is white space: no-break, narrow, thin and the other widths.
  var isSpace: Bool {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  /// Whether it is a digit above the line.
  var isRaisedDigit: Bool {
    value == 0xB9 || value == 0xB2 || value == 0xB3 || value == 0x2070
      || value >= 0x2074 && value <= 0x2079
  }

  /// Whether it belongs to a word: a letter, a combining mark or a soft hyphen.
  var isLetter: Bool {
    switch value {
    case 0xAA, 0xAD, 0xBA: true
    case 0xC0..<0x2000: value != 0xD7 && value != 0xF7
    case 0x200C, 0x200D: true
    case 0x2C00..<0x2E00, 0x3040..<0xD800, 0xF900..<0xFE00, 0x1_0000...0x1_EFFF, 0x2_0000...:
      true
    default: false
    }
  }
}
