import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// What Word writes with tabs, signs of other fonts and parts that were put in.
struct WordTabTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let source = try DocumentReader().read(name: "a.docx", bytes: Data(bytes))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  /// A paragraph of runs with tabs between them.
  private func line(_ text: String, properties: String = "") -> String {
    let runs = text.split(separator: "\t", omittingEmptySubsequences: false)
      .map { "<w:t>\($0)</w:t>" }.joined(separator: "<w:tab/>")
    return "<w:p><w:pPr>\(properties)</w:pPr><w:r>\(runs)</w:r></w:p>"
  }

  @Test(
    "Tabs part cells, also at a line's beginning and two together",
    arguments: [
      (
        ["\tMål 2022\tUtfall 2022", "Kurser\t30\t28", "Resor, tkr\t\t1 400", "Besök\t75"],
        """
        |  | Mål 2022 | Utfall 2022 |
        |---|---|---|
        | Kurser | 30 | 28 |
        | Resor, tkr |  | 1 400 |
        | Besök | 75 |  |
        """
      ),
      (
        ["\t2021\t\t2022", "Verksamhet\tMål\tUtfall\tMål\tUtfall", "Kurser\t30\t28\t31\t\t"],
        """
        | Verksamhet | 2021 Mål | 2021 Utfall | 2022 Mål | 2022 Utfall |
        |---|---|---|---|---|
        | Kurser | 30 | 28 | 31 |  |
        """
      ),
      // tabs that lead a short label as far as the columns
      (
        ["Verksamhet\tMål\tUtfall", "Kurser\t\t30\t28", "Besök i lokalerna\t75\t71"],
        """
        | Verksamhet | Mål | Utfall |
        |---|---|---|
        | Kurser | 30 | 28 |
        | Besök i lokalerna | 75 | 71 |
        """
      ),
    ]
  )
  func tabsPartCells(_ lines: [String], _ table: String) throws {
    let body = lines.map { line($0) }.joined()
    #expect(try text(WordFile.document(body)) == "\n\(table)\n\n")
  }

  @Test("Names, dates and more cells than headings are no table")
  func otherTabs() throws {
    for lines in [
      ["Bo Ek\tEva Sjö", "ordförande\tsekreterare"], ["Datum\t2022-03-01", "Tid\tkl. 13"],
      ["Mål\tUtfall", "Kurser\t30\t28\t31\t29"],
    ] {
      let found = try text(WordFile.document(lines.map { line($0) }.joined()))
      #expect(!found.contains("|"))
      #expect(found.contains(lines[1]))
    }
  }

  @Test("The places of tabs are no tabs")
  func tabStops() throws {
    let stops = "<w:tabs><w:tab w:val=\"left\" w:pos=\"2000\"/></w:tabs>"
    #expect(try text(WordFile.document(line("Bara text.", properties: stops))) == "Bara text.\n\n")
  }

  @Test("Contents are told by their style, and by pages in ascending order")
  func contents() throws {
    func isFurniture(_ lines: [String], _ properties: String) throws -> Bool {
      let body = lines.map { line($0, properties: properties) }.joined()
      let styles = "<w:style w:styleId=\"Innehll1\"><w:name w:val=\"toc 1\"/></w:style>"
      let bytes = WordFile.document(body + line("Sist."), styles: styles)
      let source = try DocumentReader().read(name: "a.docx", bytes: Data(bytes))
      return source.furniture?.count == lines.count
    }
    let entries = ["Inledning\t3", "Kurser för vuxna\t4", "Ekonomi 2022\t11"]
    #expect(try isFurniture(entries, "<w:pStyle w:val=\"TOC2\"/>"))
    #expect(try isFurniture(["Inledning\t3"], "<w:pStyle w:val=\"Innehll1\"/>"))
    #expect(try isFurniture(entries, ""))
    #expect(try !isFurniture(["Kurser\t30", "Besök\t12", "Resor\t40"], ""))
  }

  @Test(
    "Signs of the font Symbol are read",
    arguments: [("F0B3", "≥ 30"), ("F0A3", "≤ 30"), ("F02D", "− 30"), ("00B1", "± 30")]
  )
  func signs(_ place: String, _ wanted: String) throws {
    let body =
      "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"\(place)\"/><w:t xml:space=\"preserve\"> 30</w:t>"
      + "</w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>"
    #expect(try text(WordFile.document(body)) == "\(wanted)\n\n")
  }

  @Test("A tab to the margin parts words")
  func marginTab() throws {
    let header =
      "<w:p><w:r><w:t>Vikby</w:t></w:r><w:r><w:ptab w:alignment=\"right\"/></w:r>"
      + "<w:r><w:t>Sida 2</w:t></w:r></w:p>"
    #expect(try text(WordFile.document(line("Text."), header: header)).hasPrefix("Vikby Sida 2"))
  }

  @Test("A page that was put in is read in its place, another part is named")
  func insertedParts() throws {
    let body =
      "\(line("Före."))<w:altChunk xmlns:r=\"r\" r:id=\"p1\"/><w:altChunk xmlns:r=\"r\" r:id=\"p2\"/>"
      + line("Efter.")
    let relations =
      "<Relationships><Relationship Id=\"p1\" Type=\"x/aFChunk\" Target=\"del.htm\"/>"
      + "<Relationship Id=\"p2\" Type=\"x/aFChunk\" Target=\"del.rtf\"/></Relationships>"
    let bytes = StoredZip.archive([
      (name: "word/document.xml", bytes: WordFile.part("document", "<w:body>\(body)</w:body>")),
      (name: "word/_rels/document.xml.rels", bytes: Array(relations.utf8)),
      (name: "word/del.htm", bytes: Array("<html><p>Mitt i: 1&nbsp;250 kurser".utf8)),
    ])
    let source = try DocumentReader().read(name: "a.docx", bytes: Data(bytes))
    let found = String(decoding: source.utf8, as: UTF8.self)
    #expect(found.split(separator: "\n") == ["Före.", "Mitt i: 1\u{A0}250 kurser", "Efter."])
    #expect(source.notes.count == 1 && source.notes[0].contains("altChunk"))
  }

  @Test("The part that holds the text may have any name", arguments: ["document7", "huvuddel"])
  func mainPart(_ name: String) throws {
    let relations =
      "<Relationships><Relationship Id=\"a\" Type=\"http://x/relationships/officeDocument\" "
      + "Target=\"/word/\(name).xml\"/></Relationships>"
    let bytes = StoredZip.archive([
      (
        name: "word/\(name).xml",
        bytes: WordFile.part("document", "<w:body>\(line("Ja."))</w:body>")
      ),
      (name: "_rels/.rels", bytes: Array(relations.utf8)),
    ])
    #expect(try text(bytes) == "Ja.\n\n")
  }
}
