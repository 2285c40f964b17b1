import NyckeltalModel

/// Every phrase that the extractor looks for, compiled from a catalogue once.
struct CueTable: Sendable {
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
    var isTopic: [Bool]
    var isNegative: [Bool]
    var isWeak: [Bool]
    var count: Int { isTopic.count }
  }

  /// A phrase's first word is found by the vocabulary; the rest are compared where it stands.
  struct Phrase: Sendable {
    var words: [Int]
    var roles: [Role]
  }

  let entries: [Catalogue.Entry]
  private(set) var lines: [Line] = []
  private(set) var phrases: [Phrase] = []
  private(set) var patterns: [WordPattern] = []
  /// The phrases that begin with a pattern.
  private(set) var starts: [[Int]] = []
  /// Patterns with fixed first letters, by their first byte; the others apply to every word.
  private(set) var byFirst: [[Int]] = Array(repeating: [], count: 256)
  private(set) var anywhere: [Int] = []
  /// Lines that the topic's own words fill.
  private(set) var topicLines: [Int] = []

  init(_ catalogue: Catalogue) {
    entries = catalogue.entries
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
    for (index, entry) in entries.enumerated() {
      for cues in entry.cues {
        let line = lines.count
        lines.append(
          Line(
            entry: index,
            isTopic: cues.terms.map(\.isTopic),
            isNegative: cues.terms.map(\.isNegative),
            isWeak: cues.terms.map(\.isWeak)
          )
        )
        for (number, term) in cues.terms.enumerated() {
          for phrase in term.phrases { builder.add(phrase, .term(line: line, term: number)) }
        }
      }
    }
    topicLines = lines.indices.filter { lines[$0].isTopic.allSatisfy(\.self) }
    phrases = builder.phrases
    patterns = builder.patterns
    starts = Array(repeating: [], count: patterns.count)
    for (index, phrase) in phrases.enumerated() { starts[phrase.words[0]].append(index) }
    for (index, pattern) in patterns.enumerated() {
      if pattern.anyBefore {
        anywhere.append(index)
      } else {
        byFirst[Int(pattern.letters[0])].append(index)
      }
    }
  }

  /// The patterns that a word, in lower-case UTF-8, fits.
  func patterns(for word: [UInt8]) -> [UInt16] {
    guard let first = word.first else { return [] }
    let isCommittee = Self.namesCommittee(word)
    var found: [UInt16] = []
    for index in byFirst[Int(first)] + anywhere where patterns[index].matches(word) {
      // "vuxenutbildningsnämnden" is a committee, not adult education
      if isCommittee, patterns[index].anyBehind || patterns[index].anyBefore { continue }
      found.append(UInt16(index))
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

/// Words for parts of the population, by which figures are broken down.
enum GroupWords {
  static let patterns = [
    "kvinnor", "män", "kvinnorna", "männen", "kvinnornas", "männens", "flickor", "pojkar", "tjejer",
    "killar", "utrikesfödda",
    "utrikes_födda", "inrikes_födda", "inrikesfödda", "nyanlända", "unga", "ungdomar",
    "ungdomarna", "barn", "långtidsarbetslösa", "utrikesfödda_kvinnor", "utrikes_födda_kvinnor",
    "utrikesfödda_män", "utrikes_födda_män", "unga_kvinnor", "unga_män", "unga_vuxna",
    "nyanlända_kvinnor", "anhöriginvandrare", "ensamstående", "barnfamiljer", "föräldralediga",
    "personer_med_funktionsnedsättning", "akademiker", "småbarnsföräldrar",
  ]
}
