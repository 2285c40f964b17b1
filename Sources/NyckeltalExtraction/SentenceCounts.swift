import NyckeltalModel
import NyckeltalQuantities

/// What is told of a sentence as a whole, found in one pass: it would else be asked for each figure.
struct SentenceCounts {
  /// Whether percent is named for numbers that follow, "andel (%): 78".
  private(set) var namesPercent = false
  /// The most numbers that follow each other without a word between them.
  private(set) var mostNumbers = 0
  /// The quantities that are ranges of ages.
  private(set) var ageRanges: [Int] = []

  mutating func count(_ tokens: TokenBuffer, _ quantities: [Quantity]) {
    ageRanges.removeAll(keepingCapacity: true)
    namesPercent = false
    mostNumbers = 0
    if quantities.isEmpty { return }
    for index in quantities.indices where quantities[index].form == .ageRange {
      ageRanges.append(index)
    }
    var numbers = 0
    for index in 0..<tokens.count {
      let token = tokens[index]
      if token.kind == .word { numbers = 0 }
      if token.kind == .number { numbers += 1 }
      mostNumbers = max(mostNumbers, numbers)
      if index > 0, token.kind == .punctuation, token.hash == 0x25 {
        let before = tokens[index - 1]
        if before.kind == .punctuation, before.hash == 0x28 { namesPercent = true }
      }
    }
  }
}

extension SentenceReading {
  /// The unit that the first of some signals counts, in the order of what says most.
  static func countedUnit(_ signals: UInt64) -> FigureUnit? {
    countedUnits.first { signals >> UInt64($0.0.rawValue) & 1 == 1 }?.1
  }

  /// The words that tell what is counted, those that say most first.
  static let countedUnits: [(Signal, FigureUnit)] = [
    (.countsHouseholds, .households), (.countsPlaces, .places), (.countsCases, .other),
    (.countsPersons, .persons),
  ]
}
