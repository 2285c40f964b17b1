public import NyckeltalModel

/// Which figures a report of series is about.
public struct SeriesScope: Sendable, Hashable {
  /// Only this topic; `nil` for all.
  public var topic: Topic?
  /// Only this indicator; `nil` for all.
  public var indicator: String?
  /// The first year; `nil` from the beginning.
  public var firstYear: Int?
  /// The last year; `nil` to the end.
  public var lastYear: Int?
  /// The year whose figure is index 100; `nil` for the first of each series.
  public var baseYear: Int?

  /// Makes a scope.
  public init(
    topic: Topic? = nil,
    indicator: String? = nil,
    firstYear: Int? = nil,
    lastYear: Int? = nil,
    baseYear: Int? = nil
  ) {
    self.topic = topic
    self.indicator = indicator
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.baseYear = baseYear
  }

  /// Whether an observation belongs to the series.
  func includes(_ observation: Observation) -> Bool {
    guard let period = observation.period, observation.indicator != nil else { return false }
    if let topic, observation.topic != topic { return false }
    if let indicator, observation.indicator != indicator { return false }
    return period.lastYear >= firstYear ?? .min && period.lastYear <= lastYear ?? .max
  }
}
