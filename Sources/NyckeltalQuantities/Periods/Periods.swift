import NyckeltalModel

/// A period found in the text.
struct PeriodHit {
  /// The period; `nil` where the context does not resolve it.
  var period: Period?
  var first: Int
  /// The token behind its last.
  var end: Int
  var rule: RuleName
  var isAsOf = false
  /// Whether what follows in the sentence is of its year.
  var setsYear = true
  /// Length and unit, where the text counts them: "de senaste två åren".
  var years: Double?
}

extension Scan {
  /// Reads the period that begins at a token; returns the token to go on from.
  mutating func readPeriod(at index: Int) -> Int? {
    guard let hit = periodHit(at: index) else { return nil }
    emit(hit)
    return max(hit.end, index + 1)
  }

  /// The same for digits that nothing is tied to.
  mutating func readLoosePeriod(at index: Int) -> Int? {
    let digits = token(index).count
    var hit: PeriodHit?
    if digits <= 2 {
      hit = dayMonth(at: index) ?? lastYears(at: index)
    } else if digits == 4 {
      hit = yearHit(at: index) ?? lastYears(at: index)
    } else {
      hit = lastYears(at: index)
    }
    guard let hit else { return nil }
    emit(hit)
    return max(hit.end, index + 1)
  }

  private func periodHit(at index: Int) -> PeriodHit? {
    let token = token(index)
    if token.kind == .number {
      return dateHit(at: index) ?? dayMonth(at: index) ?? decade(at: index) ?? yearHit(at: index)
        ?? ordinalPart(at: index) ?? lastYears(at: index)
    }
    guard token.kind == .word else { return nil }
    if token.lexeme <= GluedForm.last {
      return token.lexeme == 0 ? nil : ordinalPart(at: index) ?? ordinalDay(at: index)
    }
    let lexeme = lexemes[Int(token.lexeme)]
    if lexeme.roles.contains(.month) { return monthHit(at: index) }
    if lexeme.roles.contains(.season) || lexeme.roles.contains(.pastSeason) {
      return seasonHit(at: index, lexeme)
    }
    if lexeme.roles.contains(.ordinal) { return ordinalPart(at: index) ?? ordinalDay(at: index) }
    if lexeme.roles.contains(.cardinal) { return countedPart(at: index) ?? lastYears(at: index) }
    switch lexeme.code {
    case .tertial, .quarter, .halfYear, .tertialReport: return numberedPart(at: index, lexeme)
    case .letterT, .letterQ, .letterH: return letteredPart(at: index, lexeme)
    case .year, .theYear, .theYears: return namedYear(at: index)
    case .whole: return wholeYear(at: index)
    case .schoolYear, .mandate: return namedSpan(at: index)
    case .same, .corresponding: return samePeriod(at: index)
    case .previous, .thisYear, .next: return relative(at: index)
    case .lastYearIdiom: return idiom(at: index)
    case .recent: return lastYears(at: index)
    case .soFar: return soFar(at: index)
    case .endWord: return turnOfYear(at: index)
    default: return nil
    }
  }

  /// Adds a period, with the role that the words before it give it.
  private mutating func emit(_ hit: PeriodHit) {
    var hit = hit
    let role = role(of: &hit)
    // "jämfört med 352 i december", read in April, is of the year before
    if hit.rule == .periodMonth || hit.rule == .periodDate,
      role == .comparison || isCompared(before: hit.first),
      let today = context.documentDate, let period = hit.period, period.firstDay > today.lastDay
    {
      hit.period = period.moved(byYears: -1)
    }
    var quantity = Quantity(
      form: .period,
      range: bytes(hit.first, hit.end),
      numberRange: bytes(hit.first, hit.end),
      period: hit.period,
      rules: RuleList(hit.rule)
    )
    quantity.periodRole = role
    quantity.isAsOf = hit.isAsOf
    if hit.isAsOf { quantity.rules.append(.periodAsOf) }
    if role == .comparison { quantity.rules.append(.periodComparison) }
    if role == .start { quantity.rules.append(.periodSince) }
    if let years = hit.years {
      quantity.value = years
      quantity.unit = .years
    }
    found.append(quantity)
    floor = hit.end
    let isBirth = Self.born.contains(token(hit.first - 1).hash)
    if role != .comparison, !isBirth, hit.setsYear, let period = hit.period { stated = period }
  }

