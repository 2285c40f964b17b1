/// A word, a run of digits or a sign, with its place in the text.
///
/// White space makes no token; ``gap`` tells what stood before one.
package struct Token: Sendable, Hashable {
  /// What a token consists of.
  package enum Kind: UInt8, Sendable {
    /// Letters, with soft hyphens among them.
    case word
    /// ASCII digits.
    case number
    /// One sign; ``Token/hash`` is its Unicode scalar.
    case punctuation
    /// What is not valid UTF-8, or a letter or sign with bytes astray behind it.
    case broken
    /// No token: what lies outside the text.
    case none
  }

  /// What stands between a token and the one before it.
  package enum Gap: UInt8, Sendable {
    /// Nothing: the tokens touch.
    case none
    /// One space, of any width, breaking or not.
    case space
    /// More than one space, a tab or a line end.
    case wide
    /// The beginning of the text.
    case start
  }

  /// The first byte.
  package var start: Int32
  /// The byte behind the last.
  package var end: Int32
  /// The word's hash, lower-cased (see ``WordHash``); for a sign, its Unicode scalar; for digits
  /// what they amount to, marked so that it is like no sign.
  package var hash: UInt64
  /// The word's place in the reader's lexicon; 0 when it is not there.
  package var lexeme: UInt16
  /// Which structural word it is, for the reader's own rules.
  var code: Word
  /// What it consists of.
  package var kind: Kind
  /// What stands before it.
  package var gap: Gap
  /// Whether it is a word that begins with a capital letter.
  package var isCapitalized: Bool
  /// Whether the reader stops at it.
  var isTrigger = false

  /// The token's bytes.
  package var range: Range<Int> { Int(start)..<Int(end) }
  /// The number of bytes.
  package var count: Int { Int(end) - Int(start) }

  /// The most digits that a number has.
  static let mostDigits = 18
  /// Tells a number's value from a sign's scalar.
  static let numberMark: UInt64 = 1 << 63

  /// What digits amount to, at most ``mostDigits`` of them.
  @inline(__always)
  var digitsValue: UInt64 { hash & ~Self.numberMark }

  /// The token outside every text.
  static let outside = Token(
    start: 0,
    end: 0,
    hash: 0,
    lexeme: 0,
    code: .none,
    kind: .none,
    gap: .start,
    isCapitalized: false
  )
}

/// The hash of a lower-cased word, the same for the reader's words and for a caller's cues.
///
/// It is made of UTF-8 eight bytes at a time, with A–Z and À–Þ in lower case, combining ring and
/// diaeresis composed and soft hyphens left out, so that `Å`, `å` and `a` + U+030A are one letter.
/// It is the same on every machine, but may change from version to version.
package struct WordHash: Sendable, Hashable {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash with eight more bytes: both halves of a product (wyhash), whose bits depend on all.
  @inline(__always)
  static func mix(_ hash: UInt64, _ letters: UInt64) -> UInt64 {
    let product = (hash ^ letters).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// The hash.
  package var value: UInt64

  /// Hashes a word.
  package init(_ word: String) {
    value = Tokenizer.bare(word).first.map { $0.kind == .word ? $0.hash : 0 } ?? 0
  }
}
