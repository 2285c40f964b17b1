import NyckeltalModel

/// What in the words of a quote says that a figure is no outcome of its indicator, whatever it was
/// read as: a plan, a difference, a price for one, a number of a street.
struct DoubtfulWords {
  /// What the words have that is worth looking at, found in one pass.
  private struct Hints: OptionSet {
    let rawValue: UInt16
    static let planned = Hints(rawValue: 1)
    static let compared = Hints(rawValue: 2)
    static let each = Hints(rawValue: 4)
    static let months = Hints(rawValue: 8)
    static let gone = Hints(rawValue: 16)
    static let street = Hints(rawValue: 32)
    static let glued = Hints(rawValue: 64)
    static let letters = Hints(rawValue: 128)
    static let broken = Hints(rawValue: 256)
    static let waiting = Hints(rawValue: 512)
    static let monthName = Hints(rawValue: 1_024)
    static let wished = Hints(rawValue: 2_048)
    static let added = Hints(rawValue: 4_096)
    static let next = Hints(rawValue: 8_192)
  }

  private static let hints: [UInt64: Hints] = {
    let words: [(Hints, String)] = [
      (
        .planned,
        "ska skall skulle bör föreslår föreslås planeras planerar beräknas väntas prognos "
          + "prognosen prognostiseras yrkar begär ansöker"
      ),
      (.compared, "lägre högre fler färre dyrare billigare bättre sämre"),
      (.each, "per varje en ett"),
      (.months, "månaderna månader månaden"),
      (
        .monthName,
        "januari februari mars april maj juni juli augusti september oktober november december"
      ),
      (.wished, "gärna hellre föreslår föreslås yrkar borde vill"),
      (.added, "tillföra tillförs utöver mindre mer lägre högre"),
      (.next, "nästa nästkommande"),
      (.gone, "inte ej bort"),
      (.broken, "avbrott avbrotten studieavbrott studieavbrotten avhopp"),
      (.waiting, "kö kön köar köade köer köerna väntelista väntelistan reservlista reservlistan"),
    ]
    var hints: [UInt64: Hints] = [:]
    for (hint, list) in words {
      for word in list.split(separator: " ") { hints[hash(word.utf8), default: []].insert(hint) }
    }
    return hints
  }()

  /// Endings of streets' names.
  private static let streets = ["gatan", "vägen", "torget", "gränd", "allén"]
  /// What a price is for one of.
  private static let ones = [
    "plats", "person", "hushåll", "deltagare", "elev", "studerande", "månad", "timme", "invånare",
    "kurs", "dag", "vecka", "anställning", "barn", "utbildning", "insats", "ansökan", "omgång",
  ]
  private static let comparing: Set<String> = [
    "lägre", "högre", "fler", "färre", "dyrare", "billigare", "bättre", "sämre",
  ]

  /// Whether a statement's own words deny what it is read as.
  static func deny(_ observation: Observation) -> Bool {
    guard observation.value != nil || observation.lower != nil else { return false }
    let found = hints(in: observation.source.quote)
    if !found.contains(.letters) { return observation.label == nil }
    if found.contains(.glued) { return true }
    guard found != .letters else { return false }
    if found.contains(.street), isStreet(observation) { return true }
    // Those who leave or wait are not those who are there.
    let indicator = observation.indicator ?? ""
    if found.contains(.broken), !indicator.contains("avbrott") { return true }
    if found.contains(.waiting), !indicator.hasSuffix(".ko"), observation.kind == .outcome {
      return true
    }
    if isOfAnotherTime(observation, found) || isWished(observation, found) { return true }
    if isMisplaced(observation) { return true }
    let isMoney = observation.unit == .sek
    if isMoney, found.contains(.each), isForOne(observation) { return true }
    guard observation.kind == .outcome else { return false }
    if found.contains(.planned) { return true }
    if found.contains(.months), observation.period?.isWholeYear == true,
      observation.source.quote.lowercased().contains("första")
    {
      return true
    }
    guard found.contains(.compared) || isMoney && found.contains(.gone),
      let figure = FigureWords(observation), let start = figure.start
    else { return false }
    let after = figure.words[(start + 1)...].prefix(3)
    if after.contains(where: comparing.contains) { return true }
    guard isMoney else { return false }
    return after.prefix(2).contains("bort") || after.contains("inte")
  }

