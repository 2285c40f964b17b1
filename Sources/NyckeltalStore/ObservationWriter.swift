import Foundation
import GRDB
import NyckeltalModel

/// Writes a document's observations through prepared statements.
///
/// Values are bound one by one: an array of arguments for each row takes longer than the row itself.
/// What many observations share, their passage and their list of rules, is written once.
struct ObservationWriter {
  private let database: Database
  private let document: Int64
  private let name: String
  private let statement: Statement
  private var number: Int64 = 0
  private var passages: [Passage: Int] = [:]
  private var lastPassage: (Passage, Int)?
  private var ruleLists: [[String]: Int64] = [:]

  init(_ database: Database, document: Int64, name: String) throws {
    self.database = database
    self.document = document
    self.name = name
    let places = ObservationColumn.allCases.map { _ in "?" }.joined(separator: ", ")
    statement = try database.cachedStatement(
      sql: "INSERT INTO observation (\(ObservationColumn.list)) VALUES (\(places))"
    )
  }

  mutating func write(_ observation: Observation) throws {
    let source = observation.source
    let passage = try key(of: Passage(source, documentName: name))
    let rules = try key(of: observation.rules)
    // resets the statement and clears what was bound: what is not bound is NULL
    statement.setUncheckedArguments([])
    try bind(document * StoreSchema.span + number, .key)
    try bind(observation.id, .id)
    try bind(observation.kind.rawValue, .kind)
    try bind(observation.indicator, .indicator)
    try bind(observation.topic.rawValue, .topic)
    try bind(observation.value, .value)
    try bind(observation.lower, .lower)
    try bind(observation.upper, .upper)
    if observation.qualifier != .exact { try bind(observation.qualifier.rawValue, .qualifier) }
    try bind(observation.unit?.rawValue, .unit)
    try bind(observation.period?.description, .period)
    try bind(observation.comparedWith?.description, .comparedWith)
    try bind(observation.direction?.rawValue, .direction)
    try bind(observation.assessment?.rawValue, .assessment)
    try bind(observation.group, .population)
    try bind(observation.confidence, .confidence)
    try bind(rules, .rules)
    try bind(observation.repeats, .repeats)
    try bind(passage, .passage)
    try bind(source.quote, .quote)
    try bind(source.range.lowerBound, .start)
    try bind(source.range.count, .length)
    try bind(source.line, .line)
    try bind(source.page, .page)
    try bind(source.boxes.map(PageBoxes.text), .boxes)
    try bind(observation.label, .label)
    try bind(observation.body, .body)
    try bind(observation.about, .about)
    try bind(ObservationProof.of(observation), .proof)
    try statement.execute()
    number += 1
  }

  private func bind(
    _ value: (some StatementBinding)?,
    _ column: ObservationColumn
  ) throws(DatabaseError) {
    guard let value else { return }
    let code = value.bind(to: statement.sqliteStatement, at: CInt(column.rawValue + 1))
    if code != ResultCode.SQLITE_OK.rawValue {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  private mutating func key(of passage: Passage) throws -> Int {
    if let lastPassage, lastPassage.0 == passage { return lastPassage.1 }
    let key: Int
    if let known = passages[passage] {
      key = known
    } else {
      key = passages.count
      passages[passage] = key
      try passage.insert(database, document: document, number: key)
    }
    lastPassage = (passage, key)
    return key
  }

  private mutating func key(of rules: [String]) throws -> Int64 {
    if let known = ruleLists[rules] { return known }
    let names = rules.joined(separator: "\n")
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO ruleList (names) VALUES (?)"
    )
    try insert.execute(arguments: [names])
    let select = try database.cachedStatement(sql: "SELECT key FROM ruleList WHERE names = ?")
    guard let key = try Int64.fetchOne(select, arguments: [names]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a list of rules is not kept")
    }
    ruleLists[rules] = key
    return key
  }
}

/// The columns of the table of observations, in the order in which they are bound and read.
enum ObservationColumn: Int, CaseIterable {
  case key, id, kind, indicator, topic, value, lower, upper, qualifier, unit, period
  case comparedWith, direction, assessment, population, confidence, rules, repeats, passage
  case quote, start, length, line, page, boxes, label, body, about, proof

  /// The names, as a list in SQL.
  static let list = allCases.map { "\($0)" }.joined(separator: ", ")
}
