import NyckeltalModel

/// Makes the sheet that is read first.
struct SummaryContent {
  var context: ReportContext
  var material: ReportMaterial
  var followUps: [FollowUp]

  private var phrases: Phrases { context.phrases }

  func blocks(keyFigures limit: Int, hasChart: Bool) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    let figures = Array(keyFigures.prefix(limit))
    if !figures.isEmpty { blocks.append(.keyFigures(figures)) }
    var brief = SummarySentences(context: context, material: material, followUps: followUps).lines
    if brief.isEmpty { brief = [ReportLine(phrases.nothingFound, isRemark: true)] }
    blocks.append(.lines(heading: phrases.briefHeading, brief))
    if hasChart, let chart = SummaryChart(context: context, material: material).chart(followUps) {
      blocks.append(.chart(chart))
    }
    if !missing.isEmpty { blocks.append(.lines(heading: phrases.missingHeading, missing)) }
    return blocks
  }

  // MARK: Key figures

  private var keyFigures: [KeyFigure] {
    switch context.subject {
    case .tertial, .year: followUpFigures
    case .compare(let yearA, let yearB): comparisonFigures(yearA, yearB)
    case .topic: topicFigures
    }
  }

  private var followUpFigures: [KeyFigure] {
    let maker = FollowUpTable(context: context, columns: [], previous: [:])
    let sorted = followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    let matched = sorted.filter { $0.target != nil && $0.latest != nil }
    let open = sorted.filter { $0.target != nil && $0.latest == nil }
    let loose = sorted.filter { $0.target == nil && $0.latest?.measure?.value != nil }
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
        level: maker.status(followUp)?.level ?? .neutral
      )
    }
  }

  private func comparisonFigures(_ yearA: Int, _ yearB: Int) -> [KeyFigure] {
    let comparisons = YearComparison.compare(material.facts, yearA, yearB)
      .filter { $0.kind.isFigure }
      .sorted { context.rank($0.line) < context.rank($1.line) }
    let both = comparisons.filter(\.isComparable)
    // Where nothing can be compared, both years are shown, so that neither seems to be empty.
    let onlyA = comparisons.filter { $0.second == nil }
    let onlyB = comparisons.filter { $0.first == nil }
    return both.map { figure($0.second, year: yearB, other: $0.first, otherYear: yearA) }
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

  private var topicFigures: [KeyFigure] {
    let figures = material.facts.filter { $0.kind.isFigure && $0.measure?.value != nil }
      .sorted { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
    return figures.map { fact in
      let kind =
        fact.kind == .change
        ? phrases.change(fact.first.direction) : phrases.kind(fact.kind)
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

  // MARK: What is missing

  private var missing: [ReportLine] {
    var lines: [ReportLine] = []
    switch context.subject {
    case .tertial, .year:
      let open = followUps.filter { $0.target != nil && $0.outcome == nil }
      if !open.isEmpty {
        let targets = open.map { followUp in
          let goal = followUp.target?.measure.map { context.figures.measure($0) } ?? ""
          return "\(context.nameInSentence(followUp.line, followUp.target)) (\(goal))"
        }
        lines.append(
          ReportLine(
            phrases.outcomeMissingLine(targets),
            sources: context.sources(open.compactMap(\.target)),
            isRemark: true
          )
        )
      }
      let judged = followUps.filter { followUp in
        followUp.target == nil && followUp.assessment != nil && followUp.outcome == nil
          && context.indicator(followUp.line.indicator)?.unit != nil
      }
      if !judged.isEmpty {
        let names = judged.map { context.nameInSentence($0.line, $0.assessment) }
        lines.append(
          ReportLine(
            phrases.targetMissingLine(names),
            sources: context.sources(judged.compactMap(\.assessment)),
            isRemark: true
          )
        )
      }
    case .compare:
      break
    case .topic:
      return []
    }
    if context.subject.kind != .tertial, !material.undated.isEmpty {
      let facts = material.undated.map {
        "\(context.nameInSentence(FollowedLine($0), $0)) (\(context.words($0)))"
      }
      lines.append(ReportLine(phrases.undatedLine(facts), isRemark: true))
    }
    return lines
  }
}
