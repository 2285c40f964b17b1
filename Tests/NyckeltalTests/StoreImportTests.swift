import Foundation
import Nyckeltal
import Testing

struct StoreImportTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("NyckeltalExtractionTests/Corpus").path

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func export(_ store: ObservationStore) throws -> String {
    var lines = ""
    try store.enumerate { lines += $0.jsonLine }
    return lines
  }

  @Test func neitherThreadsNorOrderShow() throws {
    try inFolder { folder in
      let extractor = ObservationExtractor(catalogue: try .builtIn())
      let files = Array(InputFiles([Self.corpus]).files.prefix(16))
      var exports: Set<String> = []
      for (name, width, order) in [("a", 1, files), ("b", 8, files), ("c", 3, files.reversed())] {
        let store = try ObservationStore(at: "\(folder)/\(name).sqlite")
        var job = StoreImport(store: store, extractor: extractor)
        job.width = width
        let summary = try job.run(order)
        #expect(summary.new == files.count && summary.failed == 0)
        exports.insert(try export(store))
        let again = try job.run(files)
        #expect(again.unchanged == files.count && again.observations == 0)
        exports.insert(try export(store))
      }
      #expect(exports.count == 1)
      // what is stored is what is extracted, nothing lost on the way
      var extracted = ""
      DocumentBatch(extractor: extractor).read(files) { result in
        for observation in result.observations { extracted += observation.jsonLine }
      }
      #expect(exports.first == extracted)
    }
  }

  @Test func aNewCatalogueReadsAnew() throws {
    try inFolder { folder in
      let store = try ObservationStore(at: folder + "/s.sqlite")
      let builtIn = try Catalogue.builtIn()
      let file = try #require(InputFiles([Self.corpus]).files.first)
      let first = StoreImport(store: store, extractor: ObservationExtractor(catalogue: builtIn))
      #expect(try first.run([file]).new == 1)
      let own = try Catalogue(
        yaml: "topics:\n  sfi: [språkcafé]\n",
        file: "own.yaml"
      )
      let second = StoreImport(
        store: store,
        extractor: ObservationExtractor(catalogue: builtIn.merging(own))
      )
      #expect(try second.run([file]).replaced == 1)
      #expect(try second.run([file]).unchanged == 1)
    }
  }

  @Test func aReportOfTheStoreIsThatOfTheDocuments() throws {
    try inFolder { folder in
      let catalogue = try Catalogue.builtIn()
      let extractor = ObservationExtractor(catalogue: catalogue)
      let store = try ObservationStore(at: folder + "/s.sqlite")
      try StoreImport(store: store, extractor: extractor).run([Self.corpus])
      let builder = ReportBuilder(
        definition: try .builtIn(.year),
        catalogue: catalogue.indicators
      )
      let report = try builder.report(.year(2016), from: store)
      var observations: [Observation] = []
      let files = InputFiles([Self.corpus]).files
      DocumentBatch(extractor: extractor).read(files) { observations += $0.observations }
      let direct = try builder.report(.year(2016), from: observations, documents: files.count)
      #expect(TextRenderer().text(report) == TextRenderer().text(direct))
    }
  }

  @Test func aTableThatDoesNotFitStopsNothing() throws {
    try inFolder { folder in
      let store = try ObservationStore(at: folder + "/s.sqlite")
      let good = "kind,indicator,value\noutcome,sommarjobb.platser,4"
      try OutputFile.write(Array(good.utf8), to: folder + "/good.csv")
      try OutputFile.write(Array((good + "\noutcome,x,5").utf8), to: folder + "/bad.csv")
      let job = StoreImport(
        store: store,
        extractor: ObservationExtractor(catalogue: try .builtIn())
      )
      var failures: [String] = []
      let summary = try job.run([folder + "/bad.csv", folder + "/good.csv"]) { result in
        if let failure = result.failure { failures.append(failure.place ?? "") }
      }
      #expect(failures == ["bad.csv:3:2"])
      #expect(summary.new == 1 && summary.failed == 1 && summary.observations == 1)
      #expect(try store.documents().map(\.kind) == [.figures])
    }
  }
}
