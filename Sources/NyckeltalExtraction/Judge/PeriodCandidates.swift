import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// A period that a figure may be about, with what speaks for it; no period for "none".
struct PeriodCandidate {
  var period: Period?
  var features: FeatureList
}

extension DocumentReading {
  /// The periods that a figure's sentence and what surrounds it name, each as it stands and as the
  /// year, the tertial or the months that it closes, and "none".
  func periodCandidates(
    _ view: FigureView,
    kind: ObservationKind,
    _ proposal: FigureProposal,
    named: Bool
  ) -> [PeriodCandidate] {
    let chosen =
      kind == proposal.kind.kind
      ? proposal.time : time(of: kind, index: view.index, clause: view.clause)
    var candidates: [PeriodCandidate] = []
    func add(_ period: Period?, _ features: (inout FeatureList) -> Void) {
      let known = candidates.firstIndex { $0.period == period }
      let place = known ?? candidates.count
      if known == nil {
        candidates.append(PeriodCandidate(period: period, features: FeatureList(named: named)))
      }
      features(&candidates[place].features)
    }
    let tense = tense(view)
    let hasOwn = view.sentence.quantities.contains { $0.form == .period && $0.period != nil }
    let unit = view.figure.unit?.rawValue ?? "none"
    let kindValue = FeatureValue(kind.rawValue, named: named)
    let tenseValue = FeatureValue(tense, named: named)
    let unitValue = FeatureValue(unit, named: named)
    func addForms(
      _ period: Period,
      _ source: String,
      _ more: (String, FeatureValue, inout FeatureList) -> Void
    ) {
      let length = Self.length(period)
      for (form, value) in forms(of: period) {
        let way = FeatureValue("\(source) \(form)", named: named)
        let long = FeatureValue("\(source) \(form) \(length)", named: named)
        add(value) { list in
          list.add(.timeForm, source, form)
          list.add(.timeKind, way, kindValue)
          list.add(.timeTense, way, tenseValue)
          list.add(.timeFormLength, long, kindValue)
          list.add(.timeFormUnit, long, unitValue)
          more(form, way, &list)
        }
      }
    }
    add(chosen.period) { list in
      list.add(.timeChosen, chosen.rule)
      list.add(.timeChosenKind, chosen.rule, kind.rawValue)
    }
    let times = view.sentence.quantities.indices.filter {
      view.sentence.quantities[$0].form == .period && view.sentence.quantities[$0].period != nil
    }
    let nearest = times.min {
      abs(view.sentence.places[$0] - view.tokens.lowerBound)
        < abs(view.sentence.places[$1] - view.tokens.lowerBound)
    }
    for index in times {
      guard let period = view.sentence.quantities[index].period else { continue }
      addForms(period, "sentence") { form, _, list in
        if form == "same" {
          describe(index, period, view, kind, isNearest: index == nearest, &list)
        } else {
          list.add(.timeOther, form, "\(isCompared(index)) \(index == nearest)")
        }
      }
    }
    let own = hasOwn ? "own" : "bare"
    let ownValue = FeatureValue(own, named: named)
    let dated = FeatureValue(context.date == nil ? "undated" : "dated", named: named)
    let section = FeatureValue(context.section?.rawValue ?? "none", named: named)
    let outer: [(String, Period?)] = [
      ("paragraph", context.paragraphPeriod), ("latest", context.latestPeriod),
      ("heading", context.headingPeriod), ("title", context.itemPeriod),
      ("document", context.today.map { .year($0.lastYear) }),
      ("past", context.today.map { .year($0.lastYear - 1) }),
      ("date", context.today), ("head", context.headTime), ("previous", itemTime),
      ("first", firstTime),
      ("common", commonYear.map { .year($0) }), ("latestYear", latestYear.map { .year($0) }),
      ("firstYear", firstYear.map { .year($0) }), ("lastYear", lastYear.map { .year($0) }),
    ]
    for (source, period) in outer {
      guard let period else { continue }
      addForms(period, source) { _, way, list in
        list.add(.timeOwn, way, ownValue)
        list.add(.timeDated, way, dated)
        if source == "previous" {
          list.add(.timePrevious, way, FeatureValue(view.isFirst ? "first" : "later", named: named))
        }
        list.add(.timeSection, way, section)
        if source == "paragraph" {
          list.add(.timePast, context.paragraphIsPast ? "past" : "now", tense)
        }
      }
    }
    add(nil) { list in
      list.add(.timeNone, own, tense)
      list.add(.timeNoneKind, kind.rawValue)
      list.add(.timeNoneDate, dated, ownValue)
    }
    return candidates
  }

  /// A period as it stands, its year, and what a day or a month closes.
  private func forms(of period: Period) -> [(String, Period)] {
    var forms: [(String, Period)] = [("same", period)]
    func add(_ name: String, _ other: Period) {
      if !forms.contains(where: { $0.1 == other }) { forms.append((name, other)) }
    }
    add("year", .year(period.lastYear))
    switch period {
    case .day(let day, let month, let year):
      add("month", .month(month, year: year))
      if month % 4 == 0, day >= 28 { add("tertial", .tertial(month / 4, year: year)) }
      add("untilMonth", Self.months(until: day < 15 ? month - 1 : month, year))
    case .month(let month, let year):
      if month % 4 == 0 { add("tertial", .tertial(month / 4, year: year)) }
      add("untilMonth", Self.months(until: month, year))
    case .tertial(let tertial, let year):
      add("untilMonth", Self.months(until: tertial * 4, year))
    case .span(let from, _) where period.firstYear != period.lastYear:
      add("first", .year(from.firstYear))
    case .year, .half, .quarter, .span: break
    }
    return forms
  }

