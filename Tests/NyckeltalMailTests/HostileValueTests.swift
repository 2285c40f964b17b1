import Foundation
import MailPeers
import NyckeltalMail
import Testing

/// Puts every hostile value in every field: it is refused with a reason, or carried exactly, and
/// never makes another header, recipient or part.
struct HostileValueTests {
  static let values: [String] = [
    // a line break, and what would follow it
    "x\r\nBcc: evil@example.com", "x\nBcc: evil@example.com", "x\rBcc: evil@example.com",
    "x\r\n\r\nbody", "x\n\nbody", "\r\nBcc: evil@example.com", "x\r\n", "x\n", "x\r", "\n", "\r\n",
    "x\r\n .\r\nMAIL FROM:<evil@example.com>", "a@example.se>\r\nRCPT TO:<evil@example.com",
    "x\u{0B}y", "x\u{0C}y", "x\u{85}Bcc: y", "x\u{2028}Bcc: y", "x\u{2029}Bcc: y",
    // other control characters
    "x\0y", "\0", "x\u{01}y", "x\ty", "x\u{1B}[31my", "x\u{7F}y", "x\u{8}y", "x\u{9F}y",
    // addresses
    "a@example.se, evil@example.com", "a@example.se,evil@example.com",
    "a@example.se;evil@example.com", "a@example.se evil@example.com",
    "A <a@example.se>, E <evil@example.com>", "<a@example.se><evil@example.com>",
    "a@example.se> <evil@example.com", "a@b@example.se", "@evil.example:a@example.se",
    "\"a b\"@example.se", "\"a\\\"@evil.example\"@example.se", "\"a@evil.example\" <a@example.se>",
    "a(comment)@example.se", "a@[127.0.0.1]", "a@[IPv6:::1]", "a@example.se SIZE=1",
    "a@example.se> NOTIFY=NEVER", "undisclosed:;", "G: a@example.se, evil@example.com;",
    "åsa@example.se", "a@göteborg.se", "a@ex\u{430}mple.se", "a@例え.テスト", "a@example。se",
    "a@ex%41mple.se", "a%evil.example@example.se", "evil.example!a@example.se", "-a@example.se",
    "a@-example.se", "a@example..se", ".a@example.se", "a@example.se.", "A@EXAMPLE.SE",
    // what turns or hides
    "rapport\u{202E}xslx.exe", "\u{2067}x\u{2069}", "x\u{200F}y", "x\u{200E}", "\u{61C}x",
    "x\u{200B}y", "x\u{FEFF}y", "x\u{AD}y", "x\u{FFFE}y", "x\u{10FFFF}y", "x\u{FFFD}y",
    // encodings within
    "=?utf-8?q?Bcc:_x?=", "=?utf-8?b?DQpCY2M6IHg=?=", "a =?utf-8?q?x?= b", "x=?", "=0D=0ABcc: x",
    "%0D%0ABcc: x", "utf-8''%0D%0ABcc%3A%20x", "&#13;&#10;Bcc: x", "\\r\\nBcc: x",
    // quoting
    "\"", "\"\"", "x\"; filename=\"evil.exe", "x\\", "x\\\"y", "'x'", "a;b=c", "x; name=y",
    "(x)", "<x>", ",", ";", ":", ".", "..", "../../etc/passwd", "C:\\x.exe", "/x", "a/b", "con:x",
    // text that must come through
    " x", "x ", "x  y", "å  ä", "å ä ö", "Ångström 100 %", "a\u{30A}", "👩‍👩‍👧‍👦",
    "e\u{301}\u{301}\u{301}",
    "𝔘𝔫𝔦", "مرحبا", "שלום", "日本語", "ÅÄÖ – ”citat” … §", "Re: [x] {y} ~z", "x_y=z?",
    "multipart/mixed", "message/rfc822", "text/html; charset=utf-7", "text/plain; charset=\"x\"",
    "=_m-fixture", "--=_m-fixture", "Content-Type: text/html",
    // length
    "", " ", String(repeating: "x", count: 250), String(repeating: "x", count: 900),
    String(repeating: "å", count: 450), String(repeating: "x ", count: 440) + "x",
    String(repeating: "x", count: 901), String(repeating: "å", count: 5_000),
    String(repeating: "x", count: 100_000), String(repeating: "👩‍👩‍👧‍👦", count: 10),
    String(repeating: "a", count: 64) + "@" + String(repeating: "b", count: 63) + ".se",
    String(repeating: "a", count: 65) + "@example.se",
  ]

  /// A place of a message that takes a text.
  struct Field: Sendable {
    var name: String
    var put: @Sendable (String, inout MailMessage) throws -> Void
    /// What was read back against what was put in.
    var isCarried: @Sendable (String, ReadMessage) throws -> Bool
  }

