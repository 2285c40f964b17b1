import NyckeltalModel

extension Scan {
  /// "2015-05-07", "2015-05", "7.5.2015", "7/5 2015".
  func dateHit(at index: Int) -> PeriodHit? {
    if isDate(index), let period = isoDate(index) {
      if isDash(index + 5), !isGlued(index + 5) || token(index + 5).hash != 0x2D,
        let end = isoDate(index + 6)
      {
        return span(period, end, first: index, end: index + 11, .periodDates)
      }
      return PeriodHit(period: period, first: index, end: index + 5, rule: .periodDate)
    }
    if isDottedDate(index), let day = small(index), let month = small(index + 2),
      let year = small(index + 4)
    {
      let isYearFirst = token(index).count == 4
      guard let period = Self.day(isYearFirst ? year : day, month, isYearFirst ? day : year) else {
        return nil
      }
      return PeriodHit(period: period, first: index, end: index + 5, rule: .periodDate)
    }
    if let date = slashDate(at: index) { return date }
    return yearMonth(at: index)
  }

  /// Whether four, two and two digits are joined by hyphens.
  func isDate(_ index: Int) -> Bool {
    token(index).count == 4 && isDash(index + 1) && isGlued(index + 1) && isNumber(index + 2)
      && isGlued(index + 2) && token(index + 2).count == 2 && isDash(index + 3)
      && isGlued(index + 3) && isNumber(index + 4) && isGlued(index + 4)
      && token(index + 4).count == 2 && isoDate(index) != nil
      && !(isGlued(index + 5)
        && (isWord(index + 5) || isSign(index + 5, "-") && isGlued(index + 6)))
  }

  private func isoDate(_ index: Int) -> Period? {
    guard let year = small(index), let month = small(index + 2), let day = small(index + 4),
      token(index).count == 4
    else { return nil }
    return Self.day(day, month, year)
  }

  /// Whether a dotted number is a date: 7.5.2015 or 2015.05.07.
  func isDottedDate(_ index: Int) -> Bool {
    guard isSign(index + 1, "."), isGlued(index + 1), isNumber(index + 2), isGlued(index + 2),
      isSign(index + 3, "."), isGlued(index + 3), isNumber(index + 4), isGlued(index + 4),
      token(index + 2).count <= 2,
      !(isGlued(index + 5) && isNumber(index + 6) && isGlued(index + 6))
    else { return false }
    guard let first = small(index), let month = small(index + 2), let last = small(index + 4) else {
      return false
    }
    if token(index).count == 4 { return Self.day(last, month, first) != nil }
    return token(index + 4).count == 4 && Self.day(first, month, last) != nil
  }

  /// "7/5 2015", "den 7/5", "7/5-15".
  func slashDate(at index: Int) -> PeriodHit? {
    guard isSign(index + 1, "/"), isGlued(index + 1), isNumber(index + 2), isGlued(index + 2),
      token(index).count <= 2, token(index + 2).count <= 2, let day = small(index),
      let month = small(index + 2), (1...12).contains(month), (1...31).contains(day),
      !(isGlued(index + 3) && isSign(index + 3, "/"))
    else { return nil }
    if isDash(index + 3), isNumber(index + 4), isSign(index + 5, "/"), isGlued(index + 5),
      let lastDay = small(index + 4), let lastMonth = small(index + 6), token(index + 6).count <= 2,
      (1...31).contains(lastDay), (1...12).contains(lastMonth)
    {
      let named = year(at: index + 7)
      let end = named?.end ?? index + 7
      guard let year = named?.year ?? impliedYear, let from = Self.day(day, month, year),
        let to = Self.day(lastDay, lastMonth, year), from.firstDay <= to.lastDay
      else { return PeriodHit(period: nil, first: index, end: end, rule: .periodDates) }
      return span(from, to, first: index, end: end, .periodDates)
    }
    if isYearToken(index + 3), !isGlued(index + 3), let year = small(index + 3),
      let period = Self.day(day, month, year)
    {
      return PeriodHit(period: period, first: index, end: index + 4, rule: .periodDate)
    }
    if isDash(index + 3), isGlued(index + 3), token(index + 4).count == 2, isGlued(index + 4),
      let year = small(index + 4), let period = Self.day(day, month, 2_000 + year)
    {
      return PeriodHit(period: period, first: index, end: index + 5, rule: .periodDate)
    }
    let isIntroduced: Bool =
      switch code(index - 1) {
      case .the, .weekday, .per, .from, .since, .to, .after, .before, .latest: true
      default: isSign(index - 1, ".") && isGlued(index - 1)  // "fr.o.m. 1/4"
      }
    guard isIntroduced else { return nil }
    let period = impliedYear.flatMap { Self.day(day, month, $0) }
    return PeriodHit(period: period, first: index, end: index + 3, rule: .periodDate)
  }

