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
    var read: [Observation]
    var corrected: [Observation]
    var entries: [(CorrectionEntry, Int)]
  }

  /// Where each of the ids that is in the store stands.
  private(set) var places: [String: Place] = [:]
  private var loaded: [Int64: Loaded] = [:]

  init(_ database: Database, ids: Set<String>, entries: [CorrectionEntry]) throws {
    let list = String(decoding: try JSONEncoder().encode(ids.sorted()), as: UTF8.self)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, key FROM observation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY key
        """,
      arguments: [list]
    )
    while let row = try rows.next() {
      let id: String = row[0]
      let key: Int64 = row[1]
      let (document, index) = key.quotientAndRemainder(dividingBy: StoreSchema.span)
      if places[id] == nil { places[id] = Place(document: document, index: Int(index)) }
    }
    let documents = try ObservationStore.documents(database)
    let table = CorrectionTable(entries, documents: documents.map(\.document))
    let wanted = Set(places.values.map(\.document))
    var reader = try ObservationReader(database)
    for (key, document) in documents where wanted.contains(key) {
      var read: [Observation] = []
      try reader.forEach(of: key, named: document.name) { read.append($0) }
      let targets = CorrectionTable.targets(of: table.entries(for: document), in: read)
      var corrected = read
      for (entry, index) in targets { corrected[index].apply(entry) }
      loaded[key] = Loaded(document: document, read: read, corrected: corrected, entries: targets)
    }
  }

  /// The observation as it is now, corrections applied.
  func observation(at place: Place) -> Observation? {
    loaded[place.document].flatMap {
      $0.corrected.indices.contains(place.index) ? $0.corrected[place.index] : nil
    }
  }

  /// Takes note of what an observation has become.
  mutating func set(_ observation: Observation, at place: Place) {
    loaded[place.document]?.corrected[place.index] = observation
  }

  /// The last correction of an observation.
  func lastEntry(at place: Place) -> CorrectionEntry? {
    loaded[place.document]?.entries.last { $0.1 == place.index }?.0
  }

  /// The observation as it is without one of its corrections.
  func observation(at place: Place, without entry: CorrectionEntry) -> Observation? {
    guard let document = loaded[place.document], document.read.indices.contains(place.index) else {
      return nil
    }
    var observation = document.read[place.index]
    for (other, index) in document.entries where index == place.index && other.id != entry.id {
      observation.apply(other)
    }
    return observation
  }

  /// A correction as it will stand in the history.
  func entry(_ draft: CorrectionDraft, at place: Place, date: String) -> CorrectionEntry? {
    guard let document = loaded[place.document], document.read.indices.contains(place.index) else {
      return nil
    }
    let read = document.read[place.index]
    return CorrectionEntry(
      id: 0,
      draft: draft,
      content: document.document.content,
      document: document.document.name,
      quote: read.source.quote,
      original: Correction.Original(read),
      date: date,
      undone: nil,
      appliesTo: read.id
    )
  }
}
