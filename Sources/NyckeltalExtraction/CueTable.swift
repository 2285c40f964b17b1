import NyckeltalModel

/// Every phrase that the extractor looks for, compiled from a catalogue once.
///
/// It is a class, so that who keeps it copies one reference.
final class CueTable: Sendable {
  /// What it means that a phrase was found.
  enum Role: Sendable {
    case signal(Signal)
    case topic(Topic, isWeak: Bool)
    /// A term of a line by which an indicator is named.
    case term(line: Int, term: Int)
    /// A word for a part of the population.
    case group
  }

  /// A line of cues with the entry that it belongs to.
  struct Line: Sendable {
    var entry: Int
    /// The place among all topics of the entry's own.
    var topic: Int
    /// Whether a general indicator yields to it: it is of a field, staff or quality, not of money or
    /// the goals as a whole.
    var isTelling: Bool
    /// The unit of the entry's figures.
    var unit: FigureUnit?
    var count: Int
    /// Other units in which texts state it, as bits.
    private var otherUnits: UInt64 = 0
    private var topics: UInt64 = 0
    private var negatives: UInt64 = 0
    private var weaks: UInt64 = 0

    init(_ cues: CueLine, entry: Int, of indicator: Catalogue.Entry) {
      self.entry = entry
      topic = indicator.indicator.topic.index
      switch indicator.indicator.topic {
      case .budget, .maluppfyllelse, .ovrigt: isTelling = false
      default: isTelling = !indicator.isGeneral
      }
      unit = indicator.indicator.unit
      for unit in indicator.otherUnits { otherUnits |= 1 << UInt64(unit.index) }
      // no line of cues comes near to 64 terms; further ones would not be looked for
      count = min(cues.terms.count, 64)
      for (index, term) in cues.terms.prefix(count).enumerated() {
        if term.isTopic { topics |= 1 << UInt64(index) }
        if term.isNegative { negatives |= 1 << UInt64(index) }
        if term.isWeak { weaks |= 1 << UInt64(index) }
      }
    }

    func isTopic(_ term: Int) -> Bool { topics >> UInt64(term) & 1 == 1 }
    func isNegative(_ term: Int) -> Bool { negatives >> UInt64(term) & 1 == 1 }
    func isWeak(_ term: Int) -> Bool { weaks >> UInt64(term) & 1 == 1 }
    func isStated(in unit: FigureUnit) -> Bool { otherUnits >> UInt64(unit.index) & 1 == 1 }
    var usesTopic: Bool { topics != 0 }
    var isTopicOnly: Bool { topics.nonzeroBitCount == count }
  }

  /// A phrase's first word is found by the vocabulary; the rest are compared where it stands.
  struct Phrase: Sendable {
    var words: [Int]
    var roles: [Role]
  }

  /// What a phrase in a sentence says at once: the signals that it is, as bits, and whether it
  /// names a part of the population.
  struct Sign: Sendable {
    var signals: UInt64 = 0
    var isGroup = false
  }

  /// A phrase that begins with a pattern.
  struct Start: Sendable {
    var phrase: Int32
    /// Whether further words must follow.
    var hasMore: Bool
  }

  /// What a phrase says for the evidence around a figure: a term of a line, or a topic.
  struct Weight: Sendable {
    /// The line, or -1 for a topic.
    var line: Int32
    /// The term of the line, or the topic's place.
    var term: Int32
    /// Whether a topic's word is weak, or a line's first term must not be found.
    var flag: Bool
  }

  let entries: [Catalogue.Entry]
  /// What is asked of each entry for every figure.
  let facts: [EntryFacts]
  /// The weights of all phrases, one phrase after the other.
  let weights: [Weight]
  /// For each phrase, where its weights begin; one more at the end.
  let weightStarts: [Int32]
  let lines: [Line]
  let phrases: [Phrase]
  /// For each phrase, what it says at once.
  let signs: [Sign]
  let patterns: [WordPattern]
  /// The patterns of all phrases' words, one phrase after the other.
  let phraseWords: [Int32]
  /// For each phrase, where its words begin; one more at the end.
  let phraseWordStarts: [Int32]
  /// The phrases by the pattern that they begin with.
  private let starts: [Start]
  /// For each pattern, where its phrases begin in ``starts``; one more at the end.
  private let startPlaces: [Int32]
  /// Which patterns a word fits.
  private let index: PatternIndex
  /// The entries by the ids of their indicators.
  let entryOf: [String: Int]
  /// The phrase that an age below thirty stands for.
  let young: Int?
  /// Lines that the topic's own words fill.
  let topicLines: [Int]

