/// Cuts a text into words, runs of digits and signs, once for every rule.
public struct Tokenizer: Sendable {
  let lexicon: Lexicon

  /// Makes a tokenizer with the reader's own lexicon.
  public init() { lexicon = .shared }

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Replaces the buffer's tokens with those of a text.
  ///
  /// Any bytes are safe; what is not UTF-8 gives tokens of kind ``Token/Kind/broken``.
  public func tokenize(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
    buffer.tokens.removeAll(keepingCapacity: true)
    Self.split(text, lexicon: lexicon, into: &buffer.tokens)
  }

  /// Appends a text's tokens.
  static func split(
    _ text: UnsafeBufferPointer<UInt8>,
    lexicon: Lexicon?,
    into tokens: inout [Token]
  ) {
    let count = min(text.count, Int(Int32.max))
    var position = 0
    var gap = Token.Gap.start
    ByteClass.table.withUnsafeBufferPointer { classes in
      while position < count {
        let byte = text[position]
        let start = position
        switch classes[Int(byte)] {
        case ByteClass.space:
          position += 1
          widen(&gap, by: byte)
          continue
        case ByteClass.digit:
          repeat { position += 1 } while position < count && text[position] &- 48 < 10
          append(
            &tokens,
            start: start,
            end: &position,
            text: text,
            count: count,
            hash: 0,
            kind: .number,
            gap: gap
          )
        case ByteClass.sign:
          position += 1
          append(
            &tokens,
            start: start,
            end: &position,
            text: text,
            count: count,
            hash: UInt64(byte),
            kind: .punctuation,
            gap: gap
          )
        default:
          if byte >= 0x80, !isLatinLetter(text, at: position, count: count) {
            let sign = TextScalar(text, at: position, count: count)
            if sign.isSpace {
              position += sign.length
              widen(&gap)
              continue
            }
            if !sign.isLetter {
              position += sign.length
              append(
                &tokens,
                start: start,
                end: &position,
                text: text,
                count: count,
                hash: UInt64(sign.value),
                kind: sign.length == 0 ? .broken : .punctuation,
                gap: gap
              )
              break
            }
          }
          var hash = WordHash.seed
          let isBroken = word(text, classes, &position, count: count, hash: &hash)
          var token = Token(
            start: Int32(truncatingIfNeeded: start),
            end: Int32(truncatingIfNeeded: position),
            hash: isBroken ? 0 : hash,
            lexeme: 0,
            code: .none,
            kind: isBroken ? .broken : .word,
            gap: gap,
            isCapitalized: byte &- 65 < 26
              || (byte == 0xC3 && start + 1 < count && text[start + 1] < 0x9F)
          )
          if !isBroken, let lexicon { lexicon.resolve(&token, in: text) }
          tokens.append(token)
        }
        gap = .none
      }
    }
  }

  /// Whether à–þ or À–Þ stands at a position: most of what is not ASCII in Swedish.
  @inline(__always)
  private static func isLatinLetter(
    _ text: UnsafeBufferPointer<UInt8>,
    at position: Int,
    count: Int
  ) -> Bool {
    guard text[position] == 0xC3, position + 1 < count else { return false }
    let low = text[position + 1]
    return low & 0xC0 == 0x80 && low != 0x97 && low != 0xB7
  }

  /// Counts white space; a tab or a line end is as wide as two spaces.
  private static func widen(_ gap: inout Token.Gap, by byte: UInt8 = 0x20) {
    switch gap {
    case .none: gap = byte == 0x20 ? .space : .wide
    case .space: gap = .wide
    case .wide, .start: break
    }
  }

  /// Appends a token; continuation bytes astray behind it are made part of it and break it.
  private static func append(
    _ tokens: inout [Token],
    start: Int,
    end: inout Int,
    text: UnsafeBufferPointer<UInt8>,
    count: Int,
    hash: UInt64,
    kind: Token.Kind,
    gap: Token.Gap
  ) {
    var kind = kind
    if end == start { end += 1 }
    while end < count, text[end] & 0xC0 == 0x80 {
      end += 1
      kind = .broken
    }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end),
        hash: kind == .broken ? 0 : hash,
        lexeme: 0,
        code: .none,
        kind: kind,
        gap: gap,
        isCapitalized: false
      )
    )
  }

  /// Reads a word's letters and hashes them in lower case; returns whether bytes were astray.
  @inline(__always)
  private static func word(
    _ text: UnsafeBufferPointer<UInt8>,
    _ classes: UnsafeBufferPointer<UInt8>,
    _ position: inout Int,
    count: Int,
    hash: inout UInt64
  ) -> Bool {
    var isBroken = false
    var before = hash
    while position < count {
      let byte = text[position]
      if classes[Int(byte)] == ByteClass.letter {
        before = hash
        hash = (hash ^ UInt64(byte | 0x20)) &* WordHash.prime
        position += 1
      } else if byte < 0x80 {
        return isBroken
      } else if isLatinLetter(text, at: position, count: count) {
        let low = text[position + 1]
        before = hash
        hash = (hash ^ 0xC3) &* WordHash.prime
        hash = (hash ^ UInt64(low < 0x9F ? low | 0x20 : low)) &* WordHash.prime
        position += 2
      } else {
        let sign = TextScalar(text, at: position, count: count)
        if sign.value == 0xAD {  // a soft hyphen
          position += 2
        } else if sign.value == 0x30A || sign.value == 0x308, position > 0 {
          let letter = text[position - 1] | 0x20
          let low: UInt64 =
            switch (letter, sign.value) {
            case (0x61, 0x30A): 0xA5
            case (0x61, _): 0xA4
            case (0x6F, 0x308): 0xB6
            default: 0
            }
          position += 2
          if low == 0 { continue }
          hash = (before ^ 0xC3) &* WordHash.prime
          hash = (hash ^ low) &* WordHash.prime
        } else if sign.isLetter {
          before = hash
          for offset in 0..<sign.length {
            hash = (hash ^ UInt64(text[position + offset])) &* WordHash.prime
          }
          position += sign.length
        } else if sign.length == 0, byte & 0xC0 == 0x80 {  // a byte astray
          isBroken = true
          position += 1
        } else {
          return isBroken
        }
      }
    }
    return isBroken
  }
}
