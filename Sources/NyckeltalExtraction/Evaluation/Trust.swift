import NyckeltalModel

/// What an observation came to when it was compared with gold records.
public struct Verdict: Sendable, Hashable {
  /// The three ways in which it can come out.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Every judged field is right.
    case right
    /// A field is absent that the text answers.
    case weak
    /// It is in no record, or a field claims what the text does not say.
    case wrong = "false"
  }

  /// How it came out.
  public let outcome: Outcome
  /// The confidence that the observation had.
  public let confidence: Double
  /// Its place among the observations that were compared.
  let index: Int
}

/// How far observations can be trusted.
public struct Trust: Sendable, Hashable {
  /// How many there are.
  public let count: Int
  /// How many are right.
  public let right: Int
  /// How many are weak.
  public let weak: Int
  /// How many are false.
  public let wrong: Int

  /// False ones per hundred.
  public var falsePerHundred: Double { count == 0 ? 0 : 100 * Double(wrong) / Double(count) }

  init(_ verdicts: [Verdict]) {
    count = verdicts.count
    right = verdicts.count { $0.outcome == .right }
    weak = verdicts.count { $0.outcome == .weak }
    wrong = verdicts.count { $0.outcome == .wrong }
  }
}

extension GoldScore {
  /// The confidence from which an observation counts as sure.
  public static let sure = 0.8

  /// How far all observations can be trusted.
  public var trust: Trust { Trust(verdicts) }

  /// How far those can be trusted that claim a confidence in a range.
  public func trust(_ confidences: Range<Double>) -> Trust {
    Trust(verdicts.filter { confidences.contains($0.confidence) })
  }

  /// How much confidence and the share that is right differ, in ten steps of confidence.
  public var calibrationError: Double {
    if verdicts.isEmpty { return 0 }
    var sums = [Double](repeating: 0, count: 10)
    for verdict in verdicts {
      let step = Int(min(verdict.confidence, 0.999) * 10)
      sums[step] += (verdict.outcome == .right ? 1 : 0) - verdict.confidence
    }
    return sums.reduce(0) { $0 + abs($1) } / Double(verdicts.count)
  }
}
