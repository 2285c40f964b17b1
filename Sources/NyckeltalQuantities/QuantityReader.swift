/// Reads Swedish figures, age ranges and periods from text.
///
/// A text is one line, sentence or paragraph without hard line ends. Any bytes are safe; ranges lie
/// on character boundaries of what is UTF-8.
///
/// ```swift
/// let reader = QuantityReader()
/// let found = reader.read("Cirka 15 900 unga sökte under våren 2015")
/// // 15900 persons, about; 2015-T1
/// ```
public struct QuantityReader: Sendable {
  private let tokenizer: Tokenizer

  /// Makes a reader with the built-in lexicon.
  public init() { tokenizer = Tokenizer() }

  /// Appends what a text states to a list, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: The text, as UTF-8.
  ///   - context: What is known about its time.
  ///   - tokens: The text's tokens afterwards; its memory is used again from text to text.
  ///   - quantities: The list; ranges are in bytes of the text.
  package func read(
    _ text: UnsafeBufferPointer<UInt8>,
    context: PeriodContext = PeriodContext(),
    tokens: inout TokenBuffer,
    into quantities: inout [Quantity]
  ) {
    tokenizer.tokenize(text, into: &tokens)
    if tokens.triggerCount == 0 { return }
    var found: [Quantity] = []
    swap(&found, &quantities)
    tokens.withUnsafeBufferPointer { buffer in
      withUnsafePointer(to: context) { context in
        var scan = Scan(
          text: text,
          tokens: buffer,
          lexicon: tokenizer.lexicon,
          context: context,
          found: found
        )
        found = []
        tokens.triggers.withUnsafeBufferPointer {
          scan.run(UnsafeBufferPointer(rebasing: $0[..<tokens.triggerCount]))
        }
        swap(&scan.found, &quantities)
      }
    }
  }

  /// What a text states, in the order of the text.
  public func read(_ text: String, context: PeriodContext = PeriodContext()) -> [Quantity] {
    var copy = text
    var tokens = TokenBuffer()
    var quantities: [Quantity] = []
    copy.withUTF8 { read($0, context: context, tokens: &tokens, into: &quantities) }
    return quantities
  }
}
