extension ReportDefinition {
  /// The names that a title may hold between double braces, for each kind of report.
  static func placeholders(_ kind: Kind) -> [String] {
    switch kind {
    case .tertial: ["year", "tertial", "period"]
    case .year: ["year", "period"]
    case .compare: ["yearA", "yearB"]
    case .topic: ["topic"]
    case .series: ["topic", "period"]
    }
  }

  /// The sheets that a kind of report can have.
  static func purposes(_ kind: Kind) -> [ReportSheet.Purpose] {
    let tables: [ReportSheet.Purpose] =
      switch kind {
      case .tertial, .year: [.followUp]
      case .compare: [.comparison]
      case .topic: []
      case .series: [.series, .statistics, .groups]
      }
    return [.summary] + tables + [.facts, .requests, .review, .sources, .data, .other]
  }

  /// The charts that a kind of report can have.
  static func charts(_ kind: Kind) -> [ChartContent] {
    switch kind {
    case .tertial, .year, .topic, .series: [.targets, .figures, .development]
    case .compare: [.years, .figures, .development]
    }
  }

  /// The sections that a sheet may have; none for a sheet that is not divided.
  static func sections(_ purpose: ReportSheet.Purpose) -> [ReportSection] {
    switch purpose {
    case .followUp:
      [.targets, .figures, .changes, .directions, .statements, .elsewhere, .conflicts]
    case .comparison: [.shared, .single, .statements]
    case .facts: [.targets, .figures, .changes, .directions, .elsewhere, .conflicts]
    case .summary, .series, .statistics, .groups, .requests, .review, .sources, .data, .other: []
    }
  }

  /// The columns that a sheet may have.
  static func columns(_ purpose: ReportSheet.Purpose) -> [ReportColumn] {
    switch purpose {
    case .followUp:
      [
        .indicator, .topic, .unit, .period, .target, .tertial1, .tertial2, .tertial3, .outcome,
        .soFar, .forecast, .achievement, .status, .assessment, .previous, .difference, .trend,
        .comment, .voices, .remark, .source,
      ]
    case .comparison:
      [
        .indicator, .topic, .kind, .unit, .yearA, .yearB, .difference, .change, .remark, .source,
      ]
    case .facts:
      [.indicator, .topic, .kind, .unit, .period, .value, .voices, .remark, .source]
    case .series:
      [.period, .target, .outcome, .difference, .index, .achievement, .remark, .source]
    case .statistics:
      [
        .indicator, .topic, .unit, .period, .count, .mean, .perYear, .index, .best, .worst,
        .achievement, .source,
      ]
    case .groups:
      [.indicator, .unit, .yearA, .remark, .source]
    case .review:
      [.indicator, .topic, .kind, .unit, .period, .value, .confidence, .quote, .voices, .source]
    case .requests:
      [.question, .topic, .period, .asked, .date, .status, .answer, .source]
    case .sources:
      [
        .number, .usedIn, .document, .date, .item, .title, .reference, .section, .speakers,
        .quote, .line, .correction,
      ]
    case .data:
      [
        .number, .kind, .indicator, .topic, .value, .lower, .upper, .qualifier, .unit, .period,
        .comparedWith, .direction, .assessment, .group, .label, .body, .about, .confidence,
        .repeats, .document, .date, .item, .reference, .section, .speakers, .line, .correction, .id,
      ]
    case .summary, .other: []
    }
  }

  /// The blocks of a summary that does not list its own.
  static func summaryBlocks(
    keyFigures: Int,
    hasChart: Bool
  ) throws(ReportDefinitionError) -> [Block] {
    var blocks: [Block] = []
    if keyFigures > 0 { blocks.append(.keyFigures(keyFigures)) }
    blocks.append(.text(try .builtIn("summary"), heading: nil))
    if hasChart { blocks.append(.chart(nil)) }
    blocks.append(.text(try .builtIn("missing"), heading: nil))
    return blocks
  }
}

extension ReportDefinition.Text {
  /// A built-in text in every language.
  static func builtIn(_ name: String) throws(ReportDefinitionError) -> ReportDefinition.Text {
    ReportDefinition.Text(
      swedish: try .builtIn(name, .swedish),
      english: try .builtIn(name, .english)
    )
  }
}
