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
}
