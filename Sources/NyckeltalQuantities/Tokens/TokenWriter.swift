/// Writes a text's tokens into memory: the loop that every byte goes through.
struct TokenWriter {
  /// Where a writer stands in its text.
  struct Place {
    var position = 0
    var gap = Token.Gap.start
  }

  let text: UnsafeBufferPointer<UInt8>
  let count: Int
  let classes: UnsafeBufferPointer<UInt8>
  let slots: UnsafeBufferPointer<Lexicon.Slot>
  let filter: UnsafeBufferPointer<UInt64>
  let lexicon: Lexicon?
  let output: UnsafeMutableBufferPointer<Token>
  /// How many tokens have been written.
  var written: Int
  var place: Place
  /// Whether a token has been written that the reader stops at.
  var hasTrigger = false

  /// Writes until the text or the memory ends; returns whether it was the text.
  mutating func run() -> Bool {
    var position = place.position
    var gap = place.gap
    while position < count {
      if written == output.count {
        place = Place(position: position, gap: gap)
        return false
      }
      let byte = text[position]
      let kind = classes[Int(byte)]
      if kind == ByteClass.letter {  // most often, and then a space
        word(&position, byte, gap)
        gap = .none
        if position < count, text[position] == 0x20 {
          position += 1
          gap = .space
        }
        continue
      }
      switch kind {
      case ByteClass.space:
        position += 1
        gap = Self.wider(gap, by: byte)
        continue
      case ByteClass.digit:
        let start = position
        repeat { position += 1 } while position < count && text[position] &- 48 < 10
        write(start, &position, hash: 0, .number, gap)
        hasTrigger = true
      case ByteClass.sign:
        let start = position
        position += 1
        write(start, &position, hash: UInt64(byte), .punctuation, gap)
      default:
        if isLatinLetter(position) {
          word(&position, byte, gap)
          break
        }
        let sign = TextScalar(text, at: position, count: count)
        if sign.isSpace {
          position += sign.length
          gap = Self.wider(gap, by: 0x20)
          continue
        }
        if sign.isLetter {
          word(&position, byte, gap)
          break
        }
        let start = position
        position += max(sign.length, 1)
        let kind: Token.Kind = sign.length == 0 ? .broken : .punctuation
        write(start, &position, hash: UInt64(sign.value), kind, gap)
        hasTrigger = true
      }
      gap = .none
    }
    place = Place(position: position, gap: gap)
    return true
  }

  /// White space so far and one more; a tab or a line end is as wide as two spaces.
  @inline(__always)
  private static func wider(_ gap: Token.Gap, by byte: UInt8) -> Token.Gap {
    switch gap {
    case .none: byte == 0x20 ? .space : .wide
    case .space: .wide
    case .wide, .start: gap
    }
  }

  /// Whether à–þ or À–Þ stands at a position: most of what is not ASCII in Swedish.
  @inline(__always)
  private func isLatinLetter(_ position: Int) -> Bool {
    guard text[position] == 0xC3, position + 1 < count else { return false }
    let low = text[position + 1]
    return low & 0xC0 == 0x80 && low != 0x97 && low != 0xB7  // × and ÷ are no letters
  }

