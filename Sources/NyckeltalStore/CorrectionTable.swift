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

  /// Each correction with the place of the observation that it is for.
  static func targets(
    of entries: [CorrectionEntry],
    in observations: [Observation]
  ) -> [(CorrectionEntry, Int)] {
    entries.compactMap { entry in
      target(of: entry, in: observations).map { (entry, $0) }
    }
  }

  private static func target(of entry: CorrectionEntry, in observations: [Observation]) -> Int? {
    if let index = observations.firstIndex(where: { $0.id == entry.draft.observation }) {
      return index
    }
    let original = entry.original
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

extension Observation {
  /// Changes what a correction changes, and says so.
  mutating func apply(_ entry: CorrectionEntry) {
    let earlier = correction
    let original = earlier?.original ?? Correction.Original(self)
    let draft = entry.draft
    if let kind = draft.kind { self.kind = kind }
    if let indicator = draft.indicator {
      self.indicator = indicator
      topic = draft.topic ?? topic
    }
    if let period = draft.period { self.period = period }
    if let value = draft.value {
      self.value = value
      lower = nil
      upper = nil
      unit = unit ?? draft.unit ?? .other
    }
    if !kind.isFigure {
      value = nil
      lower = nil
      upper = nil
      unit = nil
    }
    correction = Correction(
      note: earlier.map { "\($0.note); \(draft.note)" } ?? draft.note,
      date: entry.date,
      isRejected: draft.isRejected || earlier?.isRejected == true,
      original: original
    )
  }
}
