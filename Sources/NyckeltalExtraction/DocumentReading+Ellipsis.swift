import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Units that the text leaves out because the figure before has them.
extension DocumentReading {
  /// Gives a bare number the unit of the figures before it, and their indicator where its own
  /// sentence names none.
  func fillEllipsis(
    of figure: inout Quantity,
    _ index: Int,
    _ match: inout IndicatorMatch?,
    isChange: Bool,
    _ rules: inout [String]
  ) {
    guard figure.unit == nil, let unit = ellipticUnit(figure, index) else { return }
    figure.unit = unit
    rules.append("unit.ellipsis")
    let own = table.bestMatch(evidence, unit: unit, hasFigure: true, isChange: isChange)
    let place = sentence.places[index]
    match = own?.isOwn == true ? own : inherited(figure, place: place, isElliptic: true)?.match
  }

  /// The unit that a bare number shares with the figures before it in its paragraph: "Rikets siffra
  /// är 57" after a share, "Vid läsårets slut hade 188 slutat" after a count of persons.
  func ellipticUnit(_ figure: Quantity, _ index: Int) -> FigureUnit? {
    guard figure.form == .cardinal, let value = figure.value, !sentence.has(.indexWord)
    else { return nil }
    let place = sentence.places[index]
    let first = sentence.token(at: figure.range.lowerBound)
    let next = sentence.token(at: figure.range.upperBound)
    let isLast = Int(sentence.tokens[next].start) < figure.range.upperBound
    let before = place > 0 ? sentence.tokens[place - 1].hash : 0
    if Self.notBeforeFigures.contains(before) { return nil }
    if let unit = unitBehind(index, next) { return unit }
    if figure.rules.contains(.decimalComma) {
      guard (0...100).contains(abs(value)) else { return nil }
      if latestShare(index) { return .percent }
      // "Arbetslösheten vänder uppåt. Den är 7,7 nu."
      let isRate = evidence.topics[Topic.arbetsloshet.index] >= Nearness.paragraph
      return isRate && context.lastMeasure == nil && value <= 40 ? .percent : nil
    }
    guard value == value.rounded(), value >= 2 else { return nil }
    let counts = first > 0 && isCountVerb(first - 1)
    if !counts, latestFigureIsShare(index), value <= 100,
      isLast || endsThere(next), figure.rules.contains(.digits)
    {
      return .percent
    }
    let did = !isLast && goesOnWithVerb(next)
    guard isLast || goesOnBehind(next) || counts else { return nil }
    guard let unit = latestCount(index) else {
      // "78 skrevs ut": only persons do
      return evidence.namesField && (did && isPersonVerb(next)) ? .persons : nil
    }
    // "tolv" may be of anything
    if figure.rules.contains(.word), !counts, !isLast, !did { return nil }
    // who begins or is turned down is no place
    return unit == .places && (counts || did && isPersonVerb(next)) ? .persons : unit
  }

  /// The unit of the number that follows: "94 mot 88 procent", "6,2 mot 7,1 månader".
  private func unitBehind(_ index: Int, _ next: Int) -> FigureUnit? {
    guard index + 1 < sentence.quantities.count, sentence.tokens[next].kind == .word,
      Self.pairing.contains(sentence.tokens[next].hash)
    else { return nil }
    let later = sentence.quantities[index + 1]
    guard later.form == .cardinal, sentence.places[index + 1] == next + 1 else { return nil }
    switch later.unit {
    case .percent, .months, .days, .persons, .households, .places: return later.unit
    default: return nil
    }
  }

  private static let pairing = WordSet(["mot", "till", "respektive", "och", "eller"])

  /// Whether a word is a verb of what people do, as before a number: "Till studier gick 14".
  private func isCountVerb(_ token: Int) -> Bool {
    let word = sentence.tokens[token]
    guard word.kind == .word, !word.isCapitalized else { return false }
    if Self.countVerbs.contains(word.hash) { return true }
    return !Self.copulas.contains(word.hash) && ends(token, ["ade", "ades", "tar", "ker", "ser"])
  }

  private func isPersonVerb(_ token: Int) -> Bool {
    Self.personVerbs.contains(sentence.tokens[token].hash)
  }

  private static let copulas = WordSet([
    "ligger", "visar", "uppgår", "motsvarar", "är", "noterades", "redovisades", "landade",
    "hamnade",
    "nådde", "fortsätter", "sjunker", "ökade", "minskade", "stannade", "uppmättes", "beslutade",
  ])
  private static let personVerbs = WordSet([
    "skrevs", "skrivits", "fick", "fått", "gick", "gått", "började", "börjat", "sökte", "sökt",
    "antogs", "påbörjade", "påbörjat", "fullföljde", "fullföljt", "avbröt", "avbrutit", "lämnade",
    "lämnat", "återgått", "återgick", "deltog", "deltar", "anvisades", "anvisats", "studerar",
    "köade", "erbjöds", "slutade", "slutat", "inkom",
  ])

  /// Whether the figure before, in the sentence or the paragraph, is a share.
  private func latestFigureIsShare(_ index: Int) -> Bool {
    if let earlier = (0..<index).last(where: { sentence.isFigure($0) }) {
      let quantity = sentence.quantities[earlier]
      if let unit = quantity.unit { return unit == .percent }
    }
    return context.lastFigure?.unit == .percent
  }

