/// The names that a report's texts may ask for; `ReportTemplates/README.md` says what they mean.
enum TemplateVocabulary {
  /// Names for which there is one value in a whole report.
  static let subject = [
    "year", "tertial", "yearA", "yearB", "topic", "period", "documents", "statements", "facts",
  ]

  /// Lists and parts of the summary.
  static let sections = [
    "targets", "moreTargets", "figures", "overall", "notMet", "notFullyMet", "mostlyMet", "met",
    "trends", "conflicts", "comparison", "comparisons", "requests", "states", "nothing", "topics",
    "withoutOutcome", "withoutTarget", "undated", "corrections", "rejections", "review", "status",
    "economy", "earliest",
  ]

  /// What an item of them has.
  private static let items = [
    "name", "names", "when", "outcome", "target", "targetPeriod", "share", "change", "relative",
    "since",
    "figure",
    "voices", "assessment", "count", "word", "one", "more", "up", "down", "unchanged", "versions",
    "both", "onlyA", "onlyB", "none", "before", "after", "part", "kind", "answered", "partly",
    "open", "all", "allWord", "withoutFigure", "toReview", "green", "yellow", "red", "unjudged",
    "parts",
    "soFar", "forecast", "forecasts", "judgement", "probable", "note", "date", "sources", "remark",
  ]

  /// All of them.
  static let names = Set(subject + sections + items)

  /// What can be done to a value: `{{capitalized(word)}}`.
  static let changes = ["capitalized", "lowercased", "uppercased"]
}
