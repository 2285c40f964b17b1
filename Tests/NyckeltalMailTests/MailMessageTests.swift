import Foundation
import MailPeers
import NyckeltalMail
import Testing

struct MailMessageTests {
  @Test func pythonReadsEverythingBack() throws {
    let message = try MessageFixture.message()
    let read = try Peer.read(message.bytes())
    #expect(read.defects.isEmpty)
    #expect(sameBytes(read.subject, message.subject.text))
    #expect(read.date == "2015-05-07T12:00:00+00:00")
    #expect(read.messageID == "<t1-2015@example.se>")
    #expect(read.people["from"] == [["Öberg, Åsa", "asa.oberg@example.se"]])
    #expect(read.people["to"]?.first == ["Nämndens kansli", "kansli@xn--malm-8qa.se"])
    #expect(
      read.people["to"]?.dropFirst().map(\.last) == ["per@example.se", "registrator@example.se"]
    )
    #expect(read.people["cc"] == [["Lars 'Lasse' O'Hara", "lars@example.se"]])
    #expect(read.people["bcc"] == [])
    #expect(read.people["reply-to"] == [["Svar", "svar@example.se"]])
    #expect(
      read.types == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv",
        "application/octet-stream",
      ]
    )
    #expect(read.parts[0].text == message.text)
    #expect(read.parts[0].charset == "utf-8")
    #expect(read.parts[1].text == message.html)
    for (part, attachment) in zip(read.parts.dropFirst(2), message.attachments) {
      #expect(part.content == attachment.content)
      #expect(part.disposition == "attachment")
      #expect(sameBytes(part.fileName, attachment.name.text))
      #expect(sameBytes(part.name, attachment.name.text))
    }
    #expect(read.parts[3].charset == "utf-8")
  }

  @Test func theBytesAreFitToSend() throws {
    let bytes = try MessageFixture.message().bytes()
    #expect(bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true)
    for line in lines.dropLast() {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.count <= 999)
      #expect(!line.dropLast().contains(UInt8(ascii: "\r")))
    }
  }

  @Test func theSameValuesGiveTheSameBytes() throws {
    let message = try MessageFixture.message()
    #expect(try message.bytes() == MessageFixture.message().bytes())
    var other = message
    other.messageID = MessageID(uniqueFor: message.from.address)
    other.boundary = MIMEBoundary()
    #expect(try other.bytes() != message.bytes())
    #expect(MessageID(uniqueFor: message.from.address).text.hasSuffix("@example.se"))
  }

  @Test func manyThreadsComposeTheSame() async throws {
    let message = try MessageFixture.message()
    let expected = try message.bytes()
    let results = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<32 { group.addTask { try message.bytes() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 32)
    #expect(results.allSatisfy { $0 == expected })
  }

  @Test func bccIsInTheEnvelopeAlone() throws {
    let message = try MessageFixture.message()
    #expect(message.envelope.recipients.map(\.description).contains("hemlig@example.se"))
    let text = String(decoding: try message.bytes(), as: UTF8.self)
    #expect(!text.lowercased().contains("bcc"))
    #expect(!text.contains("hemlig@"))
    #expect(!text.contains("Hemlig"))
  }

  @Test func anAddressIsInTheEnvelopeOnce() throws {
    var message = try MessageFixture.message()
    message.cc.append(try Mailbox("per@EXAMPLE.se"))
    message.bcc.append(try Mailbox("Per@example.se"))
    let recipients = message.envelope.recipients.map(\.description)
    #expect(
      recipients.filter { $0.lowercased() == "per@example.se" } == [
        "per@example.se", "Per@example.se",
      ]
    )
  }

  @Test(arguments: ["", "a", "a\n", "\n", ".", ".\n.\n", "rad\r\nrad\r\n", "cr\rmitt i", " ", "å"])
  func anyTextComesBack(_ text: String) throws {
    var message = try MessageFixture.message()
    message.text = text
    for withParts in [true, false] {
      if !withParts {
        message.html = nil
        message.attachments = []
      }
      let read = try Peer.read(message.bytes())
      #expect(read.defects.isEmpty)
      #expect(read.parts[0].text == text.replacing("\r\n", with: "\n"))
    }
  }

  @Test func contentCannotEndAPart() throws {
    var message = try MessageFixture.message()
    let boundaries = ["--=_m-fixture", "--=_a-fixture--", "--=_m-fixture--"]
    message.text = boundaries.joined(separator: "\n\n")
    message.html = message.text
    let read = try Peer.read(message.bytes())
    #expect(read.defects.isEmpty)
    #expect(read.parts.count == 5)
    #expect(read.parts[0].text == message.text)
    #expect(read.parts[1].text == message.text)
  }

  @Test func whatCannotBeComposedIsSaid() throws {
    var message = try MessageFixture.message()
    message.text = "a\0b"
    #expect(throws: MailError.self) { try message.bytes() }
    message.text = "a"
    message.date = .distantPast
    #expect { try message.bytes() } throws: { ($0 as? MailError)?.code == .badDate }
    message.date = Date(timeIntervalSince1970: .nan)
    #expect { try message.bytes() } throws: { ($0 as? MailError)?.code == .badDate }
    message.date = Date(timeIntervalSince1970: 0)
    message.to = []
    message.cc = []
    #expect(try Peer.read(message.bytes()).people["to"] == [])
    message.bcc = []
    #expect { try message.bytes() } throws: { ($0 as? MailError)?.code == .noRecipients }
  }
}
