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
  /// The direction of a change whose amount the figure is: "944 färre", "minskat med 3 %",
  /// "besparingar på 40 miljoner".
  func change(of figure: Quantity, place: Int, clause: Int) -> Direction? {
    if figure.change != nil { return nil }
    if let index = sentence.places.firstIndex(of: place), alternates(figure, index: index) {
      return sentenceKind?.direction
    }
    if figure.unit == .sek, besideBudget(figure) != nil { return nil }
    // "Minskningen är knappt tio procent"
    if let way = amountOf(figure, place: place, clause: clause) { return way }
    // "+14 % på ett år"
    if figure.unit == .percent || figure.unit == .persons, isRaisedBySign(place: place) {
      return .up
    }
    if figure.isComparative { return figure.direction ?? .up }
    // a deficit is an outcome below zero, not a change
    if figure.unit == .sek, deviation(of: figure, place: place, clause: clause) != nil {
      return nil
    }
    if let direction = figure.direction, !isMeasured(place: place) { return direction }
    if isNeeded(figure, place: place) { return .up }
    // "ökar anslaget med 2 mnkr 2022 och ytterligare 1 mnkr 2023"
    if isFurther(place), sentenceKind?.kind == .change, context.lastFigure?.unit == figure.unit {
      return sentenceKind?.direction
    }
    if let direction = changeBy(figure, place: place, clause: clause) { return direction }
    if figure.unit == .sek || figure.unit == .percent,
      let cut = nearest(.saving, clause, before: place) ?? nearest(.cut, clause, before: place),
      noFigure(between: cut, and: place)
    {
      return .down
    }
    if corresponds(figure, place: place, clause: clause) { return context.lastFigure?.direction }
    return nil
  }

  /// "lägre än rikets snitt på 6,9 procent": what something is measured against, not by how much.
  private func isMeasured(place: Int) -> Bool {
    signalPlaces(.than).contains { than in
      guard than > 0, than < place, place - than <= 6 else { return false }
      return signalPlaces(.up).contains(than - 1) || signalPlaces(.down).contains(than - 1)
    }
  }

  /// "Det behövs ytterligare 80 platser": so many more than there are.
  private func isNeeded(_ figure: Quantity, place: Int) -> Bool {
    switch figure.unit {
    case .persons, .places, .employments: break
    default: return false
    }
    guard sentence.has(.wish) || sentence.has(.intention) else { return false }
    return isFurther(place)
  }

  func isFurther(_ place: Int) -> Bool {
    (max(0, place - 2)..<place).contains { sentence.tokens[$0].hash == Self.further }
  }

  private static let further = WordHash("ytterligare").value

  /// "Minskningen är …", "Uppgången motsvarar …": a change that is named by a noun just before.
  private func amountOf(_ figure: Quantity, place: Int, clause: Int) -> Direction? {
    let first = sentence.token(at: figure.range.lowerBound)
    guard first >= 2, Self.amounts.contains(sentence.tokens[first - 1].hash) else { return nil }
    let noun = sentence.tokens[first - 2].hash
    return Self.rises.contains(noun) ? .up : Self.falls.contains(noun) ? .down : nil
  }

  private static let amounts = WordSet([
    "är", "var", "blev", "motsvarar", "motsvarade", "uppgår", "med", "på", "om", "uppgick",
  ])
  private static let rises = WordSet(["ökningen", "uppgången", "höjningen", "uppräkningen"])
  private static let falls = WordSet([
    "minskningen", "nedgången", "sänkningen", "besparingen", "neddragningen",
  ])

  /// "78 personer eller 7,7 procent", "0,7 mnkr (3 %)": the amount of a change in another unit.
  func alternates(_ figure: Quantity, index: Int) -> Bool {
    guard index > 0, sentenceKind?.kind == .change, sentence.isFigure(index - 1),
      sentence.quantities[index - 1].unit != figure.unit, figure.unit != nil
    else { return false }
    let earlier = sentence.quantities[index - 1]
    let end = sentence.token(at: earlier.range.upperBound)
    let place = sentence.places[index]
    guard end < place, place - end <= 4 else { return false }
    return (end..<place).allSatisfy {
      sentence.tokens[$0].kind == .punctuation
        || Self.alternatives.contains(sentence.tokens[$0].hash)
    }
  }

  private static let alternatives = WordSet([
    "eller", "dvs", "d", "v", "s", "det", "vill", "säga", "alltså", "motsvarande",
  ])

  /// "Detta motsvarar tio procent": the amount of the change that was told before.
  func corresponds(_ figure: Quantity, place: Int, clause: Int) -> Bool {
    guard let last = context.lastFigure, last.kind == .change, figure.unit != last.unit else {
      return false
    }
    return signalPlaces(.corresponds, clause: clause).contains { $0 < place && place - $0 <= 3 }
  }

  /// "en uppräkning med 2,5 %", "har tappat 22 medarbetare".
  private func changeBy(_ figure: Quantity, place: Int, clause: Int) -> Direction? {
    let before = (max(0, place - 2)..<place).map { sentence.tokens[$0].hash }
    for (signal, direction) in [(Signal.up, Direction.up), (.down, .down)] {
      guard let found = nearest(signal, clause, before: place) else { continue }
      if found == place - 1, Self.losses.contains(sentence.tokens[found].hash) { return direction }
      let distance = place - found
      if distance <= 14, before.last == Self.by, noFigure(between: found, and: place) {
        return direction
      }
    }
    // "sjönk mest, med 1,1 procentenheter"
    if figure.unit == .percentagePoints, before.last == Self.by {
      if signalPlaces(.down).contains(where: { $0 < place }) { return .down }
      if signalPlaces(.up).contains(where: { $0 < place }) { return .up }
    }
    // "en fjärdedel fler än"
    if figure.form == .fraction, let next = tokenBehind(figure) {
      if signalPlaces(.up).contains(next) { return .up }
      if signalPlaces(.down).contains(next) { return .down }
    }
    return nil
  }

  private func tokenBehind(_ figure: Quantity) -> Int? {
    let next = sentence.token(at: figure.range.upperBound)
    return Int(sentence.tokens[next].start) >= figure.range.upperBound ? next : nil
  }

  private static let by = WordHash("med").value
  private static let losses = WordSet(["tappat", "tappade", "förlorat", "förlorade"])

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

  /// "utökas till minst 400", "skulle utökas från 90 till 110".
  private func isRaised(to figure: Quantity, place: Int, clause: Int) -> Bool {
    guard place > 0, sentence.tokens[place - 1].hash == Self.to || figure.change == .to else {
      return false
    }
    return (max(0, place - 14)..<place).contains {
      sentence.clause(of: $0) == clause && Self.decisions.contains(sentence.tokens[$0].hash)
    }
  }

  private static let to = WordHash("till").value
  private static let decisions = WordSet([
    "utökas", "ökas", "höjs", "sänks", "minskas", "kortas", "skulle", "ska", "skall", "utöka",
    "förkortas",
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

  private static let within = WordHash("i").value

  // MARK: Signals around a figure

  /// The signal's nearest token before a place in the clause.
  private func nearest(_ signal: Signal, _ clause: Int, before place: Int) -> Int? {
    if let found = signalPlaces(signal, clause: clause).last(where: { $0 <= place }) {
      return found
    }
    return apposed(signal, place, clause)
  }

  /// Whether a signal before the figure is about this one: no other figure and no word for what
  /// was reached stands between.
  private func claims(_ signal: Int, _ place: Int, _ index: Int) -> Bool {
    guard place - signal <= 24 else { return false }
    if !noFigure(between: signal, and: place), !sharesUnit(index) { return false }
    return !signalPlaces(.outcome).contains { signal < $0 && $0 < place }
  }

  /// "360 respektive 510": the second figure is what the first is.
  private func sharesUnit(_ index: Int) -> Bool {
    sentence.quantities[index].rules.contains(.unitShared)
      || sentence.quantities[index].change == .to
  }

  private func noFigure(between first: Int, and second: Int) -> Bool {
    !sentence.hasFigure(inTokens: first + 1..<max(second, first + 1))
  }

  /// "… 6 700 är målet": a target named closely behind the last figure of the clause.
  private func follows(_ signal: Signal, _ place: Int, _ clause: Int, _ index: Int) -> Bool {
    guard let found = signalPlaces(signal, clause: clause).first(where: { $0 > place }),
      found - place <= 5
    else { return false }
    // "två procentenheter över målvärdet", "6 900 mot målet 6 700"
    if signalPlaces(.than).contains(where: { place < $0 && $0 < found }) { return false }
    let between = (place + 1..<found).map { sentence.tokens[$0].hash }
    if between.contains(where: { Self.positions.contains($0) }) { return false }
    return !sentence.quantities.indices.contains {
      sentence.isFigure($0) && sentence.places[$0] > place
        && sentence.clause(of: sentence.places[$0]) == clause
    }
  }

  private static let positions = WordSet(["över", "under", "från", "ovan", "om", "av", "mot"])

  private func isForecast(_ place: Int, _ clause: Int, _ index: Int) -> Bool {
    if let forecast = nearest(.forecast, clause, before: place), claims(forecast, place, index) {
      return true
    }
    let end = sentence.token(at: sentence.quantities[index].range.upperBound)
    return signalPlaces(.forecast, clause: clause).contains {
      // "minus 6 mkr i helårsprognosen"
      let isIn = $0 - end == 1 && sentence.tokens[end].hash == Self.within
      return $0 > place && ($0 - place <= 4 || isIn)
    }
  }

  /// Whether a signal stands before the figure, or close behind it, with no other figure between.
  func isAbout(_ signal: Signal, _ place: Int, _ clause: Int) -> Bool {
    signalPlaces(signal, clause: clause).contains { found in
      found < place
        ? place - found <= 8 && noFigure(between: found, and: place)
        : found - place <= 7 && noFigure(between: place, and: found)
    } || isApposed(signal, place, clause)
  }

  /// "Överskridandet, 230 tkr, …", "budgetramen, som uppgår till …": set apart by a comma.
  private func isApposed(_ signal: Signal, _ place: Int, _ clause: Int) -> Bool {
    apposed(signal, place, clause) != nil
  }

  private func apposed(_ signal: Signal, _ place: Int, _ clause: Int) -> Int? {
    guard let opening = sentence.opening(clause) else { return nil }
    let isRelative = opening.hash == Self.relative
    guard place - opening.token <= 1 || isRelative && place - opening.token <= 8 else { return nil }
    return signalPlaces(signal).last { $0 < opening.token && opening.token - $0 <= 3 }
  }

  private static let relative = WordHash("som").value

  private func stands(
    _ signal: Signal,
    between first: Int,
    and second: Int,
    _ clause: Int
  ) -> Bool {
    signalPlaces(signal, clause: clause).contains { first < $0 && $0 < second }
  }
}
