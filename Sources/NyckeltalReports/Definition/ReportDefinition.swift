/// What a report consists of: its title, its sheets, their sections and columns.
///
/// Definitions are YAML files; the built-in ones are in the folder `ReportTemplates`, to be copied
/// and changed. See ``init(yaml:file:)`` for reading one.
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
  }

  /// A text in each language.
  public struct Text: Sendable, Hashable {
    /// The text in Swedish.
    public var swedish: String
    /// The text in English.
    public var english: String

    /// Makes a text of its translations.
    public init(swedish: String, english: String) {
      self.swedish = swedish
      self.english = english
    }

    /// The text in a language.
    public subscript(language: ReportLanguage) -> String {
      switch language {
      case .swedish: swedish
      case .english: english
      }
    }
  }

  /// One sheet of the report.
  public struct Sheet: Sendable, Hashable {
    /// What the sheet is for.
    public var purpose: ReportSheet.Purpose
    /// Its name; `nil` for the usual one.
    public var title: Text?
    /// Its table's sections, in order.
    public var sections: [ReportSection]
    /// Its table's columns, in order.
    public var columns: [ReportColumn]
    /// Whether the summary has a chart.
    public var hasChart: Bool
    /// The greatest number of key figures on the summary.
    public var keyFigures: Int
  }

  /// Which statements it is made from.
  public var kind: Kind
  /// The title; `{{year}}`, `{{tertial}}`, `{{yearA}}`, `{{yearB}}` and `{{topic}}` stand for those.
  public var title: Text
  /// The sheets, in order.
  public var sheets: [Sheet]
}

extension ReportDefinition {
  /// The names that a title may hold between double braces, for each kind of report.
  static func placeholders(_ kind: Kind) -> [String] {
    switch kind {
    case .tertial: ["year", "tertial"]
    case .year: ["year"]
    case .compare: ["yearA", "yearB"]
    case .topic: ["topic"]
    }
  }

  /// The sections that a sheet may have; none for a sheet that is not divided.
  static func sections(_ purpose: ReportSheet.Purpose) -> [ReportSection] {
    switch purpose {
    case .followUp: [.targets, .figures, .directions, .statements, .conflicts]
    case .comparison: [.shared, .single]
    case .facts: [.targets, .figures, .changes, .directions, .conflicts]
    case .summary, .requests, .sources, .data, .other: []
    }
  }

  /// The columns that a sheet may have.
  static func columns(_ purpose: ReportSheet.Purpose) -> [ReportColumn] {
    switch purpose {
    case .followUp:
      [
        .indicator, .topic, .unit, .period, .target, .tertial1, .tertial2, .tertial3, .outcome,
        .forecast, .achievement, .status, .assessment, .trend, .voices, .remark, .source,
      ]
    case .comparison:
      [
        .indicator, .topic, .kind, .unit, .yearA, .yearB, .difference, .change, .remark, .source,
      ]
    case .facts:
      [.indicator, .topic, .kind, .unit, .period, .value, .voices, .remark, .source]
    case .requests:
      [.question, .topic, .period, .asked, .date, .status, .answer, .source]
    case .sources:
      [
        .number, .usedIn, .document, .date, .item, .title, .reference, .section, .speakers,
        .quote, .line,
      ]
    case .data:
      [
        .number, .kind, .indicator, .topic, .value, .lower, .upper, .qualifier, .unit, .period,
        .comparedWith, .direction, .assessment, .group, .confidence, .repeats, .document, .date,
        .item, .reference, .section, .speakers, .line, .id,
      ]
    case .summary, .other: []
    }
  }
}
