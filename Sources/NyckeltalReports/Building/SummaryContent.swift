import NyckeltalModel

/// Makes the large numbers that are read first.
struct SummaryContent {
  var context: ReportContext
  var material: ReportMaterial
  var analysis: ReportAnalysis

  private var phrases: Phrases { context.phrases }
  private var followUps: [FollowUp] { analysis.followUps }

  /// The figures, the most important first.
  var keyFigures: [KeyFigure] {
    switch context.subject {
    case .tertial, .year: followUpFigures
    case .compare(let yearA, let yearB): comparisonFigures(yearA, yearB)
    case .sideBySide: []
    case .topic, .series: topicFigures
    }
  }

  private var followUpFigures: [KeyFigure] {
    let maker = FollowUpTable(context: context, columns: [])
    let sorted = followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    let matched = sorted.filter { $0.target != nil && $0.latest != nil }
    let open = sorted.filter { $0.target != nil && $0.latest == nil }
    let loose = sorted.filter {
      $0.target == nil && $0.latest?.measure?.value != nil && $0.line.indicator != nil
    }
    return (matched + open + loose).map { followUp in
      var comparison = phrases.withoutTarget
      if let target = followUp.target?.measure {
        let share = followUp.achievement.share.map {
          context.figures.number($0, NumberStyle(suffix: .share))
        }
        comparison = phrases.targetComparison(context.figures.measure(target), share)
      }
      // A part of the year standing in for the year says so.
      if followUp.outcome == nil, let period = followUp.latest?.period {
        comparison = "\(context.periods.words(period)) · \(comparison)"
      }
      return KeyFigure(
        label: context.name(followUp.line, followUp.latest ?? followUp.target),
        cell: context.figure(followUp.latest),
        comparison: comparison,
        level: maker.level(followUp) ?? .neutral
      )
    }
  }

  private func comparisonFigures(_ yearA: Int, _ yearB: Int) -> [KeyFigure] {
    let comparisons = analysis.comparisons.filter { $0.kind.isFigure }
      .sorted { context.rank($0.line) < context.rank($1.line) }
    let outcomes = context.byChange(comparisons.filter(\.isComparable))
    // Where nothing can be compared, both years are shown, so that neither seems to be empty.
    let onlyA = comparisons.filter { $0.second == nil }
    let onlyB = comparisons.filter { $0.first == nil }
    return outcomes.map { figure($0.second, year: yearB, other: $0.first, otherYear: yearA) }
      + onlyB.prefix(3).map { figure($0.second, year: yearB, other: nil, otherYear: yearA) }
      + onlyA.prefix(3).map { figure($0.first, year: yearA, other: nil, otherYear: yearB) }
  }

  private func figure(_ fact: Fact?, year: Int, other: Fact?, otherYear: Int) -> KeyFigure {
    let before = other.map(context.words) ?? phrases.missing
    var comparison = "\(otherYear): \(before)"
    if let fact, let other { comparison += " · \(context.difference(other, fact))" }
    return KeyFigure(
      label: fact.map { label($0, year) } ?? String(year),
      cell: context.figure(fact),
      comparison: comparison
    )
  }

  private func label(_ fact: Fact, _ year: Int) -> String {
    let kind = fact.kind == .outcome ? "" : phrases.kind(fact.kind) + " "
    return "\(context.name(fact)), \(kind)\(year)"
  }

  /// How each indicator stands, then what else is stated.
  private var topicFigures: [KeyFigure] {
    let standing = context.latestFirst(analysis.standings(context)).compactMap(\.outcome)
      .filter { $0.measure?.value != nil }
    // Further outcomes of the same indicators are older or parts; what else is stated is not.
    let rest = material.facts.filter { fact in
      fact.kind.isFigure && fact.measure?.value != nil && fact.group == nil && fact.isOwn
        && (standing.isEmpty || fact.kind != .outcome)
    }
    let ranked = { (facts: [Fact]) in
      facts.sorted { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
    }
    return (standing + ranked(rest)).map { fact in
      let kind = context.kind(fact)
      let period = fact.period.map(context.periods.short) ?? phrases.withoutPeriod
      var comparison = "\(kind), \(period)"
      if fact.isSpoken { comparison += ", \(phrases.by(context.voices(fact)))" }
      return KeyFigure(
        label: context.name(fact),
        cell: context.figure(fact),
        comparison: comparison
      )
    }
  }
}
