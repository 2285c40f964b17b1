import Foundation
import MailPeers
import NyckeltalMail
import Testing

/// Messages handed to a real server on the loopback address.
struct SMTPClientTests {
  private static let password = "hemligt-lösen 7"

  private static func logIn(_ client: inout SMTPClient, password: String = password) throws {
    client.credentials = try SMTPCredentials(user: "rapport", password: SMTPPassword(password))
  }

  private static func guarded() throws -> MailServer.Options {
    var options = try MailServer.Options.encrypted()
    options.user = "rapport"
    options.password = password
    return options
  }

  /// What may be seen of a conversation that was given up before it was encrypted.
  private static func isEmptyTalk(_ lines: [String]) -> Bool {
    lines.allSatisfy { $0.hasPrefix("EHLO ") || $0 == "STARTTLS" || $0 == "QUIT" }
  }

  // MARK: Logging in

  @Test func aLoginThatIsNotOfferedSendsNothing() throws {
    let server = try MailServer()
    var client = try server.client()
    try Self.logIn(&client)
    client.allowsClearLogin = true
    let message = try MessageFixture.message()
    let error = #expect(throws: MailError.self) { try client.send(message) }
    #expect(error?.code == .loginRefused)
    #expect(try server.messages.isEmpty)
    #expect(!String(decoding: server.wire, as: UTF8.self).contains("Subject"))
  }

  @Test func aPasswordGoesInClearToNobodyUnlessThatIsAskedFor() throws {
    var options = MailServer.Options()
    options.user = "rapport"
    options.password = Self.password
    let server = try MailServer(options)
    var client = try server.client()
    try Self.logIn(&client)
    let message = try MessageFixture.message()
    let error = #expect(throws: MailError.self) { try client.send(message) }
    #expect(error?.code == .noStartTLS)
    let wire = String(decoding: server.wire, as: UTF8.self).split(separator: "\r\n")
    #expect(Self.isEmptyTalk(wire.map(String.init)))
    client.allowsClearLogin = true
    try client.send(message)
    #expect(try server.messages == [message.bytes()])
  }

  // MARK: What arrives

