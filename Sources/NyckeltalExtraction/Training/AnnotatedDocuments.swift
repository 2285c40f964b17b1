public import NyckeltalMinutes
public import NyckeltalModel
import NyckeltalText

/// Annotated documents, from which the judge's weights are trained and on which they are tried.
public struct AnnotatedDocuments: Sendable {
  private let extractor: ObservationExtractor
  private let gold: [String: [GoldRecord]]
  private var documents: [LabelledDocument] = []

  /// Makes a collection without documents.
  ///
  /// - Parameters:
  ///   - extractor: Who reads the documents.
  ///   - gold: What annotators say that the documents state.
  public init(_ extractor: ObservationExtractor, gold: [GoldRecord]) {
    self.extractor = extractor
    self.gold = Dictionary(grouping: gold, by: \.document)
  }

  /// How many documents there are.
  public var count: Int { documents.count }

  /// Adds a document; one of which no record tells counts as one that states nothing.
  public mutating func add(_ minutes: Minutes) {
    let name = minutes.source.name
    documents.append(
      LabelledDocument(
        name,
        extractor.record(minutes),
        gold: gold[name] ?? []
      )
    )
  }

  /// What is read from each document by weights that were trained on the others, ten folds.
  public func crossValidated() -> [Observation] { CrossValidation().run(documents).observations }

  /// The weights that all documents give; the confidence is that of documents which the weights did
  /// not see.
  public func trained() -> (weights: JudgeWeights, crossValidated: [Observation]) {
    let training = JudgeTraining()
    let tried = CrossValidation(training: training).run(documents)
    var weights = training.weights(of: documents)
    weights.lines[.trust] = training.trustWeights(of: tried.cases)
    return (weights, tried.observations)
  }
}
