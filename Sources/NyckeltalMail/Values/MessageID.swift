import Foundation

/// The name that tells a message from all others: `5f2c@example.se` (RFC 5322, 3.6.4 "msg-id").
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
  /// The most bytes.
  public static let maximumLength = 250

  /// The name without its angle brackets.
  public let text: String

  /// Validates a name, with angle brackets or without.
  ///
  /// - Throws: ``MailError`` when it is none.
  public init(_ text: String) throws(MailError) {
    try HeaderRules.checkCharacters(text, what: "the Message-ID")
    let inner = text.hasPrefix("<") && text.hasSuffix(">") ? text.dropFirst().dropLast() : text[...]
    let sides = inner.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy(\.isDotAtom) else {
      throw MailError(
        .badMessageID,
        "the Message-ID \(HeaderRules.quoted(text)) is not one (RFC 5322, 3.6.4)",
        remedy: "write it as 2015-1@example.se"
      )
    }
    if inner.utf8.count > Self.maximumLength {
      throw MailError(
        .tooLong,
        "the Message-ID is \(inner.utf8.count) bytes long, and \(Self.maximumLength) is the most",
        remedy: "shorten it"
      )
    }
    self.text = String(inner)
  }

  /// A name that no other message has.
  ///
  /// - Parameter sender: The address that the message comes from, whose domain the name takes.
  public init(uniqueFor sender: EmailAddress) {
    // A domain of 253 bytes leaves no room.
    let domain = sender.domain.utf8.count <= 200 ? sender.domain : "nyckeltal.invalid"
    text = "\(UUID().uuidString.lowercased())@\(domain)"
  }

  /// The name without its angle brackets.
  public var description: String { text }
}
