import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What stands in the cells of a table.
extension DocumentReading {
  /// Reads a figure; returns its unit, `nil` where none is told.
  mutating func readFigureCell(
    _ cell: Range<Int>,
    row: Table.Row,
    label: RowLabel,
    rowPeriod: Period?,
    column: TableColumn,
    partOf whole: FigureUnit?,
    above: TableSurroundings
  ) -> FigureUnit? {
    gatherRowEvidence(label, column, above)
    let rowPeriod = labelPeriod(besides: column) ?? rowPeriod
    guard var figure = cellFigure(cell) else { return nil }
    var rules = figure.rules + [column.rule]
    if figure.measure.unit == nil || figure.measure.unit == .other {
      nameUnit(
        &figure.measure,
        isWhole: figure.isWhole,
        label,
        column,
        partOf: whole,
        above,
        &rules
      )
    }
    guard let unit = figure.measure.unit, isPossible(figure.measure, column.kind) else {
      return nil
    }
    // what a share or a count falls short by is no figure of its own
    if column.rule == "table.deviation", unit != .sek { return unit }
    let isPrice = unit == .sek && (Self.isPerUnit(label.text) || Self.isPerUnit(column.heading))
    let match = isPrice ? nil : rowMatch(unit, label, column, above)
    let indicator = match.map { table.entries[$0.entry].indicator }
    let kind = column.kind
    if case .change = kind, figure.measure.value == 0 { return unit }
    if isElsewhere, !includesOther { return unit }
    var draft = ObservationDraft(
      kind: kind,
      indicator: indicator?.id,
      topic: indicator?.topic ?? (unit == .sek ? moneyTopic(label) : bestTopic(unit: unit)),
      measure: figure.measure
    )
    if isLeftOut(column, match, draft.topic, row, above) { return unit }
    if unit == .sek, label.isWhole || column.rule == "table.deviation" {
      draft.indicator =
        label.isResult ? "budget.resultat" : column.totalIndicator(kind)
      draft.topic = .budget
      if !label.isWhole { draft.group = label.text }
    }
    if kind == .outcome, column.rule == "table.period" {
      draft.kind = labelKind(label.text, unit: unit, hasTarget: sentence.has(.target))
    }
    if draft.kind == .change { direct(&draft, label.text) }
    draft.period = figurePeriod(combined(rowPeriod, column), column, kind: draft.kind)
    rules.append(
      column.period != nil ? "period.column" : rowPeriod != nil ? "period.row" : "period.table"
    )
    if let match { rules.append(match.isOwn ? "indicator.cue" : "indicator.context") }
    // a column of "(171)" is of the year before
    if column.period == nil, kind == .outcome, minutes.text.bytes[cell.lowerBound] == 0x28,
      minutes.text.bytes[cell.upperBound - 1] == 0x29
    {
      draft.period = draft.period?.moved(byYears: -1)
      rules.append("period.parenthesis")
    }
    draft.label = column.heading.isEmpty ? label.text : "\(label.text), \(column.heading)"
    draft.about = column.about
    draft.group = draft.group ?? group(clause: sentence.clause(of: 0), near: nil)
    draft.rules = rules
    draft.place = cell.lowerBound
    draft.confidence = match == nil ? 0.6 : 0.92
    add(draft, row.range)
    return unit
  }

