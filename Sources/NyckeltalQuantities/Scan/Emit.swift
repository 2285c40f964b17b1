import NyckeltalModel

extension Scan {
  /// Adds a figure to what was found, with what it takes from the figures before it.
  mutating func emit(_ figure: inout Figure) {
    let isPart = isPartOf(&figure)
    if figure.unit == nil { readUnitBefore(&figure) }
    if figure.unit == nil, figure.numeral.scale >= 1e6 { readMoneyContext(&figure) }
    let factor = figure.unit?.sense.factor ?? 1
    let sign = figure.isNegative ? -1.0 : 1
    var quantity = Quantity(
      form: .cardinal,
      range: bytes(figure.first, figure.end),
      numberRange: bytes(figure.numeral.first, figure.numberEnd)
    )
    if let upper = figure.upper {
      quantity.lower = (figure.numeral.value * factor * sign).settled
      quantity.upper = (upper.value * factor * sign).settled
    } else {
      quantity.value = (figure.numeral.value * factor * sign).settled
      if quantity.value == 0 { quantity.value = 0 }
    }
    if let unit = figure.unit {
      quantity.unit = unit.sense.unit
      if unit.end > unit.first { quantity.unitRange = bytes(unit.first, unit.end) }
    }
    quantity.qualifier = figure.qualifier
    quantity.direction = figure.direction
    quantity.isComparative = figure.isComparative
    quantity.isPartOf = isPart
    quantity.rules = figure.rules
    found.append(quantity)
    link(figure)
    floor = figure.end
    chain.end = figure.end
    chain.last = found.count - 1
  }

  /// Joins a figure with those before it: shared units and the two ends of a change.
  private mutating func link(_ figure: Figure) {
    let index = found.count - 1
    let isJoined =
      index > base && chain.last == index - 1 && joins(chain.end, figure.first)
      && !isSign(figure.first, "+")
    if isJoined, found[index - 1].unit == nil || chain.start < index - 1 {
      // the chain goes on
    } else {
      chain.start = index
    }
    if let unit = figure.unit, found[index].unit != nil, chain.start < index, unit.end > unit.first
    {
      shareUnit(unit.sense, scale: figure.numeral.scale, upTo: index)
      chain.start = index
    } else if found[index].unit == nil, inherits(figure), let earlier = earlierUnit(index) {
      found[index].unit = earlier
      found[index].rules.append(.unitShared)
    }
    let before = floorWord(before: figure.first)
    if code(before) == .to, chain.from == nil, isRaised(index, before) {
      // "utökas med 40 platser till 310"
      found[index].change = .to
      found[index].rules.append(.changeFromTo)
      if found[index].unit == nil, let unit = found[index - 1].unit {
        found[index].unit = unit
        found[index].rules.append(.unitShared)
      } else if found[index - 1].unit == nil {
        found[index - 1].unit = found[index].unit
      }
    } else if code(before) == .from {
      chain.from = index
    } else if code(before) == .to, let from = chain.from, found[from].form == .cardinal {
      found[from].change = .from
      found[index].change = .to
      found[from].rules.append(.changeFromTo)
      found[index].rules.append(.changeFromTo)
      if found[from].unit == nil, let unit = found[index].unit {
        found[from].unit = unit
        if let factor = figure.unit?.sense.factor, factor != 1 {
          found[from].value = found[from].value.map { ($0 * factor).settled }
        }
        found[from].rules.append(.unitShared)
      }
      chain.from = nil
    }
  }

  /// Whether "till" follows directly on the amount of a change.
  private func isRaised(_ index: Int, _ to: Int) -> Bool {
    guard index > base, found[index - 1].form == .cardinal, found[index - 1].direction != nil,
      !found[index - 1].isComparative, found[index - 1].value != nil
    else { return false }
    return Int(token(to - 1).end) == found[index - 1].range.upperBound
  }

  /// Gives the figures that were waiting the unit, and the scale, of the one that has them.
  private mutating func shareUnit(_ sense: UnitSense, scale: Double, upTo index: Int) {
    for earlier in chain.start..<index where found[earlier].unit == nil {
      guard found[earlier].form == .cardinal else { continue }
      var factor = sense.factor
      if scale > 1, let value = found[earlier].value ?? found[earlier].upper, abs(value) < 1_000 {
        factor *= scale
        found[earlier].rules.append(.scaleShared)
      }
      found[earlier].unit = sense.unit
      found[earlier].value = found[earlier].value.map { ($0 * factor).settled }
      found[earlier].lower = found[earlier].lower.map { ($0 * factor).settled }
      found[earlier].upper = found[earlier].upper.map { ($0 * factor).settled }
      found[earlier].rules.append(.unitShared)
    }
  }

  /// Whether only "och", "respektive", a comma and the like stand between two figures.
  private func joins(_ end: Int, _ first: Int) -> Bool {
    guard first - end <= 2, first > end else { return false }
    for index in end..<first {
      switch code(index) {
      case .and, .or, .respectively, .to: continue
      default: if isSign(index, ",") || isSign(index, "/") { continue }
      }
      if isSign(index, "."), code(index - 1) == .respectively { continue }
      return false
    }
    return true
  }

