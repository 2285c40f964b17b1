import NyckeltalModel

/// Makes the sheets of a report as its definition asks for them.
struct ReportContent {
  var context: ReportContext
  var material: ReportMaterial
  var analysis: ReportAnalysis
  /// What the definition's texts are made of.
  var values: [String: Any]

  private var phrases: Phrases { context.phrases }

  init(context: ReportContext, material: ReportMaterial, documents: Int) {
    self.context = context
    self.material = material
    analysis = ReportAnalysis(context: context, material: material)
    values = SummaryValues(context: context, material: material, analysis: analysis)
      .values(documents: documents)
    values.merge(context.parameters.mapValues(TemplateMark.clean)) { _, own in own }
  }

  /// The sheets in order, each with a title and a table name of its own.
  func sheets(_ definitions: [ReportDefinition.Sheet]) -> [ReportSheet] {
    var titles: [String: Int] = [:]
    var names: [String: Int] = [:]
    return definitions.compactMap { definition in
      var sheet = sheet(definition)
      // Few documents have figures of groups.
      if sheet.purpose == .groups, sheet.blocks.isEmpty { return nil }
      let title = titles[sheet.title, default: 0] + 1
      titles[sheet.title] = title
      if title > 1 { sheet.title += " \(title)" }
      for index in sheet.blocks.indices {
        guard case .table(var table) = sheet.blocks[index] else { continue }
        let name = names[table.name, default: 0] + 1
        names[table.name] = name
        // Names are letters only: followUp, followUpB, followUpC.
        if name > 1 {
          table.name += String("ABCDEFGHIJKLMNOPQRSTUVWXYZ".dropFirst(name - 1).prefix(1))
        }
        sheet.blocks[index] = .table(table)
      }
      return sheet
    }
  }

  private func sheet(_ definition: ReportDefinition.Sheet) -> ReportSheet {
    ReportSheet(
      purpose: definition.purpose,
      title: definition.title?[context.language].line(values)
        ?? phrases.sheetTitle(definition.purpose),
      blocks: definition.blocks.compactMap(block) + tableBlocks(definition)
    )
  }

  private func block(_ definition: ReportDefinition.Block) -> ReportBlock? {
    switch definition {
    case .keyFigures(let limit):
      let figures = SummaryContent(context: context, material: material, analysis: analysis)
        .keyFigures.prefix(limit)
      return figures.isEmpty ? nil : .keyFigures(Array(figures))
    case .text(let text, let heading):
      let template = text[context.language]
      let lines = template.lines(values)
      let title =
        heading?[context.language].line(values) ?? phrases.heading(ofText: builtInName(template))
      return lines.isEmpty ? nil : .lines(heading: title, lines)
    case .chart(let content):
      return SummaryChart(context: context, material: material, analysis: analysis)
        .chart(content).map(ReportBlock.chart)
    }
  }

  /// Which of the built-in texts a template is; its heading comes with it.
  private func builtInName(_ template: TextTemplate) -> String? {
    TextTemplate.builtInNames.first {
      TextTemplate.builtInText($0, context.language) == template.text
    }
  }

  private func tableBlocks(_ definition: ReportDefinition.Sheet) -> [ReportBlock] {
    let isWanted = { (topic: Topic) in
      definition.topics.isEmpty || definition.topics.contains(topic)
    }
    let facts = material.facts.filter { isWanted($0.topic) }
    switch definition.purpose {
    case .summary, .other:
      return []
    case .followUp:
      let columns = definition.columns.filter { !context.isAlwaysEmpty($0) }
      let maker = FollowUpTable(context: context, columns: columns)
      let sections = maker.sections(
        analysis.followUps.filter { isWanted($0.line.topic) },
        facts: facts,
        analysis: analysis,
        wanted: definition.sections
      )
      return [.table(table(definition, sections))]
    case .comparison:
      if case .sideBySide(let sides) = context.subject {
        return [.table(sideTable(definition, sides, isWanted: isWanted))]
      }
      guard case .compare(let yearA, let yearB) = context.subject else { return [] }
      let maker = ComparisonTable(
        context: context,
        columns: definition.columns,
        yearA: yearA,
        yearB: yearB
      )
      let comparisons = analysis.comparisons.filter { isWanted($0.line.topic) }
      let sections = maker.sections(
        comparisons,
        statements: facts.filter { $0.isSpoken && $0.about == nil },
        wanted: definition.sections
      )
      return [.table(table(definition, sections))]
    case .facts:
      let maker = FactsTable(context: context, columns: definition.columns)
      let sections = maker.sections(facts, analysis: analysis, wanted: definition.sections)
      return [.table(table(definition, sections))]
    case .series, .statistics:
      guard case .series(let scope) = context.subject else { return [] }
      let maker = SeriesTable(
        context: context,
        columns: definition.columns,
        followUps: analysis.followUps,
        facts: material.facts.filter(\.isOwn),
        baseYear: scope.baseYear
      )
      let sections =
        definition.purpose == .series
        ? maker.sections : [ReportTable.Section(rows: maker.statisticsRows)]
      return [.table(table(definition, sections))]
    case .groups:
      let maker = GroupsTable(
        context: context,
        columns: definition.columns,
        followUps: analysis.followUps
      )
      var table = table(definition, maker.sections)
      table.columns = maker.tableColumns(table.columns)
      return table.rowCount == 0 ? [] : [.table(table)]
    case .review:
      let maker = ReviewTable(context: context, columns: definition.columns)
      var table = table(definition, maker.sections(material.unsure))
      table.isGrouped = definition.sort.isEmpty
      return [.table(table)]
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
    }
  }

  private func sideTable(
    _ definition: ReportDefinition.Sheet,
    _ sides: SideBySide,
    isWanted: (Topic) -> Bool
  ) -> ReportTable {
    let maker = SideTable(
      context: context,
      columns: definition.columns,
      sides: sides,
      inhabitants: SideTable.inhabitants(material.facts, sides)
    )
    // The rows have a cell for each of the definition's columns, so none is left out here.
    var table = ReportTable(
      name: definition.purpose.rawValue,
      columns: maker.tableColumns(context.columns(definition.columns, on: definition.purpose)),
      sections: maker.sections(analysis.sides.filter { isWanted($0.line.topic) }),
      emptyNote: emptyNote(definition.purpose)
    )
    table.sort(by: definition.sort)
    table.agreeOnKronor()
    return table
  }

  /// What stands in place of a table without rows: there is nothing, or nothing that is sure.
  private func emptyNote(_ purpose: ReportSheet.Purpose) -> String {
    let isOfFigures = [.followUp, .comparison, .series, .facts].contains(purpose)
    return isOfFigures && !material.unsure.isEmpty
      ? context.language.reviewPhrases.nothingSure(material.unsure.count)
      : phrases.emptyNote(purpose)
  }

  /// Columns that a table has only where some row has something in them.
  private static let optional: Set<String> = Set(
    [ReportColumn.forecast, .soFar, .previous, .difference, .comment].map(\.rawValue)
  )

  private func table(
    _ definition: ReportDefinition.Sheet,
    _ sections: [ReportTable.Section]
  ) -> ReportTable {
    var table = ReportTable(
      name: definition.purpose.rawValue,
      columns: context.columns(definition.columns, on: definition.purpose),
      sections: sections,
      isList: definition.purpose == .data,
      emptyNote: emptyNote(definition.purpose)
    )
    table.sort(by: definition.sort)
    table.removeEmpty(Self.optional)
    table.agreeOnKronor()
    return table
  }
}
