import NyckeltalModel

/// What a stated figure can mean, from the least to the most.
struct FigureBounds: Sendable, Hashable {
  var lower: Double
  var upper: Double

  /// Reads the bounds out of the figure and its qualifier.
  ///
  /// "cirka" means within half of the last digit that was not rounded away: ≈ 6 900 is 6 850–6 950;
  /// "drygt" and "nästan" mean within the whole of it, or another digit would have been said.
  init?(_ measure: Measure) {
    guard let value = measure.value else {
      guard measure.lower != nil || measure.upper != nil else { return nil }
      lower = measure.lower ?? -.infinity
      upper = measure.upper ?? .infinity
      return
    }
    let step = Self.lastPlace(of: value)
    switch measure.qualifier {
    case .exact: (lower, upper) = (value, value)
    case .about: (lower, upper) = (value - step / 2, value + step / 2)
    case .almost: (lower, upper) = (value - step, value.nextDown)
    case .moreThan: (lower, upper) = (value.nextUp, value + step)
    case .lessThan: (lower, upper) = (value - step, value.nextDown)
    case .atLeast: (lower, upper) = (value, .infinity)
    case .atMost: (lower, upper) = (-.infinity, value)
    }
  }

  /// The place of the last digit that is not 0: 100 for 6 900, 0.1 for 60.6.
  static func lastPlace(of value: Double) -> Double {
    var place = 1.0
    if value != value.rounded() {
      for _ in 0..<4 where (value / place) != (value / place).rounded() { place /= 10 }
      return place
    }
    guard value != 0, value.magnitude < 1e15 else { return place }
    while value.truncatingRemainder(dividingBy: place * 10) == 0 { place *= 10 }
    return place
  }
}
