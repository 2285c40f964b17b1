import Foundation
import NyckeltalMail

/// A message to try things on.
enum MessageFixture {
  static let text = """
    Hej!

    .
    ..två punkter först
    Målet är ≥ 6 700 · utfallet 6 900 (103 %).
    From en rad som börjar så
    slut med blanksteg \("")
    \ten rad med tabb och en mycket lång rad: \(String(repeating: "åäö ", count: 60))
    \(String(repeating: "x", count: 2_000))
    Utan radslut
    """

  static let html = "<!DOCTYPE html>\n<html><body><p>Målet är ≥ 6&nbsp;700.</p></body></html>\n"

  /// Bytes of every value.
  static let workbook = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })

  static func message(workbook: Data = workbook) throws -> MailMessage {
    var message = MailMessage(
      from: try Mailbox("\"Öberg, Åsa\" <asa.oberg@example.se>"),
      to: [
        try Mailbox("Nämndens kansli <kansli@malmö.se>"), try Mailbox("per@example.se"),
        try Mailbox("Registrator <registrator@example.se>"),
      ],
      subject: try HeaderText("Jämförelse årsmål – nämnden 2015  (tertial 1)"),
      text: text,
      date: Date(timeIntervalSince1970: 1_431_000_000),
      messageID: try MessageID("t1-2015@example.se"),
      boundary: try MIMEBoundary("fixture")
    )
    message.cc = [try Mailbox("Lars \"Lasse\" O'Hara <lars@example.se>".replacing("\"", with: "'"))]
    message.bcc = [try Mailbox("Hemlig Läsare <hemlig@example.se>")]
    message.replyTo = [try Mailbox("Svar <svar@example.se>")]
    message.html = html
    message.attachments = [
      try MailAttachment(name: "Jämförelse årsmål – nämnden 2015.xlsx", content: workbook),
      try MailAttachment(name: "data.csv", content: Data("år;utfall\n2015;6900\r\n".utf8)),
      try MailAttachment(name: "tom.bin", content: Data()),
    ]
    return message
  }
}
