import NyckeltalModel

extension SummaryValues {
  // MARK: Two years

  func comparisonValues(_ yearA: Int, _ yearB: Int) -> Values {
    let comparisons = analysis.comparisons
    guard !comparisons.isEmpty else { return [:] }
    let both = comparisons.filter { $0.first != nil && $0.second != nil }
    let comparable = both.filter(\.isComparable)
    var values: Values = [:]
    values["comparison"] =
      [
        "both": both.count, "onlyA": comparisons.count { $0.second == nil },
        "onlyB": comparisons.count { $0.first == nil }, "none": comparable.isEmpty,
        "sources": TemplateMark.sources([]),
      ] as Values
    values["comparisons"] = spread(comparable).compactMap { comparison -> Values? in
      guard let first = comparison.first, let second = comparison.second else { return nil }
      var name = context.name(comparison.line, first)
      if comparison.kind != .outcome { name += ", \(phrases.kind(comparison.kind))" }
      var values: Values = [
        "name": clean(name), "before": context.sentence(first, hasUnit: false, beside: second),
        "after": context.sentence(second, beside: first),
        "sources": TemplateMark.sources(context.sources([first, second])),
      ]
      values["change"] = context.change(first, second)
      values["relative"] = context.relativeChange(first, second)
      if comparison.remarks.contains(.samePart) {
        values["part"] = context.part(of: first.period)
      }
      return values
    }
    return values
  }

  /// The comparisons that a summary tells: outcomes of whole years first, what changed most first.
  private func spread(_ comparisons: [YearComparison]) -> [YearComparison] {
    Array(context.byChange(comparisons).prefix(Self.mostLines + 1))
  }

  // MARK: Several years or committees

  /// What most sides have, each side's figure by its name.
  func sideValues(_ sides: SideBySide) -> [Values] {
    let rows = analysis.sides.filter { $0.filled > 1 }.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.filled != other.filled { return one.filled > other.filled }
      if one.kind != other.kind, one.kind == .outcome || other.kind == .outcome {
        return one.kind == .outcome
      }
      let (rankOne, rankOther) = (context.rank(one.line), context.rank(other.line))
      return rankOne == rankOther ? left.offset < right.offset : rankOne < rankOther
    }
    .map(\.element)
    return rows.prefix(Self.mostLines + 1).map { row in
      let facts = row.facts.compactMap(\.self)
      var name = context.name(row.line, facts.first)
      if row.kind != .outcome { name += ", \(phrases.kind(row.kind))" }
      let figures = zip(sides.titles, row.facts).compactMap { title, fact in
        fact?.measure.map { "\(title) \(context.sentence($0, hasUnit: $0.unit == .sek))" }
      }
      var values: Values = [
        "name": clean(name), "figure": clean(phrases.list(figures)),
        "sources": TemplateMark.sources(context.sources(facts)),
      ]
      if let period = row.period {
        if !sides.areYears {
          values["when"] = context.periods.words(period)
        } else if !period.isWholeYear {
          values["when"] = context.part(of: period)
        }
      }
      return values
    }
  }

  // MARK: A topic

  /// How each indicator stands; where there is room, what else is stated.
  var topicValues: [Values] {
    let sorted = context.latestFirst(analysis.standings(context))
    var shown = Set(sorted.compactMap { $0.outcome?.id })
    var values = sorted.prefix(Self.mostLines + 1).map(standing)
    var lastOutcomes: [String?: Int] = [:]
    for fact in material.facts where fact.kind == .outcome {
      let day = fact.period?.lastDay ?? 0
      lastOutcomes[fact.indicator] = max(lastOutcomes[fact.indicator] ?? 0, day)
    }
    let rest = material.facts.filter { fact in
      fact.kind.isFigure && fact.kind != .target && fact.measure != nil && fact.group == nil
        && (fact.kind != .outcome || fact.isSpoken) && fact.indicator != nil
    }
    .filter { fact in
      // What was expected says nothing any more when it has come out.
      guard fact.kind == .forecast, let period = fact.period else { return true }
      return (lastOutcomes[fact.indicator] ?? 0) < period.lastDay
    }
    // The latest first: what was said long ago is left to the table.
    let recent = rest.enumerated().sorted { left, right in
      let (one, other) = (
        left.element.period?.lastDay ?? 0, right.element.period?.lastDay ?? 0
      )
      return one == other ? left.offset < right.offset : one > other
    }
    for fact in recent.map(\.element) {
      guard values.count <= Self.mostLines, shown.insert(fact.id).inserted else { continue }
      values.append(statement(fact))
    }
    return values
  }

  private func standing(_ followUp: FollowUp) -> Values {
    guard let fact = followUp.outcome, let measure = fact.measure else { return [:] }
    var values: Values = [
      "name": clean(context.name(followUp.line, fact)), "figure": context.sentence(measure),
    ]
    values["when"] = fact.period.map(context.periods.words)
    var facts = [fact]
    if let target = followUp.target, let goal = target.measure, let period = target.period,
      let stated = fact.period, period.contains(stated)
    {
      values["target"] = context.sentence(goal, hasUnit: false)
      values["share"] = followUp.achievement.share.map {
        context.figures.number($0, NumberStyle(suffix: .share))
      }
      facts.append(target)
    }
    let before = followUp.yearBefore
    if let before, let period = before.period, add(before, fact, period, to: &values) {
      facts.append(before)
    }
    if let first = followUp.earliestAlike, first.id != before?.id, let period = first.period {
      var earliest: Values = [:]
      if add(first, fact, period, to: &earliest) {
        values["earliest"] = earliest
        facts.append(first)
      }
    }
    values["sources"] = TemplateMark.sources(context.sources(facts))
    return values
  }

  private func statement(_ fact: Fact) -> Values {
    var name = context.name(fact)
    if fact.kind == .forecast || fact.kind == .budget { name += ", \(phrases.kind(fact.kind))" }
    var values: Values = [
      "name": clean(name), "figure": context.sentence(fact),
      "sources": TemplateMark.sources(context.sources(fact)),
    ]
    values["when"] = fact.period.map(context.periods.words)
    values["voices"] = fact.isSpoken ? clean(context.voices(fact)) : nil
    return values
  }
}
