import Foundation
import Nyckeltal

/// Measures what goes into a store and comes out of it: `make bench BENCH=--store` for this alone.
struct StoreBenchmark {
  private static let documents = 1_000
  private static let rows = 1_000

  private let folder: URL
  private let examples: [Observation]
  private let catalogue: Catalogue

  /// Takes what the examples state, so that quotes, speakers and rules are as long as they are.
  static func run(_ material: BenchmarkMaterial, _ extractor: ObservationExtractor) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let examples = try material.documents.flatMap {
      extractor.observations(in: try SourceText(name: "text", bytes: $0))
    }
    let benchmark = StoreBenchmark(
      folder: folder,
      examples: examples,
      catalogue: extractor.catalogue
    )
    try benchmark.many()
    try benchmark.report()
  }

  /// A million observations, a transaction for each thousand.
  private func many() throws {
    let path = folder.appendingPathComponent("many.sqlite").path
    let store = try ObservationStore(at: path)
    var time = Duration.zero
    var processor = 0.0
    let count = Self.documents * Self.rows
    for number in 0..<Self.documents {
      let document = document(number)
      let observations = observations(of: document, number, count: Self.rows)
      let before = Memory.ownTime
      time += try ContinuousClock().measure {
        try store.save(document, observations: observations)
      }
      processor += Memory.ownTime - before
    }
    let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    print(
      """
      import, \(count) observations in \(Self.documents) documents: \(rate(count, time)) a second \
      (\(Int(Double(count) / processor)) a second of processor), \(bytes / count) bytes each, \
      \(Memory.peak / 1_000_000) MB at most
      """
    )
    var read = 0
    let reading = try ContinuousClock().measure { try store.enumerate { _ in read += 1 } }
    print("  read again: \(rate(read, reading)) a second")
    var filter = ObservationFilter()
    filter.topics = [.sfi]
    filter.kinds = [.target]
    var found = 0
    let filtering = try ContinuousClock().measure {
      try store.enumerate(filter) { _ in found += 1 }
    }
    print("  \(found) of them by topic and kind: \(text(seconds(filtering))) s")
  }

  /// From ten thousand observations in a store to a workbook.
  private func report() throws {
    let path = folder.appendingPathComponent("some.sqlite").path
    let store = try ObservationStore(at: path)
    for number in 0..<100 {
      let document = document(number)
      try store.save(document, observations: observations(of: document, number, count: 100))
    }
    let builder = ReportBuilder(
      definition: try .builtIn(.tertial),
      catalogue: catalogue.indicators
    )
    var best = (read: Double.infinity, all: Double.infinity)
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let opened = try ObservationStore(at: path, creating: false)
      let observations = try opened.observations()
      let read = ContinuousClock.now
      let report = try builder.report(
        .tertial(1, year: 2015),
        from: observations,
        documents: try opened.documentCount()
      )
      _ = try ReportOutput().bytes(report, as: .xlsx)
      best.read = min(best.read, seconds(read - start))
      best.all = min(best.all, seconds(ContinuousClock.now - start))
    }
    print(
      "tertial from 10000 observations in a store: \(text(best.read)) s to read, "
        + "\(text(best.all)) s with the workbook"
    )
  }

  private func document(_ number: Int) -> StoredDocument {
    StoredDocument(
      names: ["\(number).txt"],
      content: "\(number)",
      stamp: ExtractionStamp(revision: 1, settings: "")
    )
  }

  private func observations(
    of document: StoredDocument,
    _ number: Int,
    count: Int
  ) -> [Observation] {
    (0..<count).map { index in
      var observation = examples[(number + index) % examples.count]
      // as identifiers are: sixteen digits that tell nothing of their order
      let key = UInt64(number * Self.rows + index + 1) &* 0x9E37_79B9_7F4A_7C15
      let digits = String(key, radix: 16)
      observation.id = String(repeating: "0", count: 16 - digits.utf8.count) + digits
      observation.source.document = document.name
      observation.source.line = index
      return observation
    }
  }

  // MARK: How

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  private func rate(_ count: Int, _ duration: Duration) -> String {
    String(Int(Double(count) / seconds(duration)))
  }

  private func text(_ number: Double) -> String {
    JSONText.digits((number * 1_000).rounded() / 1_000)
  }
}
