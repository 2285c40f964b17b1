import NyckeltalModel

/// Says the most important of a report in sentences.
struct SummarySentences {
  var context: ReportContext
  var material: ReportMaterial
  var followUps: [FollowUp]

  private var phrases: Phrases { context.phrases }

  /// More of a kind than these are left to the tables.
  private static let mostLines = 5

  /// The sentences, the most important first.
  var lines: [ReportLine] {
    switch context.subject {
    case .tertial, .year: followUpLines + requestLines
    case .compare(let yearA, let yearB): comparisonLines(yearA, yearB) + requestLines
    case .topic: topicLines + requestLines
    }
  }

  private var followUpLines: [ReportLine] {
    let sorted = followUps.sorted { context.rank($0.line) < context.rank($1.line) }
    // What needs attention is said first, and the rest is left to the table.
    let maker = FollowUpTable(context: context, columns: [], previous: [:])
    let matched = maker.sorted(followUps.filter { $0.target != nil && $0.outcome != nil })
    var lines: [ReportLine] = []
    for followUp in matched.prefix(Self.mostLines) {
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
    if matched.count > Self.mostLines {
      lines.append(ReportLine(phrases.moreLine(matched.count - Self.mostLines)))
    }
    let loose = sorted.filter { $0.target == nil }.compactMap(\.latest)
      .filter { $0.measure?.value != nil }.prefix(max(0, Self.mostLines - 1 - lines.count))
    for fact in loose {
      guard let measure = fact.measure else { continue }
      lines.append(
        ReportLine(
          phrases.figureLine(context.name(fact), context.sentence(measure) + period(fact)),
          sources: context.sources(fact)
        )
      )
    }
    return lines + assessmentLines(sorted) + trendLines(sorted) + conflictLines
  }

  /// The period of a fact where it is not the report's.
  private func period(_ fact: Fact) -> String {
    guard let period = fact.period, period != context.subject.period else { return "" }
    return " (\(context.periods.words(period)))"
  }

  /// As many names as a sentence can hold.
  private func few(_ names: [String]) -> [String] {
    guard names.count > Self.mostLines + 1 else { return names }
    let kept = Self.mostLines
    return Array(names.prefix(kept)) + [phrases.more(names.count - kept)]
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
      ([.notMet], phrases.notMetLine), ([.notFullyMet], phrases.notFullyMetLine),
      ([.met], phrases.metLine),
    ]
    for (levels, words) in wordings {
      let some = judged.filter { line, fact in
        !isOverall(line) && fact.first.assessment.map(levels.contains) ?? false
      }
      guard !some.isEmpty else { continue }
      lines.append(
        ReportLine(
          words(few(some.map { context.nameInSentence($0.0, $0.1) })),
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
    IndicatorSeries.arrange(material.facts).flatMap(\.conflicts).prefix(2).map { conflict in
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
    // what was reached says more in short than what was aimed at
    let comparable = both.filter(\.isComparable)
    let shown =
      comparable.filter { $0.kind == .outcome } + comparable.filter { $0.kind != .outcome }
    for comparison in shown.prefix(Self.mostLines) {
      guard let first = comparison.first, let second = comparison.second else { continue }
      lines.append(
        ReportLine(
          phrases.comparisonLine(
            context.name(comparison.line, first)
              + (comparison.kind == .outcome ? "" : ", \(phrases.kind(comparison.kind))"),
            "\(context.sentence(first)) \(yearA)",
            "\(context.sentence(second)) \(yearB)",
            context.difference(first, second)
          ),
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
    // Where there is too much, the latest of each indicator says how it stands.
    var shown = figures
    if figures.count > Self.mostLines + 1 {
      shown = IndicatorSeries.arrange(figures).compactMap { series in
        series.facts.last { $0.period != nil } ?? series.facts.last
      }
    }
    shown.sort { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
    return shown.prefix(Self.mostLines + 1).map { fact in
      ReportLine(
        phrases.topicLine(
          context.name(fact),
          context.sentence(fact),
          fact.period.map(context.periods.words),
          fact.isSpoken ? context.voices(fact) : nil
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
}
