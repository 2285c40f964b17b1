import NyckeltalModel

/// Tells whether two names of a population mean the same people.
enum PopulationGroup {
  /// The name under which a population's figures are kept together; `nil` for everyone.
  ///
  /// "ungdomar" are "unga"; of what is for the young only, they are everyone.
  static func key(_ name: String?, topic: Topic) -> String? {
    guard let name else { return nil }
    let folded = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    if everyone.contains(folded) { return nil }
    let key = synonyms[folded] ?? folded
    if key == young, topic == .sommarjobb || topic == .unga { return nil }
    return key.isEmpty ? nil : key
  }

  private static let young = "unga"
  private static let everyone: Set<String> = [
    "totalt", "samtliga", "alla", "bådakönen", "kvinnorochmän", "allagrupper",
  ]
  private static let synonyms = [
    "ungdomar": young, "ungdom": young, "ungdomarna": young, "deungdomar": young, "deunga": young,
    "ungapersoner": young,
    "kvinnorna": "kvinnor", "männen": "män", "kvinna": "kvinnor", "man": "män",
    "flickorna": "flickor", "pojkarna": "pojkar",
  ]
}
