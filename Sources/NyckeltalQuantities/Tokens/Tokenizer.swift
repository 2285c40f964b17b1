/// Cuts a text into words, runs of digits and signs, once for every rule.
package struct Tokenizer: @unchecked Sendable {
  let lexicon: UnsafePointer<Lexicon>

  /// Makes a tokenizer with the reader's own lexicon.
  package init() { lexicon = Lexicon.shared }

  /// Replaces the buffer's tokens with those of a text.
  ///
  /// Any bytes are safe; what is not UTF-8 gives tokens of kind ``Token/Kind/broken``. A text of
  /// more than 2 GB is read so far.
  package func tokenize(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
    Self.fill(&buffer, text, lexicon: lexicon)
  }

  /// The tokens of a text without the lexicon, for the words of the lexicon itself.
  static func bare(_ text: String) -> [Token] {
    var copy = text
    var buffer = TokenBuffer()
    copy.withUTF8 { fill(&buffer, $0, lexicon: nil) }
    return Array(buffer)
  }

  private static func fill(
    _ buffer: inout TokenBuffer,
    _ text: UnsafeBufferPointer<UInt8>,
    lexicon: UnsafePointer<Lexicon>?
  ) {
    buffer.removeAll()
    if text.isEmpty { return }
    var place = TokenWriter.Place()
    var isDone = false
    // their own while they are written, so that the tokens can be written meanwhile
    var triggers: [Int32] = []
    var known: [KnownWord] = []
    swap(&known, &buffer.known)
    if known.isEmpty, lexicon != nil {
      known = Array(repeating: KnownWord(), count: KnownWord.count)
    }
    while !isDone {
      // Words are five letters and a space on average; the buffer keeps what it grows to.
      buffer.reserve(text.count / 4 + 16)
      swap(&triggers, &buffer.triggers)
      let (written, triggerCount) = (buffer.count, buffer.triggerCount)
      (buffer.count, buffer.triggerCount) = buffer.storage.withUnsafeMutableBufferPointer {
        output in
        triggers.withUnsafeMutableBufferPointer { triggers in
          known.withUnsafeMutableBufferPointer { known in
            let words = WordReader(
              text: text,
              count: min(text.count, Int(Int32.max)),
              slots: lexicon?.pointee.slots ?? UnsafeBufferPointer(start: nil, count: 0),
              filter: lexicon?.pointee.filter ?? UnsafeBufferPointer(start: nil, count: 0),
              lexicon: lexicon,
              known: known
            )
            var writer = TokenWriter(
              text: text,
              count: words.count,
              classes: ByteClass.table,
              words: words,
              output: output,
              triggers: triggers,
              written: written,
              triggerCount: triggerCount,
              place: place
            )
            isDone = writer.run()
            place = writer.place
            return (writer.written, writer.triggerCount)
          }
        }
      }
      swap(&triggers, &buffer.triggers)
    }
    swap(&known, &buffer.known)
  }
}
