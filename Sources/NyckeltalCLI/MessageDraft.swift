import Foundation
public import Nyckeltal
public import NyckeltalMail

/// A message as its options say it; made into a message, it is known to be sound.
struct MessageDraft {
  /// What the options' names begin with, for errors.
  let prefix: String
  let from: String
  let subject: String
  var to: [String] = []
  var cc: [String] = []
  var bcc: [String] = []
  var replyTo: String?
  var date: String?
  var messageID: String?
  var boundary: String?
  var text = ""
  var html: String?
  var attachments: [MailAttachment] = []

  init(prefix: String, from: String, subject: String) {
    self.prefix = prefix
    self.from = from
    self.subject = subject
  }

  func message() throws -> MailMessage {
    var message = MailMessage(
      from: try value("from") { () throws(MailError) in try Mailbox(from) },
      to: try mailboxes("to", to),
      subject: try value("subject") { () throws(MailError) in try HeaderText(subject) },
      text: text
    )
    message.cc = try mailboxes("cc", cc)
    message.bcc = try mailboxes("bcc", bcc)
    message.replyTo = try mailboxes("reply-to", replyTo.map { [$0] } ?? [])
    message.html = html
    message.attachments = attachments
    if let date { message.date = try day(date) }
    if let id = messageID {
      message.messageID = try value("message-id") { () throws(MailError) in try MessageID(id) }
    }
    if let text = boundary {
      message.boundary = try value("boundary") { () throws(MailError) in try MIMEBoundary(text) }
    }
    return message
  }

  private func mailboxes(_ name: String, _ texts: [String]) throws(MailError) -> [Mailbox] {
    var mailboxes: [Mailbox] = []
    for text in texts {
      mailboxes.append(try value(name) { () throws(MailError) in try Mailbox(text) })
    }
    return mailboxes
  }

  /// A value, or an error that names its option.
  private func value<Value>(
    _ name: String,
    _ make: () throws(MailError) -> Value
  ) throws(MailError) -> Value {
    do {
      return try make()
    } catch {
      throw error.at(prefix + name)
    }
  }

  private func day(_ text: String) throws -> Date {
    guard let date = try? Date(text, strategy: .iso8601) else {
      throw MailOptionError(
        place: "\(prefix)date",
        problem: "\(text) is not a time",
        remedy: "write it as 2015-05-07T12:00:00Z"
      )
    }
    return date
  }
}

/// Why an option of a message cannot be used.
struct MailOptionError: Failure {
  let place: String?
  let problem: String
  let remedy: String
}

/// Errors of mail are printed as all others.
extension MailError: Failure {}
