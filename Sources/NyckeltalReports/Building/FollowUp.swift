import NyckeltalModel

/// An indicator of a period as it is followed up: what was aimed at, what came of it.
struct FollowUp: Sendable {
  var line: FollowedLine
  var target: Fact?
  /// The facts that state the same target, perhaps in other words ("6 700", "minst 6 700").
  var targets: [Fact]
  var outcome: Fact?
  /// The year up to the period's end, where the period is not all of it.
  var soFar: YearToDate?
  var forecast: Fact?
  var assessment: Fact?
  /// More or fewer, without a number.
  var trends: [Fact]
  /// The year's outcomes, tertial by tertial.
  var year: YearView?
  /// The outcome of the same part of the year before.
  var previous: Fact?
  /// All outcomes, earlier periods first.
  var outcomes: [Fact]
  /// Outcomes of the period that differ, none of which stands for the whole.
  var rivals: [Fact]
  /// Further figures that have no column of their own.
  var others: [Fact]
  var achievement: TargetAchievement
  /// How the forecast stands against the target, where there are both.
  var prospect: TargetAchievement?

  /// Reads a series for a period.
  ///
  /// - Parameters:
  ///   - series: The facts of the line, their figures in comparable units.
  ///   - period: The period whose outcome is wanted; `nil` takes the latest.
  ///   - parts: The facts that are parts of another of the same indicator.
  ///   - previous: Outcomes of the same part of the year before.
  ///   - indicator: The indicator, where the catalogue has it.
  init(
    _ series: IndicatorSeries,
    period: Period?,
    parts: Set<String>,
    previous: [Fact],
    indicator: Indicator?
  ) {
    line = series.line
    assessment = Fact.latest(series.facts(.assessment))
    trends = series.facts(.trend)
    forecast = Self.newest(series.facts(.forecast))
    (target, targets) = Self.target(series.facts(.target))
    let outcomes = series.facts(.outcome).filter { !parts.contains($0.id) }
    self.outcomes = outcomes
    let addsUp = indicator?.addsUp ?? false
    let year = period.map { YearView(outcomes, year: $0.lastYear, addsUp: addsUp) }
    self.year = year
    let candidates = Self.candidates(outcomes, period)
    let clear = Fact.clear(candidates)
    // A share in a turn of phrase is no headline, though it stands alone.
    let outcome = clear?.isRoughShare == true ? nil : clear
    self.outcome = outcome
    rivals = clear == nil ? candidates : []
    let soFar = period.flatMap { YearToDate(outcomes, year: year, end: $0, outcome: outcome) }
    self.soFar = soFar
    self.previous = Fact.clear(previous).flatMap { before in
      outcome.map { Fact.areOfOneMeasure(before, $0) } ?? true ? before : nil
    }
    let inColumns = [outcome, soFar?.stated, forecast].compactMap(\.self) + targets
    var shown = Set(inColumns.map(\.id))
    if let end = period?.tertialNumber {
      for number in 1...end { shown.formUnion(year?.tertials[number].map { [$0.id] } ?? []) }
    }
    let newestForecast = forecast
    others = series.facts.filter { fact in
      switch fact.kind {
      case .outcome, .target: !shown.contains(fact.id)
      // A later forecast takes an earlier one's place.
      case .forecast:
        !shown.contains(fact.id) && (newestForecast == nil || fact.period != newestForecast?.period)
      case .budget, .change, .trend, .assessment, .request: false
      }
    }
    let goal = target.flatMap { fact in fact.measure.map { ($0, fact.period) } }
    let sum = period?.isWholeYear == true && outcome == nil ? year?.sum : nil
    let result =
      sum.map { ($0, period) } ?? soFar.map { ($0.measure, $0.period as Period?) }
      ?? outcome.flatMap { fact in fact.measure.map { ($0, fact.period) } }
    let direction = indicator?.goodDirection ?? .neither
    achievement = TargetAchievement(
      target: goal,
      outcome: result.map { (measure: $0.0, period: $0.1) },
      direction: direction,
      addsUp: addsUp
    )
    if let goal, let forecast, let expected = forecast.measure,
      forecast.period == goal.1 || forecast.period == nil
    {
      prospect = TargetAchievement(
        target: goal,
        outcome: (expected, goal.1),
        direction: direction,
        addsUp: addsUp
      )
    }
  }

  /// The forecast of the latest document; `nil` where it has several that differ.
  private static func newest(_ facts: [Fact]) -> Fact? {
    guard let latest = Fact.latest(facts) else { return nil }
    let rivals = facts.filter { $0.lastDate == latest.lastDate && $0.period == latest.period }
    return Fact.clear(rivals)
  }

