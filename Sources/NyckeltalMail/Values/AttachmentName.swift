/// The name under which a file is attached (RFC 2183, 2.3; encoded as RFC 2231 says).
///
/// A name, not a path, and one that recipients can save under Windows too: `/ \ < > : " | ? *` are
/// refused, and so are control characters and marks that turn the direction of writing, by which
/// `exe` can be made to look like `xlsx`.
public struct AttachmentName: Sendable, Hashable, CustomStringConvertible {
  /// The most bytes of UTF-8: what file systems take.
  public static let maximumLength = 255

  /// The name.
  public let text: String

  /// Validates a name.
  ///
  /// - Throws: ``MailError`` when the name cannot be a file's, or holds what is refused.
  public init(_ text: String) throws(MailError) {
    try HeaderRules.check(text, what: "the file name", maximum: Self.maximumLength)
    if text.unicodeScalars.contains(where: { "/\\<>:\"|?*".unicodeScalars.contains($0) })
      || text == "." || text == ".."
    {
      throw MailError(
        .badFileName,
        "the file name \(HeaderRules.quoted(text)) is a path, or one that Windows cannot save",
        remedy: "give the last part of the path alone, without / \\ < > : \" | ? *"
      )
    }
    self.text = text
  }

  /// The name.
  public var description: String { text }

  /// What stands after the last dot, in lower case.
  var suffix: String {
    guard let dot = text.lastIndex(of: ".") else { return "" }
    return text[text.index(after: dot)...].lowercased()
  }
}
