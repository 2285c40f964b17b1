internal import CCurl

/// What was said in one attempt: the steps, and the server's replies.
///
/// What this side says is looked at only for the step it begins; nothing of it is kept, since some
/// of it is the password.
final class SMTPConversation {
  /// The step that was being taken last.
  private(set) var step = SMTPStep.connect
  /// The whole reply to what was said last; none while it is awaited.
  private(set) var lastReply: SMTPReply?
  /// The replies to the recipients, in the order in which they were named.
  private(set) var recipientReplies: [SMTPReply] = []

  /// Whether the server said that the login is done (RFC 4954, 4: 235).
  private(set) var isLoggedIn = false

  private var lines: [Substring] = []
  private var hasEnded = false
  /// What no reply may show: the password, as it is and as it is sent.
  private let secrets: [String]

  /// Begins a conversation.
  ///
  /// - Parameter secrets: What is left out of replies, a server may repeat what it was told.
  init(secrets: [String] = []) { self.secrets = secrets }

  /// Hears a piece of the conversation.
  func hear(_ type: curl_infotype, _ text: String) {
    // What is said in taking leave changes nothing.
    if hasEnded { return }
    switch type {
    case CURLINFO_HEADER_OUT: hearCommand(text)
    case CURLINFO_HEADER_IN:
      for line in text.split(whereSeparator: \.isNewline) { hearReply(line) }
    default: break
    }
  }

  private func hearCommand(_ text: String) {
    // RFC 4954, 4: after 334 comes no command but a piece of the login.
    if step == .logIn, lastReply?.code == 334 { return }
    let verb = text.prefix { !$0.isWhitespace }.uppercased()
    if verb == "QUIT" {
      hasEnded = true
      return
    }
    lines = []
    lastReply = nil
    switch verb {
    case "EHLO", "HELO": step = .hello
    case "STARTTLS": step = .encrypt
    case "AUTH": step = .logIn
    case "MAIL": step = .sender
    case "RCPT": step = .recipient
    case "DATA": step = .data
    default: break
    }
  }

  /// RFC 5321, 4.2.1: lines with a hyphen after the number go on.
  private func hearReply(_ line: Substring) {
    guard line.count >= 3, let code = Int(line.prefix(3)) else { return }
    lines.append(line.dropFirst(4))
    if line.dropFirst(3).first == "-" { return }
    let reply = SMTPReply(code: code, text: readable(lines))
    lines = []
    lastReply = reply
    if step == .logIn, code == 235 { isLoggedIn = true }
    switch step {
    case .recipient: recipientReplies.append(reply)
    case .data where code == 354: step = .message
    default: break
    }
  }

  /// On one line, without control characters, of a length that an error bears.
  private func readable(_ lines: [Substring]) -> String {
    let shown = secrets.reduce(lines.joined(separator: " ")) { text, secret in
      text.replacing(secret, with: "(password)")
    }
    let text = shown.unicodeScalars.filter {
      $0.value >= 0x20 && $0.properties.generalCategory != .control && !$0.properties.isBidiControl
    }
    return String(String.UnicodeScalarView(text.prefix(300)))
  }
}
