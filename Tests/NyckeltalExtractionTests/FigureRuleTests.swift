import Testing

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
    #expect(try stated(text) == expected)
  }

  @Test(
    "A deficit is said of its own amount, what is moved is a target, what has come about is none",
    arguments: [
      (
        "Prognosen för året är 88 400 tkr, alltså ett underskott på 1 900 tkr.",
        ["forecast 88400000 SEK", "forecast -1900000 SEK"]
      ),
      (
        "att kommunen under 2021 höjer antalet feriearbetsplatser till 140 stycken",
        ["target 140 places"]
      ),
      (
        "Antalet platser i arbetsträning hade minskat från 95 till 71.",
        ["outcome 95 places", "outcome 71 places"]
      ),
    ]
  )
  func ownAmounts(_ text: String, _ expected: [String]) throws {
    let found = try stated(text).map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
    #expect(found == expected)
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
    let found = try stated(text).filter { $0.contains(" SEK ") }
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
    #expect(try stated(text) == [expected + " budget.avvikelse"])
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
    #expect(try stated(text) == expected)
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
    #expect(try stated(text) == [])
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
    #expect(try stated(text) == expected)
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
    #expect(try stated(text).contains { $0.hasPrefix("outcome \(expected) ") })
  }

  @Test("What goes to work and to studies adds up")
  func sums() throws {
    let text = """
      Från jobbtorget gick 31 procent till arbete och 18 procent till studier. Tillsammans \
      motsvarar det 49 procent.
      """
    #expect(
      try stated(text).last == "outcome 49 percent 2021-T2 jobbtorg.till-arbete-eller-utbildning"
    )
  }

  @Test(
    "What a question asks for",
    arguments: [
      ("Hur stor är månadskostnaden per hushåll med försörjningsstöd?", "forsorjningsstod.kostnad"),
      ("Hur många hushåll får försörjningsstöd?", "forsorjningsstod.hushall"),
      ("Hur många personer har fått försörjningsstöd?", "forsorjningsstod.personer"),
    ]
  )
  func asked(_ text: String, _ indicator: String) throws {
    #expect(try stated(text) == ["request – \(indicator)"])
  }

  @Test("Questions judge no target")
  func questions() throws {
    let text = "Kommer nämnden att nå målet om 70 procent nöjda deltagare?"
    #expect(try stated(text) == ["target 70 percent 2021 kvalitet.nojda"])
  }

  @Test("What a list of proposals holds are budgets and targets")
  func proposals() throws {
    let text = """
      Därför föreslår vi

      - 3 mkr till fler coacher
      - minst 120 platser för arbetsträning
      """
    #expect(
      try stated(text) == [
        "budget 3000000 SEK 2021 (budget)", "target 120 places 2021 arbetstraning.platser",
      ]
    )
  }
}
