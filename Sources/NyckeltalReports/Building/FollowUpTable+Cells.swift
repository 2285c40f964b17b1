import NyckeltalModel

extension FollowUpTable {
  /// A cell of a follow-up's row.
  func cell(_ column: ReportColumn, _ followUp: FollowUp) -> ReportCell {
    let line = followUp.line
    let isCounted =
      context.indicator(line.indicator)?.unit != nil || followUp.hasFigure
      || followUp.target != nil
    switch column {
    case .topic:
      return ReportCell(.text(phrases.topic(line.topic)))
    case .unit:
      return unit((followUp.latest ?? followUp.target)?.measure?.unit)
    case .period:
      return period(followUp.outcome?.period ?? followUp.target?.period)
    case .target:
      guard followUp.target != nil || followUp.hasGoal && isCounted else { return .empty }
      if followUp.target == nil { return context.missing(.target, line) }
      return figure(followUp.target, of: followUp)
    case .outcome:
      if followUp.outcome == nil, let sum = sumOfTertials(followUp) { return sum }
      if !followUp.rivals.isEmpty { return ReportCell(.missing(phrases.several)) }
      guard followUp.outcome != nil || followUp.hasGoal && isCounted else { return .empty }
      if followUp.outcome == nil { return context.missing(.outcome, line) }
      return figure(followUp.outcome, of: followUp)
    case .soFar: return soFar(followUp)
    case .forecast:
      return followUp.forecast.map { figure($0, of: followUp) } ?? .empty
    case .tertial1, .tertial2, .tertial3:
      let number = column == .tertial1 ? 1 : column == .tertial2 ? 2 : 3
      guard number != context.subject.tertial else { return .empty }
      return followUp.tertials[number].map { figure($0, of: followUp) } ?? .empty
    case .achievement: return achievement(followUp)
    case .status: return liveStatus(followUp).map { ReportCell(.status($0)) } ?? .empty
    case .assessment:
      guard let fact = followUp.assessment, let status = assessment(followUp) else { return .empty }
      return ReportCell(.status(status), sources: context.sources(fact))
    case .previous: return followUp.previous.map { figure($0, of: followUp) } ?? .empty
    case .difference: return difference(followUp)
    case .trend: return trend(followUp)
    case .comment:
      return context.explanation(followUp).map {
        ReportCell(.text(context.quote($0)), sources: context.sources($0))
      } ?? .empty
    case .remark: return remark(followUp)
    case .source:
      let before = shownBefore(followUp).map { [$0] } ?? []
      return context.sourceCell(context.sources(followUp.facts + before))
    default: return .empty
    }
  }

  /// A cell of the row of one fact.
  func cell(_ column: ReportColumn, _ fact: Fact) -> ReportCell {
    switch column {
    case .indicator: return ReportCell(.text(labels[fact.id] ?? context.label(fact)))
    case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
    // Under another row the unit is that row's.
    case .unit: return labels[fact.id] == nil ? unit(fact.measure?.unit) : .empty
    case .period: return period(fact.period)
    case .target: return fact.kind == .target ? context.figure(fact) : .empty
    case .forecast: return fact.kind == .forecast ? context.figure(fact) : .empty
    case .tertial1, .tertial2, .tertial3:
      return tertialColumn(fact) == column ? context.figure(fact) : .empty
    case .outcome:
      guard fact.kind.isFigure, fact.kind != .target, fact.kind != .forecast,
        tertialColumn(fact) == nil
      else { return .empty }
      return context.figure(fact)
    case .assessment:
      guard let assessment = context.assessment(fact) else { return .empty }
      return ReportCell(.status(assessment), sources: context.sources(fact))
    case .trend:
      switch fact.kind {
      case .trend:
        return ReportCell(.text(since(phrases.trend(fact.first.direction), fact)))
      case .change:
        return fact.first.comparedWith.map {
          ReportCell(.text(phrases.comparedWithPeriod(context.periods.short($0))))
        } ?? .empty
      default: return .empty
      }
    case .voices: return ReportCell(.text(context.voices(fact)))
    case .remark:
      var remarks: [String] = []
      if fact.isSpoken || namesVoices { remarks.append(phrases.by(context.voices(fact))) }
      if let period = fact.period, period != context.subject.period, tertialColumn(fact) == nil,
        labels[fact.id] == nil
      {
        remarks.append(context.periods.words(period))
      }
      if let correction = context.correction(fact) { remarks.append(correction) }
      if ambiguous.contains(fact.id), fact.indicator != nil { remarks.append(context.quote(fact)) }
      return remarks.isEmpty ? .empty : ReportCell(.text(remarks.joined(separator: "; ")))
    case .source: return context.sourceCell(context.sources(fact))
    default: return .empty
    }
  }

  /// A figure with as many decimals as the others of its row, where they are shares.
  private func figure(_ fact: Fact?, of followUp: FollowUp) -> ReportCell {
    guard let measure = fact?.measure, measure.unit == .percent, measure.qualifier == .exact else {
      return context.figure(fact)
    }
    let row = [followUp.target, followUp.outcome, followUp.forecast, followUp.previous]
    let shares = (row + followUp.tertials.values.map(Optional.some)).compactMap { $0?.measure }
    let exact = shares.filter { $0.unit == .percent && $0.qualifier == .exact }
    return context.figure(
      fact,
      style: NumberStyle(unit: .percent, values: exact.compactMap(\.value))
    )
  }

