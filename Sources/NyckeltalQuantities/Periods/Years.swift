import NyckeltalModel

extension Scan {
  /// "2015", "2018–2019", "2018/19", "2015 T1", "från 2018 till 2019", "2015 års budget".
  func yearHit(at index: Int) -> PeriodHit? {
    guard isYearToken(index), let year = small(index), !isLowerBound(index) else { return nil }
    let next = index + 1
    if let part = partBehind(year: year, at: next) {
      return PeriodHit(period: part.period, first: index, end: part.end, rule: part.rule)
    }
    if let end = secondYear(year, joint: next) {
      return span(.year(year), .year(end.year), first: index, end: end.end, .periodYears)
    }
    if isDash(next), isGlued(next), isWord(next + 1), isGlued(next + 1) {  // "2015-års"
      return PeriodHit(period: .year(year), first: index, end: index + 1, rule: .periodYear)
    }
    return PeriodHit(period: .year(year), first: index, end: next, rule: .periodYear)
  }

  /// Whether a greater number that is no year makes a range of the two: "2000 till 3000 personer".
  private func isLowerBound(_ index: Int) -> Bool {
    let isBetween = code(index + 1) == .and && code(index - 1) == .between
    guard isDash(index + 1) || code(index + 1) == .to || isBetween, isNumber(index + 2),
      !isYearToken(index + 2), token(index + 2).count >= 4, !isDate(index + 2)
    else { return false }
    return magnitude(index + 2) ?? 0 > magnitude(index) ?? 0
  }

  /// The second of two years: behind a dash, a slash, "till" after "från", "och" after "mellan".
  func secondYear(_ year: Int, joint: Int) -> (year: Int, end: Int)? {
    let start = joint + 1
    let isSlash = isSign(joint, "/") && isGlued(joint) && isGlued(start)
    let before = code(joint - 2)
    let isJoined =
      isDash(joint) || isSlash || (code(joint) == .to && before != .month)
      || (code(joint) == .and && before == .between)
    guard isJoined, isNumber(start) else { return nil }
    if isYearToken(start), let second = small(start), second > year, second - year <= 60 {
      return (second, start + 1)
    }
    guard isGlued(joint), isGlued(start), token(start).count == 2, let short = small(start) else {
      return nil
    }
    let second = year / 100 * 100 + short
    return second > year && second - year < 20 ? (second, start + 1) : nil
  }

  func isSchoolYear(_ index: Int) -> Bool {
    guard isYearToken(index), let year = small(index) else { return false }
    return secondYear(year, joint: index + 1) != nil
  }

  /// "T1", "tertial 1", "-Q2", "kvartal 3" behind a year.
  private func partBehind(year: Int, at index: Int) -> (period: Period, end: Int, rule: RuleName)? {
    var start = index
    if isDash(start), isGlued(start), isGlued(start + 1) || code(start + 1) == .tertial {
      start += 1
    }
    if isSign(start, ","), !isGlued(start + 1) { start += 1 }
    let lexeme = lexeme(start)
    switch lexeme.code {
    case .letterT, .letterQ, .letterH:
      guard isGlued(start + 1), token(start).isCapitalized, let number = small(start + 1),
        let period = Self.part(lexeme.code, number, year)
      else { return nil }
      return (period, start + 2, Self.rule(lexeme.code))
    case .tertial, .quarter:
      guard let number = small(start + 1), let period = Self.part(lexeme.code, number, year) else {
        return nil
      }
      return (period, start + 2, Self.rule(lexeme.code))
    default:
      return nil
    }
  }

