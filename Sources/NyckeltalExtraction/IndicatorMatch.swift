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
    /// The best, general ones apart, that a telling word of the sentence names.
    var ofField: IndicatorMatch?
    func consider(_ line: Line, _ index: Int) {
      guard let (score, isOwn, isStrong) = score(line, index, evidence) else { return }
      var total = score
      if hasFigure {
        guard let bonus = unitBonus(line, unit, isChange: isChange) else { return }
        total += bonus
      }
      if total > (best?.score ?? 0) {
        best = IndicatorMatch(entry: line.entry, score: total, isOwn: isOwn, isStrong: isStrong)
      }
      if isOwn, isStrong, line.isTelling, total > (ofField?.score ?? 0) {
        ofField = IndicatorMatch(entry: line.entry, score: total, isOwn: isOwn, isStrong: isStrong)
      }
    }
    lines.withUnsafeBufferPointer { lines in
      for line in evidence.lines { consider(lines[line], line) }
      for line in topicLines where evidence.topics[lines[line].topic] > 0 {
        consider(lines[line], line)
      }
    }
    if let found = best, let ofField, entries[found.entry].isGeneral,
      ofField.score > found.score - Nearness.yielding
    {
      return ofField
    }
    return best
  }

  func score(
    _ line: Line,
    _ index: Int,
    _ evidence: Evidence
  ) -> (Double, Bool, Bool)? {
    // "deltagare" alone does not tell the job centres where the text is on something else
    let isDoubted =
      line.usesTopic && evidence.topics[line.topic] > 0 && !evidence.isStrong[line.topic]
      && evidence.namesField
    var sum = isDoubted ? -3.0 : 0.0
    var count = 0.0
    var bonus = 0.0
    var isOwn = false
    var isStrong = false
    let topic = line.topic
    for term in 0..<line.count {
      let isTopic = line.isTopic(term)
      let weight = isTopic ? evidence.topics[topic] : evidence.weight(line: index, term: term)
      if line.isNegative(term) {
        if weight > 0 { return nil }
        continue
      }
      if weight == 0 { return nil }
      if isTopic ? evidence.ownTopics[topic] > 0 : weight > Nearness.outside {
        isOwn = true
        if !line.isWeak(term) { isStrong = true }
      }
      count += 1
      let factor = line.isWeak(term) ? 0.5 : 1
      sum += weight * factor + (isTopic ? 0 : 0.8 * factor)
      bonus += Nearness.bonus(weight) * factor
    }
    // several terms say more than one, but each the less the farther it stands
    return (sum / count + bonus, isOwn, isStrong)
  }

  /// How well the unit fits; `nil` when figures of the indicator are never in it.
  func unitBonus(
    _ line: Line,
    _ unit: FigureUnit?,
    isChange: Bool
  ) -> Double? {
    guard let own = line.unit else { return nil }
    guard let unit else { return own == .sek || own == .percent ? nil : 0 }
    // what changes by so many percent is rather an amount than a share
    if isChange, unit == .percent { return own == .percent ? 0.3 : 0.6 }
    if unit == own { return 1.5 }
    if line.isStated(in: unit) { return 1 }
    if isChange, unit == .percentagePoints, own == .percent { return 1.5 }
    return nil
  }
}
