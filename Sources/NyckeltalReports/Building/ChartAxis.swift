import NyckeltalModel

/// What an axis of a chart counts; figures that are drawn together share it.
enum ChartAxis: Hashable, CaseIterable {
  case count
  case percent
  case kronor

  init?(_ unit: FigureUnit?) {
    switch unit {
    case .persons, .households, .places, .employments: self = .count
    case .percent: self = .percent
    case .sek: self = .kronor
    case .percentagePoints, .years, .months, .days, .other, nil: return nil
    }
  }

  /// The axis that most figures share; `nil` where fewer than so many do.
  static func mostCommon(_ axes: [ChartAxis?], least: Int) -> ChartAxis? {
    let counts = allCases.map { axis in (axis: axis, count: axes.count { $0 == axis }) }
    guard let most = counts.map(\.count).max(), most >= least else { return nil }
    return counts.first { $0.count == most }?.axis
  }

  /// The unit that numbers along it are written in.
  var unit: FigureUnit {
    switch self {
    case .count: .other
    case .percent: .percent
    case .kronor: .sek
    }
  }

  /// What stands beside it.
  func name(_ style: NumberStyle, _ phrases: Phrases) -> String {
    switch self {
    case .count: phrases.countAxis
    case .percent: phrases.percentAxis
    case .kronor: phrases.kronorAxis(style.suffix)
    }
  }
}
