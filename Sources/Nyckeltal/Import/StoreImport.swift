import Foundation
public import NyckeltalExtraction
public import NyckeltalModel
public import NyckeltalStore
import NyckeltalText

/// What came of one file that was to be imported.
public struct ImportResult: Sendable {
  /// The file's path.
  public let path: String
  /// What was done; `nil` where it failed.
  public let outcome: SaveOutcome?
  /// How many observations it states, where it was read.
  public let observations: Int
  /// Why it could not be read.
  public let failure: (any Failure)?
  /// What the reader should know about how it was read.
  public let notes: [String]
}

/// What came of an import.
public struct ImportSummary: Sendable, Hashable {
  /// Documents that were not in the store before.
  public var new = 0
  /// Documents that were there, from as new an extraction.
  public var unchanged = 0
  /// Documents whose older extraction, or whose predecessor, was replaced.
  public var replaced = 0
  /// Files that could not be read.
  public var failed = 0
  /// Observations that came in.
  public var observations = 0

  /// Adds what came of one file.
  mutating func add(_ result: ImportResult) {
    switch result.outcome?.action {
    case .new?: new += 1
    case .unchanged?: unchanged += 1
    case .replaced?: replaced += 1
    case nil: failed += 1
    }
    if result.outcome?.action != .unchanged { observations += result.observations }
  }
}

/// Brings documents, tables of figures (`.csv`) and exported observations (`.jsonl`) into a store.
///
/// Documents are read with all processors and written one by one, each whole or not at all. What is
/// in the store from as new an extraction is not read again.
///
/// ```swift
/// let store = try ObservationStore(at: "nyckeltal.sqlite")
/// let extractor = ObservationExtractor(catalogue: try .builtIn())
/// let summary = try StoreImport(store: store, extractor: extractor).run(["minutes/"])
/// ```
public struct StoreImport: Sendable {
  /// Where they go.
  public let store: ObservationStore
  /// What reads the documents.
  public let extractor: ObservationExtractor
  /// How many documents are read at once; `nil` for as many as there are processors.
  public var width: Int?
  /// Whether a document replaces earlier ones of the same name with other content.
  public var replacesSameName = false
  /// Whether tables of figures have a decimal comma.
  public var hasDecimalComma = false
  /// What the columns and codes of tables of figures are; with it `.json` (JSON-stat) is a table too.
  public var mapping: FiguresMapping?
  /// What makes text of a file: plain text and Markdown, unless another is given.
  public var source = TextSource.plain

  /// Makes an import.
  public init(store: ObservationStore, extractor: ObservationExtractor) {
    self.store = store
    self.extractor = extractor
  }

  /// Imports files and folders.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, `-`.
  ///   - each: Called for every file, the documents in their order, then the tables of figures.
  /// - Returns: How many documents were new, unchanged, replaced or failed.
  /// - Throws: ``StoreError`` when the store cannot be written; what came before stays. What the
  ///   closure throws ends the import.
  @discardableResult
  public func run(
    _ paths: [String],
    each: (ImportResult) throws -> Void = { _ in }
  ) throws -> ImportSummary {
    try run(paths, isCancelled: nil, each: each)
  }

  /// Imports files and folders until that is given up.
  @discardableResult
  func run(
    _ paths: [String],
    isCancelled: (@Sendable () -> Bool)?,
    each: (ImportResult) throws -> Void
  ) throws -> ImportSummary {
    var summary = ImportSummary()
    func report(_ result: ImportResult) throws {
      summary.add(result)
      try each(result)
    }
    let inputs = InputFiles(paths, recognizes: source.recognizes)
    for failure in inputs.missing {
      try report(ImportResult(path: failure.path, failure: failure))
    }
    let stamps = Stamps(extractor, hasDecimalComma: hasDecimalComma, mapping: mapping)
    let current = Set(
      try store.documents()
        .filter { $0.kind == .text && $0.isCurrent(for: stamps.text) }.map(\.content)
    )
    var batch = DocumentBatch(extractor: extractor, width: width, source: source)
    batch.isKnown = { current.contains($0) }
    batch.takesExports = true
    batch.tellsEarlierContent = true
    batch.isCancelled = isCancelled
    try batch.read(inputs.files.filter { !isTable($0) }) { seen in
      if seen.isKnown, let result = try recognize(seen, stamp: stamps.text) {
        return try report(result)
      }
      // another program may have taken out what was known
      var again = batch
      again.isKnown = nil
      try report(try save(seen.isKnown ? again.read(seen.path) : seen, stamps))
    }
    for path in inputs.files.filter(isTable) {
      try report(try importTable(path, stamp: stamps.figures))
    }
    return summary
  }

