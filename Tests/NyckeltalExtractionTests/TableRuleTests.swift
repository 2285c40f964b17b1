import Testing

/// What rows and columns hold, and where a table begins.
struct TableRuleTests {
  @Test("Parts of rows, what heads the labels, and a table's unit in a sentence")
  func tables() throws {
    let rows = """
      Sjukfrånvaro i procent        2021      2020
      Kvinnor                        6,1       6,4
      Män                            3,2       3,0
      """
    #expect(
      try stated(rows) == [
        "outcome 6.1 percent 2021 personal.sjukfranvaro",
        "outcome 6.4 percent 2020 personal.sjukfranvaro",
        "outcome 3.2 percent 2021 personal.sjukfranvaro",
        "outcome 3 percent 2020 personal.sjukfranvaro",
      ]
    )
    let parts = """
                                          2021      2020
      Hushåll med försörjningsstöd         412       430
        varav med barn                     120       131
      """
    let found = try stated(parts)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.contains(" households ") })
    let sums = """
      Utfallet framgår av tabellen (tkr).

      Område               Budget    Utfall
      Försörjningsstöd      9 200     9 450
      Arbetsmarknad         4 100     3 980
      """
    #expect(try stated(sums).first?.hasPrefix("budget 9200000 SEK 2021") == true)
  }

  @Test("A note's mark behind a unit in a label, and more numbers than any sentence has")
  func marksAndNumbers() throws {
    let rows = """
      | Verksamhet | Mål 2022 | Utfall 2022 |
      |---|---|---|
      | Försörjningsstöd, tkr¹ | 9 200 | 9 450 |
      | Kostnad för sfi, mnkr² | 3,1 | 3,3 |
      """
    let found = try stated(rows)
    #expect(
      found.map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "target 9200000 SEK", "outcome 9450000 SEK", "target 3100000 SEK", "outcome 3300000 SEK",
      ]
    )
    let numbers = String(repeating: "7 ", count: 60)
    #expect(try stated("Antal elever i sfi \(numbers)").isEmpty)
    #expect(try stated("Antal elever i sfi 1 211 1 204 1 198 1 177 Arbetet pågår.").isEmpty)
  }

  @Test(
    "Years are of the kind that heads the labels; goals by name tell none",
    arguments: [
      ("Prognos", ["forecast 310", "forecast 325"]), ("Nyckeltal", ["outcome 310", "outcome 325"]),
      ("Mål", []),
    ]
  )
  func yearsUnderKinds(_ label: String, _ expected: [String]) throws {
    let rows = """
      | \(label) | 2022 | 2023 |
      |---|---|---|
      | Feriejobb, antal platser | 310 | 325 |
      """
    let found = try stated(rows).map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(found == expected)
  }

  @Test("A table of contents tells pages, and no figures")
  func contents() throws {
    let rows = """
      Innehåll

      | Inledning | 3 |
      | Arbetslöshet bland unga | 7 |
      | Hushåll med försörjningsstöd | 14 |
      """
    #expect(try stated(rows).isEmpty)
    let lines = """
      Innehåll
      Inledning                                3
      Arbetslöshet bland unga                  7
      Hushåll med försörjningsstöd            14
      """
    #expect(try stated(lines).isEmpty)
  }

  @Test("Sexes below a row are parts of it")
  func sexes() throws {
    let rows = """
                                 2021      2020
      Sjukfrånvaro, %             5,1       5,4
        kvinnor                   6,1       6,4
        män                       3,2       3,0
      """
    let found = try stated(rows)
    #expect(found.count == 6)
    #expect(
      found.allSatisfy {
        $0.hasSuffix("percent 2021 personal.sjukfranvaro")
          || $0.hasSuffix("percent 2020 personal.sjukfranvaro")
      }
    )
  }

  @Test("A line of years behind a gap heads a table of its own")
  func secondTable() throws {
    let text = """
      Ekonomi (tkr)                   2021      2020
      Kostnader                      9 200     9 450
      Intäkter                       1 100     1 230

      Nyckeltal                       2021      2020
      Hushåll med försörjningsstöd     412       430
      Sökande till sommarjobb          612       590
      """
    let found = try stated(text)
    #expect(found.count == 8)
    #expect(found.contains("outcome 412 households 2021 forsorjningsstod.hushall"))
    #expect(!found.contains { $0.contains("2021000") })
  }

  @Test("Rows that are alike at one page's foot are a table's")
  func rowsAtFoot() throws {
    let text = """
                                  2020      2021
      Feriejobb                    212       230
      Arbetslöshet 16–64 år, %     8,2       7,9
      Arbetslöshet 18–24 år, %    11,2      10,9

                                                  Sid 3 (9)
      Sjukfrånvaron var 5,1 procent.
      """
    #expect(try stated(text).filter { $0.contains("percent") }.count == 5)
  }

  @Test("Kind and period come from headings that stand above several groups of rows")
  func groups() throws {
    let text = """
      2    Nyckeltal

                                      Utfall    Utfall      Mål   Prognos
                                     T2 2020   T2 2021     2021      2021

      Arbetsmarknad
      Antal feriejobb                    210       230      240       235
      Sjukfrånvaro, %                    5,9       6,1      5,0       5,8

      Vuxenutbildning
      Antal heltidsstuderande, komvux    612       574    1 250     1 180
      """
    let found = try stated(text)
    #expect(found.count == 12)
    #expect(found.contains("outcome 5.9 percent 2020-T2 personal.sjukfranvaro"))
    #expect(found.contains("target 5 percent 2021 personal.sjukfranvaro"))
    #expect(found.contains("outcome 612 persons 2020-T2 (vuxenutbildning)"))
    #expect(found.contains("forecast 1180 persons 2021 (vuxenutbildning)"))
  }

  @Test("What names a group of rows heads no text below the table, and keeps the heading's year")
  func groupTitles() throws {
    let text = """
      Läget 2019

                                  Kvinnor       Män

      Försörjningsstöd
      Antal hushåll                   120       131
      Andel barnfamiljer, %            31        28

      Vuxenutbildning
      Antal studerande, komvux        340       290

      Andelen av dem som kom hit var 14 procent.
      """
    let found = try stated(text)
    #expect(found.contains("outcome 120 households 2019 forsorjningsstod.hushall"))
    #expect(found.filter { $0.contains(" persons 2019 vuxenutbildning") }.count == 2)
    #expect(!found.contains { $0.contains("14 percent") && $0.contains("vuxenutbildning") })
  }

  @Test("A unit named above the first group's headings is that of the further groups")
  func unitOfGroups() throws {
    let text = """
      Ekonomi, tkr

                           Budget    Utfall
                             2021      2021

      Gata
      Asfalt                  200       250
      Summa                 9 200     9 450

      Park
      Summa                 4 100     3 980
      """
    let found = try stated(text)
    #expect(found.contains("budget 9200000 SEK 2021 budget.anslag"))
    #expect(found.contains("budget 4100000 SEK 2021 budget.anslag"))
  }

  @Test("Only the whole takes the budget's own indicators, not the units that share it")
  func partsOfABudget() throws {
    let text = """
      5    Ekonomi

      Belopp i tkr            Budget    Utfall
                                2021      2021
      ---------------------------------------
      Nämnd och stab           3 200     3 100
      Arbetsmarknadsenheten   18 500    17 900
      Vuxenutbildning         46 000    45 100
      ---------------------------------------
      Summa                   67 700    66 100
      """
    #expect(
      try stated(text) == [
        "budget 3200000 SEK 2021 (budget)", "outcome 3100000 SEK 2021 (budget)",
        "budget 18500000 SEK 2021 (budget)", "outcome 17900000 SEK 2021 (budget)",
        "budget 46000000 SEK 2021 (vuxenutbildning)",
        "outcome 45100000 SEK 2021 (vuxenutbildning)",
        "budget 67700000 SEK 2021 budget.anslag", "outcome 66100000 SEK 2021 budget.kostnader",
      ]
    )
  }

  @Test("A committee's own row is the whole, those of several committees are not")
  func committees() throws {
    func rows(_ first: String, _ second: String) throws -> [String] {
      try stated(
        "Tkr                       Budget    Utfall\n\(first)     3 200     3 100\n"
          + "\(second)    18 500    17 900"
      )
    }
    let own = try rows("Nämnd och stab        ", "Arbetsmarknadsnämnden ")
    #expect(
      own.filter { $0.hasSuffix("budget.anslag") } == ["budget 18500000 SEK 2021 budget.anslag"]
    )
    let several = try rows("Socialnämnden         ", "Arbetsmarknadsnämnden ")
    #expect(several.count == 4)
    #expect(several.allSatisfy { $0.hasSuffix("(budget)") })
  }

  @Test(
    "Money under the names of those who propose it is a budget",
    arguments: [
      ("Majoriteten", "Vårt förslag"), ("S+MP", "M"), ("Alliansen", "Sverigedemokraterna"),
      ("S-ledda majoriteten", "M+KD"), ("Nämndens förslag", "Moderaternas förslag"),
    ]
  )
  func proposals(_ theirs: String, _ ours: String) throws {
    let gap = String(repeating: " ", count: 24 - ours.count)
    let text = """
      Reservation

      Eva Ek (M) reserverar sig mot beslutet.

      Vi vill fördela pengarna så (tkr):

      Verksamhet           \(theirs)\(String(repeating: " ", count: 24 - theirs.count))\(ours)\(gap)Skillnad
      Vuxenutbildning      64 100                  64 600                  500
      Summa                72 900                  74 000                  1 100
      """
    #expect(
      try stated(text) == [
        "budget 64100000 SEK 2021 (vuxenutbildning)", "budget 64600000 SEK 2021 (vuxenutbildning)",
        "budget 72900000 SEK 2021 budget.anslag", "budget 74000000 SEK 2021 budget.anslag",
      ]
    )
  }

  @Test("A label over two lines may stand right under the headings")
  func firstLabel() throws {
    let table = """
      Mål för året                                Mål     Utfall    Bedömning
      Alla ska få ett svar i tid,
      andel nöjda deltagare                      85 %       81 %    Delvis uppfyllt
      Deltagare som går till arbete              40 %       42 %    Uppfyllt
      """
    #expect(
      try stated(table).map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "target 85", "outcome 81", "assessment 2021", "target 40", "outcome 42", "assessment 2021",
      ]
    )
  }
}
