extension TextTemplate {
  /// The names of the built-in texts: each is there in every language.
  public static let builtInNames = ["summary", "missing"]

  /// The text of a built-in template: `summary` in Swedish is the file `summary.sv.mustache`.
  ///
  /// - Returns: `nil` for a name that is not among ``builtInNames``.
  public static func builtInText(_ name: String, _ language: ReportLanguage) -> String? {
    let bytes: [UInt8]
    switch (name, language) {
    case ("summary", .swedish): bytes = PackageResources.summary_sv_mustache
    case ("summary", .english): bytes = PackageResources.summary_en_mustache
    case ("missing", .swedish): bytes = PackageResources.missing_sv_mustache
    case ("missing", .english): bytes = PackageResources.missing_en_mustache
    default: return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A built-in template.
  ///
  /// - Throws: ``ReportDefinitionError`` for a name that is not among ``builtInNames``.
  public static func builtIn(
    _ name: String,
    _ language: ReportLanguage
  ) throws(ReportDefinitionError) -> TextTemplate {
    guard let text = builtInText(name, language) else {
      throw ReportDefinitionError(
        code: .missingTemplate,
        place: nil,
        problem: "the template \(name) is missing",
        remedy: "there are \(builtInNames.joined(separator: ", "))"
      )
    }
    return try TextTemplate(
      text,
      language: language,
      file: "\(name).\(language.rawValue).mustache"
    )
  }
}
