public import Foundation

/// Hands messages to a server, through libcurl (RFC 5321).
///
/// ```swift
/// var client = SMTPClient(server: try SMTPServer(url: "smtp://mail.example.se:587"))
/// client.credentials = try SMTPCredentials(
///   user: "rapport", password: SMTPPassword(variable: "NYCKELTAL_SMTP_PASSWORD"))
/// for refused in try client.send(message).refused { print(refused.address, refused.reply) }
/// ```
///
/// A call waits until the server has answered; call it from a thread that may wait.
public struct SMTPClient: Sendable {
  /// The server.
  public var server: SMTPServer
  /// Who logs in; nobody when left out.
  public var credentials: SMTPCredentials?
  /// Whether a password may go in clear to this machine itself, to a server without TLS.
  public var allowsClearLogin = false
  /// Certificates in PEM of the authorities to trust, in place of the system's.
  public var certificateAuthorities: URL?
  /// How long the server may take.
  public var timeouts = SMTPTimeouts()
  /// How often a temporary refusal is tried again.
  public var retries = SMTPRetries()

  /// Makes a client.
  public init(server: SMTPServer) { self.server = server }

  /// Sends a message to everyone in its envelope.
  ///
  /// - Returns: What became of it for each recipient; at least one was accepted.
  /// - Throws: ``MailError`` when the message could not be composed, or nobody got it.
  @discardableResult
  public func send(_ message: MailMessage) throws(MailError) -> MailDelivery {
    try send(message.bytes(), envelope: message.envelope)
  }

  /// Sends a composed message as it is.
  ///
  /// - Parameters:
  ///   - bytes: The message, as ``MailMessage/bytes()`` gives it.
  ///   - envelope: Who it is from and for, whatever the message says.
  /// - Returns: What became of it for each recipient; at least one was accepted.
  /// - Throws: ``MailError`` when nobody got it.
  @discardableResult
  public func send(_ bytes: Data, envelope: MailEnvelope) throws(MailError) -> MailDelivery {
    try MessageFormat.check(bytes)
    if envelope.recipients.isEmpty {
      throw MailError(.noRecipients, "the message is for nobody", remedy: "name a recipient")
    }
    if server.user != nil, credentials == nil {
      throw MailError(
        .badCredentials,
        place: "\(server)",
        "there is a user name but no password",
        remedy: "give the password in an environment variable or a file"
      )
    }
    var outcomes: [EmailAddress: MailDelivery.Outcome] = [:]
    var pending = envelope.recipients
    var attempt = 1
    while true {
      let result = try SMTPTransfer(
        client: self,
        sender: envelope.sender,
        recipients: pending,
        bytes: bytes
      )
      .run()
      pending = note(result, of: pending, in: &outcomes)
      if !pending.isEmpty, attempt < retries.attempts {
        Thread.sleep(forTimeInterval: retries.wait(after: attempt))
        attempt += 1
        continue
      }
      if outcomes.values.contains(.accepted) { break }
      let delivery = MailDelivery(of: envelope, outcomes, attempts: attempt)
      var error = SMTPFailure(server: server, delivery: delivery, result: result).error
      if attempt > 1 { error.problem += " (after \(attempt) attempts)" }
      throw error
    }
    return MailDelivery(of: envelope, outcomes, attempts: attempt)
  }

  /// Notes what the server answered; what is left was refused for now only.
  private func note(
    _ result: SMTPTransfer.Result,
    of tried: [EmailAddress],
    in outcomes: inout [EmailAddress: MailDelivery.Outcome]
  ) -> [EmailAddress] {
    // A stalled or broken connection says nothing.
    guard result.isAnswered else { return [] }
    let replies = result.conversation.recipientReplies
    return tried.enumerated().filter { index, address in
      let own = replies.indices.contains(index) && replies[index].isRefusal ? replies[index] : nil
      // What stopped the message stopped it for all who had been accepted.
      let reply = own ?? (result.isTaken ? nil : result.conversation.lastReply)
      outcomes[address] = reply.map { .refused($0) } ?? .accepted
      return reply?.isTemporary == true
    }.map(\.element)
  }
}

extension MailDelivery {
  fileprivate init(of envelope: MailEnvelope, _ outcomes: [EmailAddress: Outcome], attempts: Int) {
    recipients = envelope.recipients.compactMap { address in
      outcomes[address].map { Recipient(address: address, outcome: $0) }
    }
    self.attempts = attempts
  }
}

extension SMTPRetries {
  /// Seconds to wait after an attempt that was refused for now.
  func wait(after attempt: Int) -> TimeInterval {
    let first = Double(delay.components.seconds) + Double(delay.components.attoseconds) * 1e-18
    return first * Double(1 << min(attempt - 1, 10))
  }
}
