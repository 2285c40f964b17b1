import NyckeltalModel

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
}

/// The unit of a table's numbers, given once for many.
struct TableScale: Equatable {
  var factor: Double
  var unit: FigureUnit

  /// Finds a unit in a heading or title: "(tkr)", "mnkr", "procent", "%".
  static func named(in text: String) -> TableScale? {
    let words = text.lowercased().split { !($0.isLetter || $0 == "%") }
    for word in words {
      switch word {
      case "tkr", "kkr", "tsek", "tusental": return TableScale(factor: 1000, unit: .sek)
      case "mnkr", "mkr", "msek", "mnkr,", "miljoner": return TableScale(factor: 1e6, unit: .sek)
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
}
