import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Reads a table: row labels tell indicators, column headings kind and period.
  mutating func readTable(_ table: Table) {
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
    let counted = countedAbove(table, labels)
    let periods = table.header.firstIndex { $0.utf8.count == 6 && $0.lowercased() == "period" }
    let isIntroduced = introduces(table)
    let named = isIntroduced || isTitled(table) ? title : []
    let introduced = isIntroduced ? context.lastFigure : nil
    let heading = labels < table.header.count ? phrases(of: table.header[labels]) : []
    let committee = committeeRow(table, labels: labels)
    var whole: [Int] = []
    var unitAbove: FigureUnit?
    for (number, row) in table.rows.enumerated() {
      guard labels < row.cells.count, !row.cells[labels].isEmpty else { continue }
      let label = row.cells[labels]
      var (labelText, labelPhrases) = readLabel(label, lines: row.labelLines)
      // "varav kvinnor" is a part of the row above
      let isPart = sentence.opening(0).map { Self.parts.contains($0.hash) } ?? false || isOfSex
      if isPart {
        labelPhrases += whole
      } else {
        whole = sentence.hits.map(\.phrase) + labelPhrases
      }
      if !isPart { unitAbove = nil }
      let rowPeriod = periods.flatMap { periodCell(row, column: $0) }
      let labelScale = TableScale.named(in: labelText)
      for index in row.cells.indices.dropFirst(labels + 1) where !row.cells[index].isEmpty {
        guard index < columns.count else { break }
        if case .ignored = columns[index].role { continue }
        gatherEvidence(clause: nil, place: nil)
        addEvidence(named, weight: Nearness.sentence)
        addEvidence(heading, weight: Nearness.sentence)
        addEvidence(labelPhrases + columns[index].phrases)
        if case .figure(let kind) = columns[index].role {
          readFigureCell(
            row.cells[index],
            kind: kind,
            row: row,
            label: RowLabel(
              text: labelText,
              phrases: labelPhrases,
              scale: labelScale,
              isWhole: number == committee || Self.isTotal(labelText)
            ),
            rowPeriod: rowPeriod,
            counted: counted,
            column: columns[index],
            partOf: isPart ? unitAbove : nil,
            introduced: introduced
          )
          if !isPart { unitAbove = context.lastFigure?.unit }
        } else {
          readAssessmentCell(row.cells[index], row: row, label: label, column: columns[index])
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

  /// A deviation behind a forecast is what is expected, not what was reached.
  private func settleDeviations(_ columns: inout [TableColumn]) {
    for index in columns.indices.dropFirst() where columns[index].rule == "table.deviation" {
      if columns[index - 1].rule == "table.forecast" { columns[index].role = .figure(.forecast) }
    }
  }

  private static let parts = WordSet(["varav", "därav"])
  private static let labelHeadings: [StaticString] = ["indikator", "nyckeltal", "mått"]
}
