/// Why a message could not be made or sent.
///
/// ## Topics
/// ### What happened
/// - ``Code``
/// - ``step``
/// - ``reply``
public struct MailError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: Sendable, Hashable {
    /// A value is empty.
    case empty
    /// A value is longer than its standard or this library allows.
    case tooLong
    /// A value holds a character that could end a header, or hide what a reader sees.
    case refusedCharacter
    /// An address is not one (RFC 5321, RFC 5322).
    case badAddress
    /// An address is of a kind that this library does not send to.
    case unsupportedAddress
    /// A file name cannot be attached.
    case badFileName
    /// A media type is not one, or may not be attached (RFC 2045, RFC 6838).
    case badMediaType
    /// A Message-ID is not one (RFC 5322).
    case badMessageID
    /// A boundary is not one (RFC 2046).
    case badBoundary
    /// A date cannot be written in a header.
    case badDate
    /// A message is addressed to nobody.
    case noRecipients
    /// GMime made no message, or one that may not be sent.
    case notComposed
    /// A server's URL cannot be used.
    case badServer
    /// A user name or password is missing or cannot be used.
    case badCredentials
    /// libcurl could not be set up.
    case library
    /// The host is not known or does not answer.
    case unreachable
    /// The server offers no STARTTLS, and nothing is sent in clear.
    case noStartTLS
    /// The server's certificate is not trusted.
    case untrustedCertificate
    /// An encrypted connection could not be made.
    case noEncryption
    /// The server refused the user name or password.
    case loginRefused
    /// The server refused every recipient.
    case recipientsRefused
    /// The message is larger than the server takes.
    case messageTooLarge
    /// The server refused a step for another reason.
    case refused
    /// The server did not answer in time.
    case timedOut
    /// The connection broke.
    case connectionLost
  }

  /// What went wrong.
  public var code: Code
  /// The option, the field or the server that it concerns.
  public var place: String?
  /// What was wrong.
  public var problem: String
  /// What can be done about it.
  public var remedy: String
  /// How far the sending came.
  public var step: SMTPStep?
  /// What the server answered.
  public var reply: SMTPReply?

  init(
    _ code: Code,
    place: String? = nil,
    _ problem: String,
    remedy: String,
    step: SMTPStep? = nil,
    reply: SMTPReply? = nil
  ) {
    self.code = code
    self.place = place
    self.problem = problem
    self.remedy = remedy
    self.step = step
    self.reply = reply
  }

  /// Place, problem and remedy on one line.
  public var description: String {
    let start = place.map { "\($0): " } ?? ""
    return "\(start)\(problem); \(remedy)"
  }

  /// The same error, said of a place: an option, a field.
  public func at(_ place: String) -> MailError {
    var error = self
    error.place = place
    return error
  }
}