  @Test(arguments: ["smtp", "smtps"])
  func theMessageArrivesByteForByte(_ scheme: String) throws {
    var options = try Self.guarded()
    options.implicit = scheme == "smtps"
    let server = try MailServer(options)
    var client = try server.client(scheme: scheme)
    try Self.logIn(&client)
    let message = try MessageFixture.message()
    let delivery = try client.send(message)
    #expect(delivery.attempts == 1)
    #expect(delivery.recipients.map(\.address) == message.envelope.recipients)
    #expect(delivery.refused.isEmpty)
    #expect(try server.messages == [message.bytes()])
    #expect(
      try server.envelopes == [
        MailServer.Envelope(
          sender: "asa.oberg@example.se",
          recipients: [
            "kansli@xn--malm-8qa.se", "per@example.se", "registrator@example.se",
            "lars@example.se", "hemlig@example.se",
          ]
        )
      ]
    )
    let wire = String(decoding: server.wire, as: UTF8.self)
    for secret in ["MAIL FROM", "AUTH", "example.se", "Subject", "hemligt"] {
      #expect(!wire.contains(secret))
    }
  }

  @Test func linesOfDotsArriveAsTheyAre() throws {
    let server = try MailServer()
    var message = try MessageFixture.message()
    message.html = nil
    message.attachments = []
    message.text = ".\n..\n...\n.\n\n.a\n\(String(repeating: ".\n", count: 20_000)).\n"
    try server.client().send(message)
    #expect(try server.messages == [message.bytes()])
  }

  @Test func anAddressIsOneCommand() throws {
    let addresses = HostileValueTests.values.compactMap { try? EmailAddress($0) }
    #expect(addresses.count > 5)
    let server = try MailServer()
    let message = try MessageFixture.message()
    let bytes = try message.bytes()
    for address in addresses {
      let envelope = MailEnvelope(sender: address, recipients: [address])
      try server.client().send(bytes, envelope: envelope)
    }
    #expect(
      try server.envelopes
        == addresses.map {
          MailServer.Envelope(sender: $0.description, recipients: [$0.description])
        }
    )
    for (command, count) in [("MAIL FROM:", addresses.count), ("RCPT TO:", addresses.count)] {
      #expect(server.wireLines.filter { $0.hasPrefix(command) }.count == count)
    }
    #expect(try server.messages.allSatisfy { $0 == bytes })
  }

  @Test func whatIsNoMessageIsNotSent() throws {
    let server = try MailServer()
    let envelope = try MessageFixture.message().envelope
    for text in ["a\nb\r\n", "a\r\n.\r\nMAIL FROM:<x@y.se>\n", "å\r\n", "a", "a\rb\r\n", "\0\r\n"] {
      #expect(throws: MailError.self) {
        try server.client().send(Data(text.utf8), envelope: envelope)
      }
    }
    #expect(server.wire.isEmpty)
  }

  // MARK: What is refused

  @Test func aWrongPasswordIsSaidAndNotShown() throws {
    let server = try MailServer(Self.guarded())
    var client = try server.client()
    try Self.logIn(&client, password: "fel-lösenord")
    let error = try #require(throws: MailError.self) { try client.send(MessageFixture.message()) }
    #expect(error.code == .loginRefused)
    #expect(error.step == .logIn)
    #expect(error.reply?.code == 535)
    #expect(error.place == "smtp://127.0.0.1:\(server.port)")
    #expect(!"\(error)".contains("fel-lösenord"))
    #expect(!String(reflecting: client).contains("fel-lösenord"))
    #expect(try server.messages.isEmpty)
  }

  @Test(arguments: ["smtp", "smtps"])
  func anUntrustedCertificateIsSaid(_ scheme: String) throws {
    var options = try Self.guarded()
    options.implicit = scheme == "smtps"
    let server = try MailServer(options)
    var client = try server.client(scheme: scheme)
    client.certificateAuthorities = nil
    try Self.logIn(&client)
    let error = try #require(throws: MailError.self) { try client.send(MessageFixture.message()) }
    #expect(error.code == .untrustedCertificate)
    #expect(error.step == .encrypt)
    #expect(!String(decoding: server.wire, as: UTF8.self).contains("MAIL"))
    #expect(try server.messages.isEmpty)
  }

  @Test func withoutSTARTTLSNothingIsSent() throws {
    let server = try MailServer()
    var client = try server.client(security: .startTLS)
    try Self.logIn(&client)
    let error = try #require(throws: MailError.self) { try client.send(MessageFixture.message()) }
    #expect(error.code == .noStartTLS)
    #expect(Self.isEmptyTalk(server.wireLines))
    #expect(try server.messages.isEmpty)
  }

  @Test func aPortWithoutTLSIsSaid() throws {
    let server = try MailServer()
    let client = try server.client(scheme: "smtps")
    let error = try #require(throws: MailError.self) { try client.send(MessageFixture.message()) }
    #expect(error.code == .noEncryption)
    #expect(try server.messages.isEmpty)
  }

  @Test func aRefusedRecipientStopsNoOneElse() throws {
    var options = try MailServer.Options.encrypted()
    options.refuse = ["per@example.se": "550 5.1.1 No such user"]
    let server = try MailServer(options)
    var message = try MessageFixture.message()
    message.cc = []
    message.bcc = []
    let delivery = try server.client().send(message)
    #expect(delivery.recipients.count == 3)
    #expect(delivery.refused.map(\.address.description) == ["per@example.se"])
    #expect(delivery.refused.first?.reply == SMTPReply(code: 550, text: "5.1.1 No such user"))
    #expect(try server.messages == [message.bytes()])
    #expect(
      try server.envelopes.first?.recipients == [
        "kansli@xn--malm-8qa.se", "registrator@example.se",
      ]
    )
  }

  @Test func whenAllAreRefusedEachIsNamed() throws {
    var options = MailServer.Options()
    options.refuse = [
      "per@example.se": "550 5.1.1 No such user", "kalle@example.se": "553 5.1.3 Bad address",
      "lisa@example.se": "450 4.2.1 Busy",
    ]
    let server = try MailServer(options)
    var message = try MessageFixture.message()
    message.to = try ["per", "kalle", "lisa"].map { try Mailbox("\($0)@example.se") }
    message.cc = []
    message.bcc = []
    let error = try #require(throws: MailError.self) { try server.client().send(message) }
    #expect(error.code == .recipientsRefused)
    #expect(error.step == .recipient)
    for part in [
      "per@example.se (550 5.1.1 No such user)", "kalle@example.se (553 5.1.3 Bad address)",
      "lisa@example.se (450 4.2.1 Busy)", "after 3 attempts",
    ] {
      #expect(error.problem.contains(part))
    }
  }

  @Test func aMessageThatIsTooLargeIsSaid() throws {
    let server = try MailServer(MailServer.Options(limit: 50_000))
    let error = try #require(throws: MailError.self) {
      try server.client().send(MessageFixture.message())
    }
    #expect(error.code == .messageTooLarge)
    #expect(error.reply?.code == 552)
  }

  // MARK: What is tried again

  @Test(arguments: ["MAIL", "RCPT", "DATA"])
  func whatIsRefusedForNowIsTriedAgain(_ step: String) throws {
    let server = try MailServer(MailServer.Options(notNow: .init(step: step, times: 1)))
    var message = try MessageFixture.message()
    message.to.removeLast(2)
    message.cc = []
    message.bcc = []
    let delivery = try server.client().send(message)
    #expect(delivery.attempts == 2)
    #expect(delivery.refused.isEmpty)
    #expect(try server.messages == [message.bytes()])
  }

  @Test(arguments: ["MAIL", "RCPT", "DATA"])
  func itIsTriedAgainOnlySoOften(_ step: String) throws {
    let server = try MailServer(MailServer.Options(notNow: .init(step: step, times: 100)))
    let error = try #require(throws: MailError.self) {
      try server.client().send(MessageFixture.message())
    }
    #expect(error.reply?.code == 451)
    #expect(error.problem.contains("after 3 attempts"))
    #expect(server.wireLines.filter { $0.hasPrefix("MAIL FROM:") }.count == 3)
    #expect(try server.messages.isEmpty)
  }

  @Test func onlyWhoWasRefusedForNowGetsItLater() throws {
    let server = try MailServer(MailServer.Options(notNow: .init(step: "RCPT", times: 2)))
    let message = try MessageFixture.message()
    let delivery = try server.client().send(message)
    #expect(delivery.refused.isEmpty)
    let all = message.envelope.recipients.map(\.description)
    #expect(
      try server.envelopes.map(\.recipients) == [Array(all.dropFirst(2)), Array(all.prefix(2))]
    )
  }

  // MARK: What does not answer

  @Test(arguments: [("greeting", SMTPStep.connect), ("RCPT", .recipient), ("DATA", .message)])
  func aServerThatStallsIsLeft(_ stall: String, _ step: SMTPStep) throws {
    let server = try MailServer(MailServer.Options(stall: stall))
    var client = try server.client()
    client.timeouts = SMTPTimeouts(connect: 1, reply: 1, total: 3)
    let clock = ContinuousClock()
    var thrown: MailError?
    let time = clock.measure {
      thrown = #expect(throws: MailError.self) { try client.send(MessageFixture.message()) }
    }
    #expect(thrown?.code == .timedOut)
    #expect(thrown?.step == step)
    #expect(time < .seconds(10))
    #expect(try server.messages.isEmpty)
  }

  @Test(arguments: ["smtp://127.0.0.1:1", "smtp://mail.nyckeltal.invalid:587"])
  func aServerThatIsNotThereIsSaid(_ url: String) throws {
    let client = SMTPClient(server: try SMTPServer(url: url))
    let error = try #require(throws: MailError.self) { try client.send(MessageFixture.message()) }
    #expect(error.code == .unreachable)
    #expect(error.place == url)
  }
}
