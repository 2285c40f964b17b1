import Foundation
import GRDB
import NyckeltalModel

extension ObservationStore {
  private static let columns = """
    observation, content, name, quote, reading, kind, indicator, topic, value, unit, period,
    rejected, note, date, undone, changes, standing, verified, added
    """

  /// The corrections that fulfil a condition, or all, in the order in which they were made.
  static func entries(
    _ database: Database,
    where condition: String = "1",
    _ arguments: StatementArguments = []
  ) throws -> [CorrectionEntry] {
    let check = StoredColumn.check(StoredColumn.correction)
    return try Row.fetchAll(
      database,
      sql: "SELECT key, \(check), \(columns) FROM correction WHERE \(condition) ORDER BY key",
      arguments: arguments
    )
    .map { row in
      try StoredColumn.confirm(row, at: 1, "correction")
      let key: Int64 = row[0]
      var draft = CorrectionDraft(observation: row[2], note: row[14])
      let reading: String = row[6]
      let kind: String? = row[7]
      let topic: String? = row[9]
      let unit: String? = row[11]
      let period: String? = row[12]
      let table = "correction"
      draft.kind = try .term(kind, table, key, ObservationKind.init(rawValue:))
      draft.indicator = row[8]
      draft.topic = try .term(topic, table, key, Topic.init(rawValue:))
      draft.value = row[10]
      draft.unit = try .term(unit, table, key, FigureUnit.init(rawValue:))
      draft.period = try .term(period, table, key) { Period($0) }
      draft.isRejected = row[13]
      draft.isVerified = row[19]
      draft.further = try decoded(row[17]) ?? FurtherChanges()
      draft.added = try decoded(row[20])
      return CorrectionEntry(
        id: key,
        draft: draft,
        content: row[3],
        document: row[4],
        quote: row[5],
        original: try JSONDecoder().decode(
          Correction.Original.self,
          from: Data(reading.utf8)
        ),
        standing: try decoded(row[18]),
        date: row[15],
        undone: row[16],
        appliesTo: nil
      )
    }
  }

  private static func decoded<Value: Decodable>(_ text: String?) throws -> Value? {
    try text.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
  }

  static func insert(_ database: Database, _ entry: CorrectionEntry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func text(_ value: (some Encodable)?) throws -> String? {
      try value.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    }
    let draft = entry.draft
    try database.execute(
      sql: """
        INSERT INTO correction (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)
        """,
      arguments: [
        draft.observation, entry.content, entry.document, entry.quote,
        try text(entry.original),
        draft.kind?.rawValue, draft.indicator, draft.topic?.rawValue, draft.value,
        draft.unit?.rawValue, draft.period?.description, draft.isRejected, draft.note, entry.date,
        try text(draft.further.isEmpty ? nil : draft.further), try text(entry.standing),
        draft.isVerified, try text(draft.added),
      ]
    )
  }
}
