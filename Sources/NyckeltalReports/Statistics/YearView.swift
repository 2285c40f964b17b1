public import NyckeltalModel

/// A year of one series: its tertials, the year as it was reported, and the year that the tertials
/// add up to.
public struct YearView: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The outcomes of the tertials, by number; a later document goes before an earlier one.
  public var tertials: [Int: Fact]
  /// The reported outcome of the whole year.
  public var reported: Fact?
  /// The sum of the three tertials; `nil` unless all are there and the indicator adds up.
  public var sum: Measure?

  /// Views the outcomes of a year.
  ///
  /// - Parameters:
  ///   - outcomes: Outcomes of one series, in comparable units.
  ///   - year: The year.
  ///   - addsUp: Whether the catalogue says that tertials add up to the year.
  public init(_ outcomes: [Fact], year: Int, addsUp: Bool) {
    self.year = year
    tertials = [:]
    for number in 1...3 {
      let period = Period.tertial(number, year: year)
      tertials[number] = Fact.clear(outcomes.filter { $0.period == period })
    }
    reported = Fact.clear(outcomes.filter { $0.period == .year(year) })
    self.addsUp = addsUp
    sum = addsUp ? Self.sum((1...3).map { tertials[$0]?.measure }) : nil
  }

  private var addsUp: Bool

  /// The sum of the tertials up to one; `nil` unless all are there and the indicator adds up.
  public func sum(through tertial: Int) -> Measure? {
    guard addsUp, (1...3).contains(tertial) else { return nil }
    return Self.sum((1...tertial).map { tertials[$0]?.measure })
  }

  /// The sum of measures; `nil` where one is missing or is only a range.
  private static func sum(_ measures: [Measure?]) -> Measure? {
    let known = measures.compactMap(\.self)
    let values = known.compactMap(\.value)
    guard values.count == measures.count, let first = known.first, first.unit?.canAddUp != false,
      known.allSatisfy({ FigureUnit.areComparable($0.unit, first.unit) })
    else { return nil }
    // Exact figures give an exact sum; three times "at least" is at least; all else is about.
    let qualifiers = Set(known.map(\.qualifier))
    let qualifier = qualifiers.count == 1 ? first.qualifier : .about
    return Measure(value: values.reduce(0, +), qualifier: qualifier, unit: first.unit)
  }

  /// The latest of the tertials.
  public var latestTertial: Fact? { tertials.max { $0.key < $1.key }?.value }
}
