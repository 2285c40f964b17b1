/// The words that the rules know, found by hash.
///
/// It is built once and never changes. A word that is no trigger costs one probe.
final class Lexicon: Sendable {
  /// The lexicon of the built-in tables.
  static let shared = Lexicon()

  let lexemes: [Lexeme]
  let units: UnitTable
  let morphemes: MorphemeTrie
  let phrases: [QualifierPhrase]
  let phrasesBehind: [QualifierPhrase]
  private let keys: [UInt64]
  private let values: [UInt16]
  private let mask: Int

  private init() {
    var words = LexiconBuilder()
    words.addNumbers()
    words.addFractionsAndMultiples()
    words.addStructure()
    words.addPeriods()
    words.addReferences()
    words.addChanges()
    units = UnitTable.builtIn
    for (index, form) in units.forms.enumerated() {
      words.add(unitForm: form.text, unit: units.forms[index].unit)
    }
    phrases = words.addPhrases(QualifierPhrase.before, behind: false)
    phrasesBehind = words.addPhrases(QualifierPhrase.behind, behind: true)
    lexemes = words.lexemes
    morphemes = MorphemeTrie()
    var size = 1024
    while size < words.hashes.count * 4 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [UInt16](repeating: 0, count: size)
    for (hash, lexeme) in words.hashes {
      var slot = Self.slot(hash, mask: size - 1)
      while values[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = hash
      values[slot] = lexeme
    }
    self.keys = keys
    self.values = values
    mask = size - 1
  }

  /// Gives a word token its lexeme, if it has one.
  @inline(__always)
  func resolve(_ token: inout Token, in text: UnsafeBufferPointer<UInt8>) {
    let found = lookUp(token.hash)
    if found != 0 {
      token.lexeme = found
      token.code = lexemes[Int(found)].code
    } else if token.count >= 6, morphemes.mayBegin(text[Int(token.start)]) {
      if let form = morphemes.form(of: token.range, in: text) { token.lexeme = form.rawValue }
    }
  }

  /// The lexeme with a hash; 0 when there is none.
  @inline(__always)
  func lookUp(_ hash: UInt64) -> UInt16 {
    var slot = Self.slot(hash, mask: mask)
    while true {
      let value = values[slot]
      if value == 0 { return 0 }
      if keys[slot] == hash { return value }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
  }
}

/// Collects the words of the tables before they are laid out.
struct LexiconBuilder {
  private(set) var lexemes = [Lexeme](
    repeating: Lexeme(roles: [.trigger, .glued]),
    count: Int(GluedForm.last) + 1
  )
  private(set) var hashes: [UInt64: UInt16] = [:]

  init() { lexemes[0] = Lexeme() }

  /// Adds spellings, separated by spaces, or what they can mean besides.
  mutating func add(
    _ spellings: String,
    _ code: Word = .none,
    _ roles: Roles = [],
    number: Double? = nil,
    small: UInt8? = nil
  ) {
    for spelling in spellings.split(separator: " ") {
      change(String(spelling)) { lexeme in
        if code != .none { lexeme.code = code }
        lexeme.roles.formUnion(roles)
        if let number { lexeme.number = number }
        if let small { lexeme.small = small }
      }
    }
  }

  mutating func add(unitForm: String, unit: UInt16) {
    change(unitForm) { lexeme in
      if lexeme.unit == 0 { lexeme.unit = unit }
    }
  }

  /// Adds qualifier phrases by their last word, or by their first for those behind a figure.
  mutating func addPhrases(_ table: [QualifierPhrase], behind: Bool) -> [QualifierPhrase] {
    let key: (QualifierPhrase) -> UInt64 = { phrase in
      (behind ? phrase.hashes.first : phrase.hashes.last) ?? 0
    }
    let sorted = table.sorted { left, right in
      let keys = (key(left), key(right))
      if keys.0 != keys.1 { return keys.0 < keys.1 }
      return left.hashes.count > right.hashes.count
    }
    var start = 0
    while start < sorted.count {
      let hash = key(sorted[start])
      let end = sorted[start...].firstIndex { key($0) != hash } ?? sorted.count
      let range = UInt16(start)..<UInt16(end)
      change(hash) { lexeme in
        if behind { lexeme.phrasesBehind = range } else { lexeme.phrases = range }
      }
      start = end
    }
    return sorted
  }

  private mutating func change(_ spelling: String, _ body: (inout Lexeme) -> Void) {
    change(WordHash(spelling).value, body)
  }

  private mutating func change(_ hash: UInt64, _ body: (inout Lexeme) -> Void) {
    if let index = hashes[hash] { return body(&lexemes[Int(index)]) }
    var lexeme = Lexeme()
    body(&lexeme)
    hashes[hash] = UInt16(lexemes.count)
    lexemes.append(lexeme)
  }
}
