public import NyckeltalModel

/// What a report is about.
public enum ReportSubject: Sendable, Hashable {
  /// One tertial, 1 to 3, of a year.
  case tertial(Int, year: Int)
  /// A year.
  case year(Int)
  /// Two years side by side.
  case compare(Int, Int)
  /// Several years or committees side by side.
  case sideBySide(SideBySide)
  /// A topic, over all periods.
  case topic(Topic)
  /// The development of indicators over years and tertials.
  case series(SeriesScope)

  /// The kind of definition that it is made with.
  public var kind: ReportDefinition.Kind {
    switch self {
    case .tertial: .tertial
    case .year: .year
    case .compare, .sideBySide: .compare
    case .topic: .topic
    case .series: .series
    }
  }

  /// The period that outcomes are read from; `nil` where there is not one period.
  var period: Period? {
    switch self {
    case .tertial(let tertial, let year): .tertial(tertial, year: year)
    case .year(let year): .year(year)
    case .compare, .sideBySide, .topic, .series: nil
    }
  }

  /// The number of the tertial that it is about.
  var tertial: Int? {
    if case .tertial(let tertial, _) = self { return tertial }
    return nil
  }

  /// The same part of the year before.
  var periodBefore: Period? {
    switch self {
    case .tertial(let tertial, let year): .tertial(tertial, year: year - 1)
    case .year(let year): .year(year - 1)
    case .compare, .sideBySide, .topic, .series: nil
    }
  }
}
