import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Whom a figure counts, by the noun of its unit.
enum CountedPersons {
  /// The committee's own: "två ledamöter får delta i konferensen" states nothing of the field.
  case members
  /// Those who work with the field's measures or visit them: words of other sentences, on whom the
  /// measures are for, do not tell what they are.
  case others
  /// Something that no unit is known for: "1 130 cyklar".
  case unknown
  case any
}

extension DocumentReading {
  /// Whom the noun behind or before a figure names.
  func counted(_ figure: Quantity) -> CountedPersons {
    if figure.unit == .other, figure.unitRange == nil, namesUnknown(behind: figure) {
      return .unknown
    }
    guard figure.unit == .persons, let noun = figure.unitRange else { return .any }
    for place in sentence.token(at: noun.lowerBound)..<sentence.tokens.count {
      let token = sentence.tokens[place]
      guard Int(token.end) <= noun.upperBound else { break }
      if Self.members.contains(token.hash) { return .members }
      if Self.othersOfTheField.contains(token.hash) { return .others }
    }
    return .any
  }

  /// The unit of a bare number that its own words tell: an index, or a noun that is not known.
  func nameUnit(_ figure: inout Quantity, clause: Int, place: Int) {
    if let unit = numberedUnit(clause: clause, place: place), figure.unit != nil {
      // "antalet sökande till sommarjobb 812" counts those who apply
      figure.unit = unit
    } else if figure.unit != nil {
      return
    } else if namesUnknown(behind: figure) {
      figure.unit = .other
    } else if abs(figure.value ?? .infinity) <= 100,
      signalPlaces(.indexWord, clause: clause).contains(where: { $0 < place })
    {
      // "Nöjd-elev-index blev 78"
      figure.unit = .other
    } else if let unit = numberedUnit(clause: clause, place: place) {
      figure.unit = unit
    } else if let unit = changedUnit(figure, clause: clause, place: place) {
      figure.unit = unit
    } else if isOfThem(figure) {
      figure.unit = countable(context.lastFigure?.unit) ?? .persons
    }
  }

  /// What "17 av de 131" counts: "av 15 enheter" by its noun, else what was counted before.
  func partUnit(_ figure: Quantity) -> FigureUnit {
    let noun = sentence.token(at: figure.range.upperBound)
    for place in max(0, noun - 1)..<min(noun + 1, sentence.tokens.count) {
      if Self.bodies.contains(sentence.tokens[place].hash) { return .other }
      if signalPlaces(.countsHouseholds).contains(place) { return .households }
      if signalPlaces(.countsPlaces).contains(place) { return .places }
      if signalPlaces(.countsCases).contains(place) { return .other }
    }
    return context.lastFigure?.unit == .households ? .households : .persons
  }

  private static let bodies = WordSet([
    "enheter", "enheterna", "kommuner", "kommunerna", "nämnder", "nämnderna", "skolor", "skolorna",
    "indikatorer", "indikatorerna", "mål", "målen", "åtgärder", "åtgärderna", "fall", "kontroller",
    "verksamheter", "arbetsplatser", "bolag", "län", "frågor", "aktiviteter", "uppdrag", "kurser",
  ])

  private func countable(_ unit: FigureUnit?) -> FigureUnit? {
    switch unit {
    case .persons, .households, .places, .employments: unit
    default: nil
    }
  }

  /// "Antalet barn i hushåll med bistånd är 214": the unit of the noun directly behind "antalet".
  func numberedUnit(clause: Int, place: Int) -> FigureUnit? {
    guard
      let number = signalPlaces(.counted, clause: clause).last(where: {
        $0 < place && Self.numbers.contains(sentence.tokens[$0].hash)
      }), !sentence.hasFigure(inTokens: number + 1..<place)
    else { return nil }
    return SentenceReading.countedUnits.first { signalPlaces($0.0).contains(number + 1) }?.1
  }

