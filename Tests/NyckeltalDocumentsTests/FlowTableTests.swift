import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Tables of web pages and Word documents: which headings stand over which figures.
struct FlowTableTests {
  private func text(_ html: String) throws -> String {
    let source = try DocumentReader().read(name: "a.html", bytes: Data(html.utf8))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  private func text(word body: String) throws -> String {
    let source = try DocumentReader()
      .read(name: "a.docx", bytes: Data(WordFile.document(body)))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  private static let wanted = """
    | Nyckeltal | 2022 Mål | 2022 Utfall | 2023 Mål | 2023 Utfall |
    |---|---|---|---|---|
    | Feriejobb | 320 | 312 | 350 | 345 |
    """

  private static let figures = "<tr><td>Feriejobb<td>320<td>312<td>350<td>345</tr></table>"

  @Test(
    "A label over both rows of headings, above, below or in both",
    arguments: [
      "<tr><th rowspan=2>Nyckeltal<th colspan=2>2022<th colspan=2>2023<tr><th>Mål<th>Utfall"
        + "<th>Mål<th>Utfall",
      "<tr><td rowspan=2>Nyckeltal<td colspan=2>2022<td colspan=2>2023<tr><td>Mål<td>Utfall"
        + "<td>Mål<td>Utfall",
      "<tr><td><td>2022<td>2022<td>2023<td>2023<tr><td>Nyckeltal<td>Mål<td>Utfall<td>Mål<td>Utfall",
      "<tr><td>Nyckeltal<td>2022<td>2022<td>2023<td>2023<tr><td>Nyckeltal<td>Mål<td>Utfall"
        + "<td>Mål<td>Utfall",
      "<thead><tr><td>Nyckeltal<td colspan=2>2022<td colspan=2>2023<tr><td><td>Mål<td>Utfall"
        + "<td>Mål<td>Utfall</thead>",
    ]
  )
  func twoRows(_ head: String) throws {
    #expect(try text("<html><table>\(head)</tr>\(Self.figures)").contains(Self.wanted))
  }

  @Test("Words over years, and three rows with the unit in its own")
  func otherOrders() throws {
    let years =
      "<tr><th rowspan=2>Mått<th colspan=2>Utfall<th colspan=2>Mål<tr><th>2022<th>2023<th>2022"
      + "<th>2023</tr>"
    #expect(
      try text("<html><table>\(years)\(Self.figures)")
        .contains("| Mått | Utfall 2022 | Utfall 2023 | Mål 2022 | Mål 2023 |\n|---")
    )
    let three =
      "<tr><th rowspan=3>Verksamhet<th colspan=4>Belopp i tkr<tr><th colspan=2>2022"
      + "<th colspan=2>2023<tr><th>Budget<th>Utfall<th>Budget<th>Utfall</tr>"
    #expect(
      try text("<html><table>\(three)\(Self.figures)").contains(
        "| Verksamhet | Belopp i tkr 2022 Budget | Belopp i tkr 2022 Utfall "
          + "| Belopp i tkr 2023 Budget | Belopp i tkr 2023 Utfall |\n|---"
      )
    )
  }

  @Test("A line over the whole table stands above it, and rows of words are no headings")
  func titles() throws {
    let html =
      "<html><table><tr><td colspan=3>Driftbudget, mnkr</tr><tr><td>Område<td>Budget<td>Läge</tr>"
      + "<tr><td>Sommarjobb<td>ja<td>följs</tr><tr><td>Vuxna<td>12<td>följs</tr></table>"
    #expect(
      try text(html) == """
        Driftbudget, mnkr


        | Område | Budget | Läge |
        |---|---|---|
        | Sommarjobb | ja | följs |
        | Vuxna | 12 | följs |


        """
    )
  }

  @Test("Headings again begin another table, unless they are the same")
  func headingsAgain() throws {
    let html =
      "<html><table><tr><th>Mått<th>Mål 2022<th>Utfall 2022</tr><tr><td>Platser<td>5<td>6</tr>"
      + "<tr><th>Mått<th>Mål 2022<th>Utfall 2022</tr><tr><td>Hushåll<td>7<td>8</tr>"
      + "<tr><th>Kostnad<th>Budget 2023<th>Prognos 2023</tr><tr><td>Sfi<td>9<td>10</tr></table>"
    #expect(
      try text(html) == """

        | Mått | Mål 2022 | Utfall 2022 |
        |---|---|---|
        | Platser | 5 | 6 |
        | Hushåll | 7 | 8 |

        | Kostnad | Budget 2023 | Prognos 2023 |
        |---|---|---|
        | Sfi | 9 | 10 |


        """
    )
  }

  private func row(_ cells: [(String, Int)]) -> String {
    "<w:tr>"
      + cells.map { text, span in
        "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/></w:tcPr>\(WordFile.paragraph(text))</w:tc>"
      }
      .joined() + "</w:tr>"
  }

  private func grid(_ widths: [Int]) -> String {
    "<w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>"
  }

  @Test("A border that was dragged aside makes no column")
  func draggedBorders() throws {
    // cell by cell where there are as many; else by what lies below what
    let body =
      "<w:tbl>\(grid([3000, 1000, 1000, 200, 1000]))"
      + row([("Mått", 1), ("Mål", 1), ("Utfall", 1), ("Prognos", 2)])
      + row([("Platser", 1), ("5", 1), ("6", 2), ("7", 1)])
      + row([("Hushåll", 2), ("8", 2), ("9", 1)]) + "</w:tbl>"
    #expect(
      try text(word: body) == """

        | Mått | Mål | Utfall | Prognos |
        |---|---|---|---|
        | Platser | 5 | 6 | 7 |
        | Hushåll |  | 8 | 9 |


        """
    )
  }

  @Test("A table of figures is no layout, whatever a cell holds")
  func cellsThatHoldMuch() throws {
    let passages = (1...8).map {
      "<p>\(String(repeating: "Arbetet gick bra. ", count: $0 + 6))</p>"
    }
    let head = "<tr><th><h4>Mått</h4><th><h4>Mål 2023</h4><th>Kommentar</tr>"
    for comment in [
      passages.joined(), "<table><tr><td>Pojkar<td>3<tr><td>Flickor<td>2</table>",
      "<ul><li>ett<li>två</ul><h5>Tre</h5>",
    ] {
      let html = "<html><table>\(head)<tr><td>Platser<td>5<td>\(comment)</tr></table>"
      let read = try text(html)
      #expect(read.contains("| Mått | Mål 2023 | Kommentar |\n|---|---|---|\n| Platser | 5 | "))
    }
  }
}
