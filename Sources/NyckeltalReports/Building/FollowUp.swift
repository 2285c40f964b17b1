import NyckeltalModel

/// An indicator of a period as it is followed up: what was aimed at, what came of it.
struct FollowUp: Sendable {
  var line: FollowedLine
  var target: Fact?
  var outcome: Fact?
  var forecast: Fact?
  var assessment: Fact?
  /// More or fewer, without a number.
  var trends: [Fact]
  /// Outcomes of the tertials of the year, by number.
  var tertials: [Int: Fact]
  /// Further figures that have no column of their own.
  var others: [Fact]
  var achievement: TargetAchievement

  /// Reads a series for a period.
  ///
  /// - Parameters:
  ///   - series: The facts of the line.
  ///   - period: The period whose outcome is wanted; `nil` takes the latest.
  ///   - indicator: The indicator, where the catalogue has it.
  init(_ series: IndicatorSeries, period: Period?, indicator: Indicator?) {
    line = series.line
    target = series.facts(.target).last
    forecast = series.facts(.forecast).last
    assessment = series.facts(.assessment).last
    trends = series.facts(.trend)
    tertials = [:]
    let outcomes = series.facts(.outcome)
    for fact in outcomes {
      if case .tertial(let number, let year)? = fact.period,
        period.map({ $0.lastYear == year }) ?? false
      {
        tertials[number] = fact
      }
    }
    if let period, period.isWholeYear {
      outcome = outcomes.last { $0.period == period }
    } else if let period {
      outcome =
        outcomes.last { $0.period == period }
        ?? outcomes.last { fact in fact.period.map { period.contains($0) } ?? false }
        ?? outcomes.last { $0.period?.firstYear == period.lastYear }
        ?? outcomes.last
    } else {
      outcome = outcomes.last
    }
    let shown =
      [target, outcome, forecast, assessment].compactMap { $0?.id }
      + (period?.isWholeYear == true ? tertials.values.map(\.id) : [])
    others = series.facts.filter { $0.kind != .trend && !shown.contains($0.id) }
    achievement = TargetAchievement(
      target: target.flatMap { fact in fact.measure.map { ($0, fact.period) } },
      outcome: outcome.flatMap { fact in fact.measure.map { ($0, fact.period) } },
      direction: indicator?.goodDirection ?? .neither,
      addsUp: indicator?.addsUp ?? false
    )
  }

  /// The outcome, or the latest of its tertials while the year's is missing.
  var latest: Fact? { outcome ?? tertials.max { $0.key < $1.key }?.value }

  /// Whether a target or a judgement of one is stated.
  var hasGoal: Bool { target != nil || assessment != nil }

  /// Whether a figure is stated that is not a target.
  var hasFigure: Bool { outcome != nil || forecast != nil || !others.isEmpty || !tertials.isEmpty }

  /// The facts it shows.
  var facts: [Fact] {
    [target, outcome, forecast, assessment].compactMap(\.self) + trends
      + tertials.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension FollowUp {
  /// Follows up every line of the facts.
  static func all(
    _ facts: [Fact],
    period: Period?,
    catalogue: (String?) -> Indicator?
  ) -> [FollowUp] {
    merge(IndicatorSeries.arrange(facts)).map {
      FollowUp($0, period: period, indicator: catalogue($0.line.indicator))
    }
  }

  /// Joins a target for everyone with the only outcome of a group, or the other way round: "minst
  /// 6 700 unga ska erbjudas" and "6 900 arbetsplatser" are about the same.
  private static func merge(_ series: [IndicatorSeries]) -> [IndicatorSeries] {
    var merged = series
    for index in merged.indices where merged[index].line.indicator != nil {
      let isGoal = { (fact: Fact) in fact.kind == .target || fact.kind == .assessment }
      guard merged[index].facts.contains(where: isGoal), merged[index].facts(.outcome).isEmpty
      else { continue }
      let partners = merged.indices.filter { other in
        other != index && merged[other].line.indicator == merged[index].line.indicator
          && !merged[other].facts(.outcome).isEmpty && !merged[other].facts.contains(where: isGoal)
          && (merged[other].line.group == nil || merged[index].line.group == nil)
      }
      guard partners.count == 1 else { continue }
      merged[index].facts += merged[partners[0]].facts
      merged[index].line.group = nil
      merged[partners[0]].facts = []
    }
    return merged.filter { !$0.facts.isEmpty }
  }
}
