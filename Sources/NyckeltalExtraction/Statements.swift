import NyckeltalModel

/// What a document states: the statements that have not been handed over yet, and what later ones
/// are compared with, which takes little memory however long the document is.
struct Statements {
  private var observations: [Observation] = []
  private var explanations: [Explanation] = []
  /// Cells whose digits were not all read.
  var uncertainCells: [Range<Int>] = []
  /// Columns that were not understood.
  var leftOut: [LeftOut] = []
  /// For each fact, the id of the observation that stated it first.
  private var firstOf: [Fact: UInt64] = [:]
  /// The topics of the latest statements, and of some before them.
  private var topics: [Topic] = []

  /// How many observations wait to be handed over.
  var count: Int { observations.count }

  /// The topics of the latest forty statements.
  var latestTopics: ArraySlice<Topic> { topics.suffix(40) }

  /// The id of the first observation that states the same fact, unless this is it.
  mutating func first(of fact: Fact, id: UInt64) -> UInt64? {
    if let first = firstOf[fact] { return first }
    firstOf[fact] = id
    return nil
  }

  mutating func append(_ observation: consuming Observation, _ explanation: Explanation?) {
    if topics.count == 400 { topics.removeFirst(360) }
    topics.append(observation.topic)
    observations.append(observation)
    if let explanation { explanations.append(explanation) }
  }

  /// Takes out what waits to be handed over.
  mutating func take() -> Extraction {
    let part = Extraction(
      observations: observations,
      uncertainCells: uncertainCells,
      leftOut: leftOut,
      explanations: explanations
    )
    observations = []
    uncertainCells = []
    leftOut = []
    explanations = []
    return part
  }
}
