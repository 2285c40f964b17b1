/// What kind of file an attachment is: `text/csv; charset=utf-8` (RFC 2045, 5.1; RFC 6838, 4.2).
public struct MediaType: Sendable, Hashable, CustomStringConvertible {
  /// The kind: `text`, `application`.
  public let type: String
  /// The kind within it: `csv`.
  public let subtype: String
  /// The encoding of a text.
  public let charset: String?

  /// Validates a type, with a charset or without.
  ///
  /// - Throws: ``MailError`` when it is none. `multipart` and `message` are refused, since their
  ///   parts may not be encoded as files are (RFC 2046, 5.1 and 5.2).
  public init(_ text: String) throws(MailError) {
    try HeaderRules.checkCharacters(text, what: "the media type")
    var parameters = text.split(separator: ";", omittingEmptySubsequences: false)
    let names = parameters.removeFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, names.allSatisfy(Self.isName), parameters.count <= 1 else {
      throw Self.bad(text, "is not one")
    }
    type = names[0].lowercased()
    subtype = names[1].lowercased()
    if type == "multipart" || type == "message" {
      throw Self.bad(text, "cannot be attached as a file")
    }
    let parameter = parameters.first.map { $0.drop { $0 == " " }.lowercased() }
    guard let parameter else {
      charset = nil
      return
    }
    let value = parameter.dropFirst("charset=".count)
    guard parameter.hasPrefix("charset="), Self.isName(value) else {
      throw Self.bad(text, "has a parameter that is not a charset")
    }
    charset = String(value)
  }

  private init(type: String, subtype: String, charset: String? = nil) {
    self.type = type
    self.subtype = subtype
    self.charset = charset
  }

  /// The type that a file has by its suffix; `application/octet-stream` when the suffix is not
  /// known.
  public init(of name: AttachmentName) {
    let entry = Self.bySuffix[name.suffix]
    self.init(type: entry?.type ?? "application", subtype: entry?.subtype ?? "octet-stream")
  }

  /// The type and subtype, with the charset.
  public var description: String {
    "\(type)/\(subtype)" + (charset.map { "; charset=\($0)" } ?? "")
  }

  /// The same type, said to be in UTF-8 when it is a text that tells no charset and is.
  func describing(isUTF8: @autoclosure () -> Bool) -> MediaType {
    guard type == "text", charset == nil, isUTF8() else { return self }
    return MediaType(type: type, subtype: subtype, charset: "utf-8")
  }

  /// RFC 6838, 4.2: "restricted-name".
  private static func isName(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, first.isAlphanumeric, name.utf8.count <= 127 else {
      return false
    }
    return name.utf8.allSatisfy { $0.isAlphanumeric || "!#$&-^_.+".utf8.contains($0) }
  }

  private static func bad(_ text: String, _ reason: String) -> MailError {
    MailError(
      .badMediaType,
      "the media type \(HeaderRules.quoted(text)) \(reason)",
      remedy: "write it as application/pdf or text/csv; charset=utf-8"
    )
  }

  /// The types of IANA's registry that offices send.
  private static let bySuffix: [String: (type: String, subtype: String)] = [
    "csv": ("text", "csv"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "gif": ("image", "gif"),
    "htm": ("text", "html"),
    "html": ("text", "html"),
    "jpeg": ("image", "jpeg"),
    "jpg": ("image", "jpeg"),
    "json": ("application", "json"),
    "md": ("text", "markdown"),
    "ods": ("application", "vnd.oasis.opendocument.spreadsheet"),
    "odt": ("application", "vnd.oasis.opendocument.text"),
    "pdf": ("application", "pdf"),
    "png": ("image", "png"),
    "pptx": ("application", "vnd.openxmlformats-officedocument.presentationml.presentation"),
    "svg": ("image", "svg+xml"),
    "txt": ("text", "plain"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "xml": ("application", "xml"),
    "zip": ("application", "zip"),
  ]
}
