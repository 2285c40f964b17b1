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
  /// The patterns of remembered words: a count, then the patterns.
  private var pool: [UInt16] = [0]
  private static let firstSize = 1 << 12
  private static let lastSize = 1 << 16

  /// A word and where the pool keeps its patterns; a hash of 0 for none.
  private struct Slot {
    var hash: UInt64 = 0
    var entry: UInt32 = 0
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
    for index in 0..<tokens.count where tokens[index].kind == .word {
      let entry = Int(remembered(tokens[index], text))
      if entry == 0 { continue }
      for offset in 1...Int(pool[entry]) {
        let pattern = Int(pool[entry + offset])
        for place in Int(table.startPlaces[pattern])..<Int(table.startPlaces[pattern + 1]) {
          let start = table.starts[place]
          let phrase = Int(start.phrase)
          if !start.hasMore {
            hits.append(CueHit(token: index, length: 1, phrase: phrase))
          } else if let length = length(of: phrase, at: index, tokens, text) {
            hits.append(CueHit(token: index, length: length, phrase: phrase))
          }
        }
      }
    }
  }

  /// How many tokens the phrase covers here; `nil` when its further words do not follow.
  private mutating func length(
    of phrase: Int,
    at start: Int,
    _ tokens: TokenBuffer,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let count = table.phrases[phrase].words.count
    var index = start
    for word in 1..<count {
      index += 1
      while index < tokens.count, tokens[index].kind == .punctuation, tokens[index].hash == 0x2D {
        index += 1
      }
      guard index < tokens.count else { return nil }
      let pattern = table.phrases[phrase].words[word]
      if tokens[index].kind == .number {
        let digits = text[tokens[index].range]
        guard digits.elementsEqual(table.patterns[pattern].letters) else { return nil }
      } else {
        guard tokens[index].kind == .word else { return nil }
        let entry = Int(remembered(tokens[index], text))
        guard entry > 0,
          pool[(entry + 1)...(entry + Int(pool[entry]))].contains(UInt16(pattern))
        else { return nil }
      }
    }
    return index - start + 1
  }

  /// Where the pool keeps the patterns of a token's word; 0 when it fits none.
  @inline(__always)
  private mutating func remembered(
    _ token: Token,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    var slot = place(of: token.hash)
    while slots[slot].hash != 0 {
      if slots[slot].hash == token.hash { return slots[slot].entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    return learn(token, text)
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }

  private mutating func learn(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if used > slots.count / 2 { makeRoom() }
    var slot = place(of: token.hash)
    while slots[slot].hash != 0 { slot = (slot + 1) & (slots.count - 1) }
    let found = table.patterns(for: Self.folded(text[token.range]))
    var entry: UInt32 = 0
    if !found.isEmpty {
      entry = UInt32(pool.count)
      pool.append(UInt16(found.count))
      pool.append(contentsOf: found)
    }
    slots[slot] = Slot(hash: token.hash, entry: entry)
    used += 1
    return entry
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
    for word in known where word.hash != 0 {
      var slot = place(of: word.hash)
      while slots[slot].hash != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = word
    }
  }

  /// A word in lower case, soft hyphens left out.
  static func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { $0 &- 65 < 26 ? $0 | 32 : $0 } }
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return Array(text.filter { $0 != "\u{AD}" }.utf8)
  }
}
