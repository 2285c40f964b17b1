import NyckeltalModel
import NyckeltalQuantities

extension DocumentReading {
  /// Whether an amount is what a budget is exceeded or undershot by, and which way: down below the
  /// budget's balance ("underskott", "4,5 mkr över budget"), up above it.
  func deviation(of figure: Quantity, place: Int, clause: Int) -> Direction? {
    if let way = besideBudget(figure) { return way }
    if let exceeds = exceeding(before: place, clause) {
      // "överskrida sin ram på 27,6 mnkr med 800 tkr"
      return sentence.tokens[place - 1].hash == Self.by && exceeds < place - 2 ? .down : nil
    }
    // "sitt överskott på 3 mkr, men underskottet blev 2 mkr": the nearer word tells
    if savesNearer(than: .deficit, place) { return nil }
    let down = nearness(.deficit, place, clause)
    let up = nearness(.surplus, place, clause)
    if let down { return up.map { $0 < down } ?? false ? .up : .down }
    return up == nil ? nil : .up
  }

  /// "4,5 mkr över budget", "1,4 mkr bättre än budget", "900 tkr lägre än budgeterat".
  func besideBudget(_ figure: Quantity) -> Direction? {
    // a comparative belongs to the figure
    let end = sentence.token(at: figure.range.upperBound - (figure.isComparative ? 1 : 0))
    guard figure.isComparative || Int(sentence.tokens[end].start) >= figure.range.upperBound else {
      return nil
    }
    let budgets = signalPlaces(.budget)
    guard budgets.contains(where: { $0 > end && $0 - end <= 3 }) else { return nil }
    let isRevenue = sentence.tokens.indices.prefix(end).contains {
      Self.revenue.contains(sentence.tokens[$0].hash)
    }
    switch sentence.tokens[end].hash {
    case Self.above: return isRevenue ? .up : .down
    case Self.below: return isRevenue ? .down : .up
    case Self.better: return .up
    case Self.worse: return .down
    case let word where Self.more.contains(word): return isRevenue ? .up : .down
    case let word where Self.less.contains(word): return isRevenue ? .down : .up
    default: return nil
    }
  }

  /// The place of a verb for exceeding a budget that is named with its amount.
  private func exceeding(before place: Int, _ clause: Int) -> Int? {
    guard place > 0, let budget = signalPlaces(.budget, clause: clause).last(where: { $0 < place })
    else { return nil }
    return (max(0, budget - 3)..<budget).first {
      Self.exceeds.contains(sentence.tokens[$0].hash)
    }
  }

  /// How near a signal stands to the figure, with no other figure between; `nil` where it is about
  /// something else.
  private func nearness(_ signal: Signal, _ place: Int, _ clause: Int) -> Int? {
    guard isAbout(signal, place, clause) else { return nil }
    return signalPlaces(signal).filter { $0 < place || !isOfNext($0) }.map { abs($0 - place) }.min()
  }

  /// "alltså ett underskott på 2 600 tkr" is said of the amount that follows, not of one before it.
  private func isOfNext(_ signal: Int) -> Bool {
    guard signal + 1 < sentence.tokens.count,
      Self.introducing.contains(sentence.tokens[signal + 1].hash)
    else { return false }
    return sentence.places.indices.contains {
      sentence.isFigure($0) && 2...3 ~= sentence.places[$0] - signal
    }
  }

  /// "För att möta underskottet beslutas om besparingar på 2 mkr": the nearer word is a saving.
  private func savesNearer(than signal: Signal, _ place: Int) -> Bool {
    guard let deficit = signalPlaces(signal).last(where: { $0 < place }) else { return false }
    return [Signal.saving, .cut].contains { saving in
      signalPlaces(saving).contains { deficit < $0 && $0 < place }
    }
  }

  /// "minus 7,2 mnkr", "+1 500 tkr": an amount that is signed, which only deviations are.
  func isSigned(_ figure: Quantity) -> Bool {
    guard figure.unit == .sek else { return false }
    if (figure.value ?? 0) < 0 { return true }
    let first = sentence.token(at: figure.numberRange.lowerBound)
    guard first > 0 else { return false }
    let before = sentence.tokens[first - 1]
    return before.kind == .punctuation ? before.hash == 0x2B : before.hash == Self.plus
  }

  /// Whether "+" stands before a figure, as it does before increases.
  func isRaisedBySign(place: Int) -> Bool {
    let token = sentence.tokens[place]
    return token.kind == .punctuation && token.hash == 0x2B
  }

  /// "Prognosen är 85 mnkr mot budgeterade 79, ett underskott på 6 mnkr": only the last amount is a
  /// deviation.
  func settleDeviation(
    _ match: inout IndicatorMatch?,
    kind: ObservationKind,
    figure: Quantity,
    place: Int,
    clause: Int
  ) {
    // "Budgeten är 61 mnkr. Prognosen är 63": what it will cost, not what is granted
    if kind == .forecast, let found = match,
      found.entry == table.entryOf["budget.anslag"], !names(found.entry, clause: clause)
    {
      match = table.entryOf["budget.kostnader"].map {
        IndicatorMatch(entry: $0, score: Nearness.paragraph, isOwn: false)
      }
    }
    guard let found = match, found.entry == table.entryOf["budget.avvikelse"], kind != .change,
      kind == .budget || deviation(of: figure, place: place, clause: clause) == nil,
      !isSigned(figure)
    else { return }
    if kind == .budget {
      match = table.entryOf["budget.anslag"].map {
        IndicatorMatch(entry: $0, score: found.score, isOwn: found.isOwn)
      }
    } else if !names(found.entry, clause: clause) {
      match = nil
    }
  }

  /// Whether a word of the clause names an indicator.
  private func names(_ entry: Int, clause: Int) -> Bool {
    sentence.hits.contains { hit in
      guard sentence.clause(of: hit.token) == clause else { return false }
      let first = Int(table.weightStarts[hit.phrase])
      let end = Int(table.weightStarts[hit.phrase + 1])
      return table.weights[first..<end].contains { weight in
        weight.line >= 0 && table.lines[Int(weight.line)].entry == entry
      }
    }
  }

  /// The indicator of a deviation, unless the words name another result.
  func deviationMatch(_ match: IndicatorMatch?) -> IndicatorMatch? {
    if let match, match.isOwn {
      let id = table.entries[match.entry].indicator.id
      if id == "budget.resultat" || id == "budget.avvikelse" { return match }
    }
    guard let entry = table.entryOf["budget.avvikelse"] else { return match }
    return IndicatorMatch(entry: entry, score: Nearness.sentence, isOwn: true)
  }

  private static let by = WordHash("med").value
  private static let introducing = WordSet(["på", "om"])
  private static let exceeds = WordSet([
    "överskrida", "överskrider", "överskred", "överskridit", "överskrids",
  ])
  private static let above = WordHash("över").value
  private static let below = WordHash("under").value
  private static let more = WordSet(["högre", "mer", "större"])
  private static let less = WordSet(["lägre", "mindre"])
  private static let revenue = WordSet([
    "intäkt", "intäkten", "intäkter", "intäkterna", "statsbidrag", "statsbidraget", "statsbidragen",
  ])
  private static let better = WordHash("bättre").value
  private static let worse = WordHash("sämre").value
  private static let plus = WordHash("plus").value
}
