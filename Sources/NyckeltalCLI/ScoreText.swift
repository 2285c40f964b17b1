import Nyckeltal

/// A score in words, as `evaluate` and `train` print it.
enum ScoreText {
  static func text(_ score: GoldScore) -> String {
    var lines = [line("matched", score.matched), line("exact", score.exact), ""]
    for field in score.fields { lines.append(count(field.name, field.right, field.total)) }
    lines += ["", "trust"]
    lines.append(trust("all", score.trust))
    for (low, high) in [(0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)] {
      let share = score.trust(low..<high)
      if share.count > 0 { lines.append(trust("confidence \(decimals(low))", share)) }
    }
    lines.append(trust("sure", score.trust(GoldScore.sure..<1.01)))
    lines.append("  calibration error \(decimals(score.calibrationError))")
    return lines.joined(separator: "\n") + "\n"
  }

  static func count(_ name: String, _ right: Int, _ total: Int) -> String {
    "  \(name) \(right)/\(total)"
  }

  private static func trust(_ name: String, _ trust: Trust) -> String {
    "  \(name): \(trust.count) observations, \(trust.right) right, \(trust.weak) weak, "
      + "\(trust.wrong) false (\(Int(trust.falsePerHundred.rounded())) per 100)"
  }

  private static func line(_ name: String, _ rate: GoldScore.Rate) -> String {
    "\(name)  F1 \(decimals(rate.f1))  precision \(decimals(rate.precision)) "
      + "(\(rate.hits)/\(rate.judged))  recall \(decimals(rate.recall)) "
      + "(\(rate.hits)/\(rate.required))"
  }

  /// Three decimals, whatever the locale.
  private static func decimals(_ share: Double) -> String {
    let thousandths = String(Int((share * 1000).rounded()))
    let padded = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    return "\(padded.dropLast(3)).\(padded.suffix(3))"
  }
}
