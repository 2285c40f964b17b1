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
  func output(path: String, document: String) throws -> TextProcess.Output {
    let process = try take(document: document)
    do {
      let output = try process.output(path: path, document: document)
      put(process)
      return output
    } catch {
      process.kill()
      throw error
    }
  }

  /// What `pdftotext` says about bytes, which it reads from a file without a name.
  func output(bytes: Data, document: String) throws -> TextProcess.Output {
    guard let file = tmpfile() else { throw DocumentError(.unreadable, document: document) }
    defer { fclose(file) }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard written == bytes.count, fflush(file) == 0, fseek(file, 0, SEEK_SET) == 0 else {
      throw DocumentError(.unreadable, document: document, detail: "no room for temporary files")
    }
    let process = try TextProcess(limits: limits, document: document, input: fileno(file))
    defer { process.kill() }
    return try process.output(path: nil, document: document)
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
