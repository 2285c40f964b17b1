import GRDB

/// What programs that read a store with SQL find in it: `observations` as reports count them, with
/// corrections applied, additions added and rejected ones left out; `documents`; `corrections`.
///
/// The tables beneath them may change with any version; the views only gain columns.
enum StoreViews {
  /// Rises whenever the views change; a store keeps it as its `user_version`.
  static let version = 1

  /// Whether a store has the views as this version makes them.
  static func areCurrent(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA user_version") == version
  }

  /// Makes the views, and what they are made of.
  static func make(_ database: Database) throws {
    for name in ["documents", "observations", "corrections"] {
      try database.execute(sql: "DROP VIEW IF EXISTS \(name)")
    }
    try database.execute(sql: documents)
    try database.execute(sql: observations)
    try database.execute(sql: corrections)
    try Revisions.rebuild(database)
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let documents = """
    CREATE VIEW documents AS
    SELECT key AS id,
      CAST(coalesce(
        (SELECT min(name) FROM documentName WHERE document = key), content
      ) AS TEXT) AS name,
      CAST((SELECT group_concat(name, ';') FROM documentName WHERE document = key) AS TEXT)
        AS names,
      content, kind, observations
    FROM document
    """

  private static let corrections = """
    CREATE VIEW corrections AS
    SELECT key AS id, observation, name AS document, content, quote, kind, indicator, topic, value,
      unit, period, changes, rejected, verified,
      CAST(added IS NOT NULL AS INTEGER) AS added, note, date, undone
    FROM correction
    """

  /// What was read and nobody corrected, then what corrections have made of the rest.
  private static let observations = """
    CREATE VIEW observations AS
    SELECT o.id, o.kind, o.indicator, o.topic, o.value, o.lower, o.upper,
      CAST(coalesce(o.qualifier, 'exact') AS TEXT) AS qualifier, o.unit, o.period, o.comparedWith,
      o.direction, o.assessment, o.population, o.confidence, o.label, o.body, o.about,
      CAST((SELECT replace(names, char(10), ';') FROM ruleList WHERE key = o.rules) AS TEXT)
        AS rules,
      o.repeats, d.id AS documentId, CAST(coalesce(p.name, d.name) AS TEXT) AS document, p.path,
      p.content, p.item, p.itemTitle, p.reference, p.section,
      CAST(\(speakers("p.speakers", "name")) AS TEXT) AS speakers,
      CAST(\(speakers("p.speakers", "party")) AS TEXT) AS parties,
      p.date, o.quote, o.start AS rangeStart, CAST(o.start + o.length AS INTEGER) AS rangeEnd,
      o.line, o.page, CAST(NULL AS TEXT) AS correction, CAST(NULL AS TEXT) AS verified
    FROM observation o
    JOIN documents d ON d.id = o.key / \(StoreSchema.span)
    JOIN passage p ON p.document = d.id AND p.number = o.passage
    WHERE NOT EXISTS (SELECT 1 FROM revision WHERE revision.key = o.key)
    UNION ALL
    SELECT \(field("id")), \(field("kind")), \(field("indicator")), \(field("topic")),
      \(field("value")), \(field("lower")), \(field("upper")), \(field("qualifier")),
      \(field("unit")), \(field("period")), \(field("comparedWith")), \(field("direction")),
      \(field("assessment")), \(field("group")), \(field("confidence")), \(field("label")),
      \(field("body")), \(field("about")),
      (SELECT group_concat(value, ';') FROM json_each(observation, '$.rules')),
      \(field("repeats")), document, \(field("source.document")), \(field("source.path")),
      \(field("source.content")), \(field("source.item")), \(field("source.itemTitle")),
      \(field("source.reference")), \(field("source.section")),
      \(speakers(field("source.speakers"), "name")),
      \(speakers(field("source.speakers"), "party")),
      \(field("source.date")), \(field("source.quote")), \(field("source.range[0]")),
      \(field("source.range[1]")), \(field("source.line")), \(field("source.page")),
      \(field("correction.note")), \(field("verified"))
    FROM revision WHERE NOT rejected
    """

  private static func field(_ path: String) -> String { "json_extract(observation, '$.\(path)')" }

  /// One thing of every speaker, with semicolons between them; NULL where nobody has it.
  private static func speakers(_ list: String, _ key: String) -> String {
    let value = "json_extract(value, '$.\(key)')"
    return """
      (SELECT CASE WHEN count(\(value)) > 0 THEN group_concat(coalesce(\(value), ''), ';') END \
      FROM json_each(\(list)))
      """
  }
}
