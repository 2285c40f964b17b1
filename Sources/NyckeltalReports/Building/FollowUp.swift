import NyckeltalModel

/// An indicator of a period as it is followed up: what was aimed at, what came of it.
struct FollowUp: Sendable {
  var line: FollowedLine
  var target: Fact?
  /// The facts that state the same target, perhaps in other words ("6 700", "minst 6 700").
  var targets: [Fact]
  var outcome: Fact?
  var forecast: Fact?
  var assessment: Fact?
  /// More or fewer, without a number.
  var trends: [Fact]
  /// The year's outcomes, tertial by tertial.
  var year: YearView?
  /// The outcome of the same part of the year before.
  var previous: Fact?
  /// Whether the outcome is the only one of its period, and not one of several parts.
  var isClear: Bool
  /// All outcomes, earlier periods first.
  var outcomes: [Fact]
  /// Further figures that have no column of their own.
  var others: [Fact]
  var achievement: TargetAchievement

  /// Reads a series for a period.
  ///
  /// - Parameters:
  ///   - series: The facts of the line, their figures in comparable units.
  ///   - period: The period whose outcome is wanted; `nil` takes the latest.
  ///   - previous: Outcomes of the same part of the year before.
  ///   - indicator: The indicator, where the catalogue has it.
  init(_ series: IndicatorSeries, period: Period?, previous: [Fact], indicator: Indicator?) {
    line = series.line
    let newestForecast = Fact.latest(series.facts(.forecast))
    forecast = newestForecast
    assessment = Fact.latest(series.facts(.assessment))
    trends = series.facts(.trend)
    let newest = Fact.latest(series.facts(.target))
    let same = series.facts(.target).filter { fact in
      fact.period == newest?.period && fact.measure?.value == newest?.measure?.value
        && fact.measure?.lower == newest?.measure?.lower
    }
    // "minst 6 700" says more than "6 700".
    target = Fact.latest(same.filter { $0.measure?.qualifier != .exact }) ?? newest
    targets = same
    let outcomes = series.facts(.outcome)
    self.outcomes = outcomes
    let year = period.map {
      YearView(outcomes, year: $0.lastYear, addsUp: indicator?.addsUp ?? false)
    }
    self.year = year
    let outcome = Self.outcome(outcomes, period)
    self.outcome = outcome
    let alike = outcomes.filter { $0.period == outcome?.period }
    isClear = Fact.clear(alike) != nil
    self.previous = Fact.clear(previous)
    let inColumns = [outcome, newestForecast].compactMap(\.self) + same
    var shown = Set(inColumns.map(\.id))
    if period?.isWholeYear == true { shown.formUnion(year?.tertials.values.map(\.id) ?? []) }
    others = series.facts.filter { fact in
      switch fact.kind {
      case .outcome, .target: !shown.contains(fact.id)
      // A later forecast takes an earlier one's place.
      case .forecast: !shown.contains(fact.id) && fact.period != newestForecast?.period
      case .budget, .change, .trend, .assessment, .request: false
      }
    }
    let sum = period?.isWholeYear == true && outcome == nil ? year?.sum : nil
    let result =
      sum.map { ($0, period) } ?? outcome.flatMap { fact in fact.measure.map { ($0, fact.period) } }
    achievement = TargetAchievement(
      target: target.flatMap { fact in fact.measure.map { ($0, fact.period) } },
      outcome: result.map { (measure: $0.0, period: $0.1) },
      direction: indicator?.goodDirection ?? .neither,
      addsUp: indicator?.addsUp ?? false
    )
  }

  /// The outcome for a period: of all of it, else of a part, else of the year up to its end.
  private static func outcome(_ outcomes: [Fact], _ period: Period?) -> Fact? {
    guard let period else {
      // A whole year goes before the last part of it.
      let dated = outcomes.filter { $0.period != nil }
      let last = dated.max { left, right in
        guard let left = left.period, let right = right.period else { return false }
        return (left.lastDay, right.firstDay) < (right.lastDay, left.firstDay)
      }
      return (last ?? outcomes.last).map { latest(outcomes, like: $0) }
    }
    if let whole = Fact.best(outcomes.filter { $0.period == period }) { return whole }
    if period.isWholeYear { return nil }
    let part = outcomes.last { fact in fact.period.map { period.contains($0) } ?? false }
    let toDate = outcomes.last { $0.period?.firstYear == period.lastYear }
    return (part ?? toDate ?? outcomes.last).map { latest(outcomes, like: $0) }
  }

