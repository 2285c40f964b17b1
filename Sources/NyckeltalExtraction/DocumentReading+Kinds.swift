import NyckeltalModel
import NyckeltalQuantities

/// What a figure is said to be, and why.
struct KindReading {
  var kind: ObservationKind
  var direction: Direction?
  /// A deficit, or a budget that is exceeded.
  var isNegative = false
  var rule: String
}

extension DocumentReading {
  func kind(
    of figure: Quantity,
    index: Int,
    clause: Int,
    change: Direction?,
    match: IndicatorMatch?
  ) -> KindReading {
    let place = sentence.places[index]
    if let change { return KindReading(kind: .change, direction: change, rule: "kind.change") }
    let deviation = figure.unit == .sek ? deviation(of: figure, place: place, clause: clause) : nil
    var deficit = deviation == .down
    // "underskottet har vuxit från 4 till 20 miljoner": both ends
    if figure.unit == .sek, figure.change != nil,
      signalPlaces(.deficit).contains(where: { $0 < place })
    {
      deficit = true
    }
    let sign = deficit
    let isAfterDeviation =
      deviation != nil
      && (signalPlaces(.deficit) + signalPlaces(.surplus)).contains { $0 < place }
    if figure.unit == .sek, deviation == nil || !isAfterDeviation && besideBudget(figure) == nil,
      isBudgetOf(place, clause)
    {
      return KindReading(kind: .budget, rule: "kind.budget")
    }
    if let target = nearest(.target, clause, before: place), claims(target, place, index) {
      return KindReading(kind: .target, rule: "kind.target")
    }
    if follows(.target, place, clause, index) {
      return KindReading(kind: .target, rule: "kind.target-behind")
    }
    if isPlanned(figure, place: place, clause: clause, match: match) {
      return KindReading(kind: .target, rule: "kind.planned")
    }
    let isResult = deficit || deviation == .up || isAbout(.surplus, place, clause)
    let isExpected =
      isResult && !sentence.has(.outcome) && signalPlaces(.forecast).contains { $0 < place }
    if isExpected || isForecast(place, clause, index) {
      return KindReading(kind: .forecast, isNegative: sign, rule: "kind.forecast")
    }
    if figure.unit == .sek, !isResult {
      if let budget = nearest(.budget, clause, before: place), claims(budget, place, index),
        !stands(.deficit, between: budget, and: place, clause),
        !stands(.surplus, between: budget, and: place, clause)
      {
        return KindReading(kind: .budget, rule: "kind.budget")
      }
      if isGranted(place, clause) { return KindReading(kind: .budget, rule: "kind.granted") }
      if isInBudget(figure, clause) { return KindReading(kind: .budget, rule: "kind.budget") }
    }
    if let carried = carriedKind(index, clause) { return carried }
    if context.listWishes, figure.unit == .sek || figure.qualifier == .atLeast {
      return KindReading(kind: figure.unit == .sek ? .budget : .target, rule: "kind.list")
    }
    if let kind = context.listKind, !sentence.has(.outcome) {
      return KindReading(kind: kind, isNegative: sign, rule: "kind.list")
    }
    return KindReading(
      kind: .outcome,
      isNegative: sign,
      rule: isResult ? deficit ? "kind.deficit" : "kind.surplus" : "kind.outcome"
    )
  }

  /// "2 mnkr i budget för 2014", "3 mkr i anslag".
  private func isInBudget(_ figure: Quantity, _ clause: Int) -> Bool {
    let end = sentence.token(at: figure.range.upperBound)
    return end < sentence.tokens.count && sentence.tokens[end].hash == Self.within
      && signalPlaces(.budget, clause: clause).contains { $0 > end && $0 - end <= 2 }
  }

  private static let within = WordHash("i").value

  /// "…, varav 650 inom yrkesutbildningar" is what the figure before it is.
  private func carriedKind(_ index: Int, _ clause: Int) -> KindReading? {
    guard let last = sentenceKind, sentence.quantities[index].unit != .sek,
      last.kind == .target || last.kind == .forecast, !sentence.has(.outcome),
      let opening = sentence.opening(clause), Self.carrying.contains(opening.hash)
    else { return nil }
    return KindReading(kind: last.kind, rule: "kind.carried")
  }

  private static let carrying = WordSet(["varav", "och", "samt", "därav"])

