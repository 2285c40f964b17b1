import NyckeltalMail
import Testing

struct AddressTests {
  @Test(arguments: [
    ("asa@example.se", "asa@example.se"),
    ("a.b+c_d'e@sub.example.se", "a.b+c_d'e@sub.example.se"),
    ("root@localhost", "root@localhost"),
    ("x@malmö.se", "x@xn--malm-8qa.se"),
    ("x@GÖTEBORG.se", "x@xn--gteborg-90a.se"),
    // o and a diaeresis, as some systems write ö
    ("x@malmo\u{308}.se", "x@xn--malm-8qa.se"),
    ("x@xn--malm-8qa.se", "x@xn--malm-8qa.se"),
  ])
  func anAddressIsRead(_ text: String, _ expected: String) throws {
    #expect(try EmailAddress(text).description == expected)
  }

  private static let refused: [(text: String, code: MailError.Code)] = [
    ("", .empty), ("asa", .badAddress), ("@example.se", .badAddress),
    ("asa@", .badAddress), ("asa@@example.se", .badAddress), ("a@b.se, c@d.se", .badAddress),
    ("a@b.se;c@d.se", .badAddress), ("a@b.se c@d.se", .badAddress), (".a@b.se", .badAddress),
    ("a..b@c.se", .badAddress), ("a.@b.se", .badAddress), ("a@b..se", .badAddress),
    ("a@.se", .badAddress), ("a@se.", .badAddress), ("a@-b.se", .badAddress),
    ("a@b_c.se", .badAddress), ("a@127.0.0.1", .badAddress), ("a@b.se>", .badAddress),
    ("<a@b.se>", .badAddress), ("a(x)@b.se", .badAddress),
    ("\"a b\"@c.se", .unsupportedAddress), ("a@[127.0.0.1]", .unsupportedAddress),
    ("åsa@example.se", .unsupportedAddress), ("a\r\nBcc: x@y.se", .refusedCharacter),
    ("a@b.se\n", .refusedCharacter), ("a\0@b.se", .refusedCharacter),
    ("a@b\u{202E}.se", .refusedCharacter),
    (String(repeating: "a", count: 65) + "@b.se", .tooLong),
    ("a@" + String(repeating: "b.", count: 126) + "s", .tooLong),
    ("a@" + String(repeating: "b", count: 64) + ".se", .badAddress),
    // not letters of a host name (RFC 5892)
    ("a@b\u{2024}se", .badAddress), ("a@☃\u{200D}.se", .badAddress), ("a@b。se", .badAddress),
  ]

  @Test(arguments: refused)
  func whatIsNoAddressIsRefused(_ text: String, _ code: MailError.Code) {
    #expect { try EmailAddress(text) } throws: { ($0 as? MailError)?.code == code }
  }

  private static let mailboxes: [(text: String, name: String?, address: String)] = [
    ("asa@example.se", nil, "asa@example.se"),
    ("<asa@example.se>", nil, "asa@example.se"),
    ("Åsa Öberg <asa@example.se>", "Åsa Öberg", "asa@example.se"),
    ("Åsa Öberg  <asa@example.se>", "Åsa Öberg", "asa@example.se"),
    ("\"Öberg, Åsa\" <asa@example.se>", "Öberg, Åsa", "asa@example.se"),
    ("\"Åsa \\\"Å\\\" \\\\ Ö\" <asa@example.se>", "Åsa \"Å\" \\ Ö", "asa@example.se"),
    ("J. R. Öberg <asa@example.se>", "J. R. Öberg", "asa@example.se"),
  ]

  @Test(arguments: mailboxes)
  func aMailboxIsRead(_ text: String, _ name: String?, _ address: String) throws {
    let mailbox = try Mailbox(text)
    #expect(mailbox.name?.text == name)
    #expect(mailbox.address.description == address)
  }

  @Test(arguments: [
    "Åsa <a@b.se>, Per <c@d.se>", "a@b.se, Per <c@d.se>", "Öberg, Åsa <a@b.se>",
    "Grupp: a@b.se, c@d.se;", "Åsa (KS) <a@b.se>", "\"Åsa <a@b.se>", "\"A\" \"B\" <a@b.se>",
    "Åsa <>", "Åsa <a@b.se", "Åsa a@b.se>", "\"\" <a@b.se>", "\" \" <a@b.se>",
    "Åsa  Öberg <a@b.se>", "Åsa <a@b.se><c@d.se>", "\"a\" <x@y.se> <c@d.se>", "A\r\nBcc: <x@y.se>",
  ])
  func whatIsNotOneMailboxIsRefused(_ text: String) {
    #expect(throws: MailError.self) { try Mailbox(text) }
  }

  /// An error quotes what was refused on one line and shows what cannot be seen.
  @Test func errorsStayOnOneLine() {
    #expect {
      try EmailAddress("a\r\nBcc: x@y.se\u{202E}")
    } throws: {
      let text = "\($0)"
      return !text.contains("\n") && !text.contains("\u{202E}")
        && text.contains("\"a\\u{000D}\\u{000A}Bcc: x@y.se\\u{202E}\"")
        && text.contains("a line break (U+000D)")
    }
  }
}
