import NyckeltalModel

/// What makes two statements one fact: a figure's meaning, or a question's words.
///
/// It is kept as two hashes of 64 bits that have nothing in common, so that a document's facts take
/// little memory and two of them are still not mistaken for one another.
struct Fact: Hashable {
  private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var second: UInt64 = 0xD1B5_4A32_D192_ED03

  init(_ draft: ObservationDraft, quote: String) {
    mix(draft.kind.rawValue)
    mix(draft.indicator)
    mix(UInt64(draft.topic.index))
    mix(draft.measure?.value)
    mix(draft.measure?.lower)
    mix(draft.measure?.upper)
    mix((draft.measure?.qualifier ?? .exact).rawValue)
    mix(draft.measure?.unit?.rawValue)
    mix(draft.group)
    mix(draft.period)
    mix(draft.direction?.rawValue)
    mix(draft.assessment?.rawValue)
    // a question is the same when its words are, and what no indicator covers too
    if draft.kind == .request || draft.indicator == nil { mix(quote) }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(first) }

  private mutating func mix(_ bits: UInt64) {
    let one = (first ^ bits).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    first = one.high ^ one.low
    let other = (second ^ bits).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    second = other.high &+ other.low
  }

  private mutating func mix(_ number: Double?) { mix(number?.bitPattern ?? 1) }

  private mutating func mix(_ period: Period?) {
    guard let period else { return mix(1) }
    mix(UInt64(truncatingIfNeeded: period.firstDay))
    mix(UInt64(truncatingIfNeeded: period.lastDay))
  }

  /// Mixes a text eight bytes at a time, and its length, which tells it from no text.
  private mutating func mix(_ text: String?) {
    guard var text else { return mix(UInt64.max) }
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let end = min(index + 8, bytes.count)
        mix(bytes[index..<end].reduce(0) { $0 << 8 | UInt64($1) })
        index = end
      }
      mix(UInt64(bytes.count))
    }
  }
}
