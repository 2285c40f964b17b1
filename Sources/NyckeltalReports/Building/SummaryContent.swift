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
    var brief = brief
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
    return KeyFigure(
      label: fact.map { label($0, year) } ?? String(year),
      cell: context.figure(fact),
      comparison: "\(otherYear): \(before)"
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

  // MARK: Sentences

  private var brief: [ReportLine] {
    switch context.subject {
    case .tertial, .year: followUpLines + requestLines
    case .compare(let yearA, let yearB): comparisonLines(yearA, yearB) + requestLines
    case .topic: topicLines + requestLines
    }
  }

  private var followUpLines: [ReportLine] {
    let sorted = followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    var lines: [ReportLine] = []
    for followUp in sorted {
      guard let target = followUp.target, let goal = target.measure, let outcome = followUp.outcome,
        let result = outcome.measure
      else { continue }
      let share = followUp.achievement.share.map {
        context.figures.number($0, NumberStyle(suffix: .share))
      }
      lines.append(
        ReportLine(
          phrases.targetLine(
            context.name(followUp.line, outcome),
            context.sentence(result),
            context.sentence(goal, hasUnit: false),
            target.period.map(context.periods.words) ?? "",
            share
          ),
          sources: context.sources([target, outcome])
        )
      )
    }
    let loose = sorted.filter { $0.target == nil }.compactMap(\.latest)
      .filter { $0.measure?.value != nil }.prefix(3)
    for fact in loose {
      guard let measure = fact.measure else { continue }
      lines.append(
        ReportLine(
          phrases.figureLine(context.name(fact), context.sentence(measure)),
          sources: context.sources(fact)
        )
      )
    }
    return lines + assessmentLines(sorted) + trendLines(sorted) + conflictLines
  }

  private func assessmentLines(_ followUps: [FollowUp]) -> [ReportLine] {
    var lines: [ReportLine] = []
    let judged = followUps.compactMap { followUp in followUp.assessment.map { (followUp.line, $0) }
    }
    let isOverall = { (line: FollowedLine) in line.topic == .maluppfyllelse }
    for (_, fact) in judged.filter({ isOverall($0.0) }) {
      lines.append(
        ReportLine(phrases.overallLine(context.words(fact)), sources: context.sources(fact))
      )
    }
    let wordings: [(Set<Assessment>, ([String]) -> String)] = [
      ([.notMet, .notFullyMet], phrases.notFullyMetLine), ([.met], phrases.metLine),
    ]
    for (levels, words) in wordings {
      let some = judged.filter { line, fact in
        !isOverall(line) && fact.first.assessment.map(levels.contains) ?? false
      }
      guard !some.isEmpty else { continue }
      lines.append(
        ReportLine(
          words(some.map { context.nameInSentence($0.0, $0.1) }),
          sources: context.sources(some.map(\.1))
        )
      )
    }
    return lines
  }

  private func trendLines(_ followUps: [FollowUp]) -> [ReportLine] {
    let trends = followUps.filter { !$0.hasFigure }.flatMap(\.trends)
      .filter { $0.indicator != nil }
    let named = { (direction: Direction) in
      trends.filter { $0.first.direction == direction }
        .map { context.nameInSentence(FollowedLine($0), $0) }
    }
    let (up, down) = (named(.up), named(.down))
    guard !up.isEmpty || !down.isEmpty else { return [] }
    return [ReportLine(phrases.trendLine(up, down), sources: context.sources(trends))]
  }

  private var conflictLines: [ReportLine] {
    IndicatorSeries.arrange(material.facts).flatMap(\.conflicts).map { conflict in
      let versions = conflict.map { "\(context.words($0)) \(phrases.by(context.voices($0)))" }
      return ReportLine(
        phrases.conflictLine(context.name(conflict[0]), versions),
        sources: context.sources(conflict),
        isRemark: true
      )
    }
  }

  private func comparisonLines(_ yearA: Int, _ yearB: Int) -> [ReportLine] {
    let comparisons = YearComparison.compare(material.facts, yearA, yearB)
    let both = comparisons.filter { $0.first != nil && $0.second != nil }
    var lines = [
      ReportLine(
        phrases.comparisonCountLine(
          both.count,
          comparisons.filter { $0.second == nil }.count,
          comparisons.filter { $0.first == nil }.count,
          String(yearA),
          String(yearB)
        )
      )
    ]
    for comparison in both.filter(\.isComparable) {
      guard let first = comparison.first, let second = comparison.second else { continue }
      let words = "\(yearA) \(context.words(first)), \(yearB) \(context.words(second))"
      lines.append(
        ReportLine(
          phrases.figureLine(context.name(comparison.line, first), words),
          sources: context.sources([first, second])
        )
      )
    }
    if !both.contains(where: \.isComparable) {
      lines.append(ReportLine(phrases.noComparison(String(yearA), String(yearB)), isRemark: true))
    }
    return lines
  }

  private var topicLines: [ReportLine] {
    let figures = material.facts.filter { $0.kind.isFigure && $0.measure != nil }
      .sorted { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
    return figures.prefix(6).map { fact in
      ReportLine(
        phrases.topicLine(
          context.name(fact),
          context.sentence(fact),
          fact.period.map(context.periods.words),
          context.voices(fact)
        ),
        sources: context.sources(fact)
      )
    } + conflictLines
  }

  private var requestLines: [ReportLine] {
    let requests = material.requests
    guard !requests.isEmpty else { return [] }
    let answered = requests.filter { $0.state == .answered }.count
    return [
      ReportLine(
        phrases.requestsLine(requests.count, answered),
        sources: context.sources(requests.map(\.request)),
        isRemark: answered < requests.count
      )
    ]
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
      let facts = material.undated.map { "\(context.nameInSentence(FollowedLine($0), $0)) (\(context.words($0)))" }
      lines.append(ReportLine(phrases.undatedLine(facts), isRemark: true))
    }
    return lines
  }
}
