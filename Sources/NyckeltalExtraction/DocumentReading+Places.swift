import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What else than the body's own a figure is about.
extension DocumentReading {
  /// The country, the county or others that a figure is about, as the text says it; `nil` where it
  /// is the body's own.
  ///
  /// The word must stand in the figure's clause with no other figure between: "I riket var 7,4 procent
  /// arbetslösa". What a figure is compared with, and where people come from, is not what it is about.
  func about(_ index: Int) -> String? {
    let place = sentence.places[index]
    let clause = sentence.clause(of: place)
    var best: (token: Int, distance: Int)?
    let near = max(0, place - Self.reach)..<min(sentence.tokens.count, place + Self.reach)
    for token in near where Self.elsewhere.contains(sentence.tokens[token].hash) {
      let isNear =
        sentence.clause(of: token) == clause
        && !sentence.hasFigure(inTokens: min(token, place) + 1..<max(token, place))
      guard isNear, !isMeasure(token, place), !isOrigin(token) else { continue }
      let distance = abs(token - place)
      if distance < best?.distance ?? .max { best = (token, distance) }
    }
    guard let best else { return nil }
    let range = sentence.tokens[best.token].range
    let start = sentence.range.lowerBound
    return minutes.text.folded(start + range.lowerBound..<start + range.upperBound)
  }

  /// Whether a place is what something is measured against: "än i riket", "jämfört med länet".
  private func isMeasure(_ token: Int, _ place: Int) -> Bool {
    token > place
      && signalPlaces(.than).contains { place < $0 && $0 < token && token - $0 <= 3 }
  }

  /// Whether a place is where somebody comes from: "födda i Sverige", "utanför Norden".
  private func isOrigin(_ token: Int) -> Bool {
    (max(0, token - 2)..<token).contains { Self.origins.contains(sentence.tokens[$0].hash) }
  }

  /// How many tokens from the figure the word may stand.
  private static let reach = 16
  private static let origins = WordSet(["född", "födda", "utanför", "från", "till"])
  private static let elsewhere = WordSet([
    "riket", "landet", "sverige", "rikets", "landets", "sveriges", "riksgenomsnittet",
    "rikssnittet", "riksnivå", "länet", "länets", "länssnittet", "länsgenomsnittet", "regionen",
    "regionens", "grannkommunerna", "grannkommunen", "storstadskommunerna",
  ])
}
