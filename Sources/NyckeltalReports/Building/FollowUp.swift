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
    target = Self.latest(series.facts(.target))
    forecast = Self.latest(series.facts(.forecast))
    assessment = Self.latest(series.facts(.assessment))
    trends = series.facts(.trend)
    tertials = [:]
    let unit = target?.measure?.unit
    let outcomes = series.facts(.outcome).filter { [target] in
      target == nil || FigureUnit.areComparable(unit, $0.measure?.unit)
    }
    for number in 1...3 {
      let wanted = period.map { Period.tertial(number, year: $0.lastYear) }
      if let fact = Self.latest(outcomes.filter { $0.period == wanted }), wanted != nil {
        tertials[number] = fact
      }
    }
    outcome = Self.outcome(outcomes, period)
    let shown =
      [target, outcome, forecast, assessment].compactMap { $0?.id }
      + (period?.isWholeYear == true ? tertials.values.map(\.id) : [])
    others = series.facts.filter { $0.kind.isFigure && !shown.contains($0.id) }
    achievement = TargetAchievement(
      target: target.flatMap { fact in fact.measure.map { ($0, fact.period) } },
      outcome: outcome.flatMap { fact in fact.measure.map { ($0, fact.period) } },
      direction: indicator?.goodDirection ?? .neither,
      addsUp: indicator?.addsUp ?? false
    )
  }

  /// The outcome for a period: of all of it, else of a part, else of the year up to its end.
  private static func outcome(_ outcomes: [Fact], _ period: Period?) -> Fact? {
    guard let period else { return outcomes.last.map { last in latest(outcomes, like: last) } }
    if let whole = latest(outcomes.filter { $0.period == period }) { return whole }
    if period.isWholeYear { return nil }
    let part = outcomes.last { fact in fact.period.map { period.contains($0) } ?? false }
    let toDate = outcomes.last { $0.period?.firstYear == period.lastYear }
    return (part ?? toDate ?? outcomes.last).map { latest(outcomes, like: $0) }
  }

  /// The fact of the latest document; within it the one stated most often, else the first.
  private static func latest(_ facts: [Fact]) -> Fact? {
    let date = facts.map { $0.lastDate ?? "" }.max()
    let newest = facts.filter { ($0.lastDate ?? "") == date }
    let most = newest.map(\.statements.count).max()
    return newest.first { $0.statements.count == most }
  }

  private static func latest(_ facts: [Fact], like fact: Fact) -> Fact {
    latest(facts.filter { $0.period == fact.period }) ?? fact
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