  /// "år 2015", "åren 2015–2018", "i år", "under året", "årets", "året innan".
  func namedYear(at index: Int) -> PeriodHit? {
    if isYearToken(index + 1), var hit = yearHit(at: index + 1) {
      hit.first = index
      return hit
    }
    switch code(index) {
    case .year where code(index - 1) == .within:
      return PeriodHit(
        period: context.currentYear.map { .year($0) },
        first: index - 1,
        end: index + 1,
        rule: .periodRelative
      )
    case .theYear where code(index + 1) == .before:
      return PeriodHit(
        period: spokenOfYear.map { .year($0 - 1) },
        first: index,
        end: index + 2,
        rule: .periodRelative
      )
    case .theYear where WordHash.isYears(token(index).hash):
      guard let year = context.currentYear else { return nil }
      // "årets första kvartal"
      if var hit = ordinalPart(at: index + 1) ?? countedPart(at: index + 1) {
        hit.first = index
        hit.period = hit.period.map { Self.moved($0, to: year) }
        return hit
      }
      return PeriodHit(period: .year(year), first: index, end: index + 1, rule: .periodRelative)
    case .theYear:
      let isUnder =
        code(index - 1) == .under || code(index - 1) == .forWord
        || code(index - 1) == .whole
      guard let year = context.currentYear, isUnder else { return nil }
      return PeriodHit(period: .year(year), first: index, end: index + 1, rule: .periodRelative)
    default:
      return nil
    }
  }

  /// The year that "året innan" lies before: the one that was named last.
  var spokenOfYear: Int? { (stated ?? context.previous)?.lastYear ?? context.currentYear }

  /// "helåret 2019", "hela 2019", "helår 2015", "hela året".
  func wholeYear(at index: Int) -> PeriodHit? {
    if let named = year(at: index + 1) {
      return PeriodHit(
        period: named.year.map { .year($0) },
        first: index,
        end: named.end,
        rule: .periodYear
      )
    }
    if code(index + 1) == .theYear || WordHash.isWholeYear(token(index).hash) {
      let end = code(index + 1) == .theYear ? index + 2 : index + 1
      return PeriodHit(
        period: (impliedYear ?? context.currentYear).map { .year($0) },
        first: index,
        end: end,
        rule: .periodRelative
      )
    }
    return nil
  }

  /// "läsåret 2018/19", "mandatperioden 2015–2018".
  func namedSpan(at index: Int) -> PeriodHit? {
    guard var hit = yearHit(at: index + 1) else { return nil }
    hit.first = index
    return hit
  }

  /// "årsskiftet 2015/2016", "årsskiftet".
  func turnOfYear(at index: Int) -> PeriodHit? {
    guard roles(index).contains(.trigger) else { return nil }
    if isYearToken(index + 1), var hit = yearHit(at: index + 1) {
      hit.first = index
      hit.isAsOf = true
      return hit
    }
    // "Vid årsskiftet fanns …", read in the year behind it
    guard code(index - 1) == .at, let today = context.documentDate, case .day = today,
      today.lastDay / 100 % 100 <= 9, let day = Self.day(31, 12, today.lastYear - 1)
    else { return nil }
    var hit = PeriodHit(period: day, first: index, end: index + 1, rule: .periodDate)
    hit.isAsOf = true
    hit.setsYear = false
    return hit
  }

  /// "1990-talet", "90-talet".
  func decade(at index: Int) -> PeriodHit? {
    guard isSign(index + 1, "-"), isGlued(index + 1), code(index + 2) == .decadeSuffix,
      isGlued(index + 2), let number = small(index), number % 10 == 0
    else { return nil }
    let start = token(index).count == 2 ? (number < 30 ? 2_000 : 1_900) + number : number
    let isDecade = token(index).count == 2 || (token(index).count == 4 && number % 100 != 0)
    let period: Period? =
      isDecade && start > 1_000 ? .span(from: .year(start), to: .year(start + 9)) : nil
    return PeriodHit(period: period, first: index, end: index + 3, rule: .periodDecade)
  }
}

extension WordHash {
  private static let years = WordHash("årets").value
  private static let wholeYears: [UInt64] = ["helår", "helåret", "helårets", "kalenderåret"].map {
    WordHash($0).value
  }

  static func isYears(_ hash: UInt64) -> Bool { hash == years }
  static func isWholeYear(_ hash: UInt64) -> Bool { wholeYears.contains(hash) }
}
