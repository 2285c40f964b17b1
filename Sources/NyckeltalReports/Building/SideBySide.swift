import NyckeltalModel

/// What stands beside each other in a comparison of several: years, or committees.
public enum SideBySide: Sendable, Hashable {
  /// Three years or more, in order.
  case years([Int])
  /// Committees or municipalities, by their names or parts of them, in a year or at any time.
  case bodies([String], year: Int?)

  /// How many there are.
  var count: Int {
    switch self {
    case .years(let years): years.count
    case .bodies(let bodies, _): bodies.count
    }
  }

  /// What each is called.
  var titles: [String] {
    switch self {
    case .years(let years): years.map(String.init)
    case .bodies(let bodies, _): bodies
    }
  }

  /// The side that a fact belongs to; `nil` for none.
  func side(of fact: Fact) -> Int? {
    guard let period = fact.period else { return nil }
    switch self {
    case .years(let years): return years.firstIndex(of: period.lastYear)
    case .bodies(let bodies, let year):
      guard year == nil || year == period.lastYear, let own = fact.body else { return nil }
      return Self.place(of: own, among: bodies)
    }
  }

  /// Whether an observation belongs to one of the sides.
  func includes(_ observation: Observation) -> Bool {
    guard let period = observation.period else { return false }
    switch self {
    case .years(let years): return years.contains(period.lastYear)
    case .bodies(let bodies, let year):
      guard year == nil || year == period.lastYear, let own = observation.body else { return false }
      return Self.place(of: own, among: bodies) != nil
    }
  }

  private static func place(of body: String, among names: [String]) -> Int? {
    let body = body.lowercased()
    return names.firstIndex { body == $0.lowercased() }
      ?? names.firstIndex { body.contains($0.lowercased()) }
  }
}

/// A line of a comparison of several: what each side has that can stand beside the others.
struct SideRow {
  var line: FollowedLine
  var kind: ObservationKind
  /// The facts, one a side; `nil` where a side has none of the same part of the year.
  var facts: [Fact?]
  /// The part of the year that they are about, as the first of them says it.
  var period: Period?
  /// Sides that have several figures, none of which stands for the whole.
  var several: [Int]
  /// Sides that have only figures of other parts of their years.
  var otherParts: [Int]

  /// How many sides have a figure.
  var filled: Int { facts.count { $0 != nil } }

  /// The first and the last figure, where a change from one to the other can be told.
  var ends: (first: Fact, last: Fact)? {
    guard let first = facts.first.flatMap(\.self), let last = facts.last.flatMap(\.self),
      kind.isFigure, first.measure?.value != nil, last.measure?.value != nil,
      Fact.areOfOneMeasure(first, last)
    else { return nil }
    return (first, last)
  }

  /// Puts the body's own figures of several sides beside each other.
  static func rows(_ facts: [Fact], _ sides: SideBySide) -> [SideRow] {
    var order: [Key] = []
    var groups: [Key: [(side: Int, fact: Fact)]] = [:]
    for fact in facts where fact.kind.isFigure && fact.kind != .change && fact.isOwn {
      guard fact.indicator != nil, fact.measure != nil, let side = sides.side(of: fact) else {
        continue
      }
      let key = Key(fact)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append((side, fact))
    }
    return order.compactMap { key in
      SideRow(key, groups[key] ?? [], count: sides.count, areYears: sides.areYears)
    }
  }

  private struct Key: Hashable {
    var line: FollowedLine
    var kind: ObservationKind
    var unit: FigureUnit?

    init(_ fact: Fact) {
      line = FollowedLine(fact)
      line.body = nil
      kind = fact.kind
      unit = fact.measure?.unit?.family
    }
  }

  private init?(
    _ key: Key,
    _ found: [(side: Int, fact: Fact)],
    count: Int,
    areYears: Bool
  ) {
    line = key.line
    kind = key.kind
    // The part of the year that most sides have, whole years before parts; committees are compared
    // in one and the same year.
    var forms: [(period: Period, sides: Set<Int>)] = []
    for (side, fact) in found {
      guard let period = fact.period else { continue }
      let isSame = { (other: Period) in
        areYears ? Period.areAlike(other, period) : other == period
      }
      if let place = forms.firstIndex(where: { isSame($0.period) }) {
        forms[place].sides.insert(side)
      } else {
        forms.append((period, [side]))
      }
    }
    let best = forms.max { left, right in
      if left.sides.count != right.sides.count { return left.sides.count < right.sides.count }
      if left.period.isWholeYear != right.period.isWholeYear { return right.period.isWholeYear }
      return left.period.lastDay < right.period.lastDay
    }
    guard let best else { return nil }
    period = best.period
    facts = []
    several = []
    otherParts = []
    for side in 0..<count {
      let own = found.filter { $0.side == side }.map(\.fact)
      let alike = own.filter { fact in
        areYears ? Period.areAlike(fact.period, best.period) : fact.period == best.period
      }
      let clear = Fact.clear(alike)
      facts.append(clear)
      if clear == nil, !alike.isEmpty { several.append(side) }
      if alike.isEmpty, !own.isEmpty { otherParts.append(side) }
    }
    if filled == 0 { return nil }
  }
}

extension SideBySide {
  /// Whether years stand beside each other.
  var areYears: Bool {
    if case .years = self { return true }
    return false
  }
}
