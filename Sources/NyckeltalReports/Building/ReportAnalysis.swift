import NyckeltalModel

/// What a report's tables, texts and charts are made from, worked out once.
struct ReportAnalysis: Sendable {
  /// What the administration and the committee state, line by line.
  let followUps: [FollowUp]
  /// The two years of a comparison, line by line.
  let comparisons: [YearComparison]
  /// Several years or committees, line by line.
  let sides: [SideRow]
  /// Facts that differ, side by side.
  let conflicts: [[Fact]]
  /// Which rows stand under which: parts under their whole, groups under everyone.
  let tree: RowTree

  init(context: ReportContext, material: ReportMaterial) {
    let own = material.facts.filter(\.isOwn)
    let parts = material.parts.partsOfTheirOwn(own)
    let followUps = FollowUp.all(
      own + material.earlier,
      period: context.subject.period,
      parts: parts,
      previous: material.previous,
      catalogue: context.indicator
    )
    self.followUps = followUps
    conflicts = IndicatorSeries.arrange(material.facts.filter { $0.about == nil })
      .flatMap { $0.conflicts(parts: parts) }
    if case .sideBySide(let sides) = context.subject {
      self.sides = SideRow.rows(own.filter { !parts.contains($0.id) }, sides)
    } else {
      sides = []
    }
    if case .compare(let yearA, let yearB) = context.subject {
      comparisons = YearComparison.compare(
        own.filter { !parts.contains($0.id) },
        yearA,
        yearB
      )
    } else {
      comparisons = []
    }
    var parents = material.parts.wholes
    let totals = Dictionary(
      followUps.filter { $0.line.group == nil }.map { (GroupKey($0), $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
    for followUp in followUps where followUp.line.group != nil && parents[followUp.id] == nil {
      if let total = totals[GroupKey(followUp)] { parents[followUp.id] = total }
    }
    tree = RowTree(parents: parents)
  }

  /// One row of each indicator for everyone: the one in the indicator's own unit, if there is one.
  func standings(_ context: ReportContext) -> [FollowUp] {
    var chosen: [FollowedLine: FollowUp] = [:]
    var order: [FollowedLine] = []
    for followUp in followUps
    where followUp.outcome?.measure != nil && followUp.line.group == nil {
      let unit = context.indicator(followUp.line.indicator)?.unit
      guard let known = chosen[followUp.line] else {
        order.append(followUp.line)
        chosen[followUp.line] = followUp
        continue
      }
      let isUsual = { (row: FollowUp) in row.outcome?.measure?.unit?.family == unit?.family }
      if !isUsual(known), isUsual(followUp) { chosen[followUp.line] = followUp }
    }
    let rows = order.compactMap { chosen[$0] }
    let named = rows.filter { $0.line.indicator != nil }
    return named.isEmpty ? rows : named
  }

  /// What everyone's row and a group's have in common.
  private struct GroupKey: Hashable {
    var indicator: String?
    var body: String?
    var unit: FigureUnit?

    init(_ followUp: FollowUp) {
      body = followUp.line.body
      // What has no indicator has no total.
      indicator = followUp.line.indicator ?? followUp.id
      unit = (followUp.latest ?? followUp.target)?.measure?.unit?.family
    }
  }
}
