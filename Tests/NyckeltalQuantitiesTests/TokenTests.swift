import NyckeltalQuantities
import Testing

/// Words, digits and signs, and the hash by which words are known.
struct TokenTests {
  @Test(
    "Case, composition and soft hyphens do not matter",
    arguments: [
      ("Över", "över"), ("ÅLDER", "ålder"), ("a\u{30A}r", "år"), ("o\u{308}ver", "över"),
      ("arbets\u{AD}lös", "arbetslös"), ("IDÉ", "idé"), ("Ü", "ü"),
    ]
  )
  func hashes(_ written: String, _ word: String) {
    #expect(WordHash(written) == WordHash(word))
  }

  @Test func kinds() {
    var buffer = TokenBuffer()
    var text = "Ca 15\u{A0}900 (70%) åker"
    text.withUTF8 { Tokenizer().tokenize($0, into: &buffer) }
    let kinds: [Token.Kind] = [
      .word, .number, .number, .punctuation, .number, .punctuation, .punctuation, .word,
    ]
    #expect(buffer.map(\.kind) == kinds)
    #expect(buffer[0].hash == WordHash("ca").value)
    #expect(buffer[0].isCapitalized)
    #expect(buffer[2].gap == .space)
    #expect(buffer[5].gap == .none)
    #expect(buffer[5].hash == 0x25)
    #expect(buffer[7].range == 17..<22)
  }

  @Test("Bytes that are not UTF-8 break their token only")
  func broken() {
    var buffer = TokenBuffer()
    let bytes: [UInt8] = [0x31, 0x80, 0x20, 0x32, 0x20, 0xC3, 0x20, 0xFF, 0x20, 0x33]
    bytes.withUnsafeBufferPointer { Tokenizer().tokenize($0, into: &buffer) }
    #expect(buffer.map(\.kind) == [.broken, .number, .broken, .broken, .number])
  }
}
