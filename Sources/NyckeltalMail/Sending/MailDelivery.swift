/// What became of a message, recipient by recipient.
public struct MailDelivery: Sendable, Hashable {
  /// What became of it for one recipient.
  public enum Outcome: Sendable, Hashable {
    /// The server took it and answers for it from now on.
    case accepted
    /// The server did not take it.
    case refused(SMTPReply)
  }

  /// One recipient.
  public struct Recipient: Sendable, Hashable {
    /// The address.
    public let address: EmailAddress
    /// What became of it.
    public let outcome: Outcome
  }

  /// Everyone in the envelope, in its order.
  public let recipients: [Recipient]
  /// How many times the server was called.
  public let attempts: Int

  /// Those whom the server did not take it for, with its answers.
  public var refused: [(address: EmailAddress, reply: SMTPReply)] {
    recipients.compactMap {
      if case .refused(let reply) = $0.outcome { (address: $0.address, reply: reply) } else { nil }
    }
  }
}

/// How often a message is offered again when a server says "not now" (RFC 5321, 4.5.4.1).
///
/// Only a temporary refusal (4xx) is tried again: after a broken connection a message may have been
/// taken, and would come twice.
public struct SMTPRetries: Sendable, Hashable {
  /// How many times the message is offered at most.
  public var attempts: Int
  /// How long the first wait is; each of the next is twice as long.
  public var delay: Duration

  /// Makes a rule.
  public init(attempts: Int = 3, delay: Duration = .seconds(10)) {
    self.attempts = max(1, attempts)
    self.delay = delay
  }
}

/// How long a server may take.
public struct SMTPTimeouts: Sendable, Hashable {
  /// To connect, in seconds.
  public var connect: Int
  /// To answer a command, in seconds.
  public var reply: Int
  /// For everything, in seconds.
  public var total: Int

  /// Makes limits, each of at least a second.
  public init(connect: Int = 30, reply: Int = 120, total: Int = 900) {
    self.connect = max(1, connect)
    self.reply = max(1, reply)
    self.total = max(1, total)
  }
}