  /// Writes a token; continuation bytes astray behind it are made part of it and break it.
  @inline(__always)
  private mutating func write(
    _ start: Int,
    _ end: inout Int,
    hash: UInt64,
    _ kind: Token.Kind,
    _ gap: Token.Gap
  ) {
    var kind = kind
    while end < count, text[end] & 0xC0 == 0x80 {
      end += 1
      kind = .broken
    }
    output[written] = Token(
      start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: end),
      hash: kind == .broken ? 0 : hash,
      lexeme: 0,
      code: .none,
      kind: kind,
      gap: gap,
      isCapitalized: false
    )
    written += 1
  }

  /// Writes a word with its hash in lower case and its place in the lexicon.
  @inline(__always)
  private mutating func word(_ position: inout Int, _ first: UInt8, _ gap: Token.Gap) {
    let start = position
    let count = count
    var end = position
    var hash = WordHash.seed
    var isBroken = false
    while true {
      while end < count {
        let byte = text[end]
        guard classes[Int(byte)] == ByteClass.letter else { break }
        hash = (hash ^ UInt64(byte | 0x20)) &* WordHash.prime
        end += 1
      }
      guard end < count, text[end] >= 0x80 else { break }
      if isLatinLetter(end) {
        let low = text[end + 1]
        hash = (hash ^ 0xC3 ^ UInt64(low < 0x9F ? low | 0x20 : low) << 8) &* WordHash.prime
        end += 2
      } else if !rareLetter(from: start, &end, &hash, &isBroken) {
        break
      }
    }
    position = end
    var token = Token(
      start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: position),
      hash: isBroken ? 0 : hash,
      lexeme: 0,
      code: .none,
      kind: isBroken ? .broken : .word,
      gap: gap,
      isCapitalized: first &- 65 < 26
        || (first == 0xC3 && start + 1 < count && text[start + 1] < 0x9F)
    )
    if !isBroken, let lexicon { resolve(&token, lexicon) }
    output[written] = token
    written += 1
    if token.isTrigger { hasTrigger = true }
  }

  /// Soft hyphens, combining marks, letters of other alphabets and bytes astray in a word; false
  /// where the word ends.
  private func rareLetter(
    from start: Int,
    _ position: inout Int,
    _ hash: inout UInt64,
    _ isBroken: inout Bool
  ) -> Bool {
    let sign = TextScalar(text, at: position, count: count)
    if sign.value == 0xAD {
      position += 2
    } else if sign.value == 0x30A || sign.value == 0x308, position > start {
      let letter = text[position - 1] | 0x20
      position += 2
      let low: UInt64
      switch (letter, sign.value) {
      case (0x61, 0x30A): low = 0xA5
      case (0x61, _): low = 0xA4
      case (0x6F, 0x308): low = 0xB6
      default: return true
      }
      hash = hashOfPlain(start..<(position - 3))
      hash = (hash ^ 0xC3 ^ low << 8) &* WordHash.prime
    } else if sign.isLetter {
      for offset in 0..<sign.length {
        hash = (hash ^ UInt64(text[position + offset])) &* WordHash.prime
      }
      position += sign.length
    } else if sign.length == 0, text[position] & 0xC0 == 0x80 {
      isBroken = true
      position += 1
    } else {
      return false
    }
    return true
  }

  /// The hash of letters that have been hashed before, for what a combining mark changes.
  private func hashOfPlain(_ range: Range<Int>) -> UInt64 {
    var hash = WordHash.seed
    var position = range.lowerBound
    while position < range.upperBound {
      if isLatinLetter(position) {
        let low = text[position + 1]
        hash = (hash ^ 0xC3 ^ UInt64(low < 0x9F ? low | 0x20 : low) << 8) &* WordHash.prime
        position += 2
      } else {
        hash = (hash ^ UInt64(text[position] | 0x20)) &* WordHash.prime
        position += 1
      }
    }
    return hash
  }

  /// Gives a word its lexeme: from the table, or as a number glued together from parts.
  @inline(__always)
  private func resolve(_ token: inout Token, _ lexicon: Lexicon) {
    let hash = token.hash
    if filter[Int(hash & 0xFFFF) >> 6] & (1 << (hash & 63)) != 0,
      let slot = Lexicon.find(hash, in: slots)
    {
      token.lexeme = slot.lexeme
      token.code = slot.code
      token.isTrigger = slot.isTrigger
    } else if token.count >= 6,
      lexicon.morphemes.mayBegin(text[Int(token.start)], text[Int(token.start) + 1]),
      let form = lexicon.morphemes.form(of: token.range, in: text)
    {
      token.lexeme = form.rawValue
      token.isTrigger = true
    }
  }
}
