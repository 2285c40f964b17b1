import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Units and scales that a figure takes from what stands before it.
extension DocumentReading {
  /// Millions of nothing are kronor; a bare decimal behind "andel" is a share.
  func nameScale(_ figure: inout Quantity) {
    guard figure.unit == nil || figure.rules.contains(.scaleWithoutUnit) else { return }
    if figure.rules.contains(.scaleWithoutUnit), abs(figure.value ?? 0) >= 1_000_000 {
      figure.unit = .sek
    } else if figure.unit == nil, abs(figure.value ?? .infinity) <= 100,
      figure.rules.contains(.decimalComma) && sentence.has(.counted) || sentence.counts.namesPercent
    {
      figure.unit = .percent
    }
  }

  /// "85,5 mnkr mot budgeterade 79,0": the scale of the amount before.
  func shareScale(_ figure: inout Quantity, _ index: Int) {
    guard figure.unit == nil, figure.form == .cardinal, figure.rules.contains(.digits),
      figure.value != nil
    else { return }
    let isDecimal = figure.rules.contains(.decimalComma)
    if let later = amountBehind(figure, index) {
      scale(&figure, like: later, among: isDecimal ? 0.01...100 : 0.2...5)
      return
    }
    var amount: Double?
    if let earlier = (0..<index).last(where: { isMeasure($0) }),
      sentence.quantities[earlier].unit != nil || !isDecimal
    {
      let before = sentence.quantities[earlier]
      guard before.unit == .sek, before.rules.contains(.digits) else { return }
      amount = before.value
    } else if context.lastFigure?.unit == .sek,
      sentence.has(.budget) || sentence.has(.forecast)
        || sentence.has(.outcome) || sentence.has(.refersBack)
    {
      // "Budgeten var 19,3 mkr; motsvarande belopp 2014 blir 18,1"
      amount = context.lastFigure?.value
    } else if isDecimal, standsAlone(figure),
      context.lastMeasure == .sek || tellsMoney && context.lastAmount != nil
    {
      // "Efter tre månader har 3,9 gått åt"
      amount = context.lastAmount
    }
    guard let amount else { return }
    if isDecimal {
      scale(&figure, like: amount, among: 0.01...100)
    } else if isMoneyAgain(place: index) {
      scale(&figure, like: amount, among: 0.5...2)
    }
  }

  /// Whether a quantity is a number that is no time: "Efter tre månader har 3,9 gått åt".
  private func isMeasure(_ index: Int) -> Bool {
    let quantity = sentence.quantities[index]
    guard quantity.form == .cardinal else { return false }
    switch quantity.unit {
    case .years, .months, .days: return false
    default: return true
    }
  }

  /// The amount that a bare number shares its scale with, right behind it: "från 62 till 53 miljoner",
  /// "46,1, 47,8 och nu 45,5 miljoner kronor".
  private func amountBehind(_ figure: Quantity, _ index: Int) -> Double? {
    let isDecimal = figure.rules.contains(.decimalComma)
    guard isDecimal || figure.change == .from else { return nil }
    for later in index + 1..<max(index + 1, min(index + 4, sentence.quantities.count)) {
      let quantity = sentence.quantities[later]
      guard quantity.form == .cardinal, sentence.places[later] - sentence.places[later - 1] <= 5
      else { return nil }
      if quantity.unit == .sek { return quantity.rules.contains(.digits) ? quantity.value : nil }
      guard quantity.unit == nil, quantity.rules.contains(.decimalComma) else { return nil }
    }
    return nil
  }

  /// Gives a bare number the scale with which it is about as large as an amount.
  private func scale(
    _ figure: inout Quantity,
    like amount: Double,
    among ratios: ClosedRange<Double>
  ) {
    guard let value = figure.value else { return }
    for factor in [1e9, 1e6, 1e3] where abs(amount) >= factor {
      guard ratios ~= abs(value * factor / amount) else { return }
      figure.value = (value * factor).rounded()
      figure.unit = .sek
      return
    }
  }

  /// Whether the sentence tells of money without saying so: "kostade i fjol 22,8".
  private var tellsMoney: Bool {
    sentence.tokens.contains { Self.moneyWords.contains($0.hash) }
  }

  private static let moneyWords = WordSet([
    "kostade", "kostar", "kosta", "kostnaden", "kostnaderna", "resultat", "resultatet", "intäkter",
    "intäkterna", "bidrar", "bidrog", "förbrukat", "förbrukats", "använts", "äskande", "äskandet",
    "beviljades", "beviljats", "ersätter", "betalades", "betalats", "utbetalningarna", "summan",
    "belopp", "beloppet", "avvikelse", "avvikelsen", "nettokostnaden", "bruttokostnaden", "staten",
  ])

  /// "budgeterade 79", "prognosen är 81", "mot utfallet 80": what money is told of.
  private func isMoneyAgain(place index: Int) -> Bool {
    let place = sentence.places[index]
    return [Signal.budget, .outcome, .forecast].contains { signal in
      signalPlaces(signal).contains { $0 < place && place - $0 <= 3 }
    }
  }

