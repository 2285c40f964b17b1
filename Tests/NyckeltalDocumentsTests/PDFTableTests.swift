import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Tables whose rows and ends are told by where their lines stand.
struct PDFTableTests {
  private typealias Line = (x: Int, y: Int, text: String)

  private func text(_ lines: [Line]) throws -> String {
    let page = PDFFile.document(pages: [PDFFile.lines(lines)])
    let source = try DocumentReader().read(name: "a.pdf", bytes: Data(page))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  /// Labels of two lines at a table's left, and how far below their first line the figures stand.
  @Test(arguments: [0, -6, -12])
  func aLabelOfSeveralLinesIsOneCell(_ shift: Int) throws {
    let labels = [
      ("Antal personer som har en anställning", "inom kommunens verksamheter", "300", "318"),
      ("Andel personer som ett halvår senare", "har arbete eller studier", "50 %", "47 %"),
      ("Antal platser", "", "700", "768"),
    ]
    var lines: [Line] = [
      (60, 700, "Indikator"), (320, 700, "Utfall 2015"), (440, 700, "Utfall 2016"),
    ]
    for (number, row) in labels.enumerated() {
      let top = 676 - number * 38
      lines.append((60, top, row.0.replacing("ä", with: "\\344").replacing("å", with: "\\345")))
      if !row.1.isEmpty { lines.append((60, top - 12, row.1)) }
      let figures = row.1.isEmpty ? top : top + shift
      lines += [(320, figures, row.2), (440, figures, row.3)]
    }
    #expect(
      try text(lines) == """
        | Indikator | Utfall 2015 | Utfall 2016 |
        |---|---|---|
        | \(labels[0].0) \(labels[0].1) | 300 | 318 |
        | \(labels[1].0) \(labels[1].1) | 50 % | 47 % |
        | Antal platser | 700 | 768 |


        """
    )
  }

  /// Cells that are full stand hardly further apart than words.
  @Test func headingsThatFillTheirCellsArePartedWhereTheyStandApart() throws {
    let found = try text([
      (50, 700, "Verksamhet"), (200, 700, "Utfall 2022"), (257, 700, "Plan 2023"),
      (311, 700, "Utfall 2023"), (50, 684, "Kurser i data"), (234, 684, "958"),
      (288, 684, "365"), (345, 684, "989"), (50, 668, "Resor"), (234, 668, "389"),
      (288, 668, "444"), (345, 668, "301"),
    ])
    #expect(found.hasPrefix("| Verksamhet | Utfall 2022 | Plan 2023 | Utfall 2023 |\n"))
  }

  @Test func cellsThatAreEmptyElsewhereInEachRowAreNotTabs() throws {
    let found = try text([
      (420, 716, "2023"), (496, 716, "2024"),
      (404, 700, "Plan"), (440, 700, "Utfall"), (480, 700, "Plan"), (516, 700, "Utfall"),
      (50, 684, "Kurser i data"), (440, 684, "441"), (480, 684, "468"), (516, 684, "391"),
      (50, 668, "Resor"), (404, 668, "65"), (440, 668, "37"), (480, 668, "43"),
    ])
    #expect(
      found.contains(
        """
        | 2023 Plan | 2023 Utfall | 2024 Plan | 2024 Utfall |
        |---|---|---|---|---|
        | Kurser i data |  | 441 | 468 | 391 |
        | Resor | 65 | 37 | 43 |  |

        """
      )
    )
  }

  @Test func aDashIsTheCellOfItsRow() throws {
    let found = try text([
      (50, 702, "Verksamhet"), (300, 702, "Utfall"), (400, 702, "Plan"),
      (50, 690, "Kurser i data, med nya"), (300, 690, "114"), (400, 690, "-"),
      (50, 678, "och fortsatta"), (50, 666, "Resor"), (300, 666, "-"), (400, 666, "417"),
      (50, 654, "Hyror"), (300, 654, "-"), (400, 654, "450"),
    ])
    #expect(found.contains("med nya och fortsatta | 114 | - |\n| Resor | - | 417 |\n"))
  }

  @Test func passagesInCellsAreWhole() throws {
    let found = try text([
      (60, 700, "Mandat"), (300, 700, "Svar"),
      (60, 684, "Hur många unga fick ett".replacing("å", with: "\\345")),
      (300, 684, "Det var 640 unga som fick ett jobb,"),
      (60, 672, "jobb under sommaren?"),
      (300, 672, "vilket var 35 fler än 2018.".replacing("ä", with: "\\344")),
      (60, 654, "Vad kostade jobben?"), (300, 654, "Kostnaden var 8,2 miljoner kronor."),
    ])
    #expect(
      found == """
        | Mandat | Svar |
        | Hur många unga fick ett jobb under sommaren? | Det var 640 unga som fick ett jobb, vilket var 35 fler än 2018. |
        | Vad kostade jobben? | Kostnaden var 8,2 miljoner kronor. |


        """
    )
  }

  @Test func aLineBetweenTablesIsInNeither() throws {
    let found = try text([
      (60, 700, "Post"), (200, 700, "Budget"), (300, 700, "Utfall"),
      (60, 684, "Kostnader"), (200, 684, "118,0"), (300, 684, "39,1"),
      (60, 668, "Tabell 2. Volymer"),
      (60, 652, "Verksamhet"), (200, 652, "T1 2021"), (260, 652, "T1 2022"), (330, 652, "T1 2023"),
      (60, 636, "Deltagare"), (200, 636, "410"), (260, 636, "455"), (330, 636, "432"),
    ])
    #expect(
      found == """
        | Post | Budget | Utfall |
        |---|---|---|
        | Kostnader | 118,0 | 39,1 |

        Tabell 2. Volymer

        | Verksamhet | T1 2021 | T1 2022 | T1 2023 |
        |---|---|---|---|
        | Deltagare | 410 | 455 | 432 |


        """
    )
  }

  /// Items of minutes in two columns: their headings stand beside each other.
  @Test func headingsOfColumnsStandApart() throws {
    let prose = [
      "Antalet elever i kommunens skolor var", "4 318 i april, fler än i fjol. Av dem gick",
      "477 barn i en klass för de yngsta, och de", "andra i årskurs ett till nio. Antalet lärare",
      "var 402 vid samma tid som i fjol.",
    ]
    .map { $0.replacing("å", with: "\\345").replacing("ä", with: "\\344") }
    var lines: [Line] = []
    for (x, number) in [(60, 31), (320, 32)] {
      lines.append((x, 700, "\\247 \(number) Antal"))
      lines += prose.enumerated().map { (x, 680 - $0 * 14, $1) }
    }
    let found = try text(lines)
    let starts = try ["§ 31 Antal\n", "402 vid", "§ 32 Antal\n"].map {
      try #require(found.firstRange(of: $0)).lowerBound
    }
    #expect(starts == starts.sorted())
  }
}
