import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What a row of a table is about: its own words before those around it.
extension DocumentReading {
  /// Gathers the evidence for a cell from its label, its column's heading and what stands above.
  mutating func gatherRowEvidence(
    _ label: RowLabel,
    _ column: TableColumn,
    _ above: TableSurroundings
  ) {
    gatherEvidence(clause: nil, place: nil)
    addEvidence(above.named, weight: Nearness.sentence)
    addEvidence(above.heading, weight: Nearness.sentence)
    addEvidence(label.phrases + column.phrases)
  }

  /// The fields of work that the label just read names itself.
  mutating func ownFields(_ phrases: [Int]) -> [Topic] {
    topics(of: sentence.hits.map(\.phrase) + phrases).filter(\.isField)
  }

  /// Whether money is what one of something costs, "Kostnad per deltagare", "kr/inv", which is no
  /// whole; not what a month or a year costs.
  static func isPerUnit(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "/" }
    for (index, word) in words.enumerated() {
      if word == "per", index + 1 < words.count, !isTimeOfCost(words[index + 1]) { return true }
      let parts = word.split(separator: "/")
      if parts.count == 2, perUnits.contains(where: { parts[1].hasPrefix($0) }) { return true }
    }
    return false
  }

  private static func isTimeOfCost(_ word: Substring) -> Bool {
    word.hasPrefix("månad") || word.hasPrefix("år") || word.hasPrefix("tertial")
      || word.hasPrefix("kvartal") || word.hasPrefix("den")
  }

  private static let perUnits = ["inv", "hush", "plats", "deltag", "elev", "person", "heltid"]

  /// The indicator that a row and its column name, else the one around them: not one of another
  /// field than the label's own, and none for a part that is no part of the population.
  mutating func rowMatch(
    _ unit: FigureUnit?,
    _ label: RowLabel,
    _ column: TableColumn,
    _ above: TableSurroundings
  ) -> IndicatorMatch? {
    var match = ownMatch(unit)
    // money near a word above the table may be anything
    if match?.isOwn == false, unit == .sek { match = nil }
    if unit == .sek, !label.isWhole, let found = match { match = partMatch(found, label) }
    if let found = match {
      let topic = table.entries[found.entry].indicator.topic
      let isForeign =
        !label.fields.isEmpty && topic.isField && !label.fields.contains(topic)
        && !table.isNear(topic, label.fields)
      if isForeign || label.isPart && !label.isOfGroup {
        match = labelMatch(unit, column)
        gatherRowEvidence(label, column, above)
      }
    }
    // "Uppdelat på enheter:" above rows of shares goes on about the share just told
    if match == nil, let last = above.introduced, last.unit == unit, unit != nil {
      match = last.indicator.flatMap { table.entryOf[$0] }.map {
        IndicatorMatch(entry: $0, score: Nearness.paragraph, isOwn: false)
      }
    }
    return match
  }

  /// The indicator that a label names for itself.
  private mutating func labelMatch(_ unit: FigureUnit?, _ column: TableColumn) -> IndicatorMatch? {
    evidence.begin()
    for hit in sentence.hits {
      addEvidence([hit.phrase], weight: Nearness.clause + 0.3 * Double(hit.length - 1))
    }
    addEvidence(column.phrases)
    return ownMatch(unit)
  }

  /// Whether a label behind "varav" names nothing but a part of the population: "kvinnor",
  /// "18–24 år", "utrikes födda".
  var namesGroupOnly: Bool {
    let hasAges = sentence.quantities.contains { $0.form == .ageRange }
    let isGroup = sentence.hits.contains { table.signs[$0.phrase].isGroup }
    guard hasAges || isGroup else { return false }
    let counts = sentence.hits.contains { hit in
      !table.signs[hit.phrase].isGroup
        && table.phrases[hit.phrase].roles.contains {
          switch $0 {
          case .term, .topic: true
          case .group, .signal: false
          }
        }
    }
    return !counts
  }
}

extension CueTable {
  /// Whether a topic is a part of another one that is named, as sfi is of adult education.
  func isNear(_ topic: Topic, _ fields: [Topic]) -> Bool {
    let school: Set<Topic> = [.sfi, .vuxenutbildning]
    let work: Set<Topic> = [.arbetstraning, .jobbtorg, .visstidsanstallning, .arbetsloshet]
    return [school, work].contains { $0.contains(topic) && !$0.isDisjoint(with: fields) }
  }
}
