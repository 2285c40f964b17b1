import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// What a row says that its figures are, where the columns name only periods.
  func labelKind(_ label: String, unit: FigureUnit, hasTarget: Bool) -> ObservationKind {
    let lower = label.lowercased()
    if lower.begins(with: "prognos") { return .forecast }
    if unit == .sek {
      let words = lower.split { !$0.isLetter }
      if lower.begins(with: "budget"), !lower.holds("avvik") { return .budget }
      if words.contains(where: { Self.frames.contains(String($0)) }) { return .budget }
      if words.contains(where: { Self.raises.contains(String($0)) || $0.hasSuffix("ökning") })
        || Self.isCut(label)
      {
        return .change
      }
    }
    return hasTarget ? .target : .outcome
  }

  private static let frames: Set<String> = [
    "ram", "budgetram", "kommunbidrag", "anslag", "nettoram", "driftram", "nettobudget",
  ]
  private static let raises: Set<String> = [
    "utökning", "uppräkning", "förstärkning", "tillskott", "satsning", "höjning",
  ]

  private static func isCut(_ label: String) -> Bool {
    label.lowercased().split { !$0.isLetter }.contains { word in
      ["effektivisering", "besparing", "neddragning", "sparkrav", "rationalisering", "sänkning"]
        .contains(String(word)) || word.hasSuffix("minskning")
    }
  }

  /// Which way a change goes: by its sign, or as the label says.
  func direct(_ draft: inout ObservationDraft, _ label: String) {
    guard let value = draft.measure?.value else { return }
    draft.direction = value < 0 || Self.isCut(label) ? .down : .up
    draft.measure?.value = abs(value)
  }

  /// What a table counts, by the heading of its labels and the words just above it.
  mutating func countedAbove(_ table: Table, _ labels: Int) -> FigureUnit? {
    if labels < table.header.count, !table.header[labels].isEmpty {
      readHeading(table.header[labels])
      if let unit = cellReading.countedUnit { return unit }
    }
    for phrases in [context.paragraphPhrases, context.headingPhrases] {
      for phrase in phrases {
        if let unit = SentenceReading.countedUnit(self.table.signs[phrase].signals) { return unit }
      }
    }
    return nil
  }
}
