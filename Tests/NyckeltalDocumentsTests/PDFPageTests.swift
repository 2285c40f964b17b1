import Foundation
import NyckeltalDocuments
import NyckeltalModel
import NyckeltalText
import Testing

@testable import struct NyckeltalDocuments.PDFWords

/// Pages that are turned, without letters, with raised marks, or set with tabs alone.
struct PDFPageTests {
  private func source(_ pages: [String]) throws -> SourceText {
    try DocumentReader().read(name: "a.pdf", bytes: Data(PDFFile.document(pages: pages)))
  }

  private func text(_ page: String) throws -> String {
    String(decoding: try source([page]).utf8, as: UTF8.self)
  }

  /// Lines set by a matrix: "0 1 -1 0" turns them to the left.
  private func turned(_ matrix: String, _ lines: [(x: Int, y: Int, text: String)]) -> String {
    "BT /F 11 Tf\n"
      + lines.map { "\(matrix) \($0.x) \($0.y) Tm (\($0.text)) Tj" }.joined(separator: "\n")
      + "\nET"
  }

  private static let rows = [
    ["Verksamhet", "Plan 2022", "Utfall 2022"], ["Kurser i data", "30", "1 428"],
    ["Deltagare i verkstaden", "75", "71"], ["Praktikplatser", "12", "9"],
  ]

  private static let table = """
    | Verksamhet | Plan 2022 | Utfall 2022 |
    |---|---|---|
    | Kurser i data | 30 | 1 428 |
    | Deltagare i verkstaden | 75 | 71 |
    | Praktikplatser | 12 | 9 |
    """

