import NyckeltalModel
import NyckeltalText

/// What makes two statements one fact: a figure's meaning, or a question's words.
enum FactHash {
  static func of(_ observation: Observation) -> UInt64 {
    var hash = StableHash.basis
    func mix(_ text: String?) {
      if let text { hash = StableHash.of(text.utf8, from: hash) }
      hash = StableHash.mix(hash, 0)
    }
    func mix(_ number: Double?) { mix(bits: number?.bitPattern ?? 1) }
    func mix(bits: UInt64) { hash = (hash ^ bits ^ bits >> 32) &* 0x9E37_79B9_7F4A_7C15 }
    mix(observation.kind.rawValue)
    mix(observation.indicator)
    mix(observation.value)
    mix(observation.lower)
    mix(observation.upper)
    mix(observation.group)
    if let period = observation.period {
      mix(bits: UInt64(truncatingIfNeeded: period.firstDay))
      mix(bits: UInt64(truncatingIfNeeded: period.lastDay))
    }
    mix(observation.direction?.rawValue)
    mix(observation.assessment?.rawValue)
    if isOfWords(observation) { mix(observation.source.quote) }
    return hash
  }

  static func isSame(_ first: Observation, _ second: Observation) -> Bool {
    first.kind == second.kind && first.indicator == second.indicator
      && first.topic == second.topic && first.measure == second.measure
      && first.period == second.period && first.direction == second.direction
      && first.assessment == second.assessment && first.group == second.group
      && isOfWords(first) == isOfWords(second)
      && (!isOfWords(first) || first.source.quote == second.source.quote)
  }

  /// A question is the same when its words are, and what no indicator covers too.
  private static func isOfWords(_ observation: Observation) -> Bool {
    observation.kind == .request || observation.indicator == nil
  }
}
