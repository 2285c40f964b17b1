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
  /// Whose figures they are, where those of several bodies stand beside each other.
  public var body: String?
  /// The id of the only fact, where there is no indicator.
  public var fact: String?

  /// The line that a fact belongs to.
  public init(_ fact: Fact) {
    indicator = fact.indicator
    topic = fact.topic
    group = PopulationGroup.key(fact.group, topic: fact.topic)
    body = fact.body
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
}
