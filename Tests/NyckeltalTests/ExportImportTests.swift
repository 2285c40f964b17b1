import Foundation
import Nyckeltal
import Testing

/// What the tool has exported comes into a store as it was, other data does not.
struct ExportImportTests {
  private let minutes = """
    § 4

    Tertialrapport 1 2015

    Cirka 900 unga har sökt sommarjobb. Målet är minst 400 platser, och 420 platser har anmälts.
    """

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func export(_ store: ObservationStore) throws -> String {
    var lines = ""
    var filter = ObservationFilter()
    filter.rejected = .with
    try store.enumerate(filter) { lines += $0.jsonLine }
    return lines
  }

  private func write(_ text: String, _ path: String) throws {
    try OutputFile.write(Array(text.utf8), to: path)
  }

  @Test func ownJSONLinesComeInAsTheyWere() throws {
    try inFolder { folder in
      let extractor = ObservationExtractor(catalogue: try .builtIn())
      try write(minutes, folder + "/a.txt")
      let first = try ObservationStore(at: folder + "/first.sqlite")
      let job = StoreImport(store: first, extractor: extractor)
      #expect(try job.run([folder + "/a.txt"]).observations == 3)
      let ids = try first.observations().map(\.id)
      var change = CorrectionDraft(observation: ids[0], note: "se bilagan")
      change.value = 910
      var rejection = CorrectionDraft(observation: ids[1], note: "fel")
      rejection.isRejected = true
      try first.correct([change, rejection], on: "2016-02-01")
      let exported = try export(first)
      try write(exported, folder + "/a.jsonl")

      let second = try ObservationStore(at: folder + "/second.sqlite")
      let copy = StoreImport(store: second, extractor: extractor)
      let summary = try copy.run([folder + "/a.jsonl"])
      #expect(summary.new == 1 && summary.observations == 3 && summary.failed == 0)
      #expect(try export(second) == exported)
      #expect(try second.corrections().count == 2)
      #expect(try copy.run([folder + "/a.jsonl"]).unchanged == 1)
      // what is there from the document itself does not come in once more
      var notes: [String] = []
      let again = try job.run([folder + "/a.jsonl"]) { notes += $0.notes }
      #expect(again.observations == 0 && notes.contains { $0.contains("3 observation(s) are in") })
      #expect(try export(first) == exported)
    }
  }

  @Test(arguments: [
    (
      "{\"id\":\"1\",\"kind\":\"outcome\",\"topic\":\"sfi\",\"source\":{}}",
      " is missing"
    ),
    ("{\"antal\": 900}", "data (JSON)"), ("[{\"antal\": 900}]", "data (JSON)"),
  ])
  func otherDataIsRefused(_ text: String, _ problem: String) throws {
    try inFolder { folder in
      let extractor = ObservationExtractor(catalogue: try .builtIn())
      let store = try ObservationStore(at: folder + "/s.sqlite")
      try write(text, folder + "/a.txt")
      var failures: [String] = []
      let summary = try StoreImport(store: store, extractor: extractor).run([folder + "/a.txt"]) {
        if let failure = $0.failure { failures.append(failure.description) }
      }
      #expect(summary.failed == 1 && failures.count == 1)
      #expect(failures.first?.contains(problem) == true, "\(failures)")
    }
  }
}
