import GRDB

/// What a column of a store holds, checked where it is read: a file that was damaged, or changed by
/// another program, may hold anything in any column.
struct StoredColumn {
  /// What may stand in it.
  enum Content {
    case text, whole, number, key
  }

  var name: String
  var content: Content
  var isOptional = false

  private var condition: String {
    let rule =
      switch content {
      case .text: "typeof(\(name)) = 'text'"
      // no document, line or count comes near
      case .whole: "typeof(\(name)) = 'integer' AND \(name) BETWEEN 0 AND 1099511627776"
      case .number:
        "typeof(\(name)) IN ('real', 'integer') AND \(name) BETWEEN -1e300 AND 1e300"
      case .key: "typeof(\(name)) = 'integer' AND \(name) BETWEEN 1 AND 2147483647"
      }
    return isOptional ? "(\(name) IS NULL OR \(rule))" : "(\(rule))"
  }

  /// An expression in SQL that is 1 where columns hold what they should.
  static func check(_ columns: [StoredColumn]) -> String {
    columns.map(\.condition).joined(separator: " AND ")
  }

  /// Throws where the expression is not 1 in a row whose first column is its key.
  static func confirm(_ row: Row, at index: Int, _ table: String) throws {
    let isSound: DatabaseValue = row[index]
    if case .int64(1) = isSound.storage { return }
    let key: DatabaseValue = row[0]
    throw damaged(table, key.description)
  }

  /// An error that names table and row.
  static func damaged(_ table: String, _ key: String, _ what: String = "a value") -> DatabaseError {
    DatabaseError(
      resultCode: .SQLITE_CORRUPT,
      message: "table \(table), row \(key): \(what) that cannot be"
    )
  }

  static let document: [StoredColumn] = [
    StoredColumn(name: "key", content: .key), StoredColumn(name: "content", content: .text),
    StoredColumn(name: "kind", content: .text), StoredColumn(name: "revision", content: .whole),
    StoredColumn(name: "settings", content: .text),
    StoredColumn(name: "observations", content: .whole),
  ]

  static let correction: [StoredColumn] =
    [
      StoredColumn(name: "key", content: .whole), StoredColumn(name: "rejected", content: .whole),
      StoredColumn(name: "verified", content: .whole),
      StoredColumn(name: "value", content: .number, isOptional: true),
    ]
    + ["observation", "content", "name", "quote", "reading", "note", "date"].map {
      StoredColumn(name: $0, content: .text)
    }
    + [
      "kind", "indicator", "topic", "unit", "period", "undone", "changes", "standing", "added",
    ].map {
      StoredColumn(name: $0, content: .text, isOptional: true)
    }

  static let passage: [StoredColumn] =
    [StoredColumn(name: "number", content: .whole)]
    + [
      "name", "item", "itemTitle", "reference", "section", "speakers", "date", "path", "content",
    ].map {
      StoredColumn(name: $0, content: .text, isOptional: true)
    }

  static let observation: [StoredColumn] = ObservationColumn.allCases.compactMap { column in
    switch column {
    case .key: nil
    case .value, .lower, .upper:
      StoredColumn(name: "\(column)", content: .number, isOptional: true)
    case .confidence: StoredColumn(name: "\(column)", content: .number)
    case .rules, .passage, .start, .length, .line: StoredColumn(name: "\(column)", content: .whole)
    case .page, .proof: StoredColumn(name: "\(column)", content: .whole, isOptional: true)
    case .id, .kind, .topic, .quote: StoredColumn(name: "\(column)", content: .text)
    default: StoredColumn(name: "\(column)", content: .text, isOptional: true)
    }
  }
}

extension Optional {
  /// A term by its stored name; `nil` for none, and an error for one that there is not.
  static func term(
    _ name: String?,
    _ table: String,
    _ key: Int64,
    _ make: (String) -> Wrapped?
  ) throws -> Wrapped? {
    guard let name else { return nil }
    guard let term = make(name) else {
      throw StoredColumn.damaged(table, "\(key)", "a term")
    }
    return term
  }
}
