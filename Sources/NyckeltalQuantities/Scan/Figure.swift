import NyckeltalModel

/// A figure while it is put together.
struct Figure {
  /// The number, or the lower of two.
  var numeral: Numeral
  /// The upper number of a range.
  var upper: Numeral?
  /// The first token of the expression.
  var first: Int
  /// The token behind the expression.
  var end: Int
  /// The token behind the last number.
  var numberEnd: Int
  var unit: UnitHit?
  var qualifier = Qualifier.exact
  var isNegative = false
  var direction: Direction?
  var isComparative = false
  var rules: RuleList

  init(_ numeral: Numeral) {
    self.numeral = numeral
    first = numeral.first
    end = numeral.end
    numberEnd = numeral.end
    rules = numeral.rules
  }
}

extension Scan {
  /// Reads a figure at a token; returns the token to go on from.
  mutating func readFigure(at index: Int) -> Int {
    if let end = readCurrencyBefore(at: index) { return end }
    guard let numeral = numeral(at: index) else { return skipWord(at: index) }
    if isVague(numeral) { return numeral.end }
    if let end = readSplitOrdinal(numeral) { return end }
    if isDash(numeral.end), isGlued(numeral.end), WordHash.isVague(token(numeral.end + 1).hash) {
      return numeral.end + 2
    }
    if let end = readShare(numeral) { return end }
    if let end = readParts(numeral) { return end }
    if let end = readTimes(numeral) { return end }
    var figure = Figure(numeral)
    readRange(&figure)
    if let end = readAge(figure) { return end }
    if let end = readSuffixed(figure) { return end }
    if figure.upper == nil, numeral.isArticle, !countsAsOne(numeral) { return numeral.end }
    if figure.upper == nil, numeral.isHalf, let end = readHalfAlone(numeral) { return end }
    readUnit(&figure)
    readCurrencySign(&figure)
    readSign(&figure)
    readQualifiers(&figure)
    readChange(&figure)
    emit(&figure)
    return max(figure.end, index + 1)
  }

  /// A word that turned out to be no number; digits that are none are stepped over whole.
  private func skipWord(at index: Int) -> Int { index + 1 }

  /// "flera hundra", "några tusen", "ett par miljoner": a scale that nothing counts.
  private func isVague(_ numeral: Numeral) -> Bool {
    guard roles(numeral.first).contains(.scale) || roles(numeral.first).contains(.collective) else {
      return false
    }
    // "i miljoner kronor" names the unit of a table
    if code(numeral.first - 1) == .within, Self.scales.contains(token(numeral.first).hash) {
      return true
    }
    return code(numeral.first - 1) == .more || code(numeral.first - 1) == .pair
      || WordHash.isVague(token(numeral.first - 1).hash)
  }

  private static let scales = WordSet(["miljoner", "miljarder", "tusental", "miljontal"])

  /// The unit of a figure, behind it or by other ways.
  mutating func readUnit(_ figure: inout Figure) {
    let isWords = figure.numeral.isWords
    if let hit = unit(behind: figure.end, isWords: isWords), accepts(hit, figure) {
      take(hit, &figure)
      joinDurations(&figure)
      return
    }
    if code(figure.end) == .more || code(figure.end) == .fewer,
      let way = comparative(at: figure.end)
    {
      figure.direction = way
      figure.isComparative = true
      figure.rules.append(.comparative)
      figure.end += 1
      return
    }
    if let hit = partitiveUnit(at: figure.end) {
      figure.unit = hit
      figure.rules.append(hit.rules)
    }
  }

  /// "två av indikatorerna", "12 av deltagarna": the noun says what is counted, not how many.
  private func partitiveUnit(at index: Int) -> UnitHit? {
    guard code(index) == .of else { return nil }
    var start = index + 1
    if code(start) == .the || code(start) == .this || code(start) == .allOf { start += 1 }
    guard isWord(start), var hit = nounUnit(from: start), !hit.sense.isDuration,
      hit.sense.unit != .sek, hit.sense.unit != .percent
    else { return nil }
    hit.rules.append(.unitOf)
    return hit
  }

  private func accepts(_ hit: UnitHit, _ figure: Figure) -> Bool {
    // "1 m": a letter that the number touches is a name ("12 B"), unless it is a unit.
    if hit.sense.name == .hours, token(hit.first).count == 1, token(hit.first).isCapitalized {
      return false
    }
    return token(hit.first).gap != .wide || tokens.count < 12 || figure.end - figure.first > 1
      || hit.sense.unit == .percent
  }

  func take(_ hit: UnitHit, _ figure: inout Figure) {
    figure.unit = hit
    figure.end = hit.end
    figure.rules.append(hit.rules)
    if let thousands = figure.numeral.ifThousands, hit.sense.isCountable, figure.upper == nil {
      figure.numeral.value = thousands
      figure.rules.append(.groupedComma)
    }
    if let way = hit.direction {
      figure.direction = way
      figure.isComparative = true
      figure.rules.append(.comparative)
      if comparative(at: figure.end) != nil { figure.end += 1 }
    }
  }

