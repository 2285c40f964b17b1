import Foundation
import Nyckeltal
import Testing

struct DocumentBatchTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("NyckeltalExtractionTests/Corpus").path

  private func lines(width: Int, _ files: [String]) throws -> String {
    let extractor = ObservationExtractor(catalogue: try .builtIn())
    var text = ""
    DocumentBatch(extractor: extractor, width: width).read(files) { result in
      text += "\(result.path) \(result.failure?.description ?? "")\n"
      for observation in result.observations { text += observation.jsonLine }
    }
    return text
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let found = InputFiles([Self.corpus])
    #expect(found.missing.isEmpty)
    // one bad file among the rest stops nothing and stays in its place
    let files = found.files.prefix(20) + ["/nowhere/missing.txt"] + found.files.dropFirst(20)
    let alone = try lines(width: 1, Array(files))
    #expect(alone.contains("missing.txt: "))
    for width in [2, 8] { #expect(try lines(width: width, Array(files)) == alone) }
  }

  /// Counts the documents that are read, and whether it is still held.
  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0
    func add() { lock.withLock { value += 1 } }
    var count: Int { lock.withLock { value } }
  }

  @Test func aCallerThatFailsEndsTheReading() throws {
    struct Stop: Error {}
    weak var held: Counter?
    do {
      let counter = Counter()
      held = counter
      let source = TextSource(
        recognizes: { _ in true },
        text: { path, bytes in
          counter.add()
          return try SourceText(name: path, bytes: bytes)
        }
      )
      let files = Array(repeating: #filePath, count: 500)
      var seen = 0
      #expect(throws: Stop.self) {
        try DocumentBatch(
          extractor: ObservationExtractor(catalogue: .builtIn()),
          width: 3,
          source: source
        )
        .read(files) { _ in
          seen += 1
          if seen == 20 { throw Stop() }
        }
      }
      #expect(seen == 20)
      // no more than a few are read ahead
      #expect((20...45).contains(counter.count))
    }
    #expect(held == nil)
  }

  @Test func aFolderIsReadInTheOrderOfItsNamesAndOnce() {
    let found = InputFiles([Self.corpus, Self.corpus + "/gold.jsonl", Self.corpus])
    #expect(found.files.dropLast() == found.files.dropLast().sorted()[...])
    #expect(found.files.last?.hasSuffix("gold.jsonl") == true)
    #expect(Set(found.files).count == found.files.count)
  }

  @Test func whatIsMissingIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let found = InputFiles([folder.path, folder.path + "/no.txt"])
    #expect(found.files.isEmpty)
    #expect(found.missing.map(\.code) == [.emptyFolder, .missing])
    let error = #expect(throws: OutputError.self) {
      try OutputFile.write([1], to: folder.path + "/no/file.txt")
    }
    #expect(error?.problem.contains("cannot be written") == true)
    try OutputFile.write([65], to: folder.path + "/a.txt")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }
}
