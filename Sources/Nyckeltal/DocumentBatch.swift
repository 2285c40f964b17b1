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
  public internal(set) var content: String
  /// What stores of earlier versions know it by.
  public internal(set) var earlierContent = ""
  /// Whether it was left unread, because it is known.
  public let isKnown: Bool
  /// Whether further results for the same document follow; only of a batch that divides documents.
  public var goesOn = false
  /// Whether it holds observations that the tool has written, and no text.
  public var isExport = false
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
  /// Whether what documents are known by in a store is worked out, and told with each source.
  public var tellsContent = true
  /// Whether what stores of earlier versions know them by is worked out too.
  var tellsEarlierContent = false
  /// Whether the reading is given up; asked after every paragraph.
  var isCancelled: (@Sendable () -> Bool)?
  /// Whether a file of observations that the tool has written (`.jsonl`) is taken as these, and not
  /// refused as data.
  public var takesExports = false
  /// From how many bytes on a document is handed on in several results, so that its observations
  /// need not all be held at once; `nil` for one result for each document.
  public var divides: Int?
  /// How many documents are read at once.
  public var width: Int
  /// What makes text of a file.
  public let source: TextSource
  /// About how many observations of a divided document make a result.
  private static let part = 4_096

  /// Makes a batch.
  ///
  /// - Parameters:
  ///   - extractor: What reads each document.
  ///   - width: How many documents are read at once; one for each processor if it is not given.
  ///   - source: What makes text of a file: of plain text and Markdown, unless another is given.
  public init(
    extractor: ObservationExtractor,
    width: Int? = nil,
    source: TextSource = .plain
  ) {
    self.extractor = extractor
    self.source = source
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
      // a look ahead at many files' sizes would hold up the first results
      let limit = min(start + 4_096, files.count)
      let end = files[start..<limit].firstIndex(where: isDivided) ?? limit
      try read(Array(files[start..<end]), together: each)
      start = end
    }
  }

  private func isDivided(_ path: String) -> Bool {
    guard let divides, path != InputFiles.standardInput else { return false }
    var status = stat()
    return stat(path, &status) == 0 && Int(status.st_size) >= divides
  }

  private func readInParts(_ path: String, _ each: (DocumentResult) throws -> Void) rethrows {
    let document: OpenDocument
    switch Result(catching: { try open(path, try read(bytesOf: path)) }) {
    case .success(let opened): document = opened
    case .failure(let error): return try each(DocumentResult(path: path, error: error))
    }
    var cells: [Range<Int>] = []
    var leftOut: [LeftOut] = []
    let minutes = Minutes(document.source)
    try extractor.read(minutes, explaining: explains, parts: Self.part) { part in
      cells += part.uncertainCells
      leftOut += part.leftOut
      var result = DocumentResult(path: path, document, part)
      result.goesOn = true
      try each(result)
    }
    // what is to be said of the whole
    try each(
      DocumentResult(path: path, document, Extraction(uncertainCells: cells, leftOut: leftOut))
    )
  }

  private func read(bytesOf path: String) throws(InputError) -> [UInt8] {
    let bytes = try InputFiles.read(path, limit: source.limit)
    if ReportMark.isOn(bytes) { throw InputError(code: .ownReport, path: path) }
    return bytes
  }

  private func open(_ path: String, _ bytes: [UInt8]) throws -> OpenDocument {
    if let isCancelled, isCancelled() { throw CancellationError() }
    let text = try source.text(path, bytes)
    return OpenDocument(
      source: text,
      content: tellsContent ? ContentKey.of(bytes) : "",
      earlierContent: tellsEarlierContent ? ContentKey.earlier(bytes) : ""
    )
  }

  private func read(
    _ files: [String],
    together each: (DocumentResult) throws -> Void
  ) rethrows {
    if width == 1 || files.count == 1 {
      for file in files { try each(read(file)) }
      return
    }
    let queue = ResultQueue(count: files.count, room: width * 8) { read(files[$0]) }
    defer { queue.end() }
    queue.start(readers: min(width, files.count))
    while let result = queue.take() { try each(result) }
  }

  /// Reads one file.
  public func read(_ path: String) -> DocumentResult {
    read(path) { () throws(InputError) in try read(bytesOf: path) }
  }

  /// Reads a document from memory; it is known by the same content as a file with its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - name: Its name, whose suffix helps to tell what it is.
  /// - Returns: What came of it.
  public func read(_ bytes: [UInt8], named name: String) -> DocumentResult {
    read(name) { () throws(InputError) in
      if ReportMark.isOn(bytes) { throw InputError(code: .ownReport, path: name) }
      return bytes
    }
  }

  private func read(
    _ path: String,
    bytes: () throws(InputError) -> [UInt8]
  ) -> DocumentResult {
    do {
      let bytes = try bytes()
      if let isKnown {
        let content = ContentKey.of(bytes)
        if isKnown(content) { return DocumentResult(path: path, knownContent: content) }
      }
      if takesExports, ObservationsFile.recognizes(bytes) { return try export(path, bytes) }
      let document = try open(path, bytes)
      return DocumentResult(
        path: path,
        document,
        try extraction(Minutes(document.source))
      )
    } catch {
      return DocumentResult(path: path, error: error)
    }
  }
}

extension DocumentBatch {
  private func extraction(_ minutes: Minutes) throws -> Extraction {
    guard let isCancelled else { return extractor.read(minutes, explaining: explains) }
    var whole = Extraction()
    try extractor.read(minutes, explaining: explains, parts: 0) { part in
      if isCancelled() { throw CancellationError() }
      whole.append(part)
    }
    return whole
  }

  private func export(_ path: String, _ bytes: [UInt8]) throws -> DocumentResult {
    let file = ObservationsFile(
      catalogue: extractor.catalogue,
      name: InputFiles.name(of: path)
    )
    let extraction = Extraction(observations: try file.observations(bytes))
    var result = DocumentResult(path: path, nil, extraction)
    result.content = ContentKey.of(bytes)
    result.isExport = true
    return result
  }
}

/// A document that has been read from disk.
private struct OpenDocument {
  var source: SourceText
  var content: String
  var earlierContent: String
}

extension DocumentResult {
  fileprivate init(path: String, error: any Error) {
    self.path = path
    failure = error as? any Failure ?? InputError(code: .unreadable, path: path)
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
    _ document: OpenDocument?,
    _ extraction: consuming Extraction
  ) {
    self.path = path
    content = document?.content ?? ""
    if let document {
      let place = path == InputFiles.standardInput || path.isEmpty ? nil : path
      let key = document.content.isEmpty ? nil : document.content
      for index in extraction.observations.indices {
        extraction.observations[index].source.path = place
        extraction.observations[index].source.content = key
      }
    }
    earlierContent = document?.earlierContent ?? ""
    isKnown = false
    failure = nil
    observations = extraction.observations
    explanations = extraction.explanations
    var notes: [String] = []
    if let source = document?.source {
      if source.encoding != .utf8 { notes.append("\(path): read as \(source.encoding.rawValue)") }
      notes += source.notes.map { "\(path): \($0)" }
    }
    let cells = extraction.uncertainCells.count
    if cells > 0 {
      notes.append(
        "\(path): \(cells) table cell(s) left out, because their digits cannot be read with certainty"
      )
    }
    notes += extraction.leftOut.prefix(Self.told).map { "\(path): \($0)" }
    if extraction.leftOut.count > Self.told {
      notes.append("\(path): \(extraction.leftOut.count - Self.told) more column(s) were left out")
    }
    self.notes = notes
  }

  /// How many columns that were left out are told one by one.
  private static let told = 8
}
