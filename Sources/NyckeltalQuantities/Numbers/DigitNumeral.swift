extension Scan {
  /// A number in digits, with grouping, decimals and a vulgar fraction behind it.
  func digitNumeral(at index: Int) -> Numeral? {
    guard let first = magnitude(index) else { return nil }
    if isSign(index - 1, ",") || isSign(index - 1, "."), isGlued(index),
      !isGlued(index - 1) || isDash(index - 2),
      index - 1 >= floor, token(index).count <= 15
    {  // ",77"
      var numeral = Numeral(value: decimal(0, index), first: index - 1, end: index + 1)
      numeral.rules = RuleList(.digits, isSign(index - 1, ",") ? .decimalComma : .decimalPoint)
      return numeral
    }
    var numeral = Numeral(value: first, first: index, end: index + 1)
    numeral.isPlain = true
    numeral.rules.append(.digits)
    let signs = token(index).count <= 3 && !hasLeadingZero(index) && first > 0
    if signs, let end = groups(from: index) {
      for group in stride(from: index + 1, to: end, by: 1) where isNumber(group) {
        numeral.value = numeral.value * 1_000 + (magnitude(group) ?? 0)
      }
      numeral.rules.append(isSign(index + 1, ".") ? .groupedPoint : .grouped)
      if isSign(index + 1, ",") { numeral.rules.append(.groupedComma) }
      numeral.end = end
      numeral.isPlain = false
    }
    if hasDecimals(behind: numeral.end, comma: true) {
      if signs, numeral.isPlain, token(numeral.end + 1).count == 3 {
        numeral.ifThousands = numeral.value * 1_000 + (magnitude(numeral.end + 1) ?? 0)
      }
      numeral.value = decimal(numeral.value, numeral.end + 1)
      numeral.rules.append(.decimalComma)
      numeral.end += 2
      numeral.isPlain = false
    } else if numeral.isPlain || isGroupedBySpace(numeral),
      hasDecimals(behind: numeral.end, comma: false)
    {
      numeral.value = decimal(numeral.value, numeral.end + 1)
      numeral.rules.append(.decimalPoint)
      numeral.end += 2
      numeral.isPlain = false
    }
    if isSign(numeral.end, ":"), isGlued(numeral.end), token(numeral.end + 1).count == 2,
      isNumber(numeral.end + 1), isGlued(numeral.end + 1), code(numeral.end + 2) == .krona
    {
      numeral.value = decimal(numeral.value, numeral.end + 1)
      numeral.rules.append(.moneyOre)
      numeral.end += 2
      numeral.isPlain = false
    }
    if numeral.isPlain || numeral.rules.count > 1, let part = vulgar(token(numeral.end).hash),
      token(numeral.end).kind == .punctuation
    {
      numeral.value += part
      numeral.end += 1
      numeral.isPlain = false
      numeral.rules.append(.mixed)
    } else if numeral.isPlain, let part = slashed(at: numeral.end), part.value < 1,
      token(numeral.end).gap != .none
    {
      numeral.value += part.value
      numeral.end = part.end
      numeral.isPlain = false
      numeral.rules.append(.mixed)
    }
    return numeral
  }

  /// Whether a point may still be decimal, as in "1 000.50".
  private func isGroupedBySpace(_ numeral: Numeral) -> Bool {
    numeral.end > numeral.first + 1 && isNumber(numeral.first + 1)
      && token(numeral.end + 1).count <= 2
  }

  /// "3/4": two numbers around a slash that they touch, the lower not above 1000.
  func slashed(at index: Int) -> (value: Double, end: Int)? {
    guard isNumber(index), isSign(index + 1, "/") || isFractionSlash(index + 1),
      isGlued(index + 1), isNumber(index + 2), isGlued(index + 2),
      let upper = magnitude(index), let lower = magnitude(index + 2), lower > 1, lower <= 1_000,
      !hasLeadingZero(index), !hasLeadingZero(index + 2)
    else { return nil }
    let next = token(index + 3)
    if next.gap == .none, next.kind == .number || next.kind == .word { return nil }
    if isGlued(index + 3), isNumber(index + 4), isGlued(index + 4) { return nil }
    return (upper / lower, index + 3)
  }

  private func isFractionSlash(_ index: Int) -> Bool {
    token(index).kind == .punctuation && token(index).hash == 0x2044
  }

  /// A run of at most 18 digits as a number.
  func magnitude(_ index: Int) -> Double? {
    let token = token(index)
    guard token.kind == .number, token.count <= Token.mostDigits else { return nil }
    return Double(token.digitsValue)
  }

  /// The end of the thousands behind a first group; `nil` when there are none.
  ///
  /// One kind of sign groups a number: a space (of any width), a point, an apostrophe, or a comma
  /// that comes twice. More than four groups are columns of a table and none of one number.
  private func groups(from index: Int) -> Int? {
    if isGroup(index + 1, after: index), token(index + 1).gap == .space {
      var end = index + 1
      while end - index <= 5, isGroup(end, after: index), token(end).gap == .space { end += 1 }
      return end - index > 5 ? nil : end
    }
    let sign = token(index + 1)
    guard sign.kind == .punctuation, sign.gap == .none else { return nil }
    switch sign.hash {
    case 0x2E, 0x27, 0x2019, 0x2C: break
    default: return nil
    }
    var end = index + 1
    while end - index <= 10, token(end).hash == sign.hash, token(end).kind == .punctuation,
      isGlued(end), isGroup(end + 1, after: index), isGlued(end + 1)
    { end += 2 }
    if end == index + 1 || end - index > 9 { return nil }
    if sign.hash == 0x2C, end == index + 3 { return nil }
    // "2001.453.1" and the like are no numbers.
    if isGlued(end), token(end).hash == sign.hash, isNumber(end + 1), isGlued(end + 1) {
      return nil
    }
    return end
  }

  private func isGroup(_ index: Int, after first: Int) -> Bool {
    let token = token(index)
    guard token.kind == .number, token.count == 3 else { return false }
    let next = self.token(index + 1)
    return !(next.kind == .word && next.gap == .none && next.count > 1 && next.lexeme == 0)
  }

  /// Whether digits stand behind a number, tied to it by a comma or a point.
  private func hasDecimals(behind index: Int, comma: Bool) -> Bool {
    guard isSign(index, comma ? "," : "."), isGlued(index), isNumber(index + 1),
      isGlued(index + 1), token(index + 1).count <= 15
    else { return false }
    // Three numbers in a row with the same sign are no decimal number.
    return
      !(isSign(index + 2, comma ? "," : ".") && isGlued(index + 2) && isNumber(index + 3)
      && isGlued(index + 3))
  }

  /// A whole number and decimal digits as the nearest double to what is written.
  func decimal(_ whole: Double, _ index: Int) -> Double {
    var divisor = 1.0
    for _ in 0..<token(index).count { divisor *= 10 }
    return (whole * divisor + (magnitude(index) ?? 0)) / divisor
  }
}

extension Double {
  /// The number without what binary arithmetic adds to a decimal one: 2.3 million is 2 300 000.
  var settled: Double {
    if magnitude < 1e15, Double(Int64(self)) == self { return self }
    let steps: Double = abs(self) < 1e10 ? 10_000 : 1
    let rounded = (self * steps).rounded() / steps
    return abs(self - rounded) <= abs(self) * 1e-12 ? rounded : self
  }
}
