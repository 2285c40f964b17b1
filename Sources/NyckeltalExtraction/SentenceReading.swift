import NyckeltalModel
import NyckeltalQuantities

/// A sentence with everything that was found in it.
///
/// Positions are in bytes from its beginning.
struct SentenceReading {
  /// Where it lies in the cleaned text.
  var range: Range<Int> = 0..<0
  var tokens = TokenBuffer()
  var quantities: [Quantity] = []
  var hits: [CueHit] = []
  /// For each token, the number of its clause; memory that is used again for the next sentence, as
  /// is all that follows.
  private var clauses: [Int32] = []
  /// The number of tokens whose clauses are known: all of them, or none.
  private var clauseCount = 0
  /// For each figure or period, its first token.
  private(set) var places: [Int] = []
  /// For each quantity, whether it may become an observation.
  private var figures: [Bool] = []
  /// For each token and the end, how many figures stand before it.
  private var figuresBefore: [Int32] = [0]
  /// The number of places in ``figuresBefore`` that are this sentence's.
  private var figurePlaces = 1
  /// For each clause, whether a figure stands in it.
  private var clauseHasFigure: [Bool] = []
  private(set) var isQuestion = false
  /// What is told of it as a whole.
  private(set) var counts = SentenceCounts()
  /// The signals that occur, as bits.
  private var signals: UInt64 = 0
  /// The signals whose places are known, as bits.
  private var placed: UInt64 = 0
  /// For each signal, the tokens at which it stands.
  private var signalPlaces: [[Int]] = Array(repeating: [], count: 64)

  /// Whether it has neither a figure or a period nor a word that makes it a statement.
  var isPassing: Bool { quantities.isEmpty && signals & Signal.telling == 0 }

