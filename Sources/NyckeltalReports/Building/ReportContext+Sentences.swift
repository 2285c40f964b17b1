import NyckeltalModel

extension ReportContext {
  /// What the report is about, for titles and texts.
  var subjectValues: [String: Any] {
    switch subject {
    case .tertial(let tertial, let year):
      [
        "tertial": tertial, "year": year,
        "period": periods.words(.tertial(tertial, year: year)),
      ]
    case .year(let year): ["year": year, "period": String(year)]
    case .compare(let yearA, let yearB): ["yearA": yearA, "yearB": yearB]
    case .sideBySide(let sides):
      [
        "yearA": sides.titles.dropLast().joined(separator: ", "), "yearB": sides.titles.last ?? "",
      ]
    case .topic(let topic): ["topic": phrases.topic(topic)]
    case .series(let scope):
      ["topic": seriesName(scope), "period": years(scope)]
    }
  }

  private func seriesName(_ scope: SeriesScope) -> String {
    if let known = indicator(scope.indicator) {
      return language == .swedish ? known.swedishName : known.englishName
    }
    return scope.topic.map(phrases.topic) ?? phrases.allTopics
  }

  private func years(_ scope: SeriesScope) -> String {
    switch (scope.firstYear, scope.lastYear) {
    case (nil, nil): phrases.allYears
    case (let first?, nil): "\(first)–"
    case (nil, let last?): "–\(last)"
    case (let first?, let last?): first == last ? "\(first)" : "\(first)–\(last)"
    }
  }

  /// A fact as a sentence says it: "minskning med nästan 84 miljoner kronor", "cirka 400 personer".
  ///
  /// Amounts that are set beside another are in one unit, not one in tkr and one in mnkr.
  func sentence(_ fact: Fact, hasUnit: Bool = true, beside other: Fact? = nil) -> String {
    guard let measure = fact.measure else { return words(fact) }
    let figure = sentence(measure, hasUnit: hasUnit, beside: other?.measure)
    guard fact.kind == .change, let direction = fact.first.direction else { return figure }
    return phrases.changeBy(direction, figure)
  }

  /// A figure as a sentence says it, its qualifier and unit in words.
  func sentence(_ measure: Measure, hasUnit: Bool = true, beside other: Measure? = nil) -> String {
    var unit = hasUnit ? unitWord(measure.unit) : ""
    if hasUnit, measure.value == 1, let one = measure.unit, !unit.isEmpty {
      unit = phrases.unitOfOne(one)
    }
    var bare = measure
    bare.qualifier = .exact
    let qualifier = measure.qualifier == .exact ? "" : phrases.qualifier(measure.qualifier)
    var figure = figures.measure(bare)
    if measure.unit == .sek, let other, let value = measure.value, let beside = other.value,
      NumberStyle(measure).suffix != NumberStyle(other).suffix
    {
      figure = figures.number(value, NumberStyle(unit: .sek, values: [value, beside]))
    }
    return [qualifier, figure, unit].filter { !$0.isEmpty }
      .joined(separator: FigureText.noBreakSpace)
  }

  /// The difference between two facts in a few characters: "+1 034 (+14,7 %)"; empty where there is
  /// none to tell.
  func difference(_ first: Fact, _ second: Fact) -> String {
    guard let change = change(first, second) else { return "" }
    guard let relative = relativeChange(first, second) else { return change }
    return "\(change) (\(relative))"
  }

  /// The relative difference between two facts, where there is one to tell.
  func relativeChange(_ first: Fact, _ second: Fact) -> String? {
    guard let before = first.measure, let after = second.measure,
      let difference = FigureDifference(from: before, to: after), difference.value != 0
    else { return nil }
    return difference.relative.map { share in
      // The sign stands before the difference already.
      var style = relativeStyle(share, qualifier: difference.qualifier)
      style.qualifier = .exact
      return figures.number(share, style)
    }
  }

  /// The difference between two facts as a sentence says it.
  func change(_ first: Fact, _ second: Fact) -> String? {
    guard let before = first.measure, let after = second.measure,
      let difference = FigureDifference(from: before, to: after)
    else { return nil }
    if difference.value == 0 { return phrases.noChange }
    var style = self.style(difference, before, after)
    guard style.suffix == .percentagePoints else { return figures.number(difference.value, style) }
    style.suffix = .none
    let unit =
      difference.value.magnitude == 1
      ? phrases.unitOfOne(.percentagePoints) : phrases.unit(.percentagePoints)
    return figures.number(difference.value, style) + FigureText.noBreakSpace + unit
  }

  /// How a difference is written: with its sign, in percentage points between shares.
  func style(_ difference: FigureDifference, _ before: Measure, _ after: Measure) -> NumberStyle {
    var style = NumberStyle(
      unit: before.unit,
      qualifier: difference.qualifier,
      values: [before.value, after.value].compactMap(\.self)
    )
    if style.suffix == .percent { style.suffix = .percentagePoints }
    style.isSigned = true
    return style
  }

  /// How a relative change is written: one decimal unless it is large, or not known so exactly.
  func relativeStyle(_ relative: Double, qualifier: Qualifier = .exact) -> NumberStyle {
    NumberStyle(
      qualifier: qualifier,
      suffix: .share,
      decimals: relative.magnitude < (qualifier == .exact ? 1 : 0.01) ? 1 : 0,
      isSigned: true
    )
  }

  /// A part of a year without the year: "tertial 1", "april".
  func part(of period: Period?) -> String {
    guard let period else { return "" }
    let words = periods.words(period)
    let suffix = " \(period.lastYear)"
    return words.hasSuffix(suffix) ? String(words.dropLast(suffix.count)) : words
  }
}
