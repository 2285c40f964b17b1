import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// A figure in its sentence, as the judge sees it: the words around it, by their stems, and where
/// clauses and other figures part them.
struct FigureView {
  let sentence: SentenceReading
  /// The figure's place among the sentence's quantities.
  let index: Int
  let figure: Quantity
  /// The first token of the figure, and the one after its last.
  let tokens: Range<Int>
  let clause: Int
  /// The stem of each token of the sentence.
  let stems: [FeatureValue]
  /// The figures before and after it in the sentence, by their first tokens.
  private let before: Int
  private let after: Int

  init(_ sentence: SentenceReading, index: Int, figure: Quantity, stems: [FeatureValue]) {
    self.sentence = sentence
    self.index = index
    self.figure = figure
    self.stems = stems
    let first = sentence.token(at: figure.range.lowerBound)
    let last = sentence.token(at: max(figure.range.lowerBound, figure.range.upperBound - 1))
    tokens = first..<max(first + 1, last + 1)
    clause = sentence.clause(of: sentence.places[index])
    var before = -1
    var after = Int.max
    for other in sentence.places.indices where other != index && sentence.isFigure(other) {
      let place = sentence.places[other]
      if place < first { before = max(before, place) }
      if place > last { after = min(after, place) }
    }
    self.before = before
    self.after = after
  }

  /// Where a token stands, as seen from the figure.
  enum Side: String {
    /// Before the figure, in its clause, and no other figure between.
    case before
    /// After it, likewise.
    case after
    /// In its clause, but on the far side of another figure.
    case beyond
    /// In another clause of the sentence, before the figure.
    case earlier
    /// In another clause, after it.
    case later
    /// Within the figure's own words.
    case within

    /// It as a value of features, hashed once.
    var feature: FeatureValue {
      switch self {
      case .before: Self.features[0]
      case .after: Self.features[1]
      case .beyond: Self.features[2]
      case .earlier: Self.features[3]
      case .later: Self.features[4]
      case .within: Self.features[5]
      }
    }

    private static let features = [Self.before, .after, .beyond, .earlier, .later, .within].map {
      FeatureValue($0.rawValue, named: true)
    }
  }

  func side(of token: Int) -> Side {
    if tokens.contains(token) { return .within }
    let isBefore = token < tokens.lowerBound
    if sentence.clause(of: token) != clause { return isBefore ? .earlier : .later }
    if isBefore ? token < before : token > after { return .beyond }
    return isBefore ? .before : .after
  }

  /// How far a token is from the figure, in five steps.
  func distance(of token: Int) -> String {
    let distance =
      token < tokens.lowerBound ? tokens.lowerBound - token : token - tokens.upperBound + 1
    switch distance {
    case ...1: return "1"
    case 2: return "2"
    case 3...4: return "4"
    case 5...8: return "8"
    case 9...14: return "14"
    default: return "far"
    }
  }

  /// How many figures the sentence has, and which of them this is.
  var order: String {
    let all = sentence.places.indices.filter { sentence.isFigure($0) }
    let place = all.firstIndex(of: index) ?? 0
    return all.count == 1
      ? "only" : place == 0 ? "first" : place == all.count - 1 ? "last" : "inner"
  }

  /// Whether no figure stands before it in the sentence.
  var isFirst: Bool { before < 0 }

  /// How many figures and periods stand between it and a place.
  func between(_ place: Int) -> String {
    let first = min(place, tokens.lowerBound)
    let range = first + 1..<max(first + 1, place, tokens.lowerBound)
    var figures = 0
    var periods = 0
    for other in sentence.places.indices where range.contains(sentence.places[other]) {
      if sentence.isFigure(other) { figures += 1 }
      if sentence.quantities[other].form == .period { periods += 1 }
    }
    return "\(min(figures, 3)) \(min(periods, 2))"
  }

  /// Whether a period has the same place among the sentence's periods as the figure has among its
  /// figures: "62 ungdomar 2015, 71 ungdomar 2016".
  func alignment(of period: Int) -> String {
    let figures = sentence.places.indices.filter { sentence.isFigure($0) }
    let periods = sentence.places.indices.filter {
      sentence.quantities[$0].form == .period && sentence.quantities[$0].period != nil
    }
    let own = figures.firstIndex(of: index) ?? 0
    let place = periods.firstIndex(of: period) ?? 0
    if periods.count == 1 { return figures.count == 1 ? "single" : "one" }
    if figures.count == periods.count { return own == place ? "same" : "other" }
    return own == place ? "rank" : "uneven"
  }

  /// The last word of its unit, by its stem.
  var noun: FeatureValue? {
    guard let range = figure.unitRange, !range.isEmpty else { return nil }
    return stems[sentence.token(at: range.upperBound - 1)]
  }
}

extension DocumentReading {
  /// The stems of the sentence's tokens: a word's first letters in lower case.
  mutating func stems(named: Bool) -> [FeatureValue] {
    if let known = sentenceStems, known.range == sentence.range { return known.stems }
    let bytes = minutes.text.bytes
    let start = sentence.range.lowerBound
    let stems: [FeatureValue] = sentence.tokens.map { token in
      switch token.kind {
      case .number: return named ? FeatureValue("#", named: true) : Self.number
      case .word:
        return FeatureValue.stem(
          bytes[start + Int(token.start)..<start + Int(token.end)],
          named: named
        )
      case .punctuation, .broken, .none:
        let text = bytes[start + Int(token.start)..<start + Int(token.end)]
        return FeatureValue(
          key: FeatureValue.hash(text),
          name: named ? String(decoding: text, as: UTF8.self).filter { $0 != "|" } : ""
        )
      }
    }
    sentenceStems = (sentence.range, stems)
    return stems
  }

  private static let number = FeatureValue("#")
}

extension FeatureValue {
  /// How many letters of a word make its stem.
  static let stemLength = 6

  /// The value of a word: its first letters, in lower case.
  static func stem(_ word: ArraySlice<UInt8>, named: Bool) -> FeatureValue {
    var hash = StableHash.basis
    var letters = 0
    var stem: [UInt8] = []
    var last: UInt8 = 0
    for byte in word {
      let isContinuation = byte & 0xC0 == 0x80
      if !isContinuation {
        if letters == stemLength { break }
        letters += 1
      }
      var lower = byte
      if byte &- 65 < 26 { lower = byte | 32 }
      // À–Þ in UTF-8 are C3 80–9E
      if last == 0xC3, byte &- 0x80 < 0x1F { lower = byte | 0x20 }
      last = byte
      hash = StableHash.mix(hash, lower)
      if named { stem.append(lower) }
    }
    return FeatureValue(key: hash, name: named ? String(decoding: stem, as: UTF8.self) : "")
  }
}
