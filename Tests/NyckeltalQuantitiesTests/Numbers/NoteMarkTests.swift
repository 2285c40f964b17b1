import NyckeltalQuantities
import Testing

/// The raised numbers of notes, which are part of neither number nor unit.
struct NoteMarkTests {
  @Test(
    "A note's number parts neither a number from its unit nor a unit from its end",
    arguments: [
      ("14² miljoner kronor", 14_000_000), ("3 250¹ tkr", 3_250_000), ("3 250 tkr⁴", 3_250_000),
      ("12¹² mnkr", 12_000_000), ("41³ procent", 41), ("75 platser²", 75),
    ]
  )
  func marks(_ text: String, _ value: Double) {
    let found = QuantityReader().read("Det blev \(text) under året.")
    #expect(found.map(\.value) == [value])
    #expect(found.first?.unit != nil)
  }

  @Test("Powers of lengths and of ten are no notes")
  func powers() {
    var buffer = TokenBuffer()
    var text = "250 m² och 10⁶"
    text.withUTF8 { Tokenizer().tokenize($0, into: &buffer) }
    #expect(buffer.count { $0.kind == .punctuation } == 2)
  }
}
