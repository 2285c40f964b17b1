public import NyckeltalModel

/// One line of two years put side by side.
public struct YearComparison: Sendable, Hashable {
  /// What stands in the way of a difference, or must be known with it.
  public enum Remark: Sendable, Hashable {
    /// Only one of the years has a figure.
    case onlyFirst
    /// Only one of the years has a figure.
    case onlySecond
    /// The figures are about parts of the years that are not the same.
    case differentPeriods
    /// The figures are of so different sizes that they count different things.
    case differentMeasures
    /// Both figures are about the same part of their years.
    case samePart
    /// One figure is stated more exactly than the other.
    case differentQualifiers
    /// The earlier year has several figures that are not the same thing.
    case severalInFirst
    /// The later year has several figures that are not the same thing.
    case severalInSecond
  }

  /// What is compared.
  public var line: FollowedLine
  /// What kind of statement is compared.
  public var kind: ObservationKind
  /// What the earlier year has.
  public var first: Fact?
  /// What the later year has.
  public var second: Fact?
  /// What else is stated about the same periods, by others.
  public var others: [Fact]
  /// What must be known.
  public var remarks: [Remark]

  /// Whether a difference can honestly be made.
  public var isComparable: Bool {
    guard let first, let second, kind.isFigure, !remarks.contains(.differentPeriods),
      !remarks.contains(.differentMeasures),
      !remarks.contains(.severalInFirst), !remarks.contains(.severalInSecond)
    else { return false }
    return first.measure?.value != nil && second.measure?.value != nil
      && FigureUnit.areComparable(first.measure?.unit, second.measure?.unit)
      && first.first.direction == second.first.direction
  }

  /// Puts the facts of two years side by side, line by line and kind by kind.
  ///
  /// A fact belongs to the year in which its period ends. Where a year has several facts of a line,
  /// the pair whose periods are alike is taken, else the one for the whole year, else the latest.
  public static func compare(_ facts: [Fact], _ yearA: Int, _ yearB: Int) -> [YearComparison] {
    IndicatorSeries.arrange(facts).flatMap { series in
      var keys: [Key] = []
      var same: [Key: [Fact]] = [:]
      for fact in series.facts where fact.kind != .request {
        let key = Key(fact)
        if same[key] == nil { keys.append(key) }
        same[key, default: []].append(fact)
      }
      return keys.compactMap { key -> YearComparison? in
        let first = (same[key] ?? []).filter { $0.period?.lastYear == yearA }
        let second = (same[key] ?? []).filter { $0.period?.lastYear == yearB }
        if first.isEmpty && second.isEmpty { return nil }
        return YearComparison(line: series.line, kind: key.kind, first, second)
      }
    }
  }

  /// What two facts of a line have in common that can stand in one row.
  private struct Key: Hashable {
    var kind: ObservationKind
    var direction: Direction?
    var unit: FigureUnit?

    init(_ fact: Fact) {
      kind = fact.kind
      direction = fact.kind == .change ? fact.first.direction : nil
      unit = fact.measure?.unit?.family
    }
  }

  private init(
    line: FollowedLine,
    kind: ObservationKind,
    _ candidatesA: [Fact],
    _ candidatesB: [Fact]
  ) {
    self.line = line
    self.kind = kind
    remarks = []
    others = []
    let candidatesA = Self.ranked(candidatesA)
    let candidatesB = Self.ranked(candidatesB)
    for part in candidatesA {
      guard let alike = candidatesB.first(where: { Period.areAlike($0.period, part.period) }) else {
        continue
      }
      // a whole year goes before a part of one, but not what a party says before what is reported
      let isFuller =
        part.period?.isWholeYear == true && first?.period?.isWholeYear != true
        && (first?.isSpoken == true || !part.isSpoken && !alike.isSpoken)
      if first == nil || isFuller { (first, second) = (part, alike) }
    }
    first = first ?? Self.fullest(candidatesA)
    second = second ?? Self.fullest(candidatesB)
    let shown = [first, second].compactMap(\.self)
    let isSeveral = (Self.isSeveral(first, candidatesA), Self.isSeveral(second, candidatesB))
    others = (candidatesA + candidatesB).filter { other in
      shown.contains { fact in
        fact.period == other.period
          && (IndicatorSeries.contradict(fact, other)
            || (isSeveral.0 || isSeveral.1) && fact.id != other.id && !other.isSpoken)
      }
    }
    guard let first, let second else {
      remarks.append(first == nil ? .onlySecond : .onlyFirst)
      return
    }
    if !Period.areAlike(first.period, second.period) {
      remarks.append(.differentPeriods)
    } else if first.period?.isWholeYear == false {
      remarks.append(.samePart)
    }
    if isSeveral.0 { remarks.append(.severalInFirst) }
    if isSeveral.1 { remarks.append(.severalInSecond) }
    if isComparable, !Fact.areOfOneMeasure(first, second) { remarks.append(.differentMeasures) }
    if isComparable, first.measure?.qualifier != second.measure?.qualifier {
      remarks.append(.differentQualifiers)
    }
  }

  /// What the administration reports goes before what is said about it, and a later document
  /// before an earlier one.
  private static func ranked(_ facts: [Fact]) -> [Fact] {
    let reported = Dictionary(grouping: facts.filter { !$0.isSpoken }, by: \.period)
    let clear = Set(reported.values.compactMap { Fact.clear($0)?.id })
    let rank = { (fact: Fact) in
      (fact.isSpoken ? 0 : clear.contains(fact.id) ? 2 : 1, fact.lastDate ?? "")
    }
    return facts.enumerated().sorted { left, right in
      let (one, other) = (rank(left.element), rank(right.element))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// Whether the administration states several things of a period under one name.
  private static func isSeveral(_ fact: Fact?, _ candidates: [Fact]) -> Bool {
    guard let fact, !fact.isSpoken, fact.kind.isFigure else { return false }
    return Fact.clear(candidates.filter { !$0.isSpoken && $0.period == fact.period }) == nil
  }

  private static func fullest(_ facts: [Fact]) -> Fact? {
    facts.first { $0.period?.isWholeYear == true } ?? facts.first
  }
}

extension Period {
  /// Whether it is a calendar year.
  var isWholeYear: Bool {
    if case .year = self { return true }
    return false
  }

  /// Whether two periods are the same part of their years: January to August, whatever it is called.
  static func areAlike(_ left: Period?, _ right: Period?) -> Bool {
    guard let left, let right else { return false }
    return left.firstDay % 10_000 == right.firstDay % 10_000
      && left.lastYear - left.firstYear == right.lastYear - right.firstYear
      && left.lastDayOfAnyYear == right.lastDayOfAnyYear
  }

  /// The month and day that it ends on, the last of February in a leap year as in others.
  private var lastDayOfAnyYear: Int {
    let day = lastDay % 10_000
    if day == 229 { return 228 }
    return day
  }
}
