import NyckeltalModel

extension Scan {
  /// A part of a year by its kind and number; `nil` when there is no such part.
  static func part(_ kind: Word, _ number: Int, _ year: Int) -> Period? {
    switch kind {
    case .tertial, .letterT, .tertialReport:
      (1...3).contains(number) ? .tertial(number, year: year) : nil
    case .quarter, .letterQ: (1...4).contains(number) ? .quarter(number, year: year) : nil
    case .halfYear, .letterH: (1...2).contains(number) ? .half(number, year: year) : nil
    default: nil
    }
  }

  static func rule(_ kind: Word) -> RuleName {
    switch kind {
    case .quarter, .letterQ: .periodQuarter
    case .halfYear, .letterH: .periodHalf
    default: .periodTertial
    }
  }

  /// How many parts of a kind a year has.
  private static func parts(_ kind: Word) -> Int {
    switch kind {
    case .quarter, .letterQ: 4
    case .halfYear, .letterH: 2
    default: 3
    }
  }

  private func isPartNoun(_ index: Int) -> Bool { roles(index).contains(.periodNoun) }

  /// "första tertialen 2015", "3:e kvartalet", "andra halvåret", "första och andra tertialen".
  func ordinalPart(at index: Int) -> PeriodHit? {
    var number: Int
    var next: Int
    if let (value, end) = ordinalDigits(at: index) {
      number = Int(value)
      next = end
    } else if let value = ordinalValue(index), value <= 12 {
      number = Int(value)
      next = index + 1
    } else {
      return nil
    }
    let lower = number
    if code(next) == .and || isDash(next), let value = ordinalValue(next + 1), isPartNoun(next + 2),
      value > Double(number), value <= 4
    {
      number = Int(value)
      next += 2
    }
    guard isPartNoun(next) else { return nil }
    let kind = code(next)
    let named = year(at: next + 1)
    let end = named?.end ?? next + 1
    guard (1...Self.parts(kind)).contains(number) else { return nil }
    guard let year = named?.year ?? impliedYear, let last = Self.part(kind, number, year),
      let first = Self.part(kind, lower, year)
    else { return PeriodHit(period: nil, first: index, end: end, rule: Self.rule(kind)) }
    return span(first, last, first: index, end: end, Self.rule(kind))
  }

  /// "de två första tertialen", "tre första kvartalen 2015".
  func countedPart(at index: Int) -> PeriodHit? {
    let lexeme = lexeme(index)
    guard code(index + 1) == .first, lexeme.number >= 2, lexeme.number <= 12 else { return nil }
    let noun = index + 2
    let isMonths = nounSense(noun).map { $0.sense.unit == .months && $0.sense.factor == 1 } ?? false
    guard isPartNoun(noun) || isMonths else { return nil }
    let named = year(at: noun + 1)
    let end = named?.end ?? noun + 1
    let number = Int(lexeme.number)
    guard let year = named?.year ?? impliedYear else {
      return PeriodHit(period: nil, first: index, end: end, rule: .periodTertial)
    }
    let from: Period =
      isMonths ? .month(1, year: year) : Self.part(code(noun), 1, year) ?? .year(year)
    guard let to = isMonths ? .month(number, year: year) : Self.part(code(noun), number, year)
    else {
      return nil
    }
    return span(from, to, first: index, end: end, isMonths ? .periodMonths : Self.rule(code(noun)))
  }

  /// "tertial 1 2015", "kvartal 1–3", "tertialrapport 2", "delår 2".
  func numberedPart(at index: Int, _ lexeme: Lexeme) -> PeriodHit? {
    var kind = lexeme.code
    if kind == .tertialReport { kind = lexeme.small == 4 ? .quarter : .tertial }
    let next = index + 1
    let number: Int
    if let digits = small(next), token(next).count == 1 {
      number = digits
    } else if self.lexeme(next).roles.contains(.cardinal), isWord(next),
      self.lexeme(next).number <= 4,
      self.lexeme(next).number >= 1, code(next) != .half
    {
      number = Int(self.lexeme(next).number)
    } else {
      return thePart(at: index, lexeme)
    }
    guard (1...Self.parts(kind)).contains(number) else { return nil }
    var last = number
    var end = next + 1
    if isDash(end) || code(end) == .and, let second = small(end + 1), token(end + 1).count == 1,
      second > number, (1...Self.parts(kind)).contains(second)
    {
      last = second
      end += 2
    }
    if isSign(end, ","), isYearToken(end + 1) || year(at: end + 1) != nil, code(end + 1) != .the {
      end += 1
    }
    let named = year(at: end)
    return part(kind, number, last, named, first: index, end: named?.end ?? end)
  }

