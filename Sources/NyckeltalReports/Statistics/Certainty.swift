public import NyckeltalModel

extension Observation {
  /// The probability from which a reading counts as sure, unless a report is given another.
  public static let usualSureConfidence = 0.8

  /// Whether the observation is sure enough to be a key figure, a headline or part of a comparison:
  /// read with so much confidence, or corrected or verified by hand.
  ///
  /// What is stated only to be denied is never sure to be the speaker's own figure:
  ///
  ///     avbrotten är inte 24 procent utan 31 procent
  public func isSure(from limit: Double) -> Bool {
    if let correction { return !correction.isRejected }
    if isVerified { return true }
    return confidence >= limit && !isDenied && !isReported
  }

  /// Whether it is a judgement that others are said to make, not the speaker's own.
  ///
  ///     ändå redovisas målen som uppfyllda
  var isReported: Bool {
    guard kind == .assessment, isSpoken else { return false }
    let words = source.quote.lowercased()
    return ["redovisa", "påstå", "sägs", "säger", "hävda", "beskriv"].contains {
      words.contains($0)
    }
  }

  /// Whether a quote has "inte" or "ej" in it at all: few have, and only those are looked into.
  private static func hasNegation(_ quote: String) -> Bool {
    var before: (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in quote.utf8 {
      // "nte" of "inte", "ej "
      if byte == 0x65, before.2 == 0x74, before.1 == 0x6E { return true }
      if byte == 0x20, before.2 == 0x6A, before.1 == 0x65 { return true }
      before = (before.1, before.2, byte)
    }
    return false
  }

  /// Whether the words right before the figure deny it.
  var isDenied: Bool {
    guard value != nil, Self.hasNegation(source.quote), let figure = FigureWords(self),
      let start = figure.start
    else {
      return false
    }
    let before = figure.words[..<start]
    guard let last = before.last else { return false }
    return last == "inte" || last == "ej"
      || before.count > 1 && ["till", "på", "är"].contains(last) && before.dropLast().last == "inte"
  }
}

extension Fact {
  /// Whether at least one of its statements is sure.
  func isSure(from limit: Double) -> Bool { statements.contains { $0.isSure(from: limit) } }
}
