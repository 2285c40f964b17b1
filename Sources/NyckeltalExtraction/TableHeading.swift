import NyckeltalModel
import NyckeltalText

/// What the words of a column's heading say that its figures are.
///
/// A heading that names no kind, time, unit or counted thing says nothing, and one that names
/// several kinds does not tell which.
struct TableHeading {
  enum Meaning: Equatable {
    case kind(ObservationKind)
    /// A difference to the budget; whether of what is expected.
    case deviation(isForecast: Bool)
    case change
    case assessment
    /// The unit of each row.
    case unit
    /// Of the place that the heading names, "Riket".
    case elsewhere
    /// Nothing but times, units and words for all or a part of what is counted.
    case plain
    /// What is no figure, or a figure of figures: "Kommentar", "Andel av budget".
    case ignored
    case unknown
    /// Of several kinds, none of which is told to be the column's.
    case unclear
  }

  var meaning: Meaning
  /// The words that are neither times nor units nor of its meaning.
  var rest: [String] = []

  /// Reads a heading.
  init(_ heading: String) {
    let words = Self.words(heading.lowercased())
    let kinds = Self.kinds(of: words)
    rest = words.filter { Self.part(of: $0) == nil && !Self.isEmpty($0) }
    meaning = Self.meaning(words, kinds, rest, heading: heading)
  }

