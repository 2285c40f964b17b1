import NyckeltalModel

/// What the judge decided of a figure, each with how probable it is.
struct Judged {
  var statement: Double
  var kind: ObservationKind
  var kindShare: Double
  /// The unit, where the figure's own words leave it open.
  var unit: FigureUnit?
  var unitShare: Double
  var indicator: String?
  var indicatorShare: Double
  var topic: Topic
  var topicShare: Double
  var period: Period?
  var periodShare: Double
}

extension Judged {
  /// How probable each decision was, for the question whether all of them are right.
  func addTrust(to list: inout FeatureList) {
    let shares = [statement, kindShare, indicatorShare, topicShare, periodShare]
    for (template, share) in zip(FeatureTemplate.shares, shares) {
      for step in Self.steps where share >= Double(step) / 100 { list.add(template, "\(step)") }
    }
    let all = shares.reduce(1, *)
    for step in 1...19 where all >= Double(step) / 20 { list.add(.allShares, "\(step * 5)") }
    let least = shares.min() ?? 0
    for step in 1...19 where least >= Double(step) / 20 { list.add(.leastShare, "\(step * 5)") }
    list.add(.judged)
    if unit != nil {
      for step in Self.steps where unitShare >= Double(step) / 100 {
        list.add(.unitShare, "\(step)")
      }
    }
    list.add(.judgedIndicator, indicator == nil ? "none" : "some")
  }

  private static let steps = [30, 40, 50, 60, 70, 80, 90, 95, 98, 99]
}

extension Judge {
  /// How probable a number must be a statement to be given out.
  static let leastStatement = 0.5
  /// How probable that must be of a number that the rules take for none.
  static let leastRevived = 0.6
  /// How probable an indicator must be to be claimed.
  static let leastIndicator = 0.4
  /// How probable a period must be to be claimed.
  static let leastPeriod = 0.3

  /// An indicator that a figure may be of; no value for "none".
  struct Candidate {
    var value: String?
    var topic: Topic?
    /// Whether it is what the rules choose.
    var isRule: Bool
    var features: FeatureList
  }

  /// Decides what a figure states; `nil` where it is none.
  ///
  /// A figure that the rules veto, taking it for no statement, must be the more probable; one that is
  /// wanted comes out in any case. The unit is decided where the figure's own words leave it open.
  /// Of the indicators "none" is the last, of the periods the first is what the rules choose, and
  /// "none" is among them.
  func decide(
    _ features: FeatureList,
    isVetoed: Bool,
    ruleKind: ObservationKind,
    isUnitOpen: Bool,
    isWanted: Bool,
    indicators: () -> [Candidate],
    topics: () -> [(Topic, FeatureList)],
    periods: (ObservationKind) -> [(Period?, FeatureList)]
  ) -> Judged? {
    let statement = probability(.statement, features)
    let least = isVetoed ? Self.leastRevived : Self.leastStatement
    guard statement >= least || isWanted else { return nil }
    let kindShares = kinds(features)
    let ruled = Self.kinds.firstIndex(of: ruleKind) ?? 0
    let kind = Self.best(kindShares, rule: ruled)
    let units = isUnitOpen ? units(features) : [1]
    let unit = units.firstIndex(of: units.max() ?? 0) ?? 0
    let indicators = indicators()
    let shares = probabilities(.indicator, indicators.map(\.features))
    let rule = indicators.firstIndex(where: \.isRule) ?? indicators.count - 1
    var best = Self.best(shares, rule: rule)
    if shares[best] < Self.leastIndicator { best = indicators.count - 1 }
    var topic = indicators[best].topic
    var topicShare = shares[best]
    if topic == nil {
      let topics = topics()
      let shares = probabilities(.topic, topics.map(\.1))
      let best = shares.firstIndex(of: shares.max() ?? 0) ?? 0
      topic = topics[best].0
      topicShare = shares[best]
    }
    let periods = periods(Self.kinds[kind])
    let times = probabilities(.period, periods.map(\.1))
    let none = periods.firstIndex { $0.0 == nil } ?? 0
    var time = Self.best(times, rule: 0)
    if times[time] < Self.leastPeriod { time = none }
    return Judged(
      statement: statement,
      kind: Self.kinds[kind],
      kindShare: kindShares[kind],
      unit: isUnitOpen ? Self.units[unit] : nil,
      unitShare: units[unit],
      indicator: indicators[best].value,
      indicatorShare: shares[best],
      topic: topic ?? .ovrigt,
      topicShare: topicShare,
      period: periods[time].0,
      periodShare: times[time]
    )
  }

  /// The most probable candidate; what the rules choose where no other is more probable.
  private static func best(_ shares: [Double], rule: Int) -> Int {
    let best = shares.firstIndex(of: shares.max() ?? 0) ?? rule
    return shares[best] > shares[rule] ? best : rule
  }

  /// A probability as observations have it: two decimals.
  static func rounded(_ share: Double) -> Double { (share * 100).rounded() / 100 }
}

extension FeatureTemplate {
  static let judged = FeatureTemplate("judged")
  static let judgedIndicator = FeatureTemplate("judgedIndicator")
  static let unitShare = FeatureTemplate("unitShare")
  static let leastShare = FeatureTemplate("leastShare")
  static let allShares = FeatureTemplate("allShares")
  static let shares = [
    FeatureTemplate("statementShare"), FeatureTemplate("kindShare"),
    FeatureTemplate("indicatorShare"), FeatureTemplate("topicShare"),
    FeatureTemplate("periodShare"),
  ]
}
