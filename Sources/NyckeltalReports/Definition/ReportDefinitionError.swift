public import NyckeltalModel

/// Why a report definition cannot be used.
public struct ReportDefinitionError: Failure, Hashable {
  /// What kind of mistake it is.
  public enum Code: Sendable, Hashable {
    /// The file is not YAML.
    case notYAML
    /// The file could not be read.
    case unreadable
    /// A key has no meaning here.
    case unknownKey
    /// A key that is needed is not there.
    case missingKey
    /// A value is of the wrong kind.
    case wrongType
    /// A value is not among those allowed.
    case unknownValue
    /// A text is not a Mustache template.
    case notMustache
    /// A text that is asked for is not there.
    case missingTemplate
    /// The report that was asked for is not of the definition's kind.
    case otherKind
    /// There is no such tertial or year, or two years that are compared are one.
    case noSuchSubject
  }

  /// What kind of mistake it is.
  public var code: Code
  /// The file, and the line where one is known.
  public var place: String?
  /// What is wrong, with the key's name.
  public var problem: String
  /// What is allowed.
  public var remedy: String
}
