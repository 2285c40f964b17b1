import NyckeltalModel
import NyckeltalReports
import Testing

struct FactTests {
  @Test func aCopiedStatementIsTheSameFactWithAllWhoStateIt() {
    let facts = Fact.gather([
      Fixtures.observation("a", parties: ["S", "V"]),
      Fixtures.observation("b", parties: ["Fi"], repeats: "a"),
      Fixtures.observation("c", parties: ["S"], document: "b.txt"),
      Fixtures.observation("d", value: 101, parties: ["M"]),
    ])
    #expect(facts.map(\.id) == ["a", "d"])
    #expect(facts[0].speakers == ["S", "V", "Fi"])
    #expect(facts[0].isSpoken)
  }

  @Test func qualifierPeriodAndGroupMakeItAnotherFact() {
    let facts = Fact.gather([
      Fixtures.observation("a"), Fixtures.observation("b", qualifier: .about),
      Fixtures.observation("c", period: "2016"), Fixtures.observation("d", group: "unga kvinnor"),
      Fixtures.observation("e", group: "Unga  kvinnor"),
    ])
    #expect(facts.map(\.id) == ["a", "b", "c", "d"])
  }

  @Test func withoutAnIndicatorOnlyTheWordsTell() {
    let facts = Fact.gather([
      Fixtures.observation("a", indicator: nil, quote: "två kurser"),
      Fixtures.observation("b", indicator: nil, quote: "två hus"),
      Fixtures.observation("c", indicator: nil, quote: "Två kurser,"),
    ])
    #expect(facts.map(\.id) == ["a", "b"])
  }

  @Test func anUndatedQuestionJoinsTheOnlyDatedOne() {
    let facts = Fact.gather([
      Fixtures.observation("a", .request, value: nil, period: nil, quote: "hur många?"),
      Fixtures.observation("b", .request, value: nil, period: "2019", quote: "hur många då?"),
    ])
    #expect(facts.map(\.id) == ["b"])
    #expect(facts[0].statements.count == 2)
  }
}

struct TargetAchievementTests {
  typealias Case = (
    target: Measure, outcome: Measure?, period: String, direction: Indicator.GoodDirection,
    state: TargetAchievement.State, percent: Int?
  )

  static func measure(
    _ value: Double,
    _ qualifier: Qualifier = .exact,
    _ unit: FigureUnit = .places
  ) -> Measure {
    Measure(value: value, qualifier: qualifier, unit: unit)
  }

  static let cases: [Case] = [
    (measure(6_700, .atLeast), measure(6_900, .about), "2015-T1", .higher, .reached, 103),
    (measure(6_700, .atLeast), measure(5_000, .about), "2015-T1", .higher, .belowSoFar, 75),
    (measure(6_700, .atLeast), measure(5_000), "2015", .higher, .notReached, 75),
    (measure(6_700), measure(6_700, .about), "2015", .higher, .uncertain, 100),
    (
      measure(84, .exact, .percent), measure(84, .almost, .percent), "2015", .higher, .notReached,
      100
    ),
    (
      measure(84, .exact, .percent), measure(80, .exact, .percent), "2015-T1", .higher, .notReached,
      95
    ),
    (measure(5, .exact, .percent), measure(6, .exact, .percent), "2015", .lower, .notReached, 83),
    (measure(5, .atMost, .percent), measure(4, .exact, .percent), "2015", .neither, .reached, 125),
    (measure(5_000, .moreThan), measure(5_400, .moreThan), "2015", .neither, .reached, 108),
    (measure(100), nil, "2015", .higher, .outcomeMissing, nil),
    (measure(0, .atMost), measure(3), "2015", .lower, .notReached, 0),
    // "cirka 400" is 350 to 450: 380 cannot be told from it, 340 can.
    (measure(400, .about), measure(380), "2015", .higher, .uncertain, 95),
    (measure(400, .about), measure(340), "2015", .higher, .notReached, 85),
    (measure(400, .about), measure(400), "2015", .higher, .reached, 100),
  ]

  @Test(arguments: cases.indices)
  func states(_ index: Int) {
    let example = Self.cases[index]
    let achievement = TargetAchievement(
      target: (example.target, Period("2015")),
      outcome: example.outcome.map { ($0, Period(example.period)) },
      direction: example.direction,
      addsUp: false
    )
    #expect(achievement.state == example.state)
    #expect(achievement.share.map { Int(($0 * 100).rounded()) } == example.percent)
  }

  @Test func withoutATargetThereIsNothingToReach() {
    let achievement = TargetAchievement(
      target: nil,
      outcome: (Self.measure(1), nil),
      direction: .higher,
      addsUp: false
    )
    #expect(achievement.state == .targetMissing)
    #expect(achievement.share == nil)
  }
}

struct YearComparisonTests {
  private func compare(_ observations: [Observation]) -> [YearComparison] {
    YearComparison.compare(Fact.gather(observations), 2015, 2019)
  }

