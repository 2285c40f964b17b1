import Foundation
import Testing

/// Training on annotated documents, and reading with weights of one's own.
struct TrainCommandTests {
  private func write(_ folder: URL, _ count: Int) throws {
    var gold = ""
    for number in 1...count {
      let text = "Årsrapport 2019\n\nNämnden räknar in \(30 + number) platser för arbetsträning.\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent("r\(number).txt"))
      let start = Array(text.utf8).firstIndex(of: UInt8(ascii: "3")) ?? 0
      gold +=
        #"{"document":"r\#(number).txt","quote":"\#(30 + number)","kind":"forecast","#
        + #""value":\#(30 + number),"range":[\#(start),\#(start + 2)]}"# + "\n"
    }
    try Data(gold.utf8).write(to: folder.appendingPathComponent("gold.jsonl"))
  }

  @Test("Weights come out of a folder's gold, and extract reads with them")
  func trainAndExtract() throws {
    try Tool.inFolder { folder in
      let documents = folder.appendingPathComponent("annotated")
      try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
      try write(documents, 8)
      let weights = folder.path + "/w.tsv"
      let trained = try Tool.run(["train", documents.path, "--output", weights])
      #expect(trained.status == 0 && trained.output.hasPrefix("matched  F1"), "\(trained.errors)")
      #expect(trained.output.contains("calibration error"))
      let text = "Årsrapport 2021\n\nNämnden räknar in 77 platser för arbetsträning.\n"
      let input = folder.appendingPathComponent("new.txt")
      try Data(text.utf8).write(to: input)
      let found = try Tool.run(["extract", input.path, "--weights", weights])
      #expect(found.output.contains(#""kind":"forecast""#), "\(found.output)\(found.errors)")
      try Data("[kind]\nbias\t1\n".utf8).write(to: URL(fileURLWithPath: weights))
      let broken = try Tool.run(["extract", input.path, "--weights", weights])
      #expect(broken.status == 1 && broken.errors.contains("w.tsv:2"), "\(broken.errors)")
      let missing = try Tool.run(["train", folder.path + "/none"])
      #expect(missing.status == 1 && missing.errors.contains("none: there is no such"))
    }
  }
}
