import NyckeltalModel
import Testing

@testable import NyckeltalReports

/// What is set beside each other is about the same, and what nobody knows is not said.
struct TruthOfRowsTests {
  @Test func aTargetOfAGroupIsNotSetBesideEveryone() throws {
    let target = Fixtures.observation(
      "a",
      .target,
      value: 50,
      quote: "50",
      label: "Antal nyanlända kvinnor som får plats"
    )
    let group = Fixtures.observation(
      "b",
      value: 40,
      period: "2014",
      group: "nyanlända kvinnor",
      quote: "40 nyanlända kvinnor"
    )
    let all = Fixtures.observation("c", value: 300, quote: "Totalt 300 platser")
    let lines = try TruthTests.summary(.year(2015), [target, all, group])
    #expect(!lines.contains { $0.contains("300") && $0.contains("målet") })
    let series = try TruthTests.text(
      .series(SeriesScope(topic: .sommarjobb)),
      [target, all, group]
    )
    #expect(!series.contains("600 %"))
  }

  @Test func whatOthersAddUpToIsTheWhole() throws {
    let stated: [(String, Double)] = [("a", 800_000), ("b", -1_600_000), ("c", 2_400_000)]
    let amounts = stated.map { id, value in
      Fixtures.observation(
        id,
        .forecast,
        indicator: "budget.avvikelse",
        value: value,
        unit: .sek,
        quote: id,
        topic: .budget
      )
    }
    #expect(Fact.clear(Fact.gather(amounts))?.first.id == "a")
    #expect(Fact.clear(Fact.gather(Array(amounts.dropFirst()))) != Fact(amounts[0]))
  }

  @Test func documentsBearEachOtherOut() throws {
    let first = Fixtures.observation("a", value: 1_482, quote: "1 482 platser", confidence: 0.7)
    var second = Fixtures.observation(
      "b",
      value: 1_482,
      document: "b.txt",
      date: "2016-05-01",
      quote: "mot 1 482 året innan",
      confidence: 0.6
    )
    #expect(Fact.gather([first, second])[0].isSure(from: 0.8))
    #expect(!Fact.gather([first, second])[0].isSure(from: 0.9))
    #expect(!Fact.gather([first])[0].isSure(from: 0.8))
    second.confidence = 0.4
    #expect(!Fact.gather([first, second])[0].isSure(from: 0.8))
    second.confidence = 0.6
    second.source.date = first.source.date
    #expect(!Fact.gather([first, second])[0].isSure(from: 0.8))
  }

  @Test(
    "A plan, a wish and a figure of another time are nobody's target or outcome",
    arguments: [
      (.outcome, "Under oktober var 100 platser fyllda"),
      (.target, "Vi vill hellre se 100 platser"),
      (.target, "platserna ska öka från 100"), (.target, "nästa sommar behövs 100 platser"),
    ] as [(ObservationKind, String)]
  )
  func doubtful(_ kind: ObservationKind, _ quote: String) {
    let observation = Fixtures.observation("a", kind, quote: quote)
    #expect(DoubtfulWords.deny(observation))
    var other = observation
    other.source.quote = "100 platser"
    #expect(!DoubtfulWords.deny(other))
  }

  @Test func aForecastIsOfTheTertialWhoseReportItStandsIn() throws {
    let forecast = Fixtures.observation(
      "a",
      .forecast,
      value: 90,
      date: "2015-05-20",
      quote: "prognos 90 platser"
    )
    #expect(try TruthTests.report(.tertial(1, year: 2015), [forecast]).sheets[1].blocks.count == 1)
    let first = try TruthTests.text(.tertial(1, year: 2015), [forecast])
    #expect(first.contains("90"))
    let third = try TruthTests.text(.tertial(3, year: 2015), [forecast])
    #expect(!third.contains("90"))
  }

  @Test func amountsOfASentenceHaveOneUnit() throws {
    let amount = { (id: String, value: Double, period: String) in
      Fixtures.observation(
        id,
        .forecast,
        indicator: "budget.avvikelse",
        value: value,
        unit: .sek,
        period: period,
        document: "\(id).txt",
        quote: id,
        topic: .budget
      )
    }
    let lines = try TruthTests.summary(
      .compare(2015, 2016),
      [amount("a", 3_500_000, "2015"), amount("b", 800_000, "2016")]
    )
    #expect(lines.contains { $0.contains("0,8 mnkr år 2016 mot 3,5 mnkr år 2015 (−2,7 mnkr") })
  }
}

struct QuestionTests {
  private func question(
    _ id: String,
    _ quote: String,
    parties: [String],
    document: String,
    period: String? = nil
  ) -> Observation {
    Fixtures.observation(
      id,
      .request,
      value: nil,
      period: period,
      parties: parties,
      document: document,
      quote: quote,
      item: "7"
    )
  }

  @Test func questionsOfTheSameIndicatorAreToldByTheirWords() {
    let one = question("a", "Hur många platser blir det i skolorna?", parties: ["S"], document: "a")
    let other = question("b", "Hur många av löftena hölls?", parties: ["KD"], document: "b")
    let same = question(
      "c",
      "Hur många platser blir det i de kommunala skolorna",
      parties: ["S"],
      document: "c",
      period: "2015"
    )
    #expect(Fact.gather([one, other]).count == 2)
    #expect(Fact.gather([one, same, other]).count == 2)
  }

  @Test func anAnswerThatRepeatsTheQuestionAsksForNothing() throws {
    var reply = question(
      "q",
      "hur många platser det blev kan inte tas fram ur systemet",
      parties: [],
      document: "a.txt",
      period: "2015"
    )
    reply.source.section = .matter
    let lines = try TruthTests.summary(.year(2015), [reply])
    #expect(lines == ["En uppgift är osäkert läst och står bara under Att granska."])
  }

  @Test func whatMayBeAnAnswerIsNotCalledNone() {
    var asked = question("q", "Hur många platser fanns?", parties: ["S"], document: "a.txt")
    asked.source.section = .matter
    let unsure = Fixtures.observation("a", start: 90, item: "7")
    let facts = Fact.gather([asked])
    let answers = RequestAnswer.match(facts, unsure: [Fact(unsure)])
    #expect(answers.first?.state == .toReview)
    #expect(answers.first?.answers.isEmpty == true)
    #expect(RequestAnswer.match(facts).first?.state == .withoutFigure)
    var said = Fixtures.observation("b", parties: ["M"], start: 90, item: "7")
    said.source.section = .matter
    #expect(RequestAnswer.match(facts + [Fact(said)]).first?.state == .answered)
  }
}
