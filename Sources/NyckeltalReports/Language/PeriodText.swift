import NyckeltalModel

/// Writes periods in words.
struct PeriodText: Sendable {
  var language: ReportLanguage

  /// The period as a reader says it: "tertial 1 2015", "2018–2019", "30 april 2015".
  func words(_ period: Period) -> String {
    switch period {
    case .year(let year): return String(year)
    case .half(let half, let year): return language.phrases.half(half, year)
    case .tertial(let tertial, let year): return "tertial \(tertial) \(year)"
    case .quarter(let quarter, let year): return language.phrases.quarter(quarter, year)
    case .month(let month, let year): return "\(monthName(month)) \(year)"
    case .day(let day, let month, let year): return "\(day) \(monthName(month)) \(year)"
    case .span(.year(let from), .year(let to)): return "\(from)–\(to)"
    case .span(.month(let from, let first), .month(let to, let last)) where first == last:
      return "\(monthName(from))–\(monthName(to)) \(last)"
    case .span(let from, let to): return "\(words(from)) – \(words(to))"
    }
  }

  /// The period in few characters, for columns: "T1 2015", "2018–2019".
  func short(_ period: Period) -> String {
    switch period {
    case .half(let half, let year): return "H\(half) \(year)"
    case .tertial(let tertial, let year): return "T\(tertial) \(year)"
    case .quarter(let quarter, let year):
      return "\(language.phrases.quarterLetter)\(quarter) \(year)"
    case .year: return words(period)
    case .month(let month, let year): return "\(shortName(month)) \(year)"
    case .day(let day, let month, let year): return "\(day) \(shortName(month)) \(year)"
    case .span(.year(let from), .year(let to)): return "\(from)–\(to)"
    case .span(.month(let from, let first), .month(let to, let last)) where first == last:
      return "\(shortName(from))–\(shortName(to)) \(last)"
    case .span(let from, let to): return "\(short(from))–\(short(to))"
    }
  }

  /// The months that a tertial spans: "januari–april".
  func months(ofTertial tertial: Int) -> String {
    "\(monthName(tertial * 4 - 3))–\(monthName(tertial * 4))"
  }

  private func shortName(_ month: Int) -> String { String(monthName(month).prefix(3)) }

  private func monthName(_ month: Int) -> String {
    let names = language.phrases.months
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}
