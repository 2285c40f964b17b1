import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

struct WordTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let source = try DocumentReader().read(name: "a.docx", bytes: Data(bytes))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  @Test func listNumbersAreCounted() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/>\
      <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>\
      <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>\
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>\
      <w:num w:numId="2"><w:abstractNumId w:val="7"/>\
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
      """
    func item(_ text: String, _ list: Int, _ level: Int) -> String {
      WordFile.paragraph(
        text,
        properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
      )
    }
    let body =
      item("tre", 1, 0) + item("a", 1, 1) + item("b", 1, 1) + item("fyra", 1, 0)
      + item("a igen", 1, 1) + item("ett", 2, 0)
    let read = try text(WordFile.document(body, numbering: numbering))
    #expect(read == "3. tre\na) a\nb) b\n4. fyra\na) a igen\n1. ett\n")
  }

  @Test func tablesKeepEmptyCellsAndSpans() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.paragraph(text))</w:tc>"
    }
    let body =
      "<w:tbl><w:tr>\(cell("Indikator"))\(cell("2015", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
      + "<w:tr>\(cell("Platser"))\(cell(""))\(cell("8 700|"))</w:tr></w:tbl>"
    let read = try text(WordFile.document(body))
    #expect(read == "\n| Indikator | 2015 | |\n| Platser |  | 8 700/ |\n\n")
  }

  @Test func whatIsDeletedOrNotedIsNoText() throws {
    let body =
      "<w:p><w:r><w:t>Över </w:t></w:r><w:del><w:r><w:delText>500</w:delText></w:r></w:del>"
      + "<w:ins><w:r><w:t>600</w:t></w:r></w:ins><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
      + "<w:r><w:t xml:space=\"preserve\"> unga</w:t></w:r></w:p>"
    let notes = "<w:footnote w:id=\"2\">\(WordFile.paragraph("Preliminärt."))</w:footnote>"
    let read = try text(WordFile.document(body, footnotes: notes))
    #expect(read == "Över 600 unga\n\nPreliminärt.\n\n")
  }

  @Test func headingsFollowTheirStyles() throws {
    let styles = """
      <w:style w:styleId="R1"><w:name w:val="heading 1"/></w:style>\
      <w:style w:styleId="Egen"><w:name w:val="Min"/><w:basedOn w:val="R1"/></w:style>\
      <w:style w:styleId="X"><w:name w:val="Ring"/><w:basedOn w:val="X"/></w:style>
      """
    let body =
      WordFile.paragraph("Ekonomi", properties: "<w:pStyle w:val=\"Egen\"/>")
      + WordFile.paragraph("Text.", properties: "<w:pStyle w:val=\"X\"/>")
    #expect(try text(WordFile.document(body, styles: styles)) == "## Ekonomi\n\nText.\n\n")
  }
}

struct WebPageTests {
  private func text(_ html: String) throws -> String {
    let source = try DocumentReader().read(name: "a.html", bytes: Data(html.utf8))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "<html><h2>Ekonomi</h2><p>Text\n om <b>15&nbsp;900</b> unga.<p>Mer",
      "## Ekonomi\n\nText om 15\u{A0}900 unga.\n\nMer\n\n"
    ),
    ("<html><ol start=3><li>tre<li><p>fyra</p></ol>", "3. tre\n4. fyra\n"),
    ("<html><script>var a = 5000;</script><style>p{}</style><p>Bara detta", "Bara detta\n\n"),
    ("<html><ul><li>a<li>b</ul>", "- a\n- b\n"),
  ])
  func pagesAreReadAsTheyShow(_ html: String, _ wanted: String) throws {
    #expect(try text(html) == wanted)
  }

  @Test func spannedCellsKeepTheirColumns() throws {
    let html =
      "<html><table><tr><td rowspan=2>Unga<td>2014<td>5</tr><tr><td>2015<td></tr></table>"
    #expect(try text(html) == "\n| Unga | 2014 | 5 |\n| | 2015 |  |\n\n")
  }

  @Test func aTableForLayoutIsFlow() throws {
    let html =
      "<html><table><tr><td><h1>Sida</h1><table><tr><td>a<td>1<tr><td>b<td>2</table></table>"
    let read = try text(html)
    #expect(read.hasPrefix("## Sida\n\n"))
  }
}