  private static func latest(_ facts: [Fact], like fact: Fact) -> Fact {
    Fact.best(facts.filter { $0.period == fact.period }) ?? fact
  }

  /// The outcomes of the year's tertials, by number.
  var tertials: [Int: Fact] { year?.tertials ?? [:] }

  /// The year that the tertials add up to, where no outcome of the year is reported.
  var sum: Measure? { outcome == nil ? year?.sum : nil }

  /// The outcome, or the latest of its tertials while the year's is missing.
  var latest: Fact? { outcome ?? year?.latestTertial }

  /// The outcome of the same part of the earliest year.
  var earliestAlike: Fact? {
    guard let period = outcome?.period else { return nil }
    let alike = outcomes.filter {
      Period.areAlike($0.period, period) && $0.period?.lastYear ?? period.lastYear < period.lastYear
    }
    return alike.first.map { Self.latest(alike, like: $0) }
  }

  /// Whether a target or a judgement of one is stated.
  var hasGoal: Bool { target != nil || assessment != nil }

  /// Whether a figure is stated that is not a target.
  var hasFigure: Bool { outcome != nil || forecast != nil || !others.isEmpty || !tertials.isEmpty }

  /// What identifies the row: the fact that it shows first.
  var id: String { (latest ?? target ?? facts.first)?.id ?? "" }

  /// The facts it shows.
  var facts: [Fact] {
    targets + [outcome, forecast, assessment].compactMap(\.self) + trends
      + tertials.sorted { $0.key < $1.key }.map(\.value).filter { $0.id != outcome?.id }
  }
}

extension FollowUp {
  /// Follows up every line of the facts.
  static func all(
    _ facts: [Fact],
    period: Period?,
    previous: [Fact] = [],
    catalogue: (String?) -> Indicator?
  ) -> [FollowUp] {
    let before = Dictionary(grouping: previous, by: Key.init)
    return merge(IndicatorSeries.arrange(facts)).flatMap(split).compactMap { series in
      let figure = series.facts.first { $0.measure != nil }
      let old = figure.map { before[Key($0, line: series.line)] ?? [] } ?? []
      let followUp = FollowUp(
        series,
        period: period,
        previous: old,
        indicator: catalogue(series.line.indicator)
      )
      return followUp.facts.isEmpty && followUp.others.isEmpty ? nil : followUp
    }
  }

  /// What a series of the year before must have in common with one of this year.
  private struct Key: Hashable {
    var line: FollowedLine
    var unit: FigureUnit?

    init(_ fact: Fact) { self.init(fact, line: FollowedLine(fact)) }

    init(_ fact: Fact, line: FollowedLine) {
      self.line = line
      unit = fact.measure?.unit?.family
    }
  }

  /// Joins a target for everyone with the only outcome of a group, or the other way round: "minst
  /// 6 700 unga ska erbjudas" and "6 900 arbetsplatser" are about the same.
  private static func merge(_ series: [IndicatorSeries]) -> [IndicatorSeries] {
    var merged = series
    let places = Dictionary(grouping: merged.indices) { merged[$0].line.indicator }
    for index in merged.indices {
      guard let indicator = merged[index].line.indicator,
        !merged[index].facts(.target).isEmpty, merged[index].facts(.outcome).isEmpty
      else { continue }
      let partners = (places[indicator] ?? []).filter { other in
        other != index && !merged[other].facts(.outcome).isEmpty
          && merged[other].facts(.target).isEmpty
          && (merged[other].line.group == nil || merged[index].line.group == nil)
      }
      guard partners.count == 1 else { continue }
      merged[index].facts += merged[partners[0]].facts
      merged[index].line.group = nil
      merged[partners[0]].facts = []
    }
    return merged.filter { !$0.facts.isEmpty }
  }

  /// Parts a series by what its figures are counted in: a share and a number are two rows.
  ///
  /// What has no figure stays with the figures that have a target, else with the first.
  private static func split(_ series: IndicatorSeries) -> [IndicatorSeries] {
    var order: [FigureUnit?] = []
    for fact in series.facts(.target) + series.facts(.outcome) + series.facts {
      guard let measure = fact.measure, fact.kind != .change else { continue }
      if !order.contains(measure.unit?.family) { order.append(measure.unit?.family) }
    }
    guard let main = order.first, order.count > 1 else { return [series] }
    return order.map { unit in
      var part = series
      part.facts = series.facts.filter { fact in
        guard let measure = fact.measure, fact.kind != .change else { return unit == main }
        return measure.unit?.family == unit
      }
      return part
    }
  }
}
