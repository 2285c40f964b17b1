public import NyckeltalModel

/// A finished report, in no particular format: what a workbook, a text or a page is made from.
///
/// A ``ReportBuilder`` makes one from observations; a program may also build one itself or add its
/// own sheets and blocks to it.
///
/// ## Topics
/// ### What it says
/// - ``title``
/// - ``sheets``
/// - ``statements``
public struct Report: Sendable, Hashable {
  /// The title, "Tertialuppföljning 2015 · Tertial 1".
  public var title: String
  /// What the title leaves out, usually the period in words.
  public var subtitle: String?
  /// What the report rests on, sentence by sentence.
  public var basis: [String]
  /// What its signs mean (≈, ≥).
  public var legend: String
  /// The language it is written in.
  public var language: ReportLanguage
  /// The latest date among its documents, ISO 8601; dates the workbook.
  public var date: String?
  /// The sheets, in order.
  public var sheets: [ReportSheet]
  /// Every statement the report rests on, numbered from 1.
  public var statements: [Statement]

  /// Makes a report from its parts.
  public init(
    title: String,
    subtitle: String? = nil,
    basis: [String] = [],
    legend: String = "",
    language: ReportLanguage = .swedish,
    date: String? = nil,
    sheets: [ReportSheet] = [],
    statements: [Statement] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.basis = basis
    self.legend = legend
    self.language = language
    self.date = date
    self.sheets = sheets
    self.statements = statements
  }
}

/// An observation with the number that a report refers to it by.
public struct Statement: Sendable, Hashable {
  /// The number, from 1, as in `[4]`.
  public var number: Int
  /// What was stated, and where.
  public var observation: Observation

  /// Numbers an observation.
  public init(number: Int, observation: Observation) {
    self.number = number
    self.observation = observation
  }
}

/// One sheet of a workbook, or one part of a text.
public struct ReportSheet: Sendable, Hashable {
  /// What a sheet is for; it decides how the sheet is rendered, and whether a text has it.
  public enum Purpose: String, Sendable, CaseIterable {
    /// What is read first: key figures, a chart, the most important in sentences.
    case summary
    /// Targets and outcomes.
    case followUp
    /// Two years side by side.
    case comparison
    /// Everything that is stated about a topic.
    case facts
    /// The figures of series, period by period.
    case series
    /// What series say as a whole.
    case statistics
    /// Groups beside each other, year by year.
    case groups
    /// Readings that are not sure enough for the other tables, to be looked at.
    case review
    /// Questions and whether they were answered.
    case requests
    /// Every statement with its place; texts render ``Report/statements`` instead.
    case sources
    /// The tidy table of observations; texts leave it out.
    case data
    /// A sheet of the embedding program's own.
    case other
  }

  /// What the sheet is for.
  public var purpose: Purpose
  /// The sheet's name.
  public var title: String
  /// What the sheet holds, from the top.
  public var blocks: [ReportBlock]

  /// Makes a sheet from its parts.
  public init(purpose: Purpose, title: String, blocks: [ReportBlock]) {
    self.purpose = purpose
    self.title = title
    self.blocks = blocks
  }
}

/// A piece of a sheet.
public enum ReportBlock: Sendable, Hashable {
  /// A few large numbers.
  case keyFigures([KeyFigure])
  /// Sentences under a heading.
  case lines(heading: String, [ReportLine])
  /// A table.
  case table(ReportTable)
  /// A native chart.
  case chart(ReportChart)
}

/// A sentence of a report, with the statements that it rests on.
public struct ReportLine: Sendable, Hashable {
  /// The sentence.
  public var text: String
  /// Numbers of the statements behind it.
  public var sources: [Int]
  /// Whether it points out that something is missing or remarkable.
  public var isRemark: Bool

  /// Makes a sentence.
  public init(_ text: String, sources: [Int] = [], isRemark: Bool = false) {
    self.text = text
    self.sources = sources
    self.isRemark = isRemark
  }
}

/// A number to be seen first, with what it is compared to.
public struct KeyFigure: Sendable, Hashable {
  /// What is counted.
  public var label: String
  /// The figure.
  public var cell: ReportCell
  /// What it is compared to: "mål ≥ 6 700 · 103 %".
  public var comparison: String
  /// How it stands, for its colour.
  public var level: ReportStatus.Level

  /// Makes a key figure.
  public init(
    label: String,
    cell: ReportCell,
    comparison: String,
    level: ReportStatus.Level = .neutral
  ) {
    self.label = label
    self.cell = cell
    self.comparison = comparison
    self.level = level
  }
}

/// A chart: one or more series of numbers over the same categories.
public struct ReportChart: Sendable, Hashable {
  /// The numbers of one series.
  public struct Series: Sendable, Hashable {
    /// The series' name in the legend.
    public var name: String
    /// One figure a category; an empty cell where there is none.
    public var cells: [ReportCell]

    /// Makes a series.
    public init(name: String, cells: [ReportCell]) {
      self.name = name
      self.cells = cells
    }
  }

  /// How the values are drawn.
  public enum Shape: String, Sendable, CaseIterable {
    /// Columns side by side: one figure a category against another.
    case columns
    /// Lines over categories that follow each other in time; an empty cell leaves a gap.
    case lines
  }

  /// The chart's title.
  public var title: String
  /// The name of the axis of categories.
  public var categoryAxis: String
  /// The name of the axis of values, with the unit.
  public var valueAxis: String
  /// The categories.
  public var categories: [String]
  /// The series, in order.
  public var series: [Series]
  /// What the chart shows, for those who do not see it.
  public var alternativeText: String
  /// How the values are written.
  public var style: NumberStyle
  /// How the values are drawn.
  public var shape: Shape

  /// Makes a chart.
  public init(
    title: String,
    categoryAxis: String,
    valueAxis: String,
    categories: [String],
    series: [Series],
    alternativeText: String,
    style: NumberStyle = NumberStyle(),
    shape: Shape = .columns
  ) {
    self.shape = shape
    self.title = title
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.categories = categories
    self.series = series
    self.alternativeText = alternativeText
    self.style = style
  }
}
