import Foundation
import GRDB
import NyckeltalModel

extension ObservationStore {
  private static let columns = """
    observation, content, name, quote, reading, kind, indicator, topic, value, unit, period,
    rejected, note, date, undone
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
        return CorrectionEntry(
          id: row[15],
          draft: draft,
          content: row[1],
          document: row[2],
          quote: row[3],
          original: try JSONDecoder().decode(
            Correction.Original.self,
            from: Data(reading.utf8)
          ),
          date: row[13],
          undone: row[14],
          appliesTo: nil
        )
      }
  }

  static func insert(_ database: Database, _ entry: CorrectionEntry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let draft = entry.draft
    try database.execute(
      sql: """
        INSERT INTO correction (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
        """,
      arguments: [
        draft.observation, entry.content, entry.document, entry.quote,
        String(decoding: try encoder.encode(entry.original), as: UTF8.self),
        draft.kind?.rawValue, draft.indicator, draft.topic?.rawValue, draft.value,
        draft.unit?.rawValue, draft.period?.description, draft.isRejected, draft.note, entry.date,
      ]
    )
  }
}