  @Test func wholeYearsAreCompared() throws {
    let comparison = try #require(
      compare([Fixtures.observation("a"), Fixtures.observation("b", value: 90, period: "2019")])
        .first
    )
    #expect(comparison.isComparable)
    #expect(comparison.remarks.isEmpty)
  }

  @Test func aPartOfAYearIsNotComparedWithAWholeOne() throws {
    let comparison = try #require(
      compare([
        Fixtures.observation("a", period: "2015-T1"), Fixtures.observation("b", period: "2019"),
      ]).first
    )
    #expect(!comparison.isComparable)
    #expect(comparison.remarks == [.differentPeriods])
  }

  @Test func theSamePartsAreFoundAmongOthers() throws {
    let comparison = try #require(
      compare([
        Fixtures.observation("a", period: "2015"), Fixtures.observation("b", period: "2015-T1"),
        Fixtures.observation("c", qualifier: .about, period: "2019-T1"),
      ]).first
    )
    #expect(comparison.first?.id == "b")
    #expect(comparison.isComparable)
    #expect(comparison.remarks == [.samePart, .differentQualifiers])
  }

  @Test func whatOneYearLacksIsRemarked() throws {
    let comparison = try #require(compare([Fixtures.observation("a", period: "2019")]).first)
    #expect(comparison.first == nil)
    #expect(comparison.remarks == [.onlySecond])
  }

  @Test func severalThingsUnderOneNameAreNotCompared() throws {
    let comparison = try #require(
      compare([
        Fixtures.observation("a", value: 9_800), Fixtures.observation("b", value: 972),
        Fixtures.observation("c", value: 978, period: "2019"),
      ]).first
    )
    #expect(!comparison.isComparable)
    #expect(comparison.remarks.contains(.severalInFirst))
    #expect(comparison.others.map(\.id) == ["b"])
  }

  @Test func theAdministrationGoesBeforeAParty() throws {
    let comparison = try #require(
      compare([
        Fixtures.observation("a", value: 1, parties: ["M"]), Fixtures.observation("b", value: 2),
      ]).first
    )
    #expect(comparison.first?.id == "b")
    #expect(comparison.others.map(\.id) == ["a"])
  }
}

struct RequestAnswerTests {
  private func question(
    group: String? = nil,
    quote: String = "Hur många platser fanns?",
    parties: [String] = ["S"],
    item: String? = "7"
  ) -> Observation {
    Fixtures.observation(
      "q",
      .request,
      value: nil,
      group: group,
      parties: parties,
      quote: quote,
      item: item
    )
  }

  private func state(_ observations: Observation...) -> RequestAnswer.State? {
    RequestAnswer.match(Fact.gather(observations)).first?.state
  }

  @Test func onlyTheSameItemAnswers() {
    let own = Fixtures.observation("a", start: 90, item: "7")
    #expect(state(question(), own) == .answered)
    #expect(state(question(), Fixtures.observation("a", start: 90, item: "8")) == .unanswered)
    let elsewhere = Fixtures.observation("a", document: "b.txt", start: 90, item: "7")
    #expect(state(question(), elsewhere) == .unanswered)
    #expect(
      state(question(), Fixtures.observation("a", period: "2011", start: 90, item: "7"))
        == .unanswered
    )
  }

  @Test func whatStandsBeforeTheQuestionIsNoAnswer() {
    var asked = question()
    asked.source.range = 500..<520
    #expect(state(asked, Fixtures.observation("a", start: 90, item: "7")) == .unanswered)
  }

  @Test func whoAsksDoesNotAnswer() {
    let same = Fixtures.observation("a", parties: ["S"], start: 90, item: "7")
    #expect(state(question(), same) == .unanswered)
    let other = Fixtures.observation("a", parties: ["M"], start: 90, item: "7")
    #expect(state(question(), other) == .answered)
  }

  @Test func aShareIsNoNumber() {
    let share = Fixtures.observation("a", value: 44, unit: .percent, start: 90, item: "7")
    #expect(state(question(), share) == .unanswered)
    #expect(state(question(quote: "Hur stor andel av platserna?"), share) == .answered)
  }

  @Test func aReplyWithoutTheFigureSaysSo() {
    // The question as the administration repeats it before its answer.
    let repeated = question(parties: [])
    #expect(state(repeated) == .withoutFigure)
    #expect(state(repeated, Fixtures.observation("a", start: 90, item: "7")) == .answered)
  }

  @Test func aFigureForEveryoneAnswersInPart() {
    let asked = question(group: "utrikesfödda kvinnor", parties: [])
    let answer = Fixtures.observation("a", start: 90, item: "7")
    let group = Fixtures.observation("b", group: "utrikes födda kvinnor", start: 120, item: "7")
    #expect(state(asked, answer) == .partly)
    #expect(state(asked, answer, group) == .answered)
  }
}
