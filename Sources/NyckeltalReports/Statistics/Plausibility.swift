import NyckeltalModel

/// Finds numbers that are so far from the others of their indicator that they count something else: a
/// part of it, or nothing of the kind.
struct Plausibility {
  /// What the numbers of each indicator are usually like: three of four are not above it.
  private var usual: [Key: Double] = [:]

  /// A number this many times the usual, or this small a part of it, is something else.
  private static let reach = 20.0
  private static let reachOfShares = 5.0
  /// With fewer numbers there is nothing to tell by.
  private static let least = 4

  private struct Key: Hashable {
    var indicator: String
    var body: String?
    var kind: ObservationKind
    var unit: FigureUnit

    init?(_ fact: Fact) {
      guard let indicator = fact.indicator, let unit = fact.measure?.unit, fact.about == nil,
        unit.isCount || unit == .sek || unit == .percent,
        fact.kind == .outcome || fact.kind == .budget
      else { return nil }
      self.indicator = indicator
      body = fact.body
      kind = fact.kind
      self.unit = unit.family
    }
  }

  init(_ facts: [Fact]) {
    var numbers: [Key: [Double]] = [:]
    for fact in facts
    where !fact.isSpoken && PopulationGroup.key(fact.group, topic: fact.topic) == nil {
      guard let key = Key(fact), let value = fact.measure?.value else { continue }
      numbers[key, default: []].append(value)
    }
    for (key, values) in numbers where values.count >= Self.least && values.allSatisfy({ $0 > 0 }) {
      // Where parts are called as the whole, most of the numbers may be parts.
      usual[key] = values.sorted()[values.count * 3 / 4]
    }
  }

  /// Whether a figure can be what its indicator counts for everyone.
  func isPlausible(_ fact: Fact) -> Bool {
    guard PopulationGroup.key(fact.group, topic: fact.topic) == nil, let key = Key(fact),
      let typical = usual[key], let value = fact.measure?.value, value > 0
    else { return true }
    let reach = key.unit == .percent ? Self.reachOfShares : Self.reach
    return value * reach >= typical && value <= typical * reach
  }
}
