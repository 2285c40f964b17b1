import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Whether a sentence before a list asks for answers to the list's items.
  var asksForAnswers: Bool {
    sentence.has(.asksFor) || sentence.has(.howMany)
      || sentence.isQuestion
  }

  // MARK: Requests

  /// Questions that ask for a figure: "Hur många …?", "redovisa hur många …".
  mutating func observeRequests() {
    let places = signalPlaces(.howMany)
    let asks =
      sentence.isQuestion || context.listAsks || sentence.has(.asksFor)
      || sentence.has(.intention)
    guard asks, !places.isEmpty else { return }
    for (number, place) in places.enumerated() {
      let clause = sentence.clause(of: place)
      gatherEvidence(clause: clause, place: nil)
      let match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false)
      let own = match?.isOwn == true ? match : nil
      var draft = ObservationDraft(
        kind: .request,
        indicator: own.map { table.entries[$0.entry].indicator.id },
        topic: own.map { table.entries[$0.entry].indicator.topic } ?? bestTopic(unit: nil)
      )
      let time = statedTime(place: place, clause: clause)
      draft.period = time?.period
      draft.group = group(clause: clause, near: place)
      draft.rules = ["request.how-many"] + (own == nil ? [] : ["indicator.cue"])
      draft.confidence = own == nil ? 0.6 : 0.85
      if context.speakers.isEmpty, !context.item.authors.isEmpty {
        draft.speakers = context.item.authors
      }
      let end = number + 1 < places.count ? Int(sentence.tokens[places[number + 1]].start) : nil
      add(draft, requestRange(from: place, to: end))
    }
  }

  private func requestRange(from place: Int, to end: Int?) -> Range<Int> {
    let start = sentence.range.lowerBound
    let first = start + Int(sentence.tokens[place].start)
    guard let end else { return first..<sentence.range.upperBound }
    var last = start + end
    while last > first, minutes.text.bytes[last - 1] <= 0x20 || minutes.text.bytes[last - 1] == 0x2C
    {
      last -= 1
    }
    return first..<last
  }

  private func statedTime(place: Int, clause: Int) -> TimeReading? {
    let reading = time(of: .request, place: place, clause: clause)
    return reading.rule == "period.clause" || reading.rule == "period.sentence" ? reading : nil
  }

  // MARK: Trends

  /// More or fewer without a number: "Antalet platser har minskat".
  mutating func observeTrends(withFigures figures: Set<Int>) {
    if sentence.isQuestion { return }
    var seen: Set<Int> = []
    for (signal, direction) in [
      (Signal.up, Direction.up), (.down, .down), (.unchanged, .unchanged),
    ] {
      for place in signalPlaces(signal) {
        let clause = sentence.clause(of: place)
        guard !seen.contains(clause), !figures.contains(clause),
          let form = trendForm(place, clause)
        else { continue }
        gatherEvidence(clause: clause, place: place)
        guard let match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false),
          match.isOwn
        else { continue }
        seen.insert(clause)
        let indicator = table.entries[match.entry].indicator
        var draft = ObservationDraft(
          kind: .trend,
          indicator: indicator.id,
          topic: indicator.topic,
          direction: direction
        )
        let time = time(of: .trend, place: place, clause: clause)
        draft.period = time.period
        draft.comparedWith = time.comparedWith
        draft.group = group(clause: clause, near: place)
        draft.rules = ["trend.\(form)", "indicator.cue", time.rule]
        draft.confidence = 0.7
        let range = sentence.clauseRange(clause)
        let start = sentence.range.lowerBound
        add(draft, start + range.lowerBound..<start + range.upperBound)
      }
    }
  }

  /// How the words tell of a development; `nil` where they tell of a wish or compare groups.
  private func trendForm(_ place: Int, _ clause: Int) -> String? {
    if !signalPlaces(.intention, clause: clause).isEmpty { return nil }
    let token = sentence.tokens[place]
    if Self.developments.contains(token.hash) { return "verb" }
    guard Self.comparatives.contains(token.hash) else { return nil }
    let compares = sentence.quantities.contains {
      $0.form == .period && $0.periodRole == .comparison
    }
    if compares { return "comparative" }
    // "blir färre", "är lägre än i fjol"
    let before = (max(0, place - 3)..<place).map { sentence.tokens[$0].hash }
    return before.contains { Self.becoming.contains($0) } ? "becoming" : nil
  }

  private static let developments: Set<UInt64> = hashes([
    "ökar", "ökat", "ökade", "ökats", "stiger", "stigit", "steg", "växer", "vuxit", "växte",
    "minskar", "minskat", "minskade", "minskats", "sjunker", "sjunkit", "sjönk", "fallit", "föll",
    "krympt", "krymper", "tappat", "tappade", "fördubblats", "halverats", "tredubblats",
    "oförändrat", "oförändrad", "oförändrade", "gått", "gick", "utökats", "utökades", "står",
  ])
  private static let comparatives: Set<UInt64> = hashes([
    "fler", "färre", "högre", "lägre", "större", "mindre", "längre", "kortare",
  ])
  private static let becoming: Set<UInt64> = hashes(["blir", "blev", "blivit", "bli"])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordHash($0).value })
  }
}
