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
  /// How many documents are read at once.
  public var width: Int

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
      let chunk = Array(files[start..<min(start + width * 8, files.count)])
      for result in read(chunk: chunk) { try each(result) }
      start += chunk.count
    }
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
      return DocumentResult(
        path: path,
        content: ContentKey.of(hash: source.contentHash, count: bytes.count),
        extraction: extractor.read(Minutes(source), explaining: explains),
        encoding: source.encoding
      )
    } catch let failure as any Failure {
      return DocumentResult(path: path, failure: failure)
    } catch {
      return DocumentResult(path: path, failure: InputError(code: .unreadable, path: path))
    }
  }
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

  fileprivate init(
    path: String,
    content: String,
    extraction: Extraction,
    encoding: SourceText.Encoding
  ) {
    self.path = path
    self.content = content
    isKnown = false
    failure = nil
    observations = extraction.observations
    explanations = extraction.explanations
    var notes: [String] = []
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
