public import NyckeltalModel

/// Why a table of figures cannot be taken in, with the line and column of the cell.
public struct FiguresError: Failure, Equatable {
  /// The file's name.
  public let file: String
  /// The line, from 1.
  public let line: Int?
  /// The number of the column, from 1.
  public let column: Int?
  /// What was wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  /// The file, the line and the column: `figures.csv:3:5`.
  public var place: String? {
    ([file] + [line, column].compactMap(\.self).map(String.init)).joined(separator: ":")
  }

  /// Makes an error.
  public init(file: String, line: Int?, column: Int?, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }
}
