import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Times and figures that others are compared with.
extension DocumentReading {
  /// Whether a period is what something is compared with, by its own words or those before it.
  func isCompared(_ index: Int) -> Bool {
    if sentence.quantities[index].periodRole == .comparison { return true }
    let at = sentence.places[index]
    return signalPlaces(.than, clause: sentence.clause(of: at)).contains { $0 < at && at - $0 <= 8 }
  }

  /// The period that the sentence compares with.
  func comparedPeriod() -> Period? {
    for (index, quantity) in sentence.quantities.enumerated() where quantity.form == .period {
      guard let period = quantity.period else { continue }
      if isCompared(index) || sentence.isYearsAgo(index) { return period }
      if quantity.periodRole == .start, case .span(let from, _) = period { return from }
    }
    return nil
  }

  /// The compared period when the figure itself is of that time: "att jämföra med 2 115 samma
  /// period 2015"; not "37 färre än 2014".
  func comparison(around index: Int) -> Period? {
    let place = sentence.places[index]
    guard !sentence.quantities[index].isComparative else { return nil }
    // the word of comparison stands before the figure, the period behind it
    guard signalPlaces(.than).contains(where: { $0 < place && place - $0 <= 4 }) else { return nil }
    for (other, quantity) in sentence.quantities.enumerated() where quantity.form == .period {
      let distance = sentence.places[other] - place
      if let period = quantity.period, 1...8 ~= distance { return period }
    }
    return nil
  }

  /// "6,2 % (7,0 %)": a figure alone in parentheses behind another of its kind is that of the year
  /// before.
  func repeatsFigure(_ index: Int) -> Bool {
    standsRepeated(index) && parenthesesAreElsewhere != true
  }

  /// Whether a figure stands alone in parentheses behind another of its kind.
  func standsRepeated(_ index: Int) -> Bool {
    guard index > 0, sentence.isFigure(index), sentence.isFigure(index - 1) else { return false }
    let (figure, earlier) = (sentence.quantities[index], sentence.quantities[index - 1])
    let opening = sentence.token(at: figure.range.lowerBound) - 1
    guard opening > 0, sentence.tokens[opening].kind == .punctuation,
      sentence.tokens[opening].hash == 0x28,
      Int(sentence.tokens[opening - 1].end) <= earlier.range.upperBound,
      figure.unit == nil || figure.unit == earlier.unit
    else { return false }
    let closing = sentence.token(at: figure.range.upperBound)
    return sentence.tokens[closing].hash == 0x29 && sentence.tokens[closing].kind == .punctuation
  }

  /// "6,4 procent (7,2 år 2020)": a figure that opens parentheses behind another one.
  func opensParenthesis(_ index: Int) -> Bool {
    guard index > 0, sentence.isFigure(index - 1) else { return false }
    let opening = sentence.token(at: sentence.quantities[index].range.lowerBound) - 1
    return opening > 0 && sentence.tokens[opening].kind == .punctuation
      && sentence.tokens[opening].hash == 0x28
      && Int(sentence.tokens[opening - 1].end) <= sentence.quantities[index - 1].range.upperBound
  }

  /// Looks, once, whether the document says that others' figures stand in parentheses: "riket inom
  /// parentes".
  mutating func askForParentheses() {
    if parenthesesAreElsewhere != nil { return }
    parenthesesAreElsewhere = minutes.text.caseless.holds(anyOf: [
      "(riket", "riket inom parentes", "riket i parentes", "medel inom parentes",
      "genomsnittet inom parentes", "parentes anges värdet för", "parentes anges riket",
      "parentes anges medel", "parentes anges snitt", "parentes anges genomsnitt",
      "parentes anges motsvarande värde för", "parentes visas riket", "parentes står riket",
    ])
  }
}
