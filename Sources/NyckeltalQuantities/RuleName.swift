import NyckeltalModel

/// The name of a rule that took part in a reading; it stands in the provenance of a figure.
public enum RuleName: UInt8, Sendable, CaseIterable {
  case digits = 1
  case grouped
  case groupedPoint
  case groupedComma
  case decimalComma
  case decimalPoint
  case word
  case article
  case scale
  case scaleLetter
  case scaleShared
  case half
  case mixed
  case collective
  case minus
  case plusMinus
  case fraction
  case share
  case half50
  case multiple
  case ordinal
  case ordinalDigits
  case qualifierAbout
  case qualifierAlmost
  case qualifierMoreThan
  case qualifierLessThan
  case qualifierAtLeast
  case qualifierAtMost
  case qualifierExact
  case qualifierBehind
  case rangeDash
  case rangeBetween
  case rangeTo
  case changeFromTo
  case changeVerb
  case comparative
  case partOf
  case unitPersons
  case unitHouseholds
  case unitPlaces
  case unitEmployments
  case unitPercent
  case unitPercentagePoints
  case unitMoney
  case unitDuration
  case unitOther
  case unitCompound
  case unitAdjective
  case unitShared
  case unitBefore
  case unitOf
  case unitBehindVerb
  case moneyContext
  case scaleWithoutUnit
  case moneyOre
  case durationCompound
  case age
  case periodYear
  case periodYears
  case periodTertial
  case periodQuarter
  case periodHalf
  case periodMonth
  case periodMonths
  case periodDate
  case periodDates
  case periodSeason
  case periodRelative
  case periodSame
  case periodSoFar
  case periodLastYears
  case periodSince
  case periodDecade
  case periodComparison
  case periodAsOf

  /// The name, `group.rule`.
  public var name: StaticString {
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
public struct RuleList: Sendable, Hashable, RandomAccessCollection {
  /// Their numbers, a byte each, the first lowest.
  private(set) var packed: UInt64 = 0

  /// Makes an empty list.
  public init() {}

  /// Makes a list of rules.
  public init(_ rules: RuleName...) {
    for rule in rules { append(rule) }
  }

  /// The first index.
  public var startIndex: Int { 0 }
  /// The index behind the last rule.
  public var endIndex: Int { (64 - packed.leadingZeroBitCount + 7) / 8 }
  /// The rule at an index.
  public subscript(index: Int) -> RuleName {
    RuleName(rawValue: UInt8(truncatingIfNeeded: packed >> UInt64(index * 8))) ?? .digits
  }

  /// Adds a rule at the end, once; a ninth is left out.
  public mutating func append(_ rule: RuleName) {
    // the bytes that are this rule become zero, and a zero borrows from its own highest bit
    let others = packed ^ UInt64(rule.rawValue) &* 0x0101_0101_0101_0101
    if (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080 != 0 { return }
    let count = endIndex
    if count < 8 { packed |= UInt64(rule.rawValue) << UInt64(count * 8) }
  }

  /// Adds the rules of another list.
  public mutating func append(_ other: RuleList) {
    for rule in other { append(rule) }
  }
}

extension RuleName: CustomStringConvertible {
  /// The name as a string: what provenance and JSON show.
  public var description: String { Self.descriptions[Int(rawValue)] }

  /// The names as strings that exist once.
  private static let descriptions = (0...UInt8.max).map {
    RuleName(rawValue: $0)?.name.description ?? ""
  }

  /// The names as JSON writes them, by number.
  nonisolated(unsafe) static let json: UnsafeBufferPointer<JSONName> = Lexicon.kept(
    (0...UInt8.max).map { JSONName(RuleName(rawValue: $0)?.name ?? "") }
  )
}
