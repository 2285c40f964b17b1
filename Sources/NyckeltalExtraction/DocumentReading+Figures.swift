import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Reads everything that the current sentence states.
  mutating func observe(opensList: Bool) {
    var figures: Set<Int> = []
    sentenceKind = nil
    for index in sentence.quantities.indices where sentence.isFigure(index) {
      if observeFigure(index) { figures.insert(sentence.clause(of: sentence.places[index])) }
    }
    if sentence.has(.howMany) || context.listAsks
      || sentence.has(.asksFor) && sentence.has(.counted)
    {
      observeRequests()
    }
    observeAssessment(opensList: opensList)
    if sentence.has(.up) || sentence.has(.down) || sentence.has(.unchanged) {
      observeTrends(withFigures: figures)
    }
    if opensList { readListIntroduction() }
  }

  /// What the sentence before a list says of its items.
  mutating func readListIntroduction() {
    context.listAsks = asksForAnswers
    // a sentence that ends before a list says nothing of its items
    guard minutes.text.bytes[sentence.range.upperBound - 1] != 0x2E else {
      context.listKind = nil
      context.listWishes = false
      return
    }
    context.listWishes = sentence.has(.wish)
    context.listKind = sentence.has(.target) ? .target : sentence.has(.forecast) ? .forecast : nil
  }

  /// Reads one figure; returns whether it became a statement.
  private mutating func observeFigure(_ index: Int) -> Bool {
    var figure = sentence.quantities[index]
    // "en ung människa": an article counts nothing
    if figure.rules.contains(.article) { return false }
    let place = sentence.places[index]
    if Self.isListNumber(place, sentence.tokens) { return false }
    if Self.isAge(place, sentence.tokens) { return false }
    if figure.unit == nil,
      Self.isName(place, sentence.tokens) || Self.isSchoolYear(place, sentence.tokens)
        || isBehindLeader(figure) || endsName(place)
    {
      return false
    }
    let clause = sentence.clause(of: place)
    if sentence.has(.howMany), sentence.isQuestion { return false }
    countPart(&figure)
    nameScale(&figure)
    shareScale(&figure, index)
    if figure.unit == nil || figure.rules.contains(.unitBefore) {
      nameUnit(&figure, clause: clause, place: place)
    }
    let isBracketed = opensParenthesis(index)
    if figure.unit == nil, isBracketed, context.lastFigure?.unit != .sek {
      figure.unit = context.lastFigure?.unit
    }
    gatherEvidence(clause: clause, place: place)
    var rules: [String] = []
    // what read the figure, and what told its unit, indicator, kind and period
    rules.reserveCapacity(figure.rules.count + 4)
    for rule in figure.rules { rules.append(rule.description) }
    let change = change(of: figure, place: place, clause: clause)
    var match = table.bestMatch(
      evidence,
      unit: figure.unit,
      hasFigure: true,
      isChange: change != nil
    )
    if match != nil { rules.append(match?.isOwn == true ? "indicator.cue" : "indicator.context") }
    if isBracketed, sentence.quantities[index].unit == nil, let last = context.lastFigure,
      figure.unit == last.unit, let entry = last.indicator.flatMap({ table.entryOf[$0] })
    {
      match = IndicatorMatch(entry: entry, score: Nearness.paragraph, isOwn: true)
      rules.append("indicator.refers-back")
    } else if corresponds(figure, place: place, clause: clause) || alternates(figure, index: index),
      let inherited = inherited(figure, place: place)
    {
      match = inherited.match
      rules.append("indicator.share")
    } else if match?.isOwn != true, let known = knownAgain(figure) {
      match = known
      rules.append("indicator.same-figure")
    } else if match?.isOwn != true || match?.isStrong != true,
      let inherited = inherited(figure, place: place)
    {
      match = inherited.match
      if figure.unit == nil { figure.unit = inherited.unit }
      rules.append("indicator.refers-back")
    }
    // money near a word of another sentence may be anything
    if match?.isOwn == false, figure.unit == .sek { match = nil }
    // a share near a word of another sentence may be of anything in its field
    var around: Topic?
    if let near = match, !near.isOwn, figure.unit == .percent, change == nil,
      table.entries[near.entry].indicator.unit != .percent
    {
      around = table.entries[near.entry].indicator.topic
      match = nil
    }
    switch counted(figure) {
    case .members: if !includesOther { return false }
    case .others: if match?.isOwn == false { match = nil }
    case .unknown: match = nil
    case .any: break
    }
    if figure.unit == nil, repeatsFigure(index), context.lastFigure?.unit != .sek {
      figure.unit = context.lastFigure?.unit
    }
    if figure.unit == nil { figure.unit = unitBefore(figure, index) ?? unitAgain(figure) }
    if figure.unit == .percent, sentence.quantities[index].unit == nil, (figure.value ?? 0) > 100 {
      figure.unit = nil
    }
    if sentence.has(.indexWord), sentence.quantities[index].unit == nil, figure.unit == .persons {
      figure.unit = nil
    }
    guard let unit = figure.unit ?? inferredUnit(figure, match, clause: clause) else {
      return false
    }
    if figure.unit == nil { rules.append("unit.indicator") }
    figure.unit = unit
    guard isStatement(figure, match) else { return false }
    if isElsewhere, !includesOther { return false }
    let kind = kind(of: figure, index: index, clause: clause, change: change, match: match)
    rules.append(kind.rule)
    sentenceKind = kind
    if kind.rule == "kind.deficit" || kind.rule == "kind.surplus" || kind.isNegative
      || change == nil && isSigned(figure) || figure.unit == .sek && besideBudget(figure) != nil
    {
      match = deviationMatch(match)
    }
    if isEachCost(figure, place: place, clause: clause, match), kind.kind != .change {
      match = nil
      around = bestTopic(unit: nil)
    }
    settleDeviation(&match, kind: kind.kind, figure: figure, place: place, clause: clause)
    if kind.rule == "kind.granted", isForPurpose(figure, clause: clause) { match = nil }
    var draft = ObservationDraft(
      kind: kind.kind,
      indicator: match.map { table.entries[$0.entry].indicator.id },
      topic: match.map { table.entries[$0.entry].indicator.topic } ?? around
        ?? bestTopic(unit: unit, value: figure.value)
    )
    draft.measure = figure.measure
    if kind.isNegative { negate(&draft.measure) }
    draft.direction = kind.kind == .change ? kind.direction : nil
    let time = time(of: kind.kind, index: index, clause: clause)
    draft.period = time.period
    draft.comparedWith = kind.kind == .change ? time.comparedWith : nil
    rules.append(time.rule)
    draft.group = group(clause: clause, near: place)
    draft.rules = rules
    draft.isPart = figure.isPartOf
    draft.place = sentence.range.lowerBound + figure.numberRange.lowerBound
    draft.confidence = confidence(match, time.rule, figure)
    if draft.topic == .ovrigt, !includesOther { return false }
    let range = sentence.clauseRange(clause)
    let first = min(range.lowerBound, figure.range.lowerBound)
    let whole = first..<max(range.upperBound, figure.range.upperBound)
    let start = sentence.range.lowerBound
    add(draft, start + whole.lowerBound..<start + whole.upperBound)
    return true
  }

  /// "17 av de 131" counts seventeen; "åtta av tio" is a share.
  private func countPart(_ figure: inout Quantity) {
    guard let share = figure.share, share.whole > 10 else { return }
    figure.form = .cardinal
    figure.value = share.part
    figure.unit = partUnit(figure)
    figure.isPartOf = true
  }

  private func negate(_ measure: inout Measure?) {
    guard let figure = measure else { return }
    measure?.value = figure.value.map { -abs($0) }
    measure?.lower = figure.upper.map { -abs($0) }
    measure?.upper = figure.lower.map { -abs($0) }
  }

  /// Whether a figure is a statement about the field at all.
  private func isStatement(_ figure: Quantity, _ match: IndicatorMatch?) -> Bool {
    switch figure.unit {
    case .years, .months, .days:
      // a duration is a figure only for an indicator that measures time
      guard let match, match.isOwn else { return includesOther || isWaiting(figure) }
      return [.years, .months, .days].contains(table.entries[match.entry].indicator.unit)
    case .other:
      return match?.isOwn == true || includesOther || countsCases(figure)
    case nil:
      return match?.isOwn == true || includesOther
    default:
      return true
    }
  }

  /// "Väntetiden för nybesök var 13 dagar": how long people wait for what the field does.
  private func isWaiting(_ figure: Quantity) -> Bool {
    guard evidence.namesField else { return false }
    let end = sentence.token(at: figure.range.upperBound)
    return sentence.tokens.prefix(end + 6).contains { Self.waiting.contains($0.hash) }
  }

  private static let waiting = WordSet([
    "väntetiden", "väntetid", "handläggningstiden", "handläggningstid", "utredningstiden",
    "utredningstid", "kötiden", "väntetiderna", "handläggningstiderna",
  ])

  /// "96 ansökningar", "Antalet varsel uppgick till 845": cases of the field that is spoken of.
  private func countsCases(_ figure: Quantity) -> Bool {
    guard evidence.namesField || evidence.topics[Topic.arbetsloshet.index] > Nearness.paragraph
    else { return false }
    let first = sentence.token(at: figure.range.lowerBound)
    let last = sentence.token(at: max(figure.range.lowerBound, figure.range.upperBound - 1))
    return (max(0, first - 8)...last).contains { Self.cases.contains(sentence.tokens[$0].hash) }
  }

  private static let cases = WordSet([
    "ärenden", "ansökningar", "nybesök", "anvisningar", "varsel", "avslut", "avbrott",
    "nyansökningar", "remisser", "ansökan",
  ])

  // MARK: Inheritance

  /// The indicator of the same figure earlier in the item.
  private func knownAgain(_ figure: Quantity) -> IndicatorMatch? {
    guard let value = figure.value, let known = KnownFigure(value, figure.unit),
      let id = knownFigures[known],
      let entry = table.entryOf[id]
    else { return nil }
    return IndicatorMatch(entry: entry, score: Nearness.paragraph, isOwn: true)
  }

  /// What a figure without words of its own goes on about: "Det är 37 färre", "varav ca 150",
  /// "att jämföra med 2 115".
  private func inherited(
    _ figure: Quantity,
    place: Int
  ) -> (match: IndicatorMatch, unit: FigureUnit?)? {
    guard let last = context.lastFigure, let id = last.indicator,
      var entry = table.entryOf[id]
    else { return nil }
    let refers =
      figure.isComparative || figure.isPartOf || figure.change != nil || isFurther(place)
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
  private func inferredUnit(
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
      // "38 har redan godkänt betyg": those who have, not their share
      let counts = table.entries[match.entry].otherUnits.contains(.persons)
      return counts && isSubject(figure) ? .persons : nil
    case .percentagePoints, .sek, .years, .months, .days, nil: return nil
    }
  }

  private func confidence(
    _ match: IndicatorMatch?,
    _ timeRule: String,
    _ figure: Quantity
  ) -> Double {
    var confidence = 0.5
    if let match { confidence += match.isOwn ? min(0.3, match.score * 0.045) : 0.1 }
    if timeRule == "period.clause" { confidence += 0.12 }
    if timeRule == "period.sentence" || timeRule == "period.paragraph" { confidence += 0.08 }
    if timeRule == "period.item-title" { confidence += 0.06 }
    if figure.unit != nil { confidence += 0.04 }
    return min(0.98, confidence)
  }
}
