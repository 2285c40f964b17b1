import NyckeltalModel
import NyckeltalQuantities

/// What the rules propose for a figure, before it is judged.
struct FigureProposal {
  /// Why the rules would give nothing.
  enum Veto: String {
    /// It counts members of the committee.
    case members
    /// What it counts is not told.
    case unit
    /// It is no statement of the field: a duration, a number of things.
    case statement
    /// What is spoken of is another committee's.
    case elsewhere
    /// It is of no topic.
    case topic

    /// Whether what the figure is says nothing of the next one in the sentence.
    var hidesKind: Bool { self != .topic }
  }

  var figure: Quantity
  /// Whether the figure's own words leave open what it counts.
  var isUnitOpen: Bool
  var change: Direction?
  var match: IndicatorMatch?
  var kind: KindReading
  var time: TimeReading
  var veto: Veto?
  /// The statement as the rules read it.
  var draft: ObservationDraft
  /// The range of the cleaned text that states it.
  var range: Range<Int>
}
