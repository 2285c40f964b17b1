public import NyckeltalModel
import NyckeltalText

extension Catalogue {
  /// An indicator with the ways in which texts name it, as code gives them.
  ///
  /// ```swift
  /// let places = Catalogue.Definition(
  ///   Indicator(
  ///     id: "jobbtorg.plats", topic: .jobbtorg, swedishName: "Platser", englishName: "Places",
  ///     unit: .places),
  ///   cues: ["@ plats*|platser"])
  /// ```
  public struct Definition: Sendable, Hashable {
    /// What is followed up.
    public var indicator: Indicator
    /// Each is a way to name it: terms that must all be found, in the notation of a catalogue's file.
    public var cues: [String]
    /// Units other than its own in which texts state it.
    public var otherUnits: [FigureUnit]
    /// The id of the indicator for a share of this one.
    public var share: String?
    /// Whether an indicator of a field that is spoken of around comes first.
    public var isGeneral: Bool

    /// Makes a definition.
    public init(
      _ indicator: Indicator,
      cues: [String],
      otherUnits: [FigureUnit] = [],
      share: String? = nil,
      isGeneral: Bool = false
    ) {
      self.indicator = indicator
      self.cues = cues
      self.otherUnits = otherUnits
      self.share = share
      self.isGeneral = isGeneral
    }
  }

  /// Makes a catalogue in code; ``merging(_:)`` adds it to the built-in one.
  ///
  /// - Parameters:
  ///   - definitions: The indicators, in the order in which reports list them.
  ///   - topics: Words of topics, in the notation of a catalogue's file; `~` before one makes it weak.
  /// - Throws: ``CatalogueError`` for an id that is none or stands there twice, and for words that are
  ///   no cues.
  public init(
    _ definitions: [Definition],
    topics: [Topic: [String]] = [:]
  ) throws(CatalogueError) {
    var hash = StableHash.basis
    for topic in Topic.allCases {
      for text in topics[topic] ?? [] {
        let isWeak = text.hasPrefix("~")
        guard let phrase = CuePhrase(text.dropFirst(isWeak ? 1 : 0)) else {
          throw Self.noCue(text, of: topic.rawValue)
        }
        self.topics[topic, default: []].append(TopicWord(phrase: phrase, isWeak: isWeak))
        hash = StableHash.of("\(topic.rawValue) \(text)\n".utf8, from: hash)
      }
    }
    for definition in definitions {
      let id = definition.indicator.id
      if !Self.isID(id) {
        throw CatalogueError(
          file: id,
          line: nil,
          column: nil,
          problem: "\"\(id)\" is no id",
          remedy: "write topic.name in a–z, 0–9 and hyphens"
        )
      }
      if indicator(id) != nil {
        throw CatalogueError(
          file: id,
          line: nil,
          column: nil,
          problem: "\(id) is defined twice",
          remedy: "give each indicator an id of its own"
        )
      }
      var cues: [CueLine] = []
      for text in definition.cues {
        guard let line = CueLine(text) else { throw Self.noCue(text, of: id) }
        cues.append(line)
      }
      entries.append(
        Entry(
          indicator: definition.indicator,
          otherUnits: definition.otherUnits,
          cues: cues,
          share: definition.share,
          isGeneral: definition.isGeneral
        )
      )
      hash = StableHash.of("\(definition)\n".utf8, from: hash)
    }
    fingerprint = hash
  }

  private static func noCue(_ text: String, of name: String) -> CatalogueError {
    CatalogueError(
      file: name,
      line: nil,
      column: nil,
      problem: "\"\(text)\" is no cue",
      remedy: "write words in lower case, with * at an end and _ between words"
    )
  }

  /// Whether a text is two names in a–z, 0–9 and hyphens with a point between them.
  private static func isID(_ id: String) -> Bool {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E: true
      default: false
      }
    }
    return isPlain && id.split(separator: ".", omittingEmptySubsequences: false).count == 2
      && !id.hasPrefix(".") && !id.hasSuffix(".")
  }
}
