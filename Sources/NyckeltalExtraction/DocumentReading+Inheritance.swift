import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities

/// What a figure takes from the figures and indicators before it.
extension DocumentReading {
  /// The indicator of the same figure earlier in the item.
  func knownAgain(_ figure: Quantity) -> IndicatorMatch? {
    guard let value = figure.value, let known = KnownFigure(value, figure.unit),
      let id = knownFigures[known],
      let entry = table.entryOf[id]
    else { return nil }
    return IndicatorMatch(entry: entry, score: Nearness.paragraph, isOwn: true)
  }

  /// What a figure without words of its own goes on about: "Det är 37 färre", "varav ca 150",
  /// "att jämföra med 2 115".
  func inherited(
    _ figure: Quantity,
    place: Int,
    isElliptic: Bool = false
  ) -> (match: IndicatorMatch, unit: FigureUnit?)? {
    guard let last = context.lastFigure, let id = last.indicator,
      var entry = table.entryOf[id]
    else { return nil }
    let refers =
      isElliptic && figure.unit == last.unit || figure.isComparative || figure.isPartOf
      || figure.change != nil || isFurther(place)
      || sentence.has(.refersBack) || sentence.has(.than) || sentence.has(.target)
      || sentence.has(.forecast) || sentence.has(.outcome)
    guard refers || exists(place) || isShareOfGroup(figure, place: place) else { return nil }
    // an amount without its scale is none
    let unit = figure.unit ?? (last.unit == .sek ? nil : last.unit)
    // "Tillsammans motsvarar det 49 procent": to work and to studies together
    if id == "jobbtorg.till-studier" || id == "jobbtorg.till-arbete", sumsUp,
      let both = table.entryOf["jobbtorg.till-arbete-eller-utbildning"]
    {
      entry = both
    }
    // "Bland unga 18–24 år är andelen 11,3 procent"
    if id == "arbetsloshet.andel", evidence.ownTopics[Topic.unga.index] > 0,
      let young = table.entryOf["unga.arbetslosa"]
    {
      entry = young
    }
    let isChange = figure.isComparative || figure.direction != nil
    if let share = table.entries[entry].share, figure.unit == .percent,
      let target = table.entryOf[share]
    {
      entry = target
    } else if let unit, !fits(entry, unit, isChange: isChange) {
      return nil
    }
    return (IndicatorMatch(entry: entry, score: Nearness.paragraph, isOwn: true), unit)
  }

  private func fits(_ entry: Int, _ unit: FigureUnit, isChange: Bool) -> Bool {
    let indicator = table.entries[entry].indicator
    if indicator.unit == unit || table.entries[entry].otherUnits.contains(unit) { return true }
    return isChange && (unit == .percent || unit == .percentagePoints && indicator.unit == .percent)
  }

  /// A bare number is in the indicator's unit where the indicator counts: "Antalet sökande var 812".
  func inferredUnit(
    _ figure: Quantity,
    _ match: IndicatorMatch?,
    clause: Int
  ) -> FigureUnit? {
    if figure.unit != nil { return figure.unit }
    guard let match, match.isOwn else { return includesOther ? .other : nil }
    // "två" without a noun counts something that was not understood
    if figure.rules.contains(.word), (figure.value ?? 0) < 13, !figure.isComparative { return nil }
    switch table.entries[match.entry].indicator.unit {
    case .persons: return .persons
    case .households: return .households
    case .places: return .places
    case .employments: return .employments
    case .other: return .other
    case .percent:
      // "arbetslösheten faller till 8,5"
      if figure.rules.contains(.decimalComma), (0...100).contains(figure.value ?? -1) {
        return .percent
      }
      // "38 har redan godkänt betyg": those who have, not their share
      let counts = table.entries[match.entry].otherUnits.contains(.persons)
      return counts && isSubject(figure) ? .persons : nil
    case .percentagePoints, .sek, .years, .months, .days, nil: return nil
    }
  }
}
