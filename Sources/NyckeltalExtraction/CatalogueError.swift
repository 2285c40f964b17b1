public import NyckeltalModel

/// What is wrong with an indicator catalogue, and where.
public struct CatalogueError: Failure, Equatable {
  /// The catalogue's file name.
  public let file: String
  /// The line, from 1, where one is known.
  public let line: Int?
  /// The column, from 1, where one is known.
  public let column: Int?
  /// What was wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  /// File, line and column: `mine.yaml:12:5`.
  public var place: String? {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
