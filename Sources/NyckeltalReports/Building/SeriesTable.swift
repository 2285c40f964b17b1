import NyckeltalModel

/// Makes the tables of series: their figures period by period, and what they say as a whole.
struct SeriesTable {
  var context: ReportContext
  var columns: [ReportColumn]
  var followUps: [FollowUp]
  var baseYear: Int?
  /// The targets of each line.
  private var targets: [FollowedLine: [Fact]]

  init(
    context: ReportContext,
    columns: [ReportColumn],
    followUps: [FollowUp],
    facts: [Fact],
    baseYear: Int?
  ) {
    self.context = context
    self.columns = columns
    self.followUps = followUps
    self.baseYear = baseYear
    targets = Dictionary(grouping: facts.filter { $0.kind == .target }) { FollowedLine($0) }
  }

  private var phrases: Phrases { context.phrases }

  /// The rows that have outcomes, groups after everyone.
  private var series: [FollowUp] {
    followUps.filter { $0.line.indicator != nil && !$0.outcomes.isEmpty }.enumerated()
      .sorted { left, right in
        let (one, other) = (context.rank(left.element.line), context.rank(right.element.line))
        if one != other { return one < other }
        let (groupA, groupB) = (left.element.line.group ?? "", right.element.line.group ?? "")
        return groupA == groupB ? left.offset < right.offset : groupA < groupB
      }
      .map(\.element)
  }

  /// A section for each series, a row for each period.
  var sections: [ReportTable.Section] {
    series.compactMap { followUp in
      let points = SeriesStatistics.points(followUp.outcomes)
      guard !points.isEmpty else { return nil }
      let statistics = self.statistics(followUp)
      var name = context.name(followUp.line, followUp.outcomes.first)
      let unit = context.unitWord(points.first?.fact.measure?.unit)
      if !unit.isEmpty { name += ", \(unit)" }
      return ReportTable.Section(
        title: name,
        rows: points.map { point in
          ReportTable.Row(cells: columns.map { cell($0, point, points, followUp, statistics) })
        }
      )
    }
  }

  /// A row for each series of two figures or more.
  var statisticsRows: [ReportTable.Row] {
    series.compactMap { followUp in
      guard let statistics = statistics(followUp), statistics.points.count > 1 else { return nil }
      return ReportTable.Row(cells: columns.map { cell($0, statistics, followUp) })
    }
  }

  private func statistics(_ followUp: FollowUp) -> SeriesStatistics? {
    SeriesStatistics(
      followUp.outcomes,
      direction: context.indicator(followUp.line.indicator)?.goodDirection ?? .neither,
      baseYear: baseYear
    )
  }

  /// The target of a period, as it was last stated.
  private func target(_ period: Period, _ followUp: FollowUp) -> Fact? {
    let known = (targets[followUp.line] ?? []).filter { fact in
      FigureUnit.areComparable(fact.measure?.unit, followUp.outcomes.first?.measure?.unit)
        && fact.period.map { $0 == period || $0.contains(period) } == true
    }
    return Fact.clear(known)
  }

  private func cell(
    _ column: ReportColumn,
    _ point: SeriesStatistics.Point,
    _ points: [SeriesStatistics.Point],
    _ followUp: FollowUp,
    _ statistics: SeriesStatistics?
  ) -> ReportCell {
    let target = target(point.period, followUp)
    let before = points.last { other in
      Period.areAlike(other.period, point.period)
        && other.period.lastYear == point.period.lastYear - 1
    }
    switch column {
    case .period: return ReportCell(.text(context.periods.short(point.period)))
    case .target: return target.map { context.figure($0) } ?? .empty
    case .outcome: return context.figure(point.fact)
    case .achievement:
      guard columns.contains(.target), columns.contains(.outcome) else { return .empty }
      let achievement = achievement(point, followUp)
      guard achievement.share != nil else { return .empty }
      let (outcome, goalCell) = (
        ReportExpression.cell(ReportColumn.outcome.rawValue),
        ReportExpression.cell(ReportColumn.target.rawValue)
      )
      let quotient: ReportExpression =
        achievement.aim == .atLeast ? .quotient(outcome, goalCell) : .quotient(goalCell, outcome)
      return ReportCell(.formula(quotient, NumberStyle(suffix: .share)))
    case .difference:
      guard let before, let old = before.fact.measure, let new = point.fact.measure,
        let difference = FigureDifference(from: old, to: new)
      else { return .empty }
      return ReportCell(
        .number(difference.value, context.style(difference, old, new)),
        sources: context.sources([before.fact, point.fact])
      )
    case .index:
      guard let statistics, statistics.points.count > 1,
        statistics.points.contains(where: { $0.period == point.period }),
        let base = base(statistics), base.value > 0
      else { return .empty }
      return ReportCell(.number((point.value / base.value * 100).rounded(), NumberStyle()))
    case .remark:
      let words = context.correction(point.fact)
      return words.map { ReportCell(.text($0)) } ?? .empty
    case .source:
      return references([point.fact] + [target].compactMap(\.self))
    default: return .empty
    }
  }

