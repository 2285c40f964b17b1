/// What a comparison of several years or committees says.
struct SideWords: Sendable {
  /// The title of a section.
  var title: @Sendable (ReportSection, SideBySide) -> String
  /// That all figures of a row are of the same part of their years.
  var samePart: @Sendable (_ part: String) -> String
  /// That some sides have figures of other parts of the year only.
  var otherParts: @Sendable (_ sides: String) -> String
  /// That not all figures are equally exact.
  var otherPrecision: String
  /// The name of a row of kronor for each inhabitant.
  var perInhabitant: String
  /// The name of a row of everyone among rows of groups.
  var everyone: String
  /// The name of a row of numbers for a thousand inhabitants.
  var perThousand: String
}

extension ReportLanguage {
  /// What is said of several years or committees beside each other.
  var sideWords: SideWords {
    switch self {
    case .swedish:
      SideWords(
        title: { section, sides in
          if sides.areYears {
            return section == .shared ? "Uppgifter för flera av åren" : "Uppgifter för ett av åren"
          }
          return section == .shared ? "Uppgifter från flera organ" : "Uppgifter från ett organ"
        },
        samePart: { "avser \($0) alla åren" },
        otherParts: { "\($0): uppgifter bara för andra delar av året, jämförs därför inte" },
        otherPrecision: "olika precision",
        perInhabitant: "kronor per invånare",
        everyone: "alla",
        perThousand: "per 1\u{A0}000 invånare"
      )
    case .english:
      SideWords(
        title: { section, sides in
          if sides.areYears {
            return section == .shared ? "Figures of several years" : "Figures of one year"
          }
          return section == .shared ? "Figures of several bodies" : "Figures of one body"
        },
        samePart: { "\($0) in all years" },
        otherParts: { "\($0): figures of other parts of the year only, so they are not compared" },
        otherPrecision: "stated with different precision",
        perInhabitant: "SEK per inhabitant",
        everyone: "everyone",
        perThousand: "per 1,000 inhabitants"
      )
    }
  }
}
