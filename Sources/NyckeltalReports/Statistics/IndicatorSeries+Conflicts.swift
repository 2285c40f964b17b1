import NyckeltalModel

extension IndicatorSeries {
  /// Facts of the same kind and period that cannot all be true, stated by different sides.
  ///
  /// Two figures of one side in one document are about different things, whatever they are called
  /// (a total and its parts), so they contradict nobody; a later target or judgement replaces an
  /// earlier one. What somebody proposes or aims at contradicts nobody either.
  public var conflicts: [[Fact]] { conflicts(parts: []) }

  func conflicts(parts: Set<String>) -> [[Fact]] {
    guard line.indicator != nil else { return [] }
    var order: [ConflictKey] = []
    var groups: [ConflictKey: [Fact]] = [:]
    for fact in facts where fact.period != nil && fact.canConflict && !parts.contains(fact.id) {
      let key = ConflictKey(fact)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fact)
    }
    return order.compactMap { key in
      let group = groups[key] ?? []
      guard group.count > 1 else { return nil }
      // What was stated in the middle of the period is not held against what came of it.
      let final = group.filter { !$0.isPreliminary }
      let clear = Self.withoutParts(Self.withoutTurnsOfPhrase(final.isEmpty ? group : final))
      let rivals = Self.extremes(clear)
      let contested = Self.withoutTurnsOfPhrase(
        clear.filter { fact in rivals.contains { Self.contradict(fact, $0) } }
      )
      guard contested.count > 1 else { return nil }
      return contested
    }
  }

  /// Without parts and shares in a turn of phrase, where there are not so many that it takes long.
  private static func withoutTurnsOfPhrase(_ facts: [Fact]) -> [Fact] {
    guard facts.count <= Fact.most else { return facts }
    return facts.filter { !$0.isStatedAsPart && !$0.isRoughShare }
  }

  /// What facts must have in common to be held against each other.
  private struct ConflictKey: Hashable {
    var kind: ObservationKind
    var period: Period?
    var comparedWith: Period?
    var direction: Direction?
    var unit: FigureUnit?

    init(_ fact: Fact) {
      comparedWith = fact.kind == .change ? fact.first.comparedWith : nil
      kind = fact.kind
      period = fact.period
      direction = fact.first.direction
      unit = fact.measure?.unit?.family
    }
  }

  /// Who says something, and in which document.
  private struct Side: Hashable {
    var document: String
    var parties: [String]

    init(_ observation: Observation) {
      document = observation.source.document
      parties =
        observation.isSpoken
        ? ["–"] + observation.source.speakers.map { $0.party ?? $0.name } : []
    }
  }

  /// Leaves out the facts of a side that states several that differ.
  private static func withoutParts(_ facts: [Fact]) -> [Fact] {
    var bounds: [Side: FigureBounds] = [:]
    var assessments: [Side: Assessment] = [:]
    var mixed: Set<Side> = []
    for fact in facts {
      let own = fact.measure.flatMap(FigureBounds.init)
      for side in Set(fact.statements.map(Side.init)) {
        if let own {
          var common = bounds[side] ?? own
          common.lower = max(common.lower, own.lower)
          common.upper = min(common.upper, own.upper)
          bounds[side] = common
          if common.lower > common.upper { mixed.insert(side) }
        } else if let assessment = fact.first.assessment {
          if assessments[side, default: assessment] != assessment { mixed.insert(side) }
          assessments[side] = assessment
        }
      }
    }
    return facts.filter { fact in !fact.statements.contains { mixed.contains(Side($0)) } }
  }

  /// The facts that others contradict if they contradict any: the highest and the lowest.
  ///
  /// All of them, unless there are very many; so that the work grows with their number, not with
  /// its square.
  private static func extremes(_ facts: [Fact]) -> [Fact] {
    let enough = 64
    guard facts.count > enough else { return facts }
    let bounded = facts.compactMap { fact in
      fact.measure.flatMap(FigureBounds.init).map { (fact, $0) }
    }
    let highest = bounded.sorted { $0.1.lower > $1.1.lower }.prefix(enough / 2)
    let lowest = bounded.sorted { $0.1.upper < $1.1.upper }.prefix(enough / 2)
    return (highest + lowest).map(\.0)
  }

  /// Whether two facts of the same kind and period, from different sides, cannot both be true.
  static func contradict(_ left: Fact, _ right: Fact) -> Bool {
    guard left.id != right.id, FigureUnit.areComparable(left.measure?.unit, right.measure?.unit)
    else { return false }
    let areOtherSides =
      left.isSpoken != right.isSpoken
      || left.isSpoken && Set(left.speakers).isDisjoint(with: right.speakers)
    let areOtherReports =
      left.kind == .outcome && !left.isSpoken && !right.isSpoken
      && left.first.source.document != right.first.source.document
    guard areOtherSides || areOtherReports else { return false }
    guard let one = left.measure.flatMap(FigureBounds.init),
      let other = right.measure.flatMap(FigureBounds.init)
    else { return left.first.assessment != right.first.assessment }
    return (one.upper < other.lower || other.upper < one.lower) && areOfOneSize(left, right)
  }

  /// Whether two figures are so near each other that they can be about the same thing.
  ///
  /// What is many times as much is another thing with the same name: a grant and a cost per place.
  private static func areOfOneSize(_ left: Fact, _ right: Fact) -> Bool {
    guard let one = left.measure?.value ?? left.measure?.lower ?? left.measure?.upper,
      let other = right.measure?.value ?? right.measure?.lower ?? right.measure?.upper
    else { return true }
    if one == 0 || other == 0 || one < 0 && other > 0 || one > 0 && other < 0 { return true }
    return max(one.magnitude, other.magnitude) <= 3 * min(one.magnitude, other.magnitude)
  }
}

extension Fact {
  /// Whether it states how something is, was, changed or will become.
  fileprivate var canConflict: Bool {
    switch kind {
    case .outcome, .change, .forecast: true
    // What others say of a judgement is seldom a judgement of their own.
    case .assessment: !isSpoken
    case .target, .budget, .trend, .request: false
    }
  }
}
