import Dispatch
import Foundation
public import NyckeltalExtraction
import NyckeltalMinutes
public import NyckeltalModel
import NyckeltalText

/// What came of one document.
public struct DocumentResult: Sendable {
  /// The document's path.
  public let path: String
  /// What it states; empty where it could not be read.
  public let observations: [Observation]
  /// Why each observation says what it says; only where it was asked for.
  public let explanations: [Explanation]
  /// Why it could not be read.
  public let failure: (any Failure)?
  /// What the document is known by in a store.
  public let content: String
  /// Whether it was left unread, because it is known.
  public let isKnown: Bool
  /// Whether further results for the same document follow; only of a batch that divides documents.
  public var goesOn = false
  /// What the reader should know about how it was read: that it is in Latin-1, say.
  public let notes: [String]
}

/// Reads many documents with all processors and hands them on in their order.
///
/// ```swift
/// let batch = DocumentBatch(extractor: extractor)
/// batch.read(InputFiles(["minutes/"]).files) { result in
///   for observation in result.observations { print(observation.jsonLine) }
/// }
/// ```
public struct DocumentBatch: Sendable {
  /// What reads each document.
  public let extractor: ObservationExtractor
  /// Whether the sentence and cues of every observation are kept.
  public var explains = false
  /// Which contents need not be read again; called from several threads.
  public var isKnown: (@Sendable (String) -> Bool)?
  /// From how many bytes on a document is handed on in several results, so that its observations
  /// need not all be held at once; `nil` for one result for each document.
  public var divides: Int?
  /// How many documents are read at once.
  public var width: Int
  /// About how many observations of a divided document make a result.
  private static let part = 4_096

  /// Makes a batch.
  public init(extractor: ObservationExtractor, width: Int? = nil) {
    self.extractor = extractor
    self.width = max(1, width ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Reads files and calls back for each, in the order given, whatever the number of threads.
  ///
  /// No more than a few documents are held at a time.
  public func read(
    _ files: [String],
    each: (DocumentResult) throws -> Void
  ) rethrows {
    var start = 0
    while start < files.count {
      if isDivided(files[start]) {
        try readInParts(files[start], each)
        start += 1
        continue
      }
      let limit = min(start + width * 8, files.count)
      let end = files[start..<limit].firstIndex(where: isDivided) ?? limit
      for result in read(chunk: Array(files[start..<end])) { try each(result) }
      start = end
    }
  }

  private func isDivided(_ path: String) -> Bool {
    guard let divides, path != InputFiles.standardInput else { return false }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0 >= divides
  }

  private func readInParts(_ path: String, _ each: (DocumentResult) throws -> Void) rethrows {
    let opened = Result { try open(path) }
    guard case .success(let document) = opened else { return try each(read(path)) }
    var cells: [Range<Int>] = []
    let minutes = Minutes(document.source)
    try extractor.read(minutes, explaining: explains, parts: Self.part) { part in
      cells += part.uncertainCells
      var result = DocumentResult(path: path, document, part)
      result.goesOn = true
      try each(result)
    }
    // what is to be said of the whole
    try each(DocumentResult(path: path, document, Extraction(uncertainCells: cells)))
  }

  private func open(_ path: String) throws -> OpenDocument {
    let bytes = try InputFiles.read(path)
    let source = try SourceText(name: InputFiles.name(of: path), bytes: bytes)
    let content = ContentKey.of(hash: source.contentHash, count: bytes.count)
    return OpenDocument(source: source, content: content)
  }

  private func read(chunk: [String]) -> [DocumentResult] {
    if width == 1 || chunk.count == 1 { return chunk.map { read($0) } }
    let results = ResultSlots(count: chunk.count)
    DispatchQueue.concurrentPerform(iterations: chunk.count) { index in
      results.set(read(chunk[index]), at: index)
    }
    return results.all
  }

  /// Reads one file.
  public func read(_ path: String) -> DocumentResult {
    do {
      let bytes = try InputFiles.read(path)
      if let isKnown {
        let content = ContentKey.of(bytes)
        if isKnown(content) { return DocumentResult(path: path, knownContent: content) }
      }
      let source = try SourceText(name: InputFiles.name(of: path), bytes: bytes)
      let content = ContentKey.of(hash: source.contentHash, count: bytes.count)
      return DocumentResult(
        path: path,
        OpenDocument(source: source, content: content),
        extractor.read(Minutes(source), explaining: explains)
      )
    } catch let failure as any Failure {
      return DocumentResult(path: path, failure: failure)
    } catch {
      return DocumentResult(path: path, failure: InputError(code: .unreadable, path: path))
    }
  }
}

/// A document that has been read from disk.
private struct OpenDocument {
  var source: SourceText
  var content: String
}

extension DocumentResult {
  fileprivate init(path: String, failure: any Failure) {
    self.path = path
    self.failure = failure
    observations = []
    explanations = []
    notes = []
    content = ""
    isKnown = false
  }

  fileprivate init(path: String, knownContent: String) {
    self.path = path
    content = knownContent
    isKnown = true
    failure = nil
    observations = []
    explanations = []
    notes = []
  }

  fileprivate init(path: String, _ document: OpenDocument, _ extraction: Extraction) {
    self.path = path
    content = document.content
    isKnown = false
    failure = nil
    observations = extraction.observations
    explanations = extraction.explanations
    var notes: [String] = []
    let encoding = document.source.encoding
    if encoding != .utf8 { notes.append("\(path): read as \(encoding.rawValue)") }
    let cells = extraction.uncertainCells.count
    if cells > 0 {
      notes.append(
        "\(path): \(cells) table cell(s) left out, because their digits cannot be read with certainty"
      )
    }
    self.notes = notes
  }
}

/// Places for results that several threads fill.
private final class ResultSlots: @unchecked Sendable {
  private var slots: [DocumentResult?]
  private let lock = NSLock()

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ result: DocumentResult, at index: Int) {
    lock.withLock { slots[index] = result }
  }

  var all: [DocumentResult] { lock.withLock { slots.compactMap(\.self) } }
}
