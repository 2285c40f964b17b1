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
  /// The confidence from which a figure is sure; what is less sure is listed apart, to be looked at.
  public var sureConfidence: Double = Observation.usualSureConfidence
  /// How much of a target may be missing where it is still nearly reached, 0.05 for 5 %.
  public var tolerance: Double = ReportBuilder.usualTolerance

  /// The usual ``tolerance``.
  public static let usualTolerance = 0.05

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
  /// - Throws: ``ReportDefinitionError`` when the definition is for another kind of report, or there
  ///   is no such subject: a ninth tertial.
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
    if let fault = subject.fault { throw fault }
    let known = Dictionary(catalogue.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let material = ReportMaterial(
      subject: subject,
      observations: observations,
      sure: sureConfidence,
      catalogue: known
    )
    var context = ReportContext(
      language: language,
      subject: subject,
      catalogue: catalogue,
      statements: material.statements,
      tolerance: tolerance,
      parameters: definition.parameters
    )
    context.unsure = Set(material.unsure.map { UnsureLine(FollowedLine($0), $0.kind) })
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
    if material.areOfSeveralBodies { report.basis.append(language.reviewPhrases.severalBodies) }
    report.legend = language.phrases.legend
    report.date = material.statements.compactMap(\.observation.source.date).max()
    return report
  }

  private func subtitle(_ subject: ReportSubject) -> String? {
    guard case .tertial(let tertial, let year) = subject else { return nil }
    return "\(PeriodText(language: language).months(ofTertial: tertial)) \(year)"
  }
}
