public import NyckeltalModel

/// What came of reading a document.
public struct Extraction: Sendable {
  /// What the document states, in its order.
  public var observations: [Observation] = []
  /// Cells of tables with digits that could not be read with certainty (a number that conversion
  /// split or glued), as ranges of the file's bytes; they give no observation.
  public var uncertainCells: [Range<Int>] = []
  /// Why each observation says what it says, in the same order; only where it was asked for.
  public var explanations: [Explanation] = []

  /// Makes an extraction from its parts.
  public init(
    observations: [Observation] = [],
    uncertainCells: [Range<Int>] = [],
    explanations: [Explanation] = []
  ) {
    self.observations = observations
    self.uncertainCells = uncertainCells
    self.explanations = explanations
  }

  /// Adds what the next part of the document states.
  public mutating func append(_ part: Extraction) {
    // the only part of most documents is taken as it is
    if observations.isEmpty, uncertainCells.isEmpty {
      self = part
      return
    }
    observations += part.observations
    uncertainCells += part.uncertainCells
    explanations += part.explanations
  }
}

/// The words that an observation was read from.
public struct Explanation: Sendable, Hashable {
  /// The sentence, or the row of a table, that holds the figure; white space folded.
  public var sentence: String
  /// The words that told the indicator or the topic, in the order in which they stand.
  public var cues: [String]
}
