import Foundation
import Testing

/// Exports are as the schemas say that the tool prints, and wrong ones are refused by them.
struct SchemaTests {
  @Test func exportsAreAsTheSchemasSay() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      folder.appendingPathComponent("check_exports.py").path, try Tool.executable.path,
      folder.appendingPathComponent("../../Examples/minutes").standardizedFileURL.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }

  /// Two files of one name stay apart in what is exported.
  @Test(arguments: ["jsonl", "csv"])
  func filesOfOneNameStayApart(_ format: String) throws {
    try Tool.inFolder { folder in
      for (name, count) in [("a", 300), ("b", 500)] {
        let place = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data("Cirka \(count) unga har sökt sommarjobb.".utf8)
          .write(to: place.appendingPathComponent("protokoll.txt"))
      }
      let outcome = try Tool.run(["extract", folder.path, "--format", format])
      #expect(outcome.status == 0)
      for name in ["a", "b"] {
        #expect(outcome.output.contains("\(folder.path)/\(name)/protokoll.txt"))
      }
      // SHA-256 of each, in a store too
      let store = folder.path + "/n.sqlite"
      #expect(try Tool.run(["import", folder.path, "--store", store]).status == 0)
      let kept = try Tool.run(["list", "--store", store, "--format", format])
      #expect(
        kept.output.split(separator: "\n").sorted()
          == outcome.output.split(separator: "\n").sorted()
      )
    }
  }
}
