import Foundation
import Testing

/// The commands that work on a store.
struct StoreCommandTests {
  private func minutes(_ number: Int) -> Data {
    Data(
      """
      § 4

      Tertialrapport 1 2015

      Ärendet

      Cirka \(900 + number) unga har sökt sommarjobb. Målet är minst 400 platser.
      """.utf8
    )
  }

  private func ids(_ output: String) -> [String] {
    output.split(separator: "\n").dropFirst().map { String($0.prefix(16)) }
  }

  @Test func importListCorrectReport() throws {
    try Tool.inFolder { folder in
      let store = ["--store", folder.path + "/s.sqlite"]
      let documents = folder.appendingPathComponent("minutes")
      try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
      for (name, number) in [("a.txt", 1), ("b.txt", 2), ("copy.txt", 1)] {
        try minutes(number).write(to: documents.appendingPathComponent(name))
      }
      #expect(try Tool.run(["list"] + store).status == 1)
      let missing = folder.path + "/missing.txt"
      let first = try Tool.run(["import", documents.path, missing] + store)
      #expect(first.status == 3)
      #expect(
        first.output.hasSuffix(
          "new 2, unchanged 1, replaced 0, failed 1; 4 observations came in\n"
        )
      )
      #expect(first.output.contains("copy.txt (the same content as a.txt)"))
      #expect(first.errors.contains("missing.txt: there is no such file"))
      let again = try Tool.run(["import", documents.path] + store)
      #expect(again.status == 0 && again.output.hasPrefix("new 0, unchanged 3, replaced 0"))
      let all = try Tool.run(["import", documents.path, "--all"] + store)
      #expect(all.output.contains("replaced 2"))

      let listed = try Tool.run(["list", "--kind", "outcome", "--period", "2015"] + store)
      let id = try #require(ids(listed.output).first)
      let correct = ["correct", id] + store
      let changed = try Tool.run(correct + ["--value", "950", "--note", "enligt bilagan"])
      #expect(changed.status == 0 && changed.output.contains("rättad: enligt bilagan"))
      for (wrong, problem) in [
        (["--indicator", "no.such", "--note", "x"], "there is no indicator no.such"),
        (["--period", "2015-T4", "--note", "x"], "is not a period"),
        (["--kind", "utfall", "--note", "x"], "there is no kind utfall"),
      ] {
        let outcome = try Tool.run(correct + wrong)
        #expect(outcome.status == 1 && outcome.errors.contains(problem), "\(outcome.errors)")
      }
      #expect(try Tool.run(correct + ["--value", "5"]).status == 64)
      let unknown = try Tool.run(["correct", "nothing", "--reject", "--note", "x"] + store)
      #expect(unknown.status == 1 && unknown.errors.contains("no observation has the id nothing"))

      let report = folder.path + "/r.txt"
      let command = ["report", "year", "--year", "2015", "--output", report]
      #expect(try Tool.run(command + store).status == 0)
      #expect(try String(contentsOfFile: report, encoding: .utf8).contains("950"))
      #expect(try Tool.run(command + store + ["--from", documents.path]).status == 64)
      #expect(try Tool.run(command).status == 64)

      let corrected = try Tool.run(["list", "--corrected", "--format", "jsonl"] + store)
      #expect(corrected.output.contains("\"correction\":{\"note\":\"enligt bilagan\""))
      #expect(try Tool.run(["correct", id, "--undo"] + store).status == 0)
      #expect(ids(try Tool.run(["list", "--corrected"] + store).output).isEmpty)
      #expect(try Tool.run(["list", "--corrections"] + store).output.contains("ångrad"))
    }
  }

  @Test func aFileOfCorrectionsIsMadeWholeOrNotAtAll() throws {
    try Tool.inFolder { folder in
      let store = ["--store", folder.path + "/s.sqlite"]
      let document = folder.appendingPathComponent("a.txt")
      try minutes(1).write(to: document)
      #expect(try Tool.run(["import", document.path] + store).status == 0)
      let all = ids(try Tool.run(["list"] + store).output)
      #expect(all.count == 2)
      let good = #"{"id":"\#(all[0])","value":950,"note":"a"}"#
      let file = folder.path + "/c.jsonl"
      for (line, problem) in [
        (#"{"id":"\#(all[1])","note":"b","varde":5}"#, "c.jsonl:3: there is no key varde"),
        (#"{"id":"\#(all[1])","value":5}"#, "c.jsonl:3: note is missing"),
        (#"{"id":"\#(all[1])","value":"5","note":"b"}"#, "c.jsonl:3: value has a value"),
        (#"{"id":"\#(all[1])","kind":"x","note":"b"}"#, "c.jsonl:3: there is no kind x"),
        (#"{"id":"no","value":5,"note":"b"}"#, "c.jsonl:3: no observation has the id no"),
        ("[1]", "c.jsonl:3: the line is no JSON object"),
      ] {
        try Data("\(good)\n\n\(line)\n".utf8).write(to: URL(fileURLWithPath: file))
        let outcome = try Tool.run(["correct", "--file", file] + store)
        #expect(outcome.status == 1 && outcome.errors.contains(problem), "\(outcome.errors)")
        #expect(ids(try Tool.run(["list", "--corrected"] + store).output).isEmpty)
      }
      let reject = #"{"id":"\#(all[1])","reject":true,"note":"b"}"#
      try Data("\(good)\n\(reject)".utf8).write(to: URL(fileURLWithPath: file))
      #expect(try Tool.run(["correct", "--file", file] + store).status == 0)
      #expect(ids(try Tool.run(["list"] + store).output) == [all[0]])
      #expect(ids(try Tool.run(["list", "--rejected"] + store).output) == [all[1]])
    }
  }
}
