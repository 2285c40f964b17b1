import NyckeltalModel

/// A year up to the end of one of its tertials: as it is stated, or added up from the tertials.
struct YearToDate: Sendable {
  /// The figure.
  var measure: Measure
  /// From the beginning of the year to the end of the tertial.
  var period: Period
  /// The fact that states it; `nil` for a sum.
  var stated: Fact?
  /// How many tertials it adds up; 0 where it is stated.
  var addends: Int

  /// Finds the year up to the end of a period.
  ///
  /// - Parameters:
  ///   - outcomes: The outcomes of the line.
  ///   - year: The same, tertial by tertial.
  ///   - end: The period that a report is about.
  ///   - outcome: The period's own outcome; where it is the year so far itself, there is no other.
  init?(_ outcomes: [Fact], year: YearView?, end: Period, outcome: Fact?) {
    guard let year else { return nil }
    if end.isWholeYear {
      guard outcome == nil, year.sum == nil, let last = year.tertials.keys.max(),
        let sum = year.sum(through: last)
      else { return nil }
      self.init(sum: sum, through: last, year: year.year)
      return
    }
    let start = Period.year(end.firstYear).firstDay
    let stated = outcomes.filter { fact in
      guard let period = fact.period else { return false }
      return period != end && period.firstDay == start && period.lastDay == end.lastDay
    }
    if let fact = Fact.clear(stated), let measure = fact.measure, let period = fact.period {
      self.init(measure: measure, period: period, stated: fact, addends: 0)
      return
    }
    guard stated.isEmpty, let number = end.tertialNumber, number > 1,
      let sum = year.sum(through: number)
    else { return nil }
    self.init(sum: sum, through: number, year: year.year)
  }

  private init(sum measure: Measure, through tertial: Int, year: Int) {
    self.init(
      measure: measure,
      period: .span(from: .month(1, year: year), to: .month(tertial * 4, year: year)),
      stated: nil,
      addends: tertial
    )
  }

  private init(measure: Measure, period: Period, stated: Fact?, addends: Int) {
    self.measure = measure
    self.period = period
    self.stated = stated
    self.addends = addends
  }
}

extension Period {
  /// The number of a tertial, 3 for a year; `nil` for anything else.
  var tertialNumber: Int? {
    switch self {
    case .tertial(let number, _): number
    case .year: 3
    default: nil
    }
  }
}
