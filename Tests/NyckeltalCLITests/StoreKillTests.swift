import Foundation
import Testing

/// What an import leaves behind that is ended from outside at any moment.
///
/// `make test-kill` runs the long version: 50 times, 500 documents.
struct StoreKillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let rounds = environment["NYCKELTAL_KILLS"].flatMap { Int($0) } ?? 2
  private static let documents = rounds > 10 ? 500 : 40

  private func makeDocuments(in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<Self.documents {
      var text = "Protokoll 2015-05-\(10 + number % 20)\n\n§ \(number)\n\nTertialrapport 1 2015\n"
      for line in 0..<20 {
        text += """

          Cirka \(number * 100 + line) unga har sökt sommarjobb. Målet är minst \(line) platser, \
          och \(number + 50 + line) personer deltar i arbetsträning.

          """
      }
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(number).txt"))
    }
  }

  /// The observations of each document, as they are exported.
  private func contents(_ store: String) throws -> [Substring: [Substring]] {
    let listed = try Tool.run(["list", "--format", "jsonl", "--store", store])
    try #require(listed.status == 0, "\(listed.errors)")
    return Dictionary(grouping: listed.output.split(separator: "\n")) { line in
      let start = line.firstRange(of: "\"document\":\"")?.upperBound ?? line.endIndex
      return line[start...].prefix { $0 != "\"" }
    }
  }

  @Test func everyDocumentIsWholeOrAbsent() throws {
    try Tool.inFolder { folder in
      let documents = folder.appendingPathComponent("minutes")
      try makeDocuments(in: documents)
      let undisturbed = folder.path + "/undisturbed.sqlite"
      let clock = ContinuousClock()
      let time = try clock.measure {
        let outcome = try Tool.run(["import", documents.path, "--quiet", "--store", undisturbed])
        #expect(outcome.status == 0)
      }
      let expected = try contents(undisturbed)
      #expect(expected.count == Self.documents)
      var partial = 0
      for round in 0..<Self.rounds {
        let store = folder.path + "/\(round).sqlite"
        let command = ["import", documents.path, "--quiet", "--store", store]
        let running = try Tool.Running(command)
        let part = Double.random(in: 0..<1)
        try clock.wait(for: time * part)
        running.kill()
        _ = try running.outcome()
        if FileManager.default.fileExists(atPath: store) {
          // a file without tables is no store yet: it was ended before the first document
          let found = (try? contents(store)) ?? [:]
          if !found.isEmpty, found.count < Self.documents { partial += 1 }
          for (name, lines) in found { #expect(lines == expected[name], "round \(round), \(name)") }
        }
        let outcome = try Tool.run(command)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try contents(store) == expected, "round \(round), at \(part) of the time")
      }
      if Self.rounds > 10 {
        print("\(Self.rounds) imports ended, \(partial) of them between two documents")
        #expect(partial > Self.rounds / 4)
      }
    }
  }

  @Test func twoImportsAtOnceBothSucceed() throws {
    try Tool.inFolder { folder in
      let documents = folder.appendingPathComponent("minutes")
      try makeDocuments(in: documents)
      let alone = folder.path + "/alone.sqlite"
      let shared = folder.path + "/shared.sqlite"
      #expect(try Tool.run(["import", documents.path, "--store", alone]).status == 0)
      let running = try (0..<2).map { _ in
        try Tool.Running(["import", documents.path, "--store", shared])
      }
      for tool in running {
        let outcome = try tool.outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      #expect(try contents(shared) == contents(alone))
    }
  }
}

extension ContinuousClock {
  fileprivate func wait(for time: Duration) throws {
    let parts = time.components
    Thread.sleep(forTimeInterval: Double(parts.seconds) + Double(parts.attoseconds) * 1e-18)
  }
}