  /// Whether the words name a month, and it is filed under a year; or the next year, and it is filed
  /// under the document's own.
  private static func isOfAnotherTime(_ observation: Observation, _ found: Hints) -> Bool {
    guard let period = observation.period, period.isWholeYear else { return false }
    if found.contains(.next), let day = observation.documentDay,
      day / 10_000 == period.firstYear
    {
      return true
    }
    guard found.contains(.monthName), observation.kind == .outcome || observation.kind == .change
    else { return false }
    // What there is on the last day of a year is the year's figure.
    return !observation.source.quote.contains("31 december")
  }

  /// Whether a target or a grant is what somebody would like, or how much more or less it should be.
  private static func isWished(_ observation: Observation, _ found: Hints) -> Bool {
    switch observation.kind {
    case .target where found.contains(.wished): return true
    case .budget where found.contains(.wished): return true
    case .budget where found.contains(.added):
      let words = observation.source.quote.lowercased()
      return ["tillför", "utöver", "mindre än", "mer än", "lägre än", "högre än"]
        .contains { words.contains($0) } && !words.contains("varav")
    case .target:
      // "ska öka från 77" has where it stands, not where it should.
      guard let figure = FigureWords(observation), let start = figure.start, start > 0 else {
        return false
      }
      return figure.words[start - 1] == "från"
    default: return false
    }
  }

  /// Whether the label of a cell ends with a number: the columns of the table were not told apart.
  private static func isMisplaced(_ observation: Observation) -> Bool {
    guard let label = observation.label, let comma = label.firstIndex(of: ",") else { return false }
    guard let last = label[..<comma].split(separator: " ").last, last.allSatisfy(\.isNumber) else {
      return false
    }
    return last.count != 4
  }

  /// Whether an amount is the price of one: "per plats", "för en utbildningsomgång".
  private static func isForOne(_ observation: Observation) -> Bool {
    guard let figure = FigureWords(observation) else { return false }
    return zip(figure.words, figure.words.dropFirst()).contains { word, next in
      ["per", "varje", "en", "ett"].contains(word) && ones.contains { next.hasSuffix($0) }
    }
  }

  private static func isStreet(_ observation: Observation) -> Bool {
    guard let figure = FigureWords(observation), let start = figure.start, start > 0 else {
      return false
    }
    return streets.contains { figure.words[start - 1].hasSuffix($0) }
  }

  /// Looks over a quote once: its words by their hashes, and where figures touch words.
  private static func hints(in quote: String) -> Hints {
    var found: Hints = []
    var hash = start
    var length = 0
    var (before, last): (UInt8, UInt8) = (0, 0)
    var isLargeLast = false
    func endWord() {
      if length > 1, let hint = hints[hash] { found.insert(hint) }
      (hash, length) = (start, 0)
    }
    for byte in quote.utf8 {
      var byte = byte
      let isLarge = (0x41...0x5A).contains(byte)
      if isLarge { byte |= 0x20 }
      let isLetter = (0x61...0x7A).contains(byte) || byte >= 0xC3 && byte != 0xE2
      let isDigit = (0x30...0x39).contains(byte)
      if isLetter { found.insert(.letters) }
      // A word right before a figure may be a street's name.
      if isDigit, last == 0x20, (0x61...0x7A).contains(before) { found.insert(.street) }
      // "688Minst", "61 %66 %"
      if last == 0x25, isDigit || isLetter { found.insert(.glued) }
      if isLetter, !isLarge, isLargeLast, (0x30...0x39).contains(before) { found.insert(.glued) }
      isLargeLast = isLarge
      if isLetter || byte >= 0x80 && byte != 0xA0 {
        hash = (hash ^ UInt64(byte)) &* prime
        length += 1
      } else {
        endWord()
      }
      (before, last) = (last, byte)
    }
    endWord()
    return found
  }

  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(start) { ($0 ^ UInt64($1)) &* prime }
  }
}
