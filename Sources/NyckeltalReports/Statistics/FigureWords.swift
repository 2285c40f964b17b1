import NyckeltalModel

/// The words of an observation's quote, and which of them its figure is.
///
/// A quote is the clause that carries the figure; how the figure stands in it tells whether it is a
/// part of another one, or no more than a turn of phrase.
struct FigureWords {
  /// The quote's words in small letters, without the signs around them; groups of digits joined.
  private(set) var words: [String]
  /// The place of the figure; `nil` where it is written in words.
  private(set) var start: Int?

  init?(_ observation: Observation) {
    guard let value = observation.value ?? observation.lower else { return nil }
    words = Self.words(observation.source.quote)
    let spellings = Self.spellings(value)
    start = words.firstIndex { spellings.contains($0) }
  }

  /// Whether the clause begins by naming those that its figure is a part of: "varav 85",
  /// "av de sökande är 360", "bland dem".
  ///
  /// "av de 655 anställda är 240 nya" has 655 as the whole and 240 as the part.
  var isStatedAsPart: Bool {
    guard let first = words.first else { return false }
    if first == "varav" || first == "därav" { return true }
    guard first == "av" || first == "bland", words.count > 2 else { return false }
    let second = words[1]
    guard
      Self.pointers.contains(second) || second.hasSuffix("na") || second.hasSuffix("orna")
    else { return false }
    return start != 2
  }

  /// Whether the clause says that its figure is the sum: "sammantaget", "totalt".
  var isStatedAsTotal: Bool {
    guard let start else { return false }
    return words[..<start].contains { Self.totals.contains($0) }
  }

  private static let totals: Set<String> = [
    "sammantaget", "sammanlagt", "totalt", "summa", "total", "totala",
  ]
  private static let pointers: Set<String> = ["de", "dem", "dessa", "alla", "samtliga", "hela"]

  private static func words(_ quote: String) -> [String] {
    var words: [String] = []
    for part in quote.split(whereSeparator: {
      $0.isWhitespace || $0 == "\u{A0}" || $0 == "\u{202F}"
    }) {
      var word = part.lowercased()[...]
      while let sign = word.first, !sign.isLetter, !sign.isNumber { word = word.dropFirst() }
      while let sign = word.last, !sign.isLetter, !sign.isNumber { word = word.dropLast() }
      guard !word.isEmpty else { continue }
      if word.count == 3, word.allSatisfy(\.isNumber), let last = words.last, last.first != "0",
        last.allSatisfy(\.isNumber), last.count <= 3 || last.count % 3 != 0
      {
        words[words.count - 1] = last + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// How a value can stand in a text: 2400000 also as "2,4".
  private static func spellings(_ value: Double) -> Set<String> {
    var spellings: Set<String> = []
    for divisor in [1.0, 1_000, 1_000_000, 1_000_000_000] {
      let scaled = value.magnitude / divisor
      guard scaled >= 0.01, scaled < 1e15 else { continue }
      let hundredths = (scaled * 100).rounded()
      guard (scaled * 100 - hundredths).magnitude < 1e-6 * max(1, hundredths) else { continue }
      let whole = Int64(hundredths) / 100
      let rest = Int64(hundredths) % 100
      if rest == 0 {
        spellings.insert(String(whole))
        spellings.insert("\(whole),0")
      } else {
        let digits = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
        spellings.insert("\(whole),\(digits)")
        spellings.insert("\(whole).\(digits)")
      }
    }
    return spellings
  }
}

extension Fact {
  /// Whether it is a number or an amount that its clause gives as a part of something else.
  ///
  /// A share is always of something, so a share is not a part for that.
  var isStatedAsPart: Bool {
    guard let unit = measure?.unit, unit.isCount || unit == .sek || unit == .other else {
      return false
    }
    return FigureWords(first)?.isStatedAsPart ?? false
  }

  /// Whether its clause says that it is the sum of others.
  var isStatedAsTotal: Bool { FigureWords(first)?.isStatedAsTotal ?? false }

  /// Whether it is a share in a turn of phrase, "var fjärde", "mer än hälften", and not in digits.
  var isRoughShare: Bool {
    guard measure?.unit == .percent, corrections.isEmpty, let words = FigureWords(first),
      words.start == nil
    else {
      return false
    }
    return !first.isImported
  }
}
