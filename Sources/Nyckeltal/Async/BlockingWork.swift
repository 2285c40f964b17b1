import Foundation

/// Runs what blocks or takes long on threads of its own, so that a server's tasks and timers go on.
///
/// ```swift
/// let bytes = try await BlockingWork.run {
///   try ReportOutput().bytes(try builder.report(.year(2019), from: store), as: .xlsx)
/// }
/// ```
///
/// No more of it runs at once than there are processors; the rest waits in the order in which it came.
public enum BlockingWork {
  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.name = "nyckeltal.blocking"
    queue.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
    queue.qualityOfService = .utility
    return queue
  }()

  /// Runs work and waits for it without blocking.
  ///
  /// - Parameter work: What is to be done. Work that waits when its task is cancelled is not begun.
  /// - Returns: What the work gives.
  /// - Throws: What the work throws, or `CancellationError`.
  public static func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let state = CancellationState()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { taker in
        queue.addOperation {
          taker.resume(
            with: Result {
              if state.isCancelled { throw CancellationError() }
              return try work()
            }
          )
        }
      }
    } onCancel: {
      state.cancel()
    }
  }
}

/// Whether somebody has given up.
private final class CancellationState: @unchecked Sendable {
  private let lock = NSLock()
  private var isGivenUp = false

  var isCancelled: Bool { lock.withLock { isGivenUp } }

  func cancel() { lock.withLock { isGivenUp = true } }
}