  /// "sin ram på 27,6 mnkr", "budgeten på 826,7"; not "avvikelse mot budget på 2 165 tkr".
  private func isBudgetOf(_ place: Int, _ clause: Int) -> Bool {
    guard let budget = signalPlaces(.budget, clause: clause).last(where: { $0 < place }),
      place - budget <= 2, place - budget > 0
    else { return false }
    let compared = signalPlaces(.than, clause: clause).contains { $0 < budget && budget - $0 <= 3 }
    let deviates = (signalPlaces(.deficit) + signalPlaces(.surplus)).contains { $0 < budget }
    return !(compared && deviates)
  }

  /// "ska vara högst 6 procent", "planerar för 1 900 studerande".
  private func isPlanned(
    _ figure: Quantity,
    place: Int,
    clause: Int,
    match: IndicatorMatch?
  ) -> Bool {
    guard figure.unit != .sek, figure.change != .from, figure.form != .multiple else {
      return false
    }
    if isRaised(to: figure, place: place, clause: clause) { return true }
    if isWished(place: place, clause: clause) { return true }
    // "att minst 30 platser reserveras" is what is moved for
    if figure.qualifier == .atLeast, sentence.tokens[0].hash == Self.that { return true }
    let plans = signalPlaces(.plans, clause: clause)
    return plans.contains { plan in
      let distance = plan < place ? place - plan : plan - place
      return distance <= 14 && noFigure(between: min(plan, place), and: max(plan, place))
        && !subordinates(between: plan, and: place)
    }
  }

  /// "ska inte sparas när 318 människor står utanför": what follows is how it is.
  private func subordinates(between plan: Int, and place: Int) -> Bool {
    guard plan < place else { return false }
    return (plan..<place).contains { Self.subordinators.contains(sentence.tokens[$0].hash) }
  }

  private static let that = WordHash("att").value
  private static let subordinators = WordSet(["när", "eftersom", "medan", "trots"])

  /// "vill att kommunen avsätter medel för att kunna erbjuda 400 sommarjobb".
  private func isWished(place: Int, clause: Int) -> Bool {
    guard sentence.has(.wish) else { return false }
    return signalPlaces(.creates, clause: clause).contains { made in
      made < place && place - made <= 4 && noFigure(between: made, and: place)
        && signalPlaces(.wish).contains { $0 < made }
    }
  }

  /// "utökas till minst 400", "skulle utökas från 90 till 110"; "att kommunen utökar platserna till
  /// 200" where it is moved.
  private func isRaised(to figure: Quantity, place: Int, clause: Int) -> Bool {
    guard place > 0, sentence.tokens[place - 1].hash == Self.to || figure.change == .to else {
      return false
    }
    let isMoved = sentence.tokens[0].hash == Self.that
    return (max(0, place - 14)..<place).contains {
      let word = sentence.tokens[$0].hash
      return sentence.clause(of: $0) == clause
        && (Self.decisions.contains(word) || isMoved && Self.moved.contains(word))
    }
  }

  /// Whether a figure is what a number has gone to or come from: "hade minskat från 310 till 225".
  func hasChanged(_ figure: Quantity, place: Int) -> Bool {
    guard figure.change != nil, place > 0 else { return false }
    let clause = sentence.clause(of: place)
    return (max(0, place - 14)..<place).contains {
      sentence.clause(of: $0) == clause && Self.changed.contains(sentence.tokens[$0].hash)
    }
  }

  private static let to = WordHash("till").value
  private static let decisions = WordSet([
    "utökas", "ökas", "höjs", "sänks", "minskas", "kortas", "skulle", "ska", "skall", "utöka",
    "förkortas",
  ])
  private static let moved = WordSet([
    "utökar", "ökar", "höjer", "sänker", "minskar", "kortar", "förkortar", "begränsar", "bygger",
  ])
  private static let changed = WordSet([
    "minskat", "minskade", "ökat", "ökade", "sjunkit", "sjönk", "stigit", "steg", "gått", "gick",
    "vuxit", "växte", "fallit", "föll", "sänktes", "höjdes", "sänkts", "höjts",
  ])

  private func isGranted(_ place: Int, _ clause: Int) -> Bool {
    if let granted = nearest(.granted, clause, before: place),
      noFigure(between: granted, and: place)
    {
      return true
    }
    return signalPlaces(.granted, clause: clause).contains {
      $0 > place && $0 - place <= 6 && noFigure(between: place, and: $0)
    }
  }
}
