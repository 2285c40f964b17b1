import Foundation
import GRDB
import NyckeltalModel
import NyckeltalStore
import Testing

/// What SQL finds in a store is what the library reads from it, whatever was corrected.
struct ViewTests {
  private let first = Examples.observation("1")
  private let second = Examples.observation("2", 5)

  /// The observations of the view, as what is compared: id, value, indicator, period, document.
  private func viewed(_ path: String, _ more: String = "") throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT o.*, d.name FROM observations o JOIN documents d ON d.id = o.documentId
          \(more) ORDER BY d.name, d.content, rangeStart, o.id
          """
      )
      .map { row in
        let value: Double? = row["value"]
        let texts: [String?] = [
          row["id"], row["kind"], row["indicator"], row["unit"], row["period"], row["population"],
          row["qualifier"], row["rules"], row["document"], row["item"], row["speakers"],
          row["parties"], row["quote"], row["correction"], row["verified"], row["name"],
        ]
        let places: [Int] = [row["rangeStart"], row["rangeEnd"], row["line"]]
        return "\(value.map { "\($0)" } ?? "") \(texts.map { $0 ?? "" }) \(places)"
      }
    }
  }

  private func stored(_ store: ObservationStore) throws -> [String] {
    try store.observationsByDocument().flatMap { document, observations in
      observations.sorted {
        ($0.source.range.lowerBound, $0.id) < ($1.source.range.lowerBound, $1.id)
      }
      .map { observation in
        let source = observation.source
        let hasParty = source.speakers.contains { $0.party != nil }
        let texts = [
          observation.id, observation.kind.rawValue, observation.indicator ?? "",
          observation.unit?.rawValue ?? "", observation.period?.description ?? "",
          observation.group ?? "", observation.qualifier.rawValue,
          observation.rules.joined(separator: ";"), source.document, source.item ?? "",
          source.speakers.map(\.name).joined(separator: ";"),
          hasParty ? source.speakers.map { $0.party ?? "" }.joined(separator: ";") : "",
          source.quote, observation.correction?.note ?? "", observation.verified ?? "",
          document.name,
        ]
        let places = [source.range.lowerBound, source.range.upperBound, source.line]
        return "\(observation.value.map { "\($0)" } ?? "") \(texts) \(places)"
      }
    }
  }

  private func expectAlike(_ store: ObservationStore, _ count: Int) throws {
    let found = try viewed(store.path)
    #expect(try found == stored(store))
    #expect(found.count == count)
  }

  @Test func everyFieldIsThere() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    try store.save(Examples.document("a.txt"), observations: Examples.full)
    try store.save(Examples.document("b.txt"), observations: [first])
    try expectAlike(store, Examples.full.count + 1)
  }

  @Test func correctionsAreAppliedAndRejectionsLeftOut() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    try store.save(Examples.document("a.txt", content: "x"), observations: [first, second])
    var change = CorrectionDraft(observation: "1", note: "fel rad")
    change.value = 420
    change.period = .year(2016)
    var rejection = CorrectionDraft(observation: "2", note: "sidnummer")
    rejection.isRejected = true
    var missed = Examples.observation("3", 77)
    missed.source.range = 30..<36
    var addition = CorrectionDraft(observation: "3", note: "")
    addition.isVerified = true
    addition.added = Addition(missed, content: "x")
    try store.correct([change, rejection, addition], on: "2016-02-01")
    try expectAlike(store, 2)
    try store.undo("2", on: "2016-02-02")
    try expectAlike(store, 3)
    // read anew, in another order
    let newer = Examples.document("a.txt", content: "x", revision: 2)
    try store.save(newer, observations: [second, first])
    try expectAlike(store, 3)
    // another document of the name takes its place, and with it the corrections of the name
    var successor = first
    successor.id = "y"
    let document = Examples.document("a.txt", content: "z")
    try store.save(document, observations: [successor], replacingSameName: true)
    try expectAlike(store, 1)
    #expect(try viewed(store.path, "WHERE correction = 'fel rad'").count == 1)
    try store.save(newer, observations: [first, second])
    try expectAlike(store, 4)
    #expect(try viewed(store.path, "WHERE o.content IS NULL").count == 4)
  }

  @Test func documentsAndCorrectionsAreThere() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    try store.save(Examples.document("b.txt", content: "x"), observations: [first])
    try store.save(Examples.document("a.txt", content: "x"), observations: [])
    var change = CorrectionDraft(observation: "1", note: "fel rad")
    change.value = 420
    try store.correct([change], on: "2016-02-01")
    let rows = try DatabaseQueue(path: store.path).read { database in
      try Row.fetchAll(database, sql: "SELECT name, names, content, observations FROM documents")
        + Row.fetchAll(database, sql: "SELECT observation, document, value, note FROM corrections")
    }
    #expect(
      rows.map { $0.databaseValues.map(\.description) } == [
        ["\"a.txt\"", "\"a.txt;b.txt\"", "\"x\"", "1"],
        ["\"1\"", "\"a.txt\"", "420.0", "\"fel rad\""],
      ]
    )
  }

  /// A store of a version without views gets them, with what is corrected in it.
  @Test func anOlderStoreGetsThem() throws {
    let place = try TemporaryStore()
    do {
      let store = try place.open()
      try store.save(Examples.document("a.txt"), observations: [first, second])
      var change = CorrectionDraft(observation: "1", note: "fel rad")
      change.value = 420
      try store.correct([change], on: "2016-02-01")
    }
    try place.removeViews()
    try DatabaseQueue(path: place.path).write {
      try $0.execute(sql: "DROP TABLE revision; DROP INDEX observationById")
      try $0.execute(sql: "DROP INDEX correctionByContent; DROP INDEX correctionByName")
      try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '7 %'")
    }
    try expectAlike(try place.open(), 2)
  }
}

extension TemporaryStore {
  /// Takes the views away, as if the store were from before them.
  func removeViews() throws {
    try DatabaseQueue(path: path).write {
      for name in ["observations", "documents", "corrections"] {
        try $0.execute(sql: "DROP VIEW \(name)")
      }
      try $0.execute(sql: "PRAGMA user_version = 0")
    }
  }
}
