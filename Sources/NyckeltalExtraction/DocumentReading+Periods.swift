import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities

/// The time that a statement is about, and how it was found.
struct TimeReading {
  var period: Period?
  var comparedWith: Period?
  var rule: String
}

extension DocumentReading {
  /// The time of a figure, by the nearest words: its clause, its sentence, its paragraph, the
  /// heading, the item's title, the document's year.
  func time(of kind: ObservationKind, index: Int, clause: Int) -> TimeReading {
    let place = sentence.places[index]
    if kind == .outcome, let compared = comparison(around: index) {
      return TimeReading(period: compared, rule: "period.comparison")
    }
    return time(of: kind, place: place, clause: clause, figure: index)
  }

  /// The time of a statement at a place of the sentence.
  func time(
    of kind: ObservationKind,
    place: Int,
    clause: Int,
    figure: Int? = nil
  ) -> TimeReading {
    let comparedWith = comparedPeriod()
    var reading = stated(place: place, clause: clause) ?? inContext()
    reading.comparedWith = comparedWith
    switch kind {
    case .target, .assessment, .budget, .forecast:
      reading.period = reading.period.map { wholeYear($0, rule: reading.rule) }
    case .outcome, .change, .trend, .request:
      break
    }
    return reading
  }

  /// A target, a budget or a forecast is for the year, also where the report is on a tertial.
  private func wholeYear(_ period: Period, rule: String) -> Period {
    if case .span(let from, let to) = period, from.firstYear != to.lastYear { return period }
    return .year(period.lastYear)
  }

  private func stated(place: Int, clause: Int) -> TimeReading? {
    var best: (period: Period, rank: Int)?
    for (index, quantity) in sentence.quantities.enumerated() where quantity.form == .period {
      guard quantity.periodRole != .comparison, let period = quantity.period else { continue }
      let at = sentence.places[index]
      let distance = abs(at - place)
      var rank = sentence.clause(of: at) == clause ? distance : 100 + distance
      // a period behind the figure in another clause is that clause's own
      if sentence.clause(of: at) > clause { rank += 200 }
      if rank < (best?.rank ?? .max) { best = (period, rank) }
    }
    guard let best else { return nil }
    return TimeReading(
      period: best.period,
      rule: best.rank < 100 ? "period.clause" : "period.sentence"
    )
  }

  private func inContext() -> TimeReading {
    if let period = context.paragraphPeriod {
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
    return TimeReading(period: nil, rule: "period.none")
  }

  /// The period that the sentence compares with.
  private func comparedPeriod() -> Period? {
    for quantity in sentence.quantities
    where quantity.form == .period && quantity.periodRole == .comparison {
      if let period = quantity.period { return period }
    }
    return nil
  }

  /// The compared period when the figure itself is of that time: "att jämföra med 2 115 samma
  /// period 2015"; not "37 färre än 2014".
  private func comparison(around index: Int) -> Period? {
    let place = sentence.places[index]
    guard !sentence.quantities[index].isComparative else { return nil }
    for (other, quantity) in sentence.quantities.enumerated()
    where quantity.form == .period && quantity.periodRole == .comparison {
      guard let period = quantity.period else { continue }
      let at = sentence.places[other]
      guard at > place else { continue }
      // the word of comparison stands before the figure
      let compares = signalPlaces(.than).contains { $0 < place && place - $0 <= 4 }
      if compares { return period }
    }
    return nil
  }
}
