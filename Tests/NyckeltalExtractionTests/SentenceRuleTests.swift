import Testing

@testable import NyckeltalExtraction

/// Sentences as committees write them, each with what it states: kind, value, direction, unit,
/// qualifier, period, indicator.
struct SentenceRuleTests {
  static let extractor = Result { ObservationExtractor(catalogue: try .builtIn(), judge: nil) }

  @Test(
    "Over and under the budget are deviations with a sign",
    arguments: [
      ("Utfallet är 4,5 mnkr över budget.", "outcome -4500000 SEK 2021-T2 budget.avvikelse"),
      ("Kostnaden blev 260 tkr under budget.", "outcome 260000 SEK 2021-T2 budget.avvikelse"),
      (
        "Nämnden visar en negativ budgetavvikelse med 0,7 mnkr.",
        "outcome -700000 SEK 2021-T2 budget.avvikelse"
      ),
      (
        "Nämnden visar ett underskott mot budget på 4,6 mnkr.",
        "outcome -4600000 SEK 2021-T2 budget.avvikelse"
      ),
      ("Prognosen för helåret är minus 7,2 mnkr.", "forecast -7200000 SEK 2021 budget.avvikelse"),
      ("Årsprognosen pekar mot +1 500 tkr.", "forecast 1500000 SEK 2021 budget.avvikelse"),
    ]
  )
  func deviations(_ text: String, _ expected: String) throws {
    #expect(try stated(text) == [expected])
  }

  @Test(
    "More and fewer without a number",
    arguments: [
      ("Färre hushåll söker ekonomiskt bistånd.", "trend down 2021-T2 forsorjningsstod.hushall"),
      (
        "Antalet sökande till sommarjobb är färre än tidigare.",
        "trend down 2021-T2 sommarjobb.sokande"
      ),
      ("Arbetslösheten har sjunkit.", "trend down 2021-T2 arbetsloshet.andel"),
      ("Sjukfrånvaron fortsätter att minska.", "trend down 2021-T2 personal.sjukfranvaro"),
      (
        "Sjukfrånvaron ligger kvar på samma nivå.",
        "trend unchanged 2021-T2 personal.sjukfranvaro"
      ),
      ("Avbrotten inom sfi har inte blivit färre.", "trend unchanged 2021-T2 sfi.avbrott"),
    ]
  )
  func trends(_ text: String, _ expected: String) throws {
    #expect(try stated(text) == [expected])
  }

  @Test("The committee's own members are no figures of the field")
  func members() throws {
    #expect(try stated("Två ledamöter anmäls till konferensen om sommarjobb.") == [])
  }

  @Test("Visitors are not whom the sentence before speaks of")
  func visitors() throws {
    let text =
      "Personalen består av coacher som fått sommarjobb. Till invigningen kom 140 besökare."
    for stated in try stated(text) { #expect(!stated.contains("sommarjobb.")) }
  }

  @Test(
    "Wishes and comparisons of groups are no trends",
    arguments: [
      "Målet är att fler unga får sommarjobb.", "Fler kvinnor än män får ekonomiskt bistånd.",
      "För att fler ska få sommarjobb behövs medel.",
    ]
  )
  func noTrends(_ text: String) throws {
    #expect(try stated(text).filter { $0.hasPrefix("trend") } == [])
  }

  @Test(
    "What is asked for",
    arguments: [
      ("Hur ser fördelningen av sommarjobben ut mellan flickor och pojkar?", 1),
      ("Hur många har fått sommarjobb, och hur stor andel är flickor?", 2),
      ("Vi yrkar att nämnden redovisar antalet sökande till sommarjobb.", 1),
      ("I tabellen redovisas antalet sökande till sommarjobb.", 0),
    ]
  )
  func requests(_ text: String, _ count: Int) throws {
    #expect(try stated(text).filter { $0.hasPrefix("request") }.count == count)
  }

  @Test(
    "Figures that lean on what stands before them",
    arguments: [
      (
        "Sjukfrånvaron var 6,2 procent (7,0 procent).",
        [
          "outcome 6.2 percent 2021-T2 personal.sjukfranvaro",
          "outcome 7 percent 2020-T2 personal.sjukfranvaro",
        ]
      ),
      (
        "Antalet långtidsarbetslösa har minskat med 78 personer eller 7,7 procent.",
        [
          "change 78 down persons 2021-T2 arbetsloshet.langtidsarbetslosa",
          "change 7.7 down percent 2021-T2 arbetsloshet.langtidsarbetslosa",
        ]
      ),
      (
        "Antalet platser för arbetsträning ska öka från 60 till 80.",
        [
          "outcome 60 places 2021-T2 arbetstraning.platser",
          "target 80 places 2021 arbetstraning.platser",
        ]
      ),
      (
        "Förra året fick 215 unga sommarjobb. Nu har 240 unga sommarjobb.",
        [
          "outcome 215 persons 2020 sommarjobb.anstallda",
          "outcome 240 persons 2021-T2 sommarjobb.anstallda",
        ]
      ),
    ]
  )
  func context(_ text: String, _ expected: [String]) throws {
    #expect(try stated(text) == expected)
  }

  @Test(
    "Money for roads and halls is not of this field",
    arguments: [
      "Vinterväghållningen kostade 3,2 mnkr, 0,4 mnkr över budget.",
      "Den nya simhallen beräknas kosta 120 miljoner kronor.",
      "Lokalen är på 2 400 kvadratmeter.",
    ]
  )
  func elsewhere(_ text: String) throws {
    #expect(try stated(text) == [])
  }

  @Test("Columns of months, of changes and under headings over two lines")
  func columns() throws {
    let table = """
                                 feb-21    feb-20   Förändring
                                                        12 mån
      Hushåll med ekonomiskt
      bistånd                       934       902          +32
      """
    #expect(
      try stated(table) == [
        "outcome 934 households 2021-02 forsorjningsstod.hushall",
        "outcome 902 households 2020-02 forsorjningsstod.hushall",
        "change 32 up households 2021-T2 forsorjningsstod.hushall",
      ]
    )
  }
}
