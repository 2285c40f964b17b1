import ArgumentParser
import Foundation
import Nyckeltal
import NyckeltalMail

/// Options of sending, which `mail` and `report` share.
struct SendingOptions: ParsableArguments {
  @Option(help: "A server to send it through, smtp://user@host:587 or smtps://host.")
  var smtp: String?

  @Option(help: "The user name, when the URL does not hold it.")
  var smtpUser: String?

  @Option(help: "The environment variable that holds the password.")
  var smtpPasswordVariable = PasswordVariable.usual

  @Option(help: "A file whose first line is the password.")
  var smtpPasswordFile: String?

  @Flag(help: "Let the password go in clear to this machine itself, to a server without TLS.")
  var smtpClearLogin = false

  @Option(help: "Certificates (PEM) of the authorities to trust, in place of the system's.")
  var caFile: String?

  @Option(help: "Seconds that the server may take to answer.")
  var timeout = 120

  @Option(help: "How often it is tried again when the server says 4xx, not now.")
  var retries = 2

  @Option(help: "Seconds before it is tried again; twice as many each time.")
  var retryDelay = 10

  @Flag(help: "Say what would be stored and sent, and do neither.")
  var dryRun = false

  func check() throws {
    PasswordVariable.take(smtpPasswordVariable)
    guard (1...3_600).contains(timeout), (0...20).contains(retries),
      (0...3_600).contains(retryDelay)
    else {
      throw ValidationError("--timeout takes 1–3600, --retries 0–20, --retry-delay 0–3600")
    }
  }

  /// What sends, when a server is named.
  func client() throws(MailError) -> SMTPClient? {
    guard let smtp else { return nil }
    var client: SMTPClient
    do {
      client = SMTPClient(server: try SMTPServer(url: smtp))
    } catch {
      throw error.at("--smtp")
    }
    if let user = smtpUser ?? client.server.user {
      let password =
        if let file = smtpPasswordFile {
          try Self.password(inFile: file)
        } else {
          try SMTPPassword(
            variable: smtpPasswordVariable,
            of: PasswordVariable.taken(smtpPasswordVariable)
          )
        }
      client.credentials = try SMTPCredentials(user: user, password: password)
    }
    client.allowsClearLogin = smtpClearLogin
    client.certificateAuthorities = caFile.map { URL(fileURLWithPath: $0) }
    client.timeouts = SMTPTimeouts(
      connect: min(timeout, 30),
      reply: timeout,
      total: timeout * 8
    )
    client.retries = SMTPRetries(attempts: retries + 1, delay: .seconds(retryDelay))
    return client
  }
}

extension SendingOptions {
  private static func password(inFile path: String) throws(MailError) -> SMTPPassword {
    let file = URL(fileURLWithPath: path)
    let password = try SMTPPassword(file: file)
    if SMTPPassword.isOpenToOthers(file) {
      Terminal.print(error: "\(path): others can read the password; chmod 600 keeps them out")
    }
    return password
  }
}

/// Stores and sends a message, the same bytes to each.
struct MailDispatch {
  let message: MailMessage
  let outputs: [String]
  let sending: SendingOptions
  let quiet: Bool
  /// Why it is not sent although a server is named.
  var hindrance: String?

  func run() throws {
    let client = try sending.client()
    let bytes = try message.bytes()
    if sending.dryRun {
      return try Terminal.write(Array(ShownText.shown(plan(bytes, client)).utf8))
    }
    for path in outputs {
      if path == InputFiles.standardInput {
        try Terminal.write(Array(bytes))
        continue
      }
      // a message has its hidden recipients nowhere, but what it says is its owner's
      try OutputFile.write(Array(bytes), to: path, isPrivate: true)
      say("wrote \(path)")
    }
    guard let client else { return }
    if let hindrance {
      Terminal.print(error: "not sent: \(hindrance)")
      throw ExitCode(3)
    }
    let delivery = try client.send(bytes, envelope: message.envelope)
    for recipient in delivery.recipients {
      switch recipient.outcome {
      case .accepted: say("\(client.server): \(recipient.address) accepted")
      case .refused(let reply):
        Terminal.print(
          error: "\(client.server): \(recipient.address) refused: \(reply); check the address"
        )
      }
    }
    if !delivery.refused.isEmpty { throw ExitCode(3) }
  }

  private func say(_ text: String) { if !quiet { Terminal.print(error: text) } }

  /// What would be done, with every recipient.
  private func plan(_ bytes: Data, _ client: SMTPClient?) -> String {
    var lines = [("from", "\(message.from)"), ("subject", "\(message.subject)")]
    lines += [("to", message.to), ("cc", message.cc), ("bcc", message.bcc)]
      .flatMap { name, people in people.map { (name, "\($0)") } }
    lines += message.replyTo.map { ("reply to", "\($0)") }
    lines += message.attachments.map {
      ("file", "\($0.name) (\($0.type), \($0.content.count) bytes)")
    }
    lines.append(("size", "\(bytes.count) bytes"))
    lines += outputs.map { ("would write", $0) }
    if let client { lines.append(("would send", Self.way(client))) }
    if let hindrance { lines.append(("not sent", hindrance)) }
    return lines.map { name, value in
      name + String(repeating: " ", count: max(1, 13 - name.count)) + value + "\n"
    }.joined()
  }

  private static func way(_ client: SMTPClient) -> String {
    let security =
      switch client.server.security {
      case .startTLS: "STARTTLS demanded"
      case .startTLSWhenOffered:
        client.credentials == nil || client.allowsClearLogin
          ? "loopback, STARTTLS when offered" : "STARTTLS demanded"
      case .implicitTLS: "TLS"
      }
    let user = client.credentials.map { ", as \($0.user)" } ?? ", without login"
    return "\(client.server) (\(security)\(user))"
  }
}