  /// The column of a tertial that an outcome belongs in, where the table has one.
  private func tertialColumn(_ fact: Fact) -> ReportColumn? {
    guard usesTertials, context.subject.period?.isWholeYear == true, fact.kind == .outcome,
      case .tertial(let number, let year)? = fact.period,
      year == context.subject.period?.lastYear
    else { return nil }
    let all: [ReportColumn] = [.tertial1, .tertial2, .tertial3]
    guard all.indices.contains(number - 1), columns.contains(all[number - 1]) else { return nil }
    return all[number - 1]
  }

  private func unit(_ unit: FigureUnit?) -> ReportCell {
    let word = context.unitWord(unit)
    return word.isEmpty ? .empty : ReportCell(.text(word))
  }

  private func period(_ period: Period?) -> ReportCell {
    period.map { ReportCell(.text(context.periods.short($0))) } ?? .empty
  }

  private func achievement(_ followUp: FollowUp) -> ReportCell {
    let result: ReportColumn = followUp.soFar == nil ? .outcome : .soFar
    let parts: (ReportExpression, ReportExpression) = (
      .cell(result.rawValue), .cell(ReportColumn.target.rawValue)
    )
    guard followUp.achievement.share != nil, columns.contains(result), columns.contains(.target),
      followUp.outcome != nil || followUp.soFar != nil
        || ReportColumn.tertials.allSatisfy(columns.contains)
    else { return .empty }
    let style = NumberStyle(suffix: .share)
    switch followUp.achievement.aim {
    case .atLeast: return ReportCell(.formula(.quotient(parts.0, parts.1), style))
    case .atMost: return ReportCell(.formula(.quotient(parts.1, parts.0), style))
    }
  }

  /// The year up to the report's period: as stated, or added up from the tertials beside it.
  private func soFar(_ followUp: FollowUp) -> ReportCell {
    guard let soFar = followUp.soFar else { return .empty }
    if let stated = soFar.stated { return figure(stated, of: followUp) }
    return sum(soFar.measure, through: soFar.addends)
      ?? ReportCell(soFar.measure.value.map { .number($0, NumberStyle(soFar.measure)) } ?? .empty)
  }

  /// The year's outcome, where all three tertials are there and add up to it.
  private func sumOfTertials(_ followUp: FollowUp) -> ReportCell? {
    followUp.sum.flatMap { sum($0, through: 3) }
  }

  /// A sum of tertials as a formula; `nil` where the table lacks one of them.
  private func sum(_ measure: Measure, through last: Int) -> ReportCell? {
    let addends = ReportColumn.tertials.prefix(last).enumerated().map { index, column in
      index + 1 == context.subject.tertial ? .outcome : column
    }
    guard addends.allSatisfy(columns.contains), let first = addends.first else { return nil }
    let expression = addends.dropFirst().reduce(ReportExpression.cell(first.rawValue)) {
      .sum($0, .cell($1.rawValue))
    }
    return ReportCell(.formula(expression, NumberStyle(measure)))
  }

  /// The outcome of the year before, where it can be held against the period's.
  private func shownBefore(_ followUp: FollowUp) -> Fact? {
    guard followUp.isClear, followUp.outcome?.period == context.subject.period else { return nil }
    return followUp.previous
  }

  private func change(_ followUp: FollowUp) -> (difference: FigureDifference, style: NumberStyle)? {
    guard let before = shownBefore(followUp)?.measure, let now = followUp.outcome?.measure,
      let difference = FigureDifference(from: before, to: now)
    else { return nil }
    return (difference, context.style(difference, before, now))
  }

  private func difference(_ followUp: FollowUp) -> ReportCell {
    guard columns.contains(.outcome), columns.contains(.previous),
      let change = change(followUp)
    else { return .empty }
    return ReportCell(
      .formula(
        .difference(
          .cell(ReportColumn.outcome.rawValue),
          .cell(ReportColumn.previous.rawValue)
        ),
        change.style
      )
    )
  }

  private func trend(_ followUp: FollowUp) -> ReportCell {
    let direction = context.indicator(followUp.line.indicator)?.goodDirection ?? .neither
    guard let change = change(followUp), let before = shownBefore(followUp) else {
      guard let fact = followUp.trends.last else { return .empty }
      let words = since(phrases.trend(fact.first.direction), fact)
      return ReportCell(.text(words), sources: context.sources(fact))
    }
    let value = change.difference.value
    let arrow = value > 0 ? "↑ " : value < 0 ? "↓ " : "→ "
    let words =
      value == 0 ? phrases.noChange : context.figures.number(value, change.style)
    let level: ReportStatus.Level =
      switch change.difference.isImprovement(direction) {
      case true?: .good
      case false?: .attention
      case nil: .neutral
      }
    let since = before.period.map { phrases.changeSince(arrow + words, context.periods.short($0)) }
    return ReportCell(
      .status(ReportStatus(since ?? arrow + words, level)),
      sources: context.sources(before)
    )
  }

  private func since(_ words: String, _ fact: Fact) -> String {
    fact.first.comparedWith.map { phrases.changeSince(words, context.periods.short($0)) } ?? words
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
    if followUp.sum != nil, ReportColumn.tertials.allSatisfy(columns.contains) {
      remarks.append(phrases.sumOfTertials)
    }
    if let stated = followUp.soFar?.stated?.period {
      remarks.append(phrases.soFarFor(context.periods.words(stated)))
    }
    remarks += followUp.facts.compactMap(context.correction)
    return remarks.isEmpty ? .empty : ReportCell(.text(remarks.joined(separator: "; ")))
  }
}

extension ReportColumn {
  /// The columns of a year's tertials, in order.
  static let tertials: [ReportColumn] = [.tertial1, .tertial2, .tertial3]
}
