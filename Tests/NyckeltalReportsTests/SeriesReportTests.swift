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

struct SeriesChartTests {
  private func chart(_ observations: [Observation]) throws -> ReportChart {
    let subject = ReportSubject.series(SeriesScope(topic: .sommarjobb))
    let blocks = try TruthTests.report(subject, observations).sheets.flatMap(\.blocks)
    return try #require(
      blocks.lazy.compactMap { block -> ReportChart? in
        if case .chart(let chart) = block { chart } else { nil }
      }.first
    )
  }

  private func figure(
    _ id: String,
    _ period: String,
    _ value: Double,
    kind: ObservationKind = .outcome,
    group: String? = nil
  ) -> Observation {
    Fixtures.observation(
      id,
      kind,
      value: value,
      period: period,
      group: group,
      document: "\(id).txt",
      quote: "\(Int(value)) platser"
    )
  }

  @Test func theAxisOfTimeIsTrueAndHasTheTarget() throws {
    let chart = try chart([
      figure("a", "2015", 100), figure("b", "2018", 130), figure("c", "2018", 125, kind: .target),
    ])
    #expect(chart.categories == ["2015", "2016", "2017", "2018"])
    #expect(chart.series.count == 2)
    #expect(chart.series[1].cells[1] == .empty)
    #expect(chart.series[0].name == "Mål")
    #expect(chart.series[0].cells.map { $0 == .empty } == [true, true, true, false])
  }

  @Test func everyTertialHasItsPlace() throws {
    let chart = try chart([
      figure("a", "2015-T1", 100), figure("b", "2015-T3", 130), figure("c", "2016-T1", 90),
    ])
    #expect(chart.categories.count == 4)
    #expect(chart.series[0].cells.map { $0 == .empty } == [false, true, false, false])
  }

  @Test func groupsStandSideBySide() throws {
    let observations = [
      figure("a", "2015", 100), figure("b", "2015", 60, group: "kvinnor"),
      figure("c", "2015", 40, group: "män"), figure("d", "2016", 70, group: "kvinnor"),
    ]
    let subject = ReportSubject.series(SeriesScope(topic: .sommarjobb))
    let report = try TruthTests.report(subject, observations)
    let tables = report.sheets.filter { $0.purpose == .groups }.flatMap(\.blocks)
    guard case .table(let table)? = tables.first else {
      Issue.record("there is no table of groups")
      return
    }
    #expect(table.columns.map(\.title).contains("2016"))
    #expect(table.sections.map(\.rows.count) == [3])
    let names = table.sections[0].rows.map { $0.cells[0].content }
    #expect(names == [.text("alla"), .text("kvinnor"), .text("män")])
    let text = TextRenderer().text(report)
    #expect(text.contains("GRUPPER"))
  }
}
