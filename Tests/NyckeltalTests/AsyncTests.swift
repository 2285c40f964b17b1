import Foundation
import Synchronization
import Testing

@testable import Nyckeltal

/// What blocks has an asynchronous form that gives the same, and ends when it is given up.
struct AsyncTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("NyckeltalExtractionTests/Corpus").path

  private func batch(_ text: String? = nil, width: Int = 2) throws -> DocumentBatch {
    let source = text.map { text in
      TextSource(
        recognizes: { _ in true },
        text: { path, _ in try SourceText(name: path, bytes: Array(text.utf8)) }
      )
    }
    return DocumentBatch(
      extractor: ObservationExtractor(catalogue: try .builtIn()),
      width: width,
      source: source ?? .plain
    )
  }

  @Test func theAsynchronousResultsAreTheOthers() async throws {
    let files = Array(InputFiles([Self.corpus]).files.prefix(25)) + ["/nowhere/missing.txt"]
    let batch = try batch()
    var awaited = ""
    for try await result in batch.results(of: files) {
      awaited += result.path + result.observations.map(\.jsonLine).joined()
    }
    var blocking = ""
    batch.read(files) { blocking += $0.path + $0.observations.map(\.jsonLine).joined() }
    #expect(awaited == blocking)
    #expect(awaited.contains("missing.txt"))
  }

  @Test func leavingTheLoopEndsTheWork() async throws {
    let read = Mutex(0)
    let source = TextSource(
      recognizes: { _ in true },
      text: { path, bytes in
        read.withLock { $0 += 1 }
        return try SourceText(name: path, bytes: bytes)
      }
    )
    let batch = DocumentBatch(
      extractor: ObservationExtractor(catalogue: try .builtIn()),
      width: 2,
      source: source
    )
    for try await _ in batch.results(of: Array(repeating: #filePath, count: 1_000)) { break }
    try await Task.sleep(for: .milliseconds(500))
    #expect(read.withLock { $0 } < 200)
  }

  /// One document is left in its middle: nothing is read after the answer that it is given up.
  @Test(arguments: [(10, 11), (1_000, 60)])
  func aDocumentIsLeftInItsMiddle(_ patience: Int, _ leastAsked: Int) throws {
    let paragraph = "Cirka 900 unga har sökt sommarjobb, och målet är minst 400 platser.\n\n"
    var batch = try batch(String(repeating: paragraph, count: 60), width: 1)
    let asked = Mutex(0)
    batch.isCancelled = {
      asked.withLock { count in
        count += 1
        return count > patience
      }
    }
    let result = batch.read(#filePath)
    let count = asked.withLock { $0 }
    #expect(count >= leastAsked && count <= patience + 1)
    #expect(result.observations.isEmpty == (count > patience))
    #expect((result.failure == nil) == (count <= patience))
  }

  @Test func blockingWorkThrowsAndIsCancelled() async throws {
    #expect(try await BlockingWork.run { 7 } == 7)
    await #expect(throws: InputError.self) {
      try await BlockingWork.run { try InputFiles.read("/nowhere") }
    }
    let task = Task {
      try await Task.sleep(for: .seconds(60))
      return try await BlockingWork.run { 1 }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func animportIsAwaited() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ObservationStore(at: folder.path + "/n.sqlite")
    let job = StoreImport(
      store: store,
      extractor: ObservationExtractor(catalogue: try .builtIn())
    )
    var documents = 0
    for try await result in job.results(of: [Self.corpus]) where result.failure == nil {
      documents += 1
    }
    #expect(documents > 0)
    #expect(try store.documents().count == documents)
    // the same bytes from memory are the same document
    let file = try #require(InputFiles([Self.corpus]).files.first)
    let again = try job.add(try InputFiles.read(file), named: "other.txt")
    #expect(again.outcome?.action == .unchanged)
    #expect(again.outcome?.sameContentAs == InputFiles.name(of: file))
    let fresh = try job.add(Array("Cirka 900 unga har sökt sommarjobb.".utf8), named: "new.txt")
    #expect(fresh.outcome?.action == .new && fresh.observations == 1)
    let table = try job.add(
      Array("kind,indicator,value,period\noutcome,sommarjobb.sokande,7,2015\n".utf8),
      named: "t.csv"
    )
    #expect(table.outcome?.action == .new && table.observations == 1)
  }
}

extension Array {
  /// The elements of an asynchronous sequence.
  fileprivate init<Elements: AsyncSequence>(_ elements: Elements) async throws
  where Elements.Element == Element {
    self = []
    for try await element in elements { append(element) }
  }
}
