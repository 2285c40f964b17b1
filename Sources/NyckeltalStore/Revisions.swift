import GRDB
import NyckeltalModel

/// What corrections make of observations, kept beside what was read for the views in ``StoreViews``.
///
/// When the library reads, it applies corrections itself; this is the same, worked out whenever a
/// document is saved or corrected, in the same transaction.
enum Revisions {
  /// Works out anew what corrections make of the document with some content, and of documents with
  /// the names of corrections that were made for that content.
  static func update(_ database: Database, content: String) throws {
    let hasAny = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM correction)")
    if hasAny != true { return }
    let keys = try Int64.fetchAll(
      database,
      sql: """
        SELECT key FROM document WHERE content = :content
        UNION SELECT document FROM documentName
        WHERE name IN (SELECT name FROM correction WHERE content = :content)
        """,
      arguments: ["content": content]
    )
    try update(database, keys)
  }

  /// Works them all out.
  static func rebuild(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM revision")
    let keys = try Int64.fetchAll(
      database,
      sql: """
        SELECT key FROM document WHERE content IN (SELECT content FROM correction)
        UNION SELECT document FROM documentName WHERE name IN (SELECT name FROM correction)
        """
    )
    try update(database, keys)
  }

  private static func update(_ database: Database, _ keys: [Int64]) throws {
    var reader: ObservationReader?
    for key in keys {
      try database.execute(sql: "DELETE FROM revision WHERE document = ?", arguments: [key])
      let entries = try ObservationStore.entries(
        database,
        where: """
          undone IS NULL AND (content = (SELECT content FROM document WHERE key = :key)
          OR (name IN (SELECT name FROM documentName WHERE document = :key)
          AND content NOT IN (SELECT content FROM document)))
          """,
        ["key": key]
      )
      let content = try String.fetchOne(
        database,
        sql: "SELECT content FROM document WHERE key = ?",
        arguments: [key]
      )
      guard !entries.isEmpty, let content else { continue }
      let document = StoredDocument(
        names: try ObservationStore.names(database, of: key),
        content: content,
        stamp: ExtractionStamp(revision: 0, settings: "")
      )
      var current = try reader ?? ObservationReader(database)
      var read: [Observation] = []
      try current.forEach(of: key, named: document.name) { read.append($0) }
      reader = current
      let result = CorrectionTable.corrected(read, by: entries, document: document)
      for index in Set(result.targets.map(\.1)).sorted() {
        let observation = result.corrected[index]
        try database.execute(
          sql: "INSERT INTO revision (key, document, observation, rejected) VALUES (?, ?, ?, ?)",
          arguments: [
            key * StoreSchema.span + Int64(index), key, observation.jsonLine,
            observation.correction?.isRejected ?? false,
          ]
        )
      }
    }
  }
}
