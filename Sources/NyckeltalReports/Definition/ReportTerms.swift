/// A column that a report definition may ask for.
public enum ReportColumn: String, Sendable, Hashable, CaseIterable {
  // What is followed up
  case indicator, topic, unit, target, outcome, forecast, achievement, status, assessment, trend
  case tertial1, tertial2, tertial3, soFar, previous, comment, remark, voices, source
  // Years side by side
  case yearA, yearB, difference, change
  // Facts of a topic
  case kind, period, value
  // Questions
  case question, asked, answer
  // Places
  case number, usedIn, document, date, item, title, reference, section, speakers, quote, line
  // Data
  case id, lower, upper, qualifier, comparedWith, direction, group, confidence, repeats, correction
  case label, body, about
  // Series
  case count, mean, perYear, index, best, worst
}

/// A part of a table that a report definition may ask for.
public enum ReportSection: String, Sendable, Hashable, CaseIterable {
  /// Indicators with a target or an assessment of one.
  case targets
  /// Figures that no target is stated for.
  case figures
  /// More or fewer, without a number.
  case directions
  /// What parties state.
  case statements
  /// What is about the country, the county or another town.
  case elsewhere
  /// Statements of the same fact that differ.
  case conflicts
  /// Facts of topics in which both years have something.
  case shared
  /// Facts of topics in which one year has something.
  case single
  /// Granted amounts, savings and other changes.
  case changes
}
