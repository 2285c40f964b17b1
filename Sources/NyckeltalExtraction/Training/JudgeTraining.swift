import NyckeltalModel

/// Trains the judge's weights on annotated documents.
struct JudgeTraining {
  /// In how many decisions a feature must occur to be weighed.
  var leastCount = 3
  /// The smallest weight that is kept.
  var leastWeight: Float = 0.05
  var optimizer = Optimizer()

  /// The weights of all questions but whether an observation can be trusted.
  func weights(of documents: [LabelledDocument]) -> JudgeWeights {
    var weights = JudgeWeights()
    weights.lines[.statement] = train(documents, .statement, statements)
    weights.lines[.kind] = train(documents, .kind, kinds)
    weights.lines[.unit] = train(documents, .unit, units)
    weights.lines[.indicator] = train(documents, .indicator, indicators)
    weights.lines[.topic] = train(documents, .topic, topics)
    weights.lines[.period] = train(documents, .period, periods)
    return weights
  }

  /// The weights of the question whether an observation is right, from cases of which that is known.
  func trustWeights(of cases: [(features: FeatureList, isRight: Bool)]) -> [JudgeWeights.Line] {
    train(
      cases.map {
        Decision(candidates: [nil, $0.features], right: [$0.isRight ? 1 : 0], weight: 1)
      },
      .trust
    )
  }

  // MARK: Decisions

  /// A decision with its right answers; a candidate without features is what the others are
  /// weighed against.
  private struct Decision {
    var candidates: [FeatureList?]
    var right: Set<Int>
    var weight: Double
  }

  private typealias Labelled = (example: FigureExample, record: GoldRecord?, isOptional: Bool)

  private func train(
    _ documents: [LabelledDocument],
    _ head: JudgeHead,
    _ decision: (Labelled) -> Decision?
  ) -> [JudgeWeights.Line] {
    var decisions: [Decision] = []
    for document in documents {
      for (index, example) in document.figures.enumerated() {
        let labelled = (example, document.records[index], document.isOptional[index])
        guard let found = decision(labelled), !found.right.isEmpty else { continue }
        decisions.append(found)
      }
    }
    return train(decisions, head)
  }

  private func statements(_ labelled: Labelled) -> Decision? {
    if labelled.isOptional { return nil }
    return Decision(
      candidates: [nil, labelled.example.features],
      right: [labelled.record == nil ? 0 : 1],
      weight: 1
    )
  }

  private func kinds(_ labelled: Labelled) -> Decision? {
    guard let right = labelled.record?.right("kind") else { return nil }
    return Decision(
      candidates: Judge.kinds.map { _ in labelled.example.features },
      right: places(Judge.kinds.map(\.rawValue), right),
      weight: 1
    )
  }

  private func units(_ labelled: Labelled) -> Decision? {
    guard labelled.example.isUnitOpen, let right = labelled.record?.right("unit") else {
      return nil
    }
    return Decision(
      candidates: Judge.units.map { _ in labelled.example.features },
      right: places(Judge.units.map(\.rawValue), right),
      weight: 1
    )
  }

  private func indicators(_ labelled: Labelled) -> Decision? {
    decision(labelled, "indicator", labelled.example.indicators.map { ($0.value, $0.features) })
  }

  private func topics(_ labelled: Labelled) -> Decision? {
    guard let right = labelled.record?.right("topic") else { return nil }
    let topics = labelled.example.topics
    return Decision(
      candidates: topics.map(\.features),
      right: places(topics.map(\.topic.rawValue), right),
      weight: 1
    )
  }

  private func periods(_ labelled: Labelled) -> Decision? {
    guard let record = labelled.record else { return nil }
    let kind = labelled.example.kind(for: record)
    let periods = labelled.example.periods[kind]
    return decision(labelled, "period", periods.map { ($0.period?.description, $0.features) })
  }

  /// A decision between candidates of which one is "none"; none is right where no other is, which
  /// counts half: it is not what the text says, but claims nothing false.
  private func decision(
    _ labelled: Labelled,
    _ field: String,
    _ candidates: [(name: String?, features: FeatureList)]
  ) -> Decision? {
    guard let right = labelled.record?.right(field) else { return nil }
    let names = candidates.map(\.name)
    var found = places(names, right)
    var weight = 1.0
    if found.isEmpty {
      found = Set(names.indices.filter { names[$0] == nil })
      weight = 0.5
    }
    return Decision(candidates: candidates.map(\.features), right: found, weight: weight)
  }

  private func places(_ names: [String?], _ right: [String?]) -> Set<Int> {
    Set(names.indices.filter { right.contains(names[$0]) })
  }

  // MARK: Weights

  private func train(_ decisions: [Decision], _ head: JudgeHead) -> [JudgeWeights.Line] {
    var counts: [String: Int] = [:]
    for decision in decisions {
      for name in Set(decision.candidates.compactMap(\.self).flatMap(\.names)) {
        counts[name, default: 0] += 1
      }
    }
    let names = counts.filter { $0.value >= leastCount }.map(\.key).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let width = head.width
    let groups = decisions.map { decision in
      TrainingGroup(
        candidates: decision.candidates.enumerated().map { answer, list in
          var places: [Int32] = []
          for name in list?.names ?? [] {
            guard let number = numbers[name] else { continue }
            places.append(Int32(number * width + (width > 1 ? answer : 0)))
          }
          return places
        },
        right: decision.right,
        weight: decision.weight
      )
    }
    var optimizer = optimizer
    // periods have few features that each tell much, and are learnt too well otherwise
    if head == .period { optimizer.penalty *= 2 }
    let found = optimizer.weights(of: groups, count: names.count * width)
    return names.indices.compactMap { index in
      let values = (0..<width).map { Float(found[index * width + $0]) }
      guard values.contains(where: { abs($0) >= leastWeight }) else { return nil }
      return JudgeWeights.Line(feature: names[index], values: values)
    }
  }
}

extension FigureExample {
  /// The place of the kind that a record gives; the rules' own where several are right.
  func kind(for record: GoldRecord) -> Int {
    let right = record.right("kind") ?? []
    let names = Judge.kinds.map(\.rawValue)
    if right.contains(observation.kind.rawValue),
      let place = names.firstIndex(of: observation.kind.rawValue)
    {
      return place
    }
    return names.firstIndex { right.contains($0) } ?? 0
  }
}
