import NyckeltalModel

extension Scan {
  /// "var fjärde", "varannan": a share, unless it tells how often.
  mutating func readEach(at index: Int) -> Int {
    if code(index) == .everySecond {
      if isTime(index + 1) { return index + 1 }
      add(
        .fraction,
        50,
        from: index,
        to: index + 1,
        number: token(index).range,
        unit: .percent,
        rules: RuleList(.share)
      )
      return floor
    }
    let next = index + 1
    var end = next + 1
    let ordinal: Double
    if isNumber(next), isSign(next + 1, ":"),
      code(next + 2) == .unitWordE || code(next + 2) == .unitWordA,
      let value = magnitude(next)
    {
      ordinal = value
      end = next + 3
    } else if let value = ordinalValue(next) {
      ordinal = value
    } else {
      return index + 1
    }
    guard ordinal >= 2, !isTime(end), WordHash.isVar(token(index).hash) else { return end }
    add(
      .fraction,
      100 / ordinal,
      from: index,
      to: end,
      number: bytes(index, end),
      unit: .percent,
      rules: RuleList(.share)
    )
    return floor
  }

  /// Whether a word is a length of time or "gång".
  private func isTime(_ index: Int) -> Bool {
    guard let (sense, _) = nounSense(index) else { return false }
    return sense.isDuration || token(index).hash == Self.gang
  }

  private static let gang = WordHash("gång").value

  /// "fördubblats", "halverats", "tredubbling".
  mutating func readMultiple(at index: Int, _ lexeme: Lexeme) -> Int {
    add(
      .multiple,
      lexeme.number,
      from: index,
      to: index + 1,
      number: token(index).range,
      unit: nil,
      rules: RuleList(.multiple)
    )
    if let last = found.indices.last {
      found[last].direction = lexeme.roles.contains(.up) ? .up : .down
    }
    return floor
  }

  /// "dubbelt så många", "dubbelt fler": without what is compared it is no number.
  mutating func readDoubled(at index: Int, _ lexeme: Lexeme) -> Int {
    guard code(index + 1) == .so || comparative(at: index + 1) != nil, isWord(index + 1) else {
      return index + 1
    }
    let end = code(index + 1) == .so && isWord(index + 2) ? index + 3 : index + 2
    add(
      .multiple,
      lexeme.number,
      from: index,
      to: end,
      number: token(index).range,
      unit: nil,
      rules: RuleList(.multiple)
    )
    return floor
  }

  /// "tre gånger så många".
  mutating func readTimes(_ numeral: Numeral) -> Int? {
    guard code(numeral.end) == .times else { return nil }
    let next = numeral.end + 1
    let isMultiple = code(next) == .so || comparative(at: next) != nil || code(next) == .more
    guard isMultiple, isWord(next) else { return nil }
    let end = code(next) == .so && isWord(next + 1) ? next + 2 : next + 1
    add(
      .multiple,
      numeral.value,
      from: numeral.first,
      to: end,
      number: bytes(numeral.first, numeral.end),
      unit: nil,
      rules: RuleList(.multiple)
    )
    return floor
  }
}

extension WordHash {
  private static let each: [UInt64] = ["var", "vart"].map { WordHash($0).value }

  static func isVar(_ hash: UInt64) -> Bool { each.contains(hash) }
}
