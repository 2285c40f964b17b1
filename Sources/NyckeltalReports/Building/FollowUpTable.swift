import NyckeltalModel

/// Makes the table of targets and outcomes.
struct FollowUpTable {
  var context: ReportContext
  var columns: [ReportColumn]
  /// Whether rows of facts say who states them, also where it is the administration.
  var namesVoices = false
  /// Facts that another row of the table is called the same as: their words tell them apart.
  var ambiguous: Set<String> = []
  /// What rows of facts are called where it is not their indicator.
  var labels: [String: String] = [:]
  /// Whether rows of facts stand under the tertial that they are about.
  var usesTertials = true

  var phrases: Phrases { context.phrases }

  /// The sections that are wanted, those without rows left out.
  func sections(
    _ followUps: [FollowUp],
    facts: [Fact],
    analysis: ReportAnalysis,
    wanted: [ReportSection]
  ) -> [ReportTable.Section] {
    let sorted = sorted(followUps)
    var plain = self
    plain.usesTertials = false
    plain.ambiguous = context.ambiguous(facts)
    let ranked = { (facts: [Fact]) in
      facts.sorted { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
    }
    return wanted.compactMap { section in
      let rows: [ReportTable.Row]
      switch section {
      case .targets:
        rows = self.rows(sorted.filter(\.hasGoal), analysis.tree)
      case .figures:
        rows = self.rows(sorted.filter { !$0.hasGoal && $0.hasFigure }, analysis.tree)
      case .directions:
        rows = self.rows(sorted.filter { !$0.hasGoal && !$0.hasFigure }, analysis.tree)
      case .changes:
        rows = ranked(facts.filter { $0.isOwn && ($0.kind == .budget || $0.kind == .change) })
          .map { plain.row($0) }
      case .statements:
        rows = ranked(facts.filter { $0.isSpoken && $0.about == nil }).map { plain.row($0) }
      case .elsewhere:
        rows = ranked(facts.filter { $0.about != nil }).map { plain.row($0) }
      case .conflicts:
        var naming = plain
        naming.namesVoices = true
        let ids = Set(facts.map(\.id))
        rows = analysis.conflicts.joined().filter { ids.contains($0.id) }.map { naming.row($0) }
      case .shared, .single:
        rows = []
      }
      guard !rows.isEmpty else { return nil }
      return ReportTable.Section(title: phrases.sectionTitle(section), rows: rows)
    }
  }

  /// What needs attention first, then by topic.
  func sorted(_ followUps: [FollowUp]) -> [FollowUp] {
    let keyed = followUps.map { (followUp: $0, urgency: urgency($0), rank: context.rank($0.line)) }
    let ordered = keyed.sorted { left, right in
      if left.urgency != right.urgency { return left.urgency < right.urgency }
      return left.rank < right.rank
    }
    return ordered.map(\.followUp)
  }

  private func urgency(_ followUp: FollowUp) -> Int {
    let levels = [status(followUp)?.level, assessment(followUp)?.level].compactMap(\.self)
    let worst = levels.min() ?? .neutral
    // A target with figures comes before one that is only judged.
    return worst.rawValue * 2 + (followUp.target == nil ? 1 : 0)
  }

  /// Rows for follow-ups, parts and groups under what they are parts of.
  private func rows(_ followUps: [FollowUp], _ tree: RowTree) -> [ReportTable.Row] {
    var whole: FollowUp?
    return tree.arranged(followUps, id: \.id).flatMap { followUp, level in
      if level == 0 { whole = followUp }
      return rows(followUp, level: level, whole: level == 0 ? nil : whole)
    }
  }

  /// A row for a follow-up, and one for each further figure of it.
  private func rows(_ followUp: FollowUp, level: Int, whole: FollowUp?) -> [ReportTable.Row] {
    let isEmpty =
      !followUp.hasGoal && followUp.latest == nil && followUp.forecast == nil
      && followUp.trends.isEmpty && followUp.rivals.isEmpty
    var rows: [ReportTable.Row] = []
    if !isEmpty {
      let label = label(followUp, under: whole)
      rows.append(
        ReportTable.Row(
          cells: columns.map { $0 == .indicator ? label : cell($0, followUp) },
          level: level
        )
      )
    }
    let others = followUp.others.filter { $0.kind != .forecast || columns.contains(.forecast) }
    var table = self
    if isEmpty {
      table.ambiguous = context.ambiguous(others)
    } else {
      table.labels = labels(of: others, under: followUp)
    }
    return rows + others.map { table.row($0, level: isEmpty ? level : level + 1) }
  }

  /// What sets the further figures of a row apart from it: their period, else their words.
  private func labels(of facts: [Fact], under followUp: FollowUp) -> [String: String] {
    let told = [followUp.outcome, followUp.target].compactMap(\.self).map(When.init)
    let counts = Dictionary(grouping: facts.map(When.init)) { $0 }.mapValues(\.count)
    let labels = facts.map { fact in
      let when = When(fact)
      guard let period = fact.period, counts[when] == 1, !told.contains(when) else {
        return (fact.id, context.detail(fact))
      }
      return (fact.id, context.periods.words(period))
    }
    return Dictionary(labels, uniquingKeysWith: { first, _ in first })
  }

  /// What sets two figures of a row apart without further words.
  private struct When: Hashable {
    var kind: ObservationKind
    var period: Period?

    init(_ fact: Fact) {
      kind = fact.kind
      period = fact.period
    }
  }

  /// What a row is about; under a whole, only what sets it apart.
  private func label(_ followUp: FollowUp, under whole: FollowUp?) -> ReportCell {
    let fact = followUp.latest ?? followUp.target ?? followUp.facts.first
    let name = context.name(followUp.line, fact)
    guard let whole else { return ReportCell(.text(name)) }
    let isGroup = whole.line.indicator != nil && whole.line.indicator == followUp.line.indicator
    guard isGroup, let group = fact?.group ?? followUp.line.group else {
      return ReportCell(.text(phrases.ofWhich(context.lowercased(name))))
    }
    let isPart = fact?.measure?.unit?.isCount == true || fact?.measure?.unit == .sek
    let words = phrases.group(group)
    return ReportCell(.text(isPart ? phrases.ofWhich(words) : words))
  }

  /// A row for a fact by itself, its figure in the column of its kind.
  func row(_ fact: Fact, level: Int = 0) -> ReportTable.Row {
    ReportTable.Row(
      cells: columns.map { cell($0, fact) },
      level: level,
      isSpoken: fact.isSpoken
    )
  }
}
