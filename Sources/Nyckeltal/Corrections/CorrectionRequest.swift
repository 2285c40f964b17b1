public import NyckeltalExtraction
public import NyckeltalModel
public import NyckeltalStore

/// A correction as a user writes it, on the command line or as a line of a file, not yet checked.
public struct CorrectionRequest: Sendable, Hashable {
  /// What was decided about an observation on the review page.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is right as it stands.
    case accepted
    /// It is right with the changes.
    case changed
    /// It is no figure at all.
    case rejected
    /// The reading has missed it.
    case added
  }

  /// The observation's id.
  public var id: String
  /// The value in the base unit.
  public var value: Double?
  /// The indicator's id.
  public var indicator: String?
  /// The period, in the contract's notation.
  public var period: String?
  /// The kind, by the contract's name.
  public var kind: String?
  /// Further fields by the contract's names, with their values as text; an empty text takes the
  /// claim away.
  public var fields: [Field: String] = [:]
  /// What is claimed no more, beside the fields with an empty text.
  public var cleared: Set<FurtherChanges.Claim> = []
  /// What was decided; all but a rejection vouch for the figure.
  public var state: State?
  /// The content of the document that an added figure stands in, as the store knows it.
  public var content: String?
  /// Where an added figure was read.
  public var source: Source?
  /// Whether the observation is no figure at all.
  public var isRejected = false
  /// Why.
  public var note: String

  /// A field beyond the value, the indicator, the period and the kind.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// The topic.
    case topic
    /// The unit.
    case unit
    /// The lower bound.
    case lower
    /// The upper bound.
    case upper
    /// How exact the figure is.
    case qualifier
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
    /// Who states it: a name, with the party in brackets.
    case speaker
  }

  /// Makes a request that changes nothing yet.
  public init(id: String, note: String) {
    self.id = id
    self.note = note
  }

  /// The request with its terms checked; the store checks what concerns the observation.
  ///
  /// - Parameters:
  ///   - catalogue: The indicators that there are.
  ///   - place: Where the request stands, for errors.
  /// - Returns: What the store can carry out.
  /// - Throws: ``CorrectionError``
  public func draft(
    _ catalogue: Catalogue,
    place: String? = nil
  ) throws(CorrectionError) -> CorrectionDraft {
    var draft = CorrectionDraft(observation: id, note: note, place: place)
    draft.value = value
    draft.isRejected = isRejected || state == .rejected
    draft.isVerified = state != nil && state != .rejected
    draft.further.cleared = cleared
    if let indicator {
      guard let known = catalogue.indicator(indicator) else {
        throw CorrectionError(
          place: place,
          problem: "there is no indicator \(indicator)",
          remedy: catalogue.remedy(indicator)
        )
      }
      draft.indicator = indicator
      draft.topic = known.topic
      draft.unit = known.unit
    }
    if let period {
      guard let read = Period(period) else {
        throw CorrectionError(
          place: place,
          problem: "\"\(period)\" is not a period",
          remedy: "write 2015, 2015-T1, 2015-Q2, 2015-H1, 2015-04, 2015-04-30 or 2018/2019"
        )
      }
      draft.period = read
    }
    if let kind {
      guard let read = ObservationKind(rawValue: kind) else {
        let allowed = ObservationKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw CorrectionError(
          place: place,
          problem: "there is no kind \(kind)",
          remedy: "use one of \(allowed)"
        )
      }
      draft.kind = read
    }
    try add(to: &draft, place)
    return state == .added ? try addition(draft, place) : draft
  }
}
