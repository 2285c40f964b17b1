public import NyckeltalModel

/// The difference between two figures of the same kind, in the unit that a difference has.
public struct FigureDifference: Sendable, Hashable {
  /// The later figure minus the earlier, in the base unit.
  public var value: Double
  /// The unit: percentage points where the figures are percent, else that of the figures.
  public var unit: FigureUnit?
  /// `exact`, or `about` where one of the figures is not as exact as the other.
  public var qualifier: Qualifier
  /// The difference as a share of the earlier figure, 0.1 for 10 %; `nil` for shares, and where the
  /// figures pass zero.
  public var relative: Double?

  /// Compares two figures; `nil` where one of them is only a range, or their units do not compare.
  ///
  /// - Parameters:
  ///   - before: The earlier figure.
  ///   - after: The later figure.
  public init?(from before: Measure, to after: Measure) {
    guard let old = before.value, let new = after.value,
      FigureUnit.areComparable(before.unit, after.unit)
    else { return nil }
    value = new - old
    unit = before.unit == .percent ? .percentagePoints : before.unit
    qualifier = Self.qualifier(before.qualifier, after.qualifier)
    let isShare = before.unit == .percent || before.unit == .percentagePoints
    relative = isShare || old <= 0 || new < 0 ? nil : value / old
  }

  /// Two targets of "minst" differ by exactly what is between them.
  private static func qualifier(_ before: Qualifier, _ after: Qualifier) -> Qualifier {
    switch (before, after) {
    case (.exact, .exact), (.atLeast, .atLeast), (.atMost, .atMost): .exact
    default: .about
    }
  }

  /// Whether the later figure is better; `nil` where neither way is, or nothing has changed.
  public func isImprovement(_ direction: Indicator.GoodDirection) -> Bool? {
    guard value != 0 else { return nil }
    switch direction {
    case .higher: return value > 0
    case .lower: return value < 0
    case .neither: return nil
    }
  }
}
