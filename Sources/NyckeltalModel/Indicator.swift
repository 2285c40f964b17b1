/// Something that is followed up: what a figure measures, in what unit, and which way is good.
public struct Indicator: Sendable, Hashable, Codable, Identifiable {
  /// Which development of the indicator is an improvement.
  public enum GoodDirection: String, Sendable, Codable, CaseIterable {
    /// Higher is better (share to work).
    case higher
    /// Lower is better (sick leave).
    case lower
    /// Neither is better by itself (number of applicants).
    case neither
  }

  /// Stable identifier, `topic.name` in ASCII: `sommarjobb.sokande`.
  public var id: String
  /// The field that the indicator belongs to.
  public var topic: Topic
  /// The name in Swedish, as reports show it.
  public var swedishName: String
  /// The name in English.
  public var englishName: String
  /// The unit of its figures; `nil` for an indicator that is only assessed.
  public var unit: FigureUnit?
  /// Which way is good.
  public var goodDirection: GoodDirection
  /// Whether the figures of a year's tertials add up to the year's.
  public var addsUp: Bool
  /// What exactly is counted, in Swedish.
  public var definition: String?

  /// Who defines it so, in Swedish: an authority's statistics, or the committee itself.
  public var definitionSource: String?

  /// Makes an indicator from its parts.
  public init(
    id: String,
    topic: Topic,
    swedishName: String,
    englishName: String,
    unit: FigureUnit? = nil,
    goodDirection: GoodDirection = .neither,
    addsUp: Bool = false,
    definition: String? = nil
  ) {
    self.id = id
    self.topic = topic
    self.swedishName = swedishName
    self.englishName = englishName
    self.unit = unit
    self.goodDirection = goodDirection
    self.addsUp = addsUp
    self.definition = definition
  }
}
