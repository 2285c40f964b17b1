import NyckeltalText

/// What tells that a row at a page's edge is none of the text: a page number, an address, a line for
/// signatures.
enum EdgeSigns {
  /// Whether a row holds "Sida 1 (3)", or "1 (3)" at its end on the page of that number.
  static func tellPage(_ row: PageRow, of text: PDFWords) -> Bool {
    for first in row.words.indices {
      for count in 1...4 where first + count <= row.words.count {
        var words = row
        words.words = Array(row.words[first..<(first + count)])
        let bytes = words.bytes(text)
        if bytes.withUnsafeBufferPointer({ PageNumber.namesPage($0) }) { return true }
        let isLast = first + count == row.words.count
        if isLast, bytes.last == 0x29,
          bytes.withUnsafeBufferPointer({ PageNumber.isPageNumber($0) }),
          Int(String(decoding: bytes.prefix { Byte.isDigit($0) }, as: UTF8.self)) == row.page + 1
        {
          return true
        }
      }
    }
    return tells(signatures, row, of: text)
  }

  /// Whether a row tells where to find or call an office.
  static func tellAddress(_ row: PageRow, of text: PDFWords) -> Bool {
    tells(addresses, row, of: text)
  }

  private static func tells(_ signs: [String], _ row: PageRow, of text: PDFWords) -> Bool {
    row.words.contains { index in
      let word = text.bytes[text.words[index].text]
      guard word.count < 40 else { return false }
      let lower = String(decoding: word, as: UTF8.self).lowercased()
      return signs.contains { lower.hasPrefix($0) }
    }
  }

  private static let signatures = ["justerandes", "utdragsbestyrk", "justerare"]
  private static let addresses = [
    "postadress", "besöksadress", "telefon", "tfn", "växel", "org.nr", "orgnr",
    "organisationsn", "e-post", "www.", "bankgiro", "plusgiro",
  ]
}

/// "3", "Sida 3 (12)", "3/12", "- 3 -".
enum PageNumber {
  static func isPageNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    shape(bytes).map { shapes.contains($0) } ?? false
  }

  /// Whether the words say that the number is a page's.
  static func namesPage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let shape = shape(bytes), shapes.contains(shape) else { return false }
    return shape.hasPrefix("sid") || shape.hasPrefix("page")
  }

  /// The text without blanks, in lower case, each number as "0".
  private static func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard (1...24).contains(bytes.count) else { return nil }
    var shape = ""
    var inDigits = false
    for byte in bytes {
      if Byte.isDigit(byte) {
        if !inDigits { shape += "0" }
        inDigits = true
      } else {
        inDigits = false
        guard !Byte.isBlank(byte) else { continue }
        shape.unicodeScalars.append(UnicodeScalar(byte | (Byte.isLetter(byte) ? 32 : 0)))
      }
    }
    return shape
  }

  private static let shapes: Set<String> = [
    "0", "0(0)", "0/0", "0av0", "-0-", "sida0", "sid0", "sid.0", "sida0(0)", "sid0(0)", "sid.0(0)",
    "sida0av0", "sid0av0", "sida0/0", "sid0/0", "page0", "page0of0",
  ]
}
