public import NyckeltalModel

/// What came of reading a document.
public struct Extraction: Sendable {
  /// What the document states, in its order.
  public var observations: [Observation] = []
  /// Cells of tables with digits that could not be read with certainty (a number that conversion
  /// split or glued), as ranges of the file's bytes; they give no observation.
  public var uncertainCells: [Range<Int>] = []
  /// What was left out because the document does not say clearly enough what it is, in its order.
  public var leftOut: [LeftOut] = []
  /// Why each observation says what it says, in the same order; only where it was asked for.
  public var explanations: [Explanation] = []

  /// Makes an extraction from its parts.
  public init(
    observations: [Observation] = [],
    uncertainCells: [Range<Int>] = [],
    leftOut: [LeftOut] = [],
    explanations: [Explanation] = []
  ) {
    self.observations = observations
    self.uncertainCells = uncertainCells
    self.leftOut = leftOut
    self.explanations = explanations
  }

  /// Adds what the next part of the document states.
  public mutating func append(_ part: Extraction) {
    // the only part of most documents is taken as it is
    if observations.isEmpty, uncertainCells.isEmpty, leftOut.isEmpty {
      self = part
      return
    }
    observations += part.observations
    uncertainCells += part.uncertainCells
    leftOut += part.leftOut
    explanations += part.explanations
  }
}

/// A column of a table whose figures were left out.
public struct LeftOut: Sendable, Hashable, CustomStringConvertible {
  /// Why it was left out.
  public enum Reason: Sendable, Hashable {
    /// The words above the column do not say what its figures are.
    case headingNotUnderstood
    /// Nothing stands above the column.
    case noHeading
  }

  /// Why it was left out.
  public var reason: Reason
  /// The column's heading; empty where it has none.
  public var heading: String
  /// The line of the first row of which a figure was left out, from 1.
  public var line: Int

  /// Makes a note of what was left out.
  public init(reason: Reason, heading: String, line: Int) {
    self.reason = reason
    self.heading = heading
    self.line = line
  }

  /// Says where, what and why: `line 14: the column "X" was left out: its heading is not understood`.
  public var description: String {
    switch reason {
    case .headingNotUnderstood:
      "line \(line): the column \"\(heading)\" was left out: its heading is not understood"
    case .noHeading:
      "line \(line): a column was left out: it has no heading that says what its figures are"
    }
  }
}

/// The words that an observation was read from.
public struct Explanation: Sendable, Hashable {
  /// The sentence, or the row of a table, that holds the figure; white space folded.
  public var sentence: String
  /// The words that told the indicator or the topic, in the order in which they stand.
  public var cues: [String]
}
