import NyckeltalModel
import NyckeltalText

/// Judges documents by weights that were trained on others.
struct CrossValidation {
  var folds = 10
  var training = JudgeTraining()

  /// What came out of it.
  struct Result {
    /// The observations, with the confidence that weights of other documents give.
    var observations: [Observation] = []
    /// What is known of each, and whether it is right; no entry where it is not judged.
    var cases: [(features: FeatureList, isRight: Bool)] = []
  }

  private struct Found {
    var observation: Observation
    var features: FeatureList
    var fold: Int
    var isRight: Bool?
  }

  /// Reads each document with weights that were trained on the documents of other folds.
  func run(_ documents: [LabelledDocument]) -> Result {
    let fold = documents.map { Int(StableHash.of($0.name.utf8) >> 33) % folds }
    var found: [Found] = []
    for part in 0..<folds where fold.contains(part) {
      let others = documents.indices.filter { fold[$0] != part }.map { documents[$0] }
      let judge = Judge(training.weights(of: others))
      for index in documents.indices where fold[index] == part {
        found += read(documents[index], by: judge, fold: part)
      }
    }
    return calibrate(found)
  }

  private func read(_ document: LabelledDocument, by judge: Judge, fold: Int) -> [Found] {
    var found = document.others.map {
      Found(observation: $0.observation, features: $0.trust, fold: fold)
    }
    found += document.figures.compactMap { example in
      example.observation(by: judge).map {
        Found(observation: $0.0, features: $0.1, fold: fold)
      }
    }
    let score = GoldScore(gold: document.gold, observations: found.map(\.observation))
    for verdict in score.verdicts { found[verdict.index].isRight = verdict.outcome == .right }
    return found
  }

  /// The confidence of each observation by what is known of those in other folds.
  private func calibrate(_ found: [Found]) -> Result {
    var result = Result()
    result.cases = found.compactMap { found in found.isRight.map { (found.features, $0) } }
    for part in 0..<folds {
      var weights = JudgeWeights()
      weights.lines[.trust] = training.trustWeights(
        of: found.compactMap { other in
          other.fold == part ? nil : other.isRight.map { (other.features, $0) }
        }
      )
      let judge = Judge(weights)
      for other in found where other.fold == part {
        var observation = other.observation
        observation.confidence = Judge.rounded(judge.probability(.trust, other.features))
        result.observations.append(observation)
      }
    }
    return result
  }
}

extension FigureExample {
  /// The statement as a judge decides it, and what tells whether it is right.
  func observation(by judge: Judge) -> (Observation, FeatureList)? {
    let judged = judge.decide(
      features,
      isVetoed: !isStated,
      ruleKind: self.observation.kind,
      isUnitOpen: isUnitOpen,
      isWanted: false,
      indicators: { indicators },
      topics: { topics.map { ($0.topic, $0.features) } },
      periods: { kind in
        periods[Judge.kinds.firstIndex(of: kind) ?? 0].map { ($0.period, $0.features) }
      }
    )
    guard let judged, judged.topic != .ovrigt else { return nil }
    var observation = observation
    observation.take(judged, isVetoed: !isStated, change: change)
    var trust = FeatureList(named: true)
    judged.addTrust(to: &trust)
    trust.append(self.trust)
    observation.addTrust(to: &trust)
    return (observation, trust)
  }
}
