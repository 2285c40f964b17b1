/// The text of a header that people read, such as a subject (RFC 5322, 2.2.1 "unstructured").
///
/// It is carried exactly, in encoded words where it is not ASCII (RFC 2047). Line breaks, other
/// control characters, marks that turn the direction of writing, and "=?" are refused.
public struct HeaderText: Sendable, Hashable, CustomStringConvertible {
  /// The most bytes of UTF-8: one line of a message holds 998 (RFC 5322, 2.1.1).
  public static let maximumLength = 900

  /// The text.
  public let text: String

  /// Validates a text.
  ///
  /// - Throws: ``MailError`` when the text is empty, too long or holds what is refused.
  public init(_ text: String) throws(MailError) {
    try HeaderRules.check(text, what: "the subject", maximum: Self.maximumLength)
    try EncodedWords.checkText(text, what: "the subject")
    self.text = text
  }

  /// The text.
  public var description: String { text }
}

/// The name that stands before an address (RFC 5322, 3.4 "display-name").
///
/// Refused are also two spaces in a row, of which one would be lost, and names whose letters beyond
/// ASCII need more than one encoded word in a row (some 45 bytes), since mail programs differ on
/// whether a space stands between those.
public struct DisplayName: Sendable, Hashable, CustomStringConvertible {
  /// The most bytes of UTF-8.
  public static let maximumLength = 255

  /// The name.
  public let text: String

  /// Validates a name.
  ///
  /// - Throws: ``MailError`` when the name is empty, too long or holds what is refused.
  public init(_ text: String) throws(MailError) {
    try HeaderRules.check(text, what: "the name", maximum: Self.maximumLength)
    try EncodedWords.checkPhrase(text, what: "the name")
    self.text = text
  }

  /// The name.
  public var description: String { text }
}
