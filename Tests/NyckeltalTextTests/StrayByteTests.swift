import NyckeltalText
import Testing

/// Text that is UTF-8 but for a few bytes, text in Latin-1, and data that is no text.
struct StrayByteTests {
  @Test func oneStrayByteLeavesTheRestUTF8() throws {
    let bytes = Array("Å ena sidan\nsökte ".utf8) + [0xE5] + Array(" åtta unga för året".utf8)
    let source = try SourceText(name: "a.txt", bytes: bytes)
    #expect(source.encoding == .utf8)
    let text = String(decoding: source.utf8, as: UTF8.self)
    #expect(text == "Å ena sidan\nsökte \u{FFFD} åtta unga för året")
    #expect(source.notes.count == 1 && source.notes[0].contains("1 byte(s) are no UTF-8"))
    #expect(source.notes[0].contains("on line 2"))
    // positions behind the mark are those of the file
    let year = try #require(source.utf8.firstRange(of: Array("året".utf8)))
    #expect(Array(bytes[source.fileRange(of: year)]) == Array("året".utf8))
  }

  @Test(arguments: [
    [0x53, 0xF6, 0x6B, 0x74, 0x65], [0xE5, 0xE4, 0xF6, 0x20, 0xC3, 0xA5], [0x37, 0x20, 0x80],
  ])
  func latin1IsToldByTheWhole(_ bytes: [UInt8]) throws {
    let source = try SourceText(name: "a.txt", bytes: bytes)
    #expect(source.encoding == .windows1252)
    #expect(source.notes.isEmpty)
  }

  @Test(arguments: [
    ("a.txt", "{\"id\": 1}\n{\"id\": 2}", SourceTextError.Code.json),
    ("a.txt", " [ {\"a\": 1} ]", .json),
    ("a.txt", "[1, 2, [3]]\n", .json), ("a.txt", "{ }", .json),
    ("a.json", "Protokoll", .json), ("a.JSONL", "Protokoll", .json), ("a.csv", "a;b\n1;2", .table),
    ("-", "id,kind,indicator,topic\n", .table), ("a.txt", "<?xml version=\"1.0\"?><a/>", .data),
    ("a.yaml", "topics: []", .data),
  ])
  func dataIsNoProse(_ name: String, _ text: String, _ code: SourceTextError.Code) {
    let error = #expect(throws: SourceTextError.self) {
      try SourceText(name: name, prose: Array(text.utf8))
    }
    #expect(error?.code == code)
  }

  @Test(arguments: [
    "[1] Tertialrapport 1\n[2] Bokslut", "{kursiv} text", "[Protokoll](a.html)", "- 12 platser",
    "id: 12\nkind: protokoll", "[Nämnden] beslutar [att]",
  ])
  func proseThatBeginsLikeDataIsRead(_ text: String) throws {
    _ = try SourceText(name: "Protokoll 2015-05-07 nr. 4", prose: Array(text.utf8))
  }
}
