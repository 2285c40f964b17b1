import NyckeltalModel
import NyckeltalText

/// What a column of a table holds, by its heading.
struct TableColumn {
  enum Role {
    case figure(ObservationKind)
    case assessment
    /// A difference between two other columns, which says nothing new.
    case ignored
  }

  var role: Role
  var period: Period?
  /// The factor and unit that the heading gives: "tkr", "procent".
  var scale: TableScale?
  var rule: String
  /// The unit of what the heading counts: "Sökande", "Platser".
  var counted: FigureUnit?
  /// The phrases of the heading.
  var phrases: [Int] = []

  /// What the sum of money in the column is about.
  func totalIndicator(_ kind: ObservationKind) -> String {
    if rule == "table.deviation" { return "budget.avvikelse" }
    return kind == .budget ? "budget.anslag" : "budget.kostnader"
  }
}

/// The unit of a table's numbers, given once for many.
struct TableScale: Equatable {
  var factor: Double
  var unit: FigureUnit

  /// Finds a unit in a heading or title: "(tkr)", "mnkr", "procent", "%".
  ///
  /// In running text only a unit behind "i" is the table's ("utfallet i tkr"); another belongs to a
  /// figure of the text ("826,7 mnkr").
  static func named(in text: String, isRunning: Bool = false) -> TableScale? {
    var text = text
    return text.withUTF8 { bytes in
      var isBehindIn = false
      var start: Int?
      for index in 0...bytes.count {
        if index < bytes.count, isPartOfWord(bytes, at: index) {
          start = start ?? index
          continue
        }
        guard let first = start else { continue }
        start = nil
        let word = UnsafeBufferPointer(rebasing: bytes[first..<index])
        // "utfallet (tkr)."
        let isEnclosed =
          first > 0 && bytes[first - 1] == 0x28 && index < bytes.count && bytes[index] == 0x29
        if !isRunning || isBehindIn || isEnclosed, let unit = unit(word),
          unit.unit != .days && unit.unit != .months || !isCounted(bytes, before: first)
        {
          return unit
        }
        isBehindIn = word.count == 1 && word[0] | 0x20 == 0x69
      }
      return nil
    }
  }

  /// "Läget efter 60 dagar": a length of time, not the unit of what stands below.
  private static func isCounted(_ bytes: UnsafeBufferPointer<UInt8>, before first: Int) -> Bool {
    first > 1 && bytes[first - 1] == Byte.space && Byte.isDigit(bytes[first - 2])
  }

  /// Whether a byte belongs to a word: a letter, a digit, % or a part of a letter.
  private static func isPartOfWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return Byte.isLetter(byte) || Byte.isDigit(byte) || byte == 0x25 }
    var first = index
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    if bytes[first] == 0xC3 {
      let low = first + 1 < bytes.count ? bytes[first + 1] : 0x97
      return low != 0x97 && low != 0xB7  // × and ÷ are no letters
    }
    var decoder = UTF8()
    var iterator = bytes[first...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return false }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  /// The unit that a word in any case names.
  private static func unit(_ word: UnsafeBufferPointer<UInt8>) -> TableScale? {
    guard let last = word.last else { return nil }
    // the last letters tell most words from all units
    switch last | 0x20 {
    case 0x72, 0x6B, 0x6C, 0x74, 0x25: break  // r k l t %
    default: return nil
    }
    return units.first { name, _ in isWord(word, name) }?.1
  }

  private static func isWord(_ word: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard word.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      var previous: UInt8 = 0
      for index in word.indices {
        if CaselessText.lowered(word[index], behind: previous) != name[index] { return false }
        previous = word[index]
      }
      return true
    }
  }

  private static let units: [(StaticString, TableScale)] = [
    ("tkr", TableScale(factor: 1000, unit: .sek)), ("kkr", TableScale(factor: 1000, unit: .sek)),
    ("tsek", TableScale(factor: 1000, unit: .sek)),
    ("tusental", TableScale(factor: 1000, unit: .sek)),
    ("mnkr", TableScale(factor: 1e6, unit: .sek)), ("mkr", TableScale(factor: 1e6, unit: .sek)),
    ("msek", TableScale(factor: 1e6, unit: .sek)),
    ("miljoner", TableScale(factor: 1e6, unit: .sek)),
    ("mdkr", TableScale(factor: 1e9, unit: .sek)),
    ("miljarder", TableScale(factor: 1e9, unit: .sek)),
    ("kr", TableScale(factor: 1, unit: .sek)), ("kronor", TableScale(factor: 1, unit: .sek)),
    ("sek", TableScale(factor: 1, unit: .sek)),
    ("procent", TableScale(factor: 1, unit: .percent)),
    ("%", TableScale(factor: 1, unit: .percent)), ("andel", TableScale(factor: 1, unit: .percent)),
    ("procentenheter", TableScale(factor: 1, unit: .percentagePoints)),
    ("månader", TableScale(factor: 1, unit: .months)),
    ("dagar", TableScale(factor: 1, unit: .days)),
  ]
}
