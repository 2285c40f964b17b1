import NyckeltalModel
import NyckeltalText

/// What makes two statements one fact: a figure's meaning, or a question's words.
///
/// It is kept as two hashes of 64 bits that have nothing in common, so that a document's facts take
/// little memory and two of them are still not mistaken for one another.
struct Fact: Hashable {
  private let first: UInt64
  private let second: Int

  init(_ observation: Observation) {
    first = Self.stableHash(of: observation)
    var hasher = Hasher()
    hasher.combine(observation.kind)
    hasher.combine(observation.indicator)
    hasher.combine(observation.topic)
    hasher.combine(observation.measure)
    hasher.combine(observation.period)
    hasher.combine(observation.direction)
    hasher.combine(observation.assessment)
    hasher.combine(observation.group)
    if Self.isOfWords(observation) { hasher.combine(observation.source.quote) }
    second = hasher.finalize()
  }

  private static func stableHash(of observation: Observation) -> UInt64 {
    var hash = StableHash.basis
    func mix(_ text: String?) {
      if let text { hash = StableHash.of(text.utf8, from: hash) }
      hash = StableHash.mix(hash, 0)
    }
    func mix(_ number: Double?) { mix(bits: number?.bitPattern ?? 1) }
    func mix(bits: UInt64) {
      let product = (hash ^ bits).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
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

  /// A question is the same when its words are, and what no indicator covers too.
  private static func isOfWords(_ observation: Observation) -> Bool {
    observation.kind == .request || observation.indicator == nil
  }
}
