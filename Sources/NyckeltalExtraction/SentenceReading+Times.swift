import NyckeltalModel
import NyckeltalQuantities

/// Times that a sentence tells by other words than a date.
extension SentenceReading {
  /// "ungdomar födda 2006–2008" tells a group, not a time.
  mutating func dropBirthYears() {
    var kept = 0
    for index in quantities.indices {
      if quantities[index].form == .period {
        let place = token(at: quantities[index].range.lowerBound)
        if Self.isBehindBirth(place, tokens) { continue }
      }
      if kept < index { quantities[kept] = quantities[index] }
      kept += 1
    }
    if kept < quantities.count { quantities.removeLast(quantities.count - kept) }
  }

  /// "födda 2004", "födda 2004, 2005 och 2006".
  private static func isBehindBirth(_ place: Int, _ tokens: TokenBuffer) -> Bool {
    var before = place - 1
    while before > 0, joins(tokens[before]) || tokens[before].count == 4 && isNumber(tokens[before])
    {
      before -= 1
    }
    return (max(0, before - 1)..<min(before + 1, place)).contains {
      born.contains(tokens[$0].hash)
    }
  }

  private static func isNumber(_ token: Token) -> Bool { token.kind == .number }

  /// Whether a token stands between the years of a list.
  private static func joins(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.hash == 0x2C || token.hash == 0x2D || token.hash == 0x2013)
      || between.contains(token.hash)
  }

  private static let between = WordSet(["och", "eller", "till"])

  /// "för två år sedan" is a time: that many years before the text's own; "ett år tidigare" is so
  /// many before the time that was named.
  mutating func readYearsAgo(_ context: PeriodContext) {
    let known = context.itemPeriod ?? context.documentDate ?? context.previous
    for index in quantities.indices where quantities[index].unit == .years {
      let range = quantities[index].range
      let first = token(at: range.lowerBound)
      let last = token(at: range.upperBound - 1)
      guard last + 1 < tokens.count, let years = quantities[index].value, years >= 1, years < 100
      else { continue }
      let next = tokens[last + 1].hash
      var period: Period?
      if next == Self.since, first > 0, tokens[first - 1].hash == Self.before {
        period = known.map { .year($0.lastYear - Int(years)) }
      } else if Self.earlier.contains(next) {
        let named = quantities[..<index].last { $0.form == .period && $0.period != nil }?.period
        let base = named ?? context.previous ?? known.map { .year($0.lastYear) }
        period = base?.moved(byYears: -Int(years))
      }
      guard let period else { continue }
      quantities[index].form = .period
      quantities[index].unit = nil
      quantities[index].value = nil
      quantities[index].period = period
      quantities[index].change = .from
      quantities[index].rules.append(.periodRelative)
    }
  }

  /// Whether a period is one before another: "för ett år sedan", "två år tidigare".
  func isYearsAgo(_ index: Int) -> Bool {
    quantities[index].form == .period && quantities[index].change == .from
  }

  /// "sedan jobbtorgen startade 2008" is the time from then until now.
  mutating func readBeginnings(_ context: PeriodContext) {
    guard let now = context.itemPeriod?.lastYear ?? context.documentDate?.lastYear else { return }
    for index in quantities.indices {
      guard case .year(let year) = quantities[index].period, year < now,
        quantities[index].periodRole == .stated
      else { continue }
      let at = token(at: quantities[index].range.lowerBound)
      guard at >= 2, Self.begins.contains(tokens[at - 1].hash),
        (max(0, at - 5)..<at).contains(where: { tokens[$0].hash == Self.since })
      else { continue }
      quantities[index].period = .span(from: .year(year), to: .year(now))
      quantities[index].periodRole = .start
    }
  }

  /// "I december var 2 480 utan arbete", read in February: what was is not ahead of the document.
  mutating func settlePast(_ context: PeriodContext) {
    guard let today = context.documentDate, case .day = today, !has(.forecast), !has(.plans) else {
      return
    }
    for index in quantities.indices {
      guard let period = quantities[index].period, quantities[index].form == .period,
        period.firstDay > today.lastDay, period.firstYear == today.lastYear,
        !namesYear(quantities[index].range),
        tokens.contains(where: { Self.pasts.contains($0.hash) })
      else { continue }
      quantities[index].period = period.moved(byYears: -1)
    }
  }

  private func namesYear(_ range: Range<Int>) -> Bool {
    let first = token(at: range.lowerBound)
    return (first...max(first, token(at: range.upperBound - 1))).contains {
      tokens[$0].kind == .number && tokens[$0].count == 4
    }
  }

  /// Verbs in the past tense, by which minutes tell what was.
  private static let pasts = WordSet([
    "var", "hade", "blev", "fanns", "uppgick", "fick", "gick", "kom", "låg", "sjönk", "steg",
    "deltog", "sökte", "stod", "minskade", "ökade", "började", "avslutades", "inleddes", "saknade",
    "arbetade", "studerade", "erbjöds", "anställdes", "genomfördes", "motsvarade", "redovisade",
  ])

  private static let begins = WordSet([
    "startade", "startades", "starten", "start", "började", "infördes", "bildades", "öppnade",
    "öppnades", "invigdes",
  ])
  private static let before = WordHash("för").value
  private static let earlier = WordSet(["tidigare", "innan", "dessförinnan"])
  private static let since = WordHash("sedan").value
  private static let born = WordSet([
    "född", "födda", "födelseår", "årskull", "födelseåren",
  ])
}
