import ArgumentParser
import Foundation
import Nyckeltal
import NyckeltalMail

/// Options of a report that goes by mail.
struct ReportMailOptions: ParsableArguments {
  @Option(help: "Who the message is from; with --output FILE.eml or --smtp URL.")
  var mailFrom: String?

  @Option(parsing: .upToNextOption, help: "Who the message is for.")
  var mailTo: [String] = []

  @Option(parsing: .upToNextOption, help: "Who gets a copy.")
  var mailCC: [String] = []

  @Option(parsing: .upToNextOption, help: "Who gets a copy that the others do not see.")
  var mailBCC: [String] = []

  @Option(help: "Who answers go to.")
  var mailReplyTo: String?

  @Option(help: "The subject; the report's title when left out.")
  var mailSubject: String?

  @Option(help: "When it was written, 2015-05-07T12:00:00Z; now when left out.")
  var mailDate: String?

  @Option(help: "What tells the message from all others; made when left out.")
  var mailMessageID: String?

  @Option(help: "What stands between its parts; made when left out.")
  var mailBoundary: String?

  @OptionGroup var sending: SendingOptions

  /// Whether a file is one of a message.
  static func isMessage(_ path: String) -> Bool { path.lowercased().hasSuffix(".eml") }

  /// Checks that a message that is asked for can be made, and that none is asked for by half.
  func check(outputs: [String], printsMessage: Bool) throws {
    try sending.check()
    let isAskedFor =
      printsMessage || outputs.contains(where: Self.isMessage) || sending.smtp != nil
    let hasRecipients = !(mailTo + mailCC + mailBCC).isEmpty
    if isAskedFor, mailFrom == nil || !hasRecipients {
      throw ValidationError("a message needs --mail-from A and --mail-to A")
    }
    if !isAskedFor, mailFrom != nil || hasRecipients || sending.dryRun {
      throw ValidationError("--mail-to and --dry-run need --output FILE.eml or --smtp URL")
    }
  }

  /// The message of a report: its text, its page as the alternative, its workbook attached.
  func message(_ report: Report, outputs: [String]) throws -> MailMessage? {
    guard let mailFrom else { return nil }
    var draft = MessageDraft(
      prefix: "--mail-",
      from: mailFrom,
      subject: mailSubject ?? Self.subject(report)
    )
    draft.to = mailTo
    draft.cc = mailCC
    draft.bcc = mailBCC
    draft.replyTo = mailReplyTo
    draft.date = mailDate
    draft.messageID = mailMessageID
    draft.boundary = mailBoundary
    let output = ReportOutput()
    draft.text = String(decoding: try output.bytes(report, as: .txt), as: UTF8.self)
    draft.html = String(decoding: try output.bytes(report, as: .html), as: UTF8.self)
    draft.attachments = [
      try MailAttachment(
        name: Self.fileName(report, outputs: outputs),
        content: Data(try output.bytes(report, as: .xlsx))
      )
    ]
    return try draft.message()
  }

  /// Report and period; a title without a year is followed by the years that were reported on.
  private static func subject(_ report: Report) -> String {
    let periods = report.statements.compactMap(\.observation.period)
    guard !report.title.contains(where: \.isWholeNumber),
      let first = periods.map(\.firstYear).min(), let last = periods.map(\.lastYear).max()
    else { return report.title }
    return report.title + (first == last ? " \(first)" : " \(first)–\(last)")
  }

  /// The workbook's name: of the file that is written too, else after the report's title.
  private static func fileName(_ report: Report, outputs: [String]) -> String {
    if let path = outputs.first(where: { ReportOutput.Format(path: $0) == .xlsx }) {
      return InputFiles.name(of: path)
    }
    let title = String(report.title.prefix(80).map { "/\\<>:\"|?*".contains($0) ? "-" : $0 })
    let name = "\(title).xlsx"
    return (try? AttachmentName(name)) == nil ? "rapport.xlsx" : name
  }
}
