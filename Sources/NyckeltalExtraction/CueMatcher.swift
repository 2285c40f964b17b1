import NyckeltalQuantities

/// A phrase found in a sentence.
struct CueHit {
  /// The index of its first token.
  var token: Int
  /// The number of tokens.
  var length: Int
  /// The phrase in the table.
  var phrase: Int
}

/// Finds the table's phrases among tokens.
///
/// What a word fits is worked out once for each word of the language that occurs and remembered
/// by its hash, so that running text costs a look-up a word.
struct CueMatcher {
  let table: CueTable
  private var slots: [Slot]
  private var used = 0
  /// Where the pool keeps what the remembered words fit, by the numbers that the slots have: none
  /// for an empty slot, none for a word that fits nothing.
  private var entries: [Int32] = [0, 0]
  /// What remembered words fit: the number of phrases that begin with the word, those phrases, the
  /// number of patterns, those patterns.
  private var pool: [Int32] = [0, 0]
  private static let firstSize = 1 << 12
  private static let lastSize = 1 << 16
  /// The number of the entry of a word that fits nothing, as most do.
  private static let fitsNothing = 1

  /// A remembered word: the upper 48 bits of its hash, and below them the number of its entry; 0
  /// for none. Small, so that the words of a language stay near the processor.
  private struct Slot {
    var bits: UInt64 = 0

    @inline(__always)
    init() {}

    @inline(__always)
    init(hash: UInt64, entry: Int) { bits = hash & ~0xFFFF | UInt64(entry) }

    @inline(__always)
    func isOf(_ hash: UInt64) -> Bool { (bits ^ hash) >> 16 == 0 }

    @inline(__always)
    var entry: Int { Int(bits & 0xFFFF) }
  }

  /// What the loop over a sentence's tokens reads, in memory that does not change meanwhile.
  private struct View {
    let tokens: UnsafeBufferPointer<Token>
    let text: UnsafeBufferPointer<UInt8>
    let slots: UnsafeBufferPointer<Slot>
    let entries: UnsafeBufferPointer<Int32>
    let pool: UnsafeBufferPointer<Int32>
    /// The table's phrases, see ``CueTable/phraseWords``.
    let words: UnsafeBufferPointer<Int32>
    let wordStarts: UnsafeBufferPointer<Int32>
    let table: Unmanaged<CueTable>

    /// Where the pool keeps what a token's word fits, 0 when it fits nothing; `nil` for a word that
    /// is not known yet.
    @inline(__always)
    func entry(_ index: Int) -> Int? {
      let hash = tokens[index].hash
      var slot = CueMatcher.place(of: hash, in: slots.count)
      while slots[slot].bits != 0 {
        if slots[slot].isOf(hash) {
          let number = slots[slot].entry
          return number == CueMatcher.fitsNothing ? 0 : Int(entries[number])
        }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return nil
    }

    func scan(from index: inout Int, into hits: inout [CueHit]) -> Int? {
      while index < tokens.count {
        if tokens[index].kind == .word {
          guard let entry = entry(index) else { return index }
          if entry != 0, let unknown = addHits(of: entry, at: index, &hits) { return unknown }
        }
        index &+= 1
      }
      return nil
    }

    /// Adds the phrases that begin with a word; none of them, when it returns a further word that
    /// is not known yet.
    private func addHits(of entry: Int, at index: Int, _ hits: inout [CueHit]) -> Int? {
      let before = hits.count
      let count = Int(pool[entry])
      for place in entry &+ 1..<entry &+ 1 &+ count {
        let start = Int(pool[place])
        let phrase = start >> 1
        var length = 1
        if start & 1 == 1 {
          switch extent(of: phrase, at: index) {
          case .none: continue
          case .tokens(let found): length = found
          case .unknown(let token):
            hits.removeLast(hits.count - before)
            return token
          }
        }
        hits.append(CueHit(token: index, length: length, phrase: phrase))
      }
      return nil
    }

    private enum Extent {
      /// The phrase's further words do not follow.
      case none
      /// How many tokens it covers.
      case tokens(Int)
      /// A word that is not known yet.
      case unknown(Int)
    }

    private func extent(of phrase: Int, at start: Int) -> Extent {
      var index = start
      for place in Int(wordStarts[phrase]) + 1..<Int(wordStarts[phrase + 1]) {
        index += 1
        while index < tokens.count, tokens[index].kind == .punctuation, tokens[index].hash == 0x2D {
          index += 1
        }
        guard index < tokens.count else { return .none }
        let pattern = words[place]
        if tokens[index].kind == .number {
          let letters = table._withUnsafeGuaranteedRef { $0.patterns[Int(pattern)].letters }
          guard text[tokens[index].range].elementsEqual(letters) else { return .none }
        } else {
          guard tokens[index].kind == .word else { return .none }
          guard let entry = entry(index) else { return .unknown(index) }
          let patterns = entry + 1 + Int(pool[entry])
          let range = patterns + 1..<patterns + 1 + Int(pool[patterns])
          guard range.contains(where: { pool[$0] == pattern }) else { return .none }
        }
      }
      return .tokens(index - start + 1)
    }
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
    hits.removeAll(keepingCapacity: true)
    tokens.withUnsafeBufferPointer { tokens in
      var index = 0
      while let unknown = scan(tokens, text, from: &index, into: &hits) {
        learn(tokens[unknown], text)
      }
    }
  }

