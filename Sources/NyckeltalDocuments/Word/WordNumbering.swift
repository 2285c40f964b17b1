/// The numbers of lists, which stand in `word/numbering.xml` and are counted through the document
/// (ECMA-376 part 1, 17.9).
struct WordNumbering {
  /// A level of a list.
  struct Place: Hashable {
    var list: String
    var level: Int
  }

  private struct Level {
    var start = 1
    var format = "decimal"
    /// "%1.%2": what the number looks like.
    var text = ""
  }

  private struct List {
    var definition: String
    var restarts: [Int: Int] = [:]
  }

  private var definitions: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  private var counters: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  /// Makes a document without lists.
  init() {}

  /// Reads `word/numbering.xml`.
  init(_ bytes: [UInt8], document: String) throws {
    try MarkupReader.readXML(bytes, document: document, part: "word/numbering.xml") { reader in
      var definition = ""
      var list = ""
      var level = 0
      while let event = try reader.next() {
        guard case .element(let name) = event else { continue }
        switch name {
        case "abstractNum":
          definition = reader.attribute("abstractNumId") ?? ""
          definitions[definition] = [:]
        case "lvl":
          level = reader.number("ilvl") ?? 0
          if Self.levels.contains(level) { definitions[definition]?[level] = Level() }
        case "start":
          definitions[definition]?[level]?.start = Self.start(reader.number("val"))
        case "numFmt":
          definitions[definition]?[level]?.format = reader.attribute("val") ?? "decimal"
        case "lvlText":
          let text = reader.attribute("val") ?? ""
          definitions[definition]?[level]?.text = text.utf8.count <= Self.markLength ? text : ""
        case "num":
          list = reader.attribute("numId") ?? ""
          definition = ""
        case "abstractNumId":
          lists[list] = List(definition: reader.attribute("val") ?? "")
        case "lvlOverride":
          level = reader.number("ilvl") ?? 0
        case "startOverride":
          guard Self.levels.contains(level) else { break }
          lists[list]?.restarts[level] = Self.start(reader.number("val"))
        default: break
        }
      }
    }
  }

  /// The levels that a list has.
  private static let levels = 0...8
  /// The bytes that a number's pattern may have; longer ones are no numbers.
  private static let markLength = 64

  /// A first number, within what Word counts from.
  private static func start(_ value: Int?) -> Int { min(max(value ?? 1, 0), 32_767) }

  /// Counts a paragraph and gives its mark: "1.", "2.1", "b)", "-" for a bullet; `nil` without one.
  mutating func mark(_ place: Place) -> String? {
    guard let list = lists[place.list], let levels = definitions[list.definition],
      let level = levels[place.level]
    else { return nil }
    var counts = counters[list.definition] ?? [:]
    if begun.insert(place.list).inserted {
      for (level, start) in list.restarts { counts[level] = start - 1 }
    }
    counts[place.level] = (counts[place.level] ?? level.start - 1) + 1
    for deeper in counts.keys where deeper > place.level { counts[deeper] = nil }
    counters[list.definition] = counts
    if level.format == "bullet" { return "-" }
    guard level.format != "none" else { return nil }
    var mark = level.text
    for number in 0...place.level {
      guard let shown = levels[number] else { continue }
      mark = mark.replacing(
        "%\(number + 1)",
        with: Self.written(counts[number] ?? shown.start, shown.format)
      )
    }
    return mark.isEmpty ? nil : mark
  }

  private static func written(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter", "upperLetter":
      guard (1...260).contains(number) else { return String(number) }
      let base: UInt8 = format == "lowerLetter" ? 97 : 65
      let letter = Character(UnicodeScalar(base + UInt8((number - 1) % 26)))
      return String(repeating: letter, count: (number - 1) / 26 + 1)
    case "lowerRoman": return roman(number).lowercased()
    case "upperRoman": return roman(number)
    default: return String(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    var rest = number
    var text = ""
    for (value, letters) in numerals {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  private static let numerals = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
