import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What a column of a table holds, by its heading.
struct TableColumn {
  enum Role {
    case figure(ObservationKind)
    case assessment
    /// The unit of each row's figures.
    case unit
    /// What is no figure, or a difference between two other columns, which says nothing new.
    case ignored
    /// Its heading is not understood: its figures are left out.
    case unknown
  }

  var role: Role
  var period: Period?
  /// The factor and unit that the heading gives: "tkr", "procent".
  var scale: TableScale?
  var rule: String
  /// The words above it.
  var heading = ""
  /// The place that its figures are about, where it is not the body's own.
  var about: String?
  /// The unit of what the heading counts: "Sökande", "Platser".
  var counted: FigureUnit?
  /// The phrases of the heading.
  var phrases: [Int] = []

  /// What its figures are; outcomes where its heading does not say.
  var kind: ObservationKind { if case .figure(let kind) = role { kind } else { .outcome } }

  /// The unit that it gives, but no money beside a label that counts something.
  func scale(besides isCounted: Bool) -> TableScale? {
    isCounted && scale?.unit == .sek && !heading.isEmpty ? nil : scale
  }

  /// What the sum of money in the column is about.
  func totalIndicator(_ kind: ObservationKind) -> String {
    if rule == "table.deviation" { return "budget.avvikelse" }
    return kind == .budget ? "budget.anslag" : "budget.kostnader"
  }
}

/// What stands above a table's rows and tells of them.
struct TableSurroundings {
  /// The unit of what is counted.
  var counted: FigureUnit?
  /// The figure just told, where the text above goes on about it.
  var introduced: LatestFigure?
  /// The phrases of the line right above.
  var named: [Int]
  /// The phrases of what heads the labels.
  var heading: [Int]
  /// Whether a single column holds figures.
  var isOnlyColumn: Bool
  /// The column that tells each row's period.
  var period: Int?
}

/// The unit of a table's numbers, given once for many.
struct TableScale: Equatable {
  var factor: Double
  var unit: FigureUnit

  /// Finds a unit in a heading or title: "(tkr)", "mnkr", "procent", "%", "tusentals kronor".
  ///
  /// In running text only a unit behind "i" or in parentheses is the table's ("utfallet i tkr");
  /// another belongs to a figure of the text ("826,7 mnkr").
  static func named(
    in text: String,
    reader: QuantityReader,
    isRunning: Bool = false
  ) -> TableScale? {
    let words = text.split { sign in
      // the raised number of a note is no part of a word
      !sign.isLetter && !(sign.isNumber && sign.isASCII) && !"%()".contains(sign)
    }
    for (index, part) in words.enumerated() {
      let word = part.trimming { $0 == "(" || $0 == ")" }
      guard (1...16).contains(word.count), word.allSatisfy({ $0.isLetter || $0 == "%" }),
        let unit = unit(word.lowercased(), reader)
      else { continue }
      let before = index > 0 ? words[index - 1] : ""
      if isRunning, before.lowercased() != "i", !(part.first == "(" && part.last == ")") {
        continue
      }
      // "Läget efter 60 dagar": a length of time, not the unit of what stands below
      if unit.unit != .sek, before.last?.isNumber ?? false { continue }
      return unit
    }
    return nil
  }

  /// The unit that a word names, as it has it behind a number.
  private static func unit(_ word: String, _ reader: QuantityReader) -> TableScale? {
    switch word {
    case "tusental", "tusentals": return TableScale(factor: 1000, unit: .sek)
    case "miljoner", "milj": return TableScale(factor: 1e6, unit: .sek)
    case "miljarder", "mdr": return TableScale(factor: 1e9, unit: .sek)
    default: break
    }
    guard let found = reader.read("2 \(word)").first, found.form == .cardinal,
      let value = found.value, let unit = found.unit,
      found.range.upperBound == word.utf8.count + 2
    else { return nil }
    switch unit {
    case .sek, .percent, .percentagePoints: break
    case .months, .days:
      // "snitt per månad" is no length of time
      if value != 2 || !word.hasSuffix("r") { return nil }
    case .persons, .households, .places, .employments, .years, .other: return nil
    }
    return TableScale(factor: value / 2, unit: unit)
  }
}

extension Substring {
  /// Without the characters at its ends of which something is true.
  func trimming(_ isEnd: (Character) -> Bool) -> Substring {
    var text = self
    while let first = text.first, isEnd(first) { text.removeFirst() }
    while let last = text.last, isEnd(last) { text.removeLast() }
    return text
  }
}
