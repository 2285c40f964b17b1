import NyckeltalModel
import NyckeltalText
import Testing

/// The blocks of a text, one a line, with a letter for their kind.
func dump(_ text: String) throws -> String {
  let clean = CleanText(try SourceText(name: "t", bytes: Array(text.utf8)))
  return clean.blocks.map { block in
    let kind =
      switch block.kind {
      case .heading: "H"
      case .paragraph: "P"
      case .listItem(let number): "L\(number.map(String.init) ?? "")"
      case .tableRow: "T"
      }
    return "\(kind) \(String(decoding: clean.bytes[block.range], as: UTF8.self))"
  }.joined(separator: "\n")
}

struct CleanTextTests {
  @Test(
    "Lines and pages are joined to paragraphs",
    arguments: [
      ("Nämnden följer arbets-\nträningen noga.", "P Nämnden följer arbetsträningen noga."),
      (
        "Vi ser studie-\noch yrkesvägledning i Upplands-\nBro.",
        "P Vi ser studie- och yrkesvägledning i Upplands-Bro."
      ),
      (
        "Under våren har omkring\n\n6 900 platser kommit in.",
        "P Under våren har omkring 6 900 platser kommit in."
      ),
      (
        "Några fick jobb inom vården, andra i handeln, men omkring\n90 unga fick jobb i hemtjänsten och städningen.",
        "P Några fick jobb inom vården, andra i handeln, men omkring 90 unga fick jobb i hemtjänsten och städningen."
      ),
      ("Verksamheten växer i Stock-\n\nholm.", "P Verksamheten växer i Stockholm."),
      (
        "Första stycket är slut.\n\nandra börjar litet",
        "P Första stycket är slut.\nP andra börjar litet"
      ),
      ("Beslut\n\n12 platser tillkommer.", "P Beslut\nP 12 platser tillkommer."),
      ("**§ 6****Svar på fråga**\n\nText.", "H § 6\nH Svar på fråga\nP Text."),
      ("## **§ 8**\n### Rubrik\nBrödtext", "H § 8\nH Rubrik\nP Brödtext"),
      ("Målen är\n\n- fler jobb\n- 2) färre bidrag", "P Målen är\nL fler jobb\nL2 färre bidrag"),
      ("1. Hur många platser\nfinns det?", "L1 Hur många platser finns det?"),
      ("Området **unga** växer*.", "P Området unga växer."),
      ("| A | B |\n|---|---|\n| 1 | 2 |", "T | A | B |\nT |---|---|\nT | 1 | 2 |"),
      (
        "Indikator      Utfall   Mål\nPlatser          12     15",
        "T Indikator      Utfall   Mål\nT Platser          12     15"
      ),
      ("Första raden\r\nAndra raden\r\n", "P Första raden\nP Andra raden"),
    ]
  )
  func blocks(_ text: String, _ expected: String) throws {
    #expect(try dump(text) == expected)
  }

  @Test func pageFurnitureIsTakenOutOfSentences() throws {
    let text = """
      Arbetsnämnden        Protokoll 3

      Utfallet är bättre än väntat och
      Justerandes sign ____

      Sid 1 (3)
      \u{0C}Arbetsnämnden        Protokoll 3

      fortsätter att öka.
      Sid 2 (3)
      \u{0C}Arbetsnämnden        Protokoll 3
      Slut.
      """
    #expect(
      try dump(text) == "P Utfallet är bättre än väntat och fortsätter att öka.\nP Slut."
    )
  }

  /// What stands next to a page's edge is looked for near it only.
  @Test(arguments: ["\u{c}\n", "\n\n\u{c}\n", "Sid 3 (12)\n", "\u{c}Arbetsmarknadsnämnden\n"])
  func veryManyPagesTakeNoLongerThanTheyAre(_ page: String) throws {
    let text = String(repeating: page, count: 20_000) + "Antalet var 8 700."
    let source = try SourceText(name: "a.txt", bytes: Array(text.utf8))
    let start = ContinuousClock.now
    #expect(CleanText(source).blocks.isEmpty == false)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func everyByteIsFoundAgain() throws {
    let text = "Det **finns** ca\u{A0}40 arbets-\n\nplatser för\u{AD}delade."
    let source = try SourceText(name: "t", bytes: Array(text.utf8))
    let clean = CleanText(source)
    let whole = String(decoding: clean.bytes[clean.blocks[0].range], as: UTF8.self)
    #expect(whole == "Det finns ca\u{A0}40 arbetsplatser fördelade.")
    let word = try #require(clean.bytes.firstRange(of: Array("arbetsplatser".utf8)))
    let range = source.fileRange(of: clean.sourceRange(of: word))
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "arbets-\n\nplatser")
    let number = try #require(clean.bytes.firstRange(of: Array("40".utf8)))
    #expect(clean.sourceRange(of: number).count == 2)
    #expect(clean.folded(clean.blocks[0].range) == "Det finns ca 40 arbetsplatser fördelade.")
  }
}

