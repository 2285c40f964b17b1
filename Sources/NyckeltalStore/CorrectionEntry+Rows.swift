import Foundation
import GRDB
import NyckeltalModel

extension ObservationStore {
  private static let columns = """
    observation, content, name, quote, reading, kind, indicator, topic, value, unit, period,
    rejected, note, date, undone, changes, standing, verified, added
    """

  /// Every correction in the order in which they were made.
  static func entries(_ database: Database) throws -> [CorrectionEntry] {
    try Row.fetchAll(database, sql: "SELECT \(columns), key FROM correction ORDER BY key")
      .map { row in
        var draft = CorrectionDraft(observation: row[0], note: row[12])
        let reading: String = row[4]
        let kind: String? = row[5]
        let topic: String? = row[7]
        let unit: String? = row[9]
        let period: String? = row[10]
        draft.kind = kind.flatMap(ObservationKind.init(rawValue:))
        draft.indicator = row[6]
        draft.topic = topic.flatMap(Topic.init(rawValue:))
        draft.value = row[8]
        draft.unit = unit.flatMap(FigureUnit.init(rawValue:))
        draft.period = period.flatMap { Period($0) }
        draft.isRejected = row[11]
        draft.isVerified = row[17]
        draft.further = try decoded(row[15]) ?? FurtherChanges()
        draft.added = try decoded(row[18])
        return CorrectionEntry(
          id: row[19],
          draft: draft,
          content: row[1],
          document: row[2],
          quote: row[3],
          original: try JSONDecoder().decode(
            Correction.Original.self,
            from: Data(reading.utf8)
          ),
          standing: try decoded(row[16]),
          date: row[13],
          undone: row[14],
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
