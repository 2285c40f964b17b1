import NyckeltalModel

/// Makes the sheets of a report as its definition asks for them.
struct ReportContent {
  var context: ReportContext
  var material: ReportMaterial

  private var phrases: Phrases { context.phrases }

  func sheet(_ definition: ReportDefinition.Sheet) -> ReportSheet {
    ReportSheet(
      purpose: definition.purpose,
      title: definition.title?[context.language] ?? phrases.sheetTitle(definition.purpose),
      blocks: blocks(definition)
    )
  }

  private func blocks(_ definition: ReportDefinition.Sheet) -> [ReportBlock] {
    switch definition.purpose {
    case .summary:
      return SummaryContent(context: context, material: material, followUps: followUps)
        .blocks(keyFigures: definition.keyFigures, hasChart: definition.hasChart)
    case .followUp:
      return [.table(table(definition, followUpSections(definition)))]
    case .comparison:
      guard case .compare(let yearA, let yearB) = context.subject else { return [] }
      let maker = ComparisonTable(
        context: context,
        columns: definition.columns,
        yearA: yearA,
        yearB: yearB
      )
      let comparisons = YearComparison.compare(material.facts, yearA, yearB)
      let sections = maker.sections(comparisons, wanted: definition.sections)
      return [.table(table(definition, sections))]
    case .facts:
      let maker = FactsTable(context: context, columns: definition.columns)
      let sections = maker.sections(material.facts, wanted: definition.sections)
      return [.table(table(definition, sections))]
    case .requests:
      let rows = StatementTables(context: context)
        .requests(material.requests, columns: definition.columns)
      return [.table(table(definition, [ReportTable.Section(rows: rows)]))]
    case .sources, .data:
      let rows = StatementTables(context: context).rows(
        material.statements,
        columns: definition.columns,
        areHomes: definition.purpose == .sources
      )
      return [.table(table(definition, [ReportTable.Section(rows: rows)]))]
    case .other:
      return []
    }
  }

  private func table(
    _ definition: ReportDefinition.Sheet,
    _ sections: [ReportTable.Section]
  ) -> ReportTable {
    ReportTable(
      name: definition.purpose.rawValue,
      columns: context.columns(definition.columns, on: definition.purpose),
      sections: sections,
      isList: definition.purpose == .data,
      emptyNote: phrases.emptyNote(definition.purpose)
    )
  }

  /// What the administration and the committee state, line by line.
  private var followUps: [FollowUp] {
    FollowUp.all(
      material.facts.filter { !$0.isSpoken },
      period: context.subject.period,
      catalogue: context.indicator
    )
  }

  private func followUpSections(_ definition: ReportDefinition.Sheet) -> [ReportTable.Section] {
    let maker = FollowUpTable(
      context: context,
      columns: definition.columns,
      previous: material.previous
    )
    let parts = PartsOfWholes(material.facts)
    let followUps = maker.sorted(followUps)
    let ordered = parts.ordered(followUps) { $0.latest?.id }
    let spoken = material.facts.filter(\.isSpoken)
    return definition.sections.compactMap { section in
      let rows: [ReportTable.Row]
      switch section {
      case .targets:
        rows = ordered.filter(\.hasGoal).flatMap { maker.rows($0, levels: parts.levels) }
      case .figures:
        rows = ordered.filter { !$0.hasGoal && $0.hasFigure }
          .flatMap { maker.rows($0, levels: parts.levels) }
      case .directions:
        rows = ordered.filter { !$0.hasGoal && !$0.hasFigure }
          .flatMap { maker.rows($0, levels: [:]) }
      case .statements:
        rows = spoken.sorted { context.rank(FollowedLine($0)) < context.rank(FollowedLine($1)) }
          .map { maker.row($0) }
      case .conflicts:
        let conflicts = IndicatorSeries.arrange(material.facts).flatMap(\.conflicts)
        var naming = maker
        naming.namesVoices = true
        rows = conflicts.flatMap(\.self).map { naming.row($0) }
      case .changes, .shared, .single:
        rows = []
      }
      guard !rows.isEmpty else { return nil }
      return ReportTable.Section(title: phrases.sectionTitle(section), rows: rows)
    }
  }
}
