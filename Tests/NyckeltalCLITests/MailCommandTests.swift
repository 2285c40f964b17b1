import Foundation
import MailPeers
import Testing

/// Messages made and sent by the tool.
struct MailCommandTests {
  private static let fixed = [
    "--date", "2015-05-07T12:00:00Z", "--message-id", "t1@example.se", "--boundary", "t1",
  ]
  private static let fixedMail = [
    "--mail-date", "2015-05-07T12:00:00Z", "--mail-message-id", "t1@example.se",
    "--mail-boundary", "t1",
  ]

  private static let minutes =
    "Tertialrapport 1 2015\n\nCirka 900 unga har sökt sommarjobb. Målet är minst 400 platser.\n"

  @Test func mailAttachesFiles() throws {
    try Tool.inFolder { folder in
      let name = "Jämförelse årsmål – nämnden 2015.xlsx"
      let files = ["text.txt": "Hej Åsa!\n.\n", "page.html": "<p>Hej Åsa!</p>\n", name: "PK…"]
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let output = folder.appendingPathComponent("x.eml")
      let command = [
        "mail", "--from", "Kontoret <rapport@example.se>", "--to", "Åsa Öberg <asa@malmö.se>",
        "per@example.se", "--cc", "c@example.se", "--bcc", "hemlig@example.se", "--reply-to",
        "svar@example.se", "--subject", "Årsmålen – 2015", "--body", folder.path + "/text.txt",
        "--html", folder.path + "/page.html", "--attach", folder.path + "/" + name, "--output",
        output.path,
      ]
      let outcome = try Tool.run(command + Self.fixed, locale: "sv_SE.UTF-8")
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      let bytes = try Data(contentsOf: output)
      let read = try Peer.read(bytes)
      #expect(read.defects.isEmpty)
      #expect(read.subject == "Årsmålen – 2015")
      #expect(
        read.people["to"] == [["Åsa Öberg", "asa@xn--malm-8qa.se"], ["", "per@example.se"]]
      )
      #expect(read.people["cc"] == [["", "c@example.se"]])
      #expect(read.people["reply-to"] == [["", "svar@example.se"]])
      #expect(!String(decoding: bytes, as: UTF8.self).contains("hemlig@"))
      #expect(read.parts.map(\.text) == [files["text.txt"], files["page.html"], files[name]])
      #expect(read.parts.last?.fileName == name)
      #expect(read.parts.last?.type.hasSuffix("spreadsheetml.sheet") == true)
      // the same values give the same bytes, whatever the locale
      #expect(try Tool.run(command + Self.fixed, locale: "C").status == 0)
      #expect(try Data(contentsOf: output) == bytes)
    }
  }

  @Test func aReportGoesByMailInOneGo() throws {
    try Tool.inFolder { folder in
      let input = folder.appendingPathComponent("a.txt").path
      try Data(Self.minutes.utf8).write(to: URL(fileURLWithPath: input))
      let paths = ["r.eml", "r.xlsx", "r.txt", "r.html"].map { folder.path + "/\($0)" }
      let outcome = try Tool.run(
        ["report", "tertial", "--year", "2015", "--tertial", "1", "--from", input]
          + ["--mail-from", "rapport@example.se", "--mail-to", "asa@example.se"]
          + Self.fixedMail + paths.flatMap { ["--output", $0] }
      )
      #expect(outcome.status == 0, "\(outcome.errors)")
      let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      let read = try Peer.read(files[0])
      #expect(read.defects.isEmpty)
      #expect(read.subject == "Tertialuppföljning 2015 · Tertial 1")
      #expect(read.parts.map(\.content.count).last == files[1].count)
      #expect(read.parts[0].text == String(decoding: files[2], as: UTF8.self))
      #expect(read.parts[1].text == String(decoding: files[3], as: UTF8.self))
      #expect(read.parts[2].content == files[1])
      #expect(read.parts[2].fileName == "r.xlsx")
      #expect(read.types.prefix(2) == ["multipart/mixed", "multipart/alternative"])
    }
  }

  @Test func aMessageIsSentWithoutShowingThePassword() throws {
    try Tool.inFolder { folder in
      var options = try MailServer.Options.encrypted()
      options.user = "rapport"
      options.password = "hemligt"
      options.refuse = ["borta@example.se": "550 5.1.1 No such user"]
      let server = try MailServer(options)
      let output = folder.path + "/x.eml"
      let command = [
        "mail", "--from", "rapport@example.se", "--subject", "Årsmålen", "--to", "asa@example.se",
        "borta@example.se", "--output", output, "--smtp", "smtp://rapport@127.0.0.1:\(server.port)",
        "--ca-file", try TestCertificate.shared.get().certificate.path, "--timeout", "10",
      ]
      let environment = ["NYCKELTAL_SMTP_PASSWORD": "hemligt"]
      let planned = try Tool.run(command + ["--dry-run"], environment: environment)
      #expect(planned.status == 0)
      #expect(planned.output.contains("borta@example.se"))
      #expect(planned.output.contains("as rapport"))
      #expect(!FileManager.default.fileExists(atPath: output))
      #expect(server.wire.isEmpty)
      let sent = try Tool.run(command, environment: environment)
      #expect(sent.status == 3)
      #expect(sent.errors.contains("asa@example.se accepted"))
      #expect(sent.errors.contains("borta@example.se refused: 550 5.1.1 No such user"))
      #expect(try server.messages == [Data(contentsOf: URL(fileURLWithPath: output))])
      let file = folder.appendingPathComponent("password")
      try Data("fel\n".utf8).write(to: file)
      let refused = try Tool.run(command + ["--smtp-password-file", file.path])
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains("smtp://127.0.0.1:\(server.port): the server refused the user")
      )
      for outcome in [planned, sent, refused] {
        #expect(!(outcome.output + outcome.errors).contains("hemligt"))
      }
    }
  }

  private static let wrong: [(options: [String], status: Int32, expected: String)] = [
    (["--to", "a@b.se,c@d.se", "--subject", "x"], 1, "--to: "),
    (["--to", "a@b.se", "--subject", "x\r\nBcc: y@z.se"], 1, "--subject: "),
    (["--to", "a@b.se", "--subject", "x", "--date", "i går"], 1, "--date: "),
    (["--to", "a@b.se", "--subject", "x", "--date", "2015-05-07T25:61:61Z"], 1, "--date: "),
    (["--to", "a@b.se", "--subject", "x", "--date", "2015-02-30T12:00:00Z"], 1, "--date: "),
    (["--to", "a@b.se", "--subject", "x", "--attach", "/nowhere/x"], 1, "/nowhere/x: "),
    (["--to", "a@b.se", "--subject", "x", "--smtp", "smtp://u:hemligt@h.se"], 1, "--smtp: "),
    (
      ["--to", "a@b.se", "--subject", "x", "--smtp", "smtp://u@h.se"], 1, "NYCKELTAL_SMTP_PASSWORD"
    ),
    (["--to", "a@b.se", "--subject", "x", "--smtp", "smtp://127.0.0.1:1"], 1, "127.0.0.1:1: "),
    (["--subject", "x"], 64, "--to"),
  ]

  @Test(arguments: wrong)
  func whatIsWrongWithAMessageIsSaid(
    _ options: [String],
    _ status: Int32,
    _ expected: String
  ) throws {
    try Tool.inFolder { folder in
      // a message is stored before it is sent, and not at all when it cannot be made
      let isMade = options.contains("smtp://127.0.0.1:1")
      let output = folder.path + "/x.eml"
      let outcome = try Tool.run(["mail", "--from", "a@b.se", "--output", output] + options)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(expected), "\(outcome.errors)")
      #expect(!outcome.errors.contains("hemligt"))
      #expect(FileManager.default.fileExists(atPath: output) == isMade)
    }
  }
}
