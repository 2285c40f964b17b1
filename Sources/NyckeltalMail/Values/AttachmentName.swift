/// The name under which a file is attached (RFC 2183, 2.3; encoded as RFC 2231 says).
///
/// A name, not a path, and one that recipients can save under Windows too: `/ \ < > : " | ? *` are
/// refused, and so are control characters and marks that turn the direction of writing, by which
/// `exe` can be made to look like `xlsx`; names of devices (`CON`, `aux.txt`) and names that end in a
/// dot or a space too.
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
    let stem = text.prefix { $0 != "." }.trimmed.uppercased()
    let isDevice =
      Self.devices.contains(stem)
      || stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
        && "0123456789¹²³".contains(stem.suffix(1))
    if isDevice || text.hasSuffix(".") || text.hasSuffix(" ") || text.hasPrefix(" ") {
      throw MailError(
        .badFileName,
        "the file name \(HeaderRules.quoted(text)) is one that Windows cannot save",
        remedy: "give another name, that of no device and without a dot or a space at its end"
      )
    }
    self.text = text
  }

  /// Names that Windows keeps for devices, whatever the suffix.
  private static let devices: Set<String> = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]

  /// The name.
  public var description: String { text }

  /// What stands after the last dot, in lower case.
  var suffix: String {
    guard let dot = text.lastIndex(of: ".") else { return "" }
    return text[text.index(after: dot)...].lowercased()
  }
}

extension Substring {
  /// Without spaces at its end.
  fileprivate var trimmed: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