  /// Whether the latest figure with a unit that has decimals is a share.
  private func latestShare(_ index: Int) -> Bool {
    for earlier in (0..<index).reversed() where sentence.isFigure(earlier) {
      switch sentence.quantities[earlier].unit {
      case .percent: return true
      case .sek, .months, .days, .years: return false
      default: break
      }
    }
    return context.lastMeasure == .percent
  }

  /// What the latest figure counted, in the sentence or the paragraph.
  private func latestCount(_ index: Int) -> FigureUnit? {
    for earlier in (0..<index).reversed() where sentence.isFigure(earlier) {
      switch sentence.quantities[earlier].unit {
      case .persons, .households, .places, .employments: return sentence.quantities[earlier].unit
      case .sek: return nil
      default: break
      }
    }
    return context.lastCount
  }

  /// Whether the clause ends behind a figure: "är 57.", "58 procent, i riket 60, …".
  private func endsThere(_ next: Int) -> Bool {
    let token = sentence.tokens[next]
    switch token.kind {
    case .punctuation: return [0x2C, 0x2E, 0x3B, 0x29, 0x2013].contains(token.hash)
    case .word: return Self.joints.contains(token.hash)
    default: return false
    }
  }

  /// Whether no noun of its own stands behind a figure.
  func standsAlone(_ figure: Quantity) -> Bool {
    let next = sentence.token(at: figure.range.upperBound)
    return Int(sentence.tokens[next].start) < figure.range.upperBound || goesOnBehind(next)
      || sentence.tokens[next].kind == .word
        && Self.adverbsBehind.contains(sentence.tokens[next].hash)
  }

  private static let adverbsBehind = WordSet(["gått", "kom", "av", "har", "över", "högre", "lägre"])

  private func goesOnBehind(_ next: Int) -> Bool {
    endsThere(next) || goesOnWithVerb(next)
      || sentence.tokens[next].kind == .word
        && Self.prepositionsBehind.contains(sentence.tokens[next].hash)
  }

  /// "78 skrevs ut", "188 återgått", "398 påbörjade": what those who are counted did.
  private func goesOnWithVerb(_ next: Int) -> Bool {
    let token = sentence.tokens[next]
    guard token.kind == .word, token.gap == .space, !token.isCapitalized else { return false }
    return Self.verbsBehind.contains(token.hash)
      || ends(next, ["ade", "ades", "ats", "its", "ått", "erats"])
  }

  private static let joints = WordSet([
    "och", "samt", "respektive", "men", "medan", "mot", "eller", "jämfört",
  ])
  private static let prepositionsBehind = WordSet([
    "i", "på", "till", "från", "hos", "inom", "vid", "utan", "som", "för", "kvar", "redan", "nu",
    "fjol", "under", "åter",
  ])
  private static let verbsBehind = WordSet([
    "är", "var", "har", "hade", "fick", "får", "blev", "gick", "går", "började", "börjar", "sökte",
    "söker", "skrevs", "skrivits", "kom", "läser", "läste", "bor", "saknar", "slutfört", "fått",
    "börjat", "började", "blivit", "tillsatta", "tillsatts", "stod", "står", "antogs", "gått",
    "deltar", "deltog", "väntar", "fortsatte", "anställdes", "togs", "föll", "återstod",
  ])
  private static let countVerbs = WordSet([
    "gick", "fick", "sökte", "lämnade", "antogs", "började", "skrevs", "anställdes", "kom",
    "erbjöds", "deltog", "avslutades", "fått",
  ])
  /// Words behind which a number is no figure of its own: a whole that was told, a name, a time.
  private static let notBeforeFigures = WordSet([
    "de", "dessa", "klockan", "kl", "nr", "nummer", "sida", "sid", "vecka", "årskurs", "åk",
    "bilaga", "kap", "kapitel", "punkt", "fas", "nivå", "studieväg", "steg", "född", "födda",
    "tel", "telefon", "dnr", "mål", "plan", "våning", "rum", "var", "fyllt", "fyller", "artikel",
    "under", "över", "åldern", "ålder", "alla", "samtliga", "båda",
  ])

  /// "får hjälp i 6,1 månader i genomsnitt": a mean of the field that is spoken of.
  func isMean(_ figure: Quantity) -> Bool {
    guard evidence.namesField, figure.unit != .years else { return false }
    let first = sentence.token(at: figure.range.lowerBound)
    let end = sentence.token(at: figure.range.upperBound)
    return (max(0, first - 6)..<min(sentence.tokens.count, end + 4)).contains {
      Self.means.contains(sentence.tokens[$0].hash)
    }
  }

  private static let means = WordSet([
    "snitt", "genomsnitt", "genomsnittet", "medeltal", "median", "medianen", "medel",
    "genomsnittliga", "genomsnittlig", "snittlängden",
  ])

  /// A time is no count: "De som söker får vänta i fyra veckor" is not about how many seek.
  func dropCount(_ match: inout IndicatorMatch?, of figure: Quantity) {
    let times: [FigureUnit?] = [.years, .months, .days]
    guard times.contains(figure.unit), let found = match,
      !times.contains(table.entries[found.entry].indicator.unit)
    else { return }
    match = nil
  }

  /// "315 stycken" counts what is spoken of, as a bare number does.
  func isPieces(_ figure: Quantity) -> Bool {
    guard figure.unit == .other, let noun = figure.unitRange else { return false }
    return Self.pieces.contains(sentence.tokens[sentence.token(at: noun.lowerBound)].hash)
  }

  private static let pieces = WordSet(["st", "stycken"])
}
