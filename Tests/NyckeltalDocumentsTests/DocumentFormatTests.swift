import Foundation
import NyckeltalDocuments
import Testing

struct DocumentFormatTests {
  @Test(
    "In a folder, text is a document by its suffix; other formats by their bytes",
    arguments: [
      ("protokoll.txt", "Protokoll", true), ("Protokoll 2015-05-07 nr. 4", "Protokoll", true),
      ("utan", "Protokoll", true), ("anteckning.MD", "# Protokoll", true),
      ("protokoll.docx", "Protokoll", true), ("a.src", "text", false), ("a.py", "x = 1", false),
      ("a.jsonl", "{}", false), ("a.txt", "{\"a\": 1}", false), ("a.bin", "%PDF-1.4", true),
      ("a.dat", "<!DOCTYPE html><p>x", true), ("tom.txt", "", true),
    ]
  )
  func recognized(_ name: String, _ text: String, _ expected: Bool) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-format-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    #expect(DocumentFormat.recognizes(file.path) == expected)
  }
}
