import Foundation

/// Hands values from a thread that may block to a task that must not.
final class ResultChannel<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let room: Int
  private var values: [Element] = []
  private var waiting: CheckedContinuation<Element?, any Error>?
  private var isEnded = false
  private var isGivenUp = false
  private var failure: (any Error)?

  /// Makes a channel in which so many values may wait.
  init(room: Int) { self.room = room }

  /// Whether nobody takes values any more.
  var isCancelled: Bool { condition.withLock { isGivenUp } }

  /// Hands over a value; blocks while there is no room.
  ///
  /// - Throws: `CancellationError` when nobody takes values any more.
  func send(_ value: Element) throws {
    let taker: CheckedContinuation<Element?, any Error>? = try condition.withLock {
      while !isGivenUp, waiting == nil, values.count >= room { condition.wait() }
      if isGivenUp { throw CancellationError() }
      defer { waiting = nil }
      if waiting == nil { values.append(value) }
      return waiting
    }
    taker?.resume(returning: value)
  }

  /// Says that no further values come, and why, if something failed.
  func end(_ error: (any Error)? = nil) {
    let taker: CheckedContinuation<Element?, any Error>? = condition.withLock {
      isEnded = true
      failure = isGivenUp ? nil : error
      defer { waiting = nil }
      // what is waited for is told why; otherwise the next one who asks
      if waiting != nil { failure = nil }
      return waiting
    }
    if let error { taker?.resume(throwing: error) } else { taker?.resume(returning: nil) }
  }

  /// Gives up: who sends is told so, and who waits is let go.
  func cancel() {
    let taker: CheckedContinuation<Element?, any Error>? = condition.withLock {
      isGivenUp = true
      values = []
      condition.broadcast()
      defer { waiting = nil }
      return waiting
    }
    taker?.resume(throwing: CancellationError())
  }

  /// The next value; `nil` when no further ones come.
  ///
  /// - Throws: What the sender failed with; `CancellationError` when the task is cancelled.
  func next() async throws -> Element? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { taker in
        let outcome: Result<Element?, any Error>? = condition.withLock {
          if isGivenUp { return .failure(CancellationError()) }
          if !values.isEmpty {
            condition.broadcast()
            return .success(values.removeFirst())
          }
          if let error = failure {
            failure = nil
            return .failure(error)
          }
          if isEnded { return .success(nil) }
          waiting = taker
          condition.broadcast()
          return nil
        }
        if let outcome { taker.resume(with: outcome) }
      }
    } onCancel: {
      cancel()
    }
  }
}
