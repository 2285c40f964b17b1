import NyckeltalModel

/// Makes the table of groups side by side: women and men, ages, those born abroad, year by year, each
/// indicator in the part of the year that most of its figures are about.
struct GroupsTable {
  var context: ReportContext
  var columns: [ReportColumn]
  /// The indicators that have figures of several populations.
  private var indicators: [Breakdown]
  private var years: [Int]

  /// As many years as a page has room for.
  private static let mostYears = 6

  /// The populations of an indicator, each with its figure of each year.
  private struct Breakdown {
    var rows: [(followUp: FollowUp, figures: [Int: Fact])]
    var period: Period
  }

  init(context: ReportContext, columns: [ReportColumn], followUps: [FollowUp]) {
    self.context = context
    self.columns = columns
    var order: [Key] = []
    var found: [Key: [FollowUp]] = [:]
    for followUp in followUps {
      guard let key = Key(followUp) else { continue }
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(followUp)
    }
    let breakdowns = order.compactMap { Self.breakdown(found[$0] ?? []) }
      .sorted { context.rank($0.rows[0].followUp.line) < context.rank($1.rows[0].followUp.line) }
    indicators = breakdowns
    let all = Set(breakdowns.flatMap(\.rows).flatMap(\.figures.keys)).sorted()
    years = Array(all.suffix(Self.mostYears))
  }

  /// What the rows of an indicator have in common: its unit too, so that shares and numbers are apart.
  private struct Key: Hashable {
    var indicator: String
    var body: String?
    var unit: FigureUnit?

    init?(_ followUp: FollowUp) {
      guard let indicator = followUp.line.indicator, let fact = followUp.outcomes.first else {
        return nil
      }
      self.indicator = indicator
      body = followUp.line.body
      unit = fact.measure?.unit?.family
    }
  }

  private static func breakdown(_ followUps: [FollowUp]) -> Breakdown? {
    guard followUps.contains(where: { $0.line.group != nil }) else { return nil }
    let points = followUps.map { SeriesStatistics.points($0.outcomes) }
    // The part of the year that most figures are about; whole years where they are as many.
    var best: (period: Period, count: Int)?
    for point in points.joined() {
      let count = points.joined().count { Period.areAlike($0.period, point.period) }
      let isMore = count > best?.count ?? 0
      if isMore || count == best?.count && point.period.isWholeYear { best = (point.period, count) }
    }
    guard let best else { return nil }
    let rows = zip(followUps, points).compactMap { followUp, points -> (FollowUp, [Int: Fact])? in
      let alike = points.filter { Period.areAlike($0.period, best.period) }
      guard !alike.isEmpty else { return nil }
      let figures = Dictionary(
        alike.map { ($0.period.lastYear, $0.fact) },
        uniquingKeysWith: { _, last in last }
      )
      return (followUp, figures)
    }
    .sorted { ($0.0.line.group ?? "") < ($1.0.line.group ?? "") }
    guard rows.count > 1 else { return nil }
    return Breakdown(rows: rows.map { (followUp: $0.0, figures: $0.1) }, period: best.period)
  }

  /// The columns: one for each year.
  func tableColumns(_ made: [ReportTable.Column]) -> [ReportTable.Column] {
    made.flatMap { column -> [ReportTable.Column] in
      guard column.id == ReportColumn.yearA.rawValue else { return [column] }
      return years.map { year in
        var own = column
        (own.id, own.title) = ("year\(year)", String(year))
        return own
      }
    }
  }

  /// A section for each indicator, a row for each population, everyone first.
  var sections: [ReportTable.Section] {
    indicators.map { indicator in
      let first = indicator.rows[0]
      var everyone = first.followUp.line
      everyone.group = nil
      var name = context.name(everyone, nil)
      let unit = context.unitWord(first.followUp.outcomes.first?.measure?.unit)
      if !unit.isEmpty { name += ", \(unit)" }
      return ReportTable.Section(
        title: "\(context.phrases.sheetTitle(.groups)): \(name)",
        rows: indicator.rows.map { row($0.followUp, $0.figures, indicator.period) }
      )
    }
  }

  private func row(
    _ followUp: FollowUp,
    _ figures: [Int: Fact],
    _ period: Period
  ) -> ReportTable.Row {
    let facts = years.compactMap { figures[$0] }
    let cells = columns.flatMap { column -> [ReportCell] in
      switch column {
      case .indicator:
        let name =
          followUp.line.group == nil
          ? context.language.sideWords.everyone
          : context.phrases.group(facts.first?.group ?? followUp.line.group ?? "")
        return [ReportCell(.text(name))]
      case .unit:
        let word = context.unitWord(facts.first?.measure?.unit)
        return [word.isEmpty ? .empty : ReportCell(.text(word))]
      case .yearA: return years.map { context.figure(figures[$0]) }
      case .remark:
        guard !period.isWholeYear else { return [.empty] }
        return [ReportCell(.text(context.part(of: period)))]
      case .source: return [context.sourceCell(context.sources(facts))]
      default: return [.empty]
      }
    }
    return ReportTable.Row(cells: cells)
  }
}