  /// Reads a sentence of the cleaned text.
  ///
  /// A passing reading leaves out the words' clauses where the sentence has neither a figure nor a
  /// word that makes it a statement: most sentences.
  mutating func read(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    reader: QuantityReader,
    context: PeriodContext,
    matcher: inout CueMatcher,
    isPassing: Bool = false
  ) {
    self.range = range
    quantities.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[range])
      reader.read(text, context: context, tokens: &tokens, into: &quantities)
      matcher.match(tokens, in: text, into: &hits)
      isQuestion = text.last == 0x3F
    }
    signals = matcher.table.signals(of: hits)
    clauseCount = 0
    places.removeAll(keepingCapacity: true)
    clauseHasFigure.removeAll(keepingCapacity: true)
    if quantities.isEmpty {
      figuresBefore[0] = 0
      figurePlaces = 1
      if isPassing, self.isPassing { return }
    } else {
      dropBirthYears()
      readYearsAgo(context)
      readBeginnings(context)
      settlePast(context)
      figures.removeAll(keepingCapacity: true)
      for index in quantities.indices {
        places.append(token(at: quantities[index].range.lowerBound))
        figures.append(Self.isFigure(quantities[index].form))
      }
      countFigures()
    }
    counts.count(tokens, quantities)
    gatherPlaces(matcher.table)
    cutClauses()
    findFiguresOfClauses()
  }

  private mutating func countFigures() {
    figurePlaces = tokens.count + 1
    if figuresBefore.count < figurePlaces {
      figuresBefore += repeatElement(0, count: figurePlaces * 2 - figuresBefore.count)
    }
    var from = 0
    var count: Int32 = 0
    for index in places.indices where isFigure(index) {
      for token in from..<max(from, min(places[index] + 1, figurePlaces)) {
        figuresBefore[token] = count
      }
      from = max(from, places[index] + 1)
      count += 1
    }
    for token in from..<max(from, figurePlaces) { figuresBefore[token] = count }
  }

  private mutating func findFiguresOfClauses() {
    for index in places.indices where isFigure(index) {
      let clause = clause(of: places[index])
      while clauseHasFigure.count <= clause { clauseHasFigure.append(false) }
      clauseHasFigure[clause] = true
    }
  }

  /// Whether a figure begins at one of the tokens.
  func hasFigure(inTokens range: Range<Int>) -> Bool {
    let last = figurePlaces - 1
    let (start, end) = (min(range.lowerBound, last), min(range.upperBound, last))
    return start < end && figuresBefore[start] < figuresBefore[end]
  }

  /// Whether a figure begins in a clause.
  func hasFigure(inClause clause: Int) -> Bool {
    clause < clauseHasFigure.count && clauseHasFigure[clause]
  }

  private mutating func gatherPlaces(_ table: CueTable) {
    while placed != 0 {
      signalPlaces[placed.trailingZeroBitCount].removeAll(keepingCapacity: true)
      placed &= placed - 1
    }
    placed = signals
    if signals == 0 { return }
    for hit in hits {
      var found = table.signs[hit.phrase].signals
      while found != 0 {
        signalPlaces[found.trailingZeroBitCount].append(hit.token)
        found &= found - 1
      }
    }
  }

  /// The tokens at which a signal stands.
  func places(of signal: Signal) -> [Int] { has(signal) ? signalPlaces[signal.rawValue] : [] }

  @inline(__always)
  func has(_ signal: Signal) -> Bool { signals >> UInt64(signal.rawValue) & 1 == 1 }

  /// The unit of what a heading or a label counts, by its words.
  var countedUnit: FigureUnit? { Self.countedUnit(signals) }

  /// The token that begins at or behind a position.
  func token(at position: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= position { low = middle + 1 } else { high = middle }
    }
    return min(low, max(0, tokens.count - 1))
  }

  /// The figures' places: quantities that may become observations.
  func isFigure(_ index: Int) -> Bool { figures[index] }

  private static func isFigure(_ form: Quantity.Form) -> Bool {
    switch form {
    case .cardinal, .fraction: true
    case .multiple, .ordinal, .ageRange, .period: false
    }
  }

  // MARK: Clauses

  func clause(of token: Int) -> Int {
    clauseCount == 0 ? 0 : Int(clauses[min(token, clauseCount - 1)])
  }

  func firstToken(of clause: Int) -> Int? {
    clauses[..<clauseCount].firstIndex(of: Int32(truncatingIfNeeded: clause))
  }

  func lastToken(of clause: Int) -> Int? {
    clauses[..<clauseCount].lastIndex(of: Int32(truncatingIfNeeded: clause))
  }

  private static let openers = WordSet([
    "vilket", "vilka", "varav", "där", "då", "medan", "men", "och", "samt", "jämfört", "trots",
    "som", "så", "att", "en", "ett", "utan", "av", "eftersom", "när", "dock", "däremot", "enligt",
  ])
  private static let joiners = WordSet(["och", "samt", "men", "medan", "varav"])
  private static let always = WordSet(["medan", "varav", "samtidigt"])

  /// A new clause begins at ; and :, at a comma before a joining word or a figure, and at "och"
  /// before a figure.
  private mutating func cutClauses() {
    clauseCount = tokens.count
    var written: [Int32] = []
    swap(&written, &clauses)
    clauses = cutClauses(into: written)
  }

  private func cutClauses(into memory: consuming [Int32]) -> [Int32] {
    var clauses = memory
    if clauses.count < tokens.count {
      clauses += repeatElement(0, count: tokens.count * 2 - clauses.count)
    }
    clauses.withUnsafeMutableBufferPointer { clauses in
      tokens.withUnsafeBufferPointer { cutClauses($0, into: clauses) }
    }
    return clauses
  }

  private func cutClauses(
    _ tokens: UnsafeBufferPointer<Token>,
    into clauses: UnsafeMutableBufferPointer<Int32>
  ) {
    var clause: Int32 = 0
    var latest: Int32 = 0
    var begun = 0
    /// The clauses that a parenthesis interrupts.
    var outer: [Int32] = []
    let hasFigures = !places.isEmpty
    let (always, joiners) = (Self.always, Self.joiners)
    for index in tokens.indices {
      let token = tokens[index]
      var cut = false
      if token.kind == .punctuation {
        switch token.hash {
        case 0x28:
          outer.append(clause)
          cut = true
        case 0x29:
          clauses[index] = clause
          clause = outer.popLast() ?? clause
          continue
        case 0x3B: cut = true
        case 0x3A:
          // "mål: 80 %" is one clause, "Sommarjobb: 800 unga sökte" nearly so
          cut = token.gap == .none && nextGap(index) != .none && index - begun > 3
        case 0x2013, 0x2014: cut = token.gap != .none && nextGap(index) != .none
        case 0x2C:
          cut = nextGap(index) != .none && opensClause(index + 1)
        default: break
        }
      } else if token.kind == .word, index > begun {
        if always.contains(token.hash) {
          cut = true
        } else if hasFigures, joiners.contains(token.hash) {
          cut =
            hasFigure(from: index + 1, within: 4) && hasFigure(inTokens: begun..<index)
            || opensSubordinate(index + 1)
            || isTime(index + 1) && hasFigure(inTokens: begun..<index)
              && hasFigure(inTokens: index + 1..<tokens.count)
        }
      }
      if cut {
        latest += 1
        clause = latest
        begun = index
      }
      clauses[index] = clause
    }
  }

  /// "… samt på att ersättningen minskar": a clause of its own.
  private func opensSubordinate(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if tokens[index].hash == Self.that { return true }
    return index + 1 < tokens.count && tokens[index + 1].hash == Self.that
      && tokens[index].hash == Self.upon
  }

  /// Whether a time begins at a token: "… och 2021 ökade antalet till 455".
  private func isTime(_ token: Int) -> Bool {
    places.indices.contains { places[$0] == token && quantities[$0].form == .period }
  }

  private static let that = WordHash("att").value
  private static let upon = WordHash("på").value

  private func nextGap(_ index: Int) -> Token.Gap {
    index + 1 < tokens.count ? tokens[index + 1].gap : .none
  }

  private func opensClause(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    return tokens[index].kind == .word && Self.openers.contains(tokens[index].hash)
      || hasFigure(from: index, within: 4)
  }

  private func hasFigure(from token: Int, within count: Int) -> Bool {
    hasFigure(inTokens: token..<token + count)
  }
}
