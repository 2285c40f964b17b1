import NyckeltalModel
import NyckeltalText

/// Which part of an item a heading opens.
enum SectionHeading {
  /// The kind of a section by its heading; `nil` when the heading names no part of an item.
  ///
  /// Headings vary between municipalities; the synonyms are those of the minutes' genre.
  static func kind(_ heading: String) -> SectionKind? {
    let text = normalized(heading)
    for (prefix, kind) in prefixes where text.hasPrefix(prefix) { return kind }
    if matters.contains(text) { return .matter }
    let words = text.split(separator: " ").count
    if text.hasSuffix("förslag till beslut"), words <= 6 { return .proposal }
    if text == "beslut" || text.hasSuffix("s beslut"), words <= 7 { return .decision }
    if text.hasSuffix("beslutar"), words <= 4 { return .decision }
    return nil
  }

  /// Headings behind the matter that hold no statement about it.
  static func isAppendix(_ heading: String) -> Bool {
    let text = normalized(heading)
    return appendices.contains { text.hasPrefix($0) }
  }

  /// Whether a block can be such a heading, by its first four letters or its end.
  static func mayBe(_ text: CleanText, _ range: Range<Int>) -> Bool {
    let text = text.lowered
    var start = range.lowerBound
    while start < range.upperBound, !Byte.isLetter(text[start]), text[start] < 0x80 { start += 1 }
    if start + 4 <= range.upperBound {
      let letters = (start..<start + 4).reduce(0) { $0 << 8 | UInt32(text[$1]) }
      if beginnings.contains(letters) { return true }
    }
    var end = range.upperBound
    while end > start, !Byte.isLetter(text[end - 1]) { end -= 1 }
    return text.ends(with: "beslut", in: start..<end)
      || text.ends(with: "beslutar", in: start..<end)
  }

  private static let beginnings = Set(
    (prefixes.map(\.0) + matters + appendices).map { heading in
      heading.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
  )

  private static func normalized(_ heading: String) -> String {
    var text = heading.lowercased()
    while let last = text.last, last == ":" || last == "." || last == " " { text.removeLast() }
    // "2.1 Bakgrund"
    let body = text.drop { $0.isNumber || $0 == "." || $0 == " " }
    return String(body)
  }

  private static let prefixes: [(String, SectionKind)] = [
    ("ersättaryttrande", .deputyStatement), ("ersättaruttalande", .deputyStatement),
    ("ersättares yttrande", .deputyStatement), ("ersättarnas yttrande", .deputyStatement),
    ("yttrande från ersättare", .deputyStatement),
    ("särskilt uttalande", .specialStatement), ("särskilda uttalanden", .specialStatement),
    ("särskilt yttrande", .specialStatement), ("särskilda yttranden", .specialStatement),
    ("protokollsanteckning", .specialStatement), ("protokollsuttalande", .specialStatement),
    ("anteckning till protokollet", .specialStatement), ("röstförklaring", .specialStatement),
    ("reservation", .reservation), ("blank reservation", .reservation),
    ("beslutsgång", .procedure), ("propositionsordning", .procedure),
    ("proposition", .procedure), ("omröstning", .procedure), ("votering", .procedure),
    ("förslag till beslut", .proposal), ("förslag på sammanträdet", .proposal),
    ("yrkande", .proposal), ("tilläggsyrkande", .proposal), ("ändringsyrkande", .proposal),
    ("framlagda förslag", .proposal), ("förvaltningens förslag", .proposal),
    ("beslutsförslag", .proposal),
    ("sammanfattning", .matter), ("ärendebeskrivning", .matter),
    ("beskrivning av ärendet", .matter), ("redogörelse", .matter), ("muntlig fråga", .matter),
  ]

  private static let matters: Set<String> = [
    "ärendet", "ärende", "bakgrund", "ärendets beredning", "beredning", "inledning",
    "förvaltningens synpunkter", "förvaltningens bedömning", "förvaltningens svar",
    "förvaltningens analys", "förvaltningens kommentar", "överväganden", "svar",
    "synpunkter och förslag", "bakgrund och beskrivning", "förvaltningens synpunkter och förslag",
  ]

  private static let appendices = [
    "beslutet skickas", "beslutet expedieras", "skickas till", "expedieras", "delges",
    "beslutsunderlag", "handlingar", "bilagor", "bilaga", "kopia till", "sändlista", "underskrift",
    "vid protokollet", "justeras", "närvarande", "frånvarande", "övriga närvarande",
  ]
}
