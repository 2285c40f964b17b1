import NyckeltalQuantities

/// What is asked of a sentence's clauses.
extension SentenceReading {
  /// The bytes of a clause, from its first to its last token.
  func clauseRange(_ clause: Int) -> Range<Int> {
    guard let first = firstToken(of: clause), let last = lastToken(of: clause) else {
      return 0..<range.count
    }
    var start = first
    var end = last
    while start < end, isSeparator(start) || Self.joiningWords.contains(tokens[start].hash) {
      start += 1
    }
    while end > start, isSeparator(end) { end -= 1 }
    return Int(tokens[start].start)..<Int(tokens[end].end)
  }

  /// Whether a clause stands in parentheses.
  func isParenthesis(_ clause: Int) -> Bool {
    guard let first = firstToken(of: clause) else { return false }
    return tokens[first].kind == .punctuation && tokens[first].hash == 0x28
  }

  /// The clause's first word, its joining words included.
  func opening(_ clause: Int) -> (token: Int, hash: UInt64)? {
    guard var first = firstToken(of: clause) else { return nil }
    while first < tokens.count, tokens[first].kind == .punctuation { first += 1 }
    return first < tokens.count ? (first, tokens[first].hash) : nil
  }

  private func isSeparator(_ token: Int) -> Bool {
    guard tokens[token].kind == .punctuation else { return false }
    switch tokens[token].hash {
    case 0x2C, 0x3B, 0x3A, 0x2E, 0x28, 0x29, 0x2013, 0x2014: return true
    default: return false
    }
  }

  /// Words that join a clause to the one before it and say nothing in its quote.
  private static let joiningWords = WordSet(["och", "samt", "men", "medan", "så"])
}
