import Foundation

/// Hands documents out to threads that read them, and their results on in the documents' order.
///
/// A thread that is done takes the next document at once: none waits for the slowest of a group.
final class ResultQueue: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private let room: Int
  /// Reads a document; kept here, and not by the threads, so that nothing of it is left behind.
  private var read: (@Sendable (Int) -> DocumentResult)?
  private var results: [Int: DocumentResult] = [:]
  private var started = 0
  private var delivered = 0
  private var readers = 0

  /// Makes a queue for a number of documents, of which so many may be read ahead.
  init(count: Int, room: Int, read: @escaping @Sendable (Int) -> DocumentResult) {
    self.count = count
    self.room = room
    self.read = read
  }

  /// Starts a number of threads that read.
  func start(readers: Int) {
    condition.withLock { self.readers += readers }
    for _ in 0..<readers {
      Thread.detachNewThread { [self] in
        while let (index, read) = next() { put(read(index), at: index) }
        leave()
      }
    }
  }

  /// The next document to read; `nil` when there is none.
  private func next() -> (index: Int, read: @Sendable (Int) -> DocumentResult)? {
    condition.withLock {
      while started < count, started - delivered >= room { condition.wait() }
      guard started < count, let read else { return nil }
      defer { started += 1 }
      return (started, read)
    }
  }

  private func put(_ result: DocumentResult, at index: Int) {
    condition.withLock {
      results[index] = result
      if index == delivered { condition.broadcast() }
    }
  }

  /// A thread is done.
  private func leave() {
    condition.withLock {
      readers -= 1
      condition.broadcast()
    }
  }

  /// The next result in order; `nil` when all are handed on.
  func take() -> DocumentResult? {
    condition.withLock {
      guard delivered < count else { return nil }
      while true {
        if let result = results.removeValue(forKey: delivered) {
          if started - delivered >= room { condition.broadcast() }
          delivered += 1
          return result
        }
        condition.wait()
      }
    }
  }

  /// Hands out no more documents, and waits for those that are being read.
  func end() {
    condition.withLock {
      started = count
      condition.broadcast()
      while readers > 0 { condition.wait() }
      read = nil
    }
  }
}
