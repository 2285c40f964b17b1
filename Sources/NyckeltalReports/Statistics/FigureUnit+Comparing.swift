import NyckeltalModel

extension FigureUnit {
  /// Whether it counts something: people, places, jobs.
  var isCount: Bool {
    switch self {
    case .persons, .households, .places, .employments: true
    case .percent, .percentagePoints, .sek, .years, .months, .days, .other: false
    }
  }

  /// Whether parts of a year can add up to the year: numbers and money can, shares and times cannot.
  var canAddUp: Bool {
    switch self {
    case .persons, .households, .places, .employments, .sek, .other: true
    case .percent, .percentagePoints, .years, .months, .days: false
    }
  }

  /// The unit that stands for all that it can be held against: one count for all counts.
  var family: FigureUnit { isCount ? .persons : self }

  /// Whether figures in two units can be held against each other.
  ///
  /// A target for the number of young people is met by places; a share is not met by a number.
  static func areComparable(_ left: FigureUnit?, _ right: FigureUnit?) -> Bool {
    left?.family == right?.family
  }
}
