import Foundation
import MailPeers
import NyckeltalMail
import Testing

struct SMTPServerTests {
  private static let urls: [(url: String, shown: String, security: SMTPServer.Security)] = [
    ("smtp://mail.example.se", "smtp://mail.example.se:587", .startTLS),
    ("smtp://mail.example.se:25/", "smtp://mail.example.se:25", .startTLS),
    ("SMTPS://mail.example.se", "smtps://mail.example.se:465", .implicitTLS),
    ("smtp://rapport%40example.se@mail.example.se", "smtp://mail.example.se:587", .startTLS),
    ("smtp://localhost:2525", "smtp://localhost:2525", .startTLSWhenOffered),
    ("smtp://127.0.0.1:25", "smtp://127.0.0.1:25", .startTLSWhenOffered),
    ("smtp://[::1]:25", "smtp://[::1]:25", .startTLSWhenOffered),
    ("smtp://[2001:db8::1]", "smtp://[2001:db8::1]:587", .startTLS),
    ("smtp://10.0.0.1", "smtp://10.0.0.1:587", .startTLS),
    ("smtp://localhost.example.se", "smtp://localhost.example.se:587", .startTLS),
    ("smtp://127.0.0.1.example.se", "smtp://127.0.0.1.example.se:587", .startTLS),
    ("smtps://localhost", "smtps://localhost:465", .implicitTLS),
  ]

  @Test(arguments: urls)
  func aURLIsRead(_ url: String, _ shown: String, _ security: SMTPServer.Security) throws {
    let server = try SMTPServer(url: url)
    #expect(server.description == shown)
    #expect(server.security == security)
  }

  @Test func theUserNameIsDecoded() throws {
    #expect(try SMTPServer(url: "smtp://a%40b.se@mail.example.se").user == "a@b.se")
    #expect(try SMTPServer(url: "smtp://mail.example.se").user == nil)
  }

  @Test(arguments: [
    "", "mail.example.se", "http://mail.example.se", "smtp://", "smtp:///x", "smtp://a b.se",
    "smtp://mail.example.se/x", "smtp://mail.example.se?x", "smtp://mail.example.se#x",
    "smtp://mail.example.se:0", "smtp://mail.example.se:99999", "smtp://mail.example.se:x",
    "smtp://mail_1.example.se", "smtp://mail.example.se\r\nRCPT TO:<x@y.se>",
    "smtp://a%0D%0Ab@mail.example.se", "smtp://[::1", "smtp://user@",
  ])
  func whatIsNoServerIsRefused(_ url: String) {
    #expect(throws: MailError.self) { try SMTPServer(url: url) }
  }

  @Test(arguments: [
    "smtp://rapport:hemligt@mail.example.se", "smtp://rapport:hemligt@mail example.se",
    "smtp://:hemligt@mail.example.se", "http://rapport:hemligt@mail.example.se",
  ])
  func aPasswordInTheURLIsRefusedAndNotShown(_ url: String) {
    #expect {
      try SMTPServer(url: url)
    } throws: {
      !"\($0)".contains("hemligt")
    }
  }

  @Test func aPasswordIsNeverShown() throws {
    let password = try SMTPPassword(variable: "P", of: ["P": "hemligt"])
    let credentials = try SMTPCredentials(user: "rapport", password: password)
    var shown = ""
    dump(credentials, to: &shown)
    for text in [shown, "\(credentials)", String(reflecting: credentials), "\(password)"] {
      #expect(!text.contains("hemligt"))
    }
  }

  @Test func aPasswordComesFromAVariableOrAFile() throws {
    #expect(throws: MailError.self) { try SMTPPassword(variable: "P", of: [:]) }
    #expect(throws: MailError.self) { try SMTPPassword(variable: "P", of: ["P": ""]) }
    #expect(throws: MailError.self) { try SMTPPassword("a\r\nb") }
    try Peer.withFolder { folder in
      let file = folder.appendingPathComponent("password")
      #expect(throws: MailError.self) { try SMTPPassword(file: file) }
      try Data("\n".utf8).write(to: file)
      #expect(throws: MailError.self) { try SMTPPassword(file: file) }
      for text in ["hemligt", "hemligt\n", "hemligt\r\nmer\n"] {
        try Data(text.utf8).write(to: file)
        #expect(throws: Never.self) { try SMTPPassword(file: file) }
      }
    }
  }

  @Test func aUserWithoutAPasswordIsSaid() throws {
    let client = SMTPClient(server: try SMTPServer(url: "smtp://rapport@localhost:1"))
    #expect {
      try client.send(MessageFixture.message())
    } throws: {
      ($0 as? MailError)?.code == .badCredentials
    }
  }
}
