import Foundation
import NyckeltalText

/// The processes that read documents: as many as threads read at once, kept between documents.
final class DocumentWorkers: @unchecked Sendable {
  private let command: [String]
  private let limits: DocumentLimits
  private let lock = NSLock()
  private var idle: [ChildProcess] = []
  private var hasEnded = false

  /// Makes workers of a command that calls ``DocumentWorker/serveIfAsked()``.
  init(command: [String], limits: DocumentLimits) {
    self.command = command + [DocumentWorker.argument]
    self.limits = limits
  }

  /// Has a worker read a document; without processes, which a system may be short of, it is read
  /// here.
  ///
  /// A worker that ends is not asked again; another one is, once: the first may have been ended from
  /// outside.
  func text(_ request: TextRequest) throws -> ExtractedText {
    for _ in 0..<2 {
      guard let worker = take() else { return try request.text() }
      switch try answer(request, of: worker) {
      case .text(let text): return text
      case .failure(let error): throw error
      case nil: continue
      }
    }
    throw DocumentError(.readerEnded, document: request.document)
  }

  /// A worker's answer; `nil` where it ended without one.
  private func answer(_ request: TextRequest, of worker: ChildProcess) throws -> TextAnswer? {
    let deadline = Date(timeIntervalSinceNow: limits.seconds)
    guard worker.write(request.head), worker.write(Array(request.document.utf8)),
      worker.write(request.bytes)
    else {
      worker.kill()
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 16)
    let ending = worker.answer(into: &bytes, limit: Self.longest(limits), until: deadline)
    switch ending {
    case .status(0):
      if let answer = TextAnswer(encoded: bytes, document: request.document) {
        put(worker)
        return answer
      }
      worker.kill()
      return nil
    case .late:
      worker.kill()
      throw DocumentError(.timedOut, document: request.document)
    case .tooLong:
      worker.kill()
      throw DocumentError(.tooLarge, document: request.document, detail: "its text")
    case .gone, .status:
      worker.kill()
      return nil
    }
  }

  /// A text of words with their places takes less than what `pdftotext` prints of them.
  private static func longest(_ limits: DocumentLimits) -> Int {
    max(limits.outputBytes, 2 * limits.partBytes) + 1 << 20
  }

  /// Ends the processes.
  func end() {
    let workers = lock.withLock {
      hasEnded = true
      defer { idle = [] }
      return idle
    }
    for worker in workers { worker.kill() }
  }

  private func take() -> ChildProcess? {
    if let worker = lock.withLock({ idle.popLast() }) { return worker }
    // a fault is told to the one that asked, not printed at length
    return try? ChildProcess(
      command,
      input: nil,
      environment: ["SWIFT_BACKTRACE": "enable=no"]
    )
  }

  private func put(_ worker: ChildProcess) {
    let isKept = lock.withLock {
      if !hasEnded { idle.append(worker) }
      return !hasEnded
    }
    if !isKept { worker.kill() }
  }
}