  /// "2015-05", a month, as against "2015-16", two years.
  func yearMonth(at index: Int) -> PeriodHit? {
    guard isYearToken(index), isDash(index + 1), isGlued(index + 1), isNumber(index + 2),
      isGlued(index + 2), token(index + 2).count == 2, let year = small(index),
      let month = small(index + 2), (1...12).contains(month), month <= year % 100,
      !(isGlued(index + 3) && isDash(index + 3))
    else { return nil }
    return PeriodHit(
      period: .month(month, year: year),
      first: index,
      end: index + 3,
      rule: .periodMonth
    )
  }

  /// "7 maj 2015", "den 30 april", "12–14 maj", "1 maj–31 augusti 2015", "1:a maj".
  func dayMonth(at index: Int) -> PeriodHit? {
    guard token(index).count <= 2, let day = small(index), (1...31).contains(day) else {
      return nil
    }
    var next = index + 1
    if let (_, end) = ordinalDigits(at: index) { next = end }
    var lastDay: Int?
    if isDash(next) || code(next) == .to || code(next) == .and || code(next) == .respectively,
      let second = small(next + 1), (1...31).contains(second), second > day,
      roles(next + 2).contains(.month)
    {
      lastDay = second
      next += 2
    }
    guard isMonth(next) else { return nil }
    let month = Int(lexeme(next).small)
    if isSign(next + 1, "."), isGlued(next + 1), isYearToken(next + 2) { next += 1 }
    let named = year(at: next + 1)
    let end = named?.end ?? next + 1
    if let later = dayMonthRange(day, month, from: next + 1, first: index) { return later }
    let year = named?.year ?? impliedYear
    let period = year.flatMap { Self.day(day, month, $0) }
    if let lastDay {
      guard let from = period, let year, let to = Self.day(lastDay, month, year) else {
        return PeriodHit(period: nil, first: index, end: end, rule: .periodDates)
      }
      return span(from, to, first: index, end: end, .periodDates)
    }
    guard year == nil || period != nil else { return nil }
    return PeriodHit(period: period, first: index, end: end, rule: .periodDate)
  }

  /// "1 maj–31 augusti 2015", "1 januari till 30 april".
  private func dayMonthRange(_ day: Int, _ month: Int, from joint: Int, first: Int) -> PeriodHit? {
    guard isDash(joint) || code(joint) == .to else { return nil }
    var start = joint + 1
    if code(start) == .and, code(start + 1) == .with { start += 2 }
    if code(start) == .the { start += 1 }
    guard let second = small(start), isMonth(start + 1), token(start).count <= 2 else { return nil }
    let named = year(at: start + 2)
    let end = named?.end ?? start + 2
    guard let year = named?.year ?? impliedYear, let from = Self.day(day, month, year),
      let to = Self.day(second, Int(lexeme(start + 1).small), year), from.firstDay <= to.lastDay
    else { return PeriodHit(period: nil, first: first, end: end, rule: .periodDates) }
    return span(from, to, first: first, end: end, .periodDates)
  }

  /// "första maj", "den tjugonde april 2015".
  func ordinalDay(at index: Int) -> PeriodHit? {
    guard let value = ordinalValue(index), value <= 31, isMonth(index + 1) else { return nil }
    let named = year(at: index + 2)
    let year = named?.year ?? impliedYear
    let period = year.flatMap { Self.day(Int(value), Int(lexeme(index + 1).small), $0) }
    return PeriodHit(
      period: period,
      first: index,
      end: named?.end ?? index + 2,
      rule: .periodDate
    )
  }

  /// A span as the calendar's own period where it is one: April–June is the second quarter.
  func span(
    _ from: Period,
    _ to: Period,
    first: Int,
    end: Int,
    _ rule: RuleName
  ) -> PeriodHit {
    PeriodHit(period: Period.joined(from, to), first: first, end: end, rule: rule)
  }

  static func day(_ day: Int, _ month: Int, _ year: Int) -> Period? {
    guard (1...12).contains(month), year > 0, year < 10_000,
      day >= 1, day <= Period.days(inMonth: month, year: year)
    else { return nil }
    return .day(day, month: month, year: year)
  }
}

extension Period {
  /// From one period to the end of another, as a year, half-year, tertial, quarter or month where
  /// it is exactly that.
  static func joined(_ from: Period, _ to: Period) -> Period? {
    guard from.firstDay <= to.lastDay else { return nil }
    let year = from.firstYear
    if from == to { return from }
    guard year == to.lastYear else { return .span(from: from, to: to) }
    let (first, last) = (from.firstDay, to.lastDay)
    let month = first / 100 % 100
    let length = last / 100 % 100 - month + 1
    let whole: Period? =
      switch length {
      case 12: .year(year)
      case 6: .half(month / 6 + 1, year: year)
      case 4: .tertial(month / 4 + 1, year: year)
      case 3: .quarter(month / 3 + 1, year: year)
      case 1: .month(month, year: year)
      default: nil
      }
    if let whole, whole.firstDay == first, whole.lastDay == last { return whole }
    return .span(from: from, to: to)
  }
}
