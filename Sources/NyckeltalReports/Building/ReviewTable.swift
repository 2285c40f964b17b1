import NyckeltalModel

/// Makes the table of readings that are not sure: with the words that they were read from, so that
/// somebody can decide.
struct ReviewTable {
  var context: ReportContext
  var columns: [ReportColumn]

  private var phrases: Phrases { context.phrases }

  /// A reading of which this much is likely is more likely right than wrong.
  static let probable = 0.5

  /// How many of the doubtful ones a text shows.
  private static let mostDoubtful = 30

  /// How many readings are more likely right than wrong.
  static func probableCount(_ facts: [Fact]) -> Int {
    facts.count { confidence($0) >= probable }
  }

  /// The sections: first what is probably right, then the rest, without its words in texts.
  ///
  /// In each, what is about the same stands together, as in the catalogue, the most probable first.
  func sections(_ facts: [Fact]) -> [ReportTable.Section] {
    guard !facts.isEmpty else { return [] }
    let words = context.language.reviewPhrases
    let probable = rows(facts.filter { Self.confidence($0) >= Self.probable })
    let doubtful = rows(facts.filter { Self.confidence($0) < Self.probable })
    var sections: [ReportTable.Section] = []
    if !probable.isEmpty {
      sections.append(
        ReportTable.Section(title: words.probable, note: words.advice, rows: probable)
      )
    }
    if !doubtful.isEmpty {
      var section = ReportTable.Section(title: words.doubtful, rows: doubtful)
      if probable.isEmpty { section.note = words.advice }
      section.brief = ReportTable.Brief(most: Self.mostDoubtful, further: words.further)
      sections.append(section)
    }
    return sections
  }

  private func rows(_ facts: [Fact]) -> [ReportTable.Row] {
    let keyed = facts.enumerated().map { offset, fact in
      (
        fact: fact, line: FollowedLine(fact), rank: context.rank(FollowedLine(fact)),
        confidence: Self.confidence(fact), offset: offset
      )
    }
    // Groups that the catalogue ranks alike keep apart by what they are called.
    let ordered = keyed.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.confidence != right.confidence { return left.confidence > right.confidence }
      return left.offset < right.offset
    }
    var order: [String] = []
    var groups: [String: [ReportTable.Row]] = [:]
    for item in ordered {
      let name = context.name(item.fact)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(
        ReportTable.Row(
          cells: columns.map { cell($0, item.fact) },
          isSpoken: item.fact.isSpoken
        )
      )
    }
    return order.flatMap { groups[$0] ?? [] }
  }

  private static func confidence(_ fact: Fact) -> Double {
    fact.statements.map(\.confidence).max() ?? 0
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
      return ReportCell(.number(Self.confidence(fact), NumberStyle(suffix: .share)))
    case .quote:
      return ReportCell(.text(context.quote(fact)))
    case .voices: return ReportCell(.text(context.voices(fact)))
    case .source: return context.sourceCell(fact)
    default: return .empty
    }
  }
}
