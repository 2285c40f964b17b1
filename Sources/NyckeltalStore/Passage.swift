import Foundation
import GRDB
import NyckeltalModel

/// What the sources of a document's observations have in common: item, section, speakers.
struct Passage: Hashable {
  /// The source's name, where it is not the document's.
  var name: String?
  /// The file's path and content, where the observations say them.
  var path: String?
  var content: String?
  var item: String?
  var itemTitle: String?
  var reference: String?
  var section: String?
  var speakers: [Speaker]
  var date: String?

  init(_ source: Source, documentName: String) {
    name = source.document == documentName ? nil : source.document
    path = source.path
    content = source.content
    item = source.item
    itemTitle = source.itemTitle
    reference = source.reference
    section = source.section?.rawValue
    speakers = source.speakers
    date = source.date
  }

  init(_ row: Row) throws {
    try StoredColumn.confirm(row, at: 10, "passage")
    name = row[1]
    item = row[2]
    itemTitle = row[3]
    reference = row[4]
    section = row[5]
    let text: String? = row[6]
    speakers = try text.map { try JSONDecoder().decode([Speaker].self, from: Data($0.utf8)) } ?? []
    date = row[7]
    path = row[8]
    content = row[9]
  }

  func insert(_ database: Database, document: Int64, number: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text =
      speakers.isEmpty ? nil : String(decoding: try encoder.encode(speakers), as: UTF8.self)
    try database.cachedStatement(
      sql: """
        INSERT INTO passage
          (document, number, name, item, itemTitle, reference, section, speakers, date, path,
          content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    .execute(
      arguments: [
        document, number, name, item, itemTitle, reference, section, text, date, path, content,
      ]
    )
  }

  static func all(_ database: Database, of document: Int64) throws -> [Passage] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number, name, item, itemTitle, reference, section, speakers, date, path,
        content, \(StoredColumn.check(StoredColumn.passage))
        FROM passage WHERE document = ? ORDER BY number
        """
    )
    var passages: [Passage] = []
    let rows = try Row.fetchCursor(statement, arguments: [document])
    while let row = try rows.next() { passages.append(try Passage(row)) }
    return passages
  }
}
