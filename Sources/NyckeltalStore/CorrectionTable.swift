import NyckeltalModel

/// Finds the observations that corrections were made for, and applies them.
///
/// A correction belongs to its document's content; when that is no longer in the store, to documents
/// of the same name. There it is for the observation with its id, else for the one with its quote.
/// What is decided depends on what the store holds, not on the order in which it came.
struct CorrectionTable {
  private var byContent: [String: [CorrectionEntry]] = [:]
  private var byName: [String: [CorrectionEntry]] = [:]

  init(_ entries: [CorrectionEntry], documents: [StoredDocument]) {
    let present = Set(documents.map(\.content))
    for entry in entries {
      if present.contains(entry.content) {
        byContent[entry.content, default: []].append(entry)
      } else {
        byName[entry.document, default: []].append(entry)
      }
    }
  }

  /// The corrections that concern a document, in the order in which they were made.
  func entries(for document: StoredDocument) -> [CorrectionEntry] {
    if byContent.isEmpty, byName.isEmpty { return [] }
    let moved = document.names.flatMap { byName[$0] ?? [] }
    return ((byContent[document.content] ?? []) + moved).sorted { $0.id < $1.id }
  }

  /// Applies corrections to a document's observations, and adds those that were missed.
  static func corrected(
    _ observations: [Observation],
    by entries: [CorrectionEntry],
    document: StoredDocument
  ) -> CorrectedObservations {
    var result = CorrectedObservations(read: observations, corrected: observations)
    for entry in entries {
      if let index = target(of: entry, in: result.read) {
        result.targets.append((entry, index))
        result.corrected[index].apply(entry)
      } else if var added = entry.draft.added?.observation, entry.content == document.content {
        added.source.document = document.name
        result.add(added, by: entry)
      }
    }
    return result
  }

  /// The place of the observation that a correction was made for.
  static func target(of entry: CorrectionEntry, in observations: [Observation]) -> Int? {
    if let index = observations.firstIndex(where: { $0.id == entry.draft.observation }) {
      return index
    }
    let original = entry.original
    if let added = entry.draft.added?.observation {
      return observations.firstIndex {
        $0.kind == added.kind && $0.value == added.value && $0.lower == added.lower
          && $0.upper == added.upper && $0.source.range.overlaps(added.source.range)
      }
    }
    // from what must be the same to what may have been read in another way since
    let signs: [(Observation) -> Bool] = [
      { $0.value == original.value && $0.lower == original.lower && $0.upper == original.upper },
      { $0.kind == original.kind },
      { $0.indicator == original.indicator },
      { $0.period == original.period },
    ]
    var candidates = observations.indices.filter { observations[$0].source.quote == entry.quote }
    for sign in signs where candidates.count > 1 {
      let better = candidates.filter { sign(observations[$0]) }
      if !better.isEmpty { candidates = better }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }
}

/// A document's observations, as they were read and with what was corrected.
struct CorrectedObservations {
  /// As they were read, then those that were added.
  var read: [Observation]
  /// The same with every correction applied.
  var corrected: [Observation]
  /// Each correction with the place of its observation.
  var targets: [(CorrectionEntry, Int)] = []
  /// How many were added.
  var additions = 0

  /// Adds an observation that was missed.
  mutating func add(_ observation: Observation, by entry: CorrectionEntry) {
    targets.append((entry, read.count))
    read.append(observation)
    var verified = observation
    verified.verified = entry.draft.isVerified ? entry.date : nil
    corrected.append(verified)
    additions += 1
  }

  /// The corrected observations in the order in which they stand in the document.
  var inOrder: [Observation] {
    if additions == 0 { return corrected }
    let order = corrected.indices.sorted {
      (corrected[$0].source.range.lowerBound, $0) < (corrected[$1].source.range.lowerBound, $1)
    }
    return order.map { corrected[$0] }
  }
}

extension Observation {
  /// Without its correction and what somebody has vouched for: as it was read.
  var asRead: Observation {
    var read = self
    read.verified = nil
    guard let original = correction?.original else { return read }
    read.correction = nil
    read.claim(original)
    return read
  }
}
