import Foundation
import NyckeltalModel
import Testing

@testable import NyckeltalReports

struct SeriesReportTests {
  private func years(_ values: [Int: Double]) -> [Observation] {
    values.sorted { $0.key < $1.key }.map { year, value in
      Fixtures.observation(
        "y\(year)",
        value: value,
        period: String(year),
        document: "\(year).txt",
        date: "\(year + 1)-02-01",
        quote: "\(Int(value)) platser"
      )
    }
  }

  @Test func statisticsAreOfLikePeriods() throws {
    let tertial = Fixtures.observation(
      "t",
      value: 10,
      period: "2016-T1",
      document: "t.txt",
      date: "2016-05-01",
      quote: "10 platser"
    )
    let facts = Fact.gather(years([2015: 100, 2017: 140, 2018: 130]) + [tertial])
    let statistics = try #require(SeriesStatistics(facts, direction: .higher))
    #expect(statistics.points.map(\.value) == [100, 140, 130])
    #expect((statistics.mean - 370 / 3.0).magnitude < 1e-9)
    #expect(statistics.changePerYear == 10)
    #expect(statistics.index == 130)
    #expect(statistics.best?.value == 140)
    #expect(statistics.worst?.value == 100)
    let based = try #require(SeriesStatistics(facts, direction: .neither, baseYear: 2018))
    #expect(based.index == 100)
    #expect(based.best == nil)
    #expect(SeriesStatistics(facts, direction: .higher, baseYear: 2001)?.index == nil)
  }

  @Test func theReportHasEveryPeriodWithItsTarget() throws {
    var target = Fixtures.observation(
      "m",
      .target,
      value: 125,
      period: "2018",
      date: "2018-02-01",
      quote: "målet är 125"
    )
    target.source.document = "m.txt"
    let subject = ReportSubject.series(SeriesScope(topic: .sommarjobb, firstYear: 2016))
    let text = try TruthTests.text(subject, years([2015: 100, 2017: 140, 2018: 130]) + [target])
    #expect(text.contains("UTVECKLING: SOMMARJOBB, 2016–"))
    #expect(!text.contains("100 platser"))
    let table = try #require(text.components(separatedBy: "SOMMARJOBB, PLATSER").last)
    #expect(table.contains("104 %"))
    #expect(table.contains("−10"))
  }

  @Test func aTableIsWrittenAsCSV() throws {
    let report = try TruthTests.report(.year(2018), years([2017: 140, 2018: 130]))
    let renderer = DataRenderer(style: CSVStyle(separator: .semicolon, hasDecimalComma: true))
    let bytes = try #require(renderer.csv(report, table: "followUp"))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].hasPrefix(";Indikator;"))
    #expect(lines[1].contains("Sommarjobb"))
    #expect(lines[1].contains(";130;"))
    #expect(renderer.csv(report, table: "nothing") == nil)
  }

  @Test func aStatusSaysWhatItFollowsFrom() throws {
    let target = Fixtures.observation(
      "m",
      .target,
      value: 132,
      period: "2018",
      document: "m.txt",
      date: "2018-02-01",
      quote: "målet är 132"
    )
    let report = try TruthTests.report(.year(2018), years([2018: 130]) + [target])
    let statuses = report.sheets.flatMap(\.blocks).flatMap { block -> [ReportStatus] in
      guard case .table(let table) = block else { return [] }
      return table.sections.flatMap(\.rows).flatMap(\.cells).compactMap { cell in
        if case .status(let status) = cell.content { status } else { nil }
      }
    }
    let rule = try #require(statuses.compactMap(\.rule).first)
    #expect(rule.text(figure: 130, target: 132) == "nära målet")
    #expect(rule.text(figure: 140, target: 132) == "målet nått")
    #expect(rule.text(figure: 13, target: 132) == "under målet")
  }
}
