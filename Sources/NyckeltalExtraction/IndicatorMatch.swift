import NyckeltalModel

/// The indicator that the evidence speaks for.
struct IndicatorMatch {
  var entry: Int
  var score: Double
  /// Whether a word of the figure's own sentence names it.
  var isOwn: Bool
  /// Whether one of those words is telling, not just "personer" or "deltagare".
  var isStrong = true
}

extension CueTable {
  /// The best line of cues for a statement; `nil` when none is complete.
  ///
  /// The unit is `nil` for a statement without a figure; a change may be a share of an indicator
  /// that counts something.
  func bestMatch(
    _ evidence: Evidence,
    unit: FigureUnit?,
    hasFigure: Bool,
    isChange: Bool
  ) -> IndicatorMatch? {
    var best: IndicatorMatch?
    func consider(_ line: Int) {
      let entry = lines[line].entry
      guard let (score, isOwn, isStrong) = score(line, evidence) else { return }
      var total = score
      if hasFigure {
        guard let bonus = unitBonus(entries[entry], unit, isChange: isChange) else { return }
        total += bonus
      }
      if total > (best?.score ?? 0) {
        best = IndicatorMatch(entry: entry, score: total, isOwn: isOwn, isStrong: isStrong)
      }
    }
    for line in evidence.lines { consider(line) }
    for line in topicLines { consider(line) }
    return best
  }

  private func score(_ line: Int, _ evidence: Evidence) -> (Double, Bool, Bool)? {
    var sum = 0.0
    var count = 0.0
    var bonus = 0.0
    var isOwn = false
    var isStrong = false
    let topic = entries[lines[line].entry].indicator.topic.index
    for term in 0..<lines[line].count {
      let isTopic = lines[line].isTopic[term]
      let weight = isTopic ? evidence.topics[topic] : evidence.weight(line: line, term: term)
      if lines[line].isNegative[term] {
        if weight > 0 { return nil }
        continue
      }
      if weight == 0 { return nil }
      if isTopic ? evidence.ownTopics[topic] > 0 : weight > Nearness.heading {
        isOwn = true
        if !lines[line].isWeak[term] { isStrong = true }
      }
      count += 1
      let factor = lines[line].isWeak[term] ? 0.5 : 1
      sum += weight * factor + (isTopic ? 0 : 0.8 * factor)
      bonus += Nearness.bonus(weight) * factor
    }
    // several terms say more than one, but each the less the farther it stands
    return (sum / count + bonus, isOwn, isStrong)
  }

  /// How well the unit fits; `nil` when figures of the indicator are never in it.
  private func unitBonus(
    _ entry: Catalogue.Entry,
    _ unit: FigureUnit?,
    isChange: Bool
  ) -> Double? {
    guard let own = entry.indicator.unit else { return nil }
    guard let unit else { return own == .sek || own == .percent ? nil : 0 }
    // what changes by so many percent is rather an amount than a share
    if isChange, unit == .percent { return own == .percent ? 0.3 : 0.6 }
    if unit == own { return 1.5 }
    if entry.otherUnits.contains(unit) { return 0.6 }
    if isChange, unit == .percentagePoints, own == .percent { return 1.5 }
    return nil
  }
}
