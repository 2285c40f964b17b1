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

  /// Numbers and levels that no list has, and a mark that would fill the memory.
  @Test func listsThatCannotBeDoNoHarm() throws {
    func numbering(start: String, override: String, level: String, text: String) -> String {
      """
      <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="\(level)"><w:start w:val="\(start)"/>\
      <w:lvlText w:val="\(text)"/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="\(level)">\
      <w:startOverride w:val="\(override)"/></w:lvlOverride></w:num>
      """
    }
    let properties = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
    let item = WordFile.paragraph("a", properties: properties)
    func read(_ start: Int, _ override: Int, level: Int = 0, text: String = "%1.") throws -> String
    {
      try self.text(
        WordFile.document(
          item + item,
          numbering: numbering(
            start: "\(start)",
            override: "\(override)",
            level: "\(level)",
            text: text
          )
        )
      )
    }
    #expect(try read(5, 2) == "2. a\n3. a\n")
    #expect(try read(1, .min) == "0. a\n1. a\n")
    #expect(try read(.max, .max) == "32767. a\n32768. a\n")
    #expect(try read(1, 1, level: .max) == "a\n\na\n\n")
    #expect(try read(1, 1, text: String(repeating: "%1", count: 1 << 20)) == "a\n\na\n\n")
  }

  @Test func tablesKeepEmptyCellsAndSpans() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.paragraph(text))</w:tc>"
    }
    let body =
      "<w:tbl><w:tr>\(cell("Indikator"))\(cell("2015", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
      + "<w:tr>\(cell("Platser"))\(cell(""))\(cell("8 700|"))</w:tr></w:tbl>"
    let read = try text(WordFile.document(body))
    #expect(read == "\n| Indikator | 2015 | 2015 |\n|---|---|---|\n| Platser |  | 8 700/ |\n\n")
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

  @Test func headsAndFeetAreKeptButInNoSentence() throws {
    let bytes = WordFile.document(
      WordFile.paragraph("Antal unga: 8 700."),
      header: WordFile.paragraph("Nordviks kommun") + WordFile.paragraph("Dnr AMN 2018-0217"),
      footer: WordFile.paragraph("Sida 1 (2)")
    )
    let source = try DocumentReader().read(name: "a.docx", bytes: Data(bytes))
    let furniture = try #require(source.furniture).map {
      String(decoding: source.utf8[$0], as: UTF8.self)
    }
    #expect(furniture == ["Nordviks kommun", "Sida 1 (2)"])
    // what tells the matter's number stays
    let clean = CleanText(source)
    #expect(
      clean.blocks.map { clean.folded($0.range) } == ["Dnr AMN 2018-0217", "Antal unga: 8 700."]
    )
  }

  @Test func aDeletedEndJoinsParagraphs() throws {
    let end = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
    let body =
      "<w:p>\(end)<w:r><w:t xml:space=\"preserve\">Över 600 </w:t></w:r></w:p>"
      + WordFile.paragraph("unga.") + "<w:p>\(end)<w:r><w:t>Slut</w:t></w:r></w:p>"
    #expect(try text(WordFile.document(body)) == "Över 600 unga.\n\nSlut\n\n")
  }

  @Test func whatWasBeforeAChangeIsNoText() throws {
    let body =
      "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>"
      + "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
      + "<w:t>Antal unga 8 700.</w:t></w:r></w:p>"
    #expect(try text(WordFile.document(body)) == "Antal unga 8 700.\n\n")
  }

  /// Text as a run's properties make it.
  @Test(arguments: [
    ("<w:vertAlign w:val=\"superscript\"/>", "1", "8 700¹"),
    ("<w:vertAlign w:val=\"subscript\"/>", "2", "8 7002"),
    ("<w:vertAlign w:val=\"superscript\"/>", "a", "8 700a"),
    ("<w:strike/>", "1", "8 700"), ("<w:strike w:val=\"0\"/>", "1", "8 7001"),
    ("<w:vanish/>", "1", "8 700"), ("<w:b/>", "1", "8 7001"),
  ])
  func runsAreAsTheyShow(_ properties: String, _ run: String, _ wanted: String) throws {
    let body =
      "<w:p><w:r><w:t>8 700</w:t></w:r><w:r><w:rPr>\(properties)</w:rPr>"
      + "<w:t>\(run)</w:t></w:r></w:p>"
    #expect(try text(WordFile.document(body)) == "\(wanted)\n\n")
  }

  @Test func mergedCellsLabelEachRow() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.paragraph(text))</w:tc>"
    }
    let begins = "<w:vMerge w:val=\"restart\"/>"
    let body =
      "<w:tbl><w:tr>\(cell("Grupp"))\(cell("År"))\(cell("Antal"))</w:tr>"
      + "<w:tr>\(cell("Unga", begins))\(cell("2014"))\(cell("5", begins))</w:tr>"
      + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("2015"))\(cell("", "<w:vMerge/>"))</w:tr>"
      + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(cell("2016"))\(cell("7"))</w:tr></w:tbl>"
    #expect(
      try text(WordFile.document(body))
        == "\n| Grupp | År | Antal |\n|---|---|---|\n| Unga | 2014 | 5 |\n| Unga | 2015 |  |\n"
        + "|  | 2016 | 7 |\n\n"
    )
  }

  @Test func aTableInALayoutStaysATable() throws {
    func cell(_ inner: String) -> String { "<w:tc>\(inner)</w:tc>" }
    func row(_ texts: String...) -> String {
      "<w:tr>\(texts.map { cell(WordFile.paragraph($0)) }.joined())</w:tr>"
    }
    let inner = "<w:tbl>\(row("Unga", "5"))\(row("Äldre", "7"))</w:tbl>"
    let outer =
      "<w:tbl><w:tr>\(cell(WordFile.paragraph("Till vänster.")))\(cell(inner + "<w:p/>"))</w:tr></w:tbl>"
    #expect(
      try text(WordFile.document(outer))
        == "Till vänster.\n\n\n| Unga | 5 |\n| Äldre | 7 |\n\n"
    )
    // a row that sets two words beside each other makes no layout of the table around it
    let small = "<w:tbl>\(row("8", "700"))</w:tbl><w:p/>"
    let table =
      "<w:tbl>\(row("Grupp", "Antal"))<w:tr>\(cell(WordFile.paragraph("Unga")))\(cell(small))</w:tr></w:tbl>"
    #expect(
      try text(WordFile.document(table)) == "\n| Grupp | Antal |\n|---|---|\n| Unga | 8 700 |\n\n"
    )
  }

  @Test func aTextBoxIsReadOnce() throws {
    let box = "<w:txbxContent>\(WordFile.paragraph("Antal anställda: 5 410"))</w:txbxContent>"
    let body =
      "<w:p><w:r><w:t>Före</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>\(box)"
      + "</mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
      + "<w:r><w:t xml:space=\"preserve\"> och efter.</w:t></w:r></w:p>"
    #expect(
      try text(WordFile.document(body)) == "Antal anställda: 5 410\n\nFöre och efter.\n\n"
    )
  }

  @Test func softHyphensAndTabsPartNoWords() throws {
    let body =
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"4000\"/></w:tabs></w:pPr><w:r><w:t>Sommar</w:t>"
      + "<w:softHyphen/><w:t>jobb\u{AD}en</w:t><w:tab/><w:t>8 700</w:t></w:r></w:p>"
    let source = try DocumentReader().read(
      name: "a.docx",
      bytes: Data(WordFile.document(body))
    )
    let clean = CleanText(source)
    #expect(clean.blocks.map { clean.folded($0.range) } == ["Sommarjobben 8 700"])
  }
}
