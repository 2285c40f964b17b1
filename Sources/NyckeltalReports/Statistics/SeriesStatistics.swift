public import NyckeltalModel

/// What a series of figures says as a whole: its mean, its change a year, its best and worst.
///
/// Like is set beside like: the figures of whole years or, where there are fewer than two, those of
/// the same part of each year.
public struct SeriesStatistics: Sendable, Hashable {
  /// One figure of the series.
  public struct Point: Sendable, Hashable {
    /// The fact that states it.
    public var fact: Fact
    /// The period.
    public var period: Period
    /// The figure in the base unit.
    public var value: Double
  }

  /// The figures, earlier ones first; at least one.
  public var points: [Point]
  /// The mean of the figures.
  public var mean: Double
  /// The change from the first figure to the last, divided by the years between them; `nil` for one.
  public var changePerYear: Double?
  /// The last figure where that of the base year is 100; `nil` where that is missing or not above 0.
  public var index: Double?
  /// The best of the figures; `nil` where no way is good, or all are the same.
  public var best: Point?
  /// The worst of the figures; `nil` where no way is good, or all are the same.
  public var worst: Point?

  /// Reads a series; `nil` where it has no figure that stands for its period.
  ///
  /// - Parameters:
  ///   - outcomes: The outcomes of one line in comparable units.
  ///   - direction: Which way is good.
  ///   - baseYear: The year whose figure is 100; `nil` for the first.
  public init?(_ outcomes: [Fact], direction: Indicator.GoodDirection, baseYear: Int? = nil) {
    let points = Self.alike(Self.points(outcomes))
    guard let first = points.first, let last = points.last else { return nil }
    self.points = points
    mean = points.map(\.value).reduce(0, +) / Double(points.count)
    let years = last.period.lastYear - first.period.lastYear
    changePerYear = years > 0 ? (last.value - first.value) / Double(years) : nil
    let base = baseYear.map { year in points.first { $0.period.lastYear == year } } ?? first
    index = base.flatMap { $0.value > 0 ? last.value / $0.value * 100 : nil }
    let highest = points.max { $0.value < $1.value }
    let lowest = points.min { $0.value < $1.value }
    let isFlat = highest?.value == lowest?.value
    switch direction {
    case .higher where !isFlat: (best, worst) = (highest, lowest)
    case .lower where !isFlat: (best, worst) = (lowest, highest)
    default: (best, worst) = (nil, nil)
    }
  }

  /// The figure that stands for each period, where one does; earlier periods first.
  static func points(_ outcomes: [Fact]) -> [Point] {
    var order: [Period] = []
    var known: [Period: [Fact]] = [:]
    for fact in outcomes {
      guard let period = fact.period else { continue }
      if known[period] == nil { order.append(period) }
      known[period, default: []].append(fact)
    }
    return order.sorted { ($0.lastDay, $1.firstDay) < ($1.lastDay, $0.firstDay) }
      .compactMap { period in
        guard let fact = Fact.clear(known[period] ?? []), !fact.isRoughShare,
          let value = fact.measure?.value
        else { return nil }
        return Point(fact: fact, period: period, value: value)
      }
  }

  /// Those of whole years, else those of the part of the year that most years have.
  private static func alike(_ points: [Point]) -> [Point] {
    let years = points.filter(\.period.isWholeYear)
    if years.count > 1 { return years }
    var best = years
    for point in points {
      let same = points.filter { Period.areAlike($0.period, point.period) }
      if same.count > best.count { best = same }
    }
    return best
  }
}