  /// Imports a document, a table of figures (`.csv`) or exported observations from memory.
  ///
  /// It is known by the same content as a file with its bytes: neither is taken in beside the other.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - name: Its name, whose suffix helps to tell what it is.
  /// - Returns: What came of it.
  /// - Throws: ``StoreError`` when the store cannot be written.
  @discardableResult
  public func add(_ bytes: [UInt8], named name: String) throws -> ImportResult {
    let stamps = Stamps(extractor, hasDecimalComma: hasDecimalComma, mapping: mapping)
    if isTable(name) { return try importTable(name, bytes: bytes, stamp: stamps.figures) }
    var batch = DocumentBatch(extractor: extractor, width: 1, source: source)
    batch.takesExports = true
    batch.tellsEarlierContent = true
    return try save(batch.read(bytes, named: name), stamps)
  }

  private func save(_ result: DocumentResult, _ stamps: Stamps) throws -> ImportResult {
    if let failure = result.failure { return ImportResult(path: result.path, failure: failure) }
    let document = StoredDocument(
      names: [InputFiles.name(of: result.path)],
      content: result.content,
      kind: result.isExport ? .figures : .text,
      stamp: result.isExport ? stamps.export : stamps.text,
      earlierContent: result.earlierContent
    )
    return try save(document, result.observations, path: result.path, notes: result.notes)
  }

  private func isTable(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".csv") || mapping != nil && name.hasSuffix(".json")
  }

  private func recognize(
    _ result: DocumentResult,
    stamp: ExtractionStamp
  ) throws(StoreError) -> ImportResult? {
    let document = StoredDocument(
      names: [InputFiles.name(of: result.path)],
      content: result.content,
      stamp: stamp
    )
    guard let outcome = try store.recognize(document, replacingSameName: replacesSameName) else {
      return nil
    }
    return ImportResult(
      path: result.path,
      outcome: outcome,
      observations: 0,
      failure: nil,
      notes: []
    )
  }

  private func importTable(
    _ path: String,
    bytes: [UInt8]? = nil,
    stamp: ExtractionStamp
  ) throws -> ImportResult {
    do {
      let bytes = try bytes ?? InputFiles.read(path)
      let source = try SourceText(name: InputFiles.name(of: path), bytes: bytes)
      var file = FiguresFile(catalogue: extractor.catalogue, hasDecimalComma: hasDecimalComma)
      file.mapping = mapping
      let observations = try file.observations(in: source)
      let document = StoredDocument(
        names: [source.name],
        content: ContentKey.of(bytes),
        kind: .figures,
        stamp: stamp,
        earlierContent: ContentKey.earlier(bytes)
      )
      let notes = source.encoding == .utf8 ? [] : ["\(path): read as \(source.encoding.rawValue)"]
      return try save(document, observations, path: path, notes: notes)
    } catch let failure as StoreError {
      throw failure
    } catch let failure as any Failure {
      return ImportResult(path: path, failure: failure)
    }
  }

  private func save(
    _ document: StoredDocument,
    _ observations: [Observation],
    path: String,
    notes: [String]
  ) throws(StoreError) -> ImportResult {
    let outcome = try store.save(
      document,
      observations: observations,
      replacingSameName: replacesSameName
    )
    var notes = notes
    if outcome.known > 0 {
      notes.append("\(path): \(outcome.known) observation(s) are in the store already")
    }
    return ImportResult(
      path: path,
      outcome: outcome,
      observations: observations.count - outcome.known,
      failure: nil,
      notes: notes
    )
  }

  /// What the observations of this import are produced by.
  private struct Stamps {
    let text: ExtractionStamp
    let figures: ExtractionStamp
    let export: ExtractionStamp

    init(
      _ extractor: ObservationExtractor,
      hasDecimalComma: Bool,
      mapping: FiguresMapping?
    ) {
      let catalogue = String(extractor.catalogue.fingerprint, radix: 16)
      text = ExtractionStamp(
        revision: ObservationExtractor.revision,
        settings: "catalogue \(catalogue)" + (extractor.includesOther ? ", all" : "")
          + (extractor.judge.map { ", weights \(StableHash.hexadecimal($0.fingerprint))" } ?? "")
      )
      figures = ExtractionStamp(
        revision: FiguresFile.revision,
        settings: "catalogue \(catalogue)" + (hasDecimalComma ? ", decimal comma" : "")
          + (mapping.map { ", mapping \($0.fingerprint)" } ?? "")
      )
      // what was exported does not change with the catalogue
      export = ExtractionStamp(revision: ObservationsFile.revision, settings: "export")
    }
  }
}

extension ImportResult {
  fileprivate init(path: String, failure: any Failure) {
    self.init(path: path, outcome: nil, observations: 0, failure: failure, notes: [])
  }
}
