import Foundation

/// What stands between the parts of a message (RFC 2046, 5.1.1).
///
/// In the message it is preceded by `=_`, which neither quoted-printable nor base64 can produce
/// (RFC 2045, 6.7), so that no content can be taken for a boundary.
public struct MIMEBoundary: Sendable, Hashable, CustomStringConvertible {
  /// The most bytes: RFC 2046 allows 70 with what stands before.
  public static let maximumLength = 60

  /// The text.
  public let text: String

  /// Validates a boundary: letters, digits, `-`, `_` and `.`.
  ///
  /// - Throws: ``MailError`` when it holds anything else, nothing or too much.
  public init(_ text: String) throws(MailError) {
    let isBoundary = text.utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) }
    guard isBoundary, (1...Self.maximumLength).contains(text.utf8.count) else {
      throw MailError(
        .badBoundary,
        "the boundary \(HeaderRules.quoted(text)) is not one",
        remedy: "use at most \(Self.maximumLength) letters, digits, hyphens, underscores and dots"
      )
    }
    self.text = text
  }

  /// A boundary that no other message has.
  public init() { text = UUID().uuidString.lowercased() }

  /// The text.
  public var description: String { text }

  /// The boundary of a message's outer parts.
  var mixed: String { "=_m-\(text)" }
  /// The boundary between a text and its alternative; neither is the beginning of the other.
  var alternative: String { "=_a-\(text)" }
}
