/// A column that a report definition may ask for.
public enum ReportColumn: String, Sendable, Hashable, CaseIterable {
  // What is followed up
  /// The indicator's name.
  case indicator
  /// The indicator's topic.
  case topic
  /// The unit.
  case unit
  /// The target.
  case target
  /// The outcome.
  case outcome
  /// The forecast.
  case forecast
  /// The outcome as a share of the target.
  case achievement
  /// Whether the target is reached: green, yellow, red.
  case status
  /// How far the committee judges the target to be met.
  case assessment
  /// Which way it goes, in words.
  case trend
  /// The first tertial.
  case tertial1
  /// The second tertial.
  case tertial2
  /// The third tertial.
  case tertial3
  /// The year so far.
  case soFar
  /// The same period of the year before.
  case previous
  /// A cell to write in.
  case comment
  /// What should be known about the figures of the row.
  case remark
  /// Who states it beside the administration.
  case voices
  /// Where the figure stands, with a link.
  case source
  // Years side by side
  /// The first of two years.
  case yearA
  /// The second of two years.
  case yearB
  /// The second year less the first.
  case difference
  /// The difference in percent.
  case change
  // Facts of a topic
  /// The kind of statement.
  case kind
  /// The period.
  case period
  /// The value.
  case value
  // Questions
  /// What was asked.
  case question
  /// Who asked.
  case asked
  /// Whether there was an answer.
  case answer
  // Places
  /// The number of the source.
  case number
  /// The rows that use the source.
  case usedIn
  /// The document's name.
  case document
  /// The document's date.
  case date
  /// The number of the item.
  case item
  /// The item's title.
  case title
  /// The diary number.
  case reference
  /// The part of the item.
  case section
  /// Who states it.
  case speakers
  /// The clause that carries the figure.
  case quote
  /// The line.
  case line
  // Data
  /// The observation's id.
  case id
  /// The lower bound.
  case lower
  /// The upper bound.
  case upper
  /// How exact it is.
  case qualifier
  /// What it is measured against.
  case comparedWith
  /// Which way it goes.
  case direction
  /// The population.
  case group
  /// How sure the reading is, 0 to 1.
  case confidence
  /// The id of the observation that it repeats.
  case repeats
  /// What was corrected by hand.
  case correction
  /// What the text calls what is counted.
  case label
  /// The municipality and committee.
  case body
  /// What else it is about.
  case about
  // Series
  /// How many years have a figure.
  case count
  /// The mean of the years.
  case mean
  /// The change per year.
  case perYear
  /// The last year, where the base year is 100.
  case index
  /// The best year.
  case best
  /// The worst year.
  case worst
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