  /// January until a month, as the contract writes it.
  private static func months(until month: Int, _ year: Int) -> Period {
    month <= 1
      ? .month(1, year: month < 1 ? year - 1 : year)
      : month == 12
        ? .year(year) : .span(from: .month(1, year: year), to: .month(month, year: year))
  }

  private func describe(
    _ index: Int,
    _ period: Period,
    _ view: FigureView,
    _ kind: ObservationKind,
    isNearest: Bool,
    _ list: inout FeatureList
  ) {
    let quantity = view.sentence.quantities[index]
    let place = view.sentence.places[index]
    let side = view.side(of: place).rawValue
    list.add(.timeSide, side, isNearest ? "nearest" : "farther")
    list.add(.timePlace, side, view.distance(of: place))
    list.add(.timeRole, "\(quantity.periodRole)", kind.rawValue)
    list.add(.timeBetween, view.between(place), side)
    list.add(.timeAligned, view.alignment(of: index), kind.rawValue)
    if quantity.isAsOf { list.add(.timeRole, "asOf", side) }
    if isCompared(index) { list.add(.timeCompared, side, kind.rawValue) }
    if view.sentence.isYearsAgo(index) { list.add(.timeAgo, kind.rawValue) }
    if isOfRelative(place, behind: -1) { list.add(.timeRelative, side) }
    if let change = view.figure.change {
      list.add(.timeChange, change == .from ? "from" : "to", side)
    }
    list.add(.timeLength, Self.length(period), kind.rawValue)
    if let year = context.today?.lastYear {
      let time = period.firstYear > year ? "ahead" : period.lastYear < year ? "past" : "now"
      list.add(.timeWhen, time, kind.rawValue)
    }
    list.add(.timeBefore, place > 0 ? view.stems[place - 1] : .edge)
    if place > 1 { list.add(.timeBeforeTwo, view.stems[place - 2], view.stems[place - 1]) }
    let end = view.sentence.token(at: quantity.range.upperBound - 1)
    list.add(.timeAfter, end + 1 < view.stems.count ? view.stems[end + 1] : .edge)
    for rule in quantity.rules { list.add(.timeRule, rule.description, side) }
  }

  private static func length(_ period: Period) -> String {
    switch period {
    case .year: "year"
    case .half: "half"
    case .tertial: "tertial"
    case .quarter: "quarter"
    case .month: "month"
    case .day: "day"
    case .span: period.firstYear == period.lastYear ? "span" : "years"
    }
  }

  /// The tense that the signals of a figure's sentence tell.
  private func tense(_ view: FigureView) -> String {
    let sentence = view.sentence
    if sentence.has(.forecast) || sentence.has(.plans) { return "ahead" }
    if sentence.has(.now) { return "now" }
    if sentence.has(.outcome) { return "past" }
    if sentence.has(.perfect) { return "perfect" }
    return sentence.has(.present) ? "present" : "unknown"
  }
}

extension FeatureTemplate {
  static let timeDated = FeatureTemplate("timeDated")
  static let timeFormLength = FeatureTemplate("timeFormLength")
  static let timeFormUnit = FeatureTemplate("timeFormUnit")
  static let timeBetween = FeatureTemplate("timeBetween")
  static let timeAligned = FeatureTemplate("timeAligned")
  static let timePrevious = FeatureTemplate("timePrevious")
  static let timeOther = FeatureTemplate("timeOther")
  static let timeForm = FeatureTemplate("timeForm")
  static let timeKind = FeatureTemplate("timeKind")
  static let timeTense = FeatureTemplate("timeTense")
  static let timeChosen = FeatureTemplate("timeChosen")
  static let timeChosenKind = FeatureTemplate("timeChosenKind")
  static let timeOwn = FeatureTemplate("timeOwn")
  static let timeSection = FeatureTemplate("timeSection")
  static let timePast = FeatureTemplate("timePast")
  static let timeNone = FeatureTemplate("timeNone")
  static let timeNoneKind = FeatureTemplate("timeNoneKind")
  static let timeNoneDate = FeatureTemplate("timeNoneDate")
  static let timeSide = FeatureTemplate("timeSide")
  static let timePlace = FeatureTemplate("timePlace")
  static let timeRole = FeatureTemplate("timeRole")
  static let timeCompared = FeatureTemplate("timeCompared")
  static let timeAgo = FeatureTemplate("timeAgo")
  static let timeRelative = FeatureTemplate("timeRelative")
  static let timeChange = FeatureTemplate("timeChange")
  static let timeLength = FeatureTemplate("timeLength")
  static let timeWhen = FeatureTemplate("timeWhen")
  static let timeBefore = FeatureTemplate("timeBefore")
  static let timeBeforeTwo = FeatureTemplate("timeBefore12")
  static let timeAfter = FeatureTemplate("timeAfter")
  static let timeRule = FeatureTemplate("timeRule")
}