  /// "1 år och 6 månader", "2 kronor och 23 öre": the smaller unit is added to the greater.
  private func joinDurations(_ figure: inout Figure) {
    guard let hit = figure.unit, figure.upper == nil,
      hit.sense.isDuration || hit.sense.unit == .sek
    else { return }
    let isListed = isSign(figure.end, ",") && hit.sense.isDuration
    let start = code(figure.end) == .and || isListed ? figure.end + 1 : figure.end
    guard token(start).gap == .space, let second = numeral(at: start),
      !second.isArticle || lexicon.pointee.units[lexeme(second.end).unit] != nil,
      let unit = unit(behind: second.end, isWords: second.isWords), unit.isDirect
    else { return }
    guard let factor = UnitSense.smaller(unit.sense, than: hit.sense) else { return }
    let value: Double
    switch (hit.sense.unit, unit.sense.unit) {
    case (.years, .months):  // a year and six months are eighteen months
      value = figure.numeral.value * hit.sense.factor * 12 + second.value * unit.sense.factor
      figure.unit?.sense = UnitSense(unit: .months, factor: 1, name: .plain)
    default:
      value = figure.numeral.value * hit.sense.factor + second.value * factor
      figure.unit?.sense.factor = 1
    }
    figure.numeral.value = value.settled
    figure.unit?.end = unit.end
    figure.numberEnd = second.end
    figure.end = unit.end
    figure.rules.append(hit.sense.unit == .sek ? .moneyOre : .durationCompound)
  }

  /// Whether "en" or "ett" counts: "endast en", "en vecka", "ett" alone on its line.
  private func countsAsOne(_ numeral: Numeral) -> Bool {
    if isAlone(numeral.first, numeral.end) { return true }
    if code(numeral.first - 1) == .only || code(numeral.first - 1) == .minus
      || code(numeral.first - 1) == .plus || code(numeral.end) == .only
    {
      return true
    }
    if let hit = qualifier(before: numeral.first) {
      switch hit.qualifier {
      case .atLeast, .atMost, .exact: return true
      case .about, .almost, .moreThan, .lessThan: break
      }
    }
    guard let (sense, isCompound) = nounSense(numeral.end), !isCompound else { return false }
    if code(numeral.end) == .period || code(numeral.end) == .term { return false }
    return sense.isDuration || sense.unit == .percent || sense.unit == .percentagePoints
      || sense.unit == .sek
  }

  /// "$10", "€ 20": a currency's sign before the number.
  private mutating func readCurrencySign(_ figure: inout Figure) {
    let sign = token(figure.first - 1)
    if figure.unit == nil, code(figure.first - 1) == .krona, figure.first > floor {
      let sense = UnitSense(unit: .sek, factor: 1, name: .plain)
      figure.unit = UnitHit(sense: sense, first: figure.first - 1, end: figure.first)
      figure.first -= 1
      figure.rules.append(.unitMoney)
      return
    }
    guard figure.unit == nil || figure.unit?.sense.unit == .other, sign.kind == .punctuation,
      figure.first > floor
    else { return }
    switch sign.hash {
    case 0x24, 0xA3, 0x20AC, 0xA5: break
    default: return
    }
    figure.first -= 1
    if figure.unit == nil {
      let sense = UnitSense(unit: .other, factor: 1, name: .plain)
      figure.unit = UnitHit(sense: sense, first: figure.first, end: figure.first + 1)
      figure.rules.append(.unitOther)
    }
  }

  /// "$10", "EUR 20", "SEK 500": a currency before the number.
  private mutating func readCurrencyBefore(at index: Int) -> Int? {
    guard isWord(index), code(index) == .currencyBefore else { return nil }
    let start = isSign(index + 1, ".") && isGlued(index + 1) ? index + 2 : index + 1
    guard isNumber(start), let numeral = numeral(at: start) else { return index + 1 }
    var figure = Figure(numeral)
    let isSwedish = text[Int(token(index).start)] | 0x20 == 0x73
    let sense = UnitSense(unit: isSwedish ? .sek : .other, factor: 1, name: .plain)
    let rule: RuleName = isSwedish ? .unitMoney : .unitOther
    if case let hit? = unit(behind: numeral.end, isWords: false), hit.sense.unit == .sek {
      return nil
    }
    figure.first = index
    figure.unit = UnitHit(sense: sense, first: index, end: start)
    figure.rules.append(rule)
    readQualifiers(&figure)
    emit(&figure)
    return figure.end
  }
}

extension WordHash {
  private static let vague: [UInt64] = [
    "några", "många", "åtskilliga", "tiotals", "hundratals", "tals",
  ]
  .map { WordHash($0).value }

  static func isVague(_ hash: UInt64) -> Bool { vague.contains(hash) }
}

extension UnitSense {
  /// What turns a smaller unit into a greater one's base: minutes into hours, öre into kronor.
  static func smaller(_ small: UnitSense, than great: UnitSense) -> Double? {
    switch (great.unit, small.unit, great.name, small.name) {
    case (.years, .months, _, _): 1
    case (.months, .months, _, _): nil
    case (.days, .days, _, _) where great.factor > small.factor: small.factor
    case (.sek, .sek, _, .ore): small.factor
    case (.other, .other, .hours, .minutes): small.factor / 60
    case (.other, .other, .minutes, .seconds): small.factor / 60
    default: nil
    }
  }
}
