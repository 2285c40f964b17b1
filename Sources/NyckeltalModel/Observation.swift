/// One statement in a document about one indicator or topic, with the exact place it was read from.
///
/// The fields and their names are the contract between extraction, reports and users: see
/// ``jsonLine`` for the exported shape.
///
/// ## Topics
/// ### What is stated
/// - ``kind``
/// - ``indicator``
/// - ``measure``
/// - ``period``
/// ### Why and where
/// - ``rules``
/// - ``confidence``
/// - ``source``
/// - ``correction``
/// - ``verified``
public struct Observation: Sendable, Hashable, Codable, Identifiable {
  /// Stable identifier: the same document content, range, kind and indicator give the same id.
  public var id: String
  /// What the statement is: an outcome, a target and so on.
  public var kind: ObservationKind
  /// The indicator's id in the catalogue; `nil` when none fits.
  public var indicator: String?
  /// The field that the statement belongs to.
  public var topic: Topic
  /// The number in the base unit; `nil` for a range, a trend, an assessment or a request.
  public var value: Double?
  /// The lower bound of a stated range.
  public var lower: Double?
  /// The upper bound of a stated range.
  public var upper: Double?
  /// How exactly the figure is stated.
  public var qualifier: Qualifier
  /// The unit; `nil` where there is neither value nor bounds.
  public var unit: FigureUnit?
  /// The period that the statement is about; `nil` when the text does not say.
  public var period: Period?
  /// The period that a change or a trend is measured against.
  public var comparedWith: Period?
  /// Which way a change or a trend goes.
  public var direction: Direction?
  /// How far a target is judged to be met.
  public var assessment: Assessment?
  /// The population, as the text says it ("utrikesfödda kvinnor").
  public var group: String?
  /// The probability that every claimed field is right, 0...1.
  public var confidence: Double
  /// What the text itself calls what is counted: its noun phrase; in a table the row's label and
  /// the column's heading.
  public var label: String?
  /// The municipality and the committee whose document it is, from its head.
  public var body: String?
  /// What else the figure is about, as the text says it ("riket", "länet"); `nil` where it is the
  /// body's own.
  public var about: String?
  /// The names of the rules that produced the reading, in order.
  public var rules: [String]
  /// The id of the first observation in the document that states the same fact.
  public var repeats: String?
  /// Where it was read, and who states it.
  public var source: Source
  /// What was changed by hand; `nil` for what stands as it was read.
  public var correction: Correction?
  /// The day on which somebody checked it against its source and vouched for it, ISO 8601; `nil`
  /// for what nobody has.
  public var verified: String?

  /// Makes an observation from its parts.
  @inlinable
  public init(
    id: String,
    kind: ObservationKind,
    indicator: String?,
    topic: Topic,
    measure: Measure? = nil,
    period: Period? = nil,
    comparedWith: Period? = nil,
    direction: Direction? = nil,
    assessment: Assessment? = nil,
    group: String? = nil,
    confidence: Double = 1,
    label: String? = nil,
    body: String? = nil,
    about: String? = nil,
    rules: [String] = [],
    repeats: String? = nil,
    source: Source,
    correction: Correction? = nil,
    verified: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.indicator = indicator
    self.topic = topic
    self.value = measure?.value
    self.lower = measure?.lower
    self.upper = measure?.upper
    self.qualifier = measure?.qualifier ?? .exact
    self.unit = measure?.unit
    self.period = period
    self.comparedWith = comparedWith
    self.direction = direction
    self.assessment = assessment
    self.group = group
    self.confidence = confidence
    self.label = label
    self.body = body
    self.about = about
    self.rules = rules
    self.repeats = repeats
    self.source = source
    self.correction = correction
    self.verified = verified
  }

  /// Whether somebody checked it against its source and vouched for it.
  public var isVerified: Bool { verified != nil }

  /// The figure; `nil` where the statement has neither a value nor bounds.
  public var measure: Measure? {
    if value == nil, lower == nil, upper == nil { return nil }
    return Measure(value: value, lower: lower, upper: upper, qualifier: qualifier, unit: unit)
  }
}
