import NyckeltalModel

extension Fact {
  /// Whether its own words and its indicator bear out what it is read as.
  ///
  /// What does not is no headline, however sure the reading is: a share of an index, an amount of
  /// nothing, a figure whose year stands right after it and is another one.
  func isConsistent(_ indicator: Indicator?) -> Bool {
    guard kind != .change, let unit = measure?.unit else { return true }
    if first.isImported || isHandMade { return true }
    if let usual = indicator?.unit, !Self.canBe(unit, of: usual) { return false }
    if unit == .sek, measure?.value == 0, !isDeviation { return false }
    return !statements.contains {
      DoubtfulWords.deny($0) || $0.isOfAnotherYear || $0.isApproached
    }
  }

  /// Whether figures in a unit can be of an indicator that is counted in another: a count has shares
  /// of it too, an index or an amount has none.
  private static func canBe(_ unit: FigureUnit, of usual: FigureUnit) -> Bool {
    if unit.family == usual.family { return true }
    switch usual {
    case .other, .percent, .percentagePoints: return unit != .sek && usual != .other
    case .sek: return unit == .percent
    case .persons, .households, .places, .employments: return unit == .percent || unit == .other
    case .years, .months, .days: return [.years, .months, .days].contains(unit)
    }
  }

  /// Whether it may well be below zero: what is left of a budget, not what something costs.
  var isDeviation: Bool { indicator?.hasSuffix("avvikelse") ?? false }

  /// Whether a change from one figure to the other can be told: costs with a minus sign are no
  /// opposite of costs without, and what is many times as much counts something else.
  static func areOfOneMeasure(_ left: Fact, _ right: Fact) -> Bool {
    guard let one = left.measure?.value, let other = right.measure?.value, left.kind == .outcome
    else { return true }
    if left.isDeviation { return true }
    if one < 0 && other > 0 || one > 0 && other < 0 { return false }
    let (small, large) = (min(one.magnitude, other.magnitude), max(one.magnitude, other.magnitude))
    return large < 20 || large <= 3 * small
  }
}

extension Observation {
  /// Whether the year that stands right after the figure is not the one that it is filed under.
  ///
  ///     från 60,6 procent 2015 till 56,9 procent i år
  var isOfAnotherYear: Bool {
    guard let period, value != nil, Self.hasYear(source.quote), let figure = FigureWords(self),
      let start = figure.start
    else { return false }
    var rest = figure.words[(start + 1)...].prefix(4)
    while let unit = rest.first, Self.unitWords.contains(unit) { rest = rest.dropFirst() }
    if let word = rest.first, word == "år" || word == "under" { rest = rest.dropFirst() }
    guard let word = rest.first, word.utf8.count == 4, let year = Int(word),
      (1990...2060).contains(year)
    else { return false }
    // "av dem 2015 personer": a number that is followed by what it counts is no year.
    return !(period.firstYear...max(period.firstYear, period.lastYear)).contains(year)
  }

  /// Whether the words say only that something comes near the figure.
  ///
  ///     Sjukfrånvaron närmar sig 7 procent
  var isApproached: Bool {
    guard value != nil, source.quote.contains("närma"), let figure = FigureWords(self),
      let start = figure.start
    else { return false }
    return figure.words[..<start].suffix(3).contains { $0.hasPrefix("närma") }
  }

  private static let unitWords: Set<String> = [
    "procent", "personer", "platser", "hushåll", "ungdomar", "miljoner", "kronor", "mkr", "mnkr",
    "tkr", "kkr", "kr", "msek",
  ]

  /// Whether a quote has "19" or "20" in it, as years begin.
  private static func hasYear(_ quote: String) -> Bool {
    var before: UInt8 = 0
    for byte in quote.utf8 {
      if before == 0x32 && byte == 0x30 || before == 0x31 && byte == 0x39 { return true }
      before = byte
    }
    return false
  }
}
