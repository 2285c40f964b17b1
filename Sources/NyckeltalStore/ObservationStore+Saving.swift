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
  /// What an earlier version knew the document by, where it still is known so.
  private var earlierContent: String?

  init(_ database: Database, _ document: StoredDocument) throws {
    self.database = database
    self.document = document
    let sql = "SELECT key, revision, settings, \(StoredColumn.check(StoredColumn.document)) "
    if let row = try Row.fetchOne(
      database,
      sql: sql + "FROM document WHERE content = ?",
      arguments: [document.content]
    ) {
      try StoredColumn.confirm(row, at: 3, "document")
      known = row[0]
      let stamp = ExtractionStamp(revision: row[1], settings: row[2])
      action = stamp.isReplaced(by: document.stamp) ? .replaced : .unchanged
    } else if let earlier = document.earlierContent,
      let key = try Int64.fetchOne(
        database,
        sql: "SELECT key FROM document WHERE content = ?",
        arguments: [earlier]
      )
    {
      known = key
      earlierContent = earlier
      action = .replaced
    } else {
      known = nil
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
      if let earlierContent { try rename(earlierContent) }
    } else {
      key = try insert(count: observations.count)
    }
    try database.execute(
      sql: "INSERT OR IGNORE INTO documentName (name, document) VALUES (?, ?)",
      arguments: [document.name, key]
    )
    // what corrections may belong to: this document, those that lose its name
    var changed = database.changesCount > 0 || action != .unchanged ? [document.content] : []
    let others = try Int64.fetchAll(
      database,
      sql: "SELECT document FROM documentName WHERE name = ? AND document <> ?",
      arguments: [document.name, key]
    )
    if replacingSameName {
      for other in others { changed += try removeName(of: other) }
      if !others.isEmpty, action == .new { outcome.action = .replaced }
    } else {
      outcome.sharesName = !others.isEmpty
    }
    if action != .unchanged {
      var writer = try ObservationWriter(database, document: key, name: document.name)
      for observation in observations {
        let isAsRead = observation.correction == nil && observation.verified == nil
        try writer.write(isAsRead ? observation : observation.asRead)
        if !isAsRead { try addCorrection(of: observation) }
      }
    }
    for content in changed { try Revisions.update(database, content: content) }
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

  /// Keeps what an observation carries that was said of it by hand, unless it is there already.
  private func addCorrection(of observation: Observation) throws {
    let isThere =
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM correction WHERE observation = ? AND content = ?",
        arguments: [observation.id, document.content]
      ) ?? 0 > 0
    if isThere { return }
    let correction = observation.correction
    var draft = CorrectionDraft(observation: observation.id, note: correction?.note ?? "")
    draft.isRejected = correction?.isRejected ?? false
    draft.isVerified = observation.verified != nil
    try ObservationStore.insert(
      database,
      CorrectionEntry(
        id: 0,
        draft: draft,
        content: document.content,
        document: document.name,
        quote: observation.source.quote,
        original: correction?.original ?? Correction.Original(observation),
        standing: correction == nil ? nil : Correction.Original(observation),
        date: observation.verified ?? correction?.date ?? "",
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

  /// Makes a document and its corrections known by what the document is known by now.
  private func rename(_ earlier: String) throws {
    for table in ["document", "correction"] {
      try database.execute(
        sql: "UPDATE \(table) SET content = ? WHERE content = ?",
        arguments: [document.content, earlier]
      )
    }
  }

  private func removeObservations(of key: Int64) throws {
    try database.execute(
      sql: "DELETE FROM observation WHERE key >= ? AND key < ?",
      arguments: [key * StoreSchema.span, (key + 1) * StoreSchema.span]
    )
    for table in ["passage", "revision"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE document = ?", arguments: [key])
    }
  }

  /// Takes the name from another document, and that document away with its last name.
  ///
  /// - Returns: The other document's content.
  private func removeName(of key: Int64) throws -> [String] {
    let content = try String.fetchAll(
      database,
      sql: "SELECT content FROM document WHERE key = ?",
      arguments: [key]
    )
    try database.execute(
      sql: "DELETE FROM documentName WHERE document = ? AND name = ?",
      arguments: [key, document.name]
    )
    guard try ObservationStore.names(database, of: key).isEmpty else { return content }
    try removeObservations(of: key)
    try database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [key])
    return content
  }
}
