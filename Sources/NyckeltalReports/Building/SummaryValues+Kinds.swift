import NyckeltalModel

extension SummaryValues {
  // MARK: A tertial or a year

  var followUpValues: Values {
    let followUps = analysis.followUps
    let sorted = followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    // What needs attention is said first, and the rest is left to the table.
    let maker = FollowUpTable(context: context, columns: [])
    let matched = maker.sorted(
      followUps.filter { $0.target?.measure != nil && ($0.outcome ?? nil)?.measure != nil }
    )
    var values: Values = [:]
    values["targets"] = matched.prefix(Self.mostLines).compactMap(target)
    if matched.count > Self.mostLines {
      values["moreTargets"] = count(matched.count - Self.mostLines)
    }
    let room = max(3, Self.mostLines - matched.count)
    let loose = sorted.filter { $0.target == nil && $0.latest?.measure?.value != nil }
    // What is about the period itself goes before what is only known about the year.
    let isOfThePeriod = { (row: FollowUp) in row.outcome?.period == context.subject.period }
    values["figures"] =
      (loose.filter(isOfThePeriod) + loose.filter { !isOfThePeriod($0) }).prefix(room)
      .compactMap(figure)
    values.merge(assessmentValues(sorted)) { $1 }
    values["trends"] = trendValues(sorted)
    return values
  }

  private func target(_ followUp: FollowUp) -> Values? {
    guard let target = followUp.target, let goal = target.measure,
      let outcome = followUp.outcome, let result = outcome.measure
    else { return nil }
    var values: Values = [
      "name": clean(context.name(followUp.line, outcome)),
      "outcome": context.sentence(result),
      "target": context.sentence(goal, hasUnit: false),
    ]
    values["targetPeriod"] = target.period.map(context.periods.words)
    values["share"] = followUp.achievement.share.map {
      context.figures.number($0, NumberStyle(suffix: .share))
    }
    let before = since(followUp, &values)
    values["sources"] = TemplateMark.sources(
      context.sources(followUp.targets + [outcome] + before)
    )
    return values
  }

  private func figure(_ followUp: FollowUp) -> Values? {
    guard let fact = followUp.latest, let measure = fact.measure else { return nil }
    var values: Values = [
      "name": clean(context.name(followUp.line, fact)), "figure": context.sentence(measure),
    ]
    if let period = fact.period, period != context.subject.period {
      values["when"] = context.periods.words(period)
    }
    let before = followUp.outcome == nil ? [] : since(followUp, &values)
    values["sources"] = TemplateMark.sources(context.sources([fact] + before))
    return values
  }

  /// Adds the change since the same part of the year before; returns what it rests on.
  private func since(_ followUp: FollowUp, _ values: inout Values) -> [Fact] {
    guard let before = followUp.previous, let outcome = followUp.outcome, followUp.isClear,
      outcome.period == context.subject.period, let period = before.period
    else { return [] }
    return add(before, outcome, period, to: &values) ? [before] : []
  }

  /// Adds the change from one fact to another; whether there is one to tell.
  private func add(
    _ before: Fact,
    _ after: Fact,
    _ period: Period,
    to values: inout Values
  ) -> Bool {
    guard let change = context.change(before, after) else { return false }
    values["change"] = change
    values["relative"] = context.relativeChange(before, after)
    values["since"] = context.periods.words(period)
    return true
  }

  private func assessmentValues(_ followUps: [FollowUp]) -> Values {
    let judged = followUps.compactMap { followUp in
      followUp.assessment.map { (line: followUp.line, fact: $0) }
    }
    let isOverall = { (line: FollowedLine) in line.topic == .maluppfyllelse }
    var values: Values = [:]
    values["overall"] = judged.filter { isOverall($0.line) }.map { _, fact -> Values in
      [
        "assessment": context.words(fact),
        "sources": TemplateMark.sources(context.sources(fact)),
      ]
    }
    let keys: [(String, Assessment)] = [
      ("notMet", .notMet), ("notFullyMet", .notFullyMet), ("mostlyMet", .mostlyMet), ("met", .met),
    ]
    for (key, assessment) in keys {
      let some = judged.filter { !isOverall($0.line) && $0.fact.first.assessment == assessment }
      values[key] = names(
        some.map { context.nameInSentence($0.line, $0.fact) },
        sources: context.sources(some.map(\.fact))
      )
    }
    return values
  }

  private func trendValues(_ followUps: [FollowUp]) -> Values? {
    let trends = followUps.filter { !$0.hasFigure }.flatMap(\.trends)
      .filter { $0.indicator != nil }
    let named = { (direction: Direction) -> [String] in
      var names: [String] = []
      for trend in trends where trend.first.direction == direction {
        let name = context.nameInSentence(FollowedLine(trend), trend)
        if !names.contains(name) { names.append(name) }
      }
      return names
    }
    let (up, down) = (named(.up), named(.down))
    guard !up.isEmpty || !down.isEmpty else { return nil }
    var values: Values = [
      "more": !up.isEmpty && !down.isEmpty,
      "sources": TemplateMark.sources(context.sources(trends)),
    ]
    if !up.isEmpty { values["up"] = clean(phrases.list(up)) }
    if !down.isEmpty { values["down"] = clean(phrases.list(down)) }
    return values
  }

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
        "name": clean(name), "before": context.sentence(first, hasUnit: false),
        "after": context.sentence(second),
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

  /// The comparisons that a summary tells: outcomes of whole years first, each topic in turn.
  private func spread(_ comparisons: [YearComparison]) -> [YearComparison] {
    let weight = { (comparison: YearComparison) in
      (comparison.kind == .outcome ? 0 : 2) + (comparison.remarks.contains(.samePart) ? 1 : 0)
    }
    var turns: [Topic: Int] = [:]
    let sorted = comparisons.enumerated().sorted { left, right in
      let (one, other) = (weight(left.element), weight(right.element))
      if one != other { return one < other }
      let (rankLeft, rankRight) = (
        context.rank(left.element.line), context.rank(right.element.line)
      )
      return rankLeft == rankRight ? left.offset < right.offset : rankLeft < rankRight
    }.map(\.element)
    let ranked = sorted.enumerated().map { offset, comparison in
      let turn = turns[comparison.line.topic, default: 0]
      turns[comparison.line.topic] = turn + 1
      return (turn: turn, offset: offset, comparison: comparison)
    }
    return ranked.sorted { ($0.turn, $0.offset) < ($1.turn, $1.offset) }
      .prefix(Self.mostLines + 1).map(\.comparison)
  }

  // MARK: A topic

  /// How each indicator stands; where there is room, what else is stated.
  var topicValues: [Values] {
    let sorted = analysis.standings(context).sorted {
      context.rank($0.line) < context.rank($1.line)
    }
    var shown = Set(sorted.compactMap { $0.outcome?.id })
    var values = sorted.prefix(Self.mostLines + 1).map(standing)
    let rest = material.facts.filter { fact in
      fact.kind.isFigure && fact.kind != .target && fact.measure != nil && fact.group == nil
        && (fact.kind != .outcome || fact.isSpoken) && fact.indicator != nil
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
    if let first = followUp.earliestAlike, let period = first.period,
      add(first, fact, period, to: &values)
    {
      facts.append(first)
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
