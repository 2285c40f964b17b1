import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

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
    ("<html><p>8 700<sup>1</sup> m<sup>2</sup> x<sup>a</sup>", "8 700¹ m² xa\n\n"),
    ("<html><p>8 700<a href=#n><sup> 12 </sup></a> unga", "8 700¹² unga\n\n"),
    ("<html><p><del>500</del> <s>5</s>600 <ins>unga</ins>", "600 unga\n\n"),
    ("<html><p style='display: none'>500</p><p>600</p>", "600\n\n"),
  ])
  func pagesAreReadAsTheyShow(_ html: String, _ wanted: String) throws {
    #expect(try text(html) == wanted)
  }

  @Test func spannedCellsKeepTheirColumns() throws {
    let html =
      "<html><table><tr><td rowspan=2>Unga<td>2014<td>5</tr><tr><td>2015<td></tr></table>"
    #expect(try text(html) == "\n| Unga | 2014 | 5 |\n| Unga | 2015 |  |\n\n")
  }

  /// Cells that say that they span more than any table has, and a cell of very many paragraphs.
  @Test func tablesAreNotSpreadOutWithoutEnd() throws {
    let cells = String(repeating: "<td colspan=200 rowspan=1000>", count: 2_000)
    let rows = String(repeating: "<tr><td>", count: 900)
    let passages = String(repeating: "<p>8 700", count: 30_000)
    let start = ContinuousClock.now
    let read = try text("<html><table><tr><td>Antal 8 700\(cells)\(rows)</table>")
    #expect(read.hasPrefix("\n| Antal 8 700 |"))
    #expect(read.utf8.count < 100_000)
    let layout = try text("<html><table><tr><td>a<td>\(passages)<tr><td>b<td>c</table>")
    #expect(layout.hasPrefix("a\n\n8 700\n\n8 700"))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func aHeadingOverColumnsHeadsEach() throws {
    let html =
      "<html><table><tr><th rowspan=2>Mål<th colspan=2>2014<th colspan=2>2015</tr>"
      + "<tr><th>Mål<th>Utfall<th>Mål<th>Utfall</tr><tr><td>Unga<td>1<td>2<td>3<td>4</tr>"
      + "<tr><td colspan=5>Hela året</tr><tr><td>Alla<td colspan=2>5<td>6<td>7</tr></table>"
    #expect(
      try text(html) == """

        | Mål | 2014 Mål | 2014 Utfall | 2015 Mål | 2015 Utfall |
        |---|---|---|---|---|
        | Unga | 1 | 2 | 3 | 4 |
        | Hela året |  |  |  |  |
        | Alla | 5 |  | 6 | 7 |


        """
    )
  }

  @Test func aFootIsKeptButInNoSentence() throws {
    let html =
      "<html><div title=header><p>Vikby, 2019-03-04</div><p>Antal unga: 5.</p>"
      + "<footer><table><tr><td>Telefon<td>010-10 10 10</table></footer><p>Mer."
    let source = try DocumentReader().read(name: "a.html", bytes: Data(html.utf8))
    let clean = CleanText(source)
    #expect(
      clean.blocks.map { clean.folded($0.range) } == [
        "Vikby, 2019-03-04", "Antal unga: 5.", "Mer.",
      ]
    )
    let furniture = try #require(source.furniture).map {
      String(decoding: source.utf8[$0], as: UTF8.self)
    }
    #expect(furniture == ["Telefon", "010-10 10 10"])
  }

  @Test func softHyphensPartNoWords() throws {
    let source = try DocumentReader().read(
      name: "a.html",
      bytes: Data("<html><p>Sommar&shy;jobb<wbr>en är 5.".utf8)
    )
    let clean = CleanText(source)
    #expect(clean.blocks.map { clean.folded($0.range) } == ["Sommarjobben är 5."])
  }

  @Test func aTableForLayoutIsFlow() throws {
    let html =
      "<html><table><tr><td><h1>Sida</h1><table><tr><td>a<td>1<tr><td>b<td>2</table></table>"
    let read = try text(html)
    #expect(read == "## Sida\n\n\n| a | 1 |\n| b | 2 |\n\n")
  }
}
