import NyckeltalModel
import NyckeltalQuantities

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

  /// "Minskningen är …", "Uppgången motsvarar …", "ökningen, 4,5 miljoner, …": a change that is named
  /// by a noun just before.
  private func amountOf(_ figure: Quantity, place: Int, clause: Int) -> Direction? {
    let first = sentence.token(at: figure.range.lowerBound)
    guard first >= 2 else { return nil }
    let joint = sentence.tokens[first - 1]
    guard Self.amounts.contains(joint.hash) || joint.kind == .punctuation && joint.hash == 0x2C
    else { return nil }
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
    let isBy = isBehindBy(place)
    // "upp till 75" says how many at most
    let first = sentence.token(at: figure.range.lowerBound)
    for (signal, direction) in [(Signal.up, Direction.up), (.down, .down)] {
      guard let found = nearest(signal, clause, before: place), found < first else { continue }
      if found == place - 1, Self.losses.contains(sentence.tokens[found].hash) { return direction }
      let distance = place - found
      if distance <= 14, isBy, noFigure(between: found, and: place) {
        return direction
      }
    }
    // "sjönk mest, med 1,1 procentenheter"
    if figure.unit == .percentagePoints, isBy {
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

  /// "med 8 procent", "med i snitt 8 procent", "med sammanlagt 12".
  private func isBehindBy(_ place: Int) -> Bool {
    var before = place - 1
    while before > 0, Self.asWhole.contains(sentence.tokens[before].hash) { before -= 1 }
    return before >= 0 && sentence.tokens[before].hash == Self.by
  }

  private static let asWhole = WordSet([
    "i", "snitt", "genomsnitt", "sammanlagt", "totalt", "hela", "ytterligare", "bara", "endast",
    "upp", "till", "minst", "högst",
  ])

  private func tokenBehind(_ figure: Quantity) -> Int? {
    let next = sentence.token(at: figure.range.upperBound)
    return Int(sentence.tokens[next].start) >= figure.range.upperBound ? next : nil
  }

  private static let by = WordHash("med").value
  private static let losses = WordSet(["tappat", "tappade", "förlorat", "förlorade"])
}
