import Testing

/// Tables whose columns are told by how many figures each row has.
@Suite struct LineTableTests {
  @Test("As many figures behind a label as there are headings stand under them in order")
  func counted() throws {
    let table = """
      Nyckeltal, tkr Bokslut 2017 Budget 2018 Bokslut 2018
      Försörjningsstöd 41 200 39 500 43 618
      varav till unga 6 150 5 900 7 004
      Kostnad för sfi 812 790 1 044
      """
    #expect(
      try stated(table).map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "outcome 41200000 SEK 2017", "budget 39500000 SEK 2018", "outcome 43618000 SEK 2018",
        "outcome 6150000 SEK 2017", "budget 5900000 SEK 2018", "outcome 7004000 SEK 2018",
        "outcome 812000 SEK 2017", "budget 790000 SEK 2018", "outcome 1044000 SEK 2018",
      ]
    )
    #expect(try stated(table).prefix(6).allSatisfy { $0.hasSuffix("forsorjningsstod.kostnad") })
  }

  @Test("What conversion glued is divided where it can be divided in one way only")
  func glued() throws {
    let table = """
      Utfall 2011Utfall 2012Mål 2012
      Hushåll med försörjningsstöd1 2041 1781 150
      Ungdomar i feriejobb310345300
      Avbrott på sfi24 %21 %Max 20 %
      Sökande till feriejobb402471450
      """
    let found = try stated(table)
    #expect(found.filter { $0.hasSuffix("forsorjningsstod.hushall") }.count == 3)
    #expect(found.contains("outcome 1178 households 2012 forsorjningsstod.hushall"))
    #expect(found.contains("target 20 percent 2012 sfi.avbrott"))
    #expect(!found.contains { $0.contains("sommarjobb") })
  }

  @Test("Figures that can be divided in several ways give nothing")
  func ambiguous() throws {
    let table = """
      2019 2020
      Inskrivna vid jobbtorg 412 388 401
      Hushåll med försörjningsstöd 655 702
      Deltagare i arbetsträning 120 96
      """
    #expect(try stated(table).allSatisfy { !$0.contains("jobbtorg.inskrivna") })
    #expect(try stated(table).count == 4)
  }

  @Test("Words on lines of their own head the figures below each label")
  func listed() throws {
    let table = """
      Ort
      Hushåll med försörjningsstöd 2021
      Antal arbetslösa 2021
      Norrby
      214
      1 020
      Söderby
      98
      377
      """
    #expect(
      try stated(table) == [
        "outcome 214 households 2021 forsorjningsstod.hushall",
        "outcome 1020 persons 2021 arbetsloshet.personer",
        "outcome 98 households 2021 forsorjningsstod.hushall",
        "outcome 377 persons 2021 arbetsloshet.personer",
      ]
    )
  }

  @Test("Years on lines of their own head the figures below")
  func listedYears() throws {
    let table = """
      Antal hushåll med försörjningsstöd
      2014
      2015
      Hela kommunen
      512
      498
      Varav unga
      97
      81
      """
    #expect(try stated(table).prefix(2).map { $0.split(separator: " ")[1] } == ["512", "498"])
    #expect(try stated(table).prefix(2).map { $0.split(separator: " ")[3] } == ["2014", "2015"])
  }

  @Test("Headings beside an empty corner stand over the columns in order")
  func shifted() throws {
    let table = """
                               2015     2016     2017
      Hushåll med bistånd          402        371        455
      Deltagare i arbetsträning     61         74        205
      """
    #expect(
      try stated(table).prefix(3).map { $0.split(separator: " ")[3] } == ["2015", "2016", "2017"]
    )
  }

  @Test(
    "Sentences, ranges of ages and lists of figures are no such table",
    arguments: [
      "Inflöde 242. Avslutade 198. Till arbete 104.",
      "Budget 2019 Utfall 2019 och så vidare: vi gav 120 unga 16 - 24 år jobb.",
      "Utfall Mål\nUngdomar 18-24 år i kommunen är många.",
    ]
  )
  func prose(_ text: String) throws {
    #expect(try stated(text).allSatisfy { !$0.contains("-24") && !$0.hasPrefix("target") })
  }

  @Test("In a table of a whole municipality only what is of the field is stated")
  func municipality() throws {
    let table = """
      (tkr) Utfall 2014 Budget 2014
      Grundskola – 118 034 – 112 950
      Räddningstjänst – 7 003 – 6 850
      Gemensamma poster 12 904 12 000
      Försörjningsstöd – 11 386 – 8 900
      """
    #expect(try stated(table).count == 2)
    #expect(try stated(table).allSatisfy { $0.hasSuffix("forsorjningsstod.kostnad") })
  }
}
