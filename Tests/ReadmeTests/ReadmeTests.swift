import Foundation
import Testing

/// README's snippets are compiled as they are printed.
struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The fenced blocks of README in a language.
  private func blocks(_ language: String) throws -> [[Substring]] {
    var blocks: [[Substring]] = []
    var isOpen = false
    for line in try text("README.md").split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```\(language)" {
        isOpen = true
        blocks.append([])
      } else if line == "```" {
        isOpen = false
      } else if isOpen {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  @Test func everySnippetIsCompiledAsItIsPrinted() throws {
    let source = try text("Tests/ReadmeTests/ReadmeSnippets.swift")
    let compiled = source.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }
    let joined = compiled.joined(separator: "\n")
    let snippets = try blocks("swift").filter { $0.first?.hasPrefix(".package") == false }
    #expect(snippets.count >= 6)
    for snippet in snippets {
      let lines = snippet.filter { !$0.hasPrefix("import ") }
        .map { $0.trimmingPrefix(while: \.isWhitespace) }.filter { !$0.isEmpty }
      #expect(joined.contains(lines.joined(separator: "\n")), "\(snippet.first ?? "")")
    }
  }

  /// What `make` is asked for is there, and every file that is linked to.
  @Test(arguments: ["README.md", "CONTRIBUTING.md"])
  func whatIsNamedIsThere(_ file: String) throws {
    let makefile = try text("Makefile")
    let words = try text(file)
    for line in words.split(separator: "\n") where line.hasPrefix("make ") {
      let target = line.split(separator: " ")[1]
      #expect(makefile.contains("\n\(target):"), "make \(target)")
    }
    for part in words.split(separator: "](").dropFirst() {
      let link = part.prefix { $0 != ")" }
      if link.hasPrefix("http") { continue }
      let path = Self.root.appendingPathComponent(String(link)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(link)")
    }
  }
}
