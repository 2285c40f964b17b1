import NyckeltalModel

/// Finds the words in which a source judges that a target is met.
enum AssessmentWords {
  /// The judgement as the source words it, in small letters: "uppfylls delvis"; `nil` where the quote
  /// has no such words.
  static func own(_ fact: Fact) -> String? {
    guard let assessment = fact.first.assessment else { return nil }
    let words = words(fact.newest.source.quote)
    for length in [4, 3, 2, 1] where words.count >= length {
      for start in stride(from: words.count - length, through: 0, by: -1) {
        let phrase = words[start..<(start + length)]
        guard let meaning = meaning(Array(phrase)), meaning == assessment else { continue }
        return phrase.joined(separator: " ")
      }
    }
    return nil
  }

  /// What a phrase of a verb and the words around it says; `nil` for anything else.
  private static func meaning(_ words: [String]) -> Assessment? {
    let verbs = words.count { isVerb($0) }
    let rest = words.filter { !isVerb($0) }
    guard verbs == 1, rest.allSatisfy({ modifiers.contains($0) }) else { return nil }
    let hasNot = rest.contains("inte") || rest.contains("ej")
    let isWhole = rest.contains("helt")
    if rest.contains("delvis") { return hasNot ? nil : .notFullyMet }
    if rest.contains("huvudsak") { return hasNot || rest.count != 2 ? nil : .mostlyMet }
    if rest.contains("i") { return nil }
    if hasNot { return isWhole ? .notFullyMet : .notMet }
    return .met
  }

  private static let modifiers: Set<String> = ["inte", "ej", "helt", "delvis", "i", "huvudsak"]

  private static func isVerb(_ word: String) -> Bool {
    let isStem = ["uppfyll", "uppnå", "infria"].contains { word.hasPrefix($0) }
    return isStem && !word.hasSuffix("else") && !word.hasSuffix("ande") && !word.hasSuffix("elsen")
      || ["nås", "nåddes", "nådde", "nått", "nåtts"].contains(word)
  }

  private static func words(_ quote: String) -> [String] {
    quote.split(whereSeparator: { !$0.isLetter && $0 != "-" }).map { $0.lowercased() }
  }
}
