public import NyckeltalModel
public import NyckeltalText

/// A document with what was read from it, for somebody to check.
public struct ReviewDocument: Sendable {
  /// A part of the document, and what an observation that is added there has for its source.
  public struct Place: Sendable {
    /// Where it begins, in ``CleanText/bytes``.
    public var start: Int
    /// Item, section and speakers of what stands there.
    public var source: Source

    /// Makes a place.
    public init(start: Int, source: Source) {
      self.start = start
      self.source = source
    }
  }

  /// The file's name.
  public var name: String
  /// What the document is known by in a store.
  public var content: String
  /// The document's text; `nil` where it is not at hand, and only quotes are shown.
  public var source: SourceText?
  /// What was read from it, in its order.
  public var items: [ReviewItem]
  /// What gave no observation because its digits cannot be read with certainty, as ranges of the
  /// file's bytes.
  public var uncertain: [Range<Int>]
  /// The document's parts, in order.
  public var places: [Place]
  /// The municipality and committee whose document it is.
  public var body: String?

  /// Makes a document.
  public init(
    name: String,
    content: String,
    source: SourceText?,
    items: [ReviewItem],
    uncertain: [Range<Int>] = [],
    places: [Place] = [],
    body: String? = nil
  ) {
    self.name = name
    self.content = content
    self.source = source
    self.items = items
    self.uncertain = uncertain
    self.places = places
    self.body = body
  }
}

/// An observation with what tells why it says what it says.
public struct ReviewItem: Sendable {
  /// Another reading that was weighed.
  public struct Candidate: Sendable, Hashable {
    /// What it is a reading of: `indicator`, `period` and so on.
    public var field: String
    /// What it would say.
    public var value: String
    /// Its probability, 0...1.
    public var confidence: Double

    /// Makes a candidate.
    public init(field: String, value: String, confidence: Double) {
      self.field = field
      self.value = value
      self.confidence = confidence
    }
  }

  /// The observation as it stands.
  public var observation: Observation
  /// The sentence or the row that holds the figure.
  public var sentence: String?
  /// The words that told the indicator or the topic.
  public var cues: [String]
  /// The readings that were weighed.
  public var candidates: [Candidate]
  /// Whether it was read but left out of what is exported, because it belongs to no topic.
  public var isLeftOut: Bool

  /// Makes an item.
  public init(
    _ observation: Observation,
    sentence: String? = nil,
    cues: [String] = [],
    candidates: [Candidate] = [],
    isLeftOut: Bool = false
  ) {
    self.observation = observation
    self.sentence = sentence
    self.cues = cues
    self.candidates = candidates
    self.isLeftOut = isLeftOut
  }
}
