public import NyckeltalModel
import NyckeltalText

/// The indicators that figures are matched with, and the words by which texts name them.
///
/// ## Topics
/// - ``builtIn()``
/// - ``init(yaml:file:)``
/// - ``merging(_:)``
public struct Catalogue: Sendable {
  /// An indicator with the ways in which texts name it.
  struct Entry: Sendable, Hashable {
    var indicator: Indicator
    /// Units other than its own in which texts state it.
    var otherUnits: [FigureUnit] = []
    /// Each line is a way to name it: terms that must all be found.
    var cues: [CueLine]
    /// The indicator for a share of this one.
    var share: String?
    /// Whether it leaves a figure to an indicator of the field that is spoken of around.
    var isGeneral = false
    /// Where it is defined, for errors: line and column.
    var line = 0
  }

  /// A topic's words; weak ones count less.
  struct TopicWord: Sendable, Hashable {
    var phrase: CuePhrase
    var isWeak: Bool
  }

  var topics: [Topic: [TopicWord]] = [:]
  var entries: [Entry] = []
  /// A hash of what it was read from: two catalogues with the same one read alike.
  public internal(set) var fingerprint = StableHash.basis

  /// The indicators in the catalogue's order.
  public var indicators: [Indicator] { entries.map(\.indicator) }

  /// The indicator with an id.
  public func indicator(_ id: String) -> Indicator? {
    entries.first { $0.indicator.id == id }?.indicator
  }

  /// The catalogue that comes with the library.
  ///
  /// - Throws: ``CatalogueError`` only if the library was built with a broken catalogue.
  public static func builtIn() throws(CatalogueError) -> Catalogue {
    try Catalogue(
      yaml: String(decoding: PackageResources.catalogue_yaml, as: UTF8.self),
      file: "catalogue.yaml"
    )
  }

  /// A catalogue in which another's indicators replace those of the same id and its topics' words
  /// are added.
  public func merging(_ other: Catalogue) -> Catalogue {
    var merged = self
    for (topic, phrases) in other.topics {
      let known = merged.topics[topic] ?? []
      merged.topics[topic] = known + phrases.filter { !known.contains($0) }
    }
    for entry in other.entries {
      if let index = merged.entries.firstIndex(where: { $0.indicator.id == entry.indicator.id }) {
        merged.entries[index] = entry
      } else {
        merged.entries.append(entry)
      }
    }
    merged.fingerprint = StableHash.mix(
      fingerprint,
      number: Int(truncatingIfNeeded: other.fingerprint)
    )
    return merged
  }
}
