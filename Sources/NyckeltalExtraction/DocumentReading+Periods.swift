import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

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
    if kind == .outcome || kind == .budget {
      if let compared = comparison(around: index) {
        return TimeReading(period: compared, rule: "period.comparison")
      }
      if sentence.quantities[index].change == .from {
        return TimeReading(period: earlierPeriod(than: place, clause), rule: "period.from")
      }
      if kind == .outcome, repeatsFigure(index) {
        let before = index - 1
        let outer = time(
          of: kind,
          index: before,
          clause: sentence.clause(of: sentence.places[before])
        )
        return TimeReading(period: outer.period?.moved(byYears: -1), rule: "period.parenthesis")
      }
    }
    return time(of: kind, place: place, clause: clause, figure: index)
  }

  /// The time of "från 578", where the text says it.
  private func earlierPeriod(than place: Int, _ clause: Int) -> Period? {
    // "har på ett år stigit från 6,9 till 9,4"
    if let years = lapse, let period = (stated(place: place, clause: clause) ?? inContext()).period
    {
      return period.moved(byYears: -years)
    }
    // "utökas från dagens 350", "ska öka från 78 till 80"
    if sentence.has(.now) || isPlannedChange, comparedPeriod() == nil,
      isAhead(stated(place: place, clause: clause))
    {
      guard let present = presentPeriod else { return nil }
      return isAhead(present) ? present.moved(byYears: -1) : present
    }
    guard let reading = stated(place: place, clause: clause) else { return comparedPeriod() }
    if let compared = comparedPeriod() { return compared }
    // "sjönk under 2018 från 22,4 till 19,6": what it was when the year began
    if case .year(let year) = reading.period, changesBy(before: place) { return .year(year - 1) }
    // directly behind the figure: "från 578 i april 2016 till 419"
    for (index, quantity) in sentence.quantities.enumerated() where quantity.form == .period {
      if 1...6 ~= sentence.places[index] - place, quantity.period == reading.period {
        return reading.period
      }
    }
    return nil
  }

  /// Whether a time that may be stated is not one of what was reached.
  private func isAhead(_ reading: TimeReading?) -> Bool {
    guard let reading else { return true }
    guard let period = reading.period else { return false }
    return isAhead(period)
  }

  /// The number of years in which something changed: "på två år".
  private var lapse: Int? {
    for quantity in sentence.quantities where quantity.unit == .years {
      let first = sentence.token(at: quantity.range.lowerBound)
      guard first > 0, sentence.tokens[first - 1].hash == Self.upon,
        let years = quantity.value, 1...30 ~= years, quantity.form == .cardinal
      else { continue }
      return Int(years)
    }
    return nil
  }

  private static let upon = WordHash("på").value

  private var isPlannedChange: Bool { sentence.has(.forecast) || sentence.has(.plans) }

  /// Whether a period lies behind the document's own year.
  func isAhead(_ period: Period) -> Bool {
    guard let date = context.date else { return false }
    return period.firstYear > date.year
  }

  private func changesBy(before place: Int) -> Bool {
    (signalPlaces(.up) + signalPlaces(.down)).contains { $0 < place && place - $0 <= 8 }
  }

  /// The time of a statement at a place of the sentence.
  func time(
    of kind: ObservationKind,
    place: Int,
    clause: Int,
    figure: Int? = nil
  ) -> TimeReading {
    let comparedWith = comparedPeriod()
    var reading =
      then(clause) ?? stated(place: place, clause: clause, kind: kind, figure: figure)
      ?? inContext()
    reading.comparedWith = comparedWith
    // "I september 2014 var de 2 240. Det är 335 färre": the change is of the later time
    if kind == .change || kind == .trend, reading.rule == "period.paragraph",
      let latest = context.latestPeriod, let period = reading.period,
      period.lastDay < latest.firstDay
    {
      reading.comparedWith = comparedWith ?? period
      reading.period = latest
    }
    // "Jämfört med 2019, då antalet var 312, är det en ökning": not of the time compared with
    if kind == .change, let comparedWith, reading.period == comparedWith {
      let around = inContext()
      if around.period != comparedWith { reading = around }
      reading.comparedWith = comparedWith
    }
    // "har på fyra år ökat med 20 procent"
    if kind == .change || kind == .trend, let years = lapse, years > 1,
      reading.rule != "period.clause", let end = reading.period?.lastYear
    {
      reading.period = .span(from: .year(end - years + 1), to: .year(end))
    }
    // what a plan for a coming year says of today is not ahead
    if kind == .outcome || kind == .trend, sentence.has(.now) || isState(before: place),
      reading.rule == "period.item-title" || reading.rule == "period.heading",
      let date = context.date, let period = reading.period, isAhead(period)
    {
      reading.period = .year(date.year)
      reading.rule = "period.document-year"
    }
    // a plan's targets are for the plan's own year
    if kind == .target || kind == .forecast, reading.rule == "period.paragraph",
      let here = context.headingPeriod ?? context.itemPeriod ?? presentPeriod,
      let period = reading.period, period.lastDay < here.firstDay
    {
      reading = TimeReading(period: here, comparedWith: comparedWith, rule: "period.item-title")
    }
    switch kind {
    case .target, .assessment, .budget, .forecast:
      reading.period = reading.period.map { wholeYear($0, rule: reading.rule) }
    case .outcome, .change, .trend, .request:
      break
    }
    return reading
  }

  /// A target, a budget or a forecast is for the year, also where the report is on a tertial; not
  /// where it names a month: "högst 1 200 hushåll i december 2012".
  private func wholeYear(_ period: Period, rule: String) -> Period {
    if case .month = period, rule == "period.clause" { return period }
    if case .span(let from, let to) = period, from.firstYear != to.lastYear { return period }
    return .year(period.lastYear)
  }

  /// "…, då antalet var 11 980" is of the time named just before.
  private func then(_ clause: Int) -> TimeReading? {
    guard let opening = sentence.opening(clause), opening.hash == Self.thenWord else { return nil }
    var latest: Period?
    for (index, quantity) in sentence.quantities.enumerated() where quantity.form == .period {
      if sentence.places[index] > opening.token { break }
      latest = quantity.period ?? latest
    }
    return latest.map { TimeReading(period: $0, rule: "period.then") }
  }

  private static let thenWord = WordHash("då").value

  private func stated(
    place: Int,
    clause: Int,
    kind: ObservationKind = .outcome,
    figure: Int? = nil
  ) -> TimeReading? {
    let from = figure.flatMap { earlierFigure(ofChangeAt: $0) }
    var best: (period: Period, rank: Int)?
    for (index, quantity) in sentence.quantities.enumerated() where quantity.form == .period {
      guard let period = quantity.period, !isCompared(index) else { continue }
      let at = sentence.places[index]
      // "För ett år sedan var antalet 1 012, en minskning med 78"
      let isChange = kind == .change || kind == .trend
      if isChange, sentence.isYearsAgo(index), at < place,
        sentence.clause(of: at) != clause || hasFigure(between: at, and: place)
      {
        continue
      }
      // a term that is set dates its own clause only
      if case .day = period, sentence.clause(of: at) != clause, isTerm(at) { continue }
      // "från 578 i april 2016 till 419": the first figure's own
      if let from, from < at, at < place { continue }
      // "en ökning sedan april" is measured against April, "från 14 till 13 procent sedan april" too
      if isChange || figure.map({ sentence.quantities[$0].change == .to }) ?? false,
        quantity.periodRole == .start
      {
        continue
      }
      // "för många av dem som kom 2015": the time of those, not of the statement
      if at > place, isOfRelative(at, behind: place) { continue }
      var distance = abs(at - place)
      // "Av de 214 som kom 2016 var 83 i arbete i december 2018"
      if at < place, isOfRelative(at, behind: -1), !opensRelative(at) { distance += 40 }
      var rank = sentence.clause(of: at) == clause ? distance : 100 + distance
      // a period behind the figure in another clause is that clause's own
      if sentence.clause(of: at) > clause {
        if hasOwnContext || sentence.isParenthesis(sentence.clause(of: at)) { continue }
        rank += 200
      }
      if rank < (best?.rank ?? .max) { best = (period, rank) }
    }
    guard let best else { return nil }
    return TimeReading(
      period: best.period,
      rule: best.rank < 100 ? "period.clause" : "period.sentence"
    )
  }

  /// "Sjukfrånvaron är 5 procent", "300 hushåll lever på bistånd": how it is, not what is planned.
  private func isState(before place: Int) -> Bool {
    guard !sentence.has(.plans), !sentence.has(.forecast) else { return false }
    return (max(0, place - 4)..<place).contains { Self.states.contains(sentence.tokens[$0].hash) }
  }

  private static let states = WordSet(["är", "uppgår", "ligger", "finns", "lever", "väntar"])

  /// Whether a day is a term: "senast den 1 augusti".
  private func isTerm(_ at: Int) -> Bool {
    (max(0, at - 2)..<at).contains { sentence.tokens[$0].hash == Self.latest }
  }

  private static let latest = WordHash("senast").value

  /// Whether "som" stands closely before a period, behind a place.
  func isOfRelative(_ at: Int, behind place: Int) -> Bool {
    (max(place + 1, at - 4)..<max(place + 1, at)).contains {
      sentence.tokens[$0].hash == Self.relative
    }
  }

  /// "…, som 2010 omfattade 900 unga": the time of what the relative clause goes on to say.
  private func opensRelative(_ at: Int) -> Bool {
    let before = (max(0, at - 2)..<at).filter {
      !Self.inTime.contains(sentence.tokens[$0].hash)
    }
    return before.last.map { sentence.tokens[$0].hash == Self.relative } ?? false
  }

  private static let inTime = WordSet(["i", "under", "år"])

  private static let relative = WordHash("som").value

  private func hasFigure(between first: Int, and second: Int) -> Bool {
    sentence.places.indices.contains {
      sentence.isFigure($0) && first < sentence.places[$0] && sentence.places[$0] < second
    }
  }

  /// The place of "från 578" for "till 419".
  private func earlierFigure(ofChangeAt index: Int) -> Int? {
    guard sentence.quantities[index].change == .to else { return nil }
    let before = sentence.quantities.indices.prefix(index)
    return before.last { sentence.quantities[$0].change == .from }.map { sentence.places[$0] }
  }
}
