import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What the text itself calls what is counted.
extension DocumentReading {
  /// The noun phrase of what a figure counts: its unit's words ("inskrivna ungdomar"), else what
  /// its clause begins with before the verb ("Antalet aspiranter var 410").
  func label(_ figure: Quantity, clause: Int) -> String? {
    let start = sentence.range.lowerBound
    func words(_ range: Range<Int>) -> String {
      minutes.text.folded(start + range.lowerBound..<start + range.upperBound)
    }
    let noun: Range<Int>? =
      switch figure.unit {
      case .persons, .households, .places, .employments, .other: figure.unitRange
      case .percent, .percentagePoints, .sek, .years, .months, .days, nil: nil
      }
    if let noun, noun.lowerBound > figure.numberRange.lowerBound { return words(noun) }
    let subject = subject(of: clause, before: sentence.token(at: figure.range.lowerBound))
    return (subject ?? noun).map(words)
  }

  private func subject(of clause: Int, before place: Int) -> Range<Int>? {
    guard let opening = sentence.opening(clause) else { return nil }
    var first = opening.token
    while first < place, Self.joining.contains(sentence.tokens[first].hash) {
      first += 1
    }
    guard
      let verb = (first..<min(sentence.tokens.count, first + 10)).first(where: {
        Self.verbs.contains(sentence.tokens[$0].hash)
      }), verb > first, verb < place,
      !sentence.hasFigure(inTokens: first..<verb),
      !sentence.places.indices.contains(where: { first..<verb ~= sentence.places[$0] })
    else { return nil }
    return Int(sentence.tokens[first].start)..<Int(sentence.tokens[verb - 1].end)
  }

  private static let joining = WordSet(["och", "men", "samt", "att", "där", "medan", "vilket"])
  private static let verbs = WordSet([
    "är", "var", "blev", "blir", "uppgick", "uppgår", "har", "hade", "ökade", "ökar", "minskade",
    "minskar", "steg", "sjönk", "ligger", "låg", "kostade", "kostar", "beräknas", "väntas", "ska",
    "omfattade", "omfattar", "utgör", "utgjorde", "fick", "får", "nådde", "landade", "stannade",
    "motsvarar", "motsvarade", "bedöms", "prognostiseras", "budgeterades", "föreslås", "höjs",
    "sänks", "höjdes", "sänktes", "finns", "fanns", "gick", "går", "räknas", "visar", "visade",
  ])
}
