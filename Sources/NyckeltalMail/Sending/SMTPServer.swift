import Foundation

/// A server that takes messages: `smtp://mail.example.se:587` or `smtps://mail.example.se`.
///
/// Nothing is sent in clear to another machine: `smtp` demands STARTTLS (RFC 3207) except to the
/// loopback address, where it takes it when it is offered; `smtps` is encrypted at once (RFC 8314).
/// A password goes in clear to nobody, this machine included.
public struct SMTPServer: Sendable, Hashable, CustomStringConvertible {
  /// When the connection is encrypted.
  public enum Security: Sendable, Hashable {
    /// By STARTTLS, or nothing is sent.
    case startTLS
    /// By STARTTLS where the server offers it; for the loopback address.
    case startTLSWhenOffered
    /// At once.
    case implicitTLS
  }

  /// The host's name or address.
  public let host: String
  /// The port, 587 for `smtp` and 465 for `smtps` when the URL names none.
  public let port: Int
  /// When the connection is encrypted.
  public var security: Security
  /// The user name that the URL holds.
  public let user: String?

  /// Reads a URL: `smtp://host`, `smtp://user@host:587`, `smtps://host`.
  ///
  /// - Throws: ``MailError`` when it is none, or holds a password: those who look at the machine's
  ///   processes or its shell's history would see it.
  public init(url text: String) throws(MailError) {
    try HeaderRules.checkCharacters(text, what: "the server's URL")
    guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
      let scheme = parts.scheme?.lowercased(), ["smtp", "smtps"].contains(scheme),
      let urlHost = parts.host, !urlHost.isEmpty
    else {
      throw Self.bad(text, "is not one of a mail server")
    }
    if parts.password != nil {
      throw MailError(
        .badServer,
        "the server's URL holds a password, which others on this machine can see",
        remedy: "leave it out, and give it in an environment variable or a file"
      )
    }
    guard ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil else {
      throw Self.bad(text, "has something behind the host")
    }
    host = try Self.host(urlHost, of: text)
    let isEncrypted = scheme == "smtps"
    port = parts.port ?? (isEncrypted ? 465 : 587)
    guard (1...65_535).contains(port) else { throw Self.bad(text, "has a port that is none") }
    user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
    if let user { try HeaderRules.checkCharacters(user, what: "the user name") }
    security =
      isEncrypted ? .implicitTLS : Self.isLoopback(host) ? .startTLSWhenOffered : .startTLS
  }

  /// The URL without the user name.
  public var description: String {
    let scheme = security == .implicitTLS ? "smtps" : "smtp"
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  private static func host(_ name: String, of text: String) throws(MailError) -> String {
    let bare =
      name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
    var address = in6_addr()
    var number = in_addr()
    if inet_pton(AF_INET6, bare, &address) == 1 || inet_pton(AF_INET, bare, &number) == 1 {
      return bare
    }
    return try DomainName.ascii(name, of: text)
  }

  private static func isLoopback(_ host: String) -> Bool {
    var number = in_addr()
    if inet_pton(AF_INET, host, &number) == 1 {
      return UInt32(bigEndian: number.s_addr) >> 24 == 127
    }
    var address = in6_addr()
    if inet_pton(AF_INET6, host, &address) == 1 {
      return withUnsafeBytes(of: address) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
    }
    return host.lowercased() == "localhost"
  }

  private static func bad(_ text: String, _ reason: String) -> MailError {
    // What stands before an @ may be a password.
    let shown = text.contains("@") ? "" : " \(HeaderRules.quoted(text))"
    return MailError(
      .badServer,
      "the server's URL\(shown) \(reason)",
      remedy: "write it as smtp://mail.example.se:587 or smtps://mail.example.se"
    )
  }
}
