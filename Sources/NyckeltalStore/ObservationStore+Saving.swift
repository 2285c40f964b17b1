import Foundation
import GRDB
public import NyckeltalModel

extension ObservationStore {
  /// Puts a document and its observations into the store, whole or not at all.
  ///
  /// Content that is there already from as new an extraction stays as it is; only a new name is
  /// noted. An older extraction is replaced; corrections stay. Observations that carry a correction
  /// are stored as they were read, with the correction beside them; of figures from elsewhere those
  /// are left out whose ids are in the store from another document.
  ///
  /// - Parameters:
  ///   - document: The document, with one name.
  ///   - observations: What it states, in its order.
  ///   - replacingSameName: Whether earlier documents of the same name with other content go.
  /// - Returns: What was done.
  /// - Throws: ``StoreError``; the store is then as it was.
  @discardableResult
  public func save(
    _ document: StoredDocument,
    observations: [Observation],
    replacingSameName: Bool = false
  ) throws(StoreError) -> SaveOutcome {
    try write { database in
      let change = try Change(database, document)
      return try change.save(observations, replacingSameName: replacingSameName)
    }
  }

  /// Notes that a document was seen again whose observations need not be read again.
  ///
  /// - Returns: What was done; `nil` when the content is not in the store from as new an extraction.
  /// - Throws: ``StoreError``
  public func recognize(
    _ document: StoredDocument,
    replacingSameName: Bool = false
  ) throws(StoreError) -> SaveOutcome? {
    try write { database in
      let change = try Change(database, document)
      if change.action != .unchanged { return nil }
      return try change.save([], replacingSameName: replacingSameName)
    }
  }

  /// The names of a document in their order.
  static func names(_ database: Database, of key: Int64) throws -> [String] {
    try String.fetchAll(
      database,
      sql: "SELECT name FROM documentName WHERE document = ? ORDER BY name",
      arguments: [key]
    )
  }
}

/// A document on its way into the store, within a transaction.
private struct Change {
  let action: SaveOutcome.Action
  private let database: Database
  private let document: StoredDocument
  private let known: Int64?

  init(_ database: Database, _ document: StoredDocument) throws {
    self.database = database
    self.document = document
    let row = try Row.fetchOne(
      database,
      sql: "SELECT key, revision, settings FROM document WHERE content = ?",
      arguments: [document.content]
    )
    known = row?[0]
    if let row {
      let stamp = ExtractionStamp(revision: row[1], settings: row[2])
      action = stamp.isReplaced(by: document.stamp) ? .replaced : .unchanged
    } else {
      action = .new
    }
  }

  func save(_ observations: [Observation], replacingSameName: Bool) throws -> SaveOutcome {
    let count = observations.count
    var outcome = SaveOutcome(action: action)
    let observations = try new(observations)
    if action != .unchanged { outcome.known = count - observations.count }
    let key: Int64
    if let known {
      key = known
      let names = try ObservationStore.names(database, of: key)
      if !names.contains(document.name) { outcome.sameContentAs = names.first }
      if action == .replaced { try update(key, count: observations.count) }
    } else {
      key = try insert(count: observations.count)
    }
    try database.execute(
      sql: "INSERT OR IGNORE INTO documentName (name, document) VALUES (?, ?)",
      arguments: [document.name, key]
    )
    let others = try Int64.fetchAll(
      database,
      sql: "SELECT document FROM documentName WHERE name = ? AND document <> ?",
      arguments: [document.name, key]
    )
    if replacingSameName {
      for other in others { try removeName(of: other) }
      if !others.isEmpty, action == .new { outcome.action = .replaced }
    } else {
      outcome.sharesName = !others.isEmpty
    }
    if action != .unchanged {
      var writer = try ObservationWriter(database, document: key, name: document.name)
      for observation in observations {
        try writer.write(observation.correction == nil ? observation : observation.asRead)
        if let correction = observation.correction { try add(correction, to: observation) }
      }
    }
    return outcome
  }

  /// The observations that come in: of figures from elsewhere those that are not there already.
  private func new(_ observations: [Observation]) throws -> [Observation] {
    if document.kind != .figures || observations.isEmpty || action == .unchanged {
      return observations
    }
    let ids = try JSONEncoder().encode(observations.map(\.id))
    let own = known ?? -1
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id FROM observation WHERE (key < ? OR key >= ?)
        AND id IN (SELECT value FROM json_each(?))
        """,
      arguments: [
        own * StoreSchema.span, (own + 1) * StoreSchema.span, String(decoding: ids, as: UTF8.self),
      ]
    )
    var others: Set<String> = []
    while let row = try rows.next() { others.insert(row[0]) }
    return others.isEmpty ? observations : observations.filter { !others.contains($0.id) }
  }

  /// Keeps a correction that an observation carries, unless it is there from an earlier time.
  private func add(_ correction: Correction, to observation: Observation) throws {
    let entries = try ObservationStore.entries(database)
    let isThere = entries.contains {
      $0.draft.observation == observation.id && $0.content == document.content
    }
    if isThere { return }
    try ObservationStore.insert(
      database,
      CorrectionEntry(
        id: 0,
        draft: CorrectionDraft(correction, of: observation),
        content: document.content,
        document: document.name,
        quote: observation.source.quote,
        original: correction.original,
        date: correction.date,
        undone: nil,
        appliesTo: nil
      )
    )
  }

  private func insert(count: Int) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO document (content, kind, revision, settings, observations)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        document.content, document.kind.rawValue, document.stamp.revision,
        document.stamp.settings, count,
      ]
    )
    return database.lastInsertedRowID
  }

  private func update(_ key: Int64, count: Int) throws {
    try removeObservations(of: key)
    try database.execute(
      sql: """
        UPDATE document SET kind = ?, revision = ?, settings = ?, observations = ? WHERE key = ?
        """,
      arguments: [
        document.kind.rawValue, document.stamp.revision, document.stamp.settings, count, key,
      ]
    )
  }

  private func removeObservations(of key: Int64) throws {
    try database.execute(
      sql: "DELETE FROM observation WHERE key >= ? AND key < ?",
      arguments: [key * StoreSchema.span, (key + 1) * StoreSchema.span]
    )
    try database.execute(sql: "DELETE FROM passage WHERE document = ?", arguments: [key])
  }

  /// Takes the name from another document, and that document away with its last name.
  private func removeName(of key: Int64) throws {
    try database.execute(
      sql: "DELETE FROM documentName WHERE document = ? AND name = ?",
      arguments: [key, document.name]
    )
    guard try ObservationStore.names(database, of: key).isEmpty else { return }
    try removeObservations(of: key)
    try database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [key])
  }
}
