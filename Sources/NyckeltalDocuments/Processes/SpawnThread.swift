import Foundation

/// The thread that starts all child processes, and never ends.
///
/// A child that is to die with its parent (`bwrap --die-with-parent`, `PR_SET_PDEATHSIG`) dies with
/// the *thread* that started it. Threads that read documents come and go while children are kept, so
/// that none of them may start one.
final class SpawnThread: @unchecked Sendable {
  static let shared = SpawnThread()

  private let condition = NSCondition()
  private var jobs: [@Sendable () -> Void] = []

  private init() {
    Thread.detachNewThread { [self] in
      while true { next()() }
    }
  }

  /// Does some work on the thread and waits for what comes of it.
  func perform<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let outcome = Outcome<Value>()
    condition.withLock {
      jobs.append {
        outcome.result = Result { try work() }
        done.signal()
      }
      condition.signal()
    }
    done.wait()
    guard let result = outcome.result else { throw System.CallError(status: ECANCELED) }
    return try result.get()
  }

  /// Written on the thread, read after its signal.
  private final class Outcome<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
  }

  private func next() -> @Sendable () -> Void {
    condition.withLock {
      while jobs.isEmpty { condition.wait() }
      return jobs.removeFirst()
    }
  }
}