  /// "Avbrotten har minskat från 25 till 16": the unit of what the clause begins with counting.
  private func changedUnit(_ figure: Quantity, clause: Int, place: Int) -> FigureUnit? {
    guard figure.change != nil else { return nil }
    return SentenceReading.countedUnits.compactMap { signal, unit in
      signalPlaces(signal, clause: clause).first.map { (place: $0, unit: unit) }
    }
    .filter { $0.place < place }.min { $0.place < $1.place }?.unit
  }

  private static let numbers = WordSet(["antal", "antalet"])

  /// "1 130 cyklar", "40 nya maskiner": whether a noun that is no known unit stands directly behind
  /// a number.
  private func namesUnknown(behind figure: Quantity) -> Bool {
    guard figure.form == .cardinal, !figure.isComparative, !figure.isPartOf, figure.change == nil
    else { return false }
    var index = sentence.token(at: figure.range.upperBound)
    guard isPlainWord(index, behind: figure.range.upperBound) else { return false }
    // "40 nya maskiner"
    if ends(index, ["a"]), !Self.noNouns.contains(sentence.tokens[index].hash),
      index + 1 < sentence.tokens.count,
      isPlainWord(index + 1, behind: Int(sentence.tokens[index].end))
    {
      index += 1
    }
    let word = sentence.tokens[index]
    if Self.noNouns.contains(word.hash) { return false }
    return word.count >= 4 && ends(index, ["ar", "er", "or"]) || Self.things.contains(word.hash)
  }

  private func isPlainWord(_ index: Int, behind end: Int) -> Bool {
    let token = sentence.tokens[index]
    return token.kind == .word && token.gap == .space && !token.isCapitalized
      && Int(token.start) >= end
  }

  func ends(_ index: Int, _ endings: [StaticString]) -> Bool {
    let start = sentence.range.lowerBound
    let range = sentence.tokens[index].range
    let word = minutes.text.bytes[start + range.lowerBound..<start + range.upperBound]
    return endings.contains { ending in
      ending.withUTF8Buffer { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }
  }

  /// Words that end as the plural of a noun and are none.
  private static let noNouns = WordSet([
    "deltar", "väntar", "saknar", "studerar", "arbetar", "svarar", "klarar", "fortsätter",
    "börjar", "avslutar", "slutar", "lämnar", "avbryter", "läser", "söker", "behöver", "kommer",
    "gäller", "ligger", "uppger", "anser", "tycker", "menar", "tillhör", "flyttar", "hoppar",
    "jobbar", "praktiserar", "kombinerar", "bedömer", "ökar", "minskar", "anger", "kräver",
    "återstår", "kvarstår", "eller", "över", "under", "efter", "fler", "mer", "sedan", "tränar",
    "arbetstränar", "uppbär", "erhåller", "kvarvarande", "använder", "driver", "tillkommer",
    "avser", "utgör", "omfattar", "skiljer", "tackar", "stannar", "lever", "beräknar", "planerar",
    "redovisar", "erbjuder", "bedriver", "återgår", "genomför", "upplever", "utanför", "framför",
    "tillsammans", "startar", "påbörjar", "fullföljer", "slutför", "talar", "pendlar",
    "ytterligare",
    "feriejobbar", "sommarjobbar", "annanstans", "därefter", "däröver", "vidare", "borta",
    "andra", "bara", "egna", "samma", "många", "ena", "halva",
  ])
  private static let things = WordSet([
    "träd", "hus", "rum", "exemplar", "föremål", "plagg", "par", "ton", "fordon", "djur", "ord",
  ])

  private static let members = WordSet([
    "ledamot", "ledamöter", "ledamöterna", "ersättare", "ersättarna", "justerare", "justerarna",
    "förtroendevalda", "politiker", "åhörare",
  ])
  private static let othersOfTheField = WordSet([
    "besökare", "besökarna", "handledare", "handledarna", "lärare", "lärarna", "coacher",
    "coacherna", "handläggare", "handläggarna", "chefer", "cheferna", "samordnare", "företagare",
    "arbetsgivare", "arbetsgivarna", "vägledare", "studievägledare", "språkombud", "volontärer",
    "instruktörer", "tolkar", "rektorer", "leverantörer", "utförare", "anordnare", "mentorer",
    "invånare", "invånarna", "kommuninvånare", "innevånare",
  ])
}
