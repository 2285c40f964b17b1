import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Whether targets are judged to be met: "Nämnden bedömer att målet nås", a list under such a
  /// sentence, "en ekonomi i balans".
  mutating func observeAssessment(opensList: Bool) {
    if context.listAssessment != nil, !sentence.has(.achieve), isListed { return observeListed() }
    for (assessment, clause) in judgements {
      gatherEvidence(clause: nil, place: nil)
      let match = goalMatch()
      let isGeneral = match.map { table.entries[$0.entry].indicator.topic == .maluppfyllelse }
      if opensList, isGeneral ?? true {
        context.listAssessment = assessment
        return
      }
      guard match != nil || sentenceKind?.kind == .target || judgesGoal else { continue }
      addAssessment(assessment, match, clause: clause, rule: "assessment.verb")
      return
    }
    observeBalance()
  }

  /// What the sentence says of targets, with the clauses that say it.
  private var judgements: [(assessment: Assessment, clause: Int)] {
    guard sentence.has(.achieve) || sentence.has(.fail) else { return [] }
    return (signalPlaces(.achieve) + signalPlaces(.fail)).compactMap { place in
      let clause = sentence.clause(of: place)
      return assessment(at: place, clause: clause).map { ($0, clause) }
    }
  }

  /// "prognostiserar en ekonomi i balans": a forecast against a goal without a number.
  private mutating func observeBalance() {
    guard sentence.has(.judgement) || sentence.has(.forecast),
      let entry = table.entryOf["budget.balans"]
    else { return }
    for hit in sentence.hits {
      let isBalance = table.phrases[hit.phrase].roles.contains {
        if case .term(let line, _) = $0 { table.lines[line].entry == entry } else { false }
      }
      guard isBalance else { continue }
      let clause = sentence.clause(of: hit.token)
      let negated = !signalPlaces(.negation, clause: clause).isEmpty
      addAssessment(
        negated ? .notMet : .met,
        IndicatorMatch(entry: entry, score: 4, isOwn: true),
        clause: clause,
        rule: "assessment.balance"
      )
      return
    }
  }

  /// Whether a list's item names an indicator rather than being a sentence of its own.
  private var isListed: Bool {
    let bytes = minutes.text.bytes[sentence.range]
    return bytes.count <= 130 && bytes.last != 0x2E
  }

  private mutating func observeListed() {
    guard let assessment = context.listAssessment else { return }
    gatherEvidence(clause: nil, place: nil)
    let match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false)
    let own = match.flatMap { $0.isOwn ? $0 : nil }
    addAssessment(assessment, own, clause: nil, rule: "assessment.list")
  }

  /// "Målet är uppfyllt", "Nämnden bedömer att målet nås", under a heading that says which.
  private var judgesGoal: Bool {
    sentence.has(.judgement) || (signalPlaces(.target) + signalPlaces(.goals)).contains { $0 <= 1 }
  }

  private func hasComma(between first: Int, and second: Int) -> Bool {
    (first..<second).contains {
      sentence.tokens[$0].kind == .punctuation && sentence.tokens[$0].hash == 0x2C
    }
  }

  /// The indicator whose target is judged: one that the sentence names, the goals as a whole, or
  /// the one that was spoken of last ("målet").
  private func goalMatch() -> IndicatorMatch? {
    let match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false)
    if let match, match.isOwn { return match }
    guard let id = context.lastFigure?.indicator,
      let entry = table.entryOf[id]
    else { return nil }
    return IndicatorMatch(entry: entry, score: Nearness.paragraph, isOwn: true)
  }

  private mutating func addAssessment(
    _ assessment: Assessment,
    _ match: IndicatorMatch?,
    clause: Int?,
    rule: String
  ) {
    var draft = draft(of: assessment, match)
    let time = time(of: .assessment, place: 0, clause: clause ?? 0)
    draft.period = time.period
    draft.rules = [rule] + (match == nil ? [] : ["indicator.cue"]) + [time.rule]
    draft.confidence = match == nil ? 0.55 : 0.85
    add(draft, sentence.range)
  }

  /// A judgement of an indicator's target, or of the goals as a whole.
  func draft(of assessment: Assessment, _ match: IndicatorMatch?) -> ObservationDraft {
    let indicator = match.map { table.entries[$0.entry].indicator }
    let topic = indicator?.topic ?? bestTopic(unit: nil)
    return ObservationDraft(
      kind: .assessment,
      indicator: indicator?.id,
      topic: topic == .ovrigt ? .maluppfyllelse : topic,
      assessment: assessment
    )
  }

  /// What the words around "nås" or "uppfylls" say; `nil` where no target is judged.
  private func assessment(at place: Int, clause: Int) -> Assessment? {
    let goals = signalPlaces(.target) + signalPlaces(.goals) + signalPlaces(.indicatorWord)
    // a target in parentheses is a figure, "58 % (mål: 65 %)"
    let judges = goals.contains { !sentence.isParenthesis(sentence.clause(of: $0)) }
    guard judges, !sentence.isQuestion else { return nil }
    // "för att nå målen" is a wish; "bedöms kunna nås" a judgement
    let wishes = signalPlaces(.intention, clause: clause).contains {
      $0 < place && !hasComma(between: $0, and: place)
    }
    if wishes, !sentence.has(.judgement) { return nil }
    if signalPlaces(.fail).contains(place) { return .notMet }
    let negated = signalPlaces(.negation, clause: clause).contains { abs($0 - place) <= 4 }
    if !signalPlaces(.partly, clause: clause).isEmpty { return .notFullyMet }
    if !signalPlaces(.mostly, clause: clause).isEmpty { return .mostlyMet }
    let fully = signalPlaces(.fully, clause: clause).contains { abs($0 - place) <= 3 }
    if negated { return fully ? .notFullyMet : .notMet }
    return .met
  }
}
