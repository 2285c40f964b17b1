import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// A figure with everything that was proposed for it, for training.
struct FigureExample: Sendable {
  /// The statement as the rules read it, with its source.
  var observation: Observation
  /// The figure in bytes of the file.
  var range: Range<Int>
  /// Whether the rules take it for a statement.
  var isStated: Bool
  var isUnitOpen: Bool
  var change: Direction?
  var features: FeatureList
  var indicators: [Judge.Candidate]
  var topics: [(topic: Topic, features: FeatureList)]
  /// The periods, for each kind that the figure may be of.
  var periods: [[(period: Period?, features: FeatureList)]]
  /// What tells whether the statement is right, beside the statement and the judge's decisions.
  var trust: FeatureList
}

/// What a document offers for training.
struct Recording: Sendable {
  var figures: [FigureExample] = []
  /// Statements that are not judged figure by figure: cells, trends, assessments, requests.
  var others: [(observation: Observation, trust: FeatureList)] = []
}

extension DocumentReading {
  mutating func record(
    _ view: FigureView,
    _ proposal: FigureProposal,
    _ features: FeatureList
  ) {
    let start = sentence.range.lowerBound
    let figure = start + view.figure.range.lowerBound..<start + view.figure.range.upperBound
    var draft = proposal.draft
    draft.trust = FeatureList(named: true)
    let (observation, _) = stated(draft, proposal.range)
    var trust = FeatureList(named: true)
    trust.add(.genre, minutes.genre.rawValue)
    let example = FigureExample(
      observation: observation,
      range: minutes.source.fileRange(of: minutes.text.sourceRange(of: figure)),
      isStated: proposal.veto == nil,
      isUnitOpen: proposal.isUnitOpen,
      change: proposal.change ?? proposal.figure.direction,
      features: features,
      indicators: judgeCandidates(view, proposal, named: true),
      topics: topicCandidates(view, chosen: proposal.draft.topic, named: true).map {
        ($0.topic, $0.features)
      },
      periods: Judge.kinds.map { kind in
        periodCandidates(view, kind: kind, proposal, named: true).map { ($0.period, $0.features) }
      },
      trust: trust
    )
    recording?.figures.append(example)
  }
}
