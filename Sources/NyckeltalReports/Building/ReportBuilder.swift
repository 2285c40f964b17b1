public import NyckeltalModel

/// Makes reports from observations.
///
/// ```swift
/// let builder = ReportBuilder(definition: try .builtIn(.tertial), catalogue: catalogue)
/// let report = try builder.report(.tertial(1, year: 2015), from: observations, documents: 5)
/// ```
public struct ReportBuilder: Sendable {
  /// What the report consists of.
  public var definition: ReportDefinition
  /// The indicators, in the order in which reports list them.
  public var catalogue: [Indicator]
  /// The language that it is written in.
  public var language: ReportLanguage

  /// Makes a builder.
  public init(
    definition: ReportDefinition,
    catalogue: [Indicator],
    language: ReportLanguage = .swedish
  ) {
    self.definition = definition
    self.catalogue = catalogue
    self.language = language
  }

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - subject: What it is about.
  ///   - observations: Everything that is known; the report takes what belongs to it.
  ///   - documents: How many documents were read, those without figures included.
  /// - Returns: The report, its sheets as the definition lists them.
  /// - Throws: ``ReportDefinitionError`` when the definition is for another kind of report.
  public func report(
    _ subject: ReportSubject,
    from observations: [Observation],
    documents: Int
  ) throws(ReportDefinitionError) -> Report {
    guard subject.kind == definition.kind else {
      throw ReportDefinitionError(
        code: .otherKind,
        place: nil,
        problem: "the definition is for \(definition.kind.rawValue) reports, "
          + "not for \(subject.kind.rawValue)",
        remedy: "give a definition whose first line is report: \(subject.kind.rawValue)"
      )
    }
    let material = ReportMaterial(subject: subject, observations: observations)
    let context = ReportContext(
      language: language,
      subject: subject,
      catalogue: catalogue,
      statements: material.statements,
      parameters: definition.parameters
    )
    let content = ReportContent(context: context, material: material, documents: documents)
    var report = Report(
      title: definition.title[language].line(content.values),
      language: language,
      sheets: content.sheets(definition.sheets),
      statements: material.statements
    )
    report.subtitle = subtitle(subject)
    report.basis = [
      language.phrases.basis(documents, material.statements.count, material.facts.count)
    ]
    report.legend = language.phrases.legend
    report.date = material.statements.compactMap(\.observation.source.date).max()
    return report
  }

  private func subtitle(_ subject: ReportSubject) -> String? {
    guard case .tertial(let tertial, let year) = subject else { return nil }
    return "\(PeriodText(language: language).months(ofTertial: tertial)) \(year)"
  }
}
