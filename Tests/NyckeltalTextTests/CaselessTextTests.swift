import NyckeltalText
import Testing

struct CaselessTextTests {
  private static let text = CaselessText(
    Array("Förvaltningen SVARAR; Öppet ärende, (ÅÄÖ) × å".utf8)
  )

  @Test(
    "Words are found in any case",
    arguments: [
      ("svarar", true), ("förvaltning", true), ("öppet", true), ("ärende", true), ("åäö", true),
      ("(", true), ("å", true), ("svarade", false), ("örvaltningens", false), ("÷", false),
      ("", true),
    ] as [(StaticString, Bool)]
  )
  func holds(_ word: StaticString, _ expected: Bool) {
    #expect(Self.text.holds(anyOf: [word]) == expected)
  }

  @Test("A word that reaches beyond the range is not in it")
  func range() {
    let text = CaselessText(Array("tre Motioner".utf8))
    #expect(text.holds("motion", in: 4..<12))
    #expect(text.holds("motion", in: 4..<10))
    #expect(!text.holds("motion", in: 4..<9))
    #expect(!text.holds("motion", in: 5..<12))
    #expect(text.ends(with: "motioner", in: 0..<12))
    #expect(!text.ends(with: "motioner", in: 5..<12))
    #expect(!text.ends(with: "motioner", in: 0..<11))
    #expect(text[4] == UInt8(ascii: "m"))
  }
}
