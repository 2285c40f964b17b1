/// What a report says about readings that are not sure.
struct ReviewPhrases: Sendable {
  /// The title of those that are more likely right than wrong.
  var probable: String
  /// The title of the others.
  var doubtful: String
  /// How to come from here to a report.
  var advice: String
  /// What stands in place of a table that has no sure figures.
  var nothingSure: @Sendable (_ count: Int) -> String
  /// That the documents are of several bodies.
  var severalBodies: String
  /// How many of so many.
  var ofThem: @Sendable (_ count: Int, _ total: Int) -> String
  /// The state of a question whose answer was not read surely.
  var answerToReview: String
  /// That a target and an outcome are of so different sizes that they count different things.
  var otherMeasure: String
  /// That two years' figures are.
  var otherMeasures: String
  /// What stands for rows that a text leaves out.
  var further: @Sendable (_ count: Int) -> String
}

extension ReportLanguage {
  /// What is said about readings that are not sure.
  var reviewPhrases: ReviewPhrases {
    switch self {
    case .swedish:
      ReviewPhrases(
        probable: "Att granska, troligen rätt läst",
        doubtful: "Att granska, osäkert",
        advice: "Används inte i rapporten i övrigt. Det som godkänns på granskningssidan "
          + "(nyckeltal review) kommer med.",
        nothingSure: { count in
          count == 1
            ? "Ingen säker uppgift; en står under Att granska."
            : "Inga säkra uppgifter; \(count) står under Att granska."
        },
        severalBodies: "Dokumenten är från flera organ, vars uppgifter hålls isär.",
        ofThem: { $0 == $1 ? "alla" : "\($0) av dem" },
        answerToReview: "svar att granska",
        otherMeasure: "mål och utfall tycks räkna olika saker",
        otherMeasures: "uppgifterna tycks räkna olika saker, jämförs därför inte",
        further: { "Därtill \($0), med sina ord bland källorna." }
      )
    case .english:
      ReviewPhrases(
        probable: "To review, probably read right",
        doubtful: "To review, doubtful",
        advice: "Not used in the rest of the report. What is accepted on the review page "
          + "(nyckeltal review) is.",
        nothingSure: { count in
          count == 1
            ? "No sure figure; one stands under To review."
            : "No sure figures; \(count) stand under To review."
        },
        severalBodies: "The documents are of several bodies, whose figures are kept apart.",
        ofThem: { $0 == $1 ? "all" : "\($0) of them" },
        answerToReview: "answer to review",
        otherMeasure: "target and outcome seem to count different things",
        otherMeasures: "the figures seem to count different things, so they are not compared",
        further: { "\($0) more, in their own words among the sources." }
      )
    }
  }
}
