import NyckeltalReports

extension TableLayout {
  /// A status as a formula over the figure and the target of its row; `nil` where it has no rule, or
  /// the row not both numbers.
  func live(
    _ status: ReportStatus,
    _ item: ReportTable.Row,
    _ row: Int
  ) -> SheetLayout.Cell.Content? {
    guard let rule = status.rule, let figure = table.number(in: item, column: rule.figure),
      let target = table.number(in: item, column: rule.target),
      rule.text(figure: figure, target: target) == status.text,
      let figureCell = address(rule.figure, row), let targetCell = address(rule.target, row)
    else { return nil }
    let share = 1 - rule.tolerance
    let (sign, part, whole) =
      rule.isAtLeast ? (">=", figureCell, targetCell) : ("<=", targetCell, figureCell)
    let words = [rule.reached, rule.near, rule.missed].map { word in
      "\"● \(word.replacing("\"", with: "\"\""))\""
    }
    let formula =
      "=IF(\(figureCell)\(sign)\(targetCell),\(words[0]),"
      + "IF(\(part)>=\(whole)*\(share),\(words[1]),\(words[2])))"
    return .words(formula, cached: "● " + status.text)
  }

  /// The colours of what the statuses of a row may come to say.
  func colourings(_ item: ReportTable.Row) -> [SheetLayout.Colouring] {
    item.cells.enumerated().flatMap { column, cell -> [SheetLayout.Colouring] in
      guard case .status(let status) = cell.content, let rule = status.rule else { return [] }
      let levels: [(String, ReportStatus.Level)] = [
        (rule.reached, .good), (rule.near, .attention), (rule.missed, .bad),
      ]
      return levels.map { words, level in
        SheetLayout.Colouring(column: column, words: "● " + words, color: level.color)
      }
    }
  }

  private func address(_ column: String, _ row: Int) -> String? {
    table.columns.firstIndex { $0.id == column }.map {
      CellAddress(row: row, column: $0).description
    }
  }
}

extension ReportStatus.Level {
  /// The colour of a status.
  var color: UInt32 {
    switch self {
    case .good: Palette.good
    case .attention: Palette.attention
    case .bad: Palette.bad
    case .missing, .neutral: Palette.muted
    }
  }
}
