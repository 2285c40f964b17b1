/// What a server answered (RFC 5321, 4.2).
public struct SMTPReply: Sendable, Hashable, CustomStringConvertible {
  /// The reply's number: 250 done, 4xx not now, 5xx no.
  public let code: Int
  /// What it says.
  public let text: String

  /// Makes a reply.
  public init(code: Int, text: String) {
    self.code = code
    self.text = text
  }

  /// RFC 5321, 4.2.1: the same may be accepted later.
  public var isTemporary: Bool { (400..<500).contains(code) }
  /// Whether the server said no, for now or for good.
  public var isRefusal: Bool { code >= 400 }

  /// Number and text.
  public var description: String { text.isEmpty ? "\(code)" : "\(code) \(text)" }
}

/// The steps of sending, in order.
public enum SMTPStep: String, Sendable, Hashable, CaseIterable {
  /// Reaching the host and waiting for its greeting.
  case connect
  /// Telling who one is (`EHLO`).
  case hello
  /// Agreeing on encryption (`STARTTLS`, or at once).
  case encrypt
  /// Logging in (`AUTH`).
  case logIn
  /// Naming the sender (`MAIL FROM`).
  case sender
  /// Naming a recipient (`RCPT TO`).
  case recipient
  /// Asking to send the message (`DATA`).
  case data
  /// Sending the message and waiting until it is accepted.
  case message

  /// The step as errors name it.
  public var name: String {
    switch self {
    case .connect: "connecting"
    case .hello: "the greeting (EHLO)"
    case .encrypt: "the encryption (TLS)"
    case .logIn: "the login (AUTH)"
    case .sender: "naming the sender (MAIL FROM)"
    case .recipient: "naming the recipients (RCPT TO)"
    case .data: "announcing the message (DATA)"
    case .message: "sending the message"
    }
  }
}