  @Test("A page that is turned is read as if it stood upright")
  func turnedPages() throws {
    let cells = Self.rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { (row: row, column: $0, text: $1) }
    }
    let left = cells.map { (x: 100 + $0.row * 24, y: 80 + $0.column * 200, text: $0.text) }
    let right = cells.map { (x: 400 - $0.row * 24, y: 780 - $0.column * 200, text: $0.text) }
    for page in [turned("0 1 -1 0", left), turned("0 -1 1 0", right)] {
      let found = try source([page])
      #expect(String(decoding: found.utf8, as: UTF8.self) == Self.table + "\n\n")
      // places are those on the page as it is shown
      let boxes = try #require(found.layout)
      #expect(boxes.boxes(of: 0..<found.utf8.count).allSatisfy { $0.yMax - $0.yMin < 842 })
    }
  }

  @Test("A turned note beside a page is left out and named")
  func turnedNotes() throws {
    let page =
      PDFFile.lines([(60, 700, "Antal kurser: 30."), (60, 680, "Antal deltagare i allt: 75.")])
      + turned("0 1 -1 0", [(30, 200, "Bilaga till protokollet nr 4711")])
    let found = try source([page])
    #expect(!String(decoding: found.utf8, as: UTF8.self).contains("4711"))
    #expect(found.notes == ["page 1: turned text is left out"])
  }

  @Test("Fonts that tell no letters are named, page by page")
  func unreadableLetters() throws {
    func word(_ text: String, _ x: Int) -> String {
      "<word xMin=\"\(x)\" yMin=\"80\" xMax=\"\(x + 40)\" yMax=\"92\">\(text)</word>\n"
    }
    let shut = (0..<8).map { word("\u{13}AB\u{3}C", 50 + $0 * 60) }.joined()
    let open = (0..<8).map { word("ord\($0)", 50 + $0 * 60) }.joined()
    func page(_ words: String) -> String {
      "<page width=\"595\" height=\"842\">\n\(words)</page>\n"
    }
    let both = PDFWords(Array((page(open) + page(shut)).utf8))
    #expect(both.leftOut.unreadable == [1])
    #expect(both.pages.map(\.words.count) == [8, 0])
    // a control or two among many words is no such font
    #expect(PDFWords(Array(page(open + word("a\u{1}", 60)).utf8)).leftOut.unreadable.isEmpty)
  }

  @Test("Marks that browsers raise in hardly smaller letters are no part of a figure")
  func raisedMarks() throws {
    let page =
      "BT /F 11 Tf 60 700 Td (Antal kurser 2022 blev 1 428) Tj /F 9.2 Tf 4 Ts (3) Tj "
      + "/F 11 Tf 0 Ts ( i hela kommunen.) Tj ET"
    #expect(try text(page) == "Antal kurser 2022 blev 1 428³ i hela kommunen.\n\n")
  }

  @Test("A sentence continues on a line that begins with a number in groups")
  func boundNumbers() throws {
    let page = PDFFile.lines([
      (60, 700, "Under de senaste fyra manaderna har kommunen haft i genomsnitt"),
      (60, 686, "1 428 deltagare i kurserna, och det var fler an vad som hade planerats for"),
      (60, 672, "2 350 tkr. Namnden ar nojd med den utvecklingen."),
    ])
    #expect(try text(page).split(separator: "\n").count == 1)
  }

  @Test("Rows whose figures tabs have pushed aside are read in their order")
  func ragged() throws {
    let page = PDFFile.lines([
      (50, 700, "Verksamhet"), (122, 700, "Plan 2022"), (194, 700, "Utfall 2022"),
      (50, 686, "Kurser i data, antal"), (158, 686, "30"), (194, 686, "28"),
      (50, 672, "Deltagare i verkstaden, antal"), (230, 672, "75"), (266, 672, "71"),
      (50, 658, "Resor"), (86, 658, "12"), (122, 658, "9"),
    ])
    #expect(
      try text(page) == """
        | Verksamhet | Plan 2022 | Utfall 2022 |
        |---|---|---|
        | Kurser i data, antal | 30 | 28 |
        | Deltagare i verkstaden, antal | 75 | 71 |
        | Resor | 12 | 9 |


        """
    )
  }

  @Test("Numbers that a narrow column breaks are one")
  func brokenNumbers() throws {
    let head: [(x: Int, y: Int, text: String)] = [
      (50, 720, "Verksamhet"), (300, 720, "Plan 2022"), (400, 720, "Utfall 2022"),
      (50, 690, "Kurser i data"), (300, 690, "428"), (400, 690, "417"),
    ]
    // "30" over "741", the label beside the last line
    let broken =
      head + [
        (400, 660, "30"), (50, 648, "Resor, tkr"), (300, 648, "22 385"), (400, 648, "741"),
      ]
    #expect(
      try text(PDFFile.lines(broken)).contains("| Resor, tkr | 22 385 | 30 741 |\n")
    )
    // a part of the row above is a row of its own
    let whole =
      head + [
        (50, 660, "Platser"), (300, 660, "30"), (400, 660, "31"),
        (50, 648, "varav unga"), (300, 648, "741"), (400, 648, "742"),
      ]
    #expect(
      try text(PDFFile.lines(whole)).contains("| Platser | 30 | 31 |\n| varav unga | 741 | 742 |\n")
    )
    // where a number as long stands on one line, none is broken
    let wide =
      head + [
        (50, 660, "Resor"), (300, 660, "30"), (400, 660, "31"),
        (50, 648, "bilar"), (300, 648, "741"), (400, 648, "742"),
        (50, 636, "Hyror"), (300, 636, "12 300"), (400, 636, "12 100"),
      ]
    #expect(
      try text(PDFFile.lines(wide)).contains("| Resor | 30 | 31 |\n| bilar | 741 | 742 |\n")
    )
  }

  @Test("A caption is no heading, a broken date is one, and a row may be set closely")
  func captionAndDate() throws {
    for label in ["Kurser i data", "Kurser i data, med nya och fortsatta kurser"] {
      let page = PDFFile.lines([
        (170, 734, "Uppgifter om verksamheten, tkr"),
        (50, 720, "Verksamhet"), (300, 720, "Plan 2022"), (400, 720, "2022-08-"),
        (400, 708, "31"), (50, 690, label), (300, 690, "428"), (400, 690, "417"),
        (50, 676, "Resor"), (300, 676, "12"), (400, 676, "9"),
      ])
      #expect(
        try text(page) == """
          Uppgifter om verksamheten, tkr

          | Verksamhet | Plan 2022 | 2022-08-31 |
          |---|---|---|
          | \(label) | 428 | 417 |
          | Resor | 12 | 9 |


          """
      )
    }
  }

  @Test("A paragraph ends a table, also where it is no longer than the labels")
  func paragraphBetween() throws {
    let page = PDFFile.lines([
      (50, 720, "Verksamhet"), (440, 720, "Plan 2022"), (510, 720, "Utfall"),
      (50, 700, "Kurser i data"), (450, 700, "428"), (520, 700, "417"),
      (50, 680, "Resor"), (450, 680, "30"), (520, 680, "31"),
      (50, 652, "Tabellen visar hur verksamheten har utvecklats under hela perioden."),
      (50, 630, "Verksamhet"), (200, 630, "Plan 2023"), (300, 630, "Utfall 2023"),
      (50, 610, "Kurser i data"), (210, 610, "500"), (310, 610, "519"),
      (50, 590, "Resor"), (210, 590, "12"), (310, 590, "9"),
    ])
    #expect(
      try text(page).contains(
        "\n| Verksamhet | Plan 2023 | Utfall 2023 |\n|---|---|---|\n| Kurser i data | 500 | 519 |\n"
      )
    )
  }

  @Test("Narrow letters are not turned")
  func narrowLetters() throws {
    let page = PDFFile.lines([(60, 700, "Till"), (60, 680, "Lilli till"), (60, 660, "ill. 14")])
    let found = try source([page])
    #expect(found.notes.isEmpty)
    #expect(String(decoding: found.utf8, as: UTF8.self).contains("Lilli till"))
  }
}
