import Foundation
import NyckeltalMinutes
import NyckeltalText
import Testing

/// Documents as they are really laid out, with the structure that they are read as beside them.
///
/// With `NYCKELTAL_RECORD=1` in the environment the structures are written anew, and the test fails.
struct LayoutTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Layouts")
  static let names = [
    "bullets", "web", "pages", "question", "debate", "chamber", "motion", "press", "blog",
    "council", "markdown", "letter",
  ]

  static func read(_ name: String) throws -> Minutes {
    let bytes = try Data(contentsOf: folder.appending(path: "\(name).txt"))
    return Minutes(try SourceText(name: "\(name).txt", bytes: Array(bytes)))
  }

  @Test(arguments: names)
  func structure(_ name: String) throws {
    let structure = try Self.read(name).structure
    let file = Self.folder.appending(path: "\(name).structure.txt")
    if ProcessInfo.processInfo.environment["NYCKELTAL_RECORD"] != nil {
      try Data(structure.utf8).write(to: file)
      Issue.record("recorded")
      return
    }
    #expect(structure == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test("Every byte belongs to an item, a section, a table or a part that is left out")
  func everythingIsCovered() throws {
    for name in Self.names { try expectCovered(Self.read(name), name) }
    let corpus = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures")
    let files = try FileManager.default.contentsOfDirectory(atPath: corpus.path())
    for name in files.sorted() where name.hasSuffix(".txt") {
      let bytes = try Data(contentsOf: corpus.appending(path: name))
      try expectCovered(Minutes(SourceText(name: name, bytes: Array(bytes))), name)
    }
  }

  private func expectCovered(_ minutes: Minutes, _ name: String) throws {
    let text = minutes.text
    var covered = Array(repeating: false, count: minutes.source.utf8.count)
    func cover(_ range: Range<Int>) { for index in range { covered[index] = true } }
    for range in text.furniture + text.rules { cover(range) }
    #expect(minutes.blockRoles.count == text.blocks.count)
    let passages = minutes.items.flatMap(\.sections).flatMap(\.passages).map(\.range)
    var read = Array(repeating: false, count: text.bytes.count)
    for passage in passages { for index in passage { read[index] = true } }
    for (block, role) in zip(text.blocks, minutes.blockRoles) {
      switch role {
      case .item, .section, .leftOut, .table: break
      case .passage:
        // what is no line of an item or a section stands in a passage, but for the words that say
        // who speaks
        let isRead = block.range.contains { read[$0] }
        #expect(isRead, "\(name): \(text.folded(block.range))")
      }
      cover(text.sourceRange(of: block.range))
    }
    let bytes = minutes.source.utf8
    let lost = bytes.indices.filter { !covered[$0] && !Self.isMark(bytes[$0]) }
    #expect(lost.isEmpty, "\(name): \(lost.prefix(20).map { bytes[$0] })")
  }

  /// White space, and the marks of headings, lists and emphasis.
  private static func isMark(_ byte: UInt8) -> Bool {
    Byte.isBlank(byte) || byte == 0x0A || byte == 0x0C || byte >= 0x80
      || "#*-+.)|".utf8.contains(byte) || Byte.isDigit(byte)
  }

  @Test("A part that is left out is told with its lines and its reason")
  func omissionsAreTold() throws {
    let structure = try minutes(
      "§ 4 Feriejobb\n\nBilagor\n\nRapport.pdf\n\nAntalet platser är 300 i år.\n"
    ).structure
    #expect(structure.contains("lines 3–5 left out: list of appendices"))
    #expect(structure.contains("paragraph \"Antalet platser är 300 i år.\""))
  }
}
