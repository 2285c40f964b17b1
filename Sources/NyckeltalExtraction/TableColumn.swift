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
    guard mayName(text) else { return nil }
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "%") }
    for (index, word) in words.enumerated() {
      if isRunning, index == 0 || words[index - 1] != "i" { continue }
      switch word {
      case "tkr", "kkr", "tsek", "tusental": return TableScale(factor: 1000, unit: .sek)
      case "mnkr", "mkr", "msek", "miljoner": return TableScale(factor: 1e6, unit: .sek)
      case "mdkr", "miljarder": return TableScale(factor: 1e9, unit: .sek)
      case "kr", "kronor", "sek": return TableScale(factor: 1, unit: .sek)
      case "procent", "%", "andel": return TableScale(factor: 1, unit: .percent)
      case "procentenheter": return TableScale(factor: 1, unit: .percentagePoints)
      case "månader": return TableScale(factor: 1, unit: .months)
      case "dagar": return TableScale(factor: 1, unit: .days)
      default: continue
      }
    }
    return nil
  }

  /// Whether a text holds letters that one of the units begins with or holds.
  private static func mayName(_ text: String) -> Bool {
    let words: [StaticString] = [
      "kr", "sek", "tusental", "miljoner", "miljarder", "procent", "%", "andel", "månader",
      "dagar",
    ]
    return LoweredText(Array(text.utf8)).holds(anyOf: words)
  }
}
