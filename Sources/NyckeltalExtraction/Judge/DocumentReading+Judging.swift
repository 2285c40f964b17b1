import NyckeltalModel
import NyckeltalQuantities

extension DocumentReading {
  /// Adds what a figure states where the judge takes it for a statement; returns whether it does.
  mutating func state(_ proposal: FigureProposal, _ index: Int) -> Bool {
    let named = recording != nil
    if judge == nil, !named {
      if proposal.veto == nil || includesOther {
        add(proposal.draft, proposal.range, isRemembered: false)
      }
      return proposal.veto == nil
    }
    let view = FigureView(
      sentence,
      index: index,
      figure: proposal.figure,
      stems: stems(named: named)
    )
    let features = features(of: view, proposal, named: named)
    guard let judge, !named else {
      record(view, proposal, features)
      return proposal.veto == nil
    }
    let judged = judge.decide(
      features,
      isVetoed: proposal.veto != nil,
      ruleKind: proposal.kind.kind,
      isUnitOpen: proposal.isUnitOpen,
      isWanted: includesOther,
      indicators: { judgeCandidates(view, proposal, named: false) },
      topics: {
        topicCandidates(view, chosen: proposal.draft.topic, named: false).map {
          ($0.topic, $0.features)
        }
      },
      periods: { kind in
        periodCandidates(view, kind: kind, proposal, named: false).map {
          ($0.period, $0.features)
        }
      }
    )
    guard var judged else { return false }
    // what a number has come to is not what it is to be
    if judged.kind == .target, hasChanged(proposal.figure, place: sentence.places[index]) {
      judged.kind = proposal.kind.kind
    }
    var draft = proposal.draft
    draft.take(
      judged,
      isVetoed: proposal.veto != nil,
      change: proposal.change ?? proposal.figure.direction
    )
    judged.addTrust(to: &draft.trust)
    add(draft, proposal.range, isRemembered: false)
    return true
  }

  /// The indicators that a figure may be of, as the judge takes them.
  func judgeCandidates(
    _ view: FigureView,
    _ proposal: FigureProposal,
    named: Bool
  ) -> [Judge.Candidate] {
    indicatorCandidates(view, proposal, named: named).map { candidate in
      let entry = candidate.entry.map { table.entries[$0].indicator }
      return Judge.Candidate(
        value: entry?.id,
        topic: entry?.topic,
        isRule: candidate.entry == proposal.match?.entry,
        features: candidate.features
      )
    }
  }

  /// The features of a figure and of what the rules make of it.
  private func features(
    of view: FigureView,
    _ proposal: FigureProposal,
    named: Bool
  ) -> FeatureList {
    var list = features(of: view, named: named)
    list.add(.rule, proposal.kind.rule)
    list.add(.ruleKind, proposal.kind.kind.rawValue)
    list.add(.veto, proposal.veto?.rawValue ?? "none")
    list.add(.ruleTopic, proposal.draft.topic.rawValue)
    list.add(.ruleMatch, proposal.match.map { $0.isOwn ? "own" : "context" } ?? "none")
    list.add(.ruleIndicator, proposal.draft.indicator ?? "none")
    list.add(.namesField, evidence.namesField ? "yes" : "no")
    list.add(.isElsewhere, isElsewhere ? "yes" : "no")
    list.add(.timeFound, proposal.time.rule)
    list.add(
      .ruleUnit,
      proposal.isUnitOpen ? "open" : "told",
      proposal.draft.measure?.unit?.rawValue ?? "none"
    )
    list.add(.latestUnit, context.lastFigure?.unit?.rawValue ?? "none")
    if let unit = sentence.countedUnit { list.add(.countedUnit, unit.rawValue) }
    if let match = proposal.match {
      list.add(.matchUnit, table.facts[match.entry].unit?.rawValue ?? "none")
    }
    return list
  }
}

/// A statement whose fields can be decided anew.
protocol Judgeable {
  var kind: ObservationKind { get set }
  var unit: FigureUnit? { get set }
  var indicator: String? { get set }
  var topic: Topic { get set }
  var period: Period? { get set }
  var comparedWith: Period? { get set }
  var direction: Direction? { get set }
  var rules: [String] { get set }
}

extension Observation: Judgeable {}

extension ObservationDraft: Judgeable {
  var unit: FigureUnit? {
    get { measure?.unit }
    set { measure?.unit = newValue }
  }
}

extension Judgeable {
  /// Takes over what was decided, and names each field in which the rules are overruled.
  mutating func take(_ judged: Judged, isVetoed: Bool, change: Direction?) {
    if isVetoed { rules.append("judge.statement") }
    if judged.kind != kind {
      rules.append("judge.kind")
      direction = judged.kind == .change ? change : nil
      if judged.kind != .change { comparedWith = nil }
      kind = judged.kind
    }
    if let decided = judged.unit, decided != unit {
      rules.append("judge.unit")
      unit = decided
    }
    if judged.indicator != indicator {
      rules.append("judge.indicator")
      indicator = judged.indicator
    }
    topic = judged.topic
    if judged.period != period {
      rules.append("judge.period")
      period = judged.period
    }
  }
}

extension FeatureTemplate {
  static let veto = FeatureTemplate("veto")
  static let ruleTopic = FeatureTemplate("ruleTopic")
  static let ruleMatch = FeatureTemplate("ruleMatch")
  static let ruleIndicator = FeatureTemplate("ruleIndicator")
  static let namesField = FeatureTemplate("namesField")
  static let isElsewhere = FeatureTemplate("isElsewhere")
  static let ruleUnit = FeatureTemplate("ruleUnit")
  static let latestUnit = FeatureTemplate("latestUnit")
  static let countedUnit = FeatureTemplate("countedUnit")
  static let matchUnit = FeatureTemplate("matchUnit")
  static let timeFound = FeatureTemplate("timeFound")
}
