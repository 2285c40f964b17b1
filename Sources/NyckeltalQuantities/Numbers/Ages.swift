import NyckeltalModel

extension Scan {
  /// Reads ages, which tell a group: "unga 16–29 år", "18 år och äldre", "20-åringar".
  mutating func readAge(_ figure: Figure) -> Int? {
    let numeral = figure.numeral
    guard numeral.value <= 120, figure.upper.map({ $0.value <= 120 }) ?? true,
      numeral.scale == 1, numeral.value == numeral.value.rounded()
    else { return nil }
    if let end = agedSuffix(figure.end) { return addAge(figure, to: end) }
    let isYears =
      lexicon.pointee.units[lexeme(figure.end).unit].map { $0.unit == .years && $0.factor == 1 }
      ?? false
    let isAge = isAgeWord(before: figure.first)
    if figure.upper != nil {
      if isAge || code(figure.first - 2) == .age {
        let end = isYears ? figure.end + 1 : figure.end
        return addAge(figure, to: end)
      }
      if numeral.value >= 13, leadsToAges(figure.end) || goesOnWithAges(figure.first) {
        return addAge(figure, to: isYears ? figure.end + 1 : figure.end)
      }
      guard isYears, isWord(figure.end) else { return nil }
      return isAgeRange(figure) ? addAge(figure, to: figure.end + 1) : nil
    }
    guard isYears else { return isAge && numeral.value > 10 ? addAge(figure, to: figure.end) : nil }
    let behind = figure.end + 1
    if code(behind) == .and || code(behind) == .or,
      code(behind + 1) == .older || code(behind + 1) == .younger || code(behind + 1) == .upwards
    {
      let qualifier: Qualifier = code(behind + 1) == .younger ? .atMost : .atLeast
      return addAge(figure, to: behind + 2, qualifier)
    }
    let isGroup = isAge || isPersonBefore(figure.first)
    if isOldAdjective(behind) { return addAge(figure, to: behind + 1) }
    let hit = qualifier(before: figure.first)
    if hit != nil, isPersonBefore(hit?.first ?? 0) || isAgeWord(before: hit?.first ?? 0),
      numeral.value >= 13
    {
      return addAge(figure, to: behind)
    }
    return isGroup && numeral.value >= 13 ? addAge(figure, to: behind) : nil
  }

  /// "25–54 och 55–64 år": ranges that are joined to one of ages behind them.
  private func leadsToAges(_ end: Int) -> Bool {
    var index = end
    for _ in 0..<4 {
      guard let next = joint(index), let lower = numeral(at: next), isDash(lower.end),
        let upper = numeral(at: lower.end + 1), lower.value < upper.value, upper.value <= 120
      else { return false }
      index = upper.end
      if lexicon.pointee.units[lexeme(index).unit].map({ $0.unit == .years && $0.factor == 1 })
        ?? false
      {
        return true
      }
    }
    return false
  }

  /// "16–24 respektive 25–64": a range that is joined to ages before it.
  private func goesOnWithAges(_ first: Int) -> Bool {
    guard found.count > base, found.last?.form == .ageRange, first - floor <= 3, first > floor,
      joint(floor) == first
    else { return false }
    return true
  }

  /// The token behind "och", "respektive", "resp." or a comma.
  private func joint(_ index: Int) -> Int? {
    switch code(index) {
    case .and, .or: return index + 1
    case .respectively: return isSign(index + 1, ".") ? index + 2 : index + 1
    default: return isSign(index, ",") || isSign(index, "/") ? index + 1 : nil
    }
  }

  /// Whether a range of years is one of ages and no length of time.
  private func isAgeRange(_ figure: Figure) -> Bool {
    guard let upper = figure.upper else { return false }
    if isPersonBefore(figure.first) || isOldAdjective(figure.end + 1) { return true }
    if let (sense, _) = nounSense(figure.end + 1), sense.unit == .persons { return true }
    switch code(figure.first - 1) {
    case .about, .under, .within, .upon, .forWord, .over, .recent: return false
    default: return figure.numeral.value >= 13 && upper.value <= 80
    }
  }

