/// A correction by hand of what was read, with the reason for it and what stood there before.
///
/// The observation that carries it has the corrected values in its own fields. A correction lies in
/// memory of its own: nearly all observations have none, and they should not grow for it.
///
/// ## Topics
/// - ``note``
/// - ``isRejected``
/// - ``original``
public struct Correction: Sendable {
  /// The fields of an observation that can be corrected, as they were read from the text.
  public struct Original: Sendable, Hashable, Codable {
    /// The kind.
    public var kind: ObservationKind
    /// The indicator's id.
    public var indicator: String?
    /// The topic.
    public var topic: Topic
    /// The value in the base unit.
    public var value: Double?
    /// The lower bound.
    public var lower: Double?
    /// The upper bound.
    public var upper: Double?
    /// The unit.
    public var unit: FigureUnit?
    /// The period.
    public var period: Period?
    /// How exactly the figure is stated; `nil` in what was noted before this was.
    public var qualifier: Qualifier?
    /// The period that a change or a trend is measured against.
    public var comparedWith: Period?
    /// Which way a change or a trend goes.
    public var direction: Direction?
    /// How far a target is judged to be met.
    public var assessment: Assessment?
    /// The population.
    public var group: String?
    /// What the text calls what is counted.
    public var label: String?
    /// What else the figure is about.
    public var about: String?

    /// Takes what an observation holds now.
    public init(_ observation: Observation) {
      kind = observation.kind
      indicator = observation.indicator
      topic = observation.topic
      value = observation.value
      lower = observation.lower
      upper = observation.upper
      unit = observation.unit
      period = observation.period
      qualifier = observation.qualifier
      comparedWith = observation.comparedWith
      direction = observation.direction
      assessment = observation.assessment
      group = observation.group
      label = observation.label
      about = observation.about
    }
  }

  private struct Content: Hashable, Codable {
    var note: String
    var date: String
    var rejected: Bool
    var original: Original
  }

  private final class Storage: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private let storage: Storage

  /// Makes a correction.
  ///
  /// - Parameters:
  ///   - note: Why it was made, in the words of who made it.
  ///   - date: The day on which it was made, ISO 8601.
  ///   - isRejected: Whether the observation is no figure at all and stands in no report.
  ///   - original: What was read from the text.
  public init(note: String, date: String, isRejected: Bool = false, original: Original) {
    storage = Storage(
      Content(note: note, date: date, rejected: isRejected, original: original)
    )
  }

  /// Why it was made, in the words of who made it.
  public var note: String { storage.content.note }
  /// The day on which it was made, ISO 8601.
  public var date: String { storage.content.date }
  /// Whether the observation is no figure at all and stands in no report.
  public var isRejected: Bool { storage.content.rejected }
  /// What was read from the text.
  public var original: Original { storage.content.original }
}

extension Observation {
  /// Puts what another reading claims in the place of what this one does.
  public mutating func claim(_ reading: Correction.Original) {
    kind = reading.kind
    indicator = reading.indicator
    topic = reading.topic
    value = reading.value
    lower = reading.lower
    upper = reading.upper
    unit = reading.unit
    period = reading.period
    qualifier = reading.qualifier ?? qualifier
    comparedWith = reading.comparedWith
    direction = reading.direction
    assessment = reading.assessment
    group = reading.group
    label = reading.label
    about = reading.about
  }
}

extension Correction: Hashable {
  /// Compares what the corrections say.
  public static func == (left: Correction, right: Correction) -> Bool {
    left.storage === right.storage || left.storage.content == right.storage.content
  }

  /// Hashes what the correction says.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.content) }
}

extension Correction: Codable {
  /// Reads `note`, `date`, `rejected` and `original`.
  ///
  /// - Throws: `DecodingError` when one is missing or is not what it should be.
  public init(from decoder: any Decoder) throws {
    storage = Storage(try Content(from: decoder))
  }

  /// Writes `note`, `date`, `rejected` and `original`.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws { try storage.content.encode(to: encoder) }
}

extension Correction {
  func write(to json: inout JSONText) {
    json.beginObject("correction")
    json.string(note, "note")
    json.string(date, "date")
    json.boolean(isRejected, "rejected")
    json.beginObject("original")
    json.name(original.kind.name, "kind")
    json.string(original.indicator, "indicator")
    json.string(original.topic.rawValue, "topic")
    json.number(original.value, "value")
    json.number(original.lower, "lower")
    json.number(original.upper, "upper")
    json.name(original.unit?.name, "unit")
    json.period(original.period, "period")
    json.name(original.qualifier?.name, "qualifier")
    json.period(original.comparedWith, "comparedWith")
    json.name(original.direction?.name, "direction")
    json.string(original.assessment?.rawValue, "assessment")
    json.string(original.group, "group")
    json.string(original.label, "label")
    json.string(original.about, "about")
    json.endObject()
    json.endObject()
  }
}
