import NyckeltalModel
import Testing

@testable import NyckeltalReports

struct FigureDifferenceTests {
  private func measure(
    _ value: Double?,
    _ unit: FigureUnit = .persons,
    _ qualifier: Qualifier = .exact
  ) -> Measure {
    Measure(value: value, qualifier: qualifier, unit: unit)
  }

  @Test func sharesDifferInPercentagePointsAndNotInPercent() throws {
    let difference = try #require(
      FigureDifference(from: measure(31, .percent), to: measure(26, .percent, .about))
    )
    #expect(difference.value == -5)
    #expect(difference.unit == .percentagePoints)
    #expect(difference.relative == nil)
    #expect(difference.qualifier == .about)
  }

  @Test func numbersDifferInTheirUnitAndInPercent() throws {
    let difference = try #require(FigureDifference(from: measure(200), to: measure(250, .places)))
    #expect(difference.value == 50)
    #expect(difference.relative == 0.25)
    #expect(difference.qualifier == .exact)
  }

  @Test func aDeficitAndASurplusHaveNoPercentBetweenThem() throws {
    let difference = try #require(
      FigureDifference(from: measure(1_200, .sek), to: measure(-2_400, .sek))
    )
    #expect(difference.value == -3_600)
    #expect(difference.relative == nil)
  }

  @Test func aRangeOrAnotherUnitIsNotCompared() {
    #expect(FigureDifference(from: measure(nil), to: measure(1)) == nil)
    #expect(FigureDifference(from: measure(1, .percent), to: measure(1)) == nil)
  }

  @Test(arguments: [
    (Indicator.GoodDirection.lower, false as Bool?), (.higher, true), (.neither, nil),
  ])
  func whichWayIsBetter(_ direction: Indicator.GoodDirection, _ isBetter: Bool?) throws {
    let difference = try #require(FigureDifference(from: measure(1), to: measure(2)))
    #expect(difference.isImprovement(direction) == isBetter)
    let same = try #require(FigureDifference(from: measure(2), to: measure(2)))
    #expect(same.isImprovement(direction) == nil)
  }
}

struct YearViewTests {
  private func outcomes(_ values: [Double], unit: FigureUnit = .places) -> [Fact] {
    Fact.gather(
      values.enumerated().map { index, value in
        Fixtures.observation(
          "t\(index)",
          value: value,
          unit: unit,
          qualifier: index == 1 ? .about : .exact,
          period: "2015-T\(index + 1)",
          document: "\(index).txt"
        )
      }
    )
  }

  @Test func tertialsAddUpOnlyWhereTheCatalogueSaysSo() {
    let facts = outcomes([10, 20, 30])
    let view = YearView(facts, year: 2015, addsUp: true)
    #expect(view.sum == Measure(value: 60, qualifier: .about, unit: .places))
    #expect(view.reported == nil)
    #expect(view.latestTertial?.id == "t2")
    #expect(YearView(facts, year: 2015, addsUp: false).sum == nil)
    #expect(YearView(facts, year: 2016, addsUp: true).tertials.isEmpty)
  }

  @Test func sharesAndMissingTertialsDoNotAddUp() {
    #expect(YearView(outcomes([10, 20, 30], unit: .percent), year: 2015, addsUp: true).sum == nil)
    #expect(YearView(outcomes([10, 20]), year: 2015, addsUp: true).sum == nil)
  }
}

struct PopulationGroupTests {
  @Test(arguments: [
    ("ungdomar" as String?, Topic.jobbtorg, "unga" as String?),
    ("Utrikes födda", .sfi, "utrikesfödda"),
    ("unga", .sommarjobb, nil), ("Ungdomarna", .sommarjobb, nil), ("samtliga", .sfi, nil),
    ("kvinnorna", .sfi, "kvinnor"),
    ("unga 16–29 år", .unga, "unga1629år"), (nil, .sfi, nil),
  ])
  func keys(_ name: String?, _ topic: Topic, _ key: String?) {
    #expect(PopulationGroup.key(name, topic: topic) == key)
  }

  @Test func figuresAreBrokenDownByGroup() throws {
    let facts = Fact.gather([
      Fixtures.observation("a"), Fixtures.observation("b", value: 60, group: "kvinnor"),
      Fixtures.observation("c", value: 40, group: "män"),
      Fixtures.observation("d", indicator: "sommarjobb.sokande"),
    ])
    let breakdown = try #require(GroupBreakdown.breakDown(facts).first)
    #expect(GroupBreakdown.breakDown(facts).count == 1)
    #expect(breakdown.total?.facts.map(\.id) == ["a"])
    #expect(breakdown.groups.map(\.line.group) == ["kvinnor", "män"])
  }
}

struct ConflictTests {
  private func conflicts(_ observations: [Observation]) -> [[String]] {
    IndicatorSeries.arrange(Fact.gather(observations)).flatMap(\.conflicts).map { $0.map(\.id) }
  }

  @Test func aPartyAndTheAdministrationDiffer() {
    let reported = Fixtures.observation("a")
    let said = Fixtures.observation("b", value: 90, parties: ["M"])
    #expect(conflicts([reported, said]) == [["a", "b"]])
    let about = Fixtures.observation("c", value: 98, qualifier: .about, parties: ["M"])
    #expect(conflicts([reported, about]).isEmpty == false)
    let within = Fixtures.observation("d", value: 100, qualifier: .about, parties: ["M"])
    #expect(conflicts([reported, within]).isEmpty)
  }

  @Test func aTotalAndItsPartsInOneDocumentContradictNobody() {
    let total = Fixtures.observation("a", value: 826)
    let part = Fixtures.observation("b", value: 290)
    let said = Fixtures.observation("c", value: 450, parties: ["S"])
    #expect(conflicts([total, part, said]).isEmpty)
    #expect(conflicts([total, said]) == [["a", "c"]])
  }

  @Test func amongVeryManyTheHighestAndLowestAreStillFound() {
    var observations = (0..<300).map { index in
      Fixtures.observation("o\(index)", value: 100, qualifier: .about, document: "\(index).txt")
    }
    observations += [
      Fixtures.observation("low", value: 70, document: "low.txt"),
      Fixtures.observation("high", value: 210, document: "high.txt"),
    ]
    #expect(conflicts(observations).first.map(Set.init) == ["o0", "low", "high"])
  }
}

struct ClearFactTests {
  private func clear(_ observations: [Observation]) -> String? {
    Fact.clear(Fact.gather(observations))?.id
  }

  @Test func aLaterDocumentCorrectsByALittle() {
    let first = Fixtures.observation("a", value: 100, document: "a.txt", date: "2015-05-01")
    let later = Fixtures.observation("b", value: 104, document: "b.txt", date: "2015-09-01")
    let other = Fixtures.observation("c", value: 9, document: "c.txt", date: "2015-10-01")
    #expect(clear([first, later]) == "b")
    #expect(clear([first, other]) == nil)
    // What is stated when the period is over goes before what was stated in the middle of it.
    let final = Fixtures.observation("d", value: 90, document: "d.txt", date: "2016-02-01")
    #expect(clear([first, later, other, final]) == "d")
    #expect(clear([]) == nil)
  }

  @Test func whatManyDocumentsStateGoesBeforeItsParts() {
    let total = Fixtures.observation("a", value: 826, document: "a.txt")
    let again = Fixtures.observation("b", value: 826, document: "b.txt")
    let part = Fixtures.observation("c", value: 290, document: "b.txt")
    #expect(clear([total, again, part]) == "a")
    #expect(clear([again, part]) == nil)
  }
}
