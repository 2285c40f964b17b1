extension ReportTable {
  /// Puts the rows of each section in order; a row that stands under another stays under it.
  mutating func sort(by keys: [ReportDefinition.SortKey]) {
    let columns: [(index: Int, isDescending: Bool)] = keys.compactMap { key in
      self.columns.firstIndex { $0.id == key.column.rawValue }.map { ($0, key.isDescending) }
    }
    guard !columns.isEmpty else { return }
    for section in sections.indices {
      var families: [(keys: [SortValue], rows: [Row])] = []
      for row in sections[section].rows {
        if row.level > 0, !families.isEmpty {
          families[families.count - 1].rows.append(row)
        } else {
          families.append((columns.map { value(in: row, column: $0.index) }, [row]))
        }
      }
      let order = families.indices.sorted { left, right in
        for (place, column) in columns.enumerated() {
          let (one, other) = (families[left].keys[place], families[right].keys[place])
          if one == other { continue }
          // What has no value comes last, whichever way the others go.
          if one == .none || other == .none { return other == .none }
          return column.isDescending ? other < one : one < other
        }
        return left < right
      }
      sections[section].rows = order.flatMap { families[$0].rows }
    }
  }

  private func value(in row: Row, column: Int) -> SortValue {
    guard column < row.cells.count else { return .none }
    switch row.cells[column].content {
    case .empty, .missing: return .none
    case .text(let text): return text.isEmpty ? .none : .text(SortValue.letters(text))
    case .status(let status): return .number(Double(status.level.rawValue))
    case .number, .formula:
      return number(in: row, column: columns[column].id).map(SortValue.number) ?? .none
    }
  }
}

/// What a cell is ordered by: numbers by size, words by the Swedish alphabet.
private enum SortValue: Comparable {
  case number(Double)
  case text([UInt32])
  case none

  /// The letters' places in the alphabet: å, ä and ö after z, capitals as small letters.
  static func letters(_ text: String) -> [UInt32] {
    text.lowercased().unicodeScalars.map { scalar in
      switch scalar {
      case "å": 0x7B
      case "ä", "æ": 0x7C
      case "ö", "ø": 0x7D
      case "é", "è": 0x65
      case "ü": 0x79
      default: scalar.value > 0x7A ? scalar.value + 3 : scalar.value
      }
    }
  }

  static func < (left: SortValue, right: SortValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
    case (.number, .text), (.number, .none), (.text, .none): true
    case (.text, .number), (.none, _): false
    }
  }
}
