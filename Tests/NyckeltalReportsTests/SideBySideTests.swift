import Foundation
import NyckeltalModel
import Testing

@testable import NyckeltalReports

/// Several years, or several committees, beside each other.
struct SideBySideTests {
  private static func own(
    _ id: String,
    _ value: Double,
    _ period: String,
    body: String? = nil,
    indicator: String = "sommarjobb.platser",
    unit: FigureUnit = .places
  ) -> Observation {
    var observation = Fixtures.observation(
      id,
      indicator: indicator,
      value: value,
      unit: unit,
      period: period,
      document: "\(id).txt",
      quote: "\(Int(value)) platser"
    )
    observation.body = body
    return observation
  }

  @Test func moreThanTwoYears() throws {
    let subject = ReportSubject.sideBySide(.years([2015, 2016, 2019]))
    let observations = [
      Self.own("a", 300, "2015"), Self.own("b", 320, "2016"), Self.own("c", 330, "2019"),
      Self.own("d", 120, "2016-T1"),
    ]
    let text = try TruthTests.text(subject, observations)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.hasPrefix("JÄMFÖRELSE 2015, 2016 OCH 2019\n"))
    #expect(text.contains("Sommarjobb: 2015 300, 2016 320 och 2019 330."))
    #expect(words.contains("300 320 330 +30 +10,0 %"), "\(text)")
  }

  @Test func aYearWithoutTheSamePartIsNotCompared() throws {
    let subject = ReportSubject.sideBySide(.years([2015, 2016, 2019]))
    let text = try TruthTests.text(
      subject,
      [Self.own("a", 300, "2015"), Self.own("b", 320, "2016"), Self.own("c", 130, "2019-T1")]
    )
    #expect(text.contains("2019: uppgifter bara för andra delar av året, jämförs"))
    #expect(!text.components(separatedBy: "KÄLLOR")[0].contains("130"))
  }

  @Test func committeesOfTheSameYearAndPerInhabitant() throws {
    let (north, south) = ("Arbetsnämnden, Norrby kommun", "Socialnämnden, Söderby kommun")
    let observations = [
      Self.own("a", 300, "2015", body: north), Self.own("b", 200, "2015", body: south),
      Self.own("c", 900, "2014", body: south),
      Self.own(
        "d",
        30_000,
        "2015",
        body: north,
        indicator: "kommunen.befolkning",
        unit: .persons
      ),
    ]
    let subject = ReportSubject.sideBySide(.bodies(["Norrby", "Söderby"], year: nil))
    let text = try TruthTests.text(subject, observations)
    #expect(text.hasPrefix("JÄMFÖRELSE NORRBY OCH SÖDERBY\n"))
    #expect(text.contains("Sommarjobb: Norrby 300 och Söderby 200 (2015)."), "\(text)")
    #expect(text.contains("per 1 000 invånare"))
    #expect(text.contains("10,0"))
    #expect(!text.components(separatedBy: "KÄLLOR")[0].contains("900"))
  }
}
