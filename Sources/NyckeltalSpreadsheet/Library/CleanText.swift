/// Text that XML and Excel can hold, whatever it was read from.
///
/// XML 1.0 has no way to write most control characters, U+FFFE and U+FFFF; Excel reads `_x0041_` in
/// a cell as the letter A (ECMA-376, 22.9.2.19) and refuses more than 32 767 characters.
struct CleanText: Sendable, Hashable {
  /// The text.
  let string: String

  /// Cleans a text, and cuts it where it is longer than a limit.
  ///
  /// - Parameters:
  ///   - text: The text as it was read.
  ///   - limit: The greatest number of UTF-16 units.
  init(_ text: String, limit: Int = 32_767) {
    var clean = String.UnicodeScalarView()
    var units = 0
    // Where the text would be cut, should it turn out to be too long.
    var cut = clean.endIndex
    for scalar in text.unicodeScalars {
      let allowed: Unicode.Scalar
      switch scalar.value {
      case 0x09, 0x0D: allowed = " "
      case 0x0A: allowed = "\n"
      case 0x00..<0x20, 0x7F..<0xA0: continue
      // Every plane ends with two code points that are no characters.
      case _ where scalar.value & 0xFFFE == 0xFFFE: continue
      default: allowed = scalar
      }
      units += allowed.value > 0xFFFF ? 2 : 1
      if units > limit { break }
      clean.append(allowed)
      if units < limit { cut = clean.endIndex }
    }
    if units > limit {
      clean.removeSubrange(cut...)
      clean.append("…")
    }
    string = Self.withoutEscapes(String(clean), limit: limit)
  }

  /// Whether a text can be written as it is, told in one pass over its bytes.
  ///
  /// Texts that only might have to be cleaned are said to be unclean.
  static func isClean(_ text: String, limit: Int = 32_767) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= limit else { return false }
      var previous: UInt8 = 0
      for byte in bytes {
        let isClean =
          switch byte {
          case 0x20..<0x7F: byte != UInt8(ascii: "x") || previous != UInt8(ascii: "_")
          // U+0080 to U+009F are controls.
          case 0x80..<0xA0: previous != 0xC2
          case 0xBE, 0xBF: previous != 0xBF
          case 0xA0..<0xF0: true
          // U+FFFE and U+FFFF are BF BE and BF BF in their last bytes, in every plane.
          default: false
          }
        if !isClean { return false }
        previous = byte
      }
      return true
    }
  }

  /// A text for an attribute, which libxlsxwriter cuts at 2 080 bytes, escaped, in mid-character.
  static func attribute(_ text: String) -> String {
    var size = 0
    var kept = String.UnicodeScalarView()
    for scalar in CleanText(text).string.unicodeScalars {
      switch scalar {
      case "&", "<", ">", "\"", "\n": size += 6
      default: size += UTF8.width(scalar)
      }
      if size > 1_900 { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Writes the underscore of what looks like an escape as an escape itself.
  private static func withoutEscapes(_ text: String, limit: Int) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    var size = text.utf16.count
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(bytes[index...]), size + 6 <= limit {
        escaped += Array("_x005F_".utf8)
        size += 6
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(bytes.prefix(7))
    guard word.count == 7, word[1] == UInt8(ascii: "x"), word[6] == UInt8(ascii: "_") else {
      return false
    }
    return word[2..<6].allSatisfy { byte in
      (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
  }
}

/// A number that a workbook can hold: NaN and infinity would be written as words and break the file.
struct FiniteNumber: Sendable, Hashable {
  /// The number.
  let value: Double

  /// Checks a number.
  ///
  /// - Throws: ``SpreadsheetError`` when it is not finite.
  init(_ value: Double, place: String) throws(SpreadsheetError) {
    guard value.isFinite else {
      throw SpreadsheetError(
        code: .notFinite,
        place: place,
        problem: "the value \(value) is not a number",
        remedy: "leave the cell out or show it as missing"
      )
    }
    self.value = value
  }
}
