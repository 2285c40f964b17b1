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
    guard Self.isTime(text), let date = try? Date(text, strategy: .iso8601) else {
      throw MailOptionError(
        place: "\(prefix)date",
        problem: "\(text) is not a time",
        remedy: "write it as 2015-05-07T12:00:00Z"
      )
    }
    return date
  }
}

extension MessageDraft {
  /// Whether a text names a day and a time that there are: Foundation takes 25:61:61 for the next
  /// day's.
  static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, case .day? = Period(String(parts[0])) else { return false }
    let clock = parts[1].prefix { $0.isWholeNumber || $0 == ":" }
    let zone = parts[1].dropFirst(clock.count)
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ $0.utf8.count == 2 }) else { return false }
    let values = numbers.compactMap { Int($0) }
    guard values.count == 3, values[0] < 24, values[1] < 60, values[2] < 60 else { return false }
    if zone == "Z" { return true }
    let offset = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    let digits = offset.joined()
    guard "+-".contains(zone.prefix(1)), digits.utf8.count == 4, let number = Int(digits) else {
      return false
    }
    return number / 100 <= 14 && number % 100 < 60
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