  init(_ catalogue: Catalogue) {
    entries = catalogue.entries
    facts = entries.map(EntryFacts.init)
    var builder = Builder()
    for signal in Signal.allCases {
      for text in signal.patterns { builder.add(text, .signal(signal)) }
    }
    for text in GroupWords.patterns { builder.add(text, .group) }
    for topic in Topic.allCases {
      for phrase in catalogue.topics[topic] ?? [] {
        builder.add(phrase.phrase, .topic(topic, isWeak: phrase.isWeak))
      }
    }
    var lines: [Line] = []
    for (index, entry) in entries.enumerated() {
      for cues in entry.cues {
        let line = lines.count
        lines.append(Line(cues, entry: index, of: entry))
        for (number, term) in cues.terms.prefix(64).enumerated() {
          for phrase in term.phrases { builder.add(phrase, .term(line: line, term: number)) }
        }
      }
    }
    entryOf = Dictionary(
      entries.enumerated().map { ($1.indicator.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let youngWord = builder.patterns.firstIndex { $0 == WordPattern("unga") }
    young = builder.phrases.firstIndex { $0.words == youngWord.map { [$0] } ?? [] }
    topicLines = lines.indices.filter { lines[$0].isTopicOnly }
    var weights: [Weight] = []
    var weightStarts: [Int32] = [0]
    var signs: [Sign] = []
    var phraseWords: [Int32] = []
    var phraseWordStarts: [Int32] = [0]
    for phrase in builder.phrases {
      var sign = Sign()
      for role in phrase.roles {
        switch role {
        case .term(let line, let term):
          let isNegative = lines[line].isNegative(term)
          weights.append(Weight(line: Int32(line), term: Int32(term), flag: isNegative))
        case .topic(let topic, let isWeak):
          weights.append(Weight(line: -1, term: Int32(topic.index), flag: isWeak))
        case .signal(let signal): sign.signals |= 1 << UInt64(signal.rawValue)
        case .group: sign.isGroup = true
        }
      }
      signs.append(sign)
      phraseWords += phrase.words.map(Int32.init)
      phraseWordStarts.append(Int32(phraseWords.count))
      weightStarts.append(Int32(weights.count))
    }
    self.lines = lines
    self.weights = weights
    self.weightStarts = weightStarts
    self.signs = signs
    self.phraseWords = phraseWords
    self.phraseWordStarts = phraseWordStarts
    phrases = builder.phrases
    patterns = builder.patterns
    (starts, startPlaces) = Self.starts(of: builder.phrases, patterns: builder.patterns.count)
    index = PatternIndex(patterns)
  }

  /// The phrases by their first patterns, and where each pattern's begin.
  private static func starts(
    of phrases: [Phrase],
    patterns: Int
  ) -> (starts: [Start], places: [Int32]) {
    var beginning = [[Start]](repeating: [], count: patterns)
    for (index, phrase) in phrases.enumerated() {
      beginning[phrase.words[0]].append(
        Start(phrase: Int32(index), hasMore: phrase.words.count > 1)
      )
    }
    var starts: [Start] = []
    var places: [Int32] = [0]
    for phrases in beginning {
      starts += phrases
      places.append(Int32(starts.count))
    }
    return (starts, places)
  }

  /// The signals that some phrases are, as bits.
  func signals(of hits: [CueHit]) -> UInt64 {
    signs.withUnsafeBufferPointer { signs in
      hits.reduce(UInt64(0)) { $0 | signs[$1.phrase].signals }
    }
  }

  /// Where a phrase's words but for the first stand in ``phraseWords``.
  @inline(__always)
  func words(behindFirstOf phrase: Int) -> Range<Int> {
    Int(phraseWordStarts[phrase]) + 1..<Int(phraseWordStarts[phrase + 1])
  }

  /// The phrases that begin with a pattern.
  func starts(of pattern: Int) -> ArraySlice<Start> {
    starts[Int(startPlaces[pattern])..<Int(startPlaces[pattern + 1])]
  }

  /// The patterns that a word, in lower-case UTF-8, fits.
  func patterns(for word: [UInt8]) -> [Int32] {
    var found = index.patterns(for: word)
    // "vuxenutbildningsnämnden" is a committee, not adult education
    if !found.isEmpty, Self.namesCommittee(word) {
      found.removeAll { patterns[Int($0)].anyBehind || patterns[Int($0)].anyBefore }
    }
    return found
  }

  private static func namesCommittee(_ word: [UInt8]) -> Bool {
    for ending in ["nämnd", "nämnden", "nämndens", "nämnder", "nämnderna", "nämnds"] {
      if word.count > ending.utf8.count + 2,
        word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      {
        return true
      }
    }
    return word.firstRange(of: Array("sförvaltning".utf8)) != nil
  }

  /// Gathers phrases, each once with all that it means.
  private struct Builder {
    var phrases: [Phrase] = []
    var patterns: [WordPattern] = []
    private var phraseIndex: [CuePhrase: Int] = [:]
    private var patternIndex: [WordPattern: Int] = [:]

    mutating func add(_ text: String, _ role: Role) {
      if let phrase = CuePhrase(text[...]) { add(phrase, role) }
    }

    mutating func add(_ phrase: CuePhrase, _ role: Role) {
      if let known = phraseIndex[phrase] {
        phrases[known].roles.append(role)
        return
      }
      var words: [Int] = []
      for word in phrase.words {
        let index = patternIndex[word] ?? patterns.count
        if index == patterns.count {
          patterns.append(word)
          patternIndex[word] = index
        }
        words.append(index)
      }
      phraseIndex[phrase] = phrases.count
      phrases.append(Phrase(words: words, roles: [role]))
    }
  }
}

extension FigureUnit {
  /// Its place among all units.
  fileprivate var index: Int {
    switch self {
    case .persons: 0
    case .households: 1
    case .places: 2
    case .employments: 3
    case .percent: 4
    case .percentagePoints: 5
    case .sek: 6
    case .years: 7
    case .months: 8
    case .days: 9
    case .other: 10
    }
  }
}
