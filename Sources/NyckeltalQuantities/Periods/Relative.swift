import NyckeltalModel

extension Scan {
  /// "samma period 2014", "motsvarande period föregående år", "samma tid i fjol".
  func samePeriod(at index: Int) -> PeriodHit? {
    let noun = index + 1
    guard
      code(noun) == .period || code(noun) == .tertial || code(noun) == .quarter
        || isYearWord(noun) || nounSense(noun)?.sense.unit == .months
    else { return nil }
    guard let named = year(at: noun + 1) else {
      guard let shape = stated ?? context.previous ?? context.itemPeriod else { return nil }
      return PeriodHit(period: shape, first: index, end: noun + 1, rule: .periodSame)
    }
    let period = named.year.map { Self.moved(shape, to: $0) }
    return PeriodHit(period: period, first: index, end: named.end, rule: .periodSame)
  }

  /// The period that the sentence speaks of: what "the same" is the same as.
  private var shape: Period? {
    for period in [stated, context.previous, context.itemPeriod] {
      guard let period else { continue }
      if case .year = period { continue }
      if case .span = period, period.firstYear != period.lastYear { continue }
      return period
    }
    return nil
  }

  /// The same part of another year.
  static func moved(_ shape: Period?, to year: Int) -> Period {
    switch shape {
    case .half(let half, _): return .half(half, year: year)
    case .tertial(let tertial, _): return .tertial(tertial, year: year)
    case .quarter(let quarter, _): return .quarter(quarter, year: year)
    case .month(let month, _): return .month(month, year: year)
    case .day(let day, let month, _):
      return .day(min(day, Period.days(inMonth: month, year: year)), month: month, year: year)
    case .span(let from, let to):
      return .span(from: moved(from, to: year), to: moved(to, to: year))
    case .year, nil: return .year(year)
    }
  }

  /// "föregående år", "förra tertialen", "innevarande år", "nästa år".
  func relative(at index: Int) -> PeriodHit? {
    let step: Int
    switch code(index) {
    case .previous: step = lexeme(index).small == 2 ? -2 : -1
    case .thisYear: step = 0
    default: step = 1
    }
    let noun = index + 1
    if isYearWord(noun) {
      return PeriodHit(
        period: context.currentYear.map { .year($0 + step) },
        first: index,
        end: noun + 1,
        rule: .periodRelative
      )
    }
    if code(noun) == .season {
      // "förra sommaren", "nästa höst"
      let season = Int(lexeme(noun).small) % 10
      return PeriodHit(
        period: context.currentYear.flatMap { Self.season(season, $0 + step) },
        first: index,
        end: noun + 1,
        rule: .periodRelative
      )
    }
    let isMonth = nounSense(noun).map { $0.sense.unit == .months && $0.sense.factor == 1 } ?? false
    guard roles(noun).contains(.periodNoun) || isMonth else { return nil }
    let period = current(code(noun), isMonth: isMonth).flatMap { Self.step($0, by: step) }
    return PeriodHit(period: period, first: index, end: noun + 1, rule: .periodRelative)
  }

  /// The part of the year that the item or the document stands in.
  private func current(_ kind: Word, isMonth: Bool) -> Period? {
    current(kind, isMonth: isMonth, in: context.itemPeriod)
      ?? current(kind, isMonth: isMonth, in: context.documentDate)
  }

  /// The part of the year that a period ends in; `nil` for a year as a whole.
  func current(_ kind: Word, isMonth: Bool = false, in period: Period?) -> Period? {
    guard let period else { return nil }
    if case .year = period { return nil }
    let month = period.lastDay / 100 % 100
    if isMonth { return .month(month, year: period.lastYear) }
    return switch kind {
    case .tertial: .tertial((month - 1) / 4 + 1, year: period.lastYear)
    case .quarter: .quarter((month - 1) / 3 + 1, year: period.lastYear)
    case .halfYear: .half((month - 1) / 6 + 1, year: period.lastYear)
    default: nil
    }
  }

