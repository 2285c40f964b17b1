import GRDB
public import NyckeltalModel

extension ObservationStore {
  /// The documents in the store, in the order of their names.
  ///
  /// - Throws: ``StoreError``
  public func documents() throws(StoreError) -> [StoredDocument] {
    try read { try Self.documents($0).map(\.document) }
  }

  /// How many documents there are.
  ///
  /// - Throws: ``StoreError``
  public func documentCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM document") ?? 0 }
  }

  /// Observations with their corrections applied, in the order of their documents' names and of the
  /// documents themselves, whatever the order in which they were imported.
  ///
  /// - Throws: ``StoreError``
  public func observations(
    _ filter: ObservationFilter = ObservationFilter()
  ) throws(StoreError) -> [Observation] {
    try read { database in
      var found: [Observation] = []
      try Self.each(database, filter) { found.append($0) }
      return found
    }
  }

  /// Calls back for each observation with its correction applied, in the same order, and holds no
  /// more than the observations of one corrected document at a time.
  ///
  /// - Throws: ``StoreError``; what the closure throws ends the reading and comes out as it is.
  public func enumerate(
    _ filter: ObservationFilter = ObservationFilter(),
    _ body: (Observation) throws -> Void
  ) throws {
    try reading { try Self.each($0, filter, body) }
  }

  /// The documents in the order of their names, each with those of its observations that are wanted.
  ///
  /// - Throws: ``StoreError``
  public func observationsByDocument(
    _ filter: ObservationFilter = ObservationFilter()
  ) throws(StoreError) -> [(document: StoredDocument, observations: [Observation])] {
    try read { database in
      var found: [(document: StoredDocument, observations: [Observation])] = []
      try Self.each(database, filter, begin: { found.append(($0, [])) }) {
        found[found.count - 1].observations.append($0)
      }
      return found
    }
  }

  private static func each(
    _ database: Database,
    _ filter: ObservationFilter,
    begin: (StoredDocument) -> Void = { _ in },
    _ body: (Observation) throws -> Void
  ) throws {
    let documents = try documents(database)
    let corrections = CorrectionTable(
      try entries(database).filter { $0.undone == nil },
      documents: documents.map(\.document)
    )
    var reader = try ObservationReader(database)
    for (key, document) in documents {
      begin(document)
      let entries = corrections.entries(for: document)
      if entries.isEmpty {
        if filter.isCorrected || filter.rejected == .only || filter.verified == .only { continue }
        try reader.forEach(of: key, named: document.name, where: filter.condition) {
          if filter.matches($0) { try body($0) }
        }
      } else {
        var observations: [Observation] = []
        try reader.forEach(of: key, named: document.name) { observations.append($0) }
        let corrected = CorrectionTable.corrected(observations, by: entries, document: document)
        for observation in corrected.inOrder where filter.matches(observation) {
          try body(observation)
        }
      }
    }
  }

  /// The documents with their keys, in the order of their names, then of their content.
  static func documents(
    _ database: Database
  ) throws -> [(key: Int64, document: StoredDocument)] {
    var names: [Int64: [String]] = [:]
    let pairs = try Row.fetchCursor(
      database,
      sql: """
        SELECT document, name, typeof(document) = 'integer' AND typeof(name) = 'text'
        FROM documentName ORDER BY name
        """
    )
    while let row = try pairs.next() {
      try StoredColumn.confirm(row, at: 2, "documentName")
      names[row[0], default: []].append(row[1])
    }
    var documents: [(key: Int64, document: StoredDocument)] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT key, content, kind, revision, settings, observations,
        \(StoredColumn.check(StoredColumn.document)) FROM document
        """
    )
    while let row = try rows.next() {
      try StoredColumn.confirm(row, at: 6, "document")
      let key: Int64 = row[0]
      let kind: String = row[2]
      guard let kind = StoredDocument.Kind(rawValue: kind) else {
        throw StoredColumn.damaged("document", "\(key)", "a kind")
      }
      let document = StoredDocument(
        names: names[key] ?? [],
        content: row[1],
        kind: kind,
        stamp: ExtractionStamp(revision: row[3], settings: row[4]),
        observations: row[5]
      )
      documents.append((key, document))
    }
    return documents.sorted {
      ($0.document.name, $0.document.content) < ($1.document.name, $1.document.content)
    }
  }
}
