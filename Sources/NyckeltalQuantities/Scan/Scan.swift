import NyckeltalModel

/// One reading of one text: the tokens, the place where the reader stands and what it has found.
///
/// The reader stops at triggers only: digits and the words that begin or hold a quantity. Every
/// rule looks a bounded number of tokens ahead and back, so that a text of any kind takes linear
/// time.
struct Scan {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let lexicon: UnsafePointer<Lexicon>
  /// The lexicon's words, which every look at a token's neighbours asks for.
  let lexemes: UnsafeBufferPointer<Lexeme>
  private let contextPointer: UnsafePointer<PeriodContext>
  var context: PeriodContext { contextPointer.pointee }
  /// What has been found, in order.
  var found: [Quantity]
  /// Where this text's quantities begin in ``found``.
  let base: Int
  /// The first token that no quantity has taken yet.
  var floor = 0
  /// The last period that the text itself stated.
  var stated: Period?
  /// The last figure, for units and changes that reach from one to the next.
  var chain = FigureChain()

  init(
    text: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<Token>,
    lexicon: UnsafePointer<Lexicon>,
    context: UnsafePointer<PeriodContext>,
    found: consuming [Quantity]
  ) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    lexemes = lexicon.pointee.lexemes
    contextPointer = context
    base = found.count
    self.found = found
  }

  /// Reads the whole text, from trigger to trigger.
  mutating func run(_ triggers: UnsafeBufferPointer<Int32>) {
    var next = 0
    for trigger in triggers where trigger >= next {
      let index = Int(trigger)
      let token = tokens[index]
      switch token.kind {
      case .number: next = readDigits(at: index)
      case .word: next = readWord(at: index, lexemes[Int(token.lexeme)])
      case .punctuation: next = readSign(at: index)
      case .broken, .none: break
      }
    }
  }

  /// Reads what begins with digits; returns the token to go on from.
  private mutating func readDigits(at index: Int) -> Int {
    if isLoose(index) {
      if let end = endOfLooseNotFigure(at: index) { return end }
      if let end = readLoosePeriod(at: index) { return end }
      return readFigure(at: index)
    }
    if let end = endOfNotFigure(at: index) { return end }
    if let end = readPeriod(at: index) { return end }
    if let end = readOrdinalDigits(at: index) { return end }
    return readFigure(at: index)
  }

  /// Whether nothing is tied to a run of digits but signs that end or enclose it: most figures, and
  /// no date, time, code, list mark or ordinal, so that the rules for those need not look.
  private func isLoose(_ index: Int) -> Bool {
    if token(index).gap == .none, !isSign(index - 1, "(") { return false }
    let next = token(index + 1)
    if next.gap != .none || next.kind == .none { return true }
    guard next.kind == .punctuation, index > 4, token(index + 2).gap != .none else { return false }
    return next.hash == 0x2E || next.hash == 0x2C || next.hash == 0x29
  }

  private mutating func readWord(at index: Int, _ lexeme: Lexeme) -> Int {
    if lexeme.code == .http { return endOfAddress(at: index) }
    if let end = readPeriod(at: index) { return end }
    if lexeme.roles.contains(.halfShare) { return readHalf(at: index) }
    if lexeme.roles.contains(.multiple) { return readMultiple(at: index, lexeme) }
    if lexeme.code == .each || lexeme.code == .everySecond { return readEach(at: index) }
    if lexeme.roles.contains(.ordinal) || token(index).lexeme == GluedForm.ordinal.rawValue {
      return readOrdinal(at: index)
    }
    if lexeme.code == .threeQuarters { return readThreeQuarters(at: index) }
    if lexeme.code == .doubled { return readDoubled(at: index, lexeme) }
    if let end = readAged(at: index) { return end }
    return readFigure(at: index)
  }

  /// Reads vulgar fractions; other signs begin nothing.
  private mutating func readSign(at index: Int) -> Int {
    vulgar(token(index).hash) == nil ? index + 1 : readFigure(at: index)
  }
}

/// What one figure leaves behind for the next.
struct FigureChain {
  /// The first of the figures that are joined by "och", "respektive" or a comma and await a unit.
  var start = 0
  /// The token behind the last figure.
  var end = -1
  /// The last figure's place among what was found.
  var last: Int?
  /// The figure behind "från" that awaits its "till".
  var from: Int?
}

extension Scan {
  /// The token at an index, or one outside the text.
  @inline(__always)
  func token(_ index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : .outside
  }

  /// The token's word; an empty one when it is not in the lexicon.
  @inline(__always)
  func lexeme(_ index: Int) -> Lexeme { lexemes[Int(token(index).lexeme)] }

  /// What the token's word can do.
  @inline(__always)
  func roles(_ index: Int) -> Roles {
    let token = token(index)
    return token.lexeme > GluedForm.last ? lexemes[Int(token.lexeme)].roles : []
  }

  @inline(__always)
  func code(_ index: Int) -> Word { token(index).code }

  /// Whether a token is a certain ASCII sign.
  @inline(__always)
  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    let token = token(index)
    return token.kind == .punctuation && token.hash == UInt64(sign.value)
  }

  /// Whether a token is a hyphen or a dash of any length, or a minus sign.
  @inline(__always)
  func isDash(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .punctuation else { return false }
    switch token.hash {
    case 0x2D, 0x2010...0x2015, 0x2212: return true
    default: return false
    }
  }

  /// Whether a token touches the one before it.
  @inline(__always)
  func isGlued(_ index: Int) -> Bool { token(index).gap == .none && token(index).kind != .none }

  @inline(__always)
  func isNumber(_ index: Int) -> Bool { token(index).kind == .number }

  @inline(__always)
  func isWord(_ index: Int) -> Bool { token(index).kind == .word }

  /// The bytes from one token to the end of the one before another.
  func bytes(_ first: Int, _ end: Int) -> Range<Int> {
    let start = Int(token(first).start)
    return start..<max(start, Int(token(end - 1).end))
  }

  /// Whether nothing but list marks and closing signs stands around the tokens.
  func isAlone(_ first: Int, _ end: Int) -> Bool {
    guard first <= 3, tokens.count - end <= 3 else { return false }
    for index in 0..<first where token(index).kind != .punctuation { return false }
    for index in end..<max(end, tokens.count) where token(index).kind != .punctuation {
      return false
    }
    return true
  }

  /// A whole number of at most four digits; `nil` for other tokens.
  func small(_ index: Int) -> Int? {
    let token = token(index)
    guard token.kind == .number, token.count <= 4 else { return nil }
    return Int(token.digitsValue)
  }

  /// Whether a run of digits begins with a zero and goes on.
  @inline(__always)
  func hasLeadingZero(_ index: Int) -> Bool {
    let token = token(index)
    return token.kind == .number && token.count > 1 && text[Int(token.start)] == 48
  }
}
