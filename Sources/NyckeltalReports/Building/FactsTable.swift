import NyckeltalModel

/// Makes the table of everything that is stated about a topic.
struct FactsTable {
  var context: ReportContext
  var columns: [ReportColumn]

  private var phrases: Phrases { context.phrases }

  /// The sections; every fact stands in one.
  func sections(
    _ facts: [Fact],
    analysis: ReportAnalysis,
    wanted: [ReportSection]
  ) -> [ReportTable.Section] {
    let stated = facts.filter { $0.kind != .request && $0.about == nil }
    let goals = Set(
      stated.filter { $0.kind == .target || $0.kind == .assessment }.map(\.indicator)
    )
    let ids = Set(stated.map(\.id))
    let conflicts = analysis.conflicts.joined().filter { ids.contains($0.id) }
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
      case .conflicts: rows = conflicts
      case .elsewhere: rows = facts.filter { $0.about != nil }
      case .statements, .shared, .single: rows = []
      }
      guard !rows.isEmpty else { return nil }
      let ordered = analysis.tree.arranged(sorted(rows), id: \.id)
      return ReportTable.Section(
        title: phrases.sectionTitle(section),
        rows: ordered.map { row($0.item, level: $0.level) }
      )
    }
  }

  private func sorted(_ facts: [Fact]) -> [Fact] {
    facts.enumerated().map { offset, fact in
      (fact: fact, key: SortKey(context.rank(FollowedLine(fact)), fact, offset))
    }
    .sorted { $0.key < $1.key }.map(\.fact)
  }

  /// Topic and indicator, then the population, the time, and what kind of statement it is.
  private struct SortKey: Comparable {
    private var rank: (Int, Int)
    private var group: String
    private var rest: (Int, Int, Int)

    init(_ rank: (Int, Int), _ fact: Fact, _ offset: Int) {
      self.rank = rank
      group = FollowedLine(fact).group ?? ""
      rest = (fact.period?.lastDay ?? .max, fact.kind.place, offset)
    }

    static func == (left: SortKey, right: SortKey) -> Bool {
      left.rank == right.rank && left.group == right.group && left.rest == right.rest
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      if left.group != right.group { return left.group < right.group }
      return left.rest < right.rest
    }
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
      return ReportCell(.text(level > 0 ? phrases.ofWhich(context.lowercased(name)) : name))
    case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
    case .kind: return ReportCell(.text(context.kind(fact)))
    case .unit: return context.unitCell(fact)
    case .period:
      return fact.period.map { ReportCell(.text(context.periods.short($0))) }
        ?? ReportCell(.missing(phrases.missing))
    case .value:
      if let status = context.assessment(fact) {
        return ReportCell(.status(status), sources: numbers)
      }
      return context.figure(fact)
    case .voices: return ReportCell(.text(context.voices(fact)))
    case .remark:
      let remarks = [
        fact.first.comparedWith.map { phrases.comparedWithPeriod(context.periods.words($0)) },
        context.correction(fact),
      ].compactMap(\.self)
      return remarks.isEmpty ? .empty : ReportCell(.text(remarks.joined(separator: "; ")))
    case .source:
      return ReportCell(
        .text(numbers.map(String.init).joined(separator: ", ")),
        sources: numbers
      )
    default: return .empty
    }
  }
}

extension ObservationKind {
  /// Where the kind stands among others of the same time.
  fileprivate var place: Int {
    switch self {
    case .outcome: 0
    case .target: 1
    case .forecast: 2
    case .budget: 3
    case .change: 4
    case .trend: 5
    case .assessment: 6
    case .request: 7
    }
  }
}
