public import NyckeltalModel

/// What is followed up as one line: an indicator, for everyone or for one group.
///
/// A figure without an indicator is a line of its own, named by its first statement.
public struct FollowedLine: Sendable, Hashable {
  /// The indicator's id.
  public var indicator: String?
  /// The field it belongs to.
  public var topic: Topic
  /// The population; `nil` for everyone.
  public var group: String?
  /// The id of the only fact, where there is no indicator.
  public var fact: String?

  /// The line that a fact belongs to.
  public init(_ fact: Fact) {
    indicator = fact.indicator
    topic = fact.topic
    group = fact.group?.lowercased()
    self.fact = fact.indicator == nil ? fact.id : nil
  }
}

/// The facts of one line, period by period.
public struct IndicatorSeries: Sendable, Hashable {
  /// What the facts are about.
  public var line: FollowedLine
  /// The facts, earlier periods first, those without a period last.
  public var facts: [Fact]

  /// Arranges facts into series, in the order of the first fact of each.
  public static func arrange(_ facts: [Fact]) -> [IndicatorSeries] {
    var order: [FollowedLine] = []
    var lines: [FollowedLine: [Fact]] = [:]
    for fact in facts {
      let line = FollowedLine(fact)
      if lines[line] == nil { order.append(line) }
      lines[line, default: []].append(fact)
    }
    return order.map { line in
      IndicatorSeries(line: line, facts: (lines[line] ?? []).sorted(by: Self.earlier))
    }
  }

  private static func earlier(_ left: Fact, _ right: Fact) -> Bool {
    switch (left.period, right.period) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _): false
    }
  }

  /// The facts of one kind.
  public func facts(_ kind: ObservationKind) -> [Fact] { facts.filter { $0.kind == kind } }

  /// Facts of the same kind and period that cannot all be true, stated by different sides.
  ///
  /// Two figures of the administration in one document are about different things, whatever they
  /// are called; a later target or judgement replaces an earlier one.
  public var conflicts: [[Fact]] {
    guard line.indicator != nil else { return [] }
    var groups: [[Fact]] = []
    for fact in facts where fact.period != nil && (fact.kind.isFigure || fact.kind == .assessment) {
      let index = groups.firstIndex { group in
        group[0].kind == fact.kind && group[0].period == fact.period
          && group[0].first.direction == fact.first.direction
          && group[0].measure?.unit == fact.measure?.unit
      }
      if let index { groups[index].append(fact) } else { groups.append([fact]) }
    }
    return groups.compactMap { group in
      let contested = group.filter { fact in group.contains { Self.contradict(fact, $0) } }
      return contested.isEmpty ? nil : contested
    }
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
    return one.upper < other.lower || other.upper < one.lower
  }
}
