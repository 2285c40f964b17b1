import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What stands in the cells of a table.
extension DocumentReading {
  mutating func readAssessmentCell(
    _ cell: Range<Int>,
    row: Table.Row,
    label: Range<Int>,
    column: TableColumn
  ) {
    guard let assessment = Self.assessment(minutes.text.folded(cell)) else { return }
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

  static func assessment(_ text: String) -> Assessment? {
    let lower = text.lowercased()
    let judges: [String] = [
      "uppfyll", "uppnå", "delvis", "helt", "nås", "nått", "når", "klar", "ja", "nej", "grön",
      "gul", "röd",
    ]
    guard judges.contains(where: { lower.holds($0) }) else { return nil }
    if lower.holds("delvis") || lower.begins(with: "gul") { return .notFullyMet }
    if lower.holds("huvudsak") { return .mostlyMet }
    let negated =
      lower.holds("inte") || lower.holds("ej ") || lower.begins(with: "ej")
      || lower.begins(with: "nej") || lower.begins(with: "röd")
    if negated { return lower.holds("helt") ? .notFullyMet : .notMet }
    return .met
  }

  mutating func readFigureCell(
    _ cell: Range<Int>,
    kind: ObservationKind,
    row: Table.Row,
    label: RowLabel,
    rowPeriod: Period?,
    counted above: FigureUnit?,
    column: TableColumn,
    partOf whole: FigureUnit?,
    introduced: LatestFigure?
  ) {
    let words = whole == .households ? whole : sentence.countedUnit
    let group = group(clause: sentence.clause(of: 0), near: nil)
    let rowPeriod = sentence.quantities.first { $0.form == .period }?.period ?? rowPeriod
    let labelHasTarget = sentence.has(.target)
    guard var figure = cellFigure(cell) else { return }
    var rules = figure.rules + [column.rule]
    if figure.measure.unit == nil || figure.measure.unit == .other {
      let counted = ownMatch(nil)
      if let scale = label.scale ?? column.scale, figure.measure.unit == nil {
        figure.measure.scale(scale)
        rules.append("unit.table")
      } else if let counted, figure.measure.unit == nil {
        let entry = table.entries[counted.entry]
        // "Ungdomar i feriejobb" counts the young
        figure.measure.unit =
          whole
          ?? ((words ?? column.counted) == .persons && entry.otherUnits.contains(.persons)
            && entry.indicator.unit != .sek
            ? .persons : countedUnit(entry, label: label.text, isWhole: figure.isWhole))
        rules.append("unit.indicator")
      }
      if figure.measure.unit == nil,
        let unit = column.counted ?? words ?? countedNoun(label.text) ?? above
      {
        figure.measure.unit = unit
        rules.append("unit.table")
      }
    }
    guard let unit = figure.measure.unit else { return }
    var match = ownMatch(unit)
    // money near a word above the table may be anything
    if match?.isOwn == false, unit == .sek { match = nil }
    if unit == .sek, !label.isWhole, let found = match { match = partMatch(found, label) }
    // "Uppdelat på enheter:" above rows of shares goes on about the share just told
    if match == nil, let last = introduced, last.unit == unit {
      match = last.indicator.flatMap { table.entryOf[$0] }.map {
        IndicatorMatch(entry: $0, score: Nearness.paragraph, isOwn: false)
      }
    }
    let indicator = match.map { table.entries[$0.entry].indicator }
    if case .change = kind, figure.measure.value == 0 { return }
    if isElsewhere, !includesOther { return }
    var draft = ObservationDraft(
      kind: kind,
      indicator: indicator?.id,
      topic: indicator?.topic ?? (unit == .sek ? moneyTopic(label) : bestTopic(unit: unit)),
      measure: figure.measure
    )
    if unit == .sek, label.isWhole || column.rule == "table.deviation" {
      draft.indicator =
        label.isResult ? "budget.resultat" : column.totalIndicator(kind)
      draft.topic = .budget
      if !label.isWhole { draft.group = label.text }
    }
    if kind == .outcome, column.rule == "table.period" {
      draft.kind = labelKind(label.text, unit: unit, hasTarget: labelHasTarget)
    }
    if draft.kind == .change { direct(&draft, label.text) }
    draft.period = combined(rowPeriod, column) ?? cellPeriod(column, kind: draft.kind)
    switch draft.kind {
    // a target is for the year, whatever the row's own period
    case .target, .forecast, .budget: draft.period = draft.period.map { .year($0.lastYear) }
    case .outcome, .change, .trend, .assessment, .request: break
    }
    // a column of "(171)" is of the year before
    if column.period == nil, kind == .outcome, minutes.text.bytes[cell.lowerBound] == 0x28,
      minutes.text.bytes[cell.upperBound - 1] == 0x29
    {
      draft.period = draft.period?.moved(byYears: -1)
      rules.append("period.parenthesis")
    }
    draft.group = draft.group ?? group
    draft.rules = rules
    draft.place = cell.lowerBound
    draft.confidence = match == nil ? 0.6 : 0.92
    add(draft, row.range)
  }

  /// The indicator that the words of row and column name, else those of the heading above.
  func ownMatch(_ unit: FigureUnit?) -> IndicatorMatch? {
    table.bestMatch(evidence, unit: unit, hasFigure: unit != nil, isChange: false)
  }

  /// What a bare number in a row counts: the indicator's unit, a share only where the row says so.
  private func countedUnit(
    _ entry: Catalogue.Entry,
    label: String,
    isWhole: Bool
  ) -> FigureUnit? {
    guard let unit = entry.indicator.unit, unit != .sek else { return nil }
    guard unit == .percent else { return unit }
    // "12,5" are no persons
    if !isWhole || label.lowercased().holds("andel") { return .percent }
    return entry.otherUnits.first { $0 == .persons || $0 == .households || $0 == .places }
  }

  /// The row's period; with a month or tertial from the column where the row names a year.
  private func combined(_ row: Period?, _ column: TableColumn) -> Period? {
    guard case .year(let year) = row else { return row }
    switch column.period {
    case .month(let month, _): return .month(month, year: year)
    case .quarter(let quarter, _): return .quarter(quarter, year: year)
    case .tertial(let tertial, _): return .tertial(tertial, year: year)
    case .half(let half, _): return .half(half, year: year)
    case .year, .day, .span, nil: return row
    }
  }

  private func cellPeriod(_ column: TableColumn, kind: ObservationKind) -> Period? {
    let period =
      column.period ?? context.sentencePeriod ?? context.headingPeriod ?? context.itemPeriod
      ?? context.date.map { .year($0.year) }
    // a table "per den 30 april" is that of the tertial
    let whole = period.map { closingTertial($0) }
    switch kind {
    case .budget: return whole.map { .year($0.firstYear) }  // "Budget 2024–2026" is that of 2024
    case .target, .forecast, .assessment: return whole.map { .year($0.lastYear) }
    case .outcome, .change, .trend, .request: return whole
    }
  }

  /// The one figure of a cell; `nil` where it is empty, or holds digits that are not all read:
  /// a number that conversion split or glued is left out, not guessed.
  private mutating func cellFigure(
    _ cell: Range<Int>
  ) -> (measure: Measure, rules: [String], isWhole: Bool)? {
    cellReading.read(
      minutes.text.bytes,
      cell,
      reader: reader,
      context: PeriodContext(),
      matcher: &matcher
    )
    let figures = cellReading.quantities.filter { $0.form == .cardinal }
    let digits = minutes.text.bytes[cell].count { Byte.isDigit($0) }
    guard digits > 0 else { return nil }
    if let figure = figures.first, figures.count == 1, let measure = figure.measure {
      let read = minutes.text.bytes[
        cell.lowerBound + figure.range.lowerBound..<cell.lowerBound + figure.range.upperBound
      ].count { Byte.isDigit($0) }
      let isWhole = figure.value.map { $0 == $0.rounded() } ?? true
      if read == digits { return (measure, figure.rules.map(\.description), isWhole) }
    }
    // a bare number between 1950 and 2049 reads as a year in running text, in a cell it counts
    let text = minutes.text.folded(cell)
    guard figures.isEmpty, text.utf8.count == 4, let value = Double(text) else {
      statements.uncertainCells.append(
        minutes.source.fileRange(of: minutes.text.sourceRange(of: cell))
      )
      return nil
    }
    return (Measure(value: value), ["number.digits"], true)
  }
}

extension Measure {
  /// Multiplies by a table's factor and takes its unit.
  mutating func scale(_ scale: TableScale) {
    value = value.map { $0 * scale.factor }
    lower = lower.map { $0 * scale.factor }
    upper = upper.map { $0 * scale.factor }
    unit = scale.unit
  }
}
