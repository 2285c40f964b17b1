import NyckeltalModel

/// A qualifier found beside a figure.
struct QualifierHit {
  var qualifier: Qualifier
  /// Its first token.
  var first: Int
  /// The token behind its last.
  var end: Int
}

extension Scan {
  /// The qualifier that ends before a token and does not begin before the floor.
  @inline(__always)
  func qualifier(before index: Int) -> QualifierHit? {
    let last = token(index - 1)
    if last.kind == .word, lexemes[Int(last.lexeme)].phrases.isEmpty { return nil }
    return qualifierPhrase(before: index)
  }

  private func qualifierPhrase(before index: Int) -> QualifierHit? {
    var last = index - 1
    if isSign(last, "."), isGlued(last), isWord(last - 1) { last -= 1 }
    let token = token(last)
    guard last >= floor, token.kind != .number else { return nil }
    let range: Range<UInt16>
    if token.kind == .word {
      range = lexeme(last).phrases
    } else {
      range = signPhrases(token.hash)
    }
    for phrase in range {
      let candidate = lexicon.pointee.phraseTable[Int(phrase)]
      let first = last - candidate.count + 1
      guard first >= floor else { continue }
      var matches = true
      for offset in 0..<candidate.count
      where self.token(first + offset).hash != candidate.hashes[offset] {
        matches = false
        break
      }
      if matches { return QualifierHit(qualifier: candidate.qualifier, first: first, end: index) }
    }
    return nil
  }

  /// The phrases that end with a sign: ~, ≈, <, >, ≤, ≥.
  private func signPhrases(_ hash: UInt64) -> Range<UInt16> {
    switch hash {
    case 0x3C, 0x3E, 0x7E, 0x2248, 0x2264, 0x2265:
      let found = lexicon.pointee.lookUp(hash)
      return found == 0 ? 0..<0 : lexemes[Int(found)].phrases
    default:
      return 0..<0
    }
  }

  /// The qualifier that begins at a token behind a figure: "eller fler".
  func qualifier(behind index: Int) -> QualifierHit? {
    guard isWord(index) else { return nil }
    for phrase in lexeme(index).phrasesBehind {
      let candidate = lexicon.pointee.phrasesBehind[Int(phrase)]
      var matches = true
      for (offset, hash) in candidate.hashes.enumerated() where token(index + offset).hash != hash {
        matches = false
        break
      }
      guard matches else { continue }
      let end = index + candidate.hashes.count
      // "400 knappt hälften": the word belongs to what follows.
      let next = token(end)
      let isEnd = next.kind != .word && next.kind != .number
      if candidate.hashes.count == 1, !isEnd { continue }
      return QualifierHit(qualifier: candidate.qualifier, first: index, end: end)
    }
    return nil
  }
}
