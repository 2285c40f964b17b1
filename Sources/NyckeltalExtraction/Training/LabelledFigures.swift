import NyckeltalModel

/// What a document offers for training, with what the annotator says of it.
struct LabelledDocument: Sendable {
  var name: String
  var figures: [FigureExample]
  /// For each figure the record that it states; `nil` where it states none.
  var records: [GoldRecord?]
  /// For each figure, whether finding it costs nothing either way.
  var isOptional: [Bool]
  var others: [(observation: Observation, trust: FeatureList)]
  var gold: [GoldRecord]

  init(_ name: String, _ recording: Recording, gold: [GoldRecord]) {
    self.name = name
    self.gold = gold
    figures = recording.figures
    others = recording.others
    records = Array(repeating: nil, count: figures.count)
    isOptional = Array(repeating: false, count: figures.count)
    pair()
    for (index, figure) in figures.enumerated() where records[index] == nil {
      isOptional[index] = gold.contains { $0.isOptional && $0.range.overlaps(figure.range) }
    }
  }

  /// One record for a figure, one figure for a record: the longest overlap first.
  private mutating func pair() {
    var pairs: [(isOptional: Bool, share: Double, record: Int, figure: Int)] = []
    for (place, record) in gold.enumerated() where record.mayBeFigure {
      for (index, figure) in figures.enumerated() {
        let shared =
          min(record.range.upperBound, figure.range.upperBound)
          - max(record.range.lowerBound, figure.range.lowerBound)
        guard shared > 0, record.states(figure.observation) else { continue }
        let share = Double(shared) / Double(record.range.count + 1)
        pairs.append((record.isOptional, share, place, index))
      }
    }
    pairs.sort {
      ($0.isOptional ? 1 : 0, -$0.share, $0.record, $0.figure)
        < ($1.isOptional ? 1 : 0, -$1.share, $1.record, $1.figure)
    }
    var taken: Set<Int> = []
    var used: Set<Int> = []
    for pair in pairs where !taken.contains(pair.record) && !used.contains(pair.figure) {
      taken.insert(pair.record)
      used.insert(pair.figure)
      if gold[pair.record].isOptional {
        isOptional[pair.figure] = true
      } else {
        records[pair.figure] = gold[pair.record]
      }
    }
  }
}

extension GoldRecord {
  /// Whether it may be a figure, not a trend, an assessment or a request.
  fileprivate var mayBeFigure: Bool {
    isOptional
      || (readings["kind"] ?? []).contains { name in
        name.flatMap(ObservationKind.init(rawValue:))?.isFigure ?? false
      }
  }

  /// Whether its numbers are those of an observation, but for the sign.
  fileprivate func states(_ observation: Observation) -> Bool {
    let found = [
      "value": observation.value, "lower": observation.lower, "upper": observation.upper,
    ]
    return numbers.allSatisfy { name, wanted in
      guard let wanted, let number = found[name] ?? nil else {
        return wanted == nil && (found[name] ?? nil) == nil
      }
      return abs(abs(wanted) - abs(number)) <= 1e-9 * max(1, abs(wanted))
    }
  }

  /// The readings of a field that are right; `nil` where it is not judged.
  func right(_ field: String) -> [String?]? { readings[field] }
}
