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

  /// Whether it repeats what was asked only to say that it cannot be told, and asks for nothing.
  ///
  ///     Hur många som kombinerar studier med praktik kan inte tas fram ur systemet
  var saysThatItCannotBeTold: Bool {
    guard kind == .request, !source.quote.hasSuffix("?") else { return false }
    let words = source.quote.lowercased()
    return [" kan inte ", " går inte ", " framgår inte", " kan ej "].contains { words.contains($0) }
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
  /// Whether at least one of its statements is sure, or several documents bear each other out.
  func isSure(from limit: Double) -> Bool {
    statements.contains { $0.isSure(from: limit) } || isBorneOut(from: limit)
  }

  /// Whether documents of different days state the same figure of the same indicator and period, so
  /// that it is unlikely that all of them are misread.
  ///
  /// Each must be more likely right than wrong by itself: a figure that two reports have misread alike
  /// is rare, one that both have by chance rarer still.
  private func isBorneOut(from limit: Double) -> Bool {
    guard statements.count > 1, indicator != nil, period != nil, kind.isFigure,
      measure?.value?.magnitude ?? 0 >= 10
    else { return false }
    var best: [String: Double] = [:]
    for statement in statements
    where statement.confidence >= 0.5 && !statement.isDenied && !statement.isReported {
      guard let date = statement.source.date else { continue }
      best[date] = max(best[date] ?? 0, statement.confidence)
    }
    guard best.count > 1 else { return false }
    return 1 - best.values.reduce(1) { $0 * (1 - $1) } >= limit
  }
}
