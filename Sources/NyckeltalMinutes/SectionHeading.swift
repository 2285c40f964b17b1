import NyckeltalModel
import NyckeltalText

/// A line that may be the heading of an item's part.
struct SectionHeading {
  /// The line in lower case, without a number before it and signs behind it.
  private let text: ArraySlice<UInt8>

  /// Reads a line.
  init(_ line: String) { text = Self.normalized(line) }

  /// The kind of section that it opens; `nil` when it names no part of an item.
  ///
  /// Headings vary between municipalities; the synonyms are those of the minutes' genre.
  var kind: SectionKind? {
    if Self.beginnings.contains(text.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }) {
      for (prefix, kind) in Self.prefixBytes where text.starts(with: prefix) { return kind }
      if Self.matterBytes.contains(where: { text.elementsEqual($0) }) { return .matter }
      if text.elementsEqual("förslag".utf8) { return .proposal }
    }
    guard ends("beslut") || ends("beslutar") || ends("föreslår") || ends("föreslås besluta")
    else { return nil }
    let words = text.split(separator: Byte.space).count
    if ends("förslag till beslut"), words <= 6 { return .proposal }
    if text.elementsEqual("beslut".utf8) || ends("s beslut"), words <= 7 { return .decision }
    if ends("beslutar"), words <= 4 { return .decision }
    if ends("föreslår"), words <= 3, namesBody { return .proposal }
    if ends("föreslås besluta"), words <= 5 { return .proposal }
    return nil
  }

  /// "Nämnden föreslår", not "Centerpartiet föreslår".
  private var namesBody: Bool {
    let line = String(decoding: text, as: UTF8.self)
    return ["nämnd", "styrelse", "utskott", "förvaltning", "kontor"].contains { line.holds($0) }
  }

  private func ends(_ end: StaticString) -> Bool {
    end.withUTF8Buffer { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }
  }

  /// Which list it heads, of what is attached or who was there; `nil` when it heads none.
  var list: OmissionReason? { ListHeading(text)?.reason }

  /// Whether a block can be such a heading, by its first four letters or its end.
  static func mayBe(_ text: CleanText, _ range: Range<Int>) -> Bool {
    let text = text.caseless
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
      || text.ends(with: "besluta", in: start..<end)
      || text.ends(with: "föreslår", in: start..<end)
  }

  private static let beginnings = Set(
    (prefixes.map(\.0) + matters + ListHeading.names.flatMap(\.1)).map { heading in
      heading.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
  )

  private static func normalized(_ heading: String) -> ArraySlice<UInt8> {
    var text = Array(heading.utf8)[...]
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      text[index] = CaselessText.lowered(byte, behind: previous)
      previous = byte
    }
    while let last = text.last, last == 0x3A || last == 0x2E || last == Byte.space {
      text.removeLast()
    }
    // "2.1 Bakgrund"
    return text.drop { Byte.isDigit($0) || $0 == 0x2E || $0 == Byte.space }
  }

  private static let prefixBytes = prefixes.map { (Array($0.utf8), $1) }
  private static let matterBytes = matters.map { Array($0.utf8) }

  private static let prefixes: [(String, SectionKind)] = [
    ("ersättaryttrande", .deputyStatement), ("ersättaruttalande", .deputyStatement),
    ("ersättares yttrande", .deputyStatement), ("ersättarnas yttrande", .deputyStatement),
    ("yttrande från ersättare", .deputyStatement),
    ("särskilt uttalande", .specialStatement), ("särskilda uttalanden", .specialStatement),
    ("särskilt yttrande", .specialStatement), ("särskilda yttranden", .specialStatement),
    ("protokollsanteckning", .specialStatement), ("protokollsuttalande", .specialStatement),
    ("anteckning till protokollet", .specialStatement), ("röstförklaring", .specialStatement),
    ("reservation", .reservation), ("blank reservation", .reservation),
    ("skriftlig reservation", .reservation), ("gemensam reservation", .reservation),
    ("beslutsgång", .procedure), ("propositionsordning", .procedure),
    ("överläggning", .procedure), ("deltar ej i beslut", .procedure),
    ("deltar inte i beslut", .procedure), ("ajournering", .procedure),
    ("proposition", .procedure), ("omröstning", .procedure), ("votering", .procedure),
    ("förslag till beslut", .proposal), ("förslag på sammanträdet", .proposal),
    ("yrkande", .proposal), ("tilläggsyrkande", .proposal), ("ändringsyrkande", .proposal),
    ("framlagda förslag", .proposal), ("förvaltningens förslag", .proposal),
    ("beslutsförslag", .proposal), ("förslag och yrkanden", .proposal),
    ("förslag under sammanträdet", .proposal), ("förslag på sammanträde", .proposal),
    ("motförslag", .proposal), ("ändringsförslag", .proposal), ("tilläggsförslag", .proposal),
    ("till protokollet från", .specialStatement), ("inlägg till protokollet", .specialStatement),
    ("sammanfattning", .matter), ("ärendebeskrivning", .matter),
    ("beskrivning av ärendet", .matter), ("redogörelse", .matter), ("muntlig fråga", .matter),
  ]

  private static let matters: Set<String> = [
    "ärendet", "ärende", "bakgrund", "ärendets beredning", "beredning", "inledning",
    "förvaltningens synpunkter", "förvaltningens bedömning", "förvaltningens svar",
    "förvaltningens analys", "förvaltningens kommentar", "överväganden", "svar",
    "nämndens bedömning", "utskottets bedömning", "arbetsutskottets bedömning", "motionen",
    "interpellationen", "skrivelsen", "ärendet i korthet", "anföranden", "debatt",
    "synpunkter och förslag", "bakgrund och beskrivning", "förvaltningens synpunkter och förslag",
  ]
}
