import GRDB
public import NyckeltalModel

extension ObservationStore {
  /// Makes corrections: all of them or, when one is not possible, none.
  ///
  /// - Parameters:
  ///   - drafts: What is to be changed.
  ///   - date: The day, ISO 8601.
  /// - Returns: The observations as they are now, in the order of the drafts.
  /// - Throws: ``StoreError``, ``CorrectionError``
  @discardableResult
  public func correct(_ drafts: [CorrectionDraft], on date: String) throws -> [Observation] {
    for draft in drafts { try draft.check() }
    return try transaction { database in
      let entries = try Self.entries(database).filter { $0.undone == nil }
      var found = try FoundObservations(
        database,
        ids: Set(drafts.map(\.observation)),
        contents: Set(drafts.compactMap(\.added?.content)),
        entries: entries
      )
      let now = try drafts.map { draft in
        if let added = try found.add(draft, on: date) {
          try Self.insert(database, added.entry)
          return added.observation
        }
        guard let place = found.places[draft.observation],
          var entry = found.entry(draft, at: place, date: date),
          var observation = found.observation(at: place)
        else {
          throw StoreError(
            code: .unknownObservation,
            path: draft.place ?? path,
            detail: draft.observation
          )
        }
        let before = observation
        entry.standing = nil
        observation.apply(entry)
        try draft.check(result: observation)
        // the same request once more: nothing is new
        if found.repeats(entry, at: place), observation.says(before) { return before }
        if draft.isVerified { entry.standing = Correction.Original(observation) }
        found.set(observation, by: entry, at: place)
        try Self.insert(database, entry)
        return observation
      }
      for content in found.contents { try Revisions.update(database, content: content) }
      return now
    }
  }

  /// Undoes the latest correction of an observation that is not undone yet; it stays in the history.
  ///
  /// - Returns: The observation as it is now; `nil` when it is no longer in the store.
  /// - Throws: ``StoreError``
  @discardableResult
  public func undo(_ id: String, on date: String) throws(StoreError) -> Observation? {
    try write { database in
      let entries = try Self.entries(database).filter { $0.undone == nil }
      let found = try FoundObservations(database, ids: [id], contents: [], entries: entries)
      let place = found.places[id]
      let last =
        place.flatMap { found.lastEntry(at: $0) }
        ?? entries.last { $0.draft.observation == id }
      guard let last else {
        throw StoreError(
          code: place == nil ? .unknownObservation : .nothingToUndo,
          path: path,
          detail: id
        )
      }
      try database.execute(
        sql: "UPDATE correction SET undone = ? WHERE key = ?",
        arguments: [date, last.id]
      )
      for content in found.contents { try Revisions.update(database, content: content) }
      return place.flatMap { found.observation(at: $0, without: last) }
    }
  }

  /// Every correction that was made, in the order of time, undone ones too.
  ///
  /// - Throws: ``StoreError``
  public func corrections() throws(StoreError) -> [CorrectionEntry] {
    try read { database in
      var entries = try Self.entries(database)
      let documents = try Self.documents(database)
      let table = CorrectionTable(
        entries.filter { $0.undone == nil },
        documents: documents.map(\.document)
      )
      var reader = try ObservationReader(database)
      var targets: [Int64: String] = [:]
      for (key, document) in documents {
        let concerned = table.entries(for: document)
        if concerned.isEmpty { continue }
        var observations: [Observation] = []
        try reader.forEach(of: key, named: document.name) { observations.append($0) }
        let corrected = CorrectionTable.corrected(
          observations,
          by: concerned,
          document: document
        )
        for (entry, index) in corrected.targets { targets[entry.id] = corrected.read[index].id }
      }
      for index in entries.indices { entries[index].appliesTo = targets[entries[index].id] }
      return entries
    }
  }
}

extension CorrectionDraft {
  /// What can be told without the observation.
  fileprivate func check() throws(CorrectionError) {
    if note.allSatisfy(\.isWhitespace), !isVerified {
      throw error("a correction needs a note", "say why, for those who read the reports")
    }
    if changesNothing {
      throw error("nothing is changed", "give a value, an indicator, a period or a kind, or reject")
    }
    if isRejected, isVerified {
      throw error("it is rejected and verified", "do one of both")
    }
    let figures = [value, further.lower, further.upper].compactMap(\.self)
    if !figures.allSatisfy(\.isFinite) {
      throw error("the value is not a number", "give a number in the base unit")
    }
  }

  /// Whether what has come of it can be.
  fileprivate func check(result: Observation) throws(CorrectionError) {
    let kind = result.kind.rawValue
    if value != nil, !result.kind.isFigure {
      throw error("\(kind) has no value", "give a kind with figures too: outcome, target, …")
    }
    if self.kind != nil, result.kind.isFigure, result.measure == nil {
      throw error("\(kind) needs a value", "give the value too, in the base unit")
    }
  }

  private func error(_ problem: String, _ remedy: String) -> CorrectionError {
    CorrectionError(
      place: place,
      problem: "\(observation): \(problem)",
      remedy: remedy
    )
  }
}
