import NyckeltalModel

/// Makes a chart of outcomes over the years, a line for each indicator.
struct DevelopmentChart {
  var context: ReportContext
  var followUps: [FollowUp]

  private static let mostLines = 5

  /// The outcomes of whole years, else of the same part of each year; `nil` unless some indicator
  /// has two of them.
  var chart: ReportChart? {
    let lines = followUps.filter { $0.line.indicator != nil && $0.line.group == nil }
      .sorted { context.rank($0.line) < context.rank($1.line) }
    let forms: [(Period) -> Bool] = [
      { $0.isWholeYear }, { Self.isTertial(1, $0) }, { Self.isTertial(2, $0) },
    ]
    for form in forms {
      let found = lines.compactMap { line -> (line: FollowUp, years: [Int: Fact])? in
        let years = outcomes(line, form)
        return years.count > 1 ? (line, years) : nil
      }
      let axes = found.map { ChartAxis($0.line.outcome?.measure?.unit) }
      guard let axis = ChartAxis.mostCommon(axes, least: 1) else { continue }
      let drawn = zip(found, axes).filter { $0.1 == axis }.prefix(Self.mostLines).map(\.0)
      return chart(drawn, axis)
    }
    return nil
  }

  private static func isTertial(_ number: Int, _ period: Period) -> Bool {
    if case .tertial(number, _) = period { return true }
    return false
  }

  private func outcomes(_ line: FollowUp, _ form: (Period) -> Bool) -> [Int: Fact] {
    let suited = line.outcomes.filter { $0.period.map(form) == true && $0.measure?.value != nil }
    return Dictionary(grouping: suited) { $0.period?.lastYear ?? 0 }
      .compactMapValues { Fact.latest($0) }
  }

  private func chart(
    _ lines: [(line: FollowUp, years: [Int: Fact])],
    _ axis: ChartAxis
  ) -> ReportChart {
    let phrases = context.phrases
    let years = Set(lines.flatMap(\.years.keys)).sorted()
    let values = lines.flatMap { $0.years.values.compactMap { $0.measure?.value } }
    let style = NumberStyle(unit: axis.unit, values: values)
    let periods = years.map { year in
      lines.lazy.compactMap { $0.years[year]?.period }.first.map(context.periods.short)
        ?? String(year)
    }
    let series = lines.map { line in
      ReportChart.Series(
        name: context.name(line.line.line, nil),
        cells: years.map { year in
          line.years[year].map { context.figure($0, style: style) } ?? .empty
        }
      )
    }
    let descriptions = lines.map { line in
      let parts = zip(years, periods).map { year, period in
        "\(period) \(line.years[year].map(context.words) ?? phrases.missing)"
      }
      return "\(context.name(line.line.line, nil)): \(parts.joined(separator: ", "))"
    }
    return ReportChart(
      title: phrases.developmentChartTitle,
      categoryAxis: phrases.periodAxis,
      valueAxis: axis.name(style, phrases),
      categories: periods,
      series: series,
      alternativeText: phrases.developmentAlternative(descriptions),
      style: style,
      shape: .lines
    )
  }
}
