import NyckeltalModel

/// Makes the chart of the summary: figures of one unit, so that one axis can hold them.
struct SummaryChart {
  var context: ReportContext
  var material: ReportMaterial
  var analysis: ReportAnalysis

  private var phrases: Phrases { context.phrases }

  /// One category, with a value for each series.
  private struct Bar {
    var label: String
    var facts: [Fact?]
  }

  /// A chart of some content; without, the one that suits the report.
  func chart(_ content: ReportDefinition.ChartContent?) -> ReportChart? {
    switch content {
    case .targets: return targetChart
    case .years: return yearChart
    case .figures: return figureChart
    case .development:
      let targets = material.facts.filter { $0.kind == .target && $0.isOwn }
      return DevelopmentChart(
        context: context,
        followUps: analysis.followUps,
        targets: targets
      ).chart
    case nil:
      switch context.subject {
      case .tertial, .year: return targetChart
      case .compare, .sideBySide: return yearChart
      case .topic, .series: return chart(.development) ?? targetChart ?? figureChart
      }
    }
  }

  private var yearChart: ReportChart? {
    if case .sideBySide(let sides) = context.subject { return sideChart(sides) }
    guard case .compare(let yearA, let yearB) = context.subject else { return nil }
    let comparable = analysis.comparisons.filter { $0.isComparable && $0.kind == .outcome }
    let shown = comparable.isEmpty ? analysis.comparisons.filter(\.isComparable) : comparable
    let bars = shown.sorted { context.rank($0.line) < context.rank($1.line) }
      .map { Bar(label: context.name($0.line, $0.first), facts: [$0.first, $0.second]) }
    let title = phrases.comparisonChartTitle(String(yearA), String(yearB))
    return chart(bars, series: [String(yearA), String(yearB)], title: title, least: 1)
  }

  /// What most sides have an outcome of, a bar for each side.
  private func sideChart(_ sides: SideBySide) -> ReportChart? {
    let rows = analysis.sides.filter { $0.kind == .outcome && $0.filled > 1 }
    let most = rows.map(\.filled).max() ?? 0
    let bars = rows.filter { $0.filled == most }
      .sorted { context.rank($0.line) < context.rank($1.line) }
      .map {
        Bar(label: context.name($0.line, $0.facts.lazy.compactMap(\.self).first), facts: $0.facts)
      }
    let titles = sides.titles
    let title = phrases.comparisonChartTitle(
      titles.dropLast().joined(separator: ", "),
      titles.last ?? ""
    )
    return chart(bars, series: titles, title: title, least: 1)
  }

  private var figureChart: ReportChart? {
    let figures = material.facts.filter { $0.kind.isFigure }
      .sorted { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
    return chart(
      figures.map { Bar(label: context.name($0), facts: [$0]) },
      series: [phrases.figureSeries],
      title: phrases.figureChartTitle,
      least: 2
    )
  }

  /// Targets and outcomes; with them the outcomes of the same topic, which put them in proportion.
  private var targetChart: ReportChart? {
    let sorted = analysis.followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    let paired = sorted.filter { $0.target != nil && $0.outcome != nil }
    guard !paired.isEmpty else { return nil }
    let topics = Set(paired.map(\.line.topic))
    // what has no name of its own is told by its quote, which is no name for a bar
    let shown = sorted.filter {
      $0.outcome != nil && $0.line.indicator != nil && topics.contains($0.line.topic)
    }
    let period = context.subject.period.map(context.periods.words)
    return chart(
      shown.map { Bar(label: context.name($0.line, $0.outcome), facts: [$0.target, $0.outcome]) },
      series: [phrases.targetSeries, phrases.outcomeSeries],
      title: period.map(phrases.chartTitle) ?? phrases.sectionTitle(.targets),
      least: 1
    )
  }

  private func chart(
    _ bars: [Bar],
    series: [String],
    title: String,
    least: Int
  ) -> ReportChart? {
    let axes = bars.map { bar in
      bar.facts.compactMap { ChartAxis($0?.measure?.unit) }.first
    }
    guard let axis = ChartAxis.mostCommon(axes, least: least) else { return nil }
    let drawn = zip(bars, axes).filter { $0.1 == axis }.map(\.0).prefix(6)
    let values = drawn.flatMap { $0.facts.compactMap { $0?.measure?.value } }
    guard !values.isEmpty else { return nil }
    let style = NumberStyle(unit: axis.unit, values: values)
    let axisName = axis.name(style, phrases)
    let descriptions = drawn.map { bar in
      let parts = zip(series, bar.facts).compactMap { name, fact in
        fact.map { "\(name.lowercased()) \(context.words($0))" }
      }
      return "\(bar.label): \(parts.joined(separator: ", "))"
    }
    return ReportChart(
      title: title,
      categoryAxis: phrases.indicatorAxis,
      valueAxis: axisName,
      categories: drawn.map(\.label),
      series: series.enumerated().map { index, name in
        ReportChart.Series(
          name: name,
          cells: drawn.map { bar in
            bar.facts[index].map { cell($0, style) } ?? .empty
          }
        )
      },
      alternativeText: phrases.chartAlternative(descriptions),
      style: style
    )
  }

  /// A figure with decimals of its own, in the scale that the chart's figures share.
  private func cell(_ fact: Fact, _ style: NumberStyle) -> ReportCell {
    guard let measure = fact.measure else { return .empty }
    var own = NumberStyle(measure)
    if own.suffix != style.suffix { own = style }
    return context.figure(fact, style: own)
  }
}
