import NyckeltalModel

/// An indicator's figures for everyone, and for each group that figures are stated for.
public struct GroupBreakdown: Sendable, Hashable {
  /// The indicator's id.
  public var indicator: String
  /// The figures for everyone; `nil` where only groups have figures.
  public var total: IndicatorSeries?
  /// The figures of each group, in the order in which they are stated.
  public var groups: [IndicatorSeries]

  /// Breaks facts down by indicator and group; indicators without groups are left out.
  public static func breakDown(_ facts: [Fact]) -> [GroupBreakdown] {
    var order: [String] = []
    var found: [String: GroupBreakdown] = [:]
    for series in IndicatorSeries.arrange(facts) {
      guard let indicator = series.line.indicator else { continue }
      if found[indicator] == nil {
        order.append(indicator)
        found[indicator] = GroupBreakdown(indicator: indicator, total: nil, groups: [])
      }
      if series.line.group == nil {
        found[indicator]?.total = series
      } else {
        found[indicator]?.groups.append(series)
      }
    }
    return order.compactMap { found[$0] }.filter { !$0.groups.isEmpty }
  }
}
