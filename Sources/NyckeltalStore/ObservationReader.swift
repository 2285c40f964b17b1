import GRDB
import NyckeltalModel

/// Reads a document's observations as they were extracted.
struct ObservationReader {
  private let database: Database
  private var ruleLists: [Int64: [String]] = [:]
  private var periods: [String: Period] = [:]

  init(_ database: Database) throws {
    self.database = database
    let rows = try Row.fetchCursor(database, sql: "SELECT key, names FROM ruleList")
    while let row = try rows.next() {
      let names: String = row[1]
      ruleLists[row[0]] = names.split(separator: "\n").map(String.init)
    }
  }

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
        SELECT \(ObservationColumn.list) FROM observation
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
    let kind: String = row[.kind]
    let topic: String = row[.topic]
    let number: Int = row[.passage]
    guard let kind = ObservationKind(rawValue: kind), let topic = Topic(rawValue: topic),
      passages.indices.contains(number)
    else {
      let key: Int64 = row[.key]
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT,
        message: "observation \(key) has an unknown kind, topic or passage"
      )
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
    return Observation(
      id: row[.id],
      kind: kind,
      indicator: row[.indicator],
      topic: topic,
      measure: Measure(
        value: row[.value],
        lower: row[.lower],
        upper: row[.upper],
        qualifier: qualifier.flatMap(Qualifier.init(rawValue:)) ?? .exact,
        unit: unit.flatMap(FigureUnit.init(rawValue:))
      ),
      period: period(row[.period]),
      comparedWith: period(row[.comparedWith]),
      direction: direction.flatMap(Direction.init(rawValue:)),
      assessment: assessment.flatMap(Assessment.init(rawValue:)),
      group: row[.population],
      confidence: row[.confidence],
      label: row[.label],
      body: row[.body],
      about: row[.about],
      rules: ruleLists[rules] ?? [],
      repeats: row[.repeats],
      source: Source(
        document: passage.name ?? documentName,
        item: passage.item,
        itemTitle: passage.itemTitle,
        reference: passage.reference,
        section: passage.section.flatMap(SectionKind.init(rawValue:)),
        speakers: passage.speakers,
        date: passage.date,
        quote: row[.quote],
        range: start..<start + length,
        line: row[.line],
        page: row[.page],
        boxes: boxes.map(PageBoxes.boxes)
      )
    )
  }

  private mutating func period(_ notation: String?) -> Period? {
    guard let notation else { return nil }
    if let known = periods[notation] { return known }
    let period = Period(notation)
    periods[notation] = period
    return period
  }
}

extension Row {
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: ObservationColumn
  ) -> Value { self[column.rawValue] }
}
