import NyckeltalModel

/// Every word that a report is written with, in one language.
///
/// The sentences of summaries are templates (``TextTemplate``); here are the terms that they and the
/// tables are made of, closures where word order and number differ between languages.
struct Phrases: Sendable {
  // Signs and units
  var legend: String
  var missing: String
  var toReview: String
  var millionsOfKronor: String
  var months: [String]
  var quarterLetter: String
  var allTopics: String
  var allYears: String
  var suffix: @Sendable (NumberStyle.Suffix) -> String
  var unit: @Sendable (FigureUnit) -> String
  var unitOfOne: @Sendable (FigureUnit) -> String
  var onePercentagePoint: String
  var half: @Sendable (Int, Int) -> String
  var quarter: @Sendable (Int, Int) -> String
  var number: @Sendable (Int) -> String
  var list: @Sendable ([String]) -> String
  var allOf: @Sendable (Int) -> String
  var colour: @Sendable (ReportStatus.Level?, Int) -> String

  // Terms
  var topic: @Sendable (Topic) -> String
  var kind: @Sendable (ObservationKind) -> String
  var section: @Sendable (SectionKind) -> String
  var assessment: @Sendable (Assessment) -> String
  var qualifier: @Sendable (Qualifier) -> String
  var direction: @Sendable (Direction) -> String
  var trend: @Sendable (Direction?) -> String
  var change: @Sendable (Direction?) -> String
  var changeWord: @Sendable (Direction?) -> String
  var column: @Sendable (ReportColumn) -> String
  var sectionTitle: @Sendable (ReportSection) -> String
  var sheetTitle: @Sendable (ReportSheet.Purpose) -> String
  var emptyNote: @Sendable (ReportSheet.Purpose) -> String

  // Status
  var reached: String
  var notReached: String
  var exceeded: String
  var nearTarget: String
  var belowSoFar: String
  var withinSoFar: String
  var reachedSoFar: String
  var targetOfYear: String
  var forecastReached: String
  var forecastNear: String
  var forecastBelow: String
  var forecastAbove: String
  var outcomeMissing: String
  var targetMissing: String
  var answered: String
  var partlyAnswered: String
  var unanswered: String
  var answeredWithoutFigure: String

  // Parts of lines
  var administration: String
  var unknownSender: String
  var quoted: @Sendable (String) -> String
  var about: @Sendable (String) -> String
  var by: @Sendable (String) -> String
  var statedBy: String
  var assessmentPrefix: String
  var askedBy: String
  var ofWhich: @Sendable (String) -> String
  var comparedWithPeriod: @Sendable (String) -> String
  var line: @Sendable (Int) -> String
  var page: @Sendable (Int) -> String
  var item: @Sendable (String) -> String
  var withoutPeriod: String

  // Headings and remarks
  var briefHeading: String
  var missingHeading: String
  var sourcesHeading: String
  var basis: @Sendable (_ documents: Int, _ statements: Int, _ facts: Int) -> String
  var alsoStated: @Sendable (_ figure: String, _ voices: String) -> String
  var differentPeriods: @Sendable (_ periodA: String, _ periodB: String) -> String
  var samePartOfYear: @Sendable (String) -> String
  var differentQualifiers: @Sendable (_ signA: String, _ signB: String) -> String
  var severalFigures: @Sendable (_ years: String) -> String
  var differentUnits: @Sendable (_ unitA: String, _ unitB: String) -> String
  var more: @Sendable (Int) -> String
  var noChange: String
  var decreaseStems: [String]
  var sumOfTertials: String
  var soFarFor: @Sendable (_ period: String) -> String
  var several: String
  var unnamed: @Sendable (_ topic: String, FigureUnit?) -> String
  var group: @Sendable (String) -> String
  var partOfThem: String
  var otherFigure: String
  var corrected: @Sendable (_ note: String) -> String
  var rejectedOn: @Sendable (_ date: String, _ note: String) -> String
  var correctedOn: @Sendable (_ date: String, _ note: String, _ original: String?) -> String

  // Key figures and charts
  var targetComparison: @Sendable (_ target: String, _ share: String?) -> String
  var withoutTarget: String
  var comparisonChartTitle: @Sendable (_ yearA: String, _ yearB: String) -> String
  var figureChartTitle: String
  var figureSeries: String
  var chartTitle: @Sendable (_ period: String) -> String
  var chartAlternative: @Sendable (_ descriptions: [String]) -> String
  var changeBy: @Sendable (_ direction: Direction, _ figure: String) -> String
  var changeSince: @Sendable (_ change: String, _ period: String) -> String
  var targetSeries: String
  var outcomeSeries: String
  var indicatorAxis: String
  var countAxis: String
  var percentAxis: String
  var kronorAxis: @Sendable (NumberStyle.Suffix) -> String
  var periodAxis: String
  var developmentChartTitle: String
  var developmentAlternative: @Sendable (_ descriptions: [String]) -> String

  /// The heading of a text: a built-in one's, else that of what a definition says itself.
  func heading(ofText name: String?) -> String {
    name == "missing" ? missingHeading : briefHeading
  }
}
