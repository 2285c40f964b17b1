import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// How a figure without words of its own refers to the one before it.
extension DocumentReading {
  /// "I maj fanns 295": a number behind a verb that only says that there are so many.
  func exists(_ place: Int) -> Bool {
    place > 0 && Self.existence.contains(sentence.tokens[place - 1].hash)
  }

  /// "kvinnor 6 %": a share of which only the group is named goes on about the share before it.
  func isShareOfGroup(_ figure: Quantity, place: Int) -> Bool {
    guard figure.unit == .percent, context.lastFigure?.unit == .percent,
      group(clause: sentence.clause(of: place), near: place) != nil
    else { return false }
    return zip(Topic.allCases, evidence.ownTopics).allSatisfy { $0 == .unga || $1 == 0 }
  }

  /// Whether a sentence adds up what was told before.
  var sumsUp: Bool {
    sentence.tokens.prefix(12).contains { Self.sums.contains($0.hash) }
  }

  private static let existence = WordSet(["fanns", "finns"])
  private static let sums = WordSet(["tillsammans", "sammantaget", "sammanlagt"])
}
