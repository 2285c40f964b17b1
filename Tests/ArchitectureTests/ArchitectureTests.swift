import Foundation
import Testing

/// Holds the modules to their one-way imports: each may import what stands beside it, and nothing
/// else of the project or from outside.
struct ArchitectureTests {
  private static let allowed: [String: Set<String>] = [
    "NyckeltalModel": [],
    "NyckeltalText": ["NyckeltalModel"],
    "CLibXML2": [],
    "CMarkup": [],
    "CArchive": [],
    "NyckeltalDocuments": ["NyckeltalModel", "NyckeltalText", "CMarkup", "CArchive"],
    "NyckeltalMinutes": ["NyckeltalModel", "NyckeltalText"],
    "NyckeltalQuantities": ["NyckeltalModel", "NyckeltalText"],
    "CJudgeWeights": [],
    "NyckeltalExtraction": [
      "NyckeltalModel", "NyckeltalText", "NyckeltalMinutes", "NyckeltalQuantities",
      "CJudgeWeights", "Yams",
    ],
    "NyckeltalStore": ["NyckeltalModel", "GRDB"],
    "NyckeltalReports": ["NyckeltalModel", "Yams", "Mustache"],
    "CXlsxWriter": [],
    "NyckeltalSpreadsheet": ["NyckeltalModel", "NyckeltalReports", "CXlsxWriter"],
    "NyckeltalReview": ["NyckeltalModel", "NyckeltalText"],
    "CGMime": [],
    "CCurl": [],
    "NyckeltalMail": ["CGMime", "CCurl"],
    "Nyckeltal": [
      "NyckeltalModel", "NyckeltalText", "NyckeltalMinutes", "NyckeltalQuantities",
      "NyckeltalExtraction", "NyckeltalReports", "NyckeltalReview", "NyckeltalSpreadsheet",
      "NyckeltalStore", "SwiftCSV",
    ],
    "NyckeltalCLI": ["Nyckeltal", "NyckeltalDocuments", "NyckeltalMail", "ArgumentParser"],
    "NyckeltalBenchmarks": ["Nyckeltal", "NyckeltalDocuments", "NyckeltalMail"],
  ]

  /// What comes with the toolchain.
  private static let system: Set<String> = [
    "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin", "Musl",
  ]

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  private static var modules: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: sources.path)
        .filter { !$0.hasPrefix(".") }.sorted()
    }
  }

  @Test func everyModuleIsInTheTable() throws {
    #expect(try Self.modules == Self.allowed.keys.sorted())
  }

  @Test func importsRunOneWay() throws {
    var files = 0
    for module in try Self.modules {
      let folder = Self.sources.appendingPathComponent(module)
      let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
      for case let name as String in enumerator where name.hasSuffix(".swift") {
        files += 1
        let text = try String(
          contentsOf: folder.appendingPathComponent(name),
          encoding: .utf8
        )
        for imported in Self.imports(in: text) {
          let isAllowed =
            Self.system.contains(imported) || Self.allowed[module]?.contains(imported) == true
          #expect(isAllowed, "\(module)/\(name) imports \(imported)")
        }
      }
    }
    #expect(files > 50)
  }

  @Test func anImportOutsideTheTableIsSeen() {
    let text = "import Foundation\n@testable public import NyckeltalMail\n  // import Nothing\n"
    #expect(Self.imports(in: text) == ["Foundation", "NyckeltalMail"])
  }

  /// No module shares its name with a type in it: the type would hide the module.
  @Test func noTypeIsNamedAsAModule() throws {
    for module in try Self.modules {
      let folder = Self.sources.appendingPathComponent(module)
      let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
      for case let name as String in enumerator where name.hasSuffix(".swift") {
        let text = try String(
          contentsOf: folder.appendingPathComponent(name),
          encoding: .utf8
        )
        for keyword in ["struct", "enum", "class", "actor", "protocol"] {
          #expect(!text.contains("\(keyword) \(module) "), "\(module)/\(name)")
        }
      }
    }
  }

  /// The modules that a file's import lines name.
  private static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || modifiers.contains(String($0)) })
      else { return nil }
      // "import struct Foundation.Data"
      let last = words.last ?? ""
      return String(last.split(separator: ".").first ?? last)
    }
  }

  private static let modifiers: Set<String> = [
    "public", "internal", "package", "private", "fileprivate",
  ]
}
