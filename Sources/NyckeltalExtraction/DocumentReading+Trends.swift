import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// A word that tells of a development.
  private struct Trend {
    var place: Int
    var clause: Int
    var direction: Direction
    /// How it tells of it, as the rules call it.
    var form: String
  }

  /// More or fewer without a number: "Antalet platser har minskat".
  mutating func observeTrends(withFigures figures: Set<Int>) {
    if sentence.isQuestion { return }
    var stated = figures
    for trend in trends(withFigures: figures) where !stated.contains(trend.clause) {
      gatherEvidence(clause: trend.clause, place: trend.place)
      guard let draft = draft(of: trend) else { continue }
      stated.insert(trend.clause)
      let range = sentence.clauseRange(trend.clause)
      let start = sentence.range.lowerBound
      add(draft, start + range.lowerBound..<start + range.upperBound)
    }
  }

  private func trends(withFigures figures: Set<Int>) -> [Trend] {
    var trends: [Trend] = []
    for (signal, direction) in [
      (Signal.up, Direction.up), (.down, .down), (.unchanged, .unchanged),
    ] where sentence.has(signal) {
      for place in sentence.places(of: signal) {
        let clause = sentence.clause(of: place)
        guard !figures.contains(clause), let form = trendForm(place, clause) else { continue }
        trends.append(Trend(place: place, clause: clause, direction: direction, form: form))
      }
    }
    return trends
  }

  /// What a development states, by the evidence around it; `nil` where nothing of ours develops.
  private func draft(of trend: Trend) -> ObservationDraft? {
    let (place, clause) = (trend.place, trend.clause)
    let match = trendMatch(trend.form, place: place, clause: clause)
    let indicator = match.map { table.entries[$0.entry].indicator }
    // what no indicator covers must at least be counted: "antalet praktikplatser har minskat"
    let topic = indicator?.topic ?? bestTopic(unit: nil)
    let isVerb = trend.form == "verb"
    let counts = !isVerb || !signalPlaces(.counted, clause: clause).isEmpty
    // "Det är fler än i fjol", of whatever was spoken of
    let refersBack =
      trend.form == "comparative" && sentence.has(.refersBack) && context.lastFigure != nil
    guard match != nil || topic != .ovrigt && counts && (isVerb || hasOwnTopic || refersBack)
    else { return nil }
    var draft = ObservationDraft(
      kind: .trend,
      indicator: indicator?.id,
      topic: topic,
      direction: isDenied(place) ? .unchanged : trend.direction
    )
    let time = time(of: .trend, place: place, clause: clause)
    draft.period = time.period
    draft.comparedWith = time.comparedWith
    draft.group = group(clause: clause, near: place)
    draft.rules = ["trend.\(trend.form)"] + (match == nil ? [] : ["indicator.cue"]) + [time.rule]
    draft.confidence = match == nil ? 0.5 : 0.7
    return draft
  }

  /// The indicator that develops: one that the sentence names, or what was spoken of last
  /// ("Det är något fler än i fjol").
  private func trendMatch(_ form: String, place: Int, clause: Int) -> IndicatorMatch? {
    // "antalet arbetslösa ökar": not the rate
    if let unit = numberedUnit(clause: clause, place: place),
      let match = table.bestMatch(evidence, unit: unit, hasFigure: true, isChange: false),
      match.isOwn
    {
      return match
    }
    let match = table.bestMatch(evidence, unit: nil, hasFigure: false, isChange: false)
    if let match, match.isOwn { return match }
    guard form == "comparative" && sentence.has(.refersBack) || form == "apposition",
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
    if Self.infinitives.contains(token.hash),
      (max(0, place - 4)..<place).contains(where: {
        Self.going.contains(sentence.tokens[$0].hash)
      })
    {
      return "verb"
    }
    guard wishes.isEmpty, Self.comparatives.contains(token.hash) else { return nil }
    // "15 fler än 2018" has a number
    if place > 0, sentence.tokens[place - 1].kind == .number { return nil }
    // "färre än i fjol"; "en större andel kvinnor än män under året" compares groups
    let compares = sentence.quantities.indices.contains { index in
      guard sentence.quantities[index].form == .period else { return false }
      let at = sentence.places[index]
      return at > place
        && (sentence.quantities[index].periodRole == .comparison
          || signalPlaces(.than).contains { $0 > place && $0 < at && at - $0 <= 3 })
    }
    let isEarlier = (place + 1..<min(place + 4, sentence.tokens.count)).contains {
      Self.earlier.contains(sentence.tokens[$0].hash)
    }
    let than = signalPlaces(.than).first { $0 > place && $0 - place <= 2 }
    if compares || isEarlier && than != nil {
      // "beräknas till 730 hushåll, något färre än i fjol"
      return isApposition(place, clause) ? "apposition" : "comparative"
    }
    if than == nil, opensTrend(place, clause) { return "opening" }
    // "blir färre", "är lägre än i fjol"
    let before = (max(0, place - 3)..<place).map { sentence.tokens[$0].hash }
    return before.contains { Self.becoming.contains($0) } ? "becoming" : nil
  }

  private static let developments = WordSet([
    "ökar", "ökat", "ökade", "ökats", "stiger", "stigit", "steg", "växer", "vuxit", "växte",
    "minskar", "minskat", "minskade", "minskats", "sjunker", "sjunkit", "sjönk", "fallit", "föll",
    "krympt", "krymper", "tappat", "tappade", "fördubblats", "halverats", "tredubblats",
    "oförändrat", "oförändrad", "oförändrade", "samma", "lika", "ligger", "gått", "gick", "utökats",
    "utökades", "står",
    "planat", "inte", "går", "nedåt", "uppåt",
  ])
  private static let comparatives = WordSet([
    "fler", "färre", "högre", "lägre", "större", "mindre", "längre", "kortare",
  ])
  private static let infinitives = WordSet(["öka", "minska", "sjunka", "stiga", "växa"])
  /// The words shortly before "att öka": "fortsätter däremot att öka".
  private static let going = WordSet([
    "fortsätter", "fortsatte", "fortsatt", "tenderar",
  ])
  private static let becoming = WordSet(["blir", "blev", "blivit", "bli"])

  /// "avbrotten har inte blivit färre", "antalet har inte ökat".
  private func isDenied(_ place: Int) -> Bool {
    (max(0, place - 3)..<place).contains { Self.denials.contains(sentence.tokens[$0].hash) }
  }

  /// Whether a comparison stands for itself behind a figure's clause: "…, något färre än 2023".
  private func isApposition(_ place: Int, _ clause: Int) -> Bool {
    guard clause > 0, let opening = sentence.opening(clause) else { return false }
    return place - opening.token <= 1
  }

  /// "Färre hushåll söker bistånd", "allt fler väntar": a comparative that opens a main clause,
  /// with a verb behind it.
  private func opensTrend(_ place: Int, _ clause: Int) -> Bool {
    guard Self.amounts.contains(sentence.tokens[place].hash), !sentence.has(.target),
      !sentence.has(.goals), let opening = sentence.opening(clause)
    else { return false }
    let first = Self.openings.contains(opening.hash) ? opening.token + 1 : opening.token
    guard first == place || first + 1 == place && Self.steps.contains(sentence.tokens[first].hash)
    else { return false }
    let behind = place + 1..<min(place + 8, sentence.tokens.count)
    return behind.contains {
      sentence.clause(of: $0) == clause && Self.verbs.contains(sentence.tokens[$0].hash)
    }
  }

  private var hasOwnTopic: Bool {
    zip(Topic.allCases, evidence.ownTopics).contains { topic, weight in
      weight > 0 && topic != .budget && topic != .maluppfyllelse && topic != .ovrigt
    }
  }

  private static let amounts = WordSet(["fler", "färre"])
  private static let steps = WordSet(["allt", "något", "betydligt", "lite", "även"])
  private static let openings = WordSet(["och", "men", "samt", "medan", "samtidigt", "också"])
  private static let earlier = WordSet(["tidigare", "förut", "vanligt", "någonsin", "innan"])
  private static let denials = WordSet(["inte", "ej", "knappast"])
  private static let verbs = WordSet([
    "söker", "sökte", "sökt", "får", "fick", "fått", "har", "hade", "läser", "läste", "går",
    "gick", "är", "var", "behöver", "behövde", "deltar", "deltog", "lämnar", "lämnade", "kommer",
    "kom", "studerar", "väljer", "valde", "står", "stod", "väntar", "väntade", "avbryter",
    "avbröt", "skrivs", "skrevs", "anvisas", "anvisades", "blir", "blev", "klarar", "klarade",
    "börjar", "började", "hoppar", "hoppade", "arbetar", "jobbar", "uppger", "slutar", "slutade",
  ])
}
