/// A structural word of the rules: several spellings may be one.
enum Word: UInt16, Sendable {
  case none, one, of, the, this, and, or, to, between, from, within, upon, per, under, over, forWord
  case about, with, than, against, at, since, after, before, ahead, latest
  case minus, plus, half, halfHour, comma, tal, respectively, partOf, each, everySecond, times, so
  case more, fewer, higher, lower, that, count, share, whole, recent, previous, corresponding
  case same, period, soFar, lastYearIdiom, thisYear, next, start, tertial, quarter, halfYear, term
  case partYear, letterT, letterQ, letterH, springTerm, autumnTerm, schoolYear, mandate, age
  case year, theYear, theYears, yearOf, older, younger, upwards, compared, comparison, relation
  case krona, ore, percent, percentUnit, pieces, first, second, last, clock, week, kapitel
  case turn, isWord, has, only, times24, fraction, quarterHour, everyone, divided, colonA
  case sek, currencyBefore, notWord, least, most, fewest, also, allOf, pair, nothing, such
  case season, month, endWord, beginning, middle, dozen, http, deputy, euro, kilo, mega, giga, small
  case inclusive, untilWord, day, decadeSuffix, agedSuffix, agedNoun, percentSuffix, newWord
  case talk, doubled, halfTail, spring, tertialReport, weekday, idiomHand, estimate, unitWordA,
    unitWordE, threeQuarters
}

/// What a word can do in the rules.
struct Roles: OptionSet, Sendable {
  let rawValue: UInt32
  /// The reader stops at it.
  static let trigger = Roles(rawValue: 1 << 0)
  /// A cardinal: "tolv".
  static let cardinal = Roles(rawValue: 1 << 1)
  /// A word that multiplies: "hundra", "tusen", "miljoner".
  static let scale = Roles(rawValue: 1 << 2)
  /// An ordinal: "tredje".
  static let ordinal = Roles(rawValue: 1 << 3)
  /// The parts of a fraction: "tredjedelar".
  static let parts = Roles(rawValue: 1 << 4)
  /// No noun or adjective: ends the search for a unit.
  static let function = Roles(rawValue: 1 << 5)
  /// A number after it is a name, whatever follows: "bilaga 2".
  static let reference = Roles(rawValue: 1 << 6)
  /// A number after it is a name unless a unit follows: "mål 3".
  static let weakReference = Roles(rawValue: 1 << 7)
  /// A rise.
  static let up = Roles(rawValue: 1 << 8)
  /// A fall.
  static let down = Roles(rawValue: 1 << 9)
  /// Millions near it are kronor.
  static let money = Roles(rawValue: 1 << 10)
  /// A month's name; ``Lexeme/small`` is its number.
  static let month = Roles(rawValue: 1 << 11)
  /// A season: ``Lexeme/small`` is 1 spring, 2 summer, 3 autumn, 4 winter.
  static let season = Roles(rawValue: 1 << 12)
  /// A season that is over: "i somras".
  static let pastSeason = Roles(rawValue: 1 << 13)
  /// A word that counts or names a period: "tertialen".
  static let periodNoun = Roles(rawValue: 1 << 14)
  /// So many times as much: "fördubblats".
  static let multiple = Roles(rawValue: 1 << 15)
  /// "ett tiotal".
  static let collective = Roles(rawValue: 1 << 16)
  /// A phone, post or account number follows.
  static let longCode = Roles(rawValue: 1 << 17)
  /// A product or a plan: "Windows 10", "Agenda 2030".
  static let name = Roles(rawValue: 1 << 18)
  /// hälften.
  static let halfShare = Roles(rawValue: 1 << 19)
  /// A time of day follows.
  static let clock = Roles(rawValue: 1 << 20)
  /// A month or another period in the definite form or with "i": no year of its own.
  static let glued = Roles(rawValue: 1 << 21)
}

/// A word of the lexicon with all that it can mean.
struct Lexeme: Sendable {
  var code: Word = .none
  var roles: Roles = []
  /// The value of a cardinal, an ordinal, a scale, the parts of a fraction or a multiple.
  var number: Double = 0
  /// A month, a season or another small number.
  var small: UInt8 = 0
  /// The unit that it names, from 1; 0 for none.
  var unit: UInt16 = 0
  /// The qualifier phrases that end with it.
  var phrases: Range<UInt16> = 0..<0
  /// The qualifier phrases that begin with it, behind a figure.
  var phrasesBehind: Range<UInt16> = 0..<0
}

/// A word read from its parts: "femtontusen", "tjugofemte", "treåriga".
enum GluedForm: UInt16, Sendable {
  case cardinal = 1
  case ordinal
  case parts
  case years
  case aged
  case percent
  static let last: UInt16 = 6
}
