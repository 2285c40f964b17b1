import NyckeltalModel

/// A number as it stands in the text, before its sign, unit and qualifier.
struct Numeral {
  /// Its value.
  var value: Double
  /// Its first token.
  var first: Int
  /// The token behind its last.
  var end: Int
  /// How it was read.
  var rules = RuleList()
  /// The greatest scale word in it: 1 000 000 for "84 miljoner"; 1 without one.
  var scale: Double = 1
  /// Whether it is "en" or "ett" and nothing else, which is mostly an article.
  var isArticle = false
  /// Whether it is a half and nothing else.
  var isHalf = false
  /// Whether it is written in words.
  var isWords = false
  /// Whether it is a run of digits without grouping, decimals or scale.
  var isPlain = false
  /// "en dryg miljon": the qualifier inside.
  var innerQualifier: Qualifier?
  /// Whether it is a round number of the kind of "ett tiotal".
  var isCollective = false
  /// The value if three decimals behind a comma are thousands.
  var ifThousands: Double?
}

extension Scan {
  /// The number that begins at a token.
  func numeral(at index: Int) -> Numeral? {
    let token = token(index)
    switch token.kind {
    case .number:
      guard let digits = digitNumeral(at: index) else { return nil }
      return scaled(digits)
    case .word:
      return wordNumeral(at: index)
    case .punctuation:
      guard let value = vulgar(token.hash) else { return nil }
      var numeral = Numeral(value: value, first: index, end: index + 1)
      numeral.isHalf = true
      numeral.rules.append(.half)
      return scaled(numeral)
    case .broken, .none:
      return nil
    }
  }

  /// The value of ½, ¼, ¾, ⅓, …; `nil` for other scalars.
  func vulgar(_ scalar: UInt64) -> Double? {
    switch scalar {
    case 0xBC: 0.25
    case 0xBD: 0.5
    case 0xBE: 0.75
    case 0x2150: 1 / 7
    case 0x2151: 1 / 9
    case 0x2152: 0.1
    case 0x2153: 1 / 3
    case 0x2154: 2 / 3
    case 0x2155: 0.2
    case 0x2156: 0.4
    case 0x2157: 0.6
    case 0x2158: 0.8
    case 0x2159: 1 / 6
    case 0x215A: 5 / 6
    case 0x215B: 0.125
    case 0x215C: 0.375
    case 0x215D: 0.625
    case 0x215E: 0.875
    default: nil
    }
  }

  /// Adds the scale words and letters behind a number in digits: "1,5 miljoner", "100K".
  private func scaled(_ numeral: Numeral) -> Numeral {
    var result = numeral
    if let letter = scaleLetter(result) {
      result.value = (result.value * letter).settled
      result.scale = letter
      result.end += 1
      result.isPlain = false
      result.rules.append(.scaleLetter)
      return result
    }
    if let mixed = withHalf(result) { return mixed }
    guard roles(result.end).contains(.scale) || code(result.end) == .dozen else { return result }
    if code(result.end) == .dozen { return collected(result) }
    var number = NumberAccumulator()
    guard number.add(digits: result.value) else { return result }
    extend(&number, &result)
    if result.end > numeral.end { result.isHalf = false }
    return result
  }

  /// Feeds the words and digits behind a number to it, as long as they fit.
  func extend(_ number: inout NumberAccumulator, _ numeral: inout Numeral) {
    var index = numeral.end
    var taken = numeral.end
    var before = number
    while true {
      let token = token(index)
      if token.kind == .punctuation {
        // "femtio-två": only between a ten and a unit.
        guard token.hash == 0x2D, index > numeral.first, isWord(index + 1), isWord(index - 1),
          isGlued(index) == isGlued(index + 1), !number.endsInScale
        else { break }
        var trial = number
        guard feedWord(index + 1, to: &trial), !roles(index + 1).contains(.scale),
          trial.value - number.value < 10
        else { break }
        index += 1
        continue
      }
      // "tusen och ett" where the text holds nothing else
      if token.code == .and, number.endsInHundred || number.endsInScale, isWord(index + 1),
        isAlone(numeral.first, index + 2)
      {
        var trial = number
        guard feedWord(index + 1, to: &trial), trial.value < number.value + 100 else { break }
        index += 1
        continue
      }
      let isFed: Bool
      if token.kind == .number {
        isFed = feedDigits(index, to: &number)
      } else if token.kind == .word, token.lexeme != 0 {
        isFed = feedWord(index, to: &number)
      } else {
        isFed = false
      }
      guard isFed else { break }
      index += 1
      taken = index
      before = number
    }
    guard taken > numeral.end || numeral.isWords else { return }
    number = before
    numeral.value = number.value.settled
    numeral.end = taken
    numeral.isPlain = false
    if number.hasScale {
      numeral.scale = number.lastScale
      numeral.rules.append(.scale)
    }
    // The dot of "milj." belongs to it when kronor follow.
    if isSign(taken, "."), isGlued(taken), code(taken - 1) == .mega, code(taken + 1) == .krona {
      numeral.end = taken + 1
    }
  }

  /// Feeds one number word to a number; false when it does not fit.
  func feedWord(_ index: Int, to number: inout NumberAccumulator) -> Bool {
    let token = token(index)
    if token.lexeme == GluedForm.cardinal.rawValue {
      var trial = number
      guard lexicon.pointee.morphemes.read(token.range, in: text, into: &trial) == .cardinal else {
        return false
      }
      number = trial
      return true
    }
    let lexeme = lexemes[Int(token.lexeme)]
    if lexeme.code == .half { return false }
    if lexeme.roles.contains(.scale) {
      if token.lexeme > GluedForm.last, lexeme.number == 100 { return number.addHundred() }
      return number.add(scale: lexeme.number)
    }
    guard lexeme.roles.contains(.cardinal) else { return false }
    return number.add(lexeme.number)
  }

  /// Feeds digits behind a scale: "3 miljoner 200 tusen", "4 tusen 3 hundra 21".
  private func feedDigits(_ index: Int, to number: inout NumberAccumulator) -> Bool {
    guard !number.isEmpty, number.endsInScale || number.endsInHundred,
      let digits = digitNumeral(at: index), digits.end == index + 1, digits.isPlain
    else { return false }
    let isScaled = roles(digits.end).contains(.scale)
    if !isScaled, !(number.endsInHundred || number.lastScale <= 1_000) { return false }
    if !isScaled, digits.value == 0 || isDash(digits.end) || isSign(digits.end, "%") {
      return false
    }
    return number.add(digits: digits.value)
  }

  /// K, M and G behind a number that they touch.
  private func scaleLetter(_ numeral: Numeral) -> Double? {
    let token = token(numeral.end)
    guard token.kind == .word, token.count == 1, token.gap == .none else { return nil }
    let next = self.token(numeral.end + 1)
    if next.gap == .none, next.kind == .number || next.kind == .word { return nil }
    switch text[Int(token.start)] {
    case 0x4B, 0x6B: return 1_000
    case 0x4D: return 1e6
    case 0x47:  // "5G" is a network.
      return numeral.value < 10 && numeral.isPlain || !isAlone(numeral.first, numeral.end + 1)
        ? nil : 1e9
    default: return nil
    }
  }
}
