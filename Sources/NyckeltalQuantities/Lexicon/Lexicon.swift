import NyckeltalModel

/// The words that the rules know, found by hash.
///
/// It is built once and never changes. A word that is no trigger costs one probe. It and its tables
/// lie in memory that is kept as long as the process lives, so that whoever reads a line need not
/// hold on to them.
struct Lexicon {
  /// The lexicon of the built-in tables.
  nonisolated(unsafe) static let shared: UnsafePointer<Lexicon> = {
    let memory = UnsafeMutablePointer<Lexicon>.allocate(capacity: 1)
    memory.initialize(to: Lexicon())
    return UnsafePointer(memory)
  }()

  let lexemes: UnsafeBufferPointer<Lexeme>
  let units: UnitTable
  let morphemes: MorphemeTrie
  let phrases: [QualifierPhrase]
  let phrasesBehind: [QualifierPhrase]
  /// The same as ``phrases``, for the loop that compares them with tokens.
  let phraseTable:
    UnsafeBufferPointer<(qualifier: Qualifier, count: Int, hashes: UnsafePointer<UInt64>)>
  /// The words by hash, open addressing.
  let slots: UnsafeBufferPointer<Slot>
  /// A bit for each hash's lowest 16 bits: most words that are not in the lexicon end here.
  let filter: UnsafeBufferPointer<UInt64>

  /// A place of the table.
  struct Slot {
    var hash: UInt64 = 0
    var lexeme: UInt16 = 0
    var code = Word.none
    var isTrigger = false
  }

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
    phraseTable = Self.kept(
      phrases.compactMap { phrase in
        Self.kept(phrase.hashes).baseAddress.map { (phrase.qualifier, phrase.hashes.count, $0) }
      }
    )
    phrasesBehind = words.addPhrases(QualifierPhrase.behind, behind: true)
    lexemes = Self.kept(words.lexemes)
    morphemes = MorphemeTrie()
    var size = 1024
    while size < words.hashes.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var filter = [UInt64](repeating: 0, count: 1024)
    for (hash, index) in words.hashes {
      var slot = Self.slot(hash, count: size)
      while slots[slot].lexeme != 0 { slot = (slot + 1) & (size - 1) }
      let lexeme = words.lexemes[Int(index)]
      slots[slot] = Slot(
        hash: hash,
        lexeme: index,
        code: lexeme.code,
        isTrigger: lexeme.roles.contains(.trigger)
      )
      filter[Int(hash & 0xFFFF) >> 6] |= 1 << (hash & 63)
    }
    self.slots = Self.kept(slots)
    self.filter = Self.kept(filter)
  }

  /// Memory for a table that is never given back.
  static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    return UnsafeBufferPointer(memory)
  }

  /// The lexeme with a hash; 0 when there is none.
  func lookUp(_ hash: UInt64) -> UInt16 {
    Self.find(hash, in: slots)?.lexeme ?? 0
  }

  @inline(__always)
  static func find(_ hash: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Slot? {
    var place = slot(hash, count: slots.count)
    while true {
      let slot = slots[place]
      if slot.lexeme == 0 { return nil }
      if slot.hash == hash { return slot }
      place = (place + 1) & (slots.count - 1)
    }
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (count - 1)
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
