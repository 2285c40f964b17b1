import NyckeltalModel

/// The name of a rule that took part in a reading; it stands in the provenance of a figure.
package enum RuleName: UInt8, Sendable, CaseIterable {
  /// Written in digits.
  case digits = 1
  /// Digits in groups of three, "15 900".
  case grouped
  /// Digits grouped by points, "15.900".
  case groupedPoint
  /// Digits grouped by commas, "15,900 personer".
  case groupedComma
  /// With a decimal comma, "60,6".
  case decimalComma
  /// With a decimal point, "2.5 %".
  case decimalPoint
  /// Spelled out, "tio".
  case word
  /// An article before a unit, "en vecka".
  case article
  /// With tusen, miljoner or miljarder.
  case scale
  /// With a letter for thousands or millions, "100K".
  case scaleLetter
  /// A scale that two numbers share, "två till tre miljoner".
  case scaleShared
  /// With a half, "en halv miljon".
  case half
  /// A number and a fraction, "två och en halv".
  case mixed
  /// A word for a round number, about so many, "ett hundratal".
  case collective
  /// Below zero.
  case minus
  /// With ±.
  case plusMinus
  /// Parts of a whole, "en tredjedel", read as percent.
  case fraction
  /// So many of so many, "åtta av tio", read as percent.
  case share
  /// "hälften", 50 percent.
  case half50
  /// So many times, "fördubblats".
  case multiple
  /// A place in an order, in words.
  case ordinal
  /// A place in an order, in digits.
  case ordinalDigits
  /// Ca, cirka, omkring, ungefär.
  case qualifierAbout
  /// Nästan, närmare, knappt.
  case qualifierAlmost
  /// Över, drygt, mer än.
  case qualifierMoreThan
  /// Under, färre än.
  case qualifierLessThan
  /// Minst.
  case qualifierAtLeast
  /// Högst, max, upp till.
  case qualifierAtMost
  /// Exakt, precis.
  case qualifierExact
  /// The qualifier stands behind the figure, "eller fler".
  case qualifierBehind
  /// A range with a dash, "115-120".
  case rangeDash
  /// A range with "mellan … och".
  case rangeBetween
  /// A range with "till".
  case rangeTo
  /// One end of "från … till".
  case changeFromTo
  /// A verb of change before the figure, "minskat med".
  case changeVerb
  /// A comparative behind it, "944 färre".
  case comparative
  /// Part of a figure before it, "varav".
  case partOf
  /// A word for people behind the number.
  case unitPersons
  /// A word for households.
  case unitHouseholds
  /// A word for places.
  case unitPlaces
  /// A word for employments.
  case unitEmployments
  /// Percent.
  case unitPercent
  /// Percentage points.
  case unitPercentagePoints
  /// Kronor in some scale.
  case unitMoney
  /// A length of time.
  case unitDuration
  /// Another word that is counted.
  case unitOther
  /// The unit is the last part of a compound.
  case unitCompound
  /// Adjectives stand between the number and its unit.
  case unitAdjective
  /// A unit that several numbers share, "360 respektive 510".
  case unitShared
  /// The unit stands before the number.
  case unitBefore
  /// The unit stands behind "av".
  case unitOf
  /// A verb stands between the number and its unit.
  case unitBehindVerb
  /// Millions near words for money are kronor.
  case moneyContext
  /// Millions of something that is not named.
  case scaleWithoutUnit
  /// Öre.
  case moneyOre
  /// Years and months together.
  case durationCompound
  /// A range of ages.
  case age
  /// A year.
  case periodYear
  /// A span of years.
  case periodYears
  /// A tertial.
  case periodTertial
  /// A quarter.
  case periodQuarter
  /// A half-year.
  case periodHalf
  /// A month.
  case periodMonth
  /// A span of months.
  case periodMonths
  /// A date.
  case periodDate
  /// A span of dates.
  case periodDates
  /// A season.
  case periodSeason
  /// Relative to the document, "föregående år".
  case periodRelative
  /// The same part of another year, "samma period 2014".
  case periodSame
  /// "hittills i år".
  case periodSoFar
  /// "de senaste två åren".
  case periodLastYears
  /// "sedan starten 2008".
  case periodSince
  /// A decade.
  case periodDecade
  /// The figure is of the time that is compared with.
  case periodComparison
  /// As of a day, "per den 31 augusti".
  case periodAsOf

  /// The name, `group.rule`.
  package var name: StaticString {
    switch self {
    case .digits: "number.digits"
    case .grouped: "number.grouped"
    case .groupedPoint: "number.grouped-point"
    case .groupedComma: "number.grouped-comma"
    case .decimalComma: "number.decimal-comma"
    case .decimalPoint: "number.decimal-point"
    case .word: "number.word"
    case .article: "number.article"
    case .scale: "number.scale"
    case .scaleLetter: "number.scale-letter"
    case .scaleShared: "number.scale-shared"
    case .half: "number.half"
    case .mixed: "number.mixed"
    case .collective: "number.collective"
    case .minus: "sign.minus"
    case .plusMinus: "sign.plus-minus"
    case .fraction: "fraction.parts"
    case .share: "fraction.share"
    case .half50: "fraction.half"
    case .multiple: "multiple.word"
    case .ordinal: "ordinal.word"
    case .ordinalDigits: "ordinal.digits"
    case .qualifierAbout: "qualifier.about"
    case .qualifierAlmost: "qualifier.almost"
    case .qualifierMoreThan: "qualifier.more-than"
    case .qualifierLessThan: "qualifier.less-than"
    case .qualifierAtLeast: "qualifier.at-least"
    case .qualifierAtMost: "qualifier.at-most"
    case .qualifierExact: "qualifier.exact"
    case .qualifierBehind: "qualifier.behind"
    case .rangeDash: "range.dash"
    case .rangeBetween: "range.between"
    case .rangeTo: "range.to"
    case .changeFromTo: "change.from-to"
    case .changeVerb: "change.verb"
    case .comparative: "change.comparative"
    case .partOf: "part.of"
    case .unitPersons: "unit.persons"
    case .unitHouseholds: "unit.households"
    case .unitPlaces: "unit.places"
    case .unitEmployments: "unit.employments"
    case .unitPercent: "unit.percent"
    case .unitPercentagePoints: "unit.percentage-points"
    case .unitMoney: "unit.money"
    case .unitDuration: "unit.duration"
    case .unitOther: "unit.other"
    case .unitCompound: "unit.compound"
    case .unitAdjective: "unit.adjective"
    case .unitShared: "unit.shared"
    case .unitBefore: "unit.before"
    case .unitOf: "unit.of"
    case .unitBehindVerb: "unit.behind-verb"
    case .moneyContext: "money.context"
    case .scaleWithoutUnit: "money.scale-without-unit"
    case .moneyOre: "money.ore"
    case .durationCompound: "duration.compound"
    case .age: "age.range"
    case .periodYear: "period.year"
    case .periodYears: "period.years"
    case .periodTertial: "period.tertial"
    case .periodQuarter: "period.quarter"
    case .periodHalf: "period.half"
    case .periodMonth: "period.month"
    case .periodMonths: "period.months"
    case .periodDate: "period.date"
    case .periodDates: "period.dates"
    case .periodSeason: "period.season"
    case .periodRelative: "period.relative"
    case .periodSame: "period.same"
    case .periodSoFar: "period.so-far"
    case .periodLastYears: "period.last-years"
    case .periodSince: "period.since"
    case .periodDecade: "period.decade"
    case .periodComparison: "period.comparison"
    case .periodAsOf: "period.as-of"
    }
  }
}

