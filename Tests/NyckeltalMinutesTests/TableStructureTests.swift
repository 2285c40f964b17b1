import NyckeltalMinutes
import NyckeltalText
import Testing

/// Where tables begin and end, and which headings stand above their rows.
struct TableStructureTests {
  /// The passages of a document as lines: "# heading", "- text", "(title) header: rows".
  private func outline(_ text: String) throws -> [String] {
    let minutes = try minutes("Rapport om året\n\nHär följer läget i stort.\n\n\(text)\n")
    let passages = minutes.items.flatMap(\.sections).flatMap(\.passages).dropFirst(2)
    return passages.map { passage in
      switch passage {
      case .heading(let range): "# \(minutes.text.folded(range))"
      case .paragraph(let range), .listItem(let range, _): "- \(minutes.text.folded(range))"
      case .table(let table):
        table.titles.map { "(\(minutes.text.folded($0))) " }.joined()
          + table.header.joined(separator: "|") + ": "
          + table.rows.map { row in
            row.cells.map { minutes.text.folded($0) }.joined(separator: "|")
          }.joined(separator: "; ")
      }
    }
  }

  @Test("Headings stand above groups of rows, each under a line of its own")
  func groups() throws {
    let text = """
                                       Utfall     Utfall       Mål
                                      T2 2016    T2 2017      2017

      Bageriet
      Antal bullar                        210        198       205
      Antal kakor                           –         12        20

      Kaféet
      Antal gäster                      1 640      1 702     1 700
      """
    #expect(
      try outline(text) == [
        "(Bageriet) |Utfall T2 2016|Utfall T2 2017|Mål 2017: "
          + "Antal bullar|210|198|205; Antal kakor|–|12|20",
        "(Kaféet) |Utfall T2 2016|Utfall T2 2017|Mål 2017: Antal gäster|1 640|1 702|1 700",
      ]
    )
  }

  @Test("A bold line names a group, a heading of a section begins another table")
  func bold() throws {
    let text = """
      | Mått | 2016 | 2017 |
      |------|------|------|
      | Bullar | 210 | 198 |
      """
    let rows = "| Gäster | 640 | 702 |\n| Platser | 40 | 44 |"
    #expect(
      try outline("\(text)\n\n**Kaféet**\n\n\(rows)").last
        == "(Kaféet) Mått|2016|2017: Gäster|640|702; Platser|40|44"
    )
    #expect(
      try outline("\(text)\n\n## Kaféet\n\n\(rows)").last == "||: Gäster|640|702; Platser|40|44"
    )
  }

  @Test("A line over indented rows names them and is not the end of a label")
  func indentedGroups() throws {
    let text = """
      Verksamhet            Budget    Utfall
      Köket
        Råvaror                410       395
        Löner                  820       836
      Matsalen
        Löner                  630       615
      """
    #expect(
      try outline(text) == [
        "(Köket) Verksamhet|Budget|Utfall: Råvaror|410|395; Löner|820|836",
        "(Matsalen) Verksamhet|Budget|Utfall: Löner|630|615",
      ]
    )
  }

  @Test("Headings of a group, running text and other columns keep the headings above away")
  func notTakenOver() throws {
    let own = """
                      2016      2017
      Bullar           210       198

      Kaféet
                      2018      2019
      Gäster         1 640     1 702
      """
    #expect(try outline(own).last == "|2018|2019: Gäster|1 640|1 702")
    let text = """
                      2016      2017
      Bullar           210       198

      Kaféet bytte lokal under hösten.

      Gäster         1 640     1 702
      Platser           40        44
      """
    #expect(try outline(text).last == "||: Gäster|1 640|1 702; Platser|40|44")
    let columns = """
                      2016      2017
      Bullar           210       198

      Kaféet
      Gäster           640       702      1 342
      Platser           40        44         84
      """
    #expect(try outline(columns).last == "|||: Gäster|640|702|1 342; Platser|40|44|84")
  }

  @Test(
    "Lines drawn between rows are none",
    arguments: ["-----------------------------", "=====  =====  =====", "_____________"]
  )
  func rules(_ rule: String) throws {
    let text = """
      Belopp i tkr    Budget    Utfall
                        2017      2017
      \(rule)
      Råvaror            410       395
      \(rule)
      Summa              410       395
      """
    #expect(
      try outline(text) == [
        "Belopp i tkr|Budget 2017|Utfall 2017: Råvaror|410|395; Summa|410|395"
      ]
    )
  }

  @Test("A number set apart from its heading makes no row of it")
  func numberedTitles() throws {
    let text = """
      2    Ekonomi

      Belopp i tkr    Budget    Utfall
      Råvaror            410       395

      2.1   Löner

      Lönerna steg något.

      1    Bullar    12
      2    Kakor     14
      """
    #expect(
      try outline(text) == [
        "# Ekonomi", "Belopp i tkr|Budget|Utfall: Råvaror|410|395", "# Löner",
        "- Lönerna steg något.", "||: 1|Bullar|12; 2|Kakor|14",
      ]
    )
  }

  @Test("A letterhead above rows of contacts heads no table")
  func letterhead() throws {
    let text = """
      Staden            Tjänsteskrivelse

      Handläggare
      Eva Ek            eva.ek@staden.example
      Bo Al             bo.al@staden.example
      """
    #expect(try outline(text).first == "- Staden Tjänsteskrivelse")
  }
}
