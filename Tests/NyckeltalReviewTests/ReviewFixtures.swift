import Foundation
import Nyckeltal
import NyckeltalDocuments

/// What the tests make pages of.
enum ReviewFixtures {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The example minutes, the same texts rendered as PDF, Word and web pages, and the annotated
  /// documents.
  static func examples() -> [String] {
    let folders = [
      "Examples/minutes", "Tests/NyckeltalDocumentsTests/Rendered",
      "Tests/NyckeltalExtractionTests/Corpus",
    ]
    return InputFiles(
      folders.map { root.appendingPathComponent($0).path },
      recognizes: { DocumentFormat.recognizes($0) }
    ).files
  }

  static func output() throws -> ReviewOutput {
    let reader = DocumentReader()
    return ReviewOutput(
      extractor: ObservationExtractor(catalogue: try .builtIn()),
      source: TextSource(
        recognizes: { DocumentFormat.recognizes($0) },
        text: { path, bytes in try reader.read(path, bytes: bytes) }
      )
    )
  }

  /// A folder of one's own that is removed at the end.
  static func inFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  /// A document of which every line is an observation.
  static func document(_ lines: [String], name: String = "prov.txt") throws -> ReviewDocument {
    let text = lines.joined(separator: "\n\n") + "\n"
    let source = try SourceText(name: name, bytes: Array(text.utf8))
    var start = 0
    var items: [ReviewItem] = []
    for (number, line) in lines.enumerated() {
      let range = start..<start + line.utf8.count
      start = range.upperBound + 2
      items.append(ReviewItem(observation("id\(number)", line, range: range, name: name)))
    }
    return ReviewDocument(name: name, content: "innehåll", source: source, items: items)
  }

  static func observation(
    _ id: String,
    _ quote: String,
    range: Range<Int>,
    name: String
  ) -> Observation {
    Observation(
      id: id,
      kind: .outcome,
      indicator: "sommarjobb.sokande",
      topic: .sommarjobb,
      measure: Measure(value: 40, qualifier: .exact, unit: .persons),
      period: .year(2015),
      confidence: 0.5,
      source: Source(document: name, quote: quote, range: range, line: 1)
    )
  }
}