  /// Names the unit of a bare number in a cell: that of its label, heading or table, else of what
  /// the row counts.
  private mutating func nameUnit(
    _ measure: inout Measure,
    isWhole: Bool,
    _ label: RowLabel,
    _ column: TableColumn,
    partOf whole: FigureUnit?,
    _ above: TableSurroundings,
    _ rules: inout [String]
  ) {
    let words = whole == .households ? whole : sentence.countedUnit
    // "Varav unga, hushåll" below a row of money counts households
    let isCounted =
      words == .households || words == .places || label.text.lowercased().holds("antal")
    if let scale = label.scale ?? column.scale(besides: isCounted), measure.unit == nil {
      measure.scale(scale)
      rules.append("unit.table")
    } else if measure.unit == nil, let counted = rowMatch(nil, label, column, above) {
      let entry = table.entries[counted.entry]
      let inherited = isCounted && whole != .households ? nil : whole
      let isNumber = label.text.lowercased().holds("antal")
      // "Ungdomar i feriejobb" counts the young
      measure.unit =
        inherited
        ?? ((words ?? column.counted) == .persons && entry.otherUnits.contains(.persons)
          && entry.indicator.unit != .sek
          ? .persons : countedUnit(entry, label: label.text, isWhole: isWhole))
      // "Antal hushåll i snitt" is no length of time
      if isNumber, let unit = measure.unit, [.months, .days, .years, .percent].contains(unit) {
        measure.unit = nil
      }
      if measure.unit != nil { rules.append("unit.indicator") }
    }
    if measure.unit == nil, let whole, !isCounted {
      measure.unit = whole
      rules.append("unit.table")
    }
    if measure.unit == nil,
      let unit = column.counted ?? words ?? countedNoun(label.text) ?? above.counted
    {
      measure.unit = unit
      rules.append("unit.table")
    }
  }

  /// Whether there can be so many: persons and places come whole and never fewer than none.
  private func isPossible(_ measure: Measure, _ kind: ObservationKind) -> Bool {
    switch measure.unit {
    case .persons, .households, .places, .employments:
      guard let value = measure.value else { return true }
      return (value >= 0 || kind == .change) && (value == value.rounded() || sentence.has(.average))
    default: return true
    }
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

  func cellPeriod(_ column: TableColumn, kind: ObservationKind) -> Period? {
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

  /// A figure's period: the row's or the column's, else that of what stands above.
  ///
  /// A target, a forecast or a budget is for the year, but a budget that its column gives for some
  /// months.
  private func figurePeriod(_ row: Period?, _ column: TableColumn, kind: ObservationKind) -> Period?
  {
    switch kind {
    case .target, .forecast:
      return (row ?? cellPeriod(column, kind: kind)).map { .year($0.lastYear) }
    case .budget:
      if row == nil, case .span(.month, .month)? = column.period { return column.period }
      return row.map { .year($0.lastYear) } ?? cellPeriod(column, kind: kind)
    case .outcome, .change, .trend, .assessment, .request:
      return row ?? cellPeriod(column, kind: kind)
    }
  }

  /// The period that a label names; "under året" says nothing under a heading that names a year.
  private func labelPeriod(besides column: TableColumn) -> Period? {
    guard let named = sentence.quantities.first(where: { $0.form == .period }) else { return nil }
    let start = sentence.range.lowerBound
    let words = minutes.text.bytes[
      start + named.range.lowerBound..<start + named.range.upperBound
    ]
    return column.period == nil || words.contains { Byte.isDigit($0) } ? named.period : nil
  }

  mutating func readCell(_ cell: Range<Int>) {
    cellReading.read(
      minutes.text.bytes,
      cell,
      reader: reader,
      context: PeriodContext(),
      matcher: &matcher
    )
  }

  /// The one figure of a cell; `nil` where it is empty, or holds digits that are not all read:
  /// a number that conversion split or glued is left out, not guessed.
  private mutating func cellFigure(
    _ cell: Range<Int>
  ) -> (measure: Measure, rules: [String], isWhole: Bool)? {
    readCell(cell)
    let figures = cellReading.quantities.filter { $0.form == .cardinal }
    let digits = minutes.text.bytes[cell].count { Byte.isDigit($0) }
    guard digits > 0 else { return nil }
    if let figure = figures.first, figures.count == 1, let measure = figure.measure {
      let read = minutes.text.bytes[
        cell.lowerBound + figure.range.lowerBound..<cell.lowerBound + figure.range.upperBound
      ].count { Byte.isDigit($0) }
      // "7,0" is no number of persons
      let isWhole =
        !minutes.text.bytes[cell].contains(0x2C)
        && figure.value.map { $0 == $0.rounded() } ?? true
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