  /// The unit of a bare number that goes on counting what was counted before it: "varav 64
  /// utrikes födda", "gick 61 till jobb och 49 till studier".
  func unitBefore(_ figure: Quantity, _ index: Int) -> FigureUnit? {
    guard let last = context.lastFigure, let unit = last.unit else { return nil }
    switch unit {
    case .persons, .households, .places, .employments: break
    case .percent, .days, .months:
      // "målet på högst 15", after a share
      return sentence.has(.target) || sentence.has(.forecast) ? unit : nil
    case .percentagePoints, .sek, .years, .other: return nil
    }
    guard !figure.rules.contains(.word) || (figure.value ?? 0) >= 13 || beginsClause(index) else {
      return nil
    }
    if isSubject(figure) { return unit }
    let earlier = (0..<index).contains { sentence.isFigure($0) }
    let goesOn =
      sentence.has(.refersBack) || sentence.has(.than) || sentence.has(.forecast)
      || sentence.has(.target) || sentence.has(.outcome)
    return earlier || figure.isPartOf || goesOn ? unit : nil
  }

  /// The unit of a bare number that nothing else is said of: "har 163 avslutats", "112 i
  /// föreningslivet", "gick 450 utan jobb" go on counting what the paragraph counts.
  func unitAgain(_ figure: Quantity) -> FigureUnit? {
    guard let unit = context.lastCount, figure.form == .cardinal, figure.change == nil,
      let value = figure.value, value >= 2, value == value.rounded(), !sentence.has(.indexWord)
    else { return nil }
    let first = sentence.token(at: figure.range.lowerBound)
    let next = sentence.token(at: figure.range.upperBound)
    guard
      isOpening(first) || first > 0 && Self.auxiliaries.contains(sentence.tokens[first - 1].hash)
    else { return nil }
    let token = sentence.tokens[next]
    if Int(token.start) < figure.range.upperBound { return unit }
    switch token.kind {
    case .punctuation: return token.hash == 0x2C || token.hash == 0x2E ? unit : nil
    case .word:
      let goesOn =
        Self.prepositions.contains(token.hash) || Self.verbs.contains(token.hash)
        || ends(next, ["ade", "ades", "ats", "its"])
      return goesOn ? unit : nil
    default: return nil
    }
  }

  /// Whether a token opens its sentence or clause.
  private func isOpening(_ token: Int) -> Bool {
    if token == 0 { return true }
    guard let opening = sentence.opening(sentence.clause(of: token)) else { return false }
    return opening.token == token
      || opening.token == token - 1 && Self.joints.contains(opening.hash)
  }

  private static let auxiliaries = WordSet([
    "har", "hade", "är", "var", "blev", "gick", "fick", "fanns", "finns", "ledde", "kom", "lämnade",
    "deltog", "antogs", "därav", "varav", "ytterligare", "tackade", "anställdes", "avslutades",
  ])
  private static let prepositions = WordSet([
    "i", "på", "av", "hos", "inom", "från", "till", "vid", "utan", "med", "efter", "som", "redan",
    "ännu", "fortfarande", "kvar", "genom",
  ])

  /// "Endast elva av dem": some of those just counted.
  func isOfThem(_ figure: Quantity) -> Bool {
    let next = sentence.token(at: figure.range.upperBound)
    return next + 1 < sentence.tokens.count
      && Int(sentence.tokens[next].start) >= figure.range.upperBound
      && sentence.tokens[next].hash == Self.of
      && Self.those.contains(sentence.tokens[next + 1].hash)
  }

  private static let of = WordHash("av").value
  private static let those = WordSet(["dem", "dessa", "de"])

  /// "Tre fick anställning och fem började studera": a number that is a clause's subject.
  private func beginsClause(_ index: Int) -> Bool {
    let place = sentence.places[index]
    guard (sentence.quantities[index].value ?? 0) >= 2 else { return false }
    if place == 0 { return sentence.tokens.count > 3 }
    let before = sentence.tokens[place - 1].hash
    return Self.joints.contains(before)
  }

  /// "391 var män", "Åtta är placerade hos parkförvaltningen": a number that opens its sentence
  /// with a verb behind it.
  func isSubject(_ figure: Quantity) -> Bool {
    let first = sentence.token(at: figure.range.lowerBound)
    let next = sentence.token(at: figure.range.upperBound)
    guard (figure.value ?? 0) >= 2, Int(sentence.tokens[next].start) >= figure.range.upperBound,
      Self.verbs.contains(sentence.tokens[next].hash)
    else { return false }
    return first == 0 || sentence.opening(sentence.clause(of: first))?.token == first
  }

  private static let verbs = WordSet([
    "är", "var", "har", "hade", "fick", "får", "blev", "gick", "går", "började", "börjar",
    "deltog", "deltar", "avslutade", "avslutades", "anvisades", "anvisas", "tackade", "kom",
    "saknar", "saknade", "återgick", "flyttade", "avbröt", "väntar", "väntade", "skrevs",
    "anställdes", "studerar", "läser", "arbetar", "arbetade", "hoppade", "uppgav", "svarade",
  ])
  private static let joints = WordSet(["och", "samt", "medan", "varav"])
}
