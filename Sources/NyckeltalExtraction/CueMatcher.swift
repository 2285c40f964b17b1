import NyckeltalQuantities

/// Finds the table's phrases among tokens.
///
/// What a word fits is worked out once for each word of the language that occurs and remembered
/// by its hash, so that running text costs a look-up a word.
struct CueMatcher {
  let table: CueTable
  private var slots: [Slot]
  private var used = 0
  /// What the remembered words fit, by the numbers that the slots have; the first is of a word that
  /// fits nothing, as most do.
  private var entries = [Entry()]
  /// The phrases and patterns of all entries.
  private var pool: [Int32] = []
  /// For each token of the text, the number of what it fits; 0 when it fits nothing, below zero
  /// where it only goes on with phrases that another word begins.
  private var fits: [Int32] = []
  /// The entries by the patterns that their words fit: words that fit the same share one.
  private var entryOf: [[Int32]: Int32] = [:]
  private static let firstSize = 1 << 12
  private static let lastSize = 1 << 16
  /// The most words that are remembered.
  private static let mostWords = (1 << 15) - 2
  /// The highest number of an entry that a slot can tell.
  private static let lastEntry = (1 << 15) - 1

  /// A remembered word: the upper 47 bits of its hash, a bit that tells it from none, its entry's
  /// number, and in the lowest bit whether it begins a phrase.
  ///
  /// It is small, so that the words of a language stay near the processor.
  private struct Slot {
    var bits: UInt64 = 0

    @inline(__always)
    init() {}

    @inline(__always)
    init(hash: UInt64, entry: Int, begins: Bool) {
      bits = hash & ~0xFFFF | 0x1_0000 | UInt64(entry) << 1 | (begins ? 1 : 0)
    }

    @inline(__always)
    func isOf(_ hash: UInt64) -> Bool { (bits ^ hash) >> 17 == 0 }

    /// The number of its entry, below zero where the word begins no phrase.
    @inline(__always)
    var fit: Int32 {
      let entry = Int32(truncatingIfNeeded: bits & 0xFFFF) >> 1
      return bits & 1 == 1 ? entry : -entry
    }
  }

  /// What a remembered word fits, as places in the pool.
  private struct Entry {
    /// The phrases that begin with the word.
    var phrases: Range<Int32> = 0..<0
    /// Those of them that have no further word, once more.
    var singles: Range<Int32> = 0..<0
    var patterns: Range<Int32> = 0..<0
    /// The patterns, as bits that several patterns may share.
    var signature: UInt64 = 0
    /// The patterns that the phrases' second words have, as such bits.
    var seconds: UInt64 = 0
  }

  init(_ table: CueTable) {
    self.table = table
    slots = Array(repeating: Slot(), count: Self.firstSize)
  }

  /// Replaces the hits with those of some tokens.
  mutating func match(
    _ tokens: TokenBuffer,
    in text: UnsafeBufferPointer<UInt8>,
    into hits: inout [CueHit]
  ) {
    if fits.count < tokens.count {
      fits += repeatElement(0, count: tokens.count * 2 - fits.count)
    }
    // never within a sentence, whose tokens have the entries' numbers
    if entries.count > Self.lastEntry { forgetEntries() }
    tokens.withUnsafeBufferPointer { tokens in
      var index = lookUp(tokens, from: 0)
      while index < tokens.count {
        fits[index] = learn(tokens[index], text)
        index = lookUp(tokens, from: index + 1)
      }
    }
    addHits(tokens, text, to: &hits)
  }

  /// Looks up what words fit, from a token to the end or to a word that is not known; returns that
  /// word's token.
  private mutating func lookUp(_ tokens: UnsafeBufferPointer<Token>, from start: Int) -> Int {
    // its own while it is written, so that the slots can be read meanwhile
    var found: [Int32] = []
    swap(&found, &fits)
    defer { swap(&found, &fits) }
    return found.withUnsafeMutableBufferPointer { found in
      slots.withUnsafeBufferPointer { slots in
        for index in start..<tokens.count {
          guard tokens[index].kind == .word else {
            found[index] = 0
            continue
          }
          let hash = tokens[index].hash
          var slot = Self.place(of: hash, in: slots.count)
          while slots[slot].bits != 0, !slots[slot].isOf(hash) {
            slot = (slot &+ 1) & (slots.count &- 1)
          }
          if slots[slot].bits == 0 { return index }
          found[index] = slots[slot].fit
        }
        return tokens.count
      }
    }
  }

  /// Replaces the hits with those of tokens that were looked up.
  private func addHits(
    _ tokens: TokenBuffer,
    _ text: UnsafeBufferPointer<UInt8>,
    to hits: inout [CueHit]
  ) {
    hits.removeAll(keepingCapacity: true)
    tokens.withUnsafeBufferPointer { addHits($0, text, to: &hits) }
  }

  private func addHits(
    _ tokens: UnsafeBufferPointer<Token>,
    _ text: UnsafeBufferPointer<UInt8>,
    to hits: inout [CueHit]
  ) {
    fits.withUnsafeBufferPointer { fits in
      entries.withUnsafeBufferPointer { entries in
        pool.withUnsafeBufferPointer { pool in
          for index in tokens.indices where fits[index] > 0 {
            let entry = Int(fits[index])
            let seconds = entries[entry].seconds
            // most words begin no phrase of several with the word behind them
            guard seconds != 0, Self.goesOn(seconds, behind: index, tokens, fits, entries) else {
              for place in entries[entry].singles {
                hits.append(CueHit(token: index, length: 1, phrase: Int(pool[Int(place)])))
              }
              continue
            }
            for place in entries[entry].phrases {
              let phrase = Int(pool[Int(place)])
              let length = extent(of: phrase, at: index, tokens, text, fits, entries)
              if length > 0 { hits.append(CueHit(token: index, length: length, phrase: phrase)) }
            }
          }
        }
      }
    }
  }