  /// Whether a word of comparison stands before a period with figures between them only.
  private func isCompared(before first: Int) -> Bool {
    for index in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      switch code(index) {
      case .compared, .than, .against: return true
      default: if token(index).kind == .punctuation { return false }
      }
    }
    return false
  }

  private static let born = WordSet(["född", "födda", "födelseår", "årskull", "födelseåren"])

  /// Comparison, start or stated, by the words before a period.
  private func role(of hit: inout PeriodHit) -> Quantity.PeriodRole {
    var before = hit.first - 1
    if code(before) == .the || code(before) == .this { before -= 1 }
    if code(before) == .per || code(before) == .at { hit.isAsOf = true }
    if code(before) == .since, hit.rule == .periodRelative || hit.rule == .periodSame {
      return .comparison  // "en ökning sedan förra året"
    }
    if let since = sinceWord(before: before) {
      hit.first = since
      if let start = hit.period, let end = context.end, start.firstDay <= end.lastDay,
        start.lastDay < end.lastDay
      {
        hit.period = .span(from: start, to: end)
      }
      return .start
    }
    if case .under = code(before) {
      before -= 1
    } else if code(before) == .within
      || code(before) == .forWord || code(before) == .at || code(before) == .per
    {
      before -= 1
    }
    switch code(before) {
    case .than, .against, .compared: return .comparison
    case .with where code(before - 1) == .compared: return .comparison
    case .to where code(before - 1) == .relation: return .comparison
    default: return .stated
    }
  }

  /// The token of "sedan" before "starten" or right before a period.
  private func sinceWord(before index: Int) -> Int? {
    if code(index) == .since { return max(index, floor) }
    for start in stride(from: index, to: max(floor, index - 3) - 1, by: -1) {
      if token(start).kind == .punctuation { return nil }
      guard code(start) == .start else { continue }
      for since in stride(from: start - 1, through: max(floor, start - 4), by: -1) {
        if code(since) == .since || code(since) == .from { return since }
        if token(since).kind == .punctuation { return nil }
      }
    }
    return nil
  }

  /// The year of a period that does not name one.
  var impliedYear: Int? { stated?.lastYear ?? context.impliedYear }

  /// Whether a token is a year by itself: four digits from 1950 to 2049 that no noun follows.
  func isYearToken(_ index: Int) -> Bool {
    guard token(index).kind == .number, token(index).count == 4, let year = small(index),
      (1950...2049).contains(year)
    else { return false }
    if isGlued(index + 1), isNumber(index + 2), isGlued(index + 2),
      isSign(index + 1, ",") || isSign(index + 1, ":") || isSign(index + 1, ".")
    {
      return false
    }
    if code(index + 1) == .yearOf { return true }
    if code(index + 1) == .tertial || code(index + 1) == .quarter, isNumber(index + 2) {
      return true
    }
    if isSign(index + 1, "%") || code(index + 1) == .krona { return false }
    switch code(index - 1) {
    case .under, .year, .theYear, .month, .season, .since, .tertial, .quarter: return true
    default: break
    }
    if roles(index + 1).contains(.scale) { return false }
    if nounSense(index + 1) != nil, !token(index + 1).isCapitalized { return false }
    // "fler än 2014" compares with a year; "minst 2014" counts.
    if let hit = qualifier(before: index) {
      return code(hit.first) == .under || code(index - 1) == .than
    }
    return true
  }

  /// A year at a token: digits, "år 2015", "i år", "förra året", or one of them behind "av".
  func year(at index: Int) -> (year: Int?, end: Int)? {
    if isYearToken(index), let year = small(index) { return (year, index + 1) }
    switch code(index) {
    case .year where isYearToken(index + 1):
      return (small(index + 1), index + 2)
    case .within where code(index + 1) == .year:
      return (context.currentYear, index + 2)
    case .within where code(index + 1) == .lastYearIdiom:
      return (context.currentYear.map { $0 - 1 }, index + 2)
    case .lastYearIdiom:
      return (context.currentYear.map { $0 - 1 }, index + 1)
    case .previous where isYearWord(index + 1):
      let step = lexeme(index).small == 2 ? 2 : 1
      return (context.currentYear.map { $0 - step }, index + 2)
    case .thisYear where isYearWord(index + 1), .this where isYearWord(index + 1):
      return (context.currentYear, index + 2)
    case .next where isYearWord(index + 1):
      return (context.currentYear.map { $0 + 1 }, index + 2)
    case .theYear where code(index + 1) == .before:
      return (spokenOfYear.map { $0 - 1 }, index + 2)
    case .of, .under, .within, .forWord, .the:
      if code(index + 1) == .of || code(index + 1) == .under { return nil }
      return year(at: index + 1)
    default:
      return nil
    }
  }

  func isYearWord(_ index: Int) -> Bool {
    switch code(index) {
    case .year, .theYear, .yearOf: true
    default: false
    }
  }
}
