import NyckeltalModel

/// Makes the table of readings that are not sure: with the words that they were read from, so that
/// somebody can decide.
struct ReviewTable {
  var context: ReportContext
  var columns: [ReportColumn]

  private var phrases: Phrases { context.phrases }

  /// The rows, by topic, as in the catalogue.
  func rows(_ facts: [Fact]) -> [ReportTable.Row] {
    facts.enumerated().map { offset, fact in
      (fact: fact, rank: context.rank(FollowedLine(fact)), offset: offset)
    }
    .sorted { ($0.rank.0, $0.rank.1, $0.offset) < ($1.rank.0, $1.rank.1, $1.offset) }
    .map { item in
      ReportTable.Row(
        cells: columns.map { cell($0, item.fact) },
        isSpoken: item.fact.isSpoken
      )
    }
  }

  private func cell(_ column: ReportColumn, _ fact: Fact) -> ReportCell {
    switch column {
    case .indicator: return ReportCell(.text(context.name(fact)))
    case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
    case .kind: return ReportCell(.text(context.kind(fact)))
    case .unit: return context.unitCell(fact)
    case .period:
      return fact.period.map { ReportCell(.text(context.periods.short($0))) } ?? .empty
    case .value:
      if fact.kind == .request { return .empty }
      return context.figure(fact)
    case .confidence:
      let most = fact.statements.map(\.confidence).max() ?? 0
      return ReportCell(.number(most, NumberStyle(decimals: 2)))
    case .quote:
      return ReportCell(.text(context.quote(fact)))
    case .voices: return ReportCell(.text(context.voices(fact)))
    case .source: return context.sourceCell(fact)
    default: return .empty
    }
  }
}
