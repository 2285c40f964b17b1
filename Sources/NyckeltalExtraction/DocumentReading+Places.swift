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
    guard let best else { return town(index) }
    let range = sentence.tokens[best.token].range
    let start = sentence.range.lowerBound
    return minutes.text.folded(start + range.lowerBound..<start + range.upperBound)
  }

  /// Another town that a figure is of, where towns are told one after the other: "Ekvik låg på 14
  /// procent, Norrby på 12".
  ///
  /// The committee's own town gives none, and nothing is told where the document names no town.
  private func town(_ index: Int) -> String? {
    guard let body = minutes.body else { return nil }
    let tokens = sentence.tokens
    var token = sentence.places[index] - 1
    guard token > 1, Self.standing.contains(tokens[token].hash) else { return nil }
    while token > 1, Self.standing.contains(tokens[token].hash) { token -= 1 }
    let name = tokens[token]
    let before = tokens[token - 1]
    let follows =
      before.kind == .punctuation ? before.hash == 0x2C : Self.further.contains(before.hash)
    guard name.kind == .word, name.isCapitalized, name.count >= 3, follows,
      !ends(token, ["nämnden", "kommunen", "enheten", "torget", "partiet", "kontoret"]),
      sentence.hasFigure(inTokens: 0..<token)
    else { return nil }
    let start = sentence.range.lowerBound
    let word = minutes.text.folded(
      start + name.range.lowerBound..<start + name.range.upperBound
    )
    return body.contains(word) || Speakers.isParty(word) ? nil : word
  }

  private static let standing = WordSet(["på", "låg", "ligger", "hade", "har", "med", "var", "är"])
  private static let further = WordSet(["och", "medan", "samt", "men"])

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
