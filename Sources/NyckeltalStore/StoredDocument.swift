/// What produced a document's observations; a newer one replaces an older.
public struct ExtractionStamp: Sendable, Hashable {
  /// The revision of the extractor, a number that rises whenever its rules change.
  public var revision: Int
  /// What it was set to: a hash of the catalogue, options.
  public var settings: String

  /// Makes a stamp.
  public init(revision: Int, settings: String) {
    self.revision = revision
    self.settings = settings
  }

  /// Whether an extraction with this stamp should be replaced by one with another.
  func isReplaced(by other: ExtractionStamp) -> Bool {
    other.revision > revision || (other.revision == revision && other.settings != settings)
  }
}

/// A document as the store knows it: told from others by its content, not by its name.
public struct StoredDocument: Sendable, Hashable {
  /// What sort of document it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A text that observations were read from.
    case text
    /// A table of figures from elsewhere, or observations that were exported.
    case figures
  }

  /// The names under which it was imported, in order; the first is the one that observations show.
  public var names: [String]
  /// A cryptographic hash of the file's bytes.
  public var content: String
  /// What a store of an earlier version knows the file by; such a document is read anew and known by
  /// ``content`` from then on, and so are its corrections.
  public var earlierContent: String?
  /// What sort of document it is.
  public var kind: Kind
  /// What its observations were produced by.
  public var stamp: ExtractionStamp
  /// How many observations it has.
  public var observations: Int

  /// Makes a document.
  public init(
    names: [String],
    content: String,
    kind: Kind = .text,
    stamp: ExtractionStamp,
    observations: Int = 0,
    earlierContent: String? = nil
  ) {
    self.names = names
    self.content = content
    self.kind = kind
    self.stamp = stamp
    self.observations = observations
    self.earlierContent = earlierContent
  }

  /// The name that observations show.
  public var name: String { names.first ?? content }

  /// Whether what is stored is at least as new as what these extraction settings would give.
  public func isCurrent(for stamp: ExtractionStamp) -> Bool { !self.stamp.isReplaced(by: stamp) }
}

/// What came of saving a document.
public struct SaveOutcome: Sendable, Hashable {
  /// What was done.
  public enum Action: Sendable, Hashable, CaseIterable {
    /// The document was not there before.
    case new
    /// It was there, from as new an extraction.
    case unchanged
    /// An older extraction, or an earlier document of the same name, was replaced.
    case replaced
  }

  /// What was done.
  public var action: Action
  /// Another name under which the same content was there already.
  public var sameContentAs: String?
  /// How many of its observations were left out because they are in the store from another one.
  public var known = 0
  /// Whether another document of the same name, with other content, is in the store too.
  public var sharesName: Bool

  /// Makes an outcome.
  public init(action: Action, sameContentAs: String? = nil, sharesName: Bool = false) {
    self.action = action
    self.sameContentAs = sameContentAs
    self.sharesName = sharesName
  }
}
