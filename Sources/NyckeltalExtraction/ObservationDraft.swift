import NyckeltalModel
import NyckeltalText

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
  /// What the text calls what is counted: a row's label and its column's heading.
  var label: String?
  /// What else the figure is about, where it is not the body's own.
  var about: String?
  var confidence = 0.5
  var rules: [String] = []
  /// What tells whether the statement is right.
  var trust = FeatureList()
  /// Where the figure stands in the cleaned text.
  var place: Int?
  /// Whether it is a part of a figure before it.
  var isPart = false
  /// Who states it, where it is not who speaks in the section.
  var speakers: [Speaker]?

  /// The statement with its source, its id, the id of the first that states the same, and whose
  /// document it is.
  func observation(
    _ source: Source,
    id: UInt64,
    repeats: UInt64?,
    body: String?
  ) -> Observation {
    Observation(
      id: StableHash.hexadecimal(id),
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
      label: label,
      body: body,
      about: about,
      rules: rules,
      repeats: repeats.map(StableHash.hexadecimal),
      source: source
    )
  }
}

/// A figure that is telling enough to be known again: "bakom genomsnittet på 52,5 procent".
struct KnownFigure: Hashable {
  var value: Double
  var unit: FigureUnit?

  /// Makes a figure; `nil` for small round numbers, which many things share.
  init?(_ value: Double, _ unit: FigureUnit?) {
    guard
      value > 100 && value.truncatingRemainder(dividingBy: 50) != 0
        || value != value.rounded()
    else { return nil }
    self.value = value
    self.unit = unit
  }
}