  /// Goes on from a token to the end, or to a word that is not known; returns that word's token.
  private func scan(
    _ tokens: UnsafeBufferPointer<Token>,
    _ text: UnsafeBufferPointer<UInt8>,
    from index: inout Int,
    into hits: inout [CueHit]
  ) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        pool.withUnsafeBufferPointer { pool in
          table.phraseWords.withUnsafeBufferPointer { words in
            table.phraseWordStarts.withUnsafeBufferPointer { wordStarts in
              let view = View(
                tokens: tokens,
                text: text,
                slots: slots,
                entries: entries,
                pool: pool,
                words: words,
                wordStarts: wordStarts,
                table: .passUnretained(table)
              )
              return view.scan(from: &index, into: &hits)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func place(of hash: UInt64, in count: Int) -> Int {
    // of the bits that a slot keeps, so that a slot tells its own place
    Int(truncatingIfNeeded: hash >> 16 ^ hash >> 40) & (count &- 1)
  }

  private mutating func learn(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) {
    if used > slots.count / 2 { makeRoom() }
    let found = table.patterns(for: Self.folded(text[token.range]))
    var entry = Self.fitsNothing
    if !found.isEmpty {
      entry = entries.count
      entries.append(Int32(pool.count))
      let starts = found.flatMap { table.starts(of: Int($0)) }
      pool.append(Int32(starts.count))
      for start in starts { pool.append(start.phrase << 1 | (start.hasMore ? 1 : 0)) }
      pool.append(Int32(found.count))
      for pattern in found { pool.append(Int32(pattern)) }
    }
    remember(token.hash, entry)
    used += 1
  }

  private mutating func remember(_ hash: UInt64, _ entry: Int) {
    var slot = Self.place(of: hash, in: slots.count)
    while slots[slot].bits != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Slot(hash: hash, entry: entry)
  }

  /// Doubles the memory for words, which is small as long as they are few, so that it stays near
  /// the processor; a text with very many different words starts afresh.
  private mutating func makeRoom() {
    if slots.count >= Self.lastSize {
      self = CueMatcher(table)
      return
    }
    let known = slots
    slots = Array(repeating: Slot(), count: known.count * 2)
    for word in known where word.bits != 0 { remember(word.bits, word.entry) }
  }

  /// A word in lower case, soft hyphens left out.
  static func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { $0 &- 65 < 26 ? $0 | 32 : $0 } }
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return Array(text.filter { $0 != "\u{AD}" }.utf8)
  }
}
