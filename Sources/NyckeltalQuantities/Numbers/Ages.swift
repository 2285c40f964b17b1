import NyckeltalModel

extension Scan {
  /// Ages: "16–29 år" of the young, "18 år och äldre", "20-åringar". They tell a group.
  mutating func readAge(_ figure: Figure) -> Int? {
    let numeral = figure.numeral
    guard numeral.value <= 120, figure.upper.map({ $0.value <= 120 }) ?? true,
      numeral.scale == 1, numeral.value == numeral.value.rounded()
    else { return nil }
    if let end = agedSuffix(figure.end) { return addAge(figure, to: end) }
    let isYears =
      lexicon.units[lexeme(figure.end).unit].map { $0.unit == .years && $0.factor == 1 } ?? false
    let isAge = isAgeWord(before: figure.first)
    if figure.upper != nil {
      if isAge || code(figure.first - 2) == .age {
        let end = isYears ? figure.end + 1 : figure.end
        return addAge(figure, to: end)
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

  /// Whether a range of years is one of ages and no length of time.
  private func isAgeRange(_ figure: Figure) -> Bool {
    guard let upper = figure.upper else { return false }
    if isPersonBefore(figure.first) || isOldAdjective(figure.end + 1) { return true }
    if let (sense, _) = nounSense(figure.end + 1), sense.unit == .persons { return true }
    switch code(floorWord(before: figure.first)) {
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
