import NyckeltalModel

extension Scan {
  /// A number in words.
  func wordNumeral(at index: Int) -> Numeral? {
    let token = token(index)
    guard token.lexeme != 0 else { return nil }
    var numeral = Numeral(value: 0, first: index, end: index)
    numeral.isWords = true
    numeral.rules.append(.word)
    if token.code == .half { return halfNumeral(numeral) }
    if token.code == .one, let qualified = articleWithQualifier(at: index) { return qualified }
    if token.code == .one, let half = oneHalf(at: index) { return half }
    var number = NumberAccumulator()
    guard feedWord(index, to: &number) else { return nil }
    numeral.end = index + 1
    numeral.value = number.value
    if token.code == .one {
      numeral.isArticle = true
      if code(index + 1) == .talk || code(index + 1) == .dozen {
        numeral.isArticle = false
        return collected(numeral)
      }
      if let tal = digitsTal(at: index + 1) { return tal }
    }
    let first = numeral.end
    extend(&number, &numeral)
    if numeral.end > first { numeral.isArticle = false }
    if code(numeral.end) == .dozen || code(numeral.end) == .talk { return collected(numeral) }
    if let spoken = spokenDecimals(numeral) { numeral = spoken }
    if let mixed = withHalf(numeral) { return mixed }
    return numeral
  }

  /// "en dryg miljon", "ett knappt tusental": a qualifier between article and number.
  private func articleWithQualifier(at index: Int) -> Numeral? {
    let lexeme = lexeme(index + 1)
    guard !lexeme.phrases.isEmpty, isWord(index + 1) else { return nil }
    guard
      let phrase = lexicon.pointee.phrases[
        Int(lexeme.phrases.lowerBound)..<Int(lexeme.phrases.upperBound)
      ]
      .first(where: {
        $0.hashes.count == 1 && ($0.qualifier == .moreThan || $0.qualifier == .almost)
      })
    else { return nil }
    var result: Numeral
    if roles(index + 2).contains(.scale) || roles(index + 2).contains(.collective) {
      guard
        let inner = roles(index + 2).contains(.collective)
          ? collected(Numeral(value: 1, first: index, end: index + 2))
          : wordNumeral(at: index + 2)
      else { return nil }
      result = inner
    } else if roles(index + 2).contains(.parts)
      || lexicon.pointee.units[self.lexeme(index + 2).unit]?.isDuration == true
    {
      result = Numeral(value: 1, first: index, end: index + 2)
      result.rules.append(.word)
    } else {
      return nil
    }
    result.first = index
    result.isWords = true
    result.innerQualifier = phrase.qualifier
    return result
  }

  /// "en halv", "en halv miljon", "en kvarts miljon", "en och en halv".
  private func oneHalf(at index: Int) -> Numeral? {
    if code(index + 1) == .half, lexeme(index + 1).number == 0 {
      var numeral = Numeral(value: 0.5, first: index, end: index + 2)
      numeral.isWords = true
      numeral.rules.append(.half)
      return halves(numeral)
    }
    if code(index + 1) == .quarterHour, roles(index + 2).contains(.scale) {
      var numeral = Numeral(value: 0.25, first: index, end: index + 2)
      numeral.isWords = true
      numeral.rules.append(.half)
      return halves(numeral)
    }
    return nil
  }

  /// "halv miljon", "halvannan", "anderthalv".
  private func halfNumeral(_ start: Numeral) -> Numeral? {
    var numeral = start
    let word = lexeme(start.first)
    numeral.end = start.first + 1
    if word.roles.contains(.cardinal) {
      numeral.value = word.number
      return halves(numeral)
    }
    guard roles(numeral.end).contains(.scale) || isAlone(numeral.first, numeral.end) else {
      return nil
    }
    numeral.value = 0.5
    numeral.rules = RuleList(.half)
    return halves(numeral)
  }

  /// A half with the scale behind it.
  private func halves(_ half: Numeral) -> Numeral {
    var numeral = half
    if code(numeral.end) == .dozen || code(numeral.end) == .talk { return collected(numeral) }
    guard roles(numeral.end).contains(.scale) else {
      numeral.isHalf = numeral.value < 1
      return numeral
    }
    var number = NumberAccumulator()
    guard number.add(digits: numeral.value) else { return numeral }
    extend(&number, &numeral)
    return numeral
  }

