import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Web pages whose markup is not as it should be.
struct WebMarkupTests {
  private func text(_ html: String) throws -> String {
    let source = try DocumentReader().read(name: "a.html", bytes: Data(html.utf8))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  @Test(
    "A part of a page, and one behind a long comment, are pages",
    arguments: [
      "<div><p>Kurser: 30</p></div>", "<table><tr><td>Kurser: 30</table>",
      "  <!-- a --><!-- b --><section><p>Kurser: 30", "<h2>Kurser: 30</h2>",
      "<!--\(String(repeating: "x", count: 6_000))--><html><p>Kurser: 30",
    ]
  )
  func parts(_ html: String) throws {
    #expect(DocumentFormat(head: html.utf8.prefix(DocumentFormat.headLength)) == .html)
    #expect(try text(html).contains("Kurser: 30"))
    #expect(try !text(html).contains("<"))
  }

  @Test(
    "Text that begins with a sign, a link or Markdown is no page",
    arguments: [
      "<5 platser", "<https://vikby.se/a>", "<divers> text",
      "<div align=\"center\">\n\n# Protokoll\n\nKurser: 30", "<b>a</b>\n| a | 1 |",
    ]
  )
  func texts(_ text: String) {
    #expect(DocumentFormat(head: text.utf8) == .text)
  }

  @Test("A page saved as one file is refused by what it is")
  func savedPage() {
    let page =
      "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b"
    #expect(DocumentFormat(head: page.utf8) == .message)
    let error = #expect(throws: DocumentError.self) {
      try DocumentReader().read(name: "a.mht", bytes: Data(page.utf8))
    }
    #expect(error?.code == .message)
    #expect(DocumentFormat(head: "Till: Eva\nFrån: Bo\n\nKurser: 30".utf8) == .text)
  }

  @Test("Cells that a style sheet hides are not there, but for what another rule or medium shows")
  func hiddenCells() throws {
    let page = """
      <html><style>td.h, .x{display:none} .x{display:table-cell} @media print{.y{display:none}}
      </style><table><tr><th>Plan<th class=h>A<th class=x>Utfall<td class=h>1<th class=y>Rest</tr>
      <tr><td>30<td class="a h">99<td class=x>28<td class=h>1<td class=y>2</tr></table>
      """
    #expect(try text(page).contains("| Plan | Utfall | Rest |\n"))
    #expect(try text(page).contains("| 30 | 28 | 2 |\n"))
  }

  @Test("What is not shown ends at its end tag, whatever is open in it")
  func unseen() throws {
    for name in ["nav", "noscript", "template", "svg", "button"] {
      let html =
        "<html><\(name) class=\"a\"><div><p>Meny</\(name)><p>Kurser: 30</p><\(name)/><p>Sist: 2"
      #expect(try text(html) == "Kurser: 30\n\nSist: 2\n\n")
    }
    // one that is never closed hides nothing
    #expect(try text("<html><nav><div>Meny<p>Kurser: 30").contains("Kurser: 30"))
    #expect(try text("<html><script>'<nav>'</script><p>Kurser: 30</p>") == "Kurser: 30\n\n")
  }

  @Test(
    "Text raised by a style, a class or as the number of a note is raised",
    arguments: [
      "<span style=\"vertical-align: super; font-size: 8px\">4</span>", "<sup>[4]</sup>",
      "<a href=\"#n4\" class=\"noteref\">4</a>", "<a role=\"doc-noteref\" href=\"#n\">4</a>",
      "<span class=\"x not\">4</span>", "<font style='position:relative; top:-4px'>4</font>",
    ]
  )
  func raised(_ mark: String) throws {
    let style = "<style>p, .a { color: red } td.b .not{ Vertical-Align : SUPER }</style>"
    let html = "<html><head>\(style)</head><p>1&nbsp;250\(mark) kurser</p>"
    #expect(try text(html) == "1\u{A0}250⁴ kurser\n\n")
  }

  @Test("Spans and links that are not raised stay on the line")
  func notRaised() throws {
    let html = "<html><p>1 25<span class=\"a\">4</span> kurser <a href=\"#a\">7</a>"
    #expect(try text(html) == "1 254 kurser 7\n\n")
  }

  @Test("An element with very many attributes is refused, in every format")
  func attributes() throws {
    let many = (0..<600).map { "a\($0)=\"<>\"" }.joined(separator: " ")
    let error = #expect(throws: DocumentError.self) { try text("<html><p \(many)>5") }
    #expect(error?.code == .tooLarge)
    let word = WordFile.document("<w:p \(many)><w:r><w:t>5</w:t></w:r></w:p>")
    let second = #expect(throws: DocumentError.self) {
      try DocumentReader().read(name: "a.docx", bytes: Data(word))
    }
    #expect(second?.code == .tooLarge && second?.detail?.contains("attributes") == true)
    let few = (0..<90).map { "data-a\($0)='<b c d e f>'" }.joined(separator: " ")
    #expect(try text("<html><p \(few)>5") == "5\n\n")
  }

  @Test("Elements that are opened and never closed take no time", .timeLimit(.minutes(1)))
  func openElements() throws {
    for open in ["<svg><math>", "<!--", "<script>", "<nav><", "<style>"] {
      let html = "<html><p>Kurser: 30</p>" + String(repeating: open, count: 40_000)
      #expect(try text(html).hasPrefix("Kurser: 30"))
    }
  }

  @Test("A document with a password is named so, though its container is the old one")
  func password() {
    let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 5_000)
    let name: [UInt8] = "EncryptedPackage".utf8.reduce(into: []) { $0 += [$1, 0] }
    for (bytes, code) in [(start + name, DocumentError.Code.encrypted), (start, .oldWord)] {
      let error = #expect(throws: DocumentError.self) {
        try DocumentReader().read(name: "a.docx", bytes: Data(bytes))
      }
      #expect(error?.code == code)
    }
    // files that are not read are not called too large
    for head in [start, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]] {
      #expect(DocumentLimits().bytes(head: head) > 1 << 20)
    }
  }
}
