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
    var places = signalPlaces(.howMany)
    // an item of a list of questions: "Antalet hushåll som …"
    if places.isEmpty, context.listAsks, let first = sentence.opening(0),
      Self.counted.contains(first.hash)
    {
      places = [first.token]
    }
    guard let first = places.first else { return }
    let asks =
      sentence.isQuestion || context.listAsks
      || signalPlaces(.asksFor).contains { $0 < first && first - $0 <= 14 }
    guard asks else { return }
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
      // a question of a letter is about what the letter is about
      if draft.topic == .ovrigt { draft.topic = commonTopic ?? .ovrigt }
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

  /// The period that a question names; what stands before it is about the asking.
  private func statedTime(place: Int, clause: Int) -> TimeReading? {
    let named = sentence.quantities.indices.filter {
      sentence.quantities[$0].form == .period && sentence.places[$0] > place
        && sentence.quantities[$0].period != nil
    }
    guard let first = named.first else { return nil }
    return TimeReading(period: sentence.quantities[first].period, rule: "period.sentence")
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
        let match = trendMatch(form)
        let indicator = match.map { table.entries[$0.entry].indicator }
        // what no indicator covers must at least be counted: "antalet praktikplatser har minskat"
        let topic = indicator?.topic ?? bestTopic(unit: nil)
        guard match != nil || topic != .ovrigt && !signalPlaces(.counted, clause: clause).isEmpty
        else { continue }
        seen.insert(clause)
        var draft = ObservationDraft(
          kind: .trend,
          indicator: indicator?.id,
          topic: topic,
          direction: direction
        )
        let time = time(of: .trend, place: place, clause: clause)
        draft.period = time.period
        draft.comparedWith = time.comparedWith
        draft.group = group(clause: clause, near: place)
        draft.rules = ["trend.\(form)"] + (match == nil ? [] : ["indicator.cue"]) + [time.rule]
        draft.confidence = match == nil ? 0.5 : 0.7
        let range = sentence.clauseRange(clause)
        let start = sentence.range.lowerBound
        add(draft, start + range.lowerBound..<start + range.upperBound)
      }
    }
  }

  /// The indicator that develops: one that the sentence names, or what was spoken of last
  /// ("Det är något fler än i fjol").
  private func trendMatch(_ form: String) -> IndicatorMatch? {
    let match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false)
    if let match, match.isOwn { return match }
    guard form == "comparative", sentence.has(.refersBack),
      let id = context.lastFigure?.indicator,
      let entry = table.entryOf[id]
    else { return nil }
    return IndicatorMatch(entry: entry, score: Nearness.paragraph, isOwn: true)
  }

  /// How the words tell of a development; `nil` where they tell of a wish or compare groups.
  private func trendForm(_ place: Int, _ clause: Int) -> String? {
    let token = sentence.tokens[place]
    let wishes = signalPlaces(.intention, clause: clause)
    if Self.developments.contains(token.hash) {
      return wishes.contains { $0 < place && place - $0 <= 2 } ? nil : "verb"
    }
    if Self.infinitives.contains(token.hash), place >= 2,
      Self.going.contains(sentence.tokens[place - 2].hash)
    {
      return "verb"
    }
    guard wishes.isEmpty, Self.comparatives.contains(token.hash) else { return nil }
    // "färre än i fjol"; "en större andel kvinnor än män under året" compares groups
    let compares = sentence.quantities.indices.contains { index in
      guard sentence.quantities[index].form == .period else { return false }
      let at = sentence.places[index]
      return at > place
        && (sentence.quantities[index].periodRole == .comparison
          || signalPlaces(.than).contains { $0 > place && $0 < at && at - $0 <= 3 })
    }
    if compares { return "comparative" }
    // "blir färre", "är lägre än i fjol"
    let before = (max(0, place - 3)..<place).map { sentence.tokens[$0].hash }
    return before.contains { Self.becoming.contains($0) } ? "becoming" : nil
  }

  private static let counted = WordSet(["antal", "antalet", "andel", "andelen"])
  private static let developments = WordSet([
    "ökar", "ökat", "ökade", "ökats", "stiger", "stigit", "steg", "växer", "vuxit", "växte",
    "minskar", "minskat", "minskade", "minskats", "sjunker", "sjunkit", "sjönk", "fallit", "föll",
    "krympt", "krymper", "tappat", "tappade", "fördubblats", "halverats", "tredubblats",
    "oförändrat", "oförändrad", "oförändrade", "gått", "gick", "utökats", "utökades", "står",
    "planat", "inte", "går", "nedåt", "uppåt",
  ])
  private static let comparatives = WordSet([
    "fler", "färre", "högre", "lägre", "större", "mindre", "längre", "kortare",
  ])
  private static let infinitives = WordSet(["öka", "minska", "sjunka", "stiga", "växa"])
  /// The words two before "att öka": "fortsätter att öka".
  private static let going = WordSet([
    "fortsätter", "fortsatte", "fortsatt", "tenderar",
  ])
  private static let becoming = WordSet(["blir", "blev", "blivit", "bli"])
}