  /// "två och en halv", "tre och ett halvt", "2 och en halv miljon", "fem och en kvarts".
  func withHalf(_ whole: Numeral) -> Numeral? {
    var index = code(whole.end) == .whole ? whole.end + 1 : whole.end
    guard code(index) == .and, isWord(index), whole.scale == 1 || whole.isWords else { return nil }
    index += 1
    let part: Double
    if code(index) == .one, code(index + 1) == .half, lexeme(index + 1).number == 0 {
      part = 0.5
      index += 2
    } else if let count = wholeCount(index), code(index + 1) == .quarterHour {
      part = count * 0.25
      index += 2
    } else if let count = wholeCount(index), let parts = partsValue(index + 1) {
      part = count / parts
      index += 2
    } else {
      return nil
    }
    guard part < 1 else { return nil }
    var numeral = whole
    numeral.value += part
    numeral.end = index
    numeral.isArticle = false
    numeral.isPlain = false
    numeral.rules.append(.mixed)
    return halves(numeral).withoutHalf
  }

  /// A single number word, for the numerator of a fraction.
  private func wholeCount(_ index: Int) -> Double? {
    let lexeme = lexeme(index)
    return lexeme.roles.contains(.cardinal) && token(index).lexeme > GluedForm.last
      && lexeme.code != .half ? lexeme.number : nil
  }

  /// The number of parts that a word names: 3 for "tredjedelar".
  func partsValue(_ index: Int) -> Double? {
    let token = token(index)
    guard token.kind == .word, token.lexeme != 0 else { return nil }
    if token.lexeme == GluedForm.parts.rawValue {
      var number = NumberAccumulator()
      guard lexicon.pointee.morphemes.read(token.range, in: text, into: &number) == .parts else {
        return nil
      }
      return number.value
    }
    let lexeme = lexemes[Int(token.lexeme)]
    return lexeme.roles.contains(.parts) && lexeme.number > 0 ? lexeme.number : nil
  }

  /// "ett komma fem", "noll komma noll fem miljoner".
  private func spokenDecimals(_ whole: Numeral) -> Numeral? {
    guard code(whole.end) == .comma, whole.scale == 1 else { return nil }
    var index = whole.end + 1
    var digits = 0.0
    var divisor = 1.0
    while index - whole.end < 12, let digit = wholeCount(index), digit < 100 {
      let isPair = digit >= 10
      divisor *= isPair ? 100 : 10
      digits = digits * (isPair ? 100 : 10) + digit
      index += 1
      if isPair { break }
    }
    if index == whole.end + 1, token(index).lexeme == GluedForm.cardinal.rawValue {
      var number = NumberAccumulator()
      guard
        lexicon.pointee.morphemes.read(token(index).range, in: text, into: &number) == .cardinal,
        number.value < 100
      else { return nil }
      digits = number.value
      divisor = 100
      index += 1
    }
    guard index > whole.end + 1 else { return nil }
    var numeral = whole
    numeral.value = (numeral.value * divisor + digits) / divisor
    numeral.end = index
    numeral.isArticle = false
    numeral.rules.append(.decimalComma)
    return halves(numeral).withoutHalf
  }

  /// "ett tiotal", "två dussin", "ett halvt tjog", "3 dussin".
  func collected(_ count: Numeral) -> Numeral {
    var numeral = count
    let lexeme = lexeme(count.end)
    guard lexeme.roles.contains(.collective) else { return numeral }
    numeral.value *= lexeme.number
    numeral.isCollective = lexeme.code == .talk
    numeral.end += 1
    numeral.isArticle = false
    numeral.isHalf = false
    numeral.isPlain = false
    numeral.rules.append(.collective)
    return numeral
  }

  /// "ett 50-tal".
  private func digitsTal(at index: Int) -> Numeral? {
    guard isNumber(index), isSign(index + 1, "-"), isGlued(index + 1), code(index + 2) == .tal,
      isGlued(index + 2), let value = magnitude(index)
    else { return nil }
    var numeral = Numeral(value: value, first: index - 1, end: index + 3)
    numeral.isCollective = true
    numeral.rules.append(.collective)
    return numeral
  }
}

extension Numeral {
  /// The number, known to be more than a half alone.
  var withoutHalf: Numeral {
    var copy = self
    copy.isHalf = false
    return copy
  }
}