  /// How a figure stands against the target of its period.
  private func achievement(
    _ point: SeriesStatistics.Point,
    _ followUp: FollowUp
  ) -> TargetAchievement {
    let target = target(point.period, followUp)
    let indicator = context.indicator(followUp.line.indicator)
    return TargetAchievement(
      target: target.flatMap { fact in fact.measure.map { ($0, fact.period) } },
      outcome: point.fact.measure.map { ($0, point.period) },
      direction: indicator?.goodDirection ?? .neither,
      addsUp: indicator?.addsUp ?? false
    )
  }

  private func base(_ statistics: SeriesStatistics) -> SeriesStatistics.Point? {
    guard let baseYear else { return statistics.points.first }
    return statistics.points.first { $0.period.lastYear == baseYear }
  }

  private func cell(
    _ column: ReportColumn,
    _ statistics: SeriesStatistics,
    _ followUp: FollowUp
  ) -> ReportCell {
    let first = statistics.points[0]
    let last = statistics.points[statistics.points.count - 1]
    let values = statistics.points.map(\.value)
    let style = NumberStyle(unit: first.fact.measure?.unit, values: values)
    switch column {
    case .indicator:
      return ReportCell(.text(context.name(followUp.line, followUp.outcomes.first)))
    case .topic: return ReportCell(.text(phrases.topic(followUp.line.topic)))
    case .unit:
      let word = context.unitWord(first.fact.measure?.unit)
      return word.isEmpty ? .empty : ReportCell(.text(word))
    case .period:
      let ends = [first, last].map { context.periods.short($0.period) }
      return ReportCell(.text(ends.joined(separator: "–")))
    case .count: return ReportCell(.number(Double(values.count), NumberStyle()))
    case .mean:
      return ReportCell(.number(Self.rounded(statistics.mean, style), style))
    case .perYear:
      guard let change = statistics.changePerYear else { return .empty }
      var signed = style
      signed.isSigned = true
      if signed.suffix == .percent {
        signed.suffix = .percentagePoints
        signed.decimals = 1
      }
      // A change that is not nothing is not said to be 0.
      let size = (change / signed.divisor).magnitude
      if size > 0, size < 10 { signed.decimals = max(signed.decimals, size < 0.1 ? 2 : 1) }
      return ReportCell(.number(Self.rounded(change, signed), signed))
    case .index:
      return statistics.index.map { ReportCell(.number($0.rounded(), NumberStyle())) } ?? .empty
    case .best: return statistics.best.map(extreme) ?? .empty
    case .worst: return statistics.worst.map(extreme) ?? .empty
    case .achievement:
      guard let share = achievement(last, followUp).share else { return .empty }
      return ReportCell(.number((share * 1_000).rounded() / 1_000, NumberStyle(suffix: .share)))
    case .source: return references(statistics.points.map(\.fact))
    default: return .empty
    }
  }

  /// A computed number as exactly as it is shown.
  private static func rounded(_ value: Double, _ style: NumberStyle) -> Double {
    var factor = 1.0
    for _ in 0..<style.decimals { factor *= 10 }
    let scale = factor / style.divisor
    return (value * scale).rounded() / scale
  }

  private func extreme(_ point: SeriesStatistics.Point) -> ReportCell {
    let figure = point.fact.measure.map { context.figures.measure($0) } ?? ""
    return ReportCell(
      .text("\(figure) (\(context.periods.short(point.period)))"),
      sources: context.sources(point.fact)
    )
  }

  private func references(_ facts: [Fact]) -> ReportCell {
    let numbers = context.sources(facts)
    return ReportCell(
      .text(numbers.map(String.init).joined(separator: ", ")),
      sources: numbers
    )
  }
}
