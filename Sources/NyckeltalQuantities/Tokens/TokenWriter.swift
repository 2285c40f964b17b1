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
  let words: WordReader
  let output: UnsafeMutableBufferPointer<Token>
  /// Room for the places of the tokens that the reader stops at, one more than for tokens.
  let triggers: UnsafeMutableBufferPointer<Int32>
  /// How many tokens have been written.
  var written: Int
  /// How many of them the reader stops at.
  var triggerCount: Int
  var place: Place

  /// Writes until the text or the memory ends; returns whether it was the text.
  mutating func run() -> Bool {
    // A copy of its own, so that storing a token cannot be thought to change the writer's fields.
    var writer = self
    let isDone = writer.write()
    self = writer
    return isDone
  }

  @inline(__always)
  private mutating func write() -> Bool {
    var position = place.position
    var gap = place.gap
    while position < count {
      if written == output.count {
        place = Place(position: position, gap: gap)
        return false
      }
      let byte = text[position]
      var kind = classes[Int(byte)]
      var sign = TextScalar()
      if kind == ByteClass.high {
        if isLatinLetter(position) {
          kind = ByteClass.letter
        } else {
          sign = TextScalar(text, at: position, count: count)
          if sign.isRaisedDigit, isNote(behind: position, gap) {
            position += sign.length
            continue
          }
          if sign.isSpace {
            position += sign.length
            gap = Self.wider(gap, by: 0x20)
            continue
          }
          if sign.isLetter { kind = ByteClass.letter }
        }
      }
      if kind == ByteClass.letter {  // most often, and then a space
        let token = words.word(at: position, byte, gap)
        output[written] = token
        addTrigger(token.isTrigger)
        written &+= 1
        position = Int(token.end)
        gap = .none
        if position < count, text[position] == 0x20 {
          position &+= 1
          gap = .space
        }
        continue
      }
      let start = position
      switch kind {
      case ByteClass.space:
        position &+= 1
        gap = Self.wider(gap, by: byte)
        continue
      case ByteClass.digit:
        // a number's value is wanted several times; what has more digits is none
        var value: UInt64 = 0
        repeat {
          value = value &* 10 &+ UInt64(text[position] &- 48)
          position &+= 1
        } while position < count && text[position] &- 48 < 10
        addTrigger(true)
        let isShort = position &- start <= Token.mostDigits
        write(start, &position, hash: isShort ? value | Token.numberMark : 0, .number, gap)
      case ByteClass.sign:
        position &+= 1
        write(start, &position, hash: UInt64(byte), .punctuation, gap)
      default:
        position &+= max(sign.length, 1)
        addTrigger(true)
        let kind: Token.Kind = sign.length == 0 ? .broken : .punctuation
        write(start, &position, hash: UInt64(sign.value), kind, gap)
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

  /// Whether a raised digit is the number of a note: behind a number or a word that is no measure of
  /// length, whose powers are written so: "m²", "10⁶".
  private func isNote(behind position: Int, _ gap: Token.Gap) -> Bool {
    guard gap == .none, written > 0 else { return false }
    let last = output[written - 1]
    switch last.kind {
    case .number: return last.hash != 10 | Token.numberMark
    case .word: return last.count > 2 || text[Int(last.end) - 1] | 0x20 != 0x6D && last.count > 1
    default: return false
    }
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
      end &+= 1
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
    written &+= 1
  }

  /// Notes that the reader stops at the token that is being written.
  @inline(__always)
  private mutating func addTrigger(_ isTrigger: Bool) {
    triggers[triggerCount] = Int32(truncatingIfNeeded: written)
    triggerCount &+= isTrigger ? 1 : 0
  }
}

/// Reads words: their hashes in lower case and their places in the lexicon.
///
/// It has nothing that changes, so that the loop that writes tokens keeps its own state at hand.
struct WordReader {
  let text: UnsafeBufferPointer<UInt8>
  let count: Int
  let slots: UnsafeBufferPointer<Lexicon.Slot>
  let filter: UnsafeBufferPointer<UInt64>
  let lexicon: UnsafePointer<Lexicon>?
  /// What the latest words are, which most words of a text have been before.
  let known: UnsafeMutableBufferPointer<KnownWord>

  /// The word that begins at a position with a certain byte.
  func word(at start: Int, _ first: UInt8, _ gap: Token.Gap) -> Token {
    var end = start
    var hash = WordHash.seed
    var isBroken = false
    while true {
      let chunk = WordChunk(text, at: end, count: count)
      if chunk.length > 0 {
        hash = WordHash.mix(hash, chunk.letters)
        end &+= chunk.length
      }
      if chunk.goesOn { continue }
      if chunk.stop >= 0x80, hasRareLetter(at: end) {
        (end, hash, isBroken) = RareWord.read(text, from: start, count: count)
      }
      break
    }
    var token = Token(
      start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: end),
      hash: isBroken ? 0 : hash,
      lexeme: 0,
      code: .none,
      kind: isBroken ? .broken : .word,
      gap: gap,
      isCapitalized: first &- 65 < 26
        || (first == 0xC3 && start + 1 < count && text[start + 1] < 0x9F)
    )
    if !isBroken { resolve(&token) }
    return token
  }

  /// Whether the word goes on with what is neither ASCII nor à–þ: a soft hyphen, a combining mark,
  /// a letter of another alphabet, a byte astray.
  private func hasRareLetter(at position: Int) -> Bool {
    let sign = TextScalar(text, at: position, count: count)
    return sign.isLetter || sign.length == 0 && text[position] & 0xC0 == 0x80
  }

  /// Gives a word its lexeme, as it was found for the same word before or as the lexicon has it: from
  /// the table, or as a number glued together from parts.
  @inline(__always)
  private func resolve(_ token: inout Token) {
    let hash = token.hash
    if known.isEmpty { return }
    let place = Int(truncatingIfNeeded: hash >> 20) & (known.count &- 1)
    if known[place].hash == hash {
      token.lexeme = known[place].lexeme
      token.code = known[place].code
      token.isTrigger = known[place].isTrigger
    } else {
      lookUp(&token)
      known[place] = KnownWord(token)
    }
  }

  private func lookUp(_ token: inout Token) {
    let hash = token.hash
    if filter[Int(hash & 0xFFFF) >> 6] & (1 << (hash & 63)) != 0,
      let slot = Lexicon.find(hash, in: slots)
    {
      token.lexeme = slot.lexeme
      token.code = slot.code
      token.isTrigger = slot.isTrigger
    } else if token.count >= 6, let lexicon,
      lexicon.pointee.morphemes.mayBegin(text[Int(token.start)], text[Int(token.start) + 1]),
      let form = lexicon.pointee.morphemes.form(of: token.range, in: text)
    {
      token.lexeme = form.rawValue
      token.isTrigger = true
    }
  }
}

/// What a word is in the lexicon: all that its hash tells of it.
struct KnownWord {
  /// How many are remembered, a power of two: few enough to stay near the processor.
  static let count = 1 << 12

  var hash: UInt64 = 0
  var lexeme: UInt16 = 0
  var code = Word.none
  var isTrigger = false

  /// No word.
  init() {}

  init(_ token: Token) {
    hash = token.hash
    lexeme = token.lexeme
    code = token.code
    isTrigger = token.isTrigger
  }
}
