import NyckeltalModel

extension Phrases {
  /// "a", "a och b", "a, b och c".
  static func joined(_ parts: [String], _ conjunction: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    // Parts that have commas themselves are kept apart by semicolons.
    if parts.contains(where: { $0.contains(", ") }) { return parts.joined(separator: "; ") }
    return parts.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The text with its first letter as a capital, the rest as it was.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  static func swedishNumber(_ number: Int) -> String {
    let words = ["ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  /// A population in English; what there is no word for stays in quotation marks.
  static func englishGroup(_ group: String) -> String {
    let words = [
      "kvinnor": "women", "män": "men", "unga": "young people", "ungdomar": "young people",
      "flickor": "girls", "pojkar": "boys", "utrikesfödda": "foreign-born",
      "utrikesfödda kvinnor": "foreign-born women", "utrikesfödda män": "foreign-born men",
      "inrikesfödda": "native-born", "barn": "children", "vuxna": "adults",
      "anhöriginvandrare": "family migrants", "nyanlända": "newly arrived",
      "långtidsarbetslösa": "long-term unemployed", "kvinnorna": "women", "männen": "men",
      "barnfamiljer": "families with children",
    ]
    return words[group.lowercased()] ?? "“\(group)”"
  }

  static func englishNumber(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  /// What a figure without an indicator and a label is called.
  static func englishUnnamed(_ topic: String, _ unit: FigureUnit?) -> String {
    switch unit {
    case .percent, .percentagePoints: "\(topic), share"
    case .sek: "\(topic), amount"
    case .persons, .households, .places, .employments, .other, nil: "\(topic), number"
    case .years, .months, .days: "\(topic), time"
    }
  }
}
