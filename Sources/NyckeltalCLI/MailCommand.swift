import ArgumentParser
import Foundation
import Nyckeltal
import NyckeltalMail

struct MailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Make a message with files attached, and store or send it.",
    discussion: """
      An address is written as name@example.se or "Åsa Öberg <name@example.se>". Recipients of \
      --bcc stand nowhere in the message. The same --date, --message-id and --boundary give the \
      same bytes.
      """
  )

  @Option(help: "Who it is from.")
  var from: String

  @Option(parsing: .upToNextOption, help: "Who it is for.")
  var to: [String] = []

  @Option(parsing: .upToNextOption, help: "Who gets a copy.")
  var cc: [String] = []

  @Option(parsing: .upToNextOption, help: "Who gets a copy that the others do not see.")
  var bcc: [String] = []

  @Option(help: "Who answers go to.")
  var replyTo: String?

  @Option(help: "The subject.")
  var subject: String

  @Option(help: "The text, a file in UTF-8; - for standard input.")
  var body: String?

  @Option(help: "The same as a page, a file in UTF-8.")
  var html: String?

  @Option(parsing: .upToNextOption, help: "The files to attach.")
  var attach: [String] = []

  @Option(help: "A file to write the message to (.eml); - prints it.")
  var output: String?

  @Option(help: "When it was written, 2015-05-07T12:00:00Z; now when left out.")
  var date: String?

  @Option(help: "What tells the message from all others; made when left out.")
  var messageID: String?

  @Option(help: "What stands between its parts; made when left out.")
  var boundary: String?

  @OptionGroup var sending: SendingOptions

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if to.isEmpty, cc.isEmpty, bcc.isEmpty { throw ValidationError("give at least one --to A") }
    if output == nil, sending.smtp == nil {
      throw ValidationError("give --output FILE.eml, --smtp URL or both")
    }
    try sending.check()
  }

  func run() throws {
    try reportingFailures {
      try OutputFile.check(
        output.flatMap { $0 == InputFiles.standardInput ? nil : [$0] } ?? [],
        inputs: attach + [body, html, sending.smtpPasswordFile, sending.caFile].compactMap(\.self)
      )
      var draft = MessageDraft(prefix: "--", from: from, subject: subject)
      draft.to = to
      draft.cc = cc
      draft.bcc = bcc
      draft.replyTo = replyTo
      draft.date = date
      draft.messageID = messageID
      draft.boundary = boundary
      draft.text = try body.map(Self.text) ?? ""
      draft.html = try html.map(Self.text)
      draft.attachments = try attach.map(Self.attachment)
      let dispatch = MailDispatch(
        message: try draft.message(),
        outputs: output.map { [$0] } ?? [],
        sending: sending,
        quiet: quiet
      )
      try dispatch.run()
    }
  }

  private static func text(_ path: String) throws -> String {
    let bytes = try InputFiles.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw MailOptionError(place: path, problem: "the file is not in UTF-8", remedy: "convert it")
    }
    // A byte order mark is no part of the text.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func attachment(_ path: String) throws -> MailAttachment {
    let content = Data(try InputFiles.read(path))
    do {
      return try MailAttachment(name: InputFiles.name(of: path), content: content)
    } catch {
      throw error.at(path)
    }
  }
}
