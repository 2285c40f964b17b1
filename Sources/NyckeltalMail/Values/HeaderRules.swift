/// What no value of a header may hold.
///
/// A line break would begin a header of the value's own (RFC 5322, 2.2). Characters that turn the
/// direction of writing make a reader see another name than the one that is there
/// ("rapport\u{202E}xslx.exe"). Both are refused, never cut.
enum HeaderRules {
  /// Checks a text that is to be carried exactly; the error names it with its article: "the
  /// subject".
  static func check(_ text: String, what: String, maximum: Int) throws(MailError) {
    try checkCharacters(text, what: what)
    if text.isEmpty {
      throw MailError(.empty, "\(what) is empty", remedy: "give one, or leave it out")
    }
    if text.utf8.count > maximum {
      throw MailError(
        .tooLong,
        "\(what) is \(text.utf8.count) bytes long, and \(maximum) is the most",
        remedy: "shorten it"
      )
    }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      throw MailError(
        .refusedCharacter,
        "\(what) \(quoted(text)) begins or ends with white space, which would be lost",
        remedy: "leave the white space out"
      )
    }
    // RFC 2047, 2: a reader would decode it into something else.
    if text.utf8.contains("=?".utf8) {
      throw MailError(
        .refusedCharacter,
        "\(what) \(quoted(text)) holds \"=?\", which begins an encoded word (RFC 2047)",
        remedy: "write it without \"=?\""
      )
    }
  }

  /// Checks the characters alone.
  static func checkCharacters(_ text: String, what: String) throws(MailError) {
    guard let refused = text.unicodeScalars.first(where: isRefused) else { return }
    throw MailError(
      .refusedCharacter,
      "\(what) \(quoted(text)) holds \(name(refused))",
      remedy: "write it without that character"
    )
  }

  /// A text for an error: on one line, with what is not to be seen spelled out.
  static func quoted(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(80) {
      if isRefused(scalar) {
        shown += "\\u{\(hexadecimal(scalar))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return "\"\(shown)\(text.unicodeScalars.count > 80 ? "…" : "")\""
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isBidiControl || properties.isNoncharacterCodePoint
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let number = "U+" + hexadecimal(scalar)
    switch scalar {
    case "\r", "\n": return "a line break (\(number))"
    case "\0": return "a NUL character (\(number))"
    case _ where scalar.properties.isBidiControl:
      return "a mark that turns the direction of writing (\(number))"
    default: return "a control character (\(number))"
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  /// RFC 5322, 3.2.3: what an atom is made of.
  var isAtomText: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(self)
    }
  }

  /// A letter or digit of ASCII.
  var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// RFC 5322, 3.2.3: atoms with single dots between them.
  var isDotAtom: Bool {
    utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.allSatisfy(\.isAtomText)
    }
  }
}
