import Foundation
import Nyckeltal
import Testing

struct DocumentPartsTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("NyckeltalExtractionTests/Corpus").path

  private static let files = Array(InputFiles([corpus]).files.prefix(12))

  @Test("The parts of a document make up the whole", arguments: files)
  func parts(_ file: String) throws {
    let extractor = ObservationExtractor(catalogue: try .builtIn())
    let minutes = Minutes(try SourceText(name: "prov.txt", bytes: try InputFiles.read(file)))
    let whole = extractor.read(minutes, explaining: true)
    for size in [1, 3] {
      var joined = Extraction()
      extractor.read(minutes, explaining: true, parts: size) { joined.append($0) }
      #expect(joined.observations == whole.observations)
      #expect(joined.explanations == whole.explanations)
      #expect(joined.uncertainCells == whole.uncertainCells)
    }
  }

  @Test func longDocumentsAreDividedAndTheLastPartEndsThem() throws {
    let whole = DocumentBatch(extractor: ObservationExtractor(catalogue: try .builtIn()))
    var divided = whole
    divided.divides = 1
    let files = Self.files.prefix(4) + ["/nowhere/missing.txt"]
    var observations: [String: [Observation]] = [:]
    var ended: [String] = []
    divided.read(Array(files)) { result in
      observations[result.path, default: []] += result.observations
      if !result.goesOn { ended.append(result.path) }
    }
    #expect(ended == Array(files))
    whole.read(Array(files)) { #expect(observations[$0.path] == $0.observations) }
  }
}
