import Dispatch
import Foundation

/// The processes that run `pdftotext`: as many as threads read at once, kept between documents.
final class TextProcesses: @unchecked Sendable {
  private let limits: DocumentLimits
  private let lock = NSLock()
  private var idle: [TextProcess] = []
  private var hasEnded = false

  init(limits: DocumentLimits) { self.limits = limits }

  /// What `pdftotext` says about a file.
  ///
  /// A process that has ended was ended from outside, since the shell outlives `pdftotext`: another
  /// one is asked, once.
  func output(path: String, document: String) throws -> TextProcess.Output {
    for _ in 0..<2 {
      let process = try take(document: document)
      do {
        if let output = try process.output(path: path, document: document) {
          put(process)
          return output
        }
      } catch {
        process.kill()
        throw error
      }
      process.kill()
    }
    throw DocumentError(.readerEnded, document: document)
  }

  /// What `pdftotext` says about bytes, which it reads from a file without a name.
  func output(bytes: Data, document: String) throws -> TextProcess.Output {
    guard let file = tmpfile() else { throw DocumentError(.unreadable, document: document) }
    defer { fclose(file) }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard written == bytes.count, fflush(file) == 0 else {
      throw DocumentError(.unreadable, document: document, detail: "no room for temporary files")
    }
    for _ in 0..<2 {
      rewind(file)
      let process = try TextProcess(limits: limits, document: document, input: fileno(file))
      defer { process.kill() }
      if let output = try process.output(path: nil, document: document) { return output }
    }
    throw DocumentError(.readerEnded, document: document)
  }

  /// Ends the processes.
  func end() {
    let processes = lock.withLock {
      hasEnded = true
      defer { idle = [] }
      return idle
    }
    for process in processes { process.kill() }
  }

  private func take(document: String) throws -> TextProcess {
    if let process = lock.withLock({ idle.popLast() }) { return process }
    return try TextProcess(limits: limits, document: document, input: nil)
  }

  private func put(_ process: TextProcess) {
    let isKept = lock.withLock {
      if !hasEnded { idle.append(process) }
      return !hasEnded
    }
    if !isKept { process.kill() }
  }
}
