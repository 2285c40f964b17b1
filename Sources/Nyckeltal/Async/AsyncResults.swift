import Foundation

/// Results of work that blocks, one after the other, as an asynchronous sequence.
///
/// The work runs on threads of its own and not on Swift's, and no further than a few results ahead
/// of who takes them. It ends when the loop is left or its task is cancelled, within one large
/// document too.
///
/// ```swift
/// for try await result in batch.results(of: InputFiles(["minutes/"]).files) {
///   for observation in result.observations { print(observation.jsonLine) }
/// }
/// ```
public struct AsyncResults<Element: Sendable>: AsyncSequence, Sendable {
  private let work: @Sendable (ResultChannel<Element>) throws -> Void

  init(_ work: @escaping @Sendable (ResultChannel<Element>) throws -> Void) { self.work = work }

  /// Starts the work.
  public func makeAsyncIterator() -> Iterator { Iterator(work) }

  /// Takes the results; the work ends with it.
  public struct Iterator: AsyncIteratorProtocol {
    private let end: End

    init(_ work: @escaping @Sendable (ResultChannel<Element>) throws -> Void) {
      let channel = ResultChannel<Element>(room: 8)
      end = End(channel)
      Thread.detachNewThread {
        do {
          try work(channel)
          channel.end()
        } catch {
          channel.end(error)
        }
      }
    }

    /// The next result; `nil` after the last.
    ///
    /// - Throws: What ended the work; `CancellationError` when the task is cancelled.
    public func next() async throws -> Element? { try await end.channel.next() }
  }

  /// Gives the work up when nobody holds the iterator any more.
  private final class End: Sendable {
    let channel: ResultChannel<Element>

    init(_ channel: ResultChannel<Element>) { self.channel = channel }

    deinit { channel.cancel() }
  }
}

extension DocumentBatch {
  /// Reads files without blocking the caller, in the order given.
  ///
  /// - Parameter files: The files.
  /// - Returns: What came of each; a document that cannot be read is a result too.
  public func results(of files: [String]) -> AsyncResults<DocumentResult> {
    AsyncResults { channel in
      var batch = self
      batch.isCancelled = { channel.isCancelled }
      try batch.read(files) { try channel.send($0) }
    }
  }
}

extension StoreImport {
  /// Imports files and folders without blocking the caller; a document whose result has been handed
  /// on is in the store, and one that is cut short is not.
  ///
  /// - Parameter paths: Files, folders, `-`.
  /// - Returns: What came of each. The sequence throws ``StoreError`` when the store cannot be
  ///   written.
  public func results(of paths: [String]) -> AsyncResults<ImportResult> {
    AsyncResults { channel in
      try self.run(paths, isCancelled: { channel.isCancelled }, each: { try channel.send($0) })
    }
  }
}
