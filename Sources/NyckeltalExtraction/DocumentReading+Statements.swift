import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Whether a sentence before a list asks for answers to the list's items.
  var asksForAnswers: Bool {
    sentence.has(.asksFor) || sentence.has(.howMany)
      || sentence.isQuestion
  }

  // MARK: Requests

  /// Questions that ask for a figure: "Hur många …?", "redovisa hur många …".
  mutating func observeRequests() {
    var places = signalPlaces(.howMany)
    // an item of a list of questions: "Antalet hushåll som …"
    if places.isEmpty, context.listAsks, let first = sentence.opening(0),
      Self.counted.contains(first.hash) || Self.measured.contains(first.hash)
    {
      places = [first.token]
    }
    if places.isEmpty { places = demands }
    // "hur stor" and "hur stor andel" begin at the same word
    places = places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }.map { places[$0] }
    guard let first = places.first else { return }
    let asks =
      sentence.isQuestion || context.listAsks || isDemanded(first)
      || signalPlaces(.asksFor).contains { $0 < first && first - $0 <= 14 }
    guard asks else { return }
    for (number, place) in places.enumerated() {
      let clause = sentence.clause(of: place)
      gatherEvidence(clause: clause, place: nil)
      let unit = asksForCost(at: place) ? .sek : countedUnit(at: place)
      var match = table.bestMatch(
        evidence,
        unit: unit,
        hasFigure: unit != nil,
        isChange: false
      )
      if match?.isOwn != true {
        match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false)
      }
      let own = match?.isOwn == true && match.map { isAsked($0, at: place) } ?? false ? match : nil
      var draft = ObservationDraft(
        kind: .request,
        indicator: own.map { table.entries[$0.entry].indicator.id },
        topic: own.map { table.entries[$0.entry].indicator.topic } ?? bestTopic(unit: nil)
      )
      let time = statedTime(place: place, clause: clause)
      draft.period = time?.period
      draft.group = group(clause: clause, near: place)
      draft.rules = ["request.how-many"] + (own == nil ? [] : ["indicator.cue"])
      draft.confidence = own == nil ? 0.6 : 0.85
      // a question of a letter is about what the letter is about
      if draft.topic == .ovrigt { draft.topic = commonTopic ?? .ovrigt }
      if context.speakers.isEmpty, !context.item.authors.isEmpty {
        draft.speakers = context.item.authors
      }
      let end = number + 1 < places.count ? Int(sentence.tokens[places[number + 1]].start) : nil
      add(draft, requestRange(from: place, to: end))
    }
  }

  /// "hur stor månadskostnaden är", "vad kostar": an amount is asked for.
  private func asksForCost(at place: Int) -> Bool {
    (place + 1..<min(place + 6, sentence.tokens.count)).contains {
      Self.costs.contains(sentence.tokens[$0].hash)
    }
  }

  /// What "hur många hushåll" asks to be counted.
  private func countedUnit(at place: Int) -> FigureUnit? {
    let units: [(Signal, FigureUnit)] = [
      (.countsHouseholds, .households), (.countsPlaces, .places), (.countsPersons, .persons),
    ]
    return units.first { signalPlaces($0.0).contains(place + 2) }?.1
  }

  /// "hur många" asks for a number, "vad kostar" for an amount: an indicator of another kind is not
  /// what is asked for.
  private func isAsked(_ match: IndicatorMatch, at place: Int) -> Bool {
    let entry = table.entries[match.entry]
    let asked = sentence.tokens[min(place + 1, sentence.tokens.count - 1)].hash
    if Self.costs.contains(asked) { return entry.indicator.unit == .sek }
    guard asked == Self.many, let unit = entry.indicator.unit else { return true }
    let counts: [FigureUnit] = [.persons, .households, .places, .employments, .other]
    return counts.contains(unit) || entry.otherUnits.contains { counts.contains($0) }
  }

  private static let many = WordHash("många").value
  private static let costs = WordSet([
    "kostar", "kostade", "kostat", "kostnaden", "kostnaderna", "kostnad",
    "månadskostnaden", "årskostnaden", "medelkostnaden", "snittkostnaden", "genomsnittskostnaden",
  ])

  private func requestRange(from place: Int, to end: Int?) -> Range<Int> {
    let start = sentence.range.lowerBound
    let first = start + Int(sentence.tokens[place].start)
    guard let end else { return first..<sentence.range.upperBound }
    var last = start + end
    while last > first, minutes.text.bytes[last - 1] <= 0x20 || minutes.text.bytes[last - 1] == 0x2C
    {
      last -= 1
    }
    return first..<last
  }

  /// The period that a question names; what stands before it is about the asking.
  private func statedTime(place: Int, clause: Int) -> TimeReading? {
    let named = sentence.quantities.indices.filter {
      sentence.quantities[$0].form == .period && sentence.places[$0] > place
        && sentence.quantities[$0].period != nil
    }
    guard let first = named.first else {
      // "Hur många står i kö i dag?"
      guard let date = context.date,
        signalPlaces(.now, clause: clause).contains(where: { $0 > place })
      else { return nil }
      return TimeReading(period: .year(date.year), rule: "period.document-year")
    }
    return TimeReading(period: sentence.quantities[first].period, rule: "period.sentence")
  }

  /// "yrkar att nämnden årligen redovisar antalet sökande", "begär uppgift om antalet".
  private var demands: [Int] {
    guard sentence.has(.asksFor), sentence.has(.counted), isDemand else { return [] }
    let verbs = signalPlaces(.asksFor)
    return signalPlaces(.counted).filter { counted in
      Self.counted.contains(sentence.tokens[counted].hash)
        && verbs.contains { $0 < counted && counted - $0 <= 4 && isAskedBehind($0) }
    }.prefix(1).map { $0 }
  }

  private func isDemanded(_ place: Int) -> Bool {
    Self.counted.contains(sentence.tokens[place].hash) && isDemand
  }

  /// Whether what is asked for follows: an order to tell, not "redovisas i tabellen".
  private func isAskedBehind(_ place: Int) -> Bool {
    Self.tellers.contains(sentence.tokens[place].hash)
  }

  /// Whether members or the committee call for something here.
  private var isDemand: Bool {
    switch context.section {
    case .letter, .proposal, .decision, .reservation, .specialStatement, .deputyStatement:
      break
    case .matter, .procedure, nil:
      return sentence.has(.wish) || sentence.has(.intention)
    }
    return sentence.has(.wish) || sentence.has(.intention)
      || sentence.tokens.count > 0 && sentence.tokens[0].hash == Self.that
      || context.section == .letter || context.section == .decision
  }

  private static let tellers = WordSet([
    "redovisa", "redovisar", "redovisas", "utreda", "begär", "begära", "efterfrågar",
    "sammanställer", "sammanställa", "sammanställning", "kartlägga", "kartlägger", "veta",
    "återkomma", "uppgift", "uppgifter", "statistik", "redovisning",
  ])
  private static let that = WordHash("att").value
  private static let counted = WordSet(["antal", "antalet", "andel", "andelen"])
  private static let measured = WordSet([
    "genomsnittlig", "genomsnittliga", "kostnaden", "kostnader", "fördelningen", "fördelning",
    "väntetiden", "tiden",
  ])
}
