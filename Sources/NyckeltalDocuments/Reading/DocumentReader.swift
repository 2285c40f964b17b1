public import Foundation
public import NyckeltalText

/// Reads documents as they are published: PDF, Word, web pages, plain text and Markdown.
///
/// All of them become `SourceText`. The format is told by a file's content. PDFs are read by
/// `pdftotext` in a process of its own, under limits and without network or writing; that process
/// is kept for the next document and ends with the reader.
///
/// ```swift
/// let reader = DocumentReader()
/// let source = try reader.read("minutes.pdf")
/// for observation in extractor.observations(in: source) { print(observation.jsonLine) }
/// ```
///
/// A reader may be used from several threads at once.
public final class DocumentReader: Sendable {
  /// Where documents in formats other than text are read.
  public enum Isolation: Sendable, Hashable {
    /// In this process, but for what `pdftotext` does: a fault in a reader ends the program.
    case none
    /// In processes of this same program, whose `main` begins with
    /// ``DocumentWorker/serveIfAsked()``: a fault in a reader costs that document alone, and is a
    /// ``DocumentError`` with the code ``DocumentError/Code/readerEnded``.
    case ownProcess
    /// In processes of a program of that path, whose `main` begins so.
    case process(String)
  }

  /// What reading one document may take.
  public let limits: DocumentLimits
  private let processes: TextProcesses
  private let workers: DocumentWorkers?

  /// Makes a reader.
  public init(limits: DocumentLimits = DocumentLimits(), isolation: Isolation = .none) {
    self.limits = limits
    processes = TextProcesses(limits: limits)
    let program: String? =
      switch isolation {
      case .none: nil
      case .ownProcess: System.ownProgram
      case .process(let path): path
      }
    workers = program.map { DocumentWorkers(command: [$0], limits: limits) }
  }

  deinit {
    processes.end()
    workers?.end()
  }

  /// Reads a file.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its text.
  /// - Throws: ``DocumentError``, or `SourceTextError` for a text file.
  public func read(_ path: String) throws -> SourceText {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      let head = try file.read(upToCount: DocumentFormat.headLength) ?? Data()
      let most = limits.bytes(head: head)
      // never mapped: a file that is cut short meanwhile would end the program
      let rest = head.isEmpty ? nil : try file.read(upToCount: most - min(most, head.count) + 1)
      bytes = head + (rest ?? Data())
      if bytes.isEmpty { throw DocumentError(.empty, document: path) }
    } catch let error as DocumentError {
      throw error
    } catch {
      throw DocumentError(.unreadable, document: path)
    }
    return try read(name: name, path: path, bytes: bytes)
  }

  /// Reads a file whose bytes are in memory already.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: Its bytes.
  /// - Returns: Its text.
  /// - Throws: ``DocumentError``, or `SourceTextError` for a text file.
  public func read(_ path: String, bytes: [UInt8]) throws -> SourceText {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if bytes.count <= limits.textBytes, DocumentFormat(head: bytes) == .text {
      return try SourceText(name: name, prose: bytes)
    }
    return try read(name: name, path: path, bytes: Data(bytes))
  }

  /// Reads a document that is in memory.
  ///
  /// - Parameters:
  ///   - name: Its name, for provenance and errors.
  ///   - bytes: The whole document.
  /// - Returns: Its text.
  /// - Throws: ``DocumentError``, or `SourceTextError` for text.
  public func read(name: String, bytes: Data) throws -> SourceText {
    try read(name: name, path: nil, bytes: bytes)
  }

  private func read(name: String, path: String?, bytes: Data) throws -> SourceText {
    let document = path ?? name
    let format = DocumentFormat(head: bytes.prefix(DocumentFormat.headLength))
    guard bytes.count <= (format == .text ? limits.textBytes : limits.fileBytes) else {
      throw DocumentError(.tooLarge, document: document, detail: "\(bytes.count >> 20) MB")
    }
    guard bytes.contains(where: { !Byte.isBlank($0) }) else {
      throw DocumentError(.empty, document: document)
    }
    let request: TextRequest
    switch format {
    case nil: throw DocumentError(.unknownFormat, document: document)
    case .oldWord:
      // Word puts a document with a password into the old format's container
      let isLocked = bytes.range(of: Data("EncryptedPackage".utf8.flatMap { [$0, 0] })) != nil
      throw DocumentError(isLocked ? .encrypted : .oldWord, document: document)
    case .message: throw DocumentError(.message, document: document)
    case .text: return try SourceText(name: name, prose: Array(bytes))
    case .pdf:
      let words = try PDFDocument(document: document, path: path, bytes: bytes)
        .words(processes: processes)
      request = TextRequest(
        kind: .pdfWords,
        document: document,
        bytes: Data(words),
        limits: limits
      )
    case .word:
      request = TextRequest(kind: .word, document: document, bytes: bytes, limits: limits)
    case .html:
      request = TextRequest(kind: .html, document: document, bytes: bytes, limits: limits)
    }
    let extracted = try workers?.text(request) ?? request.text()
    guard extracted.utf8.contains(where: { !Byte.isBlank($0) }) else {
      throw DocumentError(.empty, document: document)
    }
    return try SourceText(
      name: name,
      extracted: extracted,
      contentHash: StableHash.of(bytes)
    )
  }
}
