import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Reads everything that the current sentence states.
  mutating func observe(opensList: Bool) {
    var figures: Set<Int> = []
    sentenceKind = nil
    sentenceIsTable = isTableInLine
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
    guard let figure = figure(index) else { return false }
    let place = sentence.places[index]
    gatherEvidence(clause: sentence.clause(of: place), place: place)
    if standsRepeated(index) { askForParentheses() }
    let proposal = proposal(for: figure, index)
    let isStated = state(proposal, index)
    if proposal.veto?.hidesKind != true { sentenceKind = proposal.kind }
    if proposal.veto == nil { remember(proposal.draft) }
    return isStated
  }

  /// A quantity of the sentence with the unit that the words before it tell; `nil` where it is a
  /// number that states nothing.
  private func figure(_ index: Int) -> Quantity? {
    var figure = sentence.quantities[index]
    // "en ung människa": an article counts nothing
    if figure.rules.contains(.article) { return nil }
    let place = sentence.places[index]
    if Self.isListNumber(place, sentence.tokens) { return nil }
    if Self.isAge(place, sentence.tokens) { return nil }
    if figure.unit == nil,
      Self.isName(place, sentence.tokens) || Self.isSchoolYear(place, sentence.tokens)
        || isBehindLeader(figure) || endsName(place) || isAddress(figure, place)
    {
      return nil
    }
    if sentence.has(.howMany), sentence.isQuestion { return nil }
    if sentenceIsTable, figure.unit != .sek { return nil }
    countPart(&figure)
    nameScale(&figure)
    shareScale(&figure, index)
    if isPieces(figure) { figure.unit = nil }
    if figure.unit == nil || figure.rules.contains(.unitBefore) {
      nameUnit(&figure, clause: sentence.clause(of: place), place: place)
    }
    if figure.unit == nil, opensParenthesis(index), context.lastFigure?.unit != .sek {
      figure.unit = context.lastFigure?.unit
    }
    return figure
  }

  /// Reads what a figure states by the rules.
  ///
  /// It changes nothing, so that all that is asked here asks the same reading, not a copy of it.
  private func proposal(for quantity: Quantity, _ index: Int) -> FigureProposal {
    var figure = quantity
    var veto: FigureProposal.Veto?
    let place = sentence.places[index]
    let clause = sentence.clause(of: place)
    var rules: [String] = []
    // what read the figure, and what told its unit, indicator, kind and period
    rules.reserveCapacity(figure.rules.count + 4)
    for rule in figure.rules { rules.append(rule.description) }
    let change = change(of: figure, place: place, clause: clause)
    var match = match(of: &figure, index, isChange: change != nil, &rules)
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
    case .members: if !includesOther { veto = .members }
    case .others: if match?.isOwn == false { match = nil }
    case .unknown: match = nil
    case .any: break
    }
    settleUnit(of: &figure, index)
    fillEllipsis(of: &figure, index, &match, isChange: change != nil, &rules)
    let unit = figure.unit ?? inferredUnit(figure, match, clause: clause)
    if unit == nil { veto = veto ?? .unit }
    if figure.unit == nil, unit != nil { rules.append("unit.indicator") }
    figure.unit = unit
    dropCount(&match, of: figure)
    if !isStatement(figure, match) { veto = veto ?? .statement }
    if isElsewhere, !includesOther { veto = veto ?? .elsewhere }
    let kind = kind(of: figure, index: index, clause: clause, change: change, match: match)
    rules.append(kind.rule)
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
        ?? bestTopic(unit: figure.unit, value: figure.value)
    )
    draft.measure = figure.measure
    if unit == nil { draft.measure?.unit = .other }
    if kind.isNegative { negate(&draft.measure) }
    draft.direction = kind.kind == .change ? kind.direction : nil
    let time = time(of: kind.kind, index: index, clause: clause)
    draft.period = time.period
    draft.comparedWith = kind.kind == .change ? time.comparedWith : nil
    rules.append(time.rule)
    draft.group = group(clause: clause, near: place)
    draft.about = about(index)
    draft.label = label(figure, clause: clause)
    draft.rules = rules
    draft.isPart = figure.isPartOf
    draft.place = sentence.range.lowerBound + figure.numberRange.lowerBound
    let range = sentence.clauseRange(clause)
    let start = sentence.range.lowerBound
    let first = start + min(range.lowerBound, figure.range.lowerBound)
    if draft.topic == .ovrigt, !includesOther { veto = veto ?? .topic }
    return FigureProposal(
      figure: figure,
      isUnitOpen: sentence.quantities[index].unit == nil && quantity.share == nil,
      change: change,
      match: match,
      kind: kind,
      time: time,
      veto: veto,
      draft: draft,
      range: first..<start + max(range.upperBound, figure.range.upperBound)
    )
  }

  /// The indicator that the figure's words name, or that it takes from a figure before it.
  private func match(
    of figure: inout Quantity,
    _ index: Int,
    isChange: Bool,
    _ rules: inout [String]
  ) -> IndicatorMatch? {
    let place = sentence.places[index]
    let clause = sentence.clause(of: place)
    var match = table.bestMatch(evidence, unit: figure.unit, hasFigure: true, isChange: isChange)
    if match != nil { rules.append(match?.isOwn == true ? "indicator.cue" : "indicator.context") }
    if opensParenthesis(index), sentence.quantities[index].unit == nil,
      let last = context.lastFigure,
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
    return match
  }

  private func settleUnit(of figure: inout Quantity, _ index: Int) {
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
      guard let match, match.isOwn else {
        return includesOther || isWaiting(figure) || isMean(figure)
      }
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
    "utredningstid", "kötiden", "väntetiderna", "handläggningstiderna", "väntan", "kötid",
    "kötider", "kötiderna", "väntetider", "handläggningstider", "inskrivningstiden",
    "inskrivningstid", "bidragstiden", "biståndstiden", "genomsnittstiden", "snittiden",
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
    "nyansökningar", "remisser", "ansökan", "ärendena", "ansökningarna", "nybesöken",
    "anvisningarna", "varslen", "avsluten", "avbrotten", "remisserna", "hembesök", "hembesöken",
    "företagsbesök", "företagsbesöken", "arbetsgivarbesök", "företagskontakter", "arbetsgivare",
    "arbetsgivarkontakter", "arbetsgivarna",
  ])
}