  private static func meaning(
    _ words: [String],
    _ kinds: [ObservationKind],
    _ rest: [String],
    heading: String
  ) -> Meaning {
    func has(_ stems: [StaticString]) -> Bool {
      words.contains { word in stems.contains { word.begins(with: $0) } }
    }
    if words == ["enhet"] || words == ["måttenhet"] || words == ["sort"] { return .unit }
    if let first = words.first, ignored.contains(where: { first.begins(with: $0) }) {
      return .ignored
    }
    if words.contains(where: { isAssessment($0) }) {
      // "Bedömt utfall" is expected
      return .assessment
    }
    if words.contains(where: { $0.holds("avvik") }) || has(["överskott", "underskott"]) {
      return isShare(words) ? .ignored : .deviation(isForecast: words.contains { isForecast($0) })
    }
    if has(["förändr", "ökning", "minskning"]) || heading == "+/-" { return .change }
    if let kind = kinds.first {
      // "Utfall i % av budget" is a figure of figures
      if Set(kinds).count > 1 {
        // "Utfall Prognos 2023 2023": the headings of two columns
        if words.count(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) }) > 1 {
          return .unclear
        }
        return Set(kinds) == [.forecast, .outcome] ? .kind(.forecast) : .unclear
      }
      return isShare(words) && words.contains("av") ? .ignored : .kind(kind)
    }
    if isShare(words), words.contains("av"), words.contains(where: { $0.begins(with: "total") }) {
      return .ignored
    }
    if words.contains("sverige")
      || places.contains(where: { name in words.contains { $0.begins(with: name) } })
    {
      return .elsewhere
    }
    return rest.isEmpty ? .plain : .unknown
  }

  /// The words of a heading, without marks; "KF:s" is one.
  private static func words(_ heading: String) -> [String] {
    heading.replacing("t o m", with: "tom").split {
      !$0.isLetter && !$0.isNumber && $0 != "%" && $0 != ":" && $0 != "."
    }
    .map { $0.trimming { $0 == "." || $0 == ":" } }.filter { !$0.isEmpty }.map(String.init)
  }

  private static func kinds(of words: [String]) -> [ObservationKind] {
    var kinds: [ObservationKind] = []
    for (index, word) in words.enumerated() {
      guard let kind = part(of: word) else { continue }
      // "KF:s mål", "enligt budget", "mot budget" are of what stands before them
      if index > 0, ["mot", "från"].contains(words[index - 1]), !kinds.isEmpty {
        return kinds + [kind]
      }
      kinds.append(kind)
    }
    return kinds
  }

  /// The kind that a word or the last part of a compound names: "årsbudget", "budgetutfall".
  private static func part(of word: String) -> ObservationKind? {
    if isForecast(word) { return .forecast }
    if outcomes.contains(where: { word.begins(with: $0) }) || word.hasSuffix("utfall")
      || word.hasSuffix("utfallet")
    {
      return .outcome
    }
    if isTarget(word) { return .target }
    if budgets.contains(where: { word.begins(with: $0) }) || word.hasSuffix("budget")
      || word.hasSuffix("ram") && word != "program" || word.hasSuffix("anslag")
    {
      return .budget
    }
    return nil
  }

  private static func isForecast(_ word: String) -> Bool {
    word.holds("prognos") || forecasts.contains { word.begins(with: $0) } || word == "progn"
  }

  private static func isTarget(_ word: String) -> Bool {
    if notTargets.contains(where: { word.begins(with: $0) }) { return false }
    return word.begins(with: "mål") || word.hasSuffix("mål") || word.hasSuffix("målet")
      || word.holds("målvärde") || word.holds("målnivå")
      || targets.contains { word.begins(with: $0) }
  }

  private static func isAssessment(_ word: String) -> Bool {
    word.holds("bedömning") && word != "helårsbedömning" || word.holds("måluppfyl")
      || word.begins(with: "status") || word.begins(with: "uppfyl") || word.begins(with: "uppnå")
  }

  private static func isShare(_ words: [String]) -> Bool {
    words.contains { $0 == "%" || $0 == "procent" || $0 == "andel" || $0 == "procentuell" }
  }

  /// Whether a word says nothing of what is counted: a time, a unit, "antal", "totalt".
  private static func isEmpty(_ word: String) -> Bool {
    word.allSatisfy { $0.isNumber || $0 == "%" || $0 == "." } || plain.contains(word)
      || word.count <= 3 && word.first.map { "tqkh".contains($0) } == true
        && word.dropFirst().allSatisfy(\.isNumber)
      || months.contains(word)
      || plainStems.contains { word.begins(with: $0) }
  }

  private static let ignored: [StaticString] = [
    "diff", "kommentar", "skillnad", "ansvar", "nr", "anmärkning", "källa", "trend", "periodicitet",
    "frekvens", "startdat", "slutdat", "datum", "mätmetod", "mätning", "metod", "analys", "index",
    "id",
    "vikt", "rang", "rank", "indikator", "nyckeltal", "mått", "aktivitet", "åtgärd",
  ]
  private static let outcomes: [StaticString] = [
    "utfall", "bokslut", "faktisk", "verklig", "redovis", "resultat", "nuläge", "nuvärde",
    "mätvärde", "förbruk", "upparbet", "utbetal", "hittills", "ack",
  ]
  private static let forecasts: [StaticString] = [
    "beräkna", "förvänta", "vänta", "uppskatta", "bedömt", "bedömd", "helårsbedömning",
    "framskriv",
  ]
  private static let targets: [StaticString] = [
    "plan", "riktvärde", "ambition", "börvärde", "etappmål",
  ]
  private static let notTargets: [StaticString] = [
    "målgrupp", "målområde", "måluppf", "målsman", "program", "planering",
  ]
  private static let budgets: [StaticString] = [
    "budget", "anslag", "kommunbidrag",
  ]
  private static let places: [StaticString] = [
    "riket", "rikets", "rikssnitt", "riksgenomsnitt", "hela landet", "länet", "regionen",
    "genomsnittskommun", "kommungrupp", "jämförelse", "kranskommun",
  ]
  private static let months: Set<String> = [
    "jan", "feb", "febr", "mar", "mars", "apr", "april", "maj", "jun", "juni", "jul", "juli", "aug",
    "sep", "sept", "okt", "nov", "dec", "januari", "februari", "augusti", "september", "oktober",
    "november", "december",
  ]
  private static let plain: Set<String> = [
    "antal", "antalet", "andel", "andelen", "totalt", "total", "summa", "samtliga", "alla", "st",
    "stycken", "procent", "procentenheter", "enheter", "tkr", "kkr", "ksek", "tsek", "mnkr", "mkr",
    "msek", "mdkr", "kr", "kronor", "sek", "tusental", "miljoner", "miljarder", "tusen", "månader",
    "dagar", "i", "per", "den", "till", "och", "med", "t.o.m", "tom", "fr.o.m", "av", "under",
    "för", "år", "året", "årets", "helår", "helåret", "period", "perioden", "periodens", "tertial",
    "kvartal", "halvår", "månad", "månaden", "vt", "ht", "våren", "hösten", "föregående", "förra",
    "fjol", "samma", "snitt", "medel", "medelvärde", "genomsnitt", "kvinnor", "män", "kvinna",
    "man", "flickor", "pojkar", "tjejer", "killar", "varav", "därav", "ej", "avrundat", "värde",
    "senaste", "preliminär", "preliminärt", "kommunen", "kommun", "staden", "nämnden",
  ]
  private static let plainStems: [StaticString] = ["genomsnitt", "könsupp"]
}
