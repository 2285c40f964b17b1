/// One address that a message goes to or comes from: `asa.oberg@malmo.se` (RFC 5321, 4.1.2
/// "Mailbox"; RFC 5322, 3.4.1 "addr-spec").
///
/// The local part is a dot-atom. A domain with letters beyond ASCII (`malmö.se`) is turned into its
/// ASCII form (RFC 5891). Refused are quoted local parts, which RFC 5321 advises against, local
/// parts beyond ASCII, which need servers with SMTPUTF8 (RFC 6531), and address literals.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
  /// What stands before the `@`.
  public let localPart: String
  /// What stands after it, in ASCII.
  public let domain: String

  /// Validates an address.
  ///
  /// - Throws: ``MailError`` that says what is wrong with it.
  public init(_ text: String) throws(MailError) {
    try HeaderRules.checkCharacters(text, what: "the address")
    if text.isEmpty {
      throw MailError(.empty, "the address is empty", remedy: "write it as name@example.se")
    }
    if text.hasPrefix("\"") {
      throw MailError(
        .unsupportedAddress,
        "the address \(HeaderRules.quoted(text)) has a quoted local part",
        remedy: "use an address without quotes"
      )
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count > 2 || text.contains(where: { ",; ".contains($0) }) {
      throw MailError(
        .badAddress,
        "\(HeaderRules.quoted(text)) is not one address",
        remedy: "give each address in an option or value of its own"
      )
    }
    guard parts.count == 2 else {
      throw Self.bad(text, "has no @")
    }
    localPart = try Self.localPart(String(parts[0]), of: text)
    domain = try DomainName.ascii(String(parts[1]), of: text)
    // RFC 5321, 4.5.3.1.3: a path has at most 256 octets, with its angle brackets.
    if localPart.utf8.count + 1 + domain.utf8.count > 254 {
      throw MailError(
        .tooLong,
        "the address \(HeaderRules.quoted(text)) is longer than 254 bytes",
        remedy: "check it"
      )
    }
  }

  /// The address in ASCII, as a server gets it.
  public var description: String { "\(localPart)@\(domain)" }

  private static func localPart(_ local: String, of text: String) throws(MailError) -> String {
    if !local.utf8.allSatisfy({ $0 < 0x80 }) {
      throw MailError(
        .unsupportedAddress,
        "the address \(HeaderRules.quoted(text)) has letters beyond a–z before its @",
        remedy: "use the recipient's address in ASCII, which most have (asa@ for åsa@)"
      )
    }
    guard local.isDotAtom else {
      throw bad(text, "has something before its @ that an address cannot have (RFC 5322, 3.2.3)")
    }
    // RFC 5321, 4.5.3.1.1
    if local.utf8.count > 64 {
      throw MailError(
        .tooLong,
        "the address \(HeaderRules.quoted(text)) has more than 64 bytes before its @",
        remedy: "check it"
      )
    }
    return local
  }

  static func bad(_ text: String, _ reason: String) -> MailError {
    MailError(
      .badAddress,
      "the address \(HeaderRules.quoted(text)) \(reason)",
      remedy: "write it as name@example.se"
    )
  }
}
