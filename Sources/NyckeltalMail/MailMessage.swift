public import Foundation

/// A message with a text, an alternative in HTML and files, of which all parts are known to be
/// sound before it is composed.
///
/// ```swift
/// var message = MailMessage(
///   from: try Mailbox("Arbetsmarknadskontoret <rapport@example.se>"),
///   to: [try Mailbox("Åsa Öberg <asa@example.se>")],
///   subject: try HeaderText("Tertialuppföljning 2015 · Tertial 1"),
///   text: summary
/// )
/// message.attachments = [try MailAttachment(name: "tertial-2015-1.xlsx", content: workbook)]
/// try message.bytes().write(to: file)
/// ```
///
/// ## Topics
/// ### Who
/// - ``from``
/// - ``to``
/// - ``cc``
/// - ``bcc``
/// - ``replyTo``
/// - ``envelope``
/// ### What
/// - ``subject``
/// - ``text``
/// - ``html``
/// - ``attachments``
/// ### Making it
/// - ``bytes()``
public struct MailMessage: Sendable, Hashable {
  /// Who it is from.
  public var from: Mailbox
  /// Who it is for.
  public var to: [Mailbox]
  /// Who gets a copy.
  public var cc: [Mailbox] = []
  /// Who gets a copy that no one else sees; they stand in the ``envelope`` alone.
  public var bcc: [Mailbox] = []
  /// Who answers go to, when not to the sender.
  public var replyTo: [Mailbox] = []
  /// The subject.
  public var subject: HeaderText
  /// The text, with lines ended in any way.
  public var text: String
  /// The same as a page, shown in place of the text by programs that can.
  public var html: String?
  /// The files.
  public var attachments: [MailAttachment] = []
  /// When it was written, to the second; written in UTC.
  public var date: Date
  /// What tells it from all other messages.
  public var messageID: MessageID
  /// What stands between its parts.
  public var boundary: MIMEBoundary

  /// Makes a message; the same date, Message-ID and boundary give the same bytes.
  ///
  /// - Parameters:
  ///   - from: Who it is from.
  ///   - to: Who it is for.
  ///   - subject: The subject.
  ///   - text: The text.
  ///   - date: When it was written; now when left out.
  ///   - messageID: What tells it from others; made when left out.
  ///   - boundary: What stands between its parts; made when left out.
  public init(
    from: Mailbox,
    to: [Mailbox],
    subject: HeaderText,
    text: String,
    date: Date = Date(),
    messageID: MessageID? = nil,
    boundary: MIMEBoundary = MIMEBoundary()
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.date = date
    self.messageID = messageID ?? MessageID(uniqueFor: from.address)
    self.boundary = boundary
  }

  /// Who a server is told that the message is from and for.
  public var envelope: MailEnvelope {
    MailEnvelope(sender: from.address, recipients: (to + cc + bcc).map(\.address))
  }

  /// The message as it is stored and sent (RFC 5322, RFC 2045): 7-bit bytes in lines that end in
  /// CRLF.
  ///
  /// - Throws: ``MailError`` when it is for nobody, its date cannot be written, or a text holds a
  ///   NUL character.
  public func bytes() throws(MailError) -> Data {
    if envelope.recipients.isEmpty {
      throw MailError(.noRecipients, "the message is for nobody", remedy: "name a recipient")
    }
    return try MessageComposer(message: self).compose()
  }
}

/// Who a server is told that a message is from and for (RFC 5321, 2.3.1).
public struct MailEnvelope: Sendable, Hashable {
  /// Who gets the message back when it cannot be delivered.
  public let sender: EmailAddress
  /// Everyone the message goes to, each once.
  public let recipients: [EmailAddress]

  /// Makes an envelope; an address that comes again is left out.
  public init(sender: EmailAddress, recipients: [EmailAddress]) {
    self.sender = sender
    var seen: Set<String> = []
    // RFC 5321, 2.4: a local part may tell upper from lower case, a domain does not.
    self.recipients = recipients.filter {
      seen.insert("\($0.localPart)@\($0.domain.lowercased())").inserted
    }
  }
}
