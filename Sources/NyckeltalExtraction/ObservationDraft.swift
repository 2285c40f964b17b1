import NyckeltalModel

/// A statement before its source is known.
struct ObservationDraft {
  var kind: ObservationKind
  var indicator: String?
  var topic: Topic
  var measure: Measure?
  var period: Period?
  var comparedWith: Period?
  var direction: Direction?
  var assessment: Assessment?
  var group: String?
  var confidence = 0.5
  var rules: [String] = []
  /// Who states it, where it is not who speaks in the section.
  var speakers: [Speaker]?

  func observation(_ source: Source) -> Observation {
    Observation(
      id: "",
      kind: kind,
      indicator: indicator,
      topic: topic,
      measure: measure,
      period: period,
      comparedWith: comparedWith,
      direction: direction,
      assessment: assessment,
      group: group,
      confidence: (confidence * 100).rounded() / 100,
      rules: rules,
      source: source
    )
  }
}
