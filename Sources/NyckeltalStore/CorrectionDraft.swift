public import NyckeltalModel

/// A change to an observation that somebody asks for.
public struct CorrectionDraft: Sendable, Hashable {
  /// The id of the observation, as ``ObservationStore/observations(_:)`` gives it.
  public var observation: String
  /// The value in the base unit; bounds that the text gave go with it.
  public var value: Double?
  /// The indicator.
  public var indicator: String?
  /// The topic of that indicator.
  public var topic: Topic?
  /// The unit of the value, used where the observation had none.
  public var unit: FigureUnit?
  /// The period.
  public var period: Period?
  /// The kind.
  public var kind: ObservationKind?
  /// What else is changed.
  public var further = FurtherChanges()
  /// Whether it is no figure at all.
  public var isRejected = false
  /// Whether somebody has checked it against its source and vouches for what it now says: that
  /// stands, whatever a later reading of the document says.
  public var isVerified = false
  /// An observation that the reading has missed; its document is known by its content.
  public var added: Addition?
  /// Why; may be empty for what is verified or added.
  public var note: String
  /// Where it is asked for, for errors: `corrections.jsonl:3`.
  public var place: String?

  /// Makes a draft that changes nothing yet.
  public init(observation: String, note: String, place: String? = nil) {
    self.observation = observation
    self.note = note
    self.place = place
  }

  /// Whether anything is asked for.
  var changesNothing: Bool {
    value == nil && indicator == nil && topic == nil && period == nil && kind == nil
      && further.isEmpty && !isRejected && !isVerified && added == nil
  }
}

/// An observation that somebody has found and the reading has missed.
public struct Addition: Sendable, Hashable, Codable {
  /// The observation.
  public var observation: Observation
  /// The content of its document, as ``StoredDocument/content``.
  public var content: String

  /// Makes an addition.
  public init(_ observation: Observation, content: String) {
    self.observation = observation
    self.content = content
  }
}

/// Why a correction cannot be made.
public struct CorrectionError: Failure, Equatable {
  /// Where it is asked for.
  public let place: String?
  /// What was wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  /// Makes an error.
  public init(place: String?, problem: String, remedy: String) {
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }
}

/// A correction as it was made, standing apart from what it corrects.
public struct CorrectionEntry: Sendable, Hashable, Identifiable {
  /// The number of the correction in the store's history.
  public let id: Int64
  /// What was asked for.
  public let draft: CorrectionDraft
  /// The content of the document that the observation was read from.
  public let content: String
  /// The document's name at the time.
  public let document: String
  /// The quote that the observation stands on.
  public let quote: String
  /// What was read.
  public let original: Correction.Original
  /// What somebody has vouched for: every claim as it stood after a correction that verifies.
  public var standing: Correction.Original?
  /// The day on which it was made, ISO 8601.
  public let date: String
  /// The day on which it was undone.
  public let undone: String?
  /// The id of the observation that it is applied to now; `nil` when it is undone, or when nothing
  /// in the store is what it was made for.
  public internal(set) var appliesTo: String?
}
