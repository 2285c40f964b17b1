/// A few words, by their hashes: most tokens are told from them by a bit.
package struct WordSet: Sendable {
  @usableFromInline let filter: UInt64
  @usableFromInline let hashes: [UInt64]

  /// Makes a set of words in any case.
  package init(_ words: [String]) {
    hashes = words.map { WordHash($0).value }
    filter = hashes.reduce(0) { $0 | 1 << ($1 & 63) }
  }

  /// Whether a token's hash is one of theirs.
  @inlinable
  package func contains(_ hash: UInt64) -> Bool {
    filter >> (hash & 63) & 1 == 1 && hashes.contains(hash)
  }
}
