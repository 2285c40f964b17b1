import Foundation
import NyckeltalModel
import NyckeltalReports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A finished workbook, opened as what it is: a zip of XML parts.
struct Workbook {
  /// Whether this machine can open one.
  static let canOpen = FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")

  var parts: [String: Data]

  init(_ bytes: Data) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("w.xlsx")
    try bytes.write(to: file)
    let names = try Self.run(["-Z1", file.path])
    parts = [:]
    for name in String(decoding: names, as: UTF8.self).split(separator: "\n") {
      // unzip reads brackets as a pattern.
      let pattern = String(name).replacing("[", with: "\\[").replacing("]", with: "\\]")
      parts[String(name)] = try Self.run(["-p", file.path, pattern])
    }
  }

  func text(_ part: String) -> String { String(decoding: parts[part] ?? Data(), as: UTF8.self) }

  /// The parts that an XML parser refuses.
  var malformed: [String] {
    parts.filter { name, data in
      (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && !XMLParser(data: data).parse()
    }.map(\.key).sorted()
  }

  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}

/// The reports that the tests render.
enum Fixtures {
  static func report(_ subject: ReportSubject) throws -> Report {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
    let catalogue = try JSONDecoder().decode(
      [Indicator].self,
      from: Data(contentsOf: folder.appendingPathComponent("catalogue.json"))
    )
    let lines = try String(
      contentsOf: folder.appendingPathComponent("observations.jsonl"),
      encoding: .utf8
    )
    let observations = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Observation.self, from: Data($0.utf8))
    }
    let builder = ReportBuilder(
      definition: try .builtIn(subject.kind),
      catalogue: catalogue
    )
    return try builder.report(subject, from: observations, documents: 5)
  }
}
