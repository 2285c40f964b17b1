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

extension ReportSubject {
  /// Why there is no such subject; `nil` where there is.
  var fault: ReportDefinitionError? {
    switch self {
    case .tertial(let tertial, let year):
      (1...3).contains(tertial)
        ? Self.fault(ofYear: year)
        : Self.fault("there is no tertial \(tertial)", "a year has the tertials 1, 2 and 3")
    case .year(let year): Self.fault(ofYear: year)
    case .compare(let first, let second):
      first == second
        ? Self.fault("\(first) is compared with itself", "give two different years")
        : Self.fault(ofYear: first) ?? Self.fault(ofYear: second)
    case .sideBySide(.years(let years)):
      if years.count < 2 || Set(years).count < years.count {
        Self.fault("a comparison is of different years", "give two or more, each of them once")
      } else {
        years.lazy.compactMap(Self.fault(ofYear:)).first
      }
    case .sideBySide(.bodies(let bodies, let year)):
      if bodies.isEmpty || Set(bodies).count < bodies.count {
        Self.fault("a comparison is of different committees", "name each of them once")
      } else {
        year.flatMap(Self.fault(ofYear:))
      }
    case .topic: nil
    case .series(let scope):
      if let first = scope.firstYear, let last = scope.lastYear, first > last {
        Self.fault("the series end in \(last), before they begin", "give the earlier year first")
      } else {
        [scope.firstYear, scope.lastYear, scope.baseYear].lazy.compactMap(\.self)
          .compactMap(Self.fault(ofYear:)).first
      }
    }
  }

  private static func fault(ofYear year: Int) -> ReportDefinitionError? {
    (1...9_999).contains(year) ? nil : fault("\(year) is no year", "write it as 2015")
  }

  private static func fault(_ problem: String, _ remedy: String) -> ReportDefinitionError {
    ReportDefinitionError(code: .noSuchSubject, place: nil, problem: problem, remedy: remedy)
  }
}