  /// Whether the word behind a token may be one of some patterns; a number or a hyphen there is
  /// looked at closely.
  @inline(__always)
  private static func goesOn(
    _ patterns: UInt64,
    behind index: Int,
    _ tokens: UnsafeBufferPointer<Token>,
    _ fits: UnsafeBufferPointer<Int32>,
    _ entries: UnsafeBufferPointer<Entry>
  ) -> Bool {
    guard index + 1 < tokens.count else { return false }
    if fits[index + 1] != 0 { return entries[abs(Int(fits[index + 1]))].signature & patterns != 0 }
    return tokens[index + 1].kind == .number || tokens[index + 1].isHyphen
  }

  /// How many tokens a phrase covers; 0 when its further words do not follow.
  private func extent(
    of phrase: Int,
    at start: Int,
    _ tokens: UnsafeBufferPointer<Token>,
    _ text: UnsafeBufferPointer<UInt8>,
    _ fits: UnsafeBufferPointer<Int32>,
    _ entries: UnsafeBufferPointer<Entry>
  ) -> Int {
    var index = start
    for place in table.words(behindFirstOf: phrase) {
      index += 1
      while index < tokens.count, tokens[index].isHyphen { index += 1 }
      guard index < tokens.count else { return 0 }
      let pattern = table.phraseWords[place]
      if tokens[index].kind == .number {
        let letters = table.patterns[Int(pattern)].letters
        guard text[tokens[index].range].elementsEqual(letters) else { return 0 }
      } else {
        let patterns = entries[abs(Int(fits[index]))].patterns
        guard patterns.contains(where: { pool[Int($0)] == pattern }) else { return 0 }
      }
    }
    return index - start + 1
  }

  @inline(__always)
  private static func place(of hash: UInt64, in count: Int) -> Int {
    // of the bits that a slot keeps, so that a slot tells its own place
    Int(truncatingIfNeeded: hash >> 17 ^ hash >> 41) & (count &- 1)
  }

  /// Works out what a word fits, remembers it and returns the number of its entry, below zero where
  /// the word begins no phrase.
  private mutating func learn(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if used >= min(slots.count / 2, Self.mostWords) { makeRoom() }
    let found = table.patterns(for: Self.folded(text[token.range]))
    var entry = Int32(0)
    if !found.isEmpty {
      if let known = entryOf[found] {
        entry = known
      } else {
        entry = Int32(entries.count)
        entries.append(newEntry(found))
        entryOf[found] = entry
      }
    }
    let begins = entry > 0 && !entries[Int(entry)].phrases.isEmpty
    // an entry that no slot can tell is worked out anew for each word
    if entry <= Int32(Self.lastEntry) {
      remember(Slot(hash: token.hash, entry: Int(entry), begins: begins))
      used += 1
    }
    return begins ? entry : -entry
  }

  /// Keeps what a word fits, by the patterns that it fits.
  private mutating func newEntry(_ patterns: [Int32]) -> Entry {
    var entry = Entry()
    let starts = patterns.flatMap { table.starts(of: Int($0)) }
    entry.phrases = keep(starts.map(\.phrase))
    entry.singles = keep(starts.lazy.filter { !$0.hasMore }.map(\.phrase))
    entry.patterns = keep(patterns)
    entry.signature = patterns.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    for start in starts where start.hasMore {
      let second = table.phraseWords[table.words(behindFirstOf: Int(start.phrase)).lowerBound]
      entry.seconds |= 1 << UInt64(second & 63)
    }
    return entry
  }

  private mutating func keep(_ numbers: some Sequence<Int32>) -> Range<Int32> {
    let first = Int32(pool.count)
    pool += numbers
    return first..<Int32(pool.count)
  }

  private mutating func remember(_ word: Slot) {
    var slot = Self.place(of: word.bits, in: slots.count)
    while slots[slot].bits != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = word
  }

  /// Doubles the memory for words, which is small as long as they are few.
  ///
  /// So it stays near the processor. In a text with very many different words they are learnt afresh;
  /// the entries stay, since the tokens of the sentence that is being read have their numbers.
  private mutating func makeRoom() {
    guard slots.count < Self.lastSize else { return forgetWords() }
    let known = slots
    slots = Array(repeating: Slot(), count: known.count * 2)
    for word in known where word.bits != 0 { remember(word) }
  }

  private mutating func forgetWords() {
    slots = Array(repeating: Slot(), count: Self.firstSize)
    used = 0
  }

  private mutating func forgetEntries() {
    forgetWords()
    entries = [Entry()]
    entryOf = [:]
    pool = []
  }

  /// A word in lower case, soft hyphens left out.
  static func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { $0 &- 65 < 26 ? $0 | 32 : $0 } }
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return Array(text.filter { $0 != "\u{AD}" }.utf8)
  }
}

extension Token {
  /// Whether it is a hyphen, which may stand between the words of a phrase.
  fileprivate var isHyphen: Bool { kind == .punctuation && hash == 0x2D }
}
