import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Judgements in the cells of a table.
extension DocumentReading {
  mutating func readAssessmentCell(
    _ cell: Range<Int>,
    row: Table.Row,
    label: Range<Int>,
    column: TableColumn
  ) {
    guard let assessment = cellAssessment(cell) else { return }
    let own = ownMatch(nil)
    // a goal's own line, without figures, is a heading among the rows
    let hasFigure = row.cells.contains { other in
      other != cell && minutes.text.bytes[other].contains(where: { Byte.isDigit($0) })
        && other.upperBound > label.upperBound
    }
    guard hasFigure || own != nil else { return }
    var draft = draft(of: assessment, own)
    draft.period = cellPeriod(column, kind: .assessment)
    draft.rules = [column.rule] + (own == nil ? [] : ["indicator.cue"])
    draft.confidence = own == nil ? 0.6 : 0.9
    add(draft, row.range)
  }

  /// The judgement in a cell, by the words that judge in running text, and by colours.
  private mutating func cellAssessment(_ cell: Range<Int>) -> Assessment? {
    readCell(cell)
    let words = minutes.text.folded(cell).lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first else { return nil }
    if first.begins(with: "grön") || words == ["ja"] { return .met }
    if first.begins(with: "gul") { return .notFullyMet }
    if first.begins(with: "röd") || words == ["nej"] || words == ["ej"] { return .notMet }
    if cellReading.has(.fail) { return .notMet }
    let judges =
      cellReading.has(.achieve)
      || words.contains { $0.begins(with: "uppfyll") || $0.begins(with: "uppnå") }
    let isBare =
      words.count <= 2 && (cellReading.has(.partly) || cellReading.has(.fully))
      || words.count <= 3 && (cellReading.has(.mostly) || first.begins(with: "klar"))
    guard judges || isBare else { return nil }
    if cellReading.has(.partly) { return .notFullyMet }
    if cellReading.has(.mostly) || words.contains("huvudsak") { return .mostlyMet }
    if cellReading.has(.negation) { return cellReading.has(.fully) ? .notFullyMet : .notMet }
    return .met
  }
}
