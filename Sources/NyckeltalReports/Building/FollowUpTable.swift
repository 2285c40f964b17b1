import NyckeltalModel

/// Makes the table of targets and outcomes.
struct FollowUpTable {
  var context: ReportContext
  var columns: [ReportColumn]
  /// Outcomes of the same part of the year before, by line.
  var previous: [FollowedLine: Fact]
  /// Whether rows of facts say who states them, also where it is the administration.
  var namesVoices = false

  private var phrases: Phrases { context.phrases }

  /// What needs attention first, then by topic.
  func sorted(_ followUps: [FollowUp]) -> [FollowUp] {
    followUps.sorted { left, right in
      let (urgentLeft, urgentRight) = (urgency(left), urgency(right))
      if urgentLeft != urgentRight { return urgentLeft < urgentRight }
      return context.rank(left.line) < context.rank(right.line)
    }
  }

  private func urgency(_ followUp: FollowUp) -> Int {
    let levels = [status(followUp)?.level, assessment(followUp)?.level].compactMap(\.self)
    let worst = levels.min() ?? .neutral
    // A target with figures comes before one that is only judged.
    return worst.rawValue * 2 + (followUp.target == nil ? 1 : 0)
  }

  /// A row for a follow-up, and one for each further figure of it.
  func rows(_ followUp: FollowUp, levels: [String: Int]) -> [ReportTable.Row] {
    let level = followUp.latest.flatMap { levels[$0.id] } ?? 0
    let isEmpty = !followUp.hasGoal && followUp.outcome == nil && followUp.tertials.isEmpty
    var rows: [ReportTable.Row] = []
    if !isEmpty || followUp.others.isEmpty {
      rows.append(
        ReportTable.Row(cells: columns.map { cell($0, followUp, level) }, level: level)
      )
    }
    return rows + followUp.others.map { row($0, level: isEmpty ? 0 : 1, isPart: false) }
  }

  /// A row for a fact by itself, its figure in the column of its kind.
  func row(_ fact: Fact, level: Int = 0, isPart: Bool = true) -> ReportTable.Row {
    ReportTable.Row(
      cells: columns.map { cell($0, fact, isPart ? level : 0) },
      level: level,
      isSpoken: fact.isSpoken
    )
  }

  private func cell(_ column: ReportColumn, _ followUp: FollowUp, _ level: Int) -> ReportCell {
    let line = followUp.line
    let isCounted =
      context.indicator(line.indicator)?.unit != nil || followUp.hasFigure
      || followUp.target != nil
    switch column {
    case .indicator:
      let name = context.name(line, followUp.latest ?? followUp.target ?? followUp.facts.first)
      return ReportCell(.text(level > 0 ? phrases.ofWhich(lowercased(name)) : name))
    case .topic:
      return ReportCell(.text(phrases.topic(line.topic)))
    case .unit:
      return unit((followUp.latest ?? followUp.target)?.measure?.unit)
    case .period:
      return period(followUp.outcome?.period ?? followUp.target?.period)
    case .target:
      guard followUp.target != nil || followUp.hasGoal && isCounted else { return dash }
      return context.figure(followUp.target)
    case .outcome:
      if followUp.outcome == nil, let sum = sumOfTertials(followUp) { return sum }
      guard followUp.outcome != nil || followUp.hasGoal && isCounted else { return dash }
      return context.figure(followUp.outcome)
    case .forecast:
      return followUp.forecast.map { context.figure($0) } ?? dash
    case .tertial1: return followUp.tertials[1].map { context.figure($0) } ?? dash
    case .tertial2: return followUp.tertials[2].map { context.figure($0) } ?? dash
    case .tertial3: return followUp.tertials[3].map { context.figure($0) } ?? dash
    case .achievement: return achievement(followUp)
    case .status: return status(followUp).map { ReportCell(.status($0)) } ?? dash
    case .assessment:
      guard let fact = followUp.assessment, let status = assessment(followUp) else { return dash }
      return ReportCell(.status(status), sources: context.sources(fact))
    case .trend: return trend(followUp)
    case .voices: return .empty
    case .remark: return remark(followUp)
    case .source: return references(context.sources(followUp.facts))
    default: return .empty
    }
  }

  private func cell(_ column: ReportColumn, _ fact: Fact, _ level: Int) -> ReportCell {
    switch column {
    case .indicator:
      let name = context.name(fact)
      return ReportCell(.text(level > 0 ? phrases.ofWhich(lowercased(name)) : name))
    case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
    case .unit: return unit(fact.measure?.unit)
    case .period: return period(fact.period)
    case .target: return fact.kind == .target ? context.figure(fact) : .empty
    case .forecast: return fact.kind == .forecast ? context.figure(fact) : .empty
    case .outcome:
      return fact.kind == .target || fact.kind == .forecast || !fact.kind.isFigure
        ? .empty : context.figure(fact)
    case .assessment:
      guard let assessment = fact.first.assessment else { return .empty }
      return ReportCell(
        .status(ReportStatus(phrases.assessment(assessment), assessment.level)),
        sources: context.sources(fact)
      )
    case .trend:
      guard fact.kind == .trend || fact.kind == .change else { return .empty }
      let words =
        fact.kind == .trend
        ? phrases.trend(fact.first.direction) : phrases.change(fact.first.direction)
      return ReportCell(.text(since(words, fact.first.comparedWith)))
    case .voices: return ReportCell(.text(context.voices(fact)))
    case .remark:
      var remarks: [String] = []
      if fact.kind == .budget { remarks.append(phrases.kind(fact.kind)) }
      if fact.isSpoken || namesVoices { remarks.append(phrases.by(context.voices(fact))) }
      if let period = fact.period, period != context.subject.period {
        remarks.append(context.periods.words(period))
      }
      return remarks.isEmpty ? .empty : ReportCell(.text(remarks.joined(separator: "; ")))
    case .source: return references(context.sources(fact))
    default: return .empty
    }
  }