  static let fields: [Field] = [
    Field(name: "subject") {
      $1.subject = try HeaderText($0)
    } isCarried: {
      sameBytes($1.subject, $0)
    },
    name("from") { $1.from = try named($0) }, name("to") { $1.to = [try named($0)] },
    name("cc") { $1.cc = [try named($0)] }, name("reply-to") { $1.replyTo = [try named($0)] },
    address("from") { $1.from = try Mailbox($0) }, address("to") { $1.to = [try Mailbox($0)] },
    address("cc") { $1.cc = [try Mailbox($0)] },
    address("reply-to") { $1.replyTo = [try Mailbox($0)] },
    Field(name: "hidden copy") {
      $1.bcc = [try Mailbox($0)]
    } isCarried: {
      $1.people["bcc"] == []
    },
    Field(name: "file name") {
      $1.attachments[0] = try MailAttachment(name: $0, content: Data("x".utf8))
    } isCarried: {
      sameBytes($1.parts[2].fileName, $0) && sameBytes($1.parts[2].name, $0)
    },
    Field(name: "media type") {
      let name = $1.attachments[0].name
      $1.attachments[0] = MailAttachment(name: name, content: Data(), type: try MediaType($0))
    } isCarried: {
      let type = try MediaType($0)
      return $1.parts[2].type == "\(type.type)/\(type.subtype)"
        && $1.parts[2].charset == type.charset
    },
    Field(name: "Message-ID") {
      $1.messageID = try MessageID($0)
    } isCarried: {
      $1.messageID == "<\($0)>"
    },
    Field(name: "boundary") {
      $1.boundary = try MIMEBoundary($0)
    } isCarried: {
      $1.parts.count == 3
    },
    Field(name: "text") {
      $1.text = $0
    } isCarried: {
      sameBytes($1.parts[0].text, $0.replacing("\r\n", with: "\n"))
    },
    Field(name: "html") {
      $1.html = $0
    } isCarried: {
      sameBytes($1.parts[1].text, $0.replacing("\r\n", with: "\n"))
    },
    Field(name: "file") {
      $1.attachments[0] = try MailAttachment(name: "x.txt", content: Data($0.utf8))
    } isCarried: {
      $1.parts[2].content == Data($0.utf8)
    },
  ]

  private static func message() throws -> MailMessage {
    var message = try MessageFixture.message(workbook: Data("small".utf8))
    message.attachments.removeLast(2)
    return message
  }

  /// A value that was let into a field, and the message that came of it.
  private struct Carried {
    var field: Field
    var value: String
    var bytes: Data
    var name: String { "\(field.name): \(value.prefix(60).debugDescription)" }
  }

  @Test func everyValueIsRefusedOrCarriedInEveryField() throws {
    #expect(Set(Self.values.map { Array($0.utf8) }).count == Self.values.count)
    #expect(Self.values.count >= 60)
    var carried: [Carried] = []
    for field in Self.fields {
      let before = carried.count
      for value in Self.values {
        var message = try Self.message()
        do {
          try field.put(value, &message)
          carried.append(Carried(field: field, value: value, bytes: try message.bytes()))
        } catch let error as MailError {
          // refused for what it is, not because something unfit was made of it
          #expect(error.code != .notComposed, "\(field.name): \(value.prefix(60).debugDescription)")
          #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
          #expect(!"\(error)".unicodeScalars.contains { $0.value < 0x20 })
        }
      }
      #expect(carried.count > before, "\(field.name)")
    }
    let all = try Peer.read([Self.message().bytes()] + carried.map(\.bytes))
    let expected = try #require(all.first)
    for (message, read) in zip(carried, all.dropFirst()) {
      #expect(read.defects.isEmpty, "\(message.name)")
      #expect(read.headers == expected.headers, "\(message.name)")
      #expect(read.types.count == expected.types.count, "\(message.name)")
      #expect(try message.field.isCarried(message.value, read), "\(message.name)")
      for (name, people) in expected.people {
        if message.field.name.hasPrefix(name) {
          #expect(read.people[name]?.count == 1, "\(message.name)")
        } else {
          #expect(read.people[name] == people, "\(message.name)")
        }
      }
    }
  }

  @Test(arguments: [
    "subject", "from name", "to name", "cc name", "reply-to name", "from address", "to address",
    "cc address", "reply-to address", "hidden copy", "file name", "media type", "Message-ID",
    "boundary",
  ])
  func lineBreaksAndTurningMarksAreRefused(_ name: String) throws {
    let field = try #require(Self.fields.first { $0.name == name })
    for value in ["x\r\ny", "x\ny", "x\ry", "x\0y", "x\u{202E}y", "x\u{2028}y", "x\u{85}y"] {
      var message = try Self.message()
      #expect(throws: MailError.self, "\(value.debugDescription)") {
        try field.put(value, &message)
      }
    }
  }

  private static func name(
    _ header: String,
    _ put: @escaping @Sendable (String, inout MailMessage) throws -> Void
  ) -> Field {
    Field(name: "\(header) name", put: put) { value, read in
      let people = read.people[header] ?? []
      return people.count == 1 && sameBytes(people[0][0], value) && people[0][1] == "a@example.se"
    }
  }

  private static func address(
    _ header: String,
    _ put: @escaping @Sendable (String, inout MailMessage) throws -> Void
  ) -> Field {
    Field(name: "\(header) address", put: put) { value, read in
      let mailbox = try Mailbox(value)
      return read.people[header] == [[mailbox.name?.text ?? "", mailbox.address.description]]
    }
  }

  private static func named(_ name: String) throws -> Mailbox {
    Mailbox(try EmailAddress("a@example.se"), name: try DisplayName(name))
  }
}
