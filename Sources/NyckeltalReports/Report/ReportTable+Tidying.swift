extension ReportTable {
  /// Removes those of some columns in which no row has anything.
  mutating func removeEmpty(_ names: Set<String>) {
    let kept = columns.indices.filter { index in
      guard names.contains(columns[index].id) else { return true }
      return sections.contains { section in
        section.rows.contains { row in
          index < row.cells.count && row.cells[index].content != .empty
        }
      }
    }
    guard kept.count < columns.count else { return }
    columns = kept.map { columns[$0] }
    for section in sections.indices {
      for row in sections[section].rows.indices {
        let cells = sections[section].rows[row].cells
        sections[section].rows[row].cells = kept.compactMap { $0 < cells.count ? cells[$0] : nil }
      }
    }
  }

  /// Writes all money of the table in one unit: millions, thousands or kronor, the largest in which
  /// no amount loses anything.
  mutating func agreeOnKronor() {
    var amounts: [Double] = []
    forEachAmount { value, style in
      amounts.append(value ?? 0)
      return style
    }
    guard amounts.count > 1, let suffix = Self.commonUnit(amounts) else { return }
    forEachAmount { value, style in
      var style = style
      style.suffix = suffix
      style.decimals = Self.decimals((value ?? 0) / style.divisor)
      return style
    }
  }

  private static func commonUnit(_ amounts: [Double]) -> NumberStyle.Suffix? {
    let units: [NumberStyle.Suffix] = [.millionsOfKronor, .thousandsOfKronor, .kronor]
    return units.first { suffix in
      let divisor = NumberStyle(suffix: suffix).divisor
      return amounts.allSatisfy { amount in
        let hundredths = amount / divisor * 100
        return (hundredths - hundredths.rounded()).magnitude < 1e-6 * max(1, hundredths.magnitude)
      }
    }
  }

  private static func decimals(_ value: Double) -> Int {
    for (count, factor) in [(0, 1.0), (1, 10.0)]
    where (value * factor - (value * factor).rounded()).magnitude < 1e-6 * max(1, value.magnitude) {
      return count
    }
    return 2
  }

  private mutating func forEachAmount(_ change: (Double?, NumberStyle) -> NumberStyle) {
    for section in sections.indices {
      for row in sections[section].rows.indices {
        for cell in sections[section].rows[row].cells.indices {
          switch sections[section].rows[row].cells[cell].content {
          case .number(let value, let style) where style.isKronor:
            sections[section].rows[row].cells[cell].content = .number(value, change(value, style))
          case .formula(let expression, let style) where style.isKronor:
            let value =
              cell < columns.count
              ? number(in: sections[section].rows[row], column: columns[cell].id) : nil
            sections[section].rows[row].cells[cell].content =
              .formula(expression, change(value, style))
          default: continue
          }
        }
      }
    }
  }
}

extension NumberStyle {
  /// Whether it is an amount of money.
  fileprivate var isKronor: Bool {
    switch suffix {
    case .kronor, .thousandsOfKronor, .millionsOfKronor: true
    case .none, .percent, .share, .percentagePoints: false
    }
  }
}