  /// The latest target, and the facts that state the same; none where a document states several.
  private static func target(_ facts: [Fact]) -> (Fact?, [Fact]) {
    let latestPeriod = facts.compactMap(\.period).max { $0.lastDay < $1.lastDay }
    let newest = Fact.clear(facts.filter { $0.period == latestPeriod })
    guard let newest else { return (nil, []) }
    let same = facts.filter { fact in
      fact.period == newest.period && fact.measure?.value == newest.measure?.value
        && fact.measure?.lower == newest.measure?.lower
    }
    // "minst 6 700" says more than "6 700".
    return (Fact.latest(same.filter { $0.measure?.qualifier != .exact }) ?? newest, same)
  }

  /// The outcomes of a period: of all of it, else of the latest part of it.
  private static func candidates(_ outcomes: [Fact], _ period: Period?) -> [Fact] {
    guard let period else {
      // A whole year goes before the last part of it.
      let last = outcomes.compactMap(\.period).max { left, right in
        (left.lastDay, right.firstDay) < (right.lastDay, left.firstDay)
      }
      return outcomes.filter { $0.period == last }
    }
    let whole = outcomes.filter { $0.period == period }
    if !whole.isEmpty || period.isWholeYear { return whole }
    let last = outcomes.compactMap(\.period).filter { period.contains($0) }
      .max { $0.lastDay < $1.lastDay }
    return last.map { last in outcomes.filter { $0.period == last } } ?? []
  }

  /// Whether the outcome is the only one of its period, and not one of several parts.
  var isClear: Bool { rivals.isEmpty }

  /// The outcomes of the year's tertials, by number.
  var tertials: [Int: Fact] { year?.tertials ?? [:] }

  /// The year that the tertials add up to, where no outcome of the year is reported.
  var sum: Measure? { outcome == nil ? year?.sum : nil }

  /// The outcome, or the latest of its tertials while the year's is missing.
  var latest: Fact? { outcome ?? soFar?.stated ?? (rivals.isEmpty ? year?.latestTertial : nil) }

  /// The outcome of the same part of the year before its own, among all that is known.
  var yearBefore: Fact? { alike { $0 == $1 - 1 } }

  /// The outcome of the same part of the earliest year.
  var earliestAlike: Fact? { alike { $0 < $1 } }

  private func alike(_ isWanted: (Int, Int) -> Bool) -> Fact? {
    guard let period = outcome?.period else { return nil }
    let alike = outcomes.filter { fact in
      Period.areAlike(fact.period, period)
        && fact.period.map { isWanted($0.lastYear, period.lastYear) } == true
    }
    guard let first = alike.first else { return nil }
    return Fact.clear(alike.filter { $0.period == first.period })
  }

  /// The facts that the year so far rests on.
  var addends: [Fact] {
    guard let soFar else { return [] }
    if let stated = soFar.stated { return [stated] }
    return (1...max(1, soFar.addends)).compactMap { tertials[$0] }
  }

  /// Whether a target or a judgement of one is stated.
  var hasGoal: Bool { target != nil || assessment != nil }

  /// Whether a figure is stated that is not a target.
  var hasFigure: Bool { outcome != nil || forecast != nil || !others.isEmpty || !tertials.isEmpty }

  /// What identifies the row: the fact that it shows first.
  var id: String { (latest ?? target ?? facts.first ?? others.first)?.id ?? "" }

  /// The facts it shows.
  var facts: [Fact] {
    let head = targets + [outcome, forecast, assessment].compactMap(\.self) + trends
    let parts =
      tertials.sorted { $0.key < $1.key }.map(\.value) + [soFar?.stated].compactMap(\.self)
    return head + parts.filter { $0.id != outcome?.id }
  }
}

extension FollowUp {
  /// Follows up every line of the facts.
  static func all(
    _ facts: [Fact],
    period: Period?,
    parts: Set<String> = [],
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
        parts: parts,
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

  /// Joins a target for everyone with the only outcome of a group; one of a group is never everyone's.
  ///
  ///     minst 6 700 platser … 6 900 arbetsplatser för unga
  private static func merge(_ series: [IndicatorSeries]) -> [IndicatorSeries] {
    var merged = series
    let places = Dictionary(grouping: merged.indices) { index in
      [merged[index].line.indicator, merged[index].line.body]
    }
    for index in merged.indices {
      guard let indicator = merged[index].line.indicator, merged[index].line.group == nil,
        !merged[index].facts(.target).isEmpty, merged[index].facts(.outcome).isEmpty
      else { continue }
      let partners = (places[[indicator, merged[index].line.body]] ?? []).filter { other in
        other != index && !merged[other].facts(.outcome).isEmpty
          && merged[other].facts(.target).isEmpty
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
