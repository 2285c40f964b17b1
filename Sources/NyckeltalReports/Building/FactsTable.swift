import NyckeltalModel

/// Makes the table of everything that is stated about a topic.
struct FactsTable {
  var context: ReportContext
  var columns: [ReportColumn]

  private var phrases: Phrases { context.phrases }

  /// The sections; every fact stands in one.
  func sections(_ facts: [Fact], wanted: [ReportSection]) -> [ReportTable.Section] {
    let stated = facts.filter { $0.kind != .request }
    let goals = Set(
      stated.filter { $0.kind == .target || $0.kind == .assessment }.map(\.indicator)
    )
    let conflicts = IndicatorSeries.arrange(stated).flatMap(\.conflicts)
    let parts = PartsOfWholes(stated)
    return wanted.compactMap { section in
      let rows: [Fact]
      switch section {
      case .targets:
        rows = stated.filter {
          switch $0.kind {
          case .target, .assessment: true
          case .outcome, .forecast: $0.indicator != nil && goals.contains($0.indicator)
          case .budget, .change, .trend, .request: false
          }
        }
      case .figures:
        rows = stated.filter {
          ($0.kind == .outcome || $0.kind == .forecast)
            && ($0.indicator == nil || !goals.contains($0.indicator))
        }
      case .changes: rows = stated.filter { $0.kind == .budget || $0.kind == .change }
      case .directions: rows = stated.filter { $0.kind == .trend }
      case .conflicts: rows = conflicts.flatMap(\.self)
      case .statements, .shared, .single: rows = []
      }
      guard !rows.isEmpty else { return nil }
      let ordered = parts.ordered(sorted(rows)) { $0.id }
      return ReportTable.Section(
        title: phrases.sectionTitle(section),
        rows: ordered.map { row($0, level: parts.levels[$0.id] ?? 0) }
      )
    }
  }

  private func sorted(_ facts: [Fact]) -> [Fact] {
    let kinds = ObservationKind.allCases
    return facts.enumerated().sorted { left, right in
      let (rankLeft, rankRight) = (
        context.rank(FollowedLine(left.element)), context.rank(FollowedLine(right.element))
      )
      if rankLeft != rankRight { return rankLeft < rankRight }
      let (dayLeft, dayRight) = (
        left.element.period?.lastDay ?? .max, right.element.period?.lastDay ?? .max
      )
      if dayLeft != dayRight { return dayLeft < dayRight }
      let (kindLeft, kindRight) = (
        kinds.firstIndex(of: left.element.kind) ?? 0, kinds.firstIndex(of: right.element.kind) ?? 0
      )
      return (kindLeft, left.offset) < (kindRight, right.offset)
    }.map(\.element)
  }

  private func row(_ fact: Fact, level: Int) -> ReportTable.Row {
    ReportTable.Row(
      cells: columns.map { cell($0, fact, level) },
      level: level,
      isSpoken: fact.isSpoken
    )
  }

  private func cell(_ column: ReportColumn, _ fact: Fact, _ level: Int) -> ReportCell {
    let numbers = context.sources(fact)
    switch column {
    case .indicator:
      let name = context.name(fact)
      return ReportCell(
        .text(level > 0 ? phrases.ofWhich(name.prefix(1).lowercased() + name.dropFirst()) : name)
      )
    case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
    case .kind:
      let words =
        fact.kind == .change
        ? phrases.change(fact.first.direction) : phrases.kind(fact.kind)
      return ReportCell(.text(words))
    case .unit:
      let word = context.unitWord(fact.measure?.unit)
      return word.isEmpty ? .empty : ReportCell(.text(word))
    case .period:
      return fact.period.map { ReportCell(.text(context.periods.short($0))) }
        ?? ReportCell(.missing(phrases.missing))
    case .value:
      if let assessment = fact.first.assessment {
        let status = ReportStatus(phrases.assessment(assessment), assessment.level)
        return ReportCell(.status(status), sources: numbers)
      }
      return context.figure(fact)
    case .voices: return ReportCell(.text(context.voices(fact)))
    case .remark:
      guard let since = fact.first.comparedWith else { return .empty }
      return ReportCell(.text(phrases.comparedWithPeriod(context.periods.words(since))))
    case .source:
      return ReportCell(
        .text(numbers.map(String.init).joined(separator: ", ")),
        sources: numbers
      )
    default: return .empty
    }
  }
}
