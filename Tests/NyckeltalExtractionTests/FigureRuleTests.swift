import Foundation
import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// What a figure counts, what it costs and whose it is, in sentences as committees write them.
struct FigureRuleTests {
  @Test(
    "Money for one purpose, and what one place costs, is not the committee's whole",
    arguments: [
      (
        "Nämnden avsätter 310 tkr till ett projekt om cykelreparationer.",
        ["budget 310000 SEK 2021 (budget)"]
      ),
      ("För sommarjobb avsätts 2,4 mnkr.", ["budget 2400000 SEK 2021 (sommarjobb)"]),
      ("Nämnden tilldelas 96,4 mnkr för 2021.", ["budget 96400000 SEK 2021 budget.anslag"]),
      (
        "Varje plats i arbetsträning kostar 9 400 kronor per månad.",
        ["outcome 9400 SEK 2021-T2 (arbetstraning)"]
      ),
      ("Övertiden kostade 410 tkr.", ["outcome 410000 SEK 2021-T2 budget.kostnader"]),
      (
        "Kostnaden för försörjningsstöd har följts upp. Kostnaden blev 14,2 mnkr.",
        ["outcome 14200000 SEK 2021-T2 forsorjningsstod.kostnad"]
      ),
      (
        "För att möta underskottet beslutar nämnden om besparingar på 2,2 mnkr.",
        ["change 2200000 down SEK 2021-T2 budget.besparing"]
      ),
    ]
  )
  func purposes(_ text: String, _ expected: [String]) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "A bare amount has the scale of the amount before, or none",
    arguments: [
      (
        "Nämndens budget är 61,5 mnkr. Prognosen är 63.",
        ["budget 61500000 SEK 2021", "forecast 63000000 SEK 2021"]
      ),
      (
        "Prognosen är 72,4 mnkr mot budgeterade 70,1.",
        ["forecast 72400000 SEK 2021", "budget 70100000 SEK 2021"]
      ),
      ("Budgeten är 20,5 mnkr. Antalet elever blev 18.", ["budget 20500000 SEK 2021"]),
    ]
  )
  func scales(_ text: String, _ expected: [String]) throws {
    let found = try read(text).filter { $0.contains(" SEK ") }
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(found.hasPrefix(expected)) }
  }

  @Test(
    "Higher and lower than the budget",
    arguments: [
      ("Utfallet blev 1,3 mnkr lägre än budgeterat.", "outcome 1300000 SEK 2021-T2"),
      ("Kostnaderna blev 700 tkr högre än budget.", "outcome -700000 SEK 2021-T2"),
      ("Intäkterna blev 400 tkr högre än budget.", "outcome 400000 SEK 2021-T2"),
    ]
  )
  func besideBudget(_ text: String, _ expected: String) throws {
    #expect(try read(text) == [expected + " budget.avvikelse"])
  }

  @Test(
    "The noun behind a number, or behind 'antalet', says what is counted",
    arguments: [
      ("Sommarjobbarna målade 240 bänkar.", []),
      (
        "Antalet barn i hushåll med försörjningsstöd är 214.",
        ["outcome 214 persons 2021-T2 forsorjningsstod.personer"]
      ),
      (
        "Sjukfrånvaron var 6,4 procent (7,2 år 2020).",
        [
          "outcome 6.4 percent 2021-T2 personal.sjukfranvaro",
          "outcome 7.2 percent 2020 personal.sjukfranvaro",
        ]
      ),
      (
        "HR-chefen har anställt två medarbetare.",
        ["outcome 2 persons 2021-T2 personal.antal-anstallda"]
      ),
      (
        "Nöjd-deltagar-index för arbetsmarknadsenheten blev 74.",
        ["outcome 74 other 2021-T2 kvalitet.nojda"]
      ),
      (
        "Av 60 deltagare i arbetsträning gick några vidare. Endast åtta av dem fick arbete.",
        [
          "outcome 60 persons 2021-T2 arbetstraning.deltagare",
          "outcome 8 persons 2021-T2 arbetstraning.till-arbete-eller-studier",
        ]
      ),
      (
        "Det behövs ytterligare 30 platser för arbetsträning.",
        ["change 30 up places 2021-T2 arbetstraning.platser"]
      ),
      (
        "Sjukfrånvaron låg på 5,8 procent, vilket är lägre än länets snitt på 6,9 procent.",
        [
          "outcome 5.8 percent 2021-T2 personal.sjukfranvaro",
          "outcome 6.9 percent 2021-T2 personal.sjukfranvaro",
        ]
      ),
      (
        "Arbetslösheten är 8,1 procent. Bland unga 18–24 år är andelen 11,3 procent.",
        [
          "outcome 8.1 percent 2021-T2 arbetsloshet.andel",
          "outcome 11.3 percent 2021-T2 unga.arbetslosa",
        ]
      ),
    ]
  )
  func counted(_ text: String, _ expected: [String]) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "School years, rooms, names and pages are no figures",
    arguments: [
      "Feriejobb erbjuds dem som går ut årskurs 9 och år 1 i gymnasiet.",
      "Mötet om sommarjobb hålls i sal C 112.", "Jobbtorgen heter Stig Norr 1 och Stig Norr 2.",
      "Sommarjobb ............ 12", "Beloppen för försörjningsstöd är i miljoner kronor.",
    ]
  )
  func noFigures(_ text: String) throws {
    #expect(try read(text) == [])
  }

  @Test(
    "Times of coordinate clauses, of comparisons and from the year's beginning",
    arguments: [
      (
        "Till och med mars har 46 unga fått sommarjobb.",
        ["outcome 46 persons 2021-Q1 sommarjobb.anstallda"]
      ),
      (
        "År 2019 hade 410 unga sommarjobb, 2020 var de 290 och 2021 ökade antalet till 455.",
        [
          "outcome 410 persons 2019 sommarjobb.anstallda",
          "outcome 290 persons 2020 sommarjobb.anstallda",
          "outcome 455 persons 2021 sommarjobb.anstallda",
        ]
      ),
      (
        "Jämfört med 2019, då 312 hushåll fick försörjningsstöd, är det en ökning med 9 procent.",
        [
          "outcome 312 households 2019 forsorjningsstod.hushall",
          "change 9 up percent 2021-T2 forsorjningsstod.hushall",
        ]
      ),
    ]
  )
  func times(_ text: String, _ expected: [String]) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "Bare numbers go on counting what the paragraph counts",
    arguments: [
      ("Enheten hade 140 deltagare. Under våren har 63 avslutats.", "63 persons"),
      ("Antalet hushåll med försörjningsstöd var 310. I maj fanns 295.", "295 households"),
      ("Av 80 sommarjobbare arbetade 52 i kommunen, 28 i föreningar.", "28 persons"),
    ]
  )
  func countedAgain(_ text: String, _ expected: String) throws {
    #expect(try read(text).contains { $0.hasPrefix("outcome \(expected) ") })
  }

  @Test("Questions judge no target")
  func questions() throws {
    let text = "Kommer nämnden att nå målet om 70 procent nöjda deltagare?"
    #expect(try read(text) == ["target 70 percent 2021 kvalitet.nojda"])
  }

  @Test("What a list of proposals holds are budgets and targets")
  func proposals() throws {
    let text = """
      Därför föreslår vi

      - 3 mkr till fler coacher
      - minst 120 platser för arbetsträning
      """
    #expect(
      try read(text) == [
        "budget 3000000 SEK 2021 (budget)", "target 120 places 2021 arbetstraning.platser",
      ]
    )
  }

  @Test("Parts of rows, what heads the labels, and a table's unit in a sentence")
  func tables() throws {
    let rows = """
      Sjukfrånvaro i procent        2021      2020
      Kvinnor                        6,1       6,4
      Män                            3,2       3,0
      """
    #expect(
      try read(rows) == [
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
    let found = try read(parts)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.contains(" households ") })
    let sums = """
      Utfallet framgår av tabellen (tkr).

      Område               Budget    Utfall
      Försörjningsstöd      9 200     9 450
      Arbetsmarknad         4 100     3 980
      """
    #expect(try read(sums).first?.hasPrefix("budget 9200000 SEK 2021") == true)
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
    let found = try read(text)
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
    #expect(try read(text).filter { $0.contains("percent") }.count == 5)
  }

  private func read(_ body: String) throws -> [String] {
    let text = "§ 4\n\nTertialrapport 2 2021\n\nAMN 2021-0011-1.1\n\nÄrendet\n\n\(body)\n"
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    return try SentenceRuleTests.extractor.get().observations(in: source).map { observation in
      let parts: [String?] = [
        observation.kind.rawValue, observation.value.map(JSONText.digits),
        observation.direction?.rawValue, observation.unit?.rawValue,
        observation.period?.description ?? "–",
        observation.indicator ?? "(\(observation.topic.rawValue))",
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
  }
}