  /// "Under tertialen", "i kvartalet": the one that the item is on, else the last one that was over
  /// when the document was written.
  ///
  /// "tertialrapporten per 31 augusti" names no tertial; "tertialrapport 2015" names a year.
  private func thePart(at index: Int, _ lexeme: Lexeme) -> PeriodHit? {
    guard code(index - 1) == .under || code(index - 1) == .within,
      Self.theParts.contains(token(index).hash)
    else { return nil }
    var period = current(lexeme.code, in: context.itemPeriod)
    if period == nil, let now = current(lexeme.code, in: context.documentDate) {
      period = Self.step(now, by: -1)
    }
    return period.map {
      PeriodHit(period: $0, first: index, end: index + 1, rule: Self.rule(lexeme.code))
    }
  }

  private static let theParts = WordSet(["tertialen", "tertialet", "kvartalet", "halvåret"])

  /// "T1 2015", "Q3", "T1–T2 2015", "H1".
  func letteredPart(at index: Int, _ lexeme: Lexeme) -> PeriodHit? {
    let next = index + 1
    guard token(index).isCapitalized, !isGlued(index) || token(index - 1).kind == .punctuation,
      isGlued(next), token(next).count == 1, let number = small(next),
      (1...Self.parts(lexeme.code)).contains(number),
      !(isGlued(next + 1) && (isWord(next + 1) || isSign(next + 1, ".") && isGlued(next + 2)))
    else { return nil }
    var last = number
    var end = next + 1
    if isDash(end) || code(end) == .and {
      let start = code(end + 1) == lexeme.code ? end + 2 : end + 1
      if let second = small(start), isGlued(start), token(start).count == 1, second > number,
        (1...Self.parts(lexeme.code)).contains(second)
      {
        last = second
        end = start + 1
      }
    }
    if isDash(end), isGlued(end), isYearToken(end + 1) { end += 1 }
    let named = year(at: end)
    return part(lexeme.code, number, last, named, first: index, end: named?.end ?? end)
  }

  private func part(
    _ kind: Word,
    _ number: Int,
    _ last: Int,
    _ named: (year: Int?, end: Int)?,
    first: Int,
    end: Int
  ) -> PeriodHit {
    guard let year = named?.year ?? impliedYear, let from = Self.part(kind, number, year),
      let to = Self.part(kind, last, year)
    else { return PeriodHit(period: nil, first: first, end: end, rule: Self.rule(kind)) }
    return span(from, to, first: first, end: end, Self.rule(kind))
  }

  /// "våren 2015", "under hösten", "vt 2015", "i somras".
  ///
  /// Spring is counted with the first tertial and autumn with the third, as the municipal year
  /// does; summer is June to August, a school term a half-year. Winter belongs to two years and is not resolved.
  func seasonHit(at index: Int, _ lexeme: Lexeme) -> PeriodHit? {
    let season = Int(lexeme.small) % 10
    if lexeme.roles.contains(.pastSeason) {
      guard code(index - 1) == .within else { return nil }
      // "i somras" is over, "i höst" is this year's
      let isOver = lexeme.small < 10
      let year = context.currentYear.map { isOver ? pastYear(of: season, before: $0) : $0 }
      return PeriodHit(
        period: year.flatMap { Self.season(season, $0) },
        first: index - 1,
        end: index + 1,
        rule: .periodSeason
      )
    }
    let isShort = token(index).count <= 2
    var next = index + 1
    if isShort, isDash(next), isGlued(next) { next += 1 }
    if isShort, let short = small(next), token(next).count == 2, isGlued(next), isGlued(index + 1) {
      return PeriodHit(
        period: Self.season(season, 2_000 + short),
        first: index,
        end: next + 1,
        rule: .periodSeason
      )
    }
    let named = year(at: next)
    if isShort, named == nil { return nil }
    var year = named?.year ?? impliedYear
    // "sommaren innan"
    if named == nil, code(next) == .before, token(next + 1).kind != .word {
      year = year.map { $0 - 1 }
    }
    return PeriodHit(
      period: year.flatMap { Self.season(season, $0) },
      first: index,
      end: named?.end ?? index + 1,
      rule: .periodSeason
    )
  }

  static func season(_ season: Int, _ year: Int) -> Period? {
    switch season {
    case 1: .tertial(1, year: year)
    case 2: .span(from: .month(6, year: year), to: .month(8, year: year))
    case 3: .tertial(3, year: year)
    case 5: .half(1, year: year)
    case 6: .half(2, year: year)
    default: nil
    }
  }

  /// The year of a season that is over: last autumn, read in May, was the year before.
  private func pastYear(of season: Int, before year: Int) -> Int {
    guard let today = context.documentDate, case .day = today,
      let begins = Self.season(season, year)?.firstDay
    else { return year }
    return begins > today.lastDay ? year - 1 : year
  }
}
