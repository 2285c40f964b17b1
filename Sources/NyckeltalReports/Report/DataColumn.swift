public import NyckeltalModel

/// A column of the tidy table of observations, for exports too long to be held as a report.
public struct DataColumn: Sendable {
  /// What a column holds in the row of an observation.
  public enum Content: Sendable {
    /// Words; an empty cell for `nil`.
    case text(@Sendable (Observation) -> String?)
    /// A number, without a style as plain digits; an empty cell for `nil` and what is not finite.
    case number(NumberStyle?, @Sendable (Observation) -> Double?)
    /// A number that a workbook computes from columns before it in the row, by their ids.
    case formula(ReportExpression, NumberStyle?)
  }

  /// The name by which formulas refer to it.
  public var id: String
  /// The heading.
  public var title: String
  /// What it holds.
  public var content: Content

  /// Makes a column.
  public init(id: String, title: String, content: Content) {
    self.id = id
    self.title = title
    self.content = content
  }

  /// The columns of a report's own data sheet, in its words and order.
  public static func standard(_ language: ReportLanguage) -> [DataColumn] {
    let phrases = language.phrases
    return ReportDefinition.columns(.data).compactMap { column in
      content(column, phrases).map {
        DataColumn(id: column.rawValue, title: phrases.column(column), content: $0)
      }
    }
  }

  private static func content(_ column: ReportColumn, _ phrases: Phrases) -> Content? {
    switch column {
    case .kind: return .text { phrases.kind($0.kind) }
    case .indicator: return .text { $0.indicator }
    case .topic: return .text { phrases.topic($0.topic) }
    case .value: return .number(nil) { $0.value }
    case .lower: return .number(nil) { $0.lower }
    case .upper: return .number(nil) { $0.upper }
    case .qualifier: return .text { $0.measure == nil ? nil : phrases.qualifier($0.qualifier) }
    case .unit: return .text { $0.unit.map(phrases.unit) }
    case .period: return .text { $0.period?.description }
    case .comparedWith: return .text { $0.comparedWith?.description }
    case .direction: return .text { $0.direction.map(phrases.direction) }
    case .assessment: return .text { $0.assessment.map(phrases.assessment) }
    case .group: return .text { $0.group }
    case .confidence: return .number(NumberStyle(decimals: 2)) { $0.confidence }
    case .label: return .text { $0.label }
    case .body: return .text { $0.body }
    case .about: return .text { $0.about }
    case .repeats: return .text { $0.repeats }
    case .document: return .text { $0.source.document }
    case .date: return .text { $0.source.date }
    case .item: return .text { $0.source.item }
    case .reference: return .text { $0.source.reference }
    case .section: return .text { $0.source.section.map(phrases.section) }
    case .speakers:
      return .text { observation in
        observation.source.speakers.map { speaker in
          speaker.party.map { "\(speaker.name) (\($0))" } ?? speaker.name
        }
        .joined(separator: ", ")
      }
    case .line: return .number(nil) { Double($0.source.line) }
    case .correction:
      return .text { $0.correction.map { phrases.correctedOn($0.date, $0.note, nil) } }
    case .id: return .text { $0.id }
    default: return nil
    }
  }
}
