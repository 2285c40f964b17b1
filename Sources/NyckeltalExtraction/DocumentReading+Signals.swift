import NyckeltalModel
import NyckeltalQuantities

extension DocumentReading {
  /// The signal's nearest token before a place in the clause.
  func nearest(_ signal: Signal, _ clause: Int, before place: Int) -> Int? {
    if let found = signalPlaces(signal, clause: clause).last(where: { $0 <= place }) {
      return found
    }
    return apposed(signal, place, clause)
  }

  /// Whether a signal before the figure is about this one: no other figure and no word for what
  /// was reached stands between.
  func claims(_ signal: Int, _ place: Int, _ index: Int) -> Bool {
    guard place - signal <= 24 else { return false }
    if !noFigure(between: signal, and: place), !sharesUnit(index) { return false }
    return !signalPlaces(.outcome).contains { signal < $0 && $0 < place }
  }

  /// "360 respektive 510": the second figure is what the first is.
  private func sharesUnit(_ index: Int) -> Bool {
    sentence.quantities[index].rules.contains(.unitShared)
      || sentence.quantities[index].change == .to
  }

  func noFigure(between first: Int, and second: Int) -> Bool {
    !sentence.hasFigure(inTokens: first + 1..<max(second, first + 1))
  }

  /// "… 6 700 är målet": a target named closely behind the last figure of the clause.
  func follows(_ signal: Signal, _ place: Int, _ clause: Int, _ index: Int) -> Bool {
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

  func isForecast(_ place: Int, _ clause: Int, _ index: Int) -> Bool {
    if let forecast = nearest(.forecast, clause, before: place), claims(forecast, place, index) {
      return true
    }
    let end = sentence.token(at: sentence.quantities[index].range.upperBound)
    return signalPlaces(.forecast, clause: clause).contains {
      // "minus 6 mkr i helårsprognosen"
      let isIn = $0 - end == 1 && sentence.tokens[end].hash == Self.within
      // "120–130 personer väntas"
      return $0 > place && ($0 - place <= 4 || $0 - end <= 1 || isIn)
    } || willBe(place, end)
  }

  /// "kommer ett femtiotal av dem att stå utan plats": the figure parts the verb from its "att".
  private func willBe(_ place: Int, _ end: Int) -> Bool {
    (max(0, place - 4)..<place).contains { sentence.tokens[$0].hash == Self.comes }
      && (end..<min(end + 6, sentence.tokens.count)).contains {
        sentence.tokens[$0].hash == Self.that
      }
  }

  private static let comes = WordHash("kommer").value
  private static let that = WordHash("att").value

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
    // "Målet för helåret, 150 platser, …"
    return signalPlaces(signal).last {
      $0 < opening.token && opening.token - $0 <= 5 && noFigure(between: $0, and: opening.token)
    }
  }

  private static let relative = WordHash("som").value

  func stands(
    _ signal: Signal,
    between first: Int,
    and second: Int,
    _ clause: Int
  ) -> Bool {
    signalPlaces(signal, clause: clause).contains { first < $0 && $0 < second }
  }

  private static let within = WordHash("i").value
}
