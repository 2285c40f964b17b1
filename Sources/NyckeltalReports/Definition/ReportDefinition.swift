public import NyckeltalModel

/// What a report consists of: its title, its parameters, its sheets with their texts, charts and
/// tables.
///
/// Definitions are YAML files; the built-in ones are in the folder `ReportTemplates`, to be copied
/// and changed. See ``init(yaml:file:reading:)`` for reading one.
///
/// ## Topics
/// - ``kind``
/// - ``parameters``
/// - ``sheets``
public struct ReportDefinition: Sendable, Hashable {
  /// Which statements a report is made from.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One tertial of one year.
    case tertial
    /// One year.
    case year
    /// Two years side by side.
    case compare
    /// One topic over all periods.
    case topic
    /// The development of indicators.
    case series
  }

  /// A text in each language.
  public struct Text: Sendable, Hashable {
    /// The text in Swedish.
    public var swedish: TextTemplate
    /// The text in English.
    public var english: TextTemplate

    /// Makes a text of its translations.
    public init(swedish: TextTemplate, english: TextTemplate) {
      self.swedish = swedish
      self.english = english
    }

    /// The text in a language.
    public subscript(language: ReportLanguage) -> TextTemplate {
      switch language {
      case .swedish: swedish
      case .english: english
      }
    }
  }

  /// What a chart shows.
  public enum ChartContent: String, Sendable, Hashable, CaseIterable {
    /// Targets and outcomes of the period.
    case targets
    /// Two years side by side.
    case years
    /// Figures of the same unit.
    case figures
    /// Outcomes year by year, as lines.
    case development
  }

  /// A piece of a sheet, above its table.
  public enum Block: Sendable, Hashable {
    /// At most so many large numbers.
    case keyFigures(Int)
    /// Sentences under a heading; left out where no sentence has anything to say.
    case text(Text, heading: Text?)
    /// A chart; left out where there is nothing to draw. No content is what suits the report.
    case chart(ChartContent?)
  }

  /// One column that rows are put in order by.
  public struct SortKey: Sendable, Hashable {
    /// The column.
    public var column: ReportColumn
    /// Whether the greatest comes first.
    public var isDescending: Bool

    /// Makes a key.
    public init(_ column: ReportColumn, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// One sheet of the report.
  public struct Sheet: Sendable, Hashable {
    /// What the sheet is for.
    public var purpose: ReportSheet.Purpose
    /// Its name; `nil` for the usual one.
    public var title: Text?
    /// What stands above its table, in order.
    public var blocks: [Block]
    /// Its table's sections, in order.
    public var sections: [ReportSection]
    /// Its table's columns, in order.
    public var columns: [ReportColumn]
    /// What the rows of each section are ordered by; none keeps the usual order.
    public var sort: [SortKey]
    /// The topics that its table is about; none for all.
    public var topics: [Topic]

    /// Makes a sheet.
    public init(
      purpose: ReportSheet.Purpose,
      title: Text? = nil,
      blocks: [Block] = [],
      sections: [ReportSection] = [],
      columns: [ReportColumn] = [],
      sort: [SortKey] = [],
      topics: [Topic] = []
    ) {
      self.purpose = purpose
      self.title = title
      self.blocks = blocks
      self.sections = sections
      self.columns = columns
      self.sort = sort
      self.topics = topics
    }
  }

  /// Which statements it is made from.
  public var kind: Kind
  /// The title; `{{year}}`, `{{tertial}}`, `{{yearA}}`, `{{yearB}}` and `{{topic}}` stand for those,
  /// and each parameter for its value.
  public var title: Text
  /// Values of the definition's own that its title and texts may ask for, by name.
  public private(set) var parameters: [String: String]
  /// The sheets, in order.
  public var sheets: [Sheet]

  /// Makes a definition.
  public init(
    kind: Kind,
    title: Text,
    parameters: [String: String] = [:],
    sheets: [Sheet]
  ) {
    self.kind = kind
    self.title = title
    self.parameters = parameters
    self.sheets = sheets
  }

  /// Gives a parameter another value than the definition does.
  ///
  /// - Throws: ``ReportDefinitionError`` when the definition has no such parameter.
  public mutating func set(_ parameter: String, to value: String) throws(ReportDefinitionError) {
    guard parameters[parameter] != nil else {
      let names = parameters.keys.sorted()
      throw ReportDefinitionError(
        code: .unknownValue,
        place: nil,
        problem: "the report definition has no parameter \(parameter)",
        remedy: names.isEmpty
          ? "it has none; add parameters to the definition"
          : "it has \(names.joined(separator: ", "))"
      )
    }
    parameters[parameter] = value
  }
}