  private var dash: ReportCell { .empty }

  private func unit(_ unit: FigureUnit?) -> ReportCell {
    let word = context.unitWord(unit)
    return word.isEmpty ? .empty : ReportCell(.text(word))
  }

  private func period(_ period: Period?) -> ReportCell {
    period.map { ReportCell(.text(context.periods.short($0))) } ?? .empty
  }

  func references(_ numbers: [Int]) -> ReportCell {
    ReportCell(.text(numbers.map(String.init).joined(separator: ", ")), sources: numbers)
  }

  private func lowercased(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  private func achievement(_ followUp: FollowUp) -> ReportCell {
    let parts: (ReportExpression, ReportExpression) = (
      .cell(ReportColumn.outcome.rawValue), .cell(ReportColumn.target.rawValue)
    )
    guard followUp.achievement.share != nil, columns.contains(.outcome), columns.contains(.target)
    else { return dash }
    let style = NumberStyle(suffix: .share)
    switch followUp.achievement.aim {
    case .atLeast: return ReportCell(.formula(.quotient(parts.0, parts.1), style))
    case .atMost: return ReportCell(.formula(.quotient(parts.1, parts.0), style))
    }
  }

  /// The year's outcome, where all three tertials are there and add up to it.
  private func sumOfTertials(_ followUp: FollowUp) -> ReportCell? {
    let wanted: [ReportColumn] = [.tertial1, .tertial2, .tertial3]
    guard context.indicator(followUp.line.indicator)?.addsUp == true,
      wanted.allSatisfy(columns.contains), (1...3).allSatisfy({ followUp.tertials[$0] != nil }),
      let measure = followUp.tertials[1]?.measure
    else { return nil }
    let cells = wanted.map { ReportExpression.cell($0.rawValue) }
    return ReportCell(.formula(.sum(.sum(cells[0], cells[1]), cells[2]), NumberStyle(measure)))
  }

  func assessment(_ followUp: FollowUp) -> ReportStatus? {
    followUp.assessment?.first.assessment.map { ReportStatus(phrases.assessment($0), $0.level) }
  }

  func status(_ followUp: FollowUp) -> ReportStatus? {
    guard followUp.hasGoal else { return nil }
    switch followUp.achievement.state {
    case .reached: return ReportStatus(phrases.reached, .good)
    case .notReached:
      let words = followUp.achievement.aim == .atLeast ? phrases.notReached : phrases.exceeded
      return ReportStatus(words, .bad)
    case .belowSoFar: return ReportStatus(phrases.belowSoFar, .neutral)
    case .uncertain: return ReportStatus(phrases.nearTarget, .attention)
    case .outcomeMissing: return ReportStatus(phrases.outcomeMissing, .missing)
    case .targetMissing:
      guard context.indicator(followUp.line.indicator)?.unit != nil else { return nil }
      return ReportStatus(phrases.targetMissing, .missing)
    }
  }

  private func trend(_ followUp: FollowUp) -> ReportCell {
    if let fact = followUp.trends.last {
      let words = since(phrases.trend(fact.first.direction), fact.first.comparedWith)
      return ReportCell(.text(words), sources: context.sources(fact))
    }
    guard let before = previous[followUp.line], let old = before.measure,
      let outcome = followUp.outcome,
      let now = outcome.measure, let oldValue = old.value, let value = now.value,
      old.unit == now.unit, let period = before.period
    else { return dash }
    var style = NumberStyle(unit: now.unit, values: [value, oldValue])
    if style.suffix == .percent { style.suffix = .percentagePoints }
    style.isSigned = true
    let arrow = value > oldValue ? "↑ " : value < oldValue ? "↓ " : "→ "
    let words = arrow + context.figures.number(value - oldValue, style)
    return ReportCell(
      .text(phrases.changeSince(words, context.periods.short(period))),
      sources: context.sources(before)
    )
  }

  private func since(_ words: String, _ period: Period?) -> String {
    period.map { phrases.changeSince(words, context.periods.short($0)) } ?? words
  }

  private func remark(_ followUp: FollowUp) -> ReportCell {
    var remarks: [String] = []
    if let target = followUp.target?.measure?.unit, let outcome = followUp.latest?.measure?.unit,
      target != outcome
    {
      remarks.append(phrases.differentUnits(phrases.unit(target), phrases.unit(outcome)))
    }
    if let stated = followUp.outcome?.period, stated != context.subject.period,
      !columns.contains(.period)
    {
      remarks.append(context.periods.words(stated))
    }
    return remarks.isEmpty ? .empty : ReportCell(.text(remarks.joined(separator: "; ")))
  }
}

extension Assessment {
  /// What an assessment means to whoever follows it up.
  var level: ReportStatus.Level {
    switch self {
    case .met: .good
    case .mostlyMet: .attention
    case .notFullyMet: .bad
    case .notMet: .bad
    }
  }
}
