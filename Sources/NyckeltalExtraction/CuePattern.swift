/// A word as a cue names it: whole, or with any letters before or behind.
struct WordPattern: Sendable, Hashable {
  /// The fixed letters, lower-case UTF-8.
  var letters: [UInt8]
  var anyBefore = false
  var anyBehind = false

  init?(_ text: Substring) {
    var body = text.lowercased()[...]
    if body.hasPrefix("*") {
      anyBefore = true
      body.removeFirst()
    }
    if body.hasSuffix("*") {
      anyBehind = true
      body.removeLast()
    }
    guard !body.isEmpty, !body.contains("*") else { return nil }
    letters = Array(body.utf8)
  }

  /// Whether a word, in lower-case UTF-8, fits.
  func matches(_ word: [UInt8]) -> Bool {
    switch (anyBefore, anyBehind) {
    case (false, false): word == letters
    case (false, true): word.starts(with: letters)
    case (true, false): word.suffix(letters.count).elementsEqual(letters)
    case (true, true): word.firstRange(of: letters) != nil
    }
  }
}

/// Words that stand one after the other.
struct CuePhrase: Sendable, Hashable {
  var words: [WordPattern]

  /// Reads `_`-joined words.
  init?(_ text: Substring) {
    words = text.split { $0 == "_" || $0 == "-" || $0 == ":" }.compactMap(WordPattern.init)
    // a hyphenated word is several tokens; "sfi-*" is "sfi" alone as well
    if words.isEmpty { return nil }
  }
}

/// One of several phrases, or the topic's own words.
struct CueTerm: Sendable, Hashable {
  var phrases: [CuePhrase] = []
  /// `@`: a word of the indicator's topic, which may also stand in the context.
  var isTopic = false
  /// `!`: must not stand in the sentence.
  var isNegative = false
  /// `~`: a word so common that it counts half.
  var isWeak = false

  init?(_ text: Substring) {
    var body = text
    if body.hasPrefix("!") {
      isNegative = true
      body.removeFirst()
    }
    if body.hasPrefix("~") {
      isWeak = true
      body.removeFirst()
    }
    if body == "@" {
      isTopic = true
      return
    }
    let alternatives = body.split(separator: "|", omittingEmptySubsequences: false)
    phrases = alternatives.compactMap(CuePhrase.init)
    if phrases.count != alternatives.count { return nil }
  }
}

/// A way in which texts name an indicator: terms that must all be found.
struct CueLine: Sendable, Hashable {
  var terms: [CueTerm]

  init?(_ text: String) {
    let parts = text.split(separator: " ")
    terms = parts.compactMap(CueTerm.init)
    if terms.isEmpty || terms.count != parts.count || terms.allSatisfy(\.isNegative) { return nil }
  }
}

/// A phrase found in a sentence.
struct CueHit {
  /// The index of its first token.
  var token: Int
  /// The number of tokens.
  var length: Int
  /// The phrase in the table.
  var phrase: Int
}