/// Up to eight rule names in the order in which they were applied, without memory of their own.
package struct RuleList: Sendable, Hashable, RandomAccessCollection {
  /// Their numbers, a byte each, the first lowest.
  private(set) var packed: UInt64 = 0

  /// Makes an empty list.
  package init() {}

  /// Makes a list of rules.
  package init(_ rules: RuleName...) {
    for rule in rules { append(rule) }
  }

  /// The first index.
  package var startIndex: Int { 0 }
  /// The index behind the last rule.
  package var endIndex: Int { (64 - packed.leadingZeroBitCount + 7) / 8 }
  /// The rule at an index.
  package subscript(index: Int) -> RuleName {
    RuleName(rawValue: UInt8(truncatingIfNeeded: packed >> UInt64(index * 8))) ?? .digits
  }

  /// Adds a rule at the end, once; a ninth is left out.
  package mutating func append(_ rule: RuleName) {
    // the bytes that are this rule become zero, and a zero borrows from its own highest bit
    let others = packed ^ UInt64(rule.rawValue) &* 0x0101_0101_0101_0101
    if (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080 != 0 { return }
    let count = endIndex
    if count < 8 { packed |= UInt64(rule.rawValue) << UInt64(count * 8) }
  }

  /// Adds the rules of another list.
  package mutating func append(_ other: RuleList) {
    for rule in other { append(rule) }
  }
}

extension RuleName: CustomStringConvertible {
  /// The name as a string: what provenance and JSON show.
  package var description: String { Self.descriptions[Int(rawValue)] }

  /// The names as strings that exist once.
  private static let descriptions = (0...UInt8.max).map {
    RuleName(rawValue: $0)?.name.description ?? ""
  }

  /// The names as JSON writes them, by number.
  nonisolated(unsafe) static let json: UnsafeBufferPointer<JSONName> = Lexicon.kept(
    (0...UInt8.max).map { JSONName(RuleName(rawValue: $0)?.name ?? "") }
  )
}
