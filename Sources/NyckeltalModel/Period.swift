/// A period of time in a municipality's calendar, from a day to a span of years.
///
/// Its notation is the contract's: `2015`, `2015-T1`, `2015-Q2`, `2015-H1`, `2015-04`,
/// `2015-04-30`, and `2018/2019` for a span from one to the other.
public enum Period: Sendable, Hashable {
  /// A calendar year.
  case year(Int)
  /// A half-year, 1 or 2.
  case half(Int, year: Int)
  /// A tertial, 1 to 3: January–April, May–August, September–December.
  case tertial(Int, year: Int)
  /// A quarter, 1 to 4.
  case quarter(Int, year: Int)
  /// A month, 1 to 12.
  case month(Int, year: Int)
  /// A day.
  case day(Int, month: Int, year: Int)
  /// From the beginning of one period to the end of another.
  indirect case span(from: Period, to: Period)
}

extension Period {
  /// The first day as `yyyymmdd`, a number that orders days.
  public var firstDay: Int {
    switch self {
    case .year(let year): year * 10_000 + 101
    case .half(let half, let year): year * 10_000 + (half * 6 - 5) * 100 + 1
    case .tertial(let tertial, let year): year * 10_000 + (tertial * 4 - 3) * 100 + 1
    case .quarter(let quarter, let year): year * 10_000 + (quarter * 3 - 2) * 100 + 1
    case .month(let month, let year): year * 10_000 + month * 100 + 1
    case .day(let day, let month, let year): year * 10_000 + month * 100 + day
    case .span(let from, _): from.firstDay
    }
  }

  /// The last day as `yyyymmdd`.
  public var lastDay: Int {
    switch self {
    case .year(let year): year * 10_000 + 1231
    case .half(let half, let year): Self.end(ofMonth: half * 6, year: year)
    case .tertial(let tertial, let year): Self.end(ofMonth: tertial * 4, year: year)
    case .quarter(let quarter, let year): Self.end(ofMonth: quarter * 3, year: year)
    case .month(let month, let year): Self.end(ofMonth: month, year: year)
    case .day: firstDay
    case .span(_, let to): to.lastDay
    }
  }

  /// The year in which the period ends.
  public var lastYear: Int { lastDay / 10_000 }

  /// The year in which the period begins.
  public var firstYear: Int { firstDay / 10_000 }

  /// The same part of a year so many years later, or earlier where negative.
  public func moved(byYears years: Int) -> Period {
    switch self {
    case .year(let year): .year(year + years)
    case .half(let half, let year): .half(half, year: year + years)
    case .tertial(let tertial, let year): .tertial(tertial, year: year + years)
    case .quarter(let quarter, let year): .quarter(quarter, year: year + years)
    case .month(let month, let year): .month(month, year: year + years)
    case .day(let day, let month, let year):
      .day(
        min(day, Self.days(inMonth: month, year: year + years)),
        month: month,
        year: year + years
      )
    case .span(let from, let to):
      .span(from: from.moved(byYears: years), to: to.moved(byYears: years))
    }
  }

  /// Whether all of the other period lies in this one.
  public func contains(_ other: Period) -> Bool {
    firstDay <= other.firstDay && other.lastDay <= lastDay
  }

  /// The number of days of a month, Gregorian.
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func end(ofMonth month: Int, year: Int) -> Int {
    year * 10_000 + month * 100 + days(inMonth: month, year: year)
  }
}

extension Period: Comparable {
  /// Orders by first day, the longer period first among those that begin together.
  public static func < (left: Period, right: Period) -> Bool {
    (left.firstDay, right.lastDay) < (right.firstDay, left.lastDay)
  }
}
