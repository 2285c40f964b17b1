import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// The time of which the text around a sentence speaks.
extension DocumentReading {
  /// What is known about the time of a sentence from what surrounds it.
  var periodContext: PeriodContext {
    PeriodContext(
      documentDate: context.today,
      itemPeriod: context.headingPeriod ?? context.itemPeriod,
      previous: context.paragraphIsPast ? nil : context.paragraphPeriod
    )
  }

  /// "Förra året …", "Sedan 2017 …": what follows in the present is of the report's own time.
  func looksBack(_ quantity: Quantity, _ period: Period) -> Bool {
    if quantity.periodRole == .start { return true }
    guard quantity.rules.contains(.periodRelative) || quantity.rules.contains(.periodSeason),
      let here = presentPeriod
    else { return false }
    return period.lastDay < here.firstDay
  }

  /// The time of which the text speaks in the present.
  var presentPeriod: Period? {
    let named = context.headingPeriod ?? context.itemPeriod
    if let named, !isAhead(named) { return named }
    return context.date.map { .year($0.year) } ?? named
  }

  /// Whether a span of days is longer than about a month.
  private func isLong(_ period: Period) -> Bool {
    guard case .span(.day(_, let first, let year), .day(_, let last, let end)) = period else {
      return true
    }
    return (end - year) * 12 + last - first > 1
  }

  /// Whether what follows in the paragraph may be about a period that a sentence named.
  ///
  /// Not so a span of months that "sedan april" begins, the day of an event, a season of a year
  /// that the report is on as a whole, and what lies after the document.
  func goesOn(_ quantity: Quantity, _ period: Period) -> Bool {
    if quantity.periodRole == .start, period.firstYear == period.lastYear { return false }
    if case .day = period, !quantity.isAsOf { return false }
    // "3–21 juli", the weeks of a course
    if case .span(.day, .day) = period, period.firstYear == period.lastYear, !isLong(period) {
      return false
    }
    if quantity.rules.contains(.periodSeason), case .year(period.firstYear) = context.itemPeriod {
      return false
    }
    guard let now = context.date?.year ?? context.itemPeriod?.lastYear else { return true }
    return period.firstYear <= now
  }

  var hasOwnContext: Bool {
    context.paragraphPeriod != nil || context.headingPeriod != nil || context.itemPeriod != nil
  }

  func inContext() -> TimeReading {
    if let period = context.paragraphPeriod, !leaves(period) {
      return TimeReading(period: period, rule: "period.paragraph")
    }
    if let period = context.headingPeriod {
      return TimeReading(period: period, rule: "period.heading")
    }
    if let period = context.itemPeriod {
      return TimeReading(period: period, rule: "period.item-title")
    }
    if let date = context.date {
      return TimeReading(period: .year(date.year), rule: "period.document-year")
    }
    if let head = context.headTime { return TimeReading(period: head, rule: "period.head") }
    return TimeReading(period: nil, rule: "period.none")
  }

  /// Whether a sentence in the present leaves the earlier time that was spoken of.
  private func leaves(_ period: Period) -> Bool {
    guard let here = presentPeriod else { return false }
    guard period.lastDay < here.lastDay || period.firstDay < here.firstDay else { return false }
    // "Det resultat vi kan se i dag är att 18 000 har fått arbete", since the year named
    if period.lastDay >= here.lastDay, sentence.has(.perfect) { return false }
    if sentence.has(.now) { return true }
    // "sedan 2023" reaches until now, and what follows in the past tense does not go on from there
    if case .span = period, context.paragraphIsPast, period.lastDay >= here.lastDay { return true }
    guard context.paragraphIsPast, !sentence.has(.outcome) else { return false }
    return sentence.has(.present) || sentence.has(.perfect) && period.lastDay < here.firstDay
  }
}
