public import NyckeltalModel

/// Which observations are wanted; what is empty or `nil` asks for nothing.
///
/// Corrected observations are asked by what they are corrected to.
public struct ObservationFilter: Sendable, Hashable {
  /// What is wanted of the observations that were rejected by hand.
  public enum Rejected: Sendable, Hashable, CaseIterable {
    /// They are left out, as in reports.
    case without
    /// They come too.
    case with
    /// Nothing else comes.
    case only
  }

  /// What is wanted of the observations that somebody has vouched for.
  public enum Verified: Sendable, Hashable, CaseIterable {
    /// They come like the others.
    case with
    /// Nothing else comes.
    case only
    /// They are left out.
    case without
  }

  /// Any of these topics.
  public var topics: Set<Topic> = []
  /// Any of these indicators.
  public var indicators: Set<String> = []
  /// Any of these kinds.
  public var kinds: Set<ObservationKind> = []
  /// A period that lies in this one.
  public var period: Period?
  /// The source's name.
  public var document: String?
  /// The name or the party of somebody who states it; letter case does not matter.
  public var speaker: String?
  /// The body whose document it is; letter case does not matter.
  public var body: String?
  /// Only what is about the body itself: no figures of the country, the county or other towns.
  public var isOwn = false
  /// Only what was corrected by hand.
  public var isCorrected = false
  /// What is wanted of rejected ones.
  public var rejected = Rejected.without
  /// What is wanted of verified ones.
  public var verified = Verified.with

  /// Makes a filter that asks for everything but what was rejected.
  public init() {}

  /// Whether an observation is wanted.
  public func matches(_ observation: Observation) -> Bool {
    if !topics.isEmpty, !topics.contains(observation.topic) { return false }
    if !kinds.isEmpty, !kinds.contains(observation.kind) { return false }
    if !indicators.isEmpty {
      guard let indicator = observation.indicator, indicators.contains(indicator) else {
        return false
      }
    }
    if let period {
      guard let other = observation.period, period.contains(other) else { return false }
    }
    if let document, observation.source.document != document { return false }
    if let speaker {
      let wanted = speaker.lowercased()
      let isThere = observation.source.speakers.contains {
        $0.name.lowercased() == wanted || $0.party?.lowercased() == wanted
      }
      if !isThere { return false }
    }
    if let body, observation.body?.lowercased() != body.lowercased() { return false }
    if isOwn, observation.about != nil { return false }
    if isCorrected, observation.correction == nil { return false }
    if verified != .with, observation.isVerified != (verified == .only) { return false }
    switch rejected {
    case .without: return observation.correction?.isRejected != true
    case .with: return true
    case .only: return observation.correction?.isRejected == true
    }
  }

  /// A condition in SQL that everything wanted fulfils as it was read; it spares the reading of the
  /// rest of a document in which nothing is corrected.
  var condition: String {
    var parts: [String] = []
    func add(_ column: ObservationColumn, _ values: [String]) {
      if values.isEmpty { return }
      let list = values.sorted().map { "'\($0.replacing("'", with: "''"))'" }
      parts.append("\(column) IN (\(list.joined(separator: ", ")))")
    }
    add(.topic, topics.map(\.rawValue))
    add(.kind, kinds.map(\.rawValue))
    add(.indicator, Array(indicators))
    return parts.map { " AND \($0)" }.joined()
  }
}
