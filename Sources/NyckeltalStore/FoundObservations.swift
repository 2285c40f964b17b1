import Foundation
import GRDB
import NyckeltalModel

/// The observations with given ids, with the corrections that they have.
struct FoundObservations {
  /// An observation's document and its number in it.
  struct Place: Hashable {
    var document: Int64
    var index: Int
  }

  private struct Loaded {
    var document: StoredDocument
    var observations: CorrectedObservations
  }

  /// Where each of the ids that is in the store stands.
  private(set) var places: [String: Place] = [:]
  private var loaded: [Int64: Loaded] = [:]

  /// The contents of the documents that they stand in.
  var contents: [String] { loaded.values.map(\.document.content).sorted() }

  /// Finds observations, and documents that observations are to be added to.
  init(
    _ database: Database,
    ids: Set<String>,
    contents: Set<String>,
    entries: [CorrectionEntry]
  ) throws {
    let list = String(decoding: try JSONEncoder().encode(ids.sorted()), as: UTF8.self)
    let keys = try Int64.fetchAll(
      database,
      sql: "SELECT key FROM observation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY key",
      arguments: [list]
    )
    var wanted = Set(keys.map { $0 / StoreSchema.span })
    let added = entries.filter { $0.draft.added != nil && ids.contains($0.draft.observation) }
    let contents = contents.union(added.map(\.content))
    let documents = try ObservationStore.documents(database)
    for (key, document) in documents where contents.contains(document.content) {
      wanted.insert(key)
    }
    let table = CorrectionTable(entries, documents: documents.map(\.document))
    var reader = try ObservationReader(database)
    for (key, document) in documents where wanted.contains(key) {
      var read: [Observation] = []
      try reader.forEach(of: key, named: document.name) { read.append($0) }
      let observations = CorrectionTable.corrected(
        read,
        by: table.entries(for: document),
        document: document
      )
      loaded[key] = Loaded(document: document, observations: observations)
    }
    for key in wanted.sorted() {
      for (index, observation) in (loaded[key]?.observations.read ?? []).enumerated()
      where ids.contains(observation.id) && places[observation.id] == nil {
        places[observation.id] = Place(document: key, index: index)
      }
    }
  }

  /// The observation as it is now, corrections applied.
  func observation(at place: Place) -> Observation? {
    loaded[place.document].flatMap {
      let all = $0.observations.corrected
      return all.indices.contains(place.index) ? all[place.index] : nil
    }
  }

  /// Takes note of what an observation has become.
  mutating func set(_ observation: Observation, by entry: CorrectionEntry, at place: Place) {
    loaded[place.document]?.observations.corrected[place.index] = observation
    loaded[place.document]?.observations.targets.append((entry, place.index))
  }

  /// The last correction of an observation.
  func lastEntry(at place: Place) -> CorrectionEntry? {
    loaded[place.document]?.observations.targets.last { $0.1 == place.index }?.0
  }

  /// Whether the last correction of an observation asks for the same.
  func repeats(_ entry: CorrectionEntry, at place: Place) -> Bool {
    guard var last = lastEntry(at: place)?.draft else { return false }
    last.place = entry.draft.place
    // what was stored knows the topic and the unit of an indicator too
    return last == entry.draft
  }

  /// The observation as it is without one of its corrections; `nil` where that one added it.
  func observation(at place: Place, without entry: CorrectionEntry) -> Observation? {
    guard let document = loaded[place.document]?.observations,
      document.read.indices.contains(place.index)
    else { return nil }
    var observation = document.read[place.index]
    for (other, index) in document.targets where index == place.index {
      let addsIt =
        other.draft.added != nil && place.index >= document.read.count - document.additions
      if other.id == entry.id {
        if addsIt { return nil }
      } else if addsIt {
        observation.verified = other.draft.isVerified ? other.date : nil
      } else {
        observation.apply(other)
      }
    }
    return observation
  }

  /// A correction as it will stand in the history.
  func entry(_ draft: CorrectionDraft, at place: Place, date: String) -> CorrectionEntry? {
    guard let document = loaded[place.document],
      document.observations.read.indices.contains(place.index)
    else { return nil }
    return entry(draft, of: document.observations.read[place.index], document.document, date)
  }

  private func entry(
    _ draft: CorrectionDraft,
    of read: Observation,
    _ document: StoredDocument,
    _ date: String
  ) -> CorrectionEntry {
    CorrectionEntry(
      id: 0,
      draft: draft,
      content: document.content,
      document: document.name,
      quote: read.source.quote,
      original: Correction.Original(read),
      standing: nil,
      date: date,
      undone: nil,
      appliesTo: read.id
    )
  }

  /// Adds an observation that was missed, where nothing in its document is that observation.
  ///
  /// - Returns: The observation and its entry; `nil` where it is there, or nothing is to be added.
  mutating func add(
    _ draft: CorrectionDraft,
    on date: String
  ) throws(CorrectionError) -> (observation: Observation, entry: CorrectionEntry)? {
    guard let addition = draft.added, places[draft.observation] == nil else { return nil }
    guard
      let (key, found) = loaded.first(where: { $0.value.document.content == addition.content })
    else {
      throw CorrectionError(
        place: draft.place,
        problem: "the document \(addition.observation.source.document) is not in the store",
        remedy: "import it first"
      )
    }
    var observation = addition.observation
    observation.id = draft.observation
    observation.source.document = found.document.name
    var entry = entry(draft, of: observation, found.document, date)
    let twin = CorrectionTable.target(of: entry, in: found.observations.read)
    places[draft.observation] = Place(document: key, index: twin ?? found.observations.read.count)
    if twin != nil { return nil }
    if draft.isVerified { entry.standing = Correction.Original(observation) }
    loaded[key]?.observations.add(observation, by: entry)
    observation.verified = draft.isVerified ? date : nil
    return (observation, entry)
  }
}

extension Observation {
  /// Whether it says what another says, whenever that was vouched for.
  func says(_ other: Observation) -> Bool {
    Correction.Original(self) == Correction.Original(other) && isVerified == other.isVerified
      && isRejected == other.isRejected
  }

  private var isRejected: Bool { correction?.isRejected ?? false }
}
