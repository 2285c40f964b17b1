import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What a granted amount is for.
extension DocumentReading {
  /// "avsätter 240 tkr till ett projekt", "För feriejobb avsätts 3,1 mnkr": a part of the budget for
  /// one purpose, not what the committee has in all.
  func isForPurpose(_ figure: Quantity, clause: Int) -> Bool {
    let first = sentence.token(at: figure.range.upperBound)
    for index in first..<min(first + 7, sentence.tokens.count)
    where Self.purposes.contains(sentence.tokens[index].hash) {
      if namesPurpose(index + 1) { return true }
    }
    guard let opening = sentence.opening(clause), Self.purposes.contains(opening.hash) else {
      return false
    }
    return namesPurpose(opening.token + 1)
  }

  /// "Varje plats kostar 11 000 kr", "30 000 kr per elev": what one costs, not what the
  /// committee's costs are.
  func isEachCost(
    _ figure: Quantity,
    place: Int,
    clause: Int,
    _ match: IndicatorMatch?
  ) -> Bool {
    guard figure.unit == .sek, abs(figure.value ?? .infinity) < 1_000_000, let match,
      table.entries[match.entry].indicator.goodDirection == .lower
    else { return false }
    let each = signalPlaces(.each, clause: clause) + signalPlaces(.average, clause: clause)
    return each.contains { at in
      guard at < place || at - place <= 6, at + 1 < sentence.tokens.count else { return false }
      return !Self.alike.contains(sentence.tokens[at].hash)
        && !Self.times.contains(sentence.tokens[at + 1].hash)
    }
  }

  /// "var" is mostly a verb, and "medel" are funds.
  private static let alike = WordSet(["var", "medel", "medlen", "medels"])
  private static let times = WordSet([
    "år", "månad", "vecka", "dag", "kvartal", "termin", "tertial",
  ])

  /// Whether a word behind "till" or "för" is neither a time, a sum nor a committee.
  private func namesPurpose(_ index: Int) -> Bool {
    guard index < sentence.tokens.count, sentence.tokens[index].kind == .word,
      !Self.wholes.contains(sentence.tokens[index].hash)
    else { return false }
    let isQuantity = sentence.quantities.indices.contains {
      sentence.token(at: sentence.quantities[$0].range.lowerBound) == index
    }
    if isQuantity { return false }
    let start = sentence.range.lowerBound
    let range = sentence.tokens[index].range
    let word = minutes.text.bytes[start + range.lowerBound..<start + range.upperBound]
    return !Self.committees.contains { ending in
      ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
    }
  }

  private static let purposes = WordSet(["till", "för", "på", "åt"])
  private static let wholes = WordSet([
    "året", "helåret", "år", "perioden", "verksamheten", "verksamhetsåret", "nämnden",
    "förvaltningen",
    "kommunen", "den", "det", "de", "innevarande", "nästa", "kommande", "hela", "att", "följd",
  ])
  private static let committees: [StaticString] = [
    "nämnden", "nämndens", "nämnd", "styrelsen", "förvaltningen", "kontoret",
  ]
}
