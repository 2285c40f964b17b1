import NyckeltalModel

extension SummaryValues {
  // MARK: A tertial or a year

  var followUpValues: Values {
    let followUps = analysis.followUps
    let sorted = followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    // What needs attention is said first, and the rest is left to the table.
    let maker = FollowUpTable(context: context, columns: [])
    let matched = maker.sorted(
      followUps.filter { row in
        row.target?.measure != nil && result(row) != nil && !isOfBudget(row)
      }
    )
    var values: Values = [:]
    values["status"] = statusValues(maker)
    values["targets"] = matched.prefix(Self.mostLines).compactMap(target)
    if matched.count > Self.mostLines {
      values["moreTargets"] = count(matched.count - Self.mostLines)
    }
    values["economy"] = sorted.filter(isOfBudget).compactMap(economy).prefix(3).map(\.self)
    let room = max(3, Self.mostLines - matched.count)
    let loose = sorted.filter {
      $0.target == nil && $0.latest?.measure?.value != nil && !isOfBudget($0)
        && $0.line.indicator != nil && $0.line.group == nil
    }
    // What is about the period itself goes before what is only known about the year.
    let isOfThePeriod = { (row: FollowUp) in
      guard let period = context.subject.period, let stated = row.outcome?.period else {
        return false
      }
      return period.contains(stated) && stated.lastDay == period.lastDay
    }
    values["figures"] =
      (loose.filter(isOfThePeriod) + loose.filter { !isOfThePeriod($0) }).prefix(room)
      .compactMap(figure)
    values.merge(assessmentValues(sorted)) { $1 }
    values["trends"] = trendValues(sorted)
    return values
  }

  /// How many rows are green, yellow, red, and without a judgement.
  private func statusValues(_ maker: FollowUpTable) -> Values? {
    let rows = analysis.followUps.filter { $0.hasGoal && context.isFollowed($0) }
    guard !rows.isEmpty else { return nil }
    let levels = rows.map { maker.level($0) }
    var values = count(rows.count)
    let counts: [(String, ReportStatus.Level?)] = [
      ("green", .good), ("yellow", .attention), ("red", .bad), ("unjudged", nil),
    ]
    let parts = counts.compactMap { key, level -> String? in
      let number = levels.count { $0 == level }
      values[key] = number
      return number == 0 ? nil : phrases.colour(level, number)
    }
    values["parts"] = phrases.list(parts)
    values["sources"] = TemplateMark.sources([])
    return values
  }

  /// What stands against the target: the year so far, else the outcome.
  private func result(_ followUp: FollowUp) -> Measure? {
    followUp.soFar?.measure ?? followUp.outcome?.measure
  }

  private func isOfBudget(_ followUp: FollowUp) -> Bool {
    followUp.line.topic == .budget && followUp.line.indicator != nil && followUp.line.group == nil
  }

  private func target(_ followUp: FollowUp) -> Values? {
    guard let target = followUp.target, let goal = target.measure, let result = result(followUp)
    else { return nil }
    let shown = followUp.soFar == nil ? [followUp.outcome].compactMap(\.self) : followUp.addends
    var values: Values = [
      "name": clean(context.name(followUp.line, followUp.outcome ?? target)),
      "outcome": context.sentence(result),
      "target": context.sentence(goal, hasUnit: false),
    ]
    values["targetPeriod"] = target.period.map(context.periods.words)
    values["soFar"] = followUp.soFar.map { context.periods.words($0.period) }
    values["share"] = followUp.achievement.share.map {
      context.figures.number($0, NumberStyle(suffix: .share))
    }
    var facts = followUp.targets + shown
    if let forecast = followUp.forecast, let expected = forecast.measure,
      followUp.achievement.isSoFar || followUp.achievement.share == nil
    {
      values["forecast"] = context.sentence(expected)
      facts.append(forecast)
    }
    if let assessment = followUp.assessment, let status = context.assessment(assessment) {
      values["judgement"] = clean(status.text)
      facts.append(assessment)
    }
    if followUp.soFar == nil { facts += since(followUp, &values) }
    values["sources"] = TemplateMark.sources(context.sources(facts))
    return values
  }

  /// A line of the economy: what came out, what is expected.
  private func economy(_ followUp: FollowUp) -> Values? {
    var values: Values = ["name": clean(context.name(followUp.line, nil))]
    var facts: [Fact] = []
    if let fact = followUp.latest, let measure = fact.measure {
      values["figure"] = context.sentence(measure)
      facts.append(fact)
      if let period = fact.period, period != context.subject.period {
        values["when"] = context.periods.words(period)
      }
      if followUp.outcome != nil { facts += since(followUp, &values) }
    }
    let isOver = context.subject.period?.isWholeYear == true && followUp.outcome != nil
    if let forecast = followUp.forecast, let measure = forecast.measure, !isOver {
      values["forecast"] = context.sentence(measure)
      facts.append(forecast)
    } else if followUp.forecast == nil, !isOver {
      let rivals = followUp.others.filter { $0.kind == .forecast }
      if !rivals.isEmpty {
        values["forecasts"] = clean(versions(rivals))
        facts += rivals
      }
    }
    guard !facts.isEmpty else { return nil }
    values["sources"] = TemplateMark.sources(context.sources(facts))
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
  func add(
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
    // What is judged about all goals is quoted, not weighed anew.
    values["overall"] = judged.filter { isOverall($0.line) }.map { _, fact -> Values in
      [
        "assessment": clean(context.clause(fact)),
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

  /// Several figures side by side, in one unit, each with what sets it apart.
  private func versions(_ facts: [Fact]) -> String {
    let style = NumberStyle(
      unit: facts[0].measure?.unit,
      values: facts.compactMap { $0.measure?.value }
    )
    return phrases.list(
      facts.compactMap { fact in
        guard let measure = fact.measure, let value = measure.value else { return nil }
        var own = style
        own.qualifier = measure.qualifier
        let apart = fact.label ?? fact.group.map(phrases.group)
        return context.figures.number(value, own) + (apart.map { " (\($0))" } ?? "")
      }
    )
  }
}
