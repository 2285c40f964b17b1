extension ReportDefinition {
  /// A definition that is compiled in.
  public struct BuiltIn: Sendable, Hashable {
    /// What it is called, and its file: `tertial` is `tertial.yaml`.
    public var name: String
    /// The file's text, with its comments.
    public var yaml: String
  }

  /// The definitions that are compiled in, one for each kind of report.
  public static let builtIns: [BuiltIn] = [
    BuiltIn(name: "tertial", yaml: text(PackageResources.tertial_yaml)),
    BuiltIn(name: "year", yaml: text(PackageResources.year_yaml)),
    BuiltIn(name: "compare", yaml: text(PackageResources.compare_yaml)),
    BuiltIn(name: "topic", yaml: text(PackageResources.topic_yaml)),
    BuiltIn(name: "series", yaml: text(PackageResources.series_yaml)),
  ]

  /// The definition that is compiled in for a kind of report.
  ///
  /// - Throws: ``ReportDefinitionError``; a test reads each, so only a changed build can.
  public static func builtIn(_ kind: Kind) throws(ReportDefinitionError) -> ReportDefinition {
    guard let builtIn = builtIns.first(where: { $0.name == kind.rawValue }) else {
      throw ReportDefinitionError(
        code: .unreadable,
        place: "\(kind.rawValue).yaml",
        problem: "no such built-in definition",
        remedy: "give a definition of your own"
      )
    }
    return try ReportDefinition(yaml: builtIn.yaml, file: "\(kind.rawValue).yaml")
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
