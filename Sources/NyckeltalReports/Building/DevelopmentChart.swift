import NyckeltalModel

/// Makes a chart of outcomes over time, a line for each indicator; one that stands alone has its target
/// beside it.
///
/// The axis has every year, or every tertial, from the first figure to the last: what is missing
/// leaves a gap as wide as it is long.
struct DevelopmentChart {
  var context: ReportContext
  var followUps: [FollowUp]
  /// The targets of all periods.
  var targets: [Fact] = []

  private static let mostLines = 5
  /// Longer axes have gaps that say nothing.
  private static let longest = 60

  /// What stands at each place of the axis.
  private enum Form: Equatable {
    case years
    /// The same tertial of each year.
    case tertial(Int)
    /// Every tertial.
    case tertials

    /// Where a period stands; `nil` for one that the form does not have.
    func place(_ period: Period?) -> Int? {
      guard let period else { return nil }
      switch (self, period) {
      case (.years, _): return period.isWholeYear ? period.lastYear : nil
      case (.tertial(let wanted), .tertial(let number, let year)):
        return number == wanted ? year : nil
      case (.tertials, .tertial(let number, let year)): return year * 3 + number - 1
      default: return nil
      }
    }

    func period(_ place: Int) -> Period {
      switch self {
      case .years: .year(place)
      case .tertial(let number): .tertial(number, year: place)
      case .tertials: .tertial(place % 3 + 1, year: place / 3)
      }
    }
  }

  private struct Line {
    var followUp: FollowUp
    var figures: [Int: Fact]
    var axis: ChartAxis?
  }

  /// The outcomes of whole years, of the same part of each year or of every tertial, whichever there are
  /// most of; `nil` unless some indicator has two of them.
  var chart: ReportChart? {
    let rows = followUps.filter { $0.line.indicator != nil && $0.line.group == nil }
      .sorted { context.rank($0.line) < context.rank($1.line) }
    var best: (form: Form, lines: [Line], count: Int)?
    for form in [Form.years, .tertial(1), .tertial(2), .tertial(3), .tertials] {
      let lines = rows.compactMap { row -> Line? in
        let figures = figures(row.outcomes, form)
        guard figures.count > 1 else { return nil }
        return Line(followUp: row, figures: figures, axis: ChartAxis(row.outcome?.measure?.unit))
      }
      guard let axis = ChartAxis.mostCommon(lines.map(\.axis), least: 1) else { continue }
      let drawn = Array(lines.filter { $0.axis == axis }.prefix(Self.mostLines))
      let count = drawn.reduce(0) { $0 + $1.figures.count }
      if count > best?.count ?? 1 { best = (form, drawn, count) }
    }
    return best.flatMap { best in
      best.lines[0].axis.flatMap { chart(best.lines, best.form, $0) }
    }
  }

  private func figures(_ facts: [Fact], _ form: Form) -> [Int: Fact] {
    let suited = facts.filter { $0.measure?.value != nil && form.place($0.period) != nil }
    return Dictionary(grouping: suited) { form.place($0.period) ?? 0 }
      .compactMapValues { Fact.clear($0) }
  }

  /// The targets of a line: a year's number is held against the year, its share against any part.
  private func targets(of line: Line, _ form: Form, _ places: ClosedRange<Int>) -> [Int: Fact] {
    let own = targets.filter { fact in
      FollowedLine(fact) == line.followUp.line && ChartAxis(fact.measure?.unit) == line.axis
        && fact.measure?.value != nil
    }
    var found: [Int: Fact] = [:]
    for place in places {
      let period = form.period(place)
      let known = own.filter { fact in
        fact.period == period
          || line.axis == .percent && fact.period?.contains(period) == true
      }
      found[place] = Fact.clear(known)
    }
    return found
  }

  private func chart(_ lines: [Line], _ form: Form, _ axis: ChartAxis) -> ReportChart? {
    let phrases = context.phrases
    let known = lines.flatMap(\.figures.keys)
    guard let first = known.min(), let last = known.max(), last - first < Self.longest else {
      return nil
    }
    let places = first...last
    var drawn: [(name: String, figures: [Int: Fact])] = []
    for line in lines {
      let name = context.name(line.followUp.line, nil)
      let targets = lines.count == 1 ? targets(of: line, form, places) : [:]
      // As in other charts what is aimed at comes first, and what came of it stands out.
      if !targets.isEmpty { drawn.append((phrases.targetSeries, targets)) }
      drawn.append((name, line.figures))
    }
    let values = drawn.flatMap { $0.figures.values.compactMap { $0.measure?.value } }
    let style = NumberStyle(unit: axis.unit, values: values)
    let periods = places.map { context.periods.short(form.period($0)) }
    let series = drawn.map { line in
      ReportChart.Series(
        name: line.name,
        cells: places.map { place in
          line.figures[place].map { context.figure($0, style: style) } ?? .empty
        }
      )
    }
    let descriptions = drawn.map { line in
      let parts = zip(places, periods).map { place, period in
        "\(period) \(line.figures[place].map(context.words) ?? phrases.missing)"
      }
      return "\(line.name): \(parts.joined(separator: ", "))"
    }
    return ReportChart(
      title: phrases.developmentChartTitle,
      categoryAxis: phrases.periodAxis,
      valueAxis: axis.name(style, phrases),
      categories: periods,
      series: series,
      alternativeText: phrases.developmentAlternative(descriptions),
      style: style,
      shape: .lines
    )
  }
}