  private mutating func addAge(
    _ figure: Figure,
    to end: Int,
    _ qualifier: Qualifier? = nil
  ) -> Int {
    var figure = figure
    figure.end = end
    if qualifier == nil { readQualifiers(&figure) }
    var quantity = Quantity(
      form: .ageRange,
      range: bytes(figure.first, figure.end),
      numberRange: bytes(figure.numeral.first, figure.numberEnd),
      rules: figure.rules
    )
    quantity.rules.append(.age)
    quantity.unit = .years
    quantity.qualifier = qualifier ?? figure.qualifier
    switch (figure.upper, quantity.qualifier) {
    case (let upper?, _):
      quantity.lower = figure.numeral.value
      quantity.upper = upper.value
    case (nil, .atLeast), (nil, .moreThan):
      quantity.lower = figure.numeral.value
    case (nil, .atMost), (nil, .lessThan):
      quantity.upper = figure.numeral.value
    default:
      quantity.lower = figure.numeral.value
      quantity.upper = figure.numeral.value
    }
    found.append(quantity)
    floor = figure.end
    return figure.end
  }

  /// "treårig utbildning" is three years long, "tioåriga elever" and "tioåringar" are an age.
  mutating func readAged(at index: Int) -> Int? {
    guard let form = GluedForm(rawValue: token(index).lexeme), isWord(index) else { return nil }
    var number = NumberAccumulator()
    guard form == .years || form == .aged || form == .percent,
      lexicon.pointee.morphemes.read(token(index).range, in: text, into: &number) == form
    else { return nil }
    var figure = Figure(Numeral(value: number.value, first: index, end: index + 1, isWords: true))
    figure.rules.append(.word)
    let isPerson = nounSense(index + 1)?.sense.unit == .persons
    if form == .aged || (form == .years && isPerson) {
      return addAge(figure, to: isPerson ? index + 2 : index + 1)
    }
    suffixed(&figure, form == .percent ? .percent : .years)
    return figure.end
  }

  /// "3-årig utbildning", "50-procentig tjänst", with digits before the ending.
  mutating func readSuffixed(_ figure: Figure) -> Int? {
    var end = figure.end
    if isDash(end), isGlued(end), isGlued(end + 1) { end += 1 }
    guard isWord(end), isGlued(end) else { return nil }
    let unit: FigureUnit
    switch code(end) {
    case .agedSuffix: unit = .years
    case .percentSuffix: unit = .percent
    default: return nil
    }
    var figure = figure
    figure.end = end + 1
    suffixed(&figure, unit)
    return figure.end
  }

  private mutating func suffixed(_ figure: inout Figure, _ unit: FigureUnit) {
    let sense = UnitSense(unit: unit, factor: 1, name: .plain)
    figure.unit = UnitHit(sense: sense, first: figure.end, end: figure.end)
    figure.rules.append(sense.rule)
    readQualifiers(&figure)
    emit(&figure)
  }

  /// "-åringar", "-åriga ungdomar", " åringar" behind a number; a three-year course is none.
  private func agedSuffix(_ index: Int) -> Int? {
    var end = index
    if isDash(end), isWord(end + 1), isGlued(end) { end += 1 }
    guard isWord(end) else { return nil }
    switch code(end) {
    case .agedNoun: return end + 1
    case .agedSuffix:
      if let (sense, _) = nounSense(end + 1), sense.unit == .persons { return end + 1 }
      return nil
    default: return nil
    }
  }

  /// "i åldern", "åldersgruppen", "unga i åldrarna" before a number.
  func isAgeWord(before index: Int) -> Bool {
    let before = floorWord(before: index)
    if code(before) == .age { return true }
    return code(before) == .between && code(before - 1) == .age
  }

  /// Whether a noun for persons stands right before: "unga 16–24 år", "ungdomar mellan 16 och 19".
  func isPersonBefore(_ index: Int) -> Bool {
    var before = floorWord(before: index)
    if code(before) == .between || code(before) == .from || isSign(before, "(")
      || isSign(before, ",") || isSign(before, "/") || code(before) == .isWord
    {
      before -= 1
    }
    guard let (sense, _) = nounSense(before) else { return false }
    return sense.unit == .persons
  }

  private func isOldAdjective(_ index: Int) -> Bool { Self.old.contains(token(index).hash) }

  private static let old = ["gammal", "gamla", "gammalt", "fyllda"].map { WordHash($0).value }
}
