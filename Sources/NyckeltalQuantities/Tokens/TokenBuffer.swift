/// The tokens of one text, in memory that is used again for the next.
package struct TokenBuffer: Sendable, RandomAccessCollection {
  /// Room for tokens; the first ``count`` are the text's.
  @usableFromInline var storage: [Token] = []
  /// The number of tokens.
  package internal(set) var count: Int {
    @inlinable get { used }
    set { used = newValue }
  }
  @usableFromInline var used = 0
  /// The places of the tokens that a quantity can begin with; the first ``triggerCount`` are the
  /// text's.
  var triggers: [Int32] = []
  var triggerCount = 0
  /// What the latest words are in the lexicon, by some of their hashes' bits.
  var known: [KnownWord] = []

  /// Makes an empty buffer.
  package init() {}

  /// The first index.
  @inlinable package var startIndex: Int { 0 }
  /// The index behind the last token.
  @inlinable package var endIndex: Int { used }
  /// The token at an index from 0.
  @inlinable
  package subscript(index: Int) -> Token {
    precondition(index < used)
    return storage[index]
  }

  /// Calls a closure with the tokens in memory, which is valid until it returns.
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Token>) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  mutating func removeAll() {
    count = 0
    triggerCount = 0
  }

  /// Makes room for so many tokens, and for some more than there are.
  mutating func reserve(_ needed: Int) {
    let least = Swift.max(needed, count + count / 2 + 16)
    guard storage.count < least else { return }
    storage += repeatElement(.outside, count: least - storage.count)
    triggers += repeatElement(0, count: storage.count + 1 - triggers.count)
  }
}
