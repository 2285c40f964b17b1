internal import CGMime

/// What GMime makes of letters beyond ASCII in headers (RFC 2047), before it is let into a message.
enum EncodedWords {
  /// Checks the text of a header such as a subject.
  static func checkText(_ text: String, what: String) throws(MailError) {
    try check(encoded(text, g_mime_utils_header_encode_text), of: text, what: what)
  }

  /// Checks a name before an address.
  ///
  /// RFC 2047, 6.2, joins encoded words that follow each other without the space between them;
  /// Python and others keep the space in a name.
  static func checkPhrase(_ text: String, what: String) throws(MailError) {
    if text.utf8.contains("  ".utf8) {
      throw MailError(
        .refusedCharacter,
        "\(what) \(HeaderRules.quoted(text)) holds two spaces in a row, of which one would be lost",
        remedy: "write it with one"
      )
    }
    let words = encoded(text, g_mime_utils_header_encode_phrase)
    try check(words, of: text, what: what)
    for (word, next) in zip(words, words.dropFirst()) where isEncoded(word) && isEncoded(next) {
      throw tooLong(text, what: what)
    }
  }

  private static func check(
    _ words: [Substring],
    of text: String,
    what: String
  ) throws(MailError) {
    // RFC 2047, 2: an encoded word has at most 75 characters; GMime counts letters, not bytes.
    if words.contains(where: { isEncoded($0) && $0.utf8.count > 75 }) {
      throw tooLong(text, what: what)
    }
  }

  private static func isEncoded(_ word: Substring) -> Bool { word.hasPrefix("=?") }

  private static func encoded(
    _ text: String,
    _ encode: (OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) ->
      UnsafeMutablePointer<CChar>?
  ) -> [Substring] {
    if text.utf8.allSatisfy({ $0 < 0x80 }), text.utf8.count <= 60 { return [] }
    GMimeLibrary.start()
    guard let words = encode(nil, text, "utf-8") else { return [] }
    defer { g_free(words) }
    return String(cString: words).split(separator: " ")
  }

  private static func tooLong(_ text: String, what: String) -> MailError {
    MailError(
      .tooLong,
      "\(what) \(HeaderRules.quoted(text)) has more letters beyond a–z in a row than a header's "
        + "encoded word holds (RFC 2047)",
      remedy: "shorten it, or write part of it in plain letters"
    )
  }
}
