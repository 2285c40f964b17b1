import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Reads a table: row labels tell indicators, column headings kind and period.
  mutating func readTable(_ table: Table) {
    if isContents(table) { return }
    let outer = (context.headingPhrases, context.headingPeriod)
    readTitles(table)
    let title = context.paragraphPhrases
    let earlier = context.earlierPhrases
    let general = tableScale(table)
    let labels = labelColumn(table)
    var columns = table.header.enumerated().map { index, heading in
      index <= labels
        ? TableColumn(role: .ignored, rule: "table.label") : column(heading, general: general)
    }
    settleDeviations(&columns)
    if labels < table.header.count { settleYears(&columns, under: table.header[labels], labels) }
    let above = TableSurroundings(
      counted: countedAbove(table, labels),
      introduced: introduces(table) ? context.lastFigure : nil,
      named: introduces(table) || isTitled(table)
        ? title.isEmpty ? context.headingPhrases : title : [],
      heading: labels < table.header.count ? phrases(of: table.header[labels]) : [],
      isOnlyColumn: columns.indices.dropFirst(labels + 1).count { isOfFigures(table, $0) } == 1,
      period: periods(table)
    )
    let units = columns.firstIndex { if case .unit = $0.role { true } else { false } }
    let committee = committeeRow(table, labels: labels)
    let isOfMunicipality = namesOtherWork(table, labels)
    var whole: [Int] = []
    var wholeScale: TableScale?
    /// For each column, the unit of the row that those below are parts of.
    var unitsAbove: [Int: FigureUnit] = [:]
    for (number, row) in table.rows.enumerated() {
      guard labels < row.cells.count, !row.cells[labels].isEmpty else { continue }
      var (text, phrases) = readLabel(row.cells[labels], lines: row.labelLines)
      var label = RowLabel(
        text: text,
        phrases: phrases,
        scale: scale(of: text) ?? units.flatMap { unitCell(row, column: $0) },
        isWhole: number == committee || Self.isTotal(text)
      )
      label.fields = ownFields(phrases)
      // "varav kvinnor" is a part of the row above
      label.isPart = beginsPart || isOfSex
      if label.isPart {
        label.isOfGroup = isOfSex || namesGroupOnly
        phrases += whole
        if sentence.countedUnit == nil { label.scale = label.scale ?? wholeScale }
      } else {
        whole = sentence.hits.map(\.phrase) + phrases
        wholeScale = label.scale
        unitsAbove = [:]
      }
      label.phrases = phrases
      // the money of schools and roads beside that of the field
      if isOfMunicipality, !label.isWhole, label.fields.isEmpty, !Self.namesField(text) {
        continue
      }
      let rowPeriod = above.period.flatMap { periodCell(row, column: $0) }
      for index in row.cells.indices.dropFirst(labels + 1) where !row.cells[index].isEmpty {
        guard index < columns.count else { break }
        let column = columns[index]
        switch column.role {
        case .ignored, .unit: continue
        case .figure, .unknown:
          let unit = readFigureCell(
            row.cells[index],
            row: row,
            label: label,
            rowPeriod: rowPeriod,
            column: column,
            partOf: label.isPart ? unitsAbove[index] : nil,
            above: above
          )
          if !label.isPart { unitsAbove[index] = unit }
        case .assessment:
          gatherRowEvidence(label, column, above)
          readAssessmentCell(row.cells[index], row: row, label: row.cells[labels], column: column)
        }
      }
    }
    context.paragraphPhrases = title
    context.earlierPhrases = earlier
    context.lastFigure = nil
    (context.headingPhrases, context.headingPeriod) = outer
  }

  /// A row's label with the lines on which it begins and goes on, and their phrases; the label's
  /// own line is the sentence that stays.
  private mutating func readLabel(
    _ label: Range<Int>,
    lines: [Range<Int>]
  ) -> (text: String, phrases: [Int]) {
    var phrases: [Int] = []
    var before = ""
    var behind = ""
    for line in lines {
      readSentence(line)
      phrases += sentence.hits.map(\.phrase)
      if line.lowerBound < label.lowerBound {
        before += minutes.text.folded(line) + " "
      } else {
        behind += " " + minutes.text.folded(line)
      }
    }
    readSentence(label)
    return (before + minutes.text.folded(label) + behind, phrases)
  }

  /// The period that a row names in a column of its own: "Tertial 2 2021" under "Period".
  private mutating func periodCell(_ row: Table.Row, column: Int) -> Period? {
    guard column < row.cells.count, !row.cells[column].isEmpty else { return nil }
    cellReading.read(
      minutes.text.bytes,
      row.cells[column],
      reader: reader,
      context: periodContext,
      matcher: &matcher
    )
    return cellReading.quantities.first { $0.form == .period }?.period
  }

  /// The column that names what each row is about: the first, or one headed "Indikator".
  private func labelColumn(_ table: Table) -> Int {
    let named = table.header.firstIndex { heading in
      let lower = heading.lowercased()
      return Self.labelHeadings.contains { lower.begins(with: $0) }
    }
    if let named { return named }
    // numbers of order before the names: "1.1 | Andel …"
    func isText(_ column: Int) -> Bool {
      let cells = table.rows.compactMap {
        column < $0.cells.count && !$0.cells[column].isEmpty ? $0.cells[column] : nil
      }
      let texts = cells.count { minutes.text.bytes[$0].contains(where: { Byte.isLetter($0) }) }
      return texts * 2 > cells.count
    }
    return !isText(0) && isText(1) ? 1 : 0
  }

  /// The column that tells each row's period.
  private func periods(_ table: Table) -> Int? {
    table.header.firstIndex { $0.utf8.count == 6 && $0.lowercased() == "period" }
  }

  /// Whether most of what stands in a column are figures.
  private func isOfFigures(_ table: Table, _ column: Int) -> Bool {
    let cells = table.rows.compactMap {
      column < $0.cells.count && !$0.cells[column].isEmpty ? $0.cells[column] : nil
    }
    return cells.count { minutes.text.bytes[$0].contains(where: { Byte.isDigit($0) }) } * 2
      > cells.count
  }

  /// The unit that a row gives in a column of its own: "tkr", "%", "antal".
  private func unitCell(_ row: Table.Row, column: Int) -> TableScale? {
    guard column < row.cells.count, !row.cells[column].isEmpty else { return nil }
    return scale(of: minutes.text.folded(row.cells[column]))
  }

  /// A deviation behind a forecast is what is expected, not what was reached; it has the time of
  /// the columns before it where it names none.
  private func settleDeviations(_ columns: inout [TableColumn]) {
    for index in columns.indices.dropFirst() where columns[index].rule == "table.deviation" {
      if columns[index - 1].rule == "table.forecast" { columns[index].role = .figure(.forecast) }
      if columns[index].period == nil { columns[index].period = columns[index - 1].period }
    }
  }

  /// Whether a row's label begins like a part of the row above: "varav sfi".
  private var beginsPart: Bool {
    (0..<min(2, sentence.tokens.count)).contains { index in
      Self.parts.contains(sentence.tokens[index].hash)
        && (index == 0 || sentence.tokens[0].kind == .punctuation)
    }
  }

  private static let parts = WordSet(["varav", "därav"])
  private static let labelHeadings: [StaticString] = ["indikator", "nyckeltal", "mått"]
}
