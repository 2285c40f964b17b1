import NyckeltalModel
import Testing

@testable import NyckeltalReports

/// What does not hang together is no headline, however sure the reading is.
struct ConsistencyTests {
  private static func own(_ id: String, body: String?, value: Double, period: String = "2015")
    -> Observation
  {
    var observation = Fixtures.observation(
      id,
      value: value,
      period: period,
      document: "\(id).txt",
      quote: "\(Int(value)) platser"
    )
    observation.body = body
    return observation
  }

  @Test(
    "A reading that its own words or its indicator deny is only to be reviewed",
    arguments: [
      ("personal.sjukfranvaro", 60.6, FigureUnit.percent, "från 60,6 procent 2014 till 56,9"),
      ("personal.sjukfranvaro", 7, .percent, "Sjukfrånvaron närmar sig 7 procent"),
      ("sommarjobb.platser", 400, .sek, "platserna kostar 400 kronor"),
      ("budget.kostnader", 0, .sek, "kostnaden är 0 kronor"),
    ] as [(String, Double, FigureUnit, String)]
  )
  func denied(_ indicator: String, _ value: Double, _ unit: FigureUnit, _ quote: String) throws {
    let observation = Fixtures.observation(
      "a",
      indicator: indicator,
      value: value,
      unit: unit,
      quote: quote
    )
    let lines = try TruthTests.summary(.year(2015), [observation])
    #expect(lines == ["En uppgift är osäkert läst och står bara under Att granska."])
    var verified = observation
    verified.verified = "2016-01-01"
    #expect(try TruthTests.summary(.year(2015), [verified]).first?.contains("granska") == false)
  }

  @Test(
    "The year that follows a figure bears it out",
    arguments: ["60,6 procent 2015", "60,6 procent under 2015", "60,6 procent av 2014 anställda"]
  )
  func borneOut(_ quote: String) throws {
    let observation = Fixtures.observation(
      "a",
      indicator: "personal.sjukfranvaro",
      value: 60.6,
      unit: .percent,
      quote: quote
    )
    #expect(try TruthTests.summary(.year(2015), [observation]).count == 1)
    #expect(!observation.isOfAnotherYear)
  }

  @Test func bodiesAreKeptApartAndNamed() throws {
    let first = Self.own("a", body: "Arbetsmarknadsnämnden, Norrby kommun", value: 300)
    let before = Self.own("b", body: "Socialnämnden, Söderby kommun", value: 200, period: "2014")
    let nobody = Self.own("c", body: nil, value: 250, period: "2014")
    let lines = try TruthTests.summary(.compare(2014, 2015), [first, before, nobody])
    #expect(!lines.contains { $0.contains("mot 200") || $0.contains("mot 250") })
    let text = try TruthTests.text(.year(2014), [first, before, nobody])
    #expect(text.contains("Sommarjobb, Socialnämnden, Söderby kommun: 200 platser"))
    #expect(text.contains("Sommarjobb, c.txt: 250 platser"))
    let line = text.replacing("\n", with: " ")
    #expect(line.contains("Dokumenten är från flera organ, vars uppgifter hålls isär."))
  }

  @Test func oneBodyIsOneWhateverItsHeadsSay() throws {
    let first = Self.own("a", body: "Arbetsmarknadsnämnden, Norrby kommun", value: 300)
    let before = Self.own("b", body: "Arbetsmarknadsnämnden", value: 200, period: "2014")
    let nobody = Self.own("c", body: nil, value: 300)
    let lines = try TruthTests.summary(.compare(2014, 2015), [first, before, nobody])
    #expect(
      lines.contains { $0.contains("Sommarjobb: 300 platser år 2015 mot 200 år 2014") }
    )
    #expect(Fact.gather([first, before, nobody]).count == 2)
  }

  @Test func whatIsManyTimesAsMuchIsNotCompared() throws {
    let first = Fixtures.observation("a", value: 4_970, period: "2014")
    let second = Fixtures.observation("b", value: 20_150)
    let lines = try TruthTests.summary(.compare(2014, 2015), [first, second])
    #expect(!lines.contains { $0.contains("mot") })
    let text = try TruthTests.text(.compare(2014, 2015), [first, second])
    #expect(text.contains("tycks räkna olika saker"))
    let target = Fixtures.observation("c", .target, value: 150)
    let year = try TruthTests.summary(.year(2015), [target, Fixtures.observation("d", value: 650)])
    #expect(!year.contains { $0.contains("%") })
  }

  @Test func costsWithAMinusAreNoFall() throws {
    let cost = { (id: String, value: Double, period: String) in
      Fixtures.observation(
        id,
        indicator: "budget.kostnader",
        value: value,
        unit: .sek,
        period: period,
        topic: .budget
      )
    }
    let lines = try TruthTests.summary(
      .compare(2014, 2015),
      [cost("a", 171_200_000, "2014"), cost("b", -152_300_000, "2015")]
    )
    #expect(!lines.contains { $0.contains("mot") })
  }
}
