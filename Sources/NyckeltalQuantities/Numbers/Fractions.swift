import NyckeltalModel

extension Scan {
  /// Adds a quantity that is no cardinal.
  mutating func add(
    _ form: Quantity.Form,
    _ value: Double,
    from first: Int,
    to end: Int,
    number: Range<Int>,
    unit: FigureUnit?,
    rules: RuleList
  ) {
    var numeral = Numeral(value: value, first: first, end: end)
    numeral.rules = rules
    var figure = Figure(numeral)
    readQualifiers(&figure)
    if form == .fraction { readChange(&figure) }
    var quantity = Quantity(
      form: form,
      range: bytes(figure.first, figure.end),
      numberRange: number,
      value: value,
      qualifier: figure.qualifier,
      unit: unit,
      rules: figure.rules
    )
    if figure.isNegative { quantity.value = -value }
    quantity.direction = figure.direction
    found.append(quantity)
    floor = figure.end
    chain.end = figure.end
    chain.last = found.count - 1
    chain.start = found.count
  }

  /// hälften: half as a share, or half as many.
  mutating func readHalf(at index: Int) -> Int {
    if code(index + 1) == .so, isWord(index + 2) {
      add(
        .multiple,
        0.5,
        from: index,
        to: index + 3,
        number: token(index).range,
        unit: nil,
        rules: RuleList(.multiple)
      )
      return floor
    }
    add(
      .fraction,
      50,
      from: index,
      to: index + 1,
      number: token(index).range,
      unit: .percent,
      rules: RuleList(.half50)
    )
    return floor
  }

  /// ½, "en halv" and "halv" without anything that they halve.
  mutating func readHalfAlone(_ numeral: Numeral) -> Int? {
    if unit(behind: numeral.end, isWords: true) != nil { return nil }
    guard isAlone(numeral.first, numeral.end) || token(numeral.first).kind == .punctuation else {
      return numeral.end
    }
    add(
      .fraction,
      (numeral.value * 100).settled,
      from: numeral.first,
      to: numeral.end,
      number: bytes(numeral.first, numeral.end),
      unit: .percent,
      rules: RuleList(.half50)
    )
    return floor
  }

  /// "trekvart" is forty-five minutes.
  mutating func readThreeQuarters(at index: Int) -> Int {
    add(
      .cardinal,
      45,
      from: index,
      to: index + 1,
      number: token(index).range,
      unit: .other,
      rules: RuleList(.word, .unitOther)
    )
    return floor
  }

  /// "en kvart" is fifteen minutes, "tre kvarts" three fourths.
  private mutating func readQuarters(_ numeral: Numeral) -> Int? {
    guard code(numeral.end) == .quarterHour, numeral.isWords, numeral.value < 4 else { return nil }
    let end = numeral.end + 1
    if token(numeral.end).hash == Self.quarters {
      if nounSense(end) != nil || roles(end).contains(.scale) { return nil }
      add(
        .fraction,
        numeral.value * 25,
        from: numeral.first,
        to: end,
        number: bytes(numeral.first, end),
        unit: .percent,
        rules: RuleList(.fraction)
      )
      return floor
    }
    if code(end) == .over || code(end) == .within { return end }  // "kvart över tre"
    var figure = Figure(numeral)
    let sense = UnitSense(unit: .other, factor: 15, name: .minutes)
    take(
      UnitHit(sense: sense, first: numeral.end, end: end, rules: RuleList(.unitDuration)),
      &figure
    )
    readQualifiers(&figure)
    emit(&figure)
    return figure.end
  }

  private static let quarters = WordHash("kvarts").value

  /// "två tredjedelar", "en fjärdedel", "3/4": parts of a whole, as percent.
  mutating func readParts(_ numeral: Numeral) -> Int? {
    if let end = readQuarters(numeral) { return end }
    if let parts = partsValue(numeral.end) {
      var end = numeral.end + 1
      var value = numeral.value / parts * 100
      var rules = RuleList(.fraction)
      if let inner = numeral.innerQualifier { rules.append(QualifierPhrase.rule(inner)) }
      if let mixed = withHalf(numeral) {
        value = mixed.value * 100
        end = mixed.end
      }
      let isNegative = code(numeral.first - 1) == .minus
      let first = isNegative ? numeral.first - 1 : numeral.first
      add(
        .fraction,
        (isNegative ? -value : value).settled,
        from: first,
        to: end,
        number: bytes(numeral.first, end),
        unit: .percent,
        rules: rules
      )
      if let inner = numeral.innerQualifier, let last = found.indices.last {
        found[last].qualifier = inner
      }
      return floor
    }
    guard let slash = slashed(at: numeral.first), numeral.end == numeral.first + 1 else {
      return nil
    }
    guard slash.value < 1 else { return slash.end }
    if let unit = unit(behind: slash.end, isWords: false), unit.sense.isDuration {
      var figure = Figure(
        Numeral(value: slash.value, first: numeral.first, end: slash.end, rules: numeral.rules)
      )
      take(unit, &figure)
      readQualifiers(&figure)
      emit(&figure)
      return figure.end
    }
    var figure = Figure(numeral)
    readSign(&figure)
    let value = (figure.isNegative ? -100 : 100) * slash.value
    add(
      .fraction,
      value.settled,
      from: figure.first,
      to: slash.end,
      number: bytes(numeral.first, slash.end),
      unit: .percent,
      rules: RuleList(.fraction)
    )
    return floor
  }

  /// "två av tre", "12 av de 24", "åtta av tio": a share that names part and whole.
  mutating func readShare(_ numeral: Numeral) -> Int? {
    guard code(numeral.end) == .of, numeral.value > 0 else { return nil }
    var start = numeral.end + 1
    while start < numeral.end + 4,
      code(start) == .the || code(start) == .this || code(start) == .allOf || code(start) == .count
    { start += 1 }
    if let hit = qualifierStart(start) { start = hit }
    guard let whole = numeral2(at: start), whole.value >= numeral.value, whole.scale == 1,
      !whole.isArticle
    else { return nil }
    if let unit = signedUnit(whole.end), unit.sense.unit == .percent || unit.sense.isDuration {
      return nil
    }
    let share = Quantity.Share(part: numeral.value, whole: whole.value)
    var end = whole.end
    var unitRange: Range<Int>?
    if let unit = nounUnit(from: whole.end), unit.sense.unit != .sek {
      unitRange = bytes(unit.first, unit.end)
      end = unit.end
    }
    let number = bytes(numeral.first, whole.end)
    add(
      .fraction,
      (share.part / share.whole * 100),
      from: numeral.first,
      to: end,
      number: number,
      unit: .percent,
      rules: RuleList(.share)
    )
    if let last = found.indices.last {
      found[last].share = share
      found[last].isPartOf = true
      found[last].unitRange = unitRange
    }
    return floor
  }

  private func numeral2(at index: Int) -> Numeral? {
    if isYearToken(index), code(index - 1) != .the { return nil }
    return numeral(at: index)
  }

  private func signedUnit(_ index: Int) -> UnitHit? { unit(behind: index, isWords: false) }

  private func qualifierStart(_ index: Int) -> Int? {
    for length in 1...2 where isNumber(index + length) {
      let hit = qualifier(before: index + length)
      return hit?.first == index ? index + length : nil
    }
    return nil
  }
}