  static func step(_ period: Period, by step: Int) -> Period? {
    let (number, count): (Int, Int)
    switch period {
    case .tertial(let tertial, _): (number, count) = (tertial, 3)
    case .quarter(let quarter, _): (number, count) = (quarter, 4)
    case .half(let half, _): (number, count) = (half, 2)
    case .month(let month, _): (number, count) = (month, 12)
    case .year(let year): return .year(year + step)
    case .day, .span: return nil
    }
    let position = period.firstYear * count + number - 1 + step
    let year = position / count
    switch count {
    case 3: return .tertial(position % count + 1, year: year)
    case 4: return .quarter(position % count + 1, year: year)
    case 2: return .half(position % count + 1, year: year)
    default: return .month(position % count + 1, year: year)
    }
  }

  /// "i fjol", "ifjol", "fjolårets".
  func idiom(at index: Int) -> PeriodHit? {
    let first = code(index - 1) == .within ? index - 1 : index
    return PeriodHit(
      period: context.currentYear.map { .year($0 - 1) },
      first: first,
      end: index + 1,
      rule: .periodRelative
    )
  }

  /// "hittills i år", "hittills under 2015", "hittills".
  func soFar(at index: Int) -> PeriodHit? {
    if code(index + 1) == .within || code(index + 1) == .under, let named = year(at: index + 1) {
      if let item = context.itemPeriod, item.lastYear == named.year, isPart(item) {
        let period = Period.joined(.month(1, year: item.lastYear), item)
        return PeriodHit(period: period, first: index, end: named.end, rule: .periodSoFar)
      }
      return PeriodHit(
        period: named.year.map { .year($0) },
        first: index,
        end: named.end,
        rule: .periodSoFar
      )
    }
    if code(index + 1) == .under, code(index + 2) == .theYear, let year = context.currentYear {
      let period = context.itemPeriod.flatMap {
        isPart($0) ? Period.joined(.month(1, year: year), $0) : nil
      }
      return PeriodHit(
        period: period ?? .year(year),
        first: index,
        end: index + 3,
        rule: .periodSoFar
      )
    }
    guard let item = context.itemPeriod, isPart(item) else { return nil }
    return PeriodHit(period: item, first: index, end: index + 1, rule: .periodSoFar)
  }

  private func isPart(_ period: Period) -> Bool {
    switch period {
    case .tertial, .quarter, .half, .month: true
    case .year, .day, .span: false
    }
  }

  /// "de senaste två åren", "de två senaste åren", "det senaste året", "På två år har …".
  func lastYears(at index: Int) -> PeriodHit? {
    if code(index) == .recent {
      if isYearWord(index + 1), code(index + 1) == .theYear {
        return years(1, first: index, end: index + 2, back: true)
      }
      guard let count = numeral(at: index + 1), count.value <= 30,
        isYearWord(count.end) || code(count.end) == .theYears
      else { return nil }
      return years(count.value, first: index, end: count.end + 1, back: true)
    }
    guard namesYears(behind: index) else { return nil }
    guard let count = numeral(at: index), !count.isArticle, count.value >= 2, count.value <= 30,
      count.value == count.value.rounded()
    else { return nil }
    if code(count.end) == .recent || code(count.end) == .next, code(count.end + 1) == .theYears {
      return years(count.value, first: index, end: count.end + 2, back: code(count.end) == .recent)
    }
    let isOpening =
      code(index - 1) == .upon
      && (token(index - 1).isCapitalized || code(count.end + 1) == .has)
    guard isOpening, code(count.end) == .year, context.currentYear != nil else { return nil }
    return years(count.value, first: index - 1, end: count.end + 1, back: true)
  }

  /// Whether a word for years stands where one must behind a small number: what spares the reading
  /// of most numbers twice.
  private func namesYears(behind index: Int) -> Bool {
    let token = token(index)
    if token.kind == .number, token.count > 2, !hasLeadingZero(index) { return false }
    for behind in (index + 1)...(index + 8) {
      if code(behind) == .theYears || code(behind) == .year { return true }
    }
    return false
  }

  /// So many years that end with this one, or begin after it; without a context, the length only.
  private func years(_ count: Double, first: Int, end: Int, back: Bool) -> PeriodHit {
    var hit = PeriodHit(period: nil, first: first, end: end, rule: .periodLastYears)
    hit.years = count
    guard let year = context.currentYear else { return hit }
    let length = Int(count)
    hit.period =
      back
      ? Period.joined(.year(year - length + 1), .year(year))
      : Period.joined(.year(year + 1), .year(year + length))
    return hit
  }
}