struct SourceTextTests {
  @Test func latin1IsReadWithItsOwnPositions() throws {
    let bytes: [UInt8] = [0x53, 0xF6, 0x6B, 0x74, 0x65, 0x20, 0x31, 0x32, 0x0A, 0x80]
    let source = try SourceText(name: "a.txt", bytes: bytes)
    #expect(source.encoding == .windows1252)
    #expect(String(decoding: source.utf8, as: UTF8.self) == "Sökte 12\n€")
    #expect(source.fileRange(of: 7..<9) == 6..<8)
    #expect(source.fileRange(of: 0..<3) == 0..<2)
    #expect(source.line(at: 10) == 2)
  }

  @Test func utf16IsRead() throws {
    let units: [UInt16] = [0xFEFF] + Array("Två 😀 3".utf16)
    let bytes = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let source = try SourceText(name: "a.txt", bytes: bytes)
    #expect(String(decoding: source.utf8, as: UTF8.self) == "Två 😀 3")
    #expect(source.fileRange(of: source.utf8.count - 1..<source.utf8.count) == 16..<18)
  }

  @Test(arguments: [
    ([], SourceTextError.Code.empty), ([0x20, 0x0A], .empty),
    ([0x50, 0x4B, 0, 4], .binary), ([0xFF, 0xFE, 0x41], .malformedUTF16),
  ])
  func refused(_ bytes: [UInt8], _ code: SourceTextError.Code) {
    let error = #expect(throws: SourceTextError.self) {
      try SourceText(name: "b.txt", bytes: bytes)
    }
    #expect(error?.code == code)
    #expect(error?.description.hasPrefix("b.txt: ") == true)
  }
}

struct SentenceTests {
  @Test(arguments: [
    "Nämnden beslutar.|Det blir ca. 400 platser.|2015 blir bra.",
    "Stöd ges bl.a. Åsa m.fl. (S).|Vi yrkar bifall!",
    "Det var kl. 15.|Nytt möte hålls.", "”Bra”, säger han.|– Jo.", "Hur många?|Vet ej",
    "Ordförande A. Berg kom.|Mötet den 3 maj 2015.|I juni 12.5 procent.",
  ])
  func split(_ marked: String) {
    let text = marked.replacing("|", with: " ")
    let bytes = Array(text.utf8)
    let found = Sentences.split(bytes, bytes.indices).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
    #expect(found == marked.split(separator: "|").map(String.init))
  }

  /// Nobody writes so long a sentence; it is cut between words, else between characters.
  @Test(arguments: ["5, ", "antal och ", "å", "aå", "€"])
  func noSentenceIsWithoutEnd(_ word: String) {
    let bytes = Array(String(repeating: word, count: 5_000).utf8)
    let found = Sentences.split(bytes, bytes.indices)
    #expect(found.allSatisfy { (1...2000).contains($0.count) })
    let words = found.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(words.allSatisfy { !$0.contains("\u{FFFD}") && !$0.hasPrefix(" ") })
    let letters = words.joined().filter { $0 != " " }
    #expect(letters == String(repeating: word, count: 5_000).filter { $0 != " " })
  }
}
