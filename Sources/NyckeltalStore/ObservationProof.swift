import NyckeltalModel

/// A number by which an observation that is read is known to be the one that was written.
///
/// A bit that falls over on a disk, or a program that changes a cell, would else put a wrong figure
/// into a report. It is no protection from somebody who knows how it is made.
enum ObservationProof {
  /// The proof: 40 bits, which SQLite keeps in six bytes.
  static func of(_ observation: Observation) -> Int64 {
    var proof = Mixer()
    proof.mix(observation.id)
    proof.mix(observation.kind.rawValue)
    proof.mix(observation.indicator)
    proof.mix(observation.topic.rawValue)
    for number in [observation.value, observation.lower, observation.upper] { proof.mix(number) }
    proof.mix(observation.confidence)
    proof.mix(observation.qualifier.rawValue)
    proof.mix(observation.unit?.rawValue)
    proof.mix(observation.period?.description)
    proof.mix(observation.comparedWith?.description)
    proof.mix(observation.direction?.rawValue)
    proof.mix(observation.assessment?.rawValue)
    for text in [observation.group, observation.label, observation.body, observation.about] {
      proof.mix(text)
    }
    for rule in observation.rules { proof.mix(rule) }
    proof.mix(observation.repeats)
    let source = observation.source
    for text in [source.item, source.itemTitle, source.reference, source.date] { proof.mix(text) }
    proof.mix(source.section?.rawValue)
    for speaker in source.speakers {
      proof.mix(speaker.name)
      proof.mix(speaker.party)
    }
    proof.mix(source.quote)
    for number in [
      source.range.lowerBound, source.range.upperBound, source.line, source.page ?? -1,
    ] {
      proof.mix(number)
    }
    for box in source.boxes ?? [] { proof.mix(PageBoxes.text([box])) }
    return Int64(truncatingIfNeeded: proof.hash >> 24)
  }

  /// Adds values one after the other, eight bytes of text at a time.
  private struct Mixer {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }

    mutating func mix(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

    mutating func mix(_ number: Double?) {
      // a stored -0 comes back as 0
      mix(number.map { $0 == 0 ? 0 : $0.bitPattern } ?? 1)
    }

    mutating func mix(_ text: String?) {
      guard var text else { return mix(UInt64(2)) }
      text.withUTF8 { bytes in
        mix(UInt64(bytes.count) &+ 3)
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index + 8 <= raw.count {
          mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
          index += 8
        }
        var last: UInt64 = 0
        while index < raw.count {
          last = last << 8 | UInt64(raw[index])
          index += 1
        }
        mix(last)
      }
    }
  }
}
