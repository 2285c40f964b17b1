import NyckeltalModel

extension Scan {
  /// Whether a token names a month; three letters do so beside a number only.
  func isMonth(_ index: Int) -> Bool { roles(index).contains(.month) }

  /// "april 2016", "i april", "april–juni 2017".
  func monthHit(at index: Int) -> PeriodHit? {
    let month = Int(lexeme(index).small)
    var end = index + 1
    if isSign(end, "."), isGlued(end), isYearToken(end + 1) || isDash(end + 1) { end += 1 }
    let isRange =
      isDash(end) || code(end) == .to
      || (code(end) == .and && code(index - 1) == .between)
    if isRange, isMonth(end + 1) {
      return monthRange(month, last: end + 1, first: index)
    }
    if code(index - 1) == .last, let hit = lastDay(of: month, at: index, end: end) { return hit }
    if let named = year(at: end), code(end) != .the, code(end) != .forWord {
      let period = named.year.map { Period.month(month, year: $0) }
      if let year = named.year, isDash(named.end) || code(named.end) == .to, isMonth(named.end + 1),
        let last = self.year(at: named.end + 2), let lastYear = last.year
      {
        return span(
          .month(month, year: year),
          .month(Int(lexeme(named.end + 1).small), year: lastYear),
          first: index,
          end: last.end,
          .periodMonths
        )
      }
      return PeriodHit(period: period, first: index, end: named.end, rule: .periodMonth)
    }
    guard token(index).count > 3 || token(index).hash == Self.may, isIntroducedMonth(index) else {
      return nil
    }
    // "till och med mars": from the year's beginning
    if code(index - 1) == .with, code(index - 2) == .and, code(index - 3) == .to, month > 1,
      let year = impliedYear
    {
      return span(
        .month(1, year: year),
        .month(month, year: year),
        first: max(floor, index - 3),
        end: end,
        .periodMonths
      )
    }
    // "i mars och april"
    if code(end) == .and, isMonth(end + 1), Int(lexeme(end + 1).small) == month + 1,
      self.year(at: end + 2) == nil
    {
      return monthRange(month, last: end + 1, first: index)
    }
    var year = impliedYear
    if code(end) == .and || isSign(end, ","), isMonth(end + 1), let named = self.year(at: end + 2) {
      year = named.year
    }
    return PeriodHit(
      period: year.map { .month(month, year: $0) },
      first: index,
      end: end,
      rule: .periodMonth
    )
  }

  /// "den sista augusti", "sista april 2016".
  private func lastDay(of month: Int, at index: Int, end: Int) -> PeriodHit? {
    let named = year(at: end)
    guard let year = named?.year ?? impliedYear,
      let day = Self.day(Period.days(inMonth: month, year: year), month, year)
    else { return nil }
    return PeriodHit(period: day, first: index - 1, end: named?.end ?? end, rule: .periodDate)
  }

  private static let may = WordHash("maj").value

  private func isIntroducedMonth(_ index: Int) -> Bool {
    if isAlone(index, index + 1) { return true }
    if code(index + 1) == .and, isMonth(index + 2) { return true }
    // "till och med mars"
    if code(index - 1) == .with, code(index - 2) == .and, code(index - 3) == .to { return true }
    switch code(index - 1) {
    case .within, .under, .forWord, .since, .from, .to, .per, .of, .month, .and, .before, .after,
      .ahead, .latest, .between, .at, .than, .against, .or, .about, .respectively, .whole:
      return true
    default:
      return isSign(index - 1, ",") && isMonth(index - 2) || isSign(index - 1, "(")
        || isSign(index - 1, ".") && isGlued(index - 1)
    }
  }

  private func monthRange(_ month: Int, last: Int, first: Int) -> PeriodHit {
    let named = year(at: last + 1)
    let end = named?.end ?? last + 1
    let second = Int(lexeme(last).small)
    guard let year = named?.year ?? impliedYear else {
      return PeriodHit(period: nil, first: first, end: end, rule: .periodMonths)
    }
    let firstYear = second < month ? year - 1 : year
    return span(
      .month(month, year: firstYear),
      .month(second, year: year),
      first: first,
      end: end,
      .periodMonths
    )
  }
}
