public import NyckeltalModel

/// How an outcome stands against its target.
public struct TargetAchievement: Sendable, Hashable {
  /// Where the outcome stands.
  public enum State: Sendable, Hashable {
    /// The target is reached.
    case reached
    /// The outcome is on the wrong side of the target.
    case notReached
    /// The outcome is below, and the period that the target is for is not over.
    case belowSoFar
    /// The outcome is within what it may at most become, and the period is not over.
    case withinSoFar
    /// The outcome is of a part of the target's period that cannot be held against all of it.
    case otherPart
    /// The figures are of so different sizes that they count different things.
    case otherMeasure
    /// The figures are not exact enough to tell.
    case uncertain
    /// No outcome is stated.
    case outcomeMissing
    /// No target is stated.
    case targetMissing
  }

  /// Whether more is better, for this target.
  public enum Aim: Sendable, Hashable {
    /// The outcome should reach the target.
    case atLeast
    /// The outcome should not pass the target.
    case atMost
  }

  /// Where the outcome stands.
  public var state: State
  /// Which side of the target is the right one.
  public var aim: Aim
  /// Whether the outcome is of a part of the target's period.
  public var isSoFar = false
  /// Whether the parts of the period add up.
  public var grows = false
  /// The share of the target that is achieved, 1.03 for 103 %; `nil` where it cannot be told.
  public var share: Double?

  /// Measures an outcome against a target.
  ///
  /// - Parameters:
  ///   - target: The target's figure, and the period it is for.
  ///   - outcome: The outcome's figure, and the period it is from.
  ///   - direction: Which way is good; the target's own "minst" or "högst" goes before it.
  ///   - addsUp: Whether the figures of parts of a year add up to the year's.
  public init(
    target: (measure: Measure, period: Period?)?,
    outcome: (measure: Measure, period: Period?)?,
    direction: Indicator.GoodDirection,
    addsUp: Bool
  ) {
    aim = Self.aim(target?.measure.qualifier ?? .exact, direction)
    guard let target, let goal = target.measure.value ?? target.measure.lower else {
      state = .targetMissing
      return
    }
    guard let outcome, FigureUnit.areComparable(target.measure.unit, outcome.measure.unit),
      let bounds = FigureBounds(outcome.measure)
    else {
      state = .outcomeMissing
      return
    }
    let isPartial = Self.isPart(outcome.period, of: target.period)
    let grows = addsUp && outcome.measure.unit?.canAddUp != false
    isSoFar = isPartial
    self.grows = grows
    let isLevel = outcome.measure.unit?.canAddUp == false
    // The months from May on are not held against a year, unless they reach its target alone.
    if isPartial, !isLevel, outcome.period?.firstDay != target.period?.firstDay {
      guard grows, aim == .atLeast, bounds.lower >= goal else {
        state = .otherPart
        return
      }
    }
    // What is several times the target, or next to nothing of it, is about something else.
    if let value = outcome.measure.value, goal > 0, goal >= 20 || value >= 20,
      value > goal * 3 || !isPartial && value * 5 < goal && value >= 0
    {
      state = .otherMeasure
      return
    }
    if let value = outcome.measure.value {
      let (part, whole) = aim == .atLeast ? (value, goal) : (goal, value)
      share = whole > 0 && part >= 0 ? part / whole : nil
    }
    // A target of "cirka 400" is not missed by what "cirka 400" can mean.
    let slack =
      target.measure.qualifier == .about ? FigureBounds.lastPlace(of: goal) / 2 : 0
    switch aim {
    case .atLeast:
      if bounds.lower >= goal {
        state = .reached
      } else if bounds.upper < goal - slack {
        state =
          isPartial && (grows || outcome.measure.unit?.isCount == true) ? .belowSoFar : .notReached
      } else {
        state = .uncertain
      }
    case .atMost:
      if bounds.lower > goal + slack {
        state = .notReached
      } else if isPartial, grows {
        // What still grows is not within the target before the year is over.
        (state, share) = (.withinSoFar, nil)
      } else if bounds.upper <= goal {
        state = .reached
      } else {
        state = .uncertain
      }
    }
  }

  private static func aim(_ qualifier: Qualifier, _ direction: Indicator.GoodDirection) -> Aim {
    switch qualifier {
    case .atLeast, .moreThan: .atLeast
    case .atMost, .lessThan: .atMost
    case .exact, .about, .almost: direction == .lower ? .atMost : .atLeast
    }
  }

  private static func isPart(_ part: Period?, of whole: Period?) -> Bool {
    guard let part, let whole else { return false }
    return whole.contains(part) && part.lastDay < whole.lastDay
  }
}