  /// Whether a figure speaks of what the one before it counted: "till 419", "(225 i april)".
  private func inherits(_ figure: Figure) -> Bool {
    let before = floorWord(before: figure.first)
    if isSign(before, "("), !isSign(figure.end, ")") || figure.numeral.value >= 10 { return true }
    switch code(before) {
    case .to where chain.from != nil: return true
    case .against: return true
    case .with where code(before - 1) == .compared: return true
    case .partOf: return true
    case .of where code(before - 1) == .each: return true
    case .and:  // "60 platser på gymnasiet och 40 på komvux"
      return figure.first - chain.end < 10
        && (code(figure.end) == .upon || code(figure.end) == .within || code(figure.end) == .at)
    default: return false
    }
  }

  /// The unit of the nearest figure before, unless a sentence has ended.
  private func earlierUnit(_ index: Int) -> FigureUnit? {
    var earlier = index - 1
    while earlier >= base, earlier > index - 5 {
      if found[earlier].form == .cardinal {
        return found[earlier].unit == .percent ? nil : found[earlier].unit
      }
      earlier -= 1
    }
    return nil
  }

  /// "varav 90 är nya anställningar": part of a figure before it, with a noun behind a verb.
  private func isPartOf(_ figure: inout Figure) -> Bool {
    guard
      code(figure.first - 1) == .partOf
        || (code(figure.first - 1) == .of && code(figure.first - 2) == .each)
    else { return false }
    figure.rules.append(.partOf)
    if figure.unit == nil, code(figure.end) == .isWord, let hit = nounUnit(from: figure.end + 1),
      !hit.sense.isDuration
    {
      var behind = hit
      behind.rules.append(.unitBehindVerb)
      figure.unit = behind
      figure.rules.append(behind.rules)
    }
    return true
  }

  /// "arbetslösa i Malmö 11 870", "antal deltagare: 340", "antalet platser uppgick till 340".
  private func readUnitBefore(_ figure: inout Figure) {
    let first = figure.first
    let next = token(figure.end)
    let ends = next.kind == .none || next.kind == .punctuation || next.kind == .number
    var seen: UnitHit?
    // "Hushåll med försörjningsstöd: 1 234" is named by the first noun of its label.
    let isLabel = isSign(first - 1, ":")
    var label: UnitHit?
    defer { if figure.unit == nil, let label { before(label, &figure) } }
    // "Antal unga 18–24 år: 345": the ages belong to the label.
    let hasAge = isLabel && found.count > base && found.last?.form == .ageRange
    let lowest = hasAge ? max(0, first - 12) : max(floor, first - 8)
    for index in stride(from: first - 1, through: lowest, by: -1) {
      let token = token(index)
      if hasAge, token.kind == .number || isDash(index) || code(index) == .year { continue }
      if token.kind == .number { return }
      if token.kind == .punctuation {
        if isSign(index, ":") || isSign(index, "*") || isSign(index, "|") { continue }
        if token.hash == 0x2D, ends { continue }
        return
      }
      if code(index) == .count, let noun = nounUnit(from: index + 1), noun.end <= first,
        !noun.sense.isDuration, noun.sense.unit != .sek
      {
        return before(noun, &figure)
      }
      guard ends, seen == nil, let (sense, _) = nounSense(index) else { continue }
      guard sense.isCountable || sense.unit == .percent else { continue }
      if isLabel {
        label = UnitHit(sense: sense, first: index, end: index + 1, rules: RuleList(sense.rule))
        continue
      }
      seen = UnitHit(
        sense: sense,
        first: index,
        end: index + 1,
        rules: RuleList(sense.rule)
      )
      if let noun = seen, isPlace(from: index + 1, to: first) { return before(noun, &figure) }
    }
  }

  private func before(_ noun: UnitHit, _ figure: inout Figure) {
    figure.unit = noun
    figure.unit?.rules.append(.unitBefore)
    figure.rules.append(noun.sense.rule)
    figure.rules.append(.unitBefore)
  }

  /// Whether nothing but a colon or a place ("i Malmö") stands between a noun and its figure.
  private func isPlace(from start: Int, to end: Int) -> Bool {
    if start == end { return true }
    for index in start..<end {
      let token = token(index)
      if token.kind == .punctuation { continue }
      let isPreposition = code(index) == .within || code(index) == .upon || code(index) == .at
      if isPreposition || token.isCapitalized { continue }
      return false
    }
    return true
  }

  /// "84 miljoner" are kronor where the words around speak of money.
  private func readMoneyContext(_ figure: inout Figure) {
    let window = max(0, figure.first - 15)..<min(tokens.count, figure.end + 10)
    for index in window where roles(index).contains(.money) {
      figure.unit = UnitHit(
        sense: UnitSense(unit: .sek, factor: 1, name: .plain),
        first: figure.end,
        end: figure.end
      )
      figure.rules.append(.unitMoney)
      figure.rules.append(.moneyContext)
      return
    }
    figure.rules.append(.scaleWithoutUnit)
  }
}
