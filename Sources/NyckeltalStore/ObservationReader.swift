import GRDB
import NyckeltalModel

/// Reads a document's observations as they were extracted.
struct ObservationReader {
  private let database: Database
  private var ruleLists: [Int64: [String]] = [:]
  private var periods: [String: Period] = [:]

  init(_ database: Database) throws {
    self.database = database
    let check = "typeof(key) = 'integer' AND typeof(names) = 'text'"
    let rows = try Row.fetchCursor(database, sql: "SELECT key, names, \(check) FROM ruleList")
    while let row = try rows.next() {
      try StoredColumn.confirm(row, at: 2, "ruleList")
      let names: String = row[1]
      ruleLists[row[0]] = names.split(separator: "\n").map(String.init)
    }
  }

  private static let check = StoredColumn.check(StoredColumn.observation)

  /// Calls back for each observation of a document that fulfils a condition, in its order.
  mutating func forEach(
    of document: Int64,
    named name: String,
    where condition: String = "",
    _ body: (Observation) throws -> Void
  ) throws {
    let passages = try Passage.all(database, of: document)
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(ObservationColumn.list), \(Self.check) FROM observation
        WHERE key >= ? AND key < ?\(condition) ORDER BY key
        """
    )
    let rows = try Row.fetchCursor(
      statement,
      arguments: [document * StoreSchema.span, (document + 1) * StoreSchema.span]
    )
    while let row = try rows.next() {
      try body(try observation(row, passages: passages, documentName: name))
    }
  }

  private mutating func observation(
    _ row: Row,
    passages: [Passage],
    documentName: String
  ) throws -> Observation {
    try StoredColumn.confirm(row, at: ObservationColumn.allCases.count, "observation")
    let key: Int64 = row[.key]
    let kind: String = row[.kind]
    let topic: String = row[.topic]
    let number: Int = row[.passage]
    guard let kind = ObservationKind(rawValue: kind), let topic = Topic(rawValue: topic),
      passages.indices.contains(number)
    else {
      throw StoredColumn.damaged("observation", "\(key)", "a kind, topic or passage")
    }
    let passage = passages[number]
    let start: Int = row[.start]
    let length: Int = row[.length]
    let rules: Int64 = row[.rules]
    let qualifier: String? = row[.qualifier]
    let unit: String? = row[.unit]
    let direction: String? = row[.direction]
    let assessment: String? = row[.assessment]
    let boxes: String? = row[.boxes]
    guard let ruleList = ruleLists[rules] else {
      throw StoredColumn.damaged("observation", "\(key)", "a list of rules")
    }
    let table = "observation"
    let observation = Observation(
      id: row[.id],
      kind: kind,
      indicator: row[.indicator],
      topic: topic,
      measure: Measure(
        value: row[.value],
        lower: row[.lower],
        upper: row[.upper],
        qualifier: try .term(qualifier, table, key, Qualifier.init(rawValue:)) ?? .exact,
        unit: try .term(unit, table, key, FigureUnit.init(rawValue:))
      ),
      period: try period(row[.period], key),
      comparedWith: try period(row[.comparedWith], key),
      direction: try .term(direction, table, key, Direction.init(rawValue:)),
      assessment: try .term(assessment, table, key, Assessment.init(rawValue:)),
      group: row[.population],
      confidence: row[.confidence],
      label: row[.label],
      body: row[.body],
      about: row[.about],
      rules: ruleList,
      repeats: row[.repeats],
      source: Source(
        document: passage.name ?? documentName,
        path: passage.path,
        content: passage.content,
        item: passage.item,
        itemTitle: passage.itemTitle,
        reference: passage.reference,
        section: try .term(passage.section, "passage", key, SectionKind.init(rawValue:)),
        speakers: passage.speakers,
        date: passage.date,
        quote: row[.quote],
        range: start..<start + length,
        line: row[.line],
        page: row[.page],
        boxes: boxes.map(PageBoxes.boxes)
      )
    )
    // documents that an earlier version has read have none
    if let proof = row[.proof] as Int64?, proof != ObservationProof.of(observation) {
      throw StoredColumn.damaged(table, "\(key)", "values")
    }
    return observation
  }

  private mutating func period(_ notation: String?, _ key: Int64) throws -> Period? {
    guard let notation else { return nil }
    if let known = periods[notation] { return known }
    let period = try Period?.term(notation, "observation", key) { Period($0) }
    periods[notation] = period
    return period
  }
}

extension Row {
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: ObservationColumn
  ) -> Value { self[column.rawValue] }
}
