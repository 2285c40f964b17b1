public import NyckeltalModel

/// The changes of a correction beyond the value, the indicator, the period and the kind.
public struct FurtherChanges: Sendable, Hashable, Codable {
  /// A claim that can be taken away.
  public enum Claim: String, Sendable, Hashable, Codable, CaseIterable {
    /// The value.
    case value
    /// The lower bound.
    case lower
    /// The upper bound.
    case upper
    /// The indicator.
    case indicator
    /// The unit.
    case unit
    /// The period.
    case period
    /// What a change is measured against.
    case comparedWith
    /// Which way a change or a trend goes.
    case direction
    /// How far a target is judged to be met.
    case assessment
    /// The population.
    case group
    /// What the text calls what is counted.
    case label
    /// What else the figure is about.
    case about
  }

  /// The lower bound.
  public var lower: Double?
  /// The upper bound.
  public var upper: Double?
  /// How exactly the figure is stated.
  public var qualifier: Qualifier?
  /// The unit, in the place of the one that was read.
  public var unit: FigureUnit?
  /// The period that a change or a trend is measured against.
  public var comparedWith: Period?
  /// Which way a change or a trend goes.
  public var direction: Direction?
  /// How far a target is judged to be met.
  public var assessment: Assessment?
  /// The population.
  public var group: String?
  /// What the text calls what is counted.
  public var label: String?
  /// What else the figure is about.
  public var about: String?
  /// Who states it, in the place of those who were read; none for the committee itself.
  public var speakers: [Speaker]?
  /// What is claimed no more; a claim that is set as well is set.
  public var cleared: Set<Claim> = []

  /// Makes changes that change nothing yet.
  public init() {}

  /// Whether a bound is set.
  var setsBounds: Bool { lower != nil || upper != nil }

  /// Whether nothing is changed.
  public var isEmpty: Bool { self == FurtherChanges() }
}

extension Observation {
  /// Takes away what is claimed no more.
  mutating func clear(_ claims: Set<FurtherChanges.Claim>) {
    for claim in claims {
      switch claim {
      case .value: value = nil
      case .lower: lower = nil
      case .upper: upper = nil
      case .indicator: indicator = nil
      case .unit: unit = nil
      case .period: period = nil
      case .comparedWith: comparedWith = nil
      case .direction: direction = nil
      case .assessment: assessment = nil
      case .group: group = nil
      case .label: label = nil
      case .about: about = nil
      }
    }
  }

  /// Sets what further changes set.
  mutating func set(_ changes: FurtherChanges) {
    lower = changes.lower ?? lower
    upper = changes.upper ?? upper
    qualifier = changes.qualifier ?? qualifier
    unit = changes.unit ?? unit
    comparedWith = changes.comparedWith ?? comparedWith
    direction = changes.direction ?? direction
    assessment = changes.assessment ?? assessment
    group = changes.group ?? group
    label = changes.label ?? label
    about = changes.about ?? about
    source.speakers = changes.speakers ?? source.speakers
  }

  /// Changes what a correction changes, and says so; notes what somebody has vouched for.
  mutating func apply(_ entry: CorrectionEntry) {
    let earlier = correction
    let original = earlier?.original ?? Correction.Original(self)
    let draft = entry.draft
    if let standing = entry.standing {
      claim(standing)
    } else if let added = draft.added {
      claim(Correction.Original(added.observation))
    } else {
      change(draft)
    }
    if draft.isRejected { verified = nil } else if draft.isVerified { verified = entry.date }
    let isRejected = draft.isRejected || (earlier?.isRejected == true && !draft.isVerified)
    // what somebody has vouched for as it was read is not corrected
    let isChanged = Correction.Original(self) != original || isRejected
    if draft.isVerified, earlier == nil, !isChanged, draft.note.isEmpty { return }
    let notes = [earlier?.note ?? "", draft.note].filter { !$0.isEmpty }
    correction = Correction(
      note: notes.isEmpty ? "kontrollerad mot källan" : notes.joined(separator: "; "),
      date: entry.date,
      isRejected: isRejected,
      original: original
    )
  }

  mutating func change(_ draft: CorrectionDraft) {
    clear(draft.further.cleared)
    if let kind = draft.kind { self.kind = kind }
    if let indicator = draft.indicator { self.indicator = indicator }
    if let topic = draft.topic { self.topic = topic }
    if let period = draft.period { self.period = period }
    if let value = draft.value {
      self.value = value
      lower = nil
      upper = nil
    }
    set(draft.further)
    if draft.value != nil || draft.further.setsBounds { unit = unit ?? draft.unit ?? .other }
    if !kind.isFigure || measure == nil {
      value = nil
      lower = nil
      upper = nil
      unit = nil
    }
  }
}
