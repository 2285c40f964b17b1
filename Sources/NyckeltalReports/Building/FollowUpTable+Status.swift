import NyckeltalModel

extension FollowUpTable {
  /// The judgement in the source's own words, with the colour that fits it.
  func assessment(_ followUp: FollowUp) -> ReportStatus? {
    followUp.assessment.flatMap(context.assessment)
  }

  /// Where the figures stand: the forecast against the target while the year is not over, else the
  /// outcome.
  func status(_ followUp: FollowUp) -> ReportStatus? {
    guard followUp.hasGoal else { return nil }
    let achievement = followUp.achievement
    if let prospect = followUp.prospect,
      achievement.isSoFar || achievement.state == .outcomeMissing
        || achievement.state == .otherPart,
      achievement.state != .reached || prospect.state != .reached
    {
      return status(forecast: prospect)
    }
    switch achievement.state {
    case .reached:
      let isLevel = achievement.isSoFar && !achievement.grows
      return ReportStatus(isLevel ? phrases.reachedSoFar : phrases.reached, .good)
    case .notReached:
      if isNear(achievement) { return ReportStatus(phrases.nearTarget, .attention) }
      let words = achievement.aim == .atLeast ? phrases.notReached : phrases.exceeded
      return ReportStatus(words, .bad)
    case .belowSoFar: return ReportStatus(phrases.belowSoFar, .neutral)
    case .withinSoFar: return ReportStatus(phrases.withinSoFar, .neutral)
    case .otherPart: return ReportStatus(phrases.targetOfYear, .neutral)
    case .otherMeasure:
      return ReportStatus(context.language.reviewPhrases.otherMeasure, .neutral)
    case .uncertain: return ReportStatus(phrases.nearTarget, .attention)
    case .outcomeMissing:
      let isKnown = !followUp.isClear || context.isUnsure(.outcome, followUp.line)
      return isKnown ? nil : ReportStatus(phrases.outcomeMissing, .missing)
    case .targetMissing:
      guard context.indicator(followUp.line.indicator)?.unit != nil,
        !context.isUnsure(.target, followUp.line)
      else { return nil }
      return ReportStatus(phrases.targetMissing, .missing)
    }
  }

  private func status(forecast: TargetAchievement) -> ReportStatus? {
    switch forecast.state {
    case .reached: return ReportStatus(phrases.forecastReached, .good)
    case .notReached:
      if isNear(forecast) { return ReportStatus(phrases.forecastNear, .attention) }
      let words = forecast.aim == .atLeast ? phrases.forecastBelow : phrases.forecastAbove
      return ReportStatus(words, .bad)
    case .uncertain: return ReportStatus(phrases.forecastNear, .attention)
    case .belowSoFar, .withinSoFar, .otherPart, .otherMeasure, .outcomeMissing, .targetMissing:
      return nil
    }
  }

  /// The same with the rule that it follows from, where the table has the two cells.
  func liveStatus(_ followUp: FollowUp) -> ReportStatus? {
    guard var status = status(followUp) else { return nil }
    let isForecast =
      status.text == phrases.forecastReached || status.text == phrases.forecastNear
      || status.text == phrases.forecastBelow || status.text == phrases.forecastAbove
    let achievement = isForecast ? followUp.prospect : followUp.achievement
    let column: ReportColumn =
      isForecast ? .forecast : followUp.soFar == nil ? .outcome : .soFar
    guard let achievement, columns.contains(column), columns.contains(.target),
      isForecast || !achievement.isSoFar, let goal = followUp.target?.measure?.value
    else { return status }
    let isAtLeast = achievement.aim == .atLeast
    let missed =
      isForecast
      ? (isAtLeast ? phrases.forecastBelow : phrases.forecastAbove)
      : (isAtLeast ? phrases.notReached : phrases.exceeded)
    let rule = StatusRule(
      figure: column.rawValue,
      target: ReportColumn.target.rawValue,
      isAtLeast: isAtLeast,
      tolerance: context.tolerance,
      reached: isForecast ? phrases.forecastReached : phrases.reached,
      near: isForecast ? phrases.forecastNear : phrases.nearTarget,
      missed: missed
    )
    let figure =
      isForecast
      ? followUp.forecast?.measure?.value
      : followUp.soFar?.measure.value ?? followUp.outcome?.measure?.value ?? followUp.sum?.value
    // "nästan 84" is not worked out by the number alone.
    guard let figure, rule.text(figure: figure, target: goal) == status.text else { return status }
    status.rule = rule
    return status
  }

  /// Whether so little is missing that it is yellow, not red.
  private func isNear(_ achievement: TargetAchievement) -> Bool {
    achievement.share.map { $0 >= 1 - context.tolerance } ?? false
  }

  /// The colour of a row: what its source judges, else where its figures stand.
  func level(_ followUp: FollowUp) -> ReportStatus.Level? {
    if let level = assessment(followUp)?.level { return level }
    switch status(followUp)?.level {
    case .good?: return .good
    case .attention?: return .attention
    case .bad?: return .bad
    case .missing?, .neutral?, nil: return nil
    }
  }
}

extension ReportContext {
  /// A judgement in its source's own words, with the colour that fits it.
  func assessment(_ fact: Fact) -> ReportStatus? {
    guard let assessment = fact.first.assessment else { return nil }
    // The quotes are in Swedish.
    let own = language == .swedish ? AssessmentWords.own(fact) : nil
    return ReportStatus(own ?? phrases.assessment(assessment), assessment.level)
  }
}

extension Assessment {
  /// What an assessment means to whoever follows it up.
  var level: ReportStatus.Level {
    switch self {
    case .met: .good
    case .mostlyMet, .notFullyMet: .attention
    case .notMet: .bad
    }
  }
}
