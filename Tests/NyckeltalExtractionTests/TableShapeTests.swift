import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// Tables of many shapes: each figure under its own heading, or not at all.
struct TableShapeTests {
  /// Kind, value, period of each figure that a table states.
  private func figures(_ table: String) throws -> [String] {
    try stated(table).map { fact in
      fact.split(separator: " ").prefix(4).filter { word in
        !["persons", "places", "percent", "households", "SEK", "up", "down"].contains(String(word))
      }.joined(separator: " ")
    }
  }

  @Test(
    "Headings over several columns are those of each",
    arguments: [
      """
      | Nyckeltal | 2019 | 2019 | 2020 | 2020 |
      |---|---|---|---|---|
      | Nyckeltal | Mål | Utfall | Mål | Utfall |
      | Antal feriejobb | 200 | 188 | 220 | 231 |
      """,
      """
      | | 2019 | | 2020 | |
      |---|---|---|---|---|
      | Nyckeltal | Mål | Utfall | Mål | Utfall |
      | Antal feriejobb | 200 | 188 | 220 | 231 |
      """,
      """
      | | | 2019 | | 2020 |
      |---|---|---|---|---|
      | Nyckeltal | | | | |
      | | Mål | Utfall | Mål | Utfall |
      | Antal feriejobb | 200 | 188 | 220 | 231 |
      """,
      """
                                2019                 2020
      Nyckeltal              Mål   Utfall         Mål   Utfall

      Antal feriejobb        200      188         220      231
      Antal cyklar             4        5           6        7
      """,
    ]
  )
  func spans(_ table: String) throws {
    #expect(
      try figures(table).prefix(4) == [
        "target 200 2019", "outcome 188 2019", "target 220 2020", "outcome 231 2020",
      ]
    )
  }

  @Test("Kinds over years, and groups of different widths")
  func widths() throws {
    let kinds = """
      | | Utfall | | | Mål | |
      |---|---|---|---|---|---|
      | Mått | 2018 | 2019 | 2020 | 2020 | 2021 |
      | Antal feriejobb | 310 | 298 | 305 | 300 | 320 |
      """
    #expect(
      try figures(kinds) == [
        "outcome 310 2018", "outcome 298 2019", "outcome 305 2020", "target 300 2020",
        "target 320 2021",
      ]
    )
    let centred = """
                                         2017                      2018
      Indikator                      Mål    Utfall      Mål    Utfall    Prognos

      Antal feriejobb                200       188      220       231        225
      """
    #expect(
      try figures(centred) == [
        "target 200 2017", "outcome 188 2017", "target 220 2018", "outcome 231 2018",
        "forecast 225 2018",
      ]
    )
  }

  @Test(
    "A line between headings and rows, and headings over two lines of which the lower has a label",
    arguments: [
      """
      Försörjningsstöd            2019      2020

      Volymer
      Antal hushåll i snitt        412       430
      """,
      """
      Försörjningsstöd          Utfall    Utfall
      (antal)                     2019      2020
      Antal hushåll i snitt        412       430
      Antal barn i dem             180       190
      """,
      """
      Försörjningsstöd            2019      2020
      Läget
      Antal hushåll i snitt        412       430
      Ensamhushåll
      Antal män                    180       190
      """,
    ]
  )
  func sections(_ table: String) throws {
    #expect(try figures(table).prefix(2) == ["outcome 412 2019", "outcome 430 2020"])
    #expect(try stated(table).first?.contains("households") == true)
  }

  @Test(
    "Signatures, the feet of pages and addresses are no part of a table",
    arguments: [
      "Eva Ek                              Bo Al",
      "file:///rapport.html                                   1/1",
      "Underskrift: Eva Ek           Sjövik 2021-02-11 kl. 14:12",
      "Sjövik, Storgatan 9, tfn 0120-445 00       Sida 3 (4)",
      "Handläggare: Eva Ek\tTel 08-123 45 67",
    ]
  )
  func beside(_ line: String) throws {
    let piped = "| Mått | Mål 2020 | Utfall 2020 |\n|---|---|---|\n| Antal feriejobb | 200 | 188 |"
    let aligned = """
      Mått                  Mål      Utfall
                           2020        2020
      Antal feriejobb       200         188
      Antal besök            40          44
      """
    for table in [piped, aligned] {
      for text in ["\(table)\n\n\(line)", "\(line)\n\n\(table)"] {
        #expect(
          try figures(text).prefix(2) == ["target 200 2020", "outcome 188 2020"],
          "\(text)"
        )
        #expect(try figures(text).count <= 4, "\(text)")
      }
    }
  }

  @Test("A column whose heading says nothing gives nothing, and is named")
  func leftOut() throws {
    func extraction(_ table: String) throws -> Extraction {
      let text = "# Rapport 2020\n\n\(table)\n"
      let source = try SourceText(name: "prov.md", bytes: Array(text.utf8))
      return try SentenceRuleTests.extractor.get().read(Minutes(source))
    }
    let marked = try extraction(
      "| Mått | Marknad | Utfall | Vikt |\n|---|---|---|---|\n| Antal feriejobb | 14 | 188 | 3 |"
    )
    #expect(marked.observations.map(\.value) == [188])
    #expect(
      marked.leftOut == [
        LeftOut(reason: .headingNotUnderstood, heading: "Marknad", line: 5),
        LeftOut(reason: .headingNotUnderstood, heading: "Vikt", line: 5),
      ] || marked.leftOut.map(\.heading) == ["Marknad"]
    )
    #expect(
      marked.leftOut.first?.description
        == "line 5: the column \"Marknad\" was left out: its heading is not understood"
    )
    let bare = try extraction(
      "Antal feriejobb              402      388\nAntal hushåll med bistånd    210      190"
    )
    #expect(bare.observations.isEmpty)
    #expect(bare.leftOut.first?.reason == .noHeading)
    let lone = try extraction("Antal feriejobb              402      388")
    #expect(lone.observations.isEmpty)
    let single = try extraction("Antal feriejobb     402\nSökande till feriejobb     640")
    #expect(single.observations.map(\.value) == [402, 640])
  }

  @Test(
    "Headings of several kinds, and figures of figures, give nothing",
    arguments: [
      "Utfall/mål", "Utfall i % av budget", "Prognos mot budget", "Andel av budget", "Vikt",
    ]
  )
  func unclear(_ heading: String) throws {
    let table = "| Mått | \(heading) | Mål 2020 |\n|---|---|---|\n| Antal feriejobb | 94 | 200 |"
    #expect(try figures(table) == ["target 200 2020"])
  }

  @Test("Minima and maxima are qualifiers, and cells are judged as sentences are")
  func limits() throws {
    let text = """
      # Rapport 2020

      | Indikator | Enhet | Utfall | Målvärde | Bedömning |
      |---|---|---|---|---|
      | Hushåll med försörjningsstöd | antal | 540 | Max 560 | Uppnås |
      | Andel avbrott på sfi | % | 22 | Högst 18 | Uppnås knappast |
      | Kostnad för försörjningsstöd | tkr | 18 400 | 55 000 | Uppfylls delvis |
      """
    let source = try SourceText(name: "prov.md", bytes: Array(text.utf8))
    let found = try SentenceRuleTests.extractor.get().observations(in: source)
    #expect(found.compactMap(\.assessment) == [.met, .notMet, .notFullyMet])
    #expect(found.filter { $0.kind == .target }.map(\.qualifier) == [.atMost, .atMost, .exact])
    #expect(found.filter { $0.kind == .outcome }.compactMap(\.value) == [540, 22, 18_400_000])
  }

  @Test(
    "Times in headings, in whatever order",
    arguments: [
      ("2019 jan–jul", "2019-01/2019-07"), ("jan-jul 2019", "2019-01/2019-07"),
      ("apr-19", "2019-04"),
      ("2019 T1", "2019-T1"), ("Utfall mars 2019", "2019-03"), ("sep", "2021-09"),
    ]
  )
  func times(_ heading: String, _ period: String) throws {
    let table = "| Mått | \(heading) |\n|---|---|\n| Antal feriejobb | 188 |\n"
    #expect(try figures(table) == ["outcome 188 \(period)"])
  }

  @Test(
    "Units of tables",
    arguments: ["KSEK", "tkr", "tusentals kronor", "kkr", "tusental kronor"]
  )
  func units(_ unit: String) throws {
    let table = "| Verksamhet, \(unit) | Budget 2020 |\n|---|---|\n| Försörjningsstöd | 1 200 |\n"
    #expect(try stated(table).map { $0.contains(" 1200000 SEK 2020") } == [true])
  }

  @Test("A part of a row keeps its unit, but not its indicator unless it is of the population")
  func parts() throws {
    let table = """
      Mått                                  2018       2019
      Inskrivna vid jobbtorg                 640        702
        varav kvinnor                        300        331
        varav från Etableringen               90         71
      """
    #expect(
      try stated(table).map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") } == [
        "persons 2018 jobbtorg.inskrivna", "persons 2019 jobbtorg.inskrivna",
        "persons 2018 jobbtorg.inskrivna", "persons 2019 jobbtorg.inskrivna",
        "persons 2018 (jobbtorg)", "persons 2019 (jobbtorg)",
      ]
    )
  }

  @Test("A row's own words come before those of the text above")
  func ownWords() throws {
    let text = """
      Utbetalningarna av försörjningsstöd uppgick till 48 900 tkr.

      | Verksamhet | Utfall 2019 |
      |---|---|
      | Kostnad för sfi, tkr | 8 300 |
      | Kostnad för feriejobb, tkr | 5 200 |
      """
    #expect(try stated(text).dropFirst().allSatisfy { !$0.contains("forsorjningsstod") })
    #expect(try stated(text).count == 3)
  }

  @Test("A table that was run into a line gives nothing, the sentence behind it what it states")
  func inLine() throws {
    let text = """
      Resultat Verksamhet Intäkter Kostnader Resultat Barn och unga 51,0 -58,3 -7,3 Försörjningsstöd \
      22,4 -23,0 -0,6 Summa 73,4 -81,3 -7,9 Kommentar Nämnden visar ett underskott mot budget med \
      6,0 mkr.
      """
    #expect(try stated(text).map { $0.contains(" -6000000 SEK") } == [true])
    let counts = """
      Hushåll med försörjningsstöd 612 600 605 Feriejobb 345 350 345 Deltagare i arbetsträning 88 90 95
      """
    #expect(try stated(counts).isEmpty)
  }
}
