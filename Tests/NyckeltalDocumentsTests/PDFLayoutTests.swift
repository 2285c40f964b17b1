import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Words at their places on pages, and the text that they are.
struct PDFLayoutTests {
  private typealias Line = (x: Int, y: Int, text: String)

  private func text(_ pages: [Line]...) throws -> String {
    let source = try DocumentReader().read(
      name: "a.pdf",
      bytes: Data(PDFFile.document(pages: pages.map { PDFFile.lines($0) }))
    )
    return String(decoding: source.utf8, as: UTF8.self)
  }

  /// Figures that end at an edge: a digit of Helvetica is 0.556 of its size wide, a comma or a space
  /// half of that.
  private func right(_ edge: Int, _ y: Int, _ text: String) -> Line {
    let width = text.utf8.reduce(0.0) { $0 + (Byte.isDigit($1) ? 6.116 : 3.058) }
    return (edge - Int(width.rounded()), y, text)
  }

  @Test func headingsBeginWhereTheFiguresUnderThemDoNot() throws {
    let headings: [Line] = [
      (60, 700, "Indikator"), (200, 700, "2014"), (260, 700, "2015"), (320, 700, "2016"),
      (380, 700, "Not"),
    ]
    let rows = [
      ("Elever", ["14 120", "14 185", "14 260"]), ("Kostnad", ["102 300", "", "106 450"]),
    ]
    let figures = rows.enumerated().flatMap { number, row -> [Line] in
      let y = 685 - number * 15
      return [(60, y, row.0)]
        + zip([256, 316, 376], row.1).filter { !$1.isEmpty }.map { right($0, y, $1) }
    }
    #expect(
      try text(headings + figures) == """
        | Indikator | 2014 | 2015 | 2016 | Not |
        |---|---|---|---|---|
        | Elever | 14 120 | 14 185 | 14 260 |  |
        | Kostnad | 102 300 |  | 106 450 |  |


        """
    )
  }

  @Test func yearsOverHeadingsHeadEach() throws {
    let found = try text([
      (60, 720, "Indikator"), (200, 720, "2014"), (320, 720, "2015"),
      (200, 700, "Antal"), (260, 700, "Andel"), (320, 700, "Antal"), (380, 700, "Andel"),
      (60, 680, "Elever"), (200, 680, "120"), (260, 680, "45"), (320, 680, "130"), (380, 680, "46"),
      (60, 660, "Unga"), (200, 660, "20"), (260, 660, "5"), (320, 660, "30"), (380, 660, "6"),
    ])
    #expect(
      found == """
        | Indikator | 2014 Antal | 2014 Andel | 2015 Antal | 2015 Andel |
        |---|---|---|---|---|
        | Elever | 120 | 45 | 130 | 46 |
        | Unga | 20 | 5 | 30 | 6 |


        """
    )
  }

  private let prose = [
    "Under sommaren fick många unga ett feriejobb", "hos kommunen, i en förening eller hos ett",
    "företag i närheten. De flesta av dem är nöjda", "med sitt arbete och vill gärna komma åter",
    "nästa sommar, när fler platser ska finnas hos",
    "alla som har haft en praktikplats under året.",
  ]

  private func ascii(_ text: String) -> String {
    text.replacing("å", with: "\\345").replacing("ä", with: "\\344").replacing("ö", with: "\\366")
  }

  @Test func columnsOfTextMayHoldTables() throws {
    let left = prose.enumerated().map { (60, 700 - $0 * 14, ascii($1)) }
    let table: [Line] = [
      (320, 700, "Feriejobb"), (430, 700, "2021"), (490, 700, "2022"),
      (320, 686, "Platser"), (430, 686, "1 160"), (490, 686, "1 240"),
    ]
    let below = prose.dropFirst(2).enumerated().map { (320, 658 - $0 * 14, ascii($1)) }
    let whole = prose.joined(separator: " ")
    let rest = prose.dropFirst(2).joined(separator: " ")
    #expect(
      try text(left + table + below) == """
        \(whole)

        | Feriejobb | 2021 | 2022 |
        |---|---|---|
        | Platser | 1 160 | 1 240 |

        \(rest)


        """
    )
  }

  @Test func aTableMayStandBelowColumnsOfText() throws {
    let left = prose.prefix(4).enumerated().map { (60, 700 - $0 * 14, ascii($1)) }
    let right = prose.prefix(4).enumerated().map { (320, 700 - $0 * 14, ascii($1)) }
    let rows = [
      ["Namn", "Budget", "Utfall", "Rest"], ["Skola", "702,4", "709,9", "7,5"],
      ["Social", "588,0", "579,6", "8,4"],
    ]
    let table = rows.enumerated().flatMap { number, row in
      zip([60, 230, 340, 460], row).map { ($0, 630 - number * 16, $1) }
    }
    let found = try text(left + right + table)
    #expect(
      found.hasSuffix(
        """
        | Namn | Budget | Utfall | Rest |
        |---|---|---|---|
        | Skola | 702,4 | 709,9 | 7,5 |
        | Social | 588,0 | 579,6 | 8,4 |


        """
      )
    )
    let column = prose.prefix(4).joined(separator: " ")
    #expect(found.hasPrefix("\(column) \(column)\n\n"))
  }

  @Test func aBoxStandsBesideText() throws {
    let left = prose.enumerated().map { (60, 700 - $0 * 14, ascii($1)) }
    let facts = ["Fakta", "Platser: 1 240", "Lag: 3", "Unga: 7", "Lediga: 12", "Kvar: 0"]
    let box = facts.enumerated().map { (340, 700 - $0 * 14, $1) }
    let last = "Sist i texten finns en rad som når från den ena kanten till den andra."
    let found = try text(left + box + [(60, 600, ascii(last))])
    #expect(
      found == (facts + [prose.joined(separator: " "), last]).joined(separator: "\n\n") + "\n\n"
    )
  }

  @Test func raisedDigitsAreNoPartOfAFigure() throws {
    let page =
      "BT /F 11 Tf 60 700 Td (Antal platser: 8 700) Tj /F 6 Tf 5 Ts (1) Tj /F 11 Tf 0 Ts ( 12 m) Tj "
      + "/F 6 Tf 5 Ts (2) Tj /F 11 Tf 0 Ts ( CO) Tj /F 6 Tf -2 Ts (2) Tj ET"
    let source = try DocumentReader().read(
      name: "a.pdf",
      bytes: Data(PDFFile.document(pages: [page]))
    )
    #expect(
      String(decoding: source.utf8, as: UTF8.self) == "Antal platser: 8 700¹ 12 m² CO2\n\n"
    )
  }

  @Test func aSinglePageHasFurnitureToo() throws {
    let page = PDFFile.lines([
      (60, 800, "Vikby kommun"), (440, 800, "Sida 1 (1)"), (60, 740, "Antal platser: 8 700."),
      (60, 80, "Sist i texten: 5 platser."),
      (60, 40, "Postadress"), (300, 40, "Telefon"), (60, 27, "551 10 Vikby"),
      (300, 27, "010-10 50 00"),
    ])
    let source = try DocumentReader().read(
      name: "a.pdf",
      bytes: Data(PDFFile.document(pages: [page]))
    )
    let clean = CleanText(source)
    #expect(
      clean.blocks.map { clean.folded($0.range) }
        == ["Antal platser: 8 700.", "Sist i texten: 5 platser."]
    )
    let furniture = try #require(source.furniture).map {
      String(decoding: source.utf8[$0], as: UTF8.self)
    }
    #expect(
      furniture == ["Vikby kommun Sida 1 (1)", "Postadress Telefon", "551 10 Vikby 010-10 50 00"]
    )
  }

  /// A table's last row, and a heading, are text though they stand at the page's edge.
  @Test func whatTellsNoPageIsText() throws {
    let found = try text([
      (60, 800, "Sammanfattning"), (60, 740, "Antal platser: 8 700."),
      (60, 60, "Andel"), (200, 60, "12 \\(15\\)"), (60, 44, "Antal"), (200, 44, "3 \\(4\\)"),
    ])
    let source = try SourceText(name: "a", bytes: Array(found.utf8))
    let clean = CleanText(source)
    #expect(clean.blocks.count == 4)
  }
}
