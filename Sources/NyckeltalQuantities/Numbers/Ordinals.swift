import NyckeltalModel

extension Scan {
  /// The value of an ordinal word; `nil` for other words.
  func ordinalValue(_ index: Int) -> Double? {
    let token = token(index)
    guard token.kind == .word, token.lexeme != 0 else { return nil }
    if token.lexeme == GluedForm.ordinal.rawValue {
      var number = NumberAccumulator()
      guard lexicon.pointee.morphemes.read(token.range, in: text, into: &number) == .ordinal else {
        return nil
      }
      return number.value
    }
    let lexeme = lexemes[Int(token.lexeme)]
    return lexeme.roles.contains(.ordinal) ? lexeme.number : nil
  }

  /// An ordinal in words.
  mutating func readOrdinal(at index: Int) -> Int {
    guard let value = ordinalValue(index), isOrdinal(index) else { return index + 1 }
    add(
      .ordinal,
      value,
      from: index,
      to: index + 1,
      number: token(index).range,
      unit: nil,
      rules: RuleList(.ordinal)
    )
    return floor
  }

  /// Whether the word orders: not "i första hand", "för det första", "andra" for "other".
  private func isOrdinal(_ index: Int) -> Bool {
    if isAlone(index, index + 1) { return true }
    if code(index + 1) == .idiomHand || code(index + 1) == .deputy { return false }
    if code(index - 1) == .the, code(index - 2) == .forWord,
      !isWord(index + 1) || isGlued(index + 1)
    {
      return false
    }
    if code(index) == .second {
      return code(index + 1) == .turn || isDefiniteSingular(index)
    }
    return true
  }

  /// "den andra delen", as against "de andra delarna".
  private func isDefiniteSingular(_ index: Int) -> Bool {
    let article = token(index - 1).hash
    return Self.singular.contains(article) && isWord(index + 1)
  }

  private static let singular = ["den", "det"].map { WordHash($0).value }

  /// "tjugo femte", "hundra första": an ordinal of two words.
  mutating func readSplitOrdinal(_ numeral: Numeral) -> Int? {
    guard numeral.isWords, !numeral.isArticle, let unit = ordinalValue(numeral.end),
      numeral.value >= 20, numeral.value < 1_000, unit < 10 || unit < 100 && numeral.value >= 100,
      Int(numeral.value) % (unit < 10 ? 10 : 100) == 0,
      token(numeral.end).gap == .space
    else { return nil }
    // "tjugo andra deltagare" are twenty others
    if code(numeral.end) == .second, !isAlone(numeral.first, numeral.end + 1) { return nil }
    add(
      .ordinal,
      numeral.value + unit,
      from: numeral.first,
      to: numeral.end + 1,
      number: bytes(numeral.first, numeral.end + 1),
      unit: nil,
      rules: RuleList(.ordinal)
    )
    return floor
  }

  /// "1:a", "2:e", "3:dje", "4e".
  mutating func readOrdinalDigits(at index: Int) -> Int? {
    guard let (value, end) = ordinalDigits(at: index) else { return nil }
    if code(end) == .deputy { return end }
    add(
      .ordinal,
      value,
      from: index,
      to: end,
      number: bytes(index, end),
      unit: nil,
      rules: RuleList(.ordinalDigits)
    )
    return floor
  }

  /// The value of an ordinal in digits and the token behind it.
  func ordinalDigits(at index: Int) -> (value: Double, end: Int)? {
    guard isNumber(index), token(index).count <= 4 else { return nil }
    var letter = index + 1
    let hasColon = isSign(letter, ":") && isGlued(letter)
    if hasColon { letter += 1 }
    guard isWord(letter), isGlued(letter), !isGlued(letter + 1) || !isNumber(letter + 1) else {
      return nil
    }
    let isA = code(letter) == .unitWordA
    let isE = code(letter) == .unitWordE || (hasColon && code(letter) == .the)
    guard isA || isE, let value = magnitude(index) else { return nil }
    if !hasColon {
      guard token(letter).count == 1, !token(letter).isCapitalized else { return nil }
      let last = Int(value) % 10
      let teens = (11...12).contains(Int(value) % 100)
      let takesA = (last == 1 || last == 2) && !teens
      guard takesA == isA else { return nil }
    }
    return (value, letter + 1)
  }
}
