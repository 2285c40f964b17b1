import NyckeltalModel

/// Lays out one section of a table in a fixed pitch.
struct TextTable {
  private var table: ReportTable
  private var section: ReportTable.Section
  private var figures: FigureText
  private var width: Int
  /// The index of the column of labels.
  private var label: Int?
  /// The columns beside it that have something to show.
  private var shown: [Int]
  private var widths: [Int: Int]
  private var referenceWidth: Int

  private static let indent = "  "
  private static let gap = "  "
  private static let leastLabel = 26

  init(
    table: ReportTable,
    section: ReportTable.Section,
    language: ReportLanguage,
    width: Int
  ) {
    self.table = table
    self.section = section
    self.width = width
    figures = FigureText(language: language)
    let inLine = table.columns.indices.filter { table.columns[$0].placement == .column }
    label = inLine.first
    shown = []
    widths = [:]
    referenceWidth = 0
    shown = inLine.dropFirst().filter { column in
      section.rows.contains { !text($0, column).isEmpty }
    }
    for column in shown {
      widths[column] =
        section.rows.map { TextLayout.width(text($0, column)) }
        .reduce(TextLayout.width(table.columns[column].title), max)
    }
    referenceWidth = section.rows.map { TextLayout.width(references($0)) }.max() ?? 0
    if isStacked { referenceWidth = 0 }
  }

  /// The heading and the rows.
  func lines(heading: String) -> [String] {
    var lines = [""]
    let title = heading.uppercased()
    var note =
      section.note.map {
        TextLayout.wrap($0, width: width, first: Self.indent, rest: Self.indent)
      } ?? []
    if isHeaded, labelWidth >= 0 {
      let names = shown.map { aligned(table.columns[$0].title, $0) }
      let start = Self.indent.count + labelWidth
      if TextLayout.width(title) <= start {
        lines.append(
          TextLayout.left(title, start) + names.map { Self.gap + $0 }.joined()
        )
      } else {
        lines += TextLayout.wrap(title, width: width) + note
        lines.append(
          String(repeating: " ", count: start) + names.map { Self.gap + $0 }.joined()
        )
        note = []
      }
    } else {
      lines += TextLayout.wrap(title, width: width)
    }
    lines += note
    var name: String?
    for row in section.rows.prefix(section.brief?.most ?? .max) {
      guard table.isGrouped, isStacked, labelWidth >= 0 else {
        lines += self.lines(row)
        continue
      }
      let label = label.map { text(row, $0) } ?? ""
      if label != name {
        lines += TextLayout.wrap(label, width: width, first: Self.indent, rest: Self.indent + "  ")
      }
      name = label
      lines += groupedLines(row)
    }
    if let brief = section.brief, section.rows.count > brief.most {
      let further = brief.further(section.rows.count - brief.most)
      lines += TextLayout.wrap(further, width: width, first: Self.indent, rest: Self.indent)
    }
    return lines
  }

  /// A row under a label that it shares with others: its sources, its figures, its words.
  private func groupedLines(_ row: ReportTable.Row) -> [String] {
    let start = Self.indent.count + labelWidth
    let marks = "    " + references(row)
    let cells = shown.map { aligned(text(row, $0).isEmpty ? "–" : text(row, $0), $0) }
    let figures = cells.map { Self.gap + $0 }.joined()
    let isFitting = TextLayout.width(marks) <= start
    let line = isFitting ? TextLayout.left(marks, start) : String(repeating: " ", count: start)
    let rest =
      isFitting
      ? [] : TextLayout.wrap(references(row), width: width, first: Self.words, rest: Self.words)
    guard section.brief == nil else { return [line + figures] + rest }
    return [line + figures] + rest + ownLines(row, Self.words)
  }

  private static let words = "      "

  private func lines(_ row: ReportTable.Row) -> [String] {
    let indent = Self.indent + String(repeating: "    ", count: row.level)
    let hanging = indent + (row.level > 0 ? "  " : "    ")
    let marks = references(row)
    let cells = shown.map { aligned(text(row, $0).isEmpty ? "–" : text(row, $0), $0) }
    let figures = cells.map { Self.gap + $0 }.joined()
    var lines: [String]
    var areMarksPlaced = false
    if shown.isEmpty, referenceWidth == 0 {
      lines = TextLayout.wrap(labelText(row), width: width, first: indent, rest: hanging)
    } else if isStacked {
      areMarksPlaced = true
      lines = TextLayout.wrap(
        labelText(row) + (marks.isEmpty ? "" : " " + marks),
        width: width,
        first: indent,
        rest: hanging
      )
      if labelWidth >= 0 {
        lines.append(String(repeating: " ", count: Self.indent.count + labelWidth) + figures)
      } else {
        for column in shown where !text(row, column).isEmpty {
          lines += TextLayout.wrap(
            "\(table.columns[column].title): \(text(row, column))",
            width: width,
            first: hanging,
            rest: hanging
          )
        }
      }
    } else {
      lines = TextLayout.wrap(
        labelText(row),
        width: Self.indent.count + labelWidth,
        first: indent,
        rest: hanging
      )
      let last = lines.removeLast()
      areMarksPlaced = referenceWidth > 0
      lines.append(
        TextLayout.left(last, Self.indent.count + labelWidth) + figures
          + (areMarksPlaced ? Self.gap + marks : "")
      )
    }
    if section.brief == nil { lines += ownLines(row, hanging) }
    if !areMarksPlaced, !marks.isEmpty {
      lines += TextLayout.wrap(
        marks.replacing("][", with: "] ["),
        width: width,
        first: hanging,
        rest: hanging
      )
    }
    return lines
  }

  /// The lines of the columns that have their own.
  private func ownLines(_ row: ReportTable.Row, _ indent: String) -> [String] {
    table.columns.enumerated().flatMap { index, column -> [String] in
      guard let prefix = prefix(column, row), !text(row, index).isEmpty, !saysMissing(row, index)
      else { return [] }
      return TextLayout.wrap(
        [prefix, text(row, index)].filter { !$0.isEmpty }.joined(separator: " "),
        width: width,
        first: indent,
        rest: indent
      )
    }
  }

  /// What a column's own line begins with; `nil` where it has no line in the row.
  private func prefix(_ column: ReportTable.Column, _ row: ReportTable.Row) -> String? {
    switch column.placement {
    case .line(let prefix): prefix
    case .spokenLine(let prefix): row.isSpoken ? prefix : nil
    case .column, .suffix, .references, .hidden: nil
    }
  }

  /// Whether a status only repeats that figures are missing, which the row shows already.
  private func saysMissing(_ row: ReportTable.Row, _ column: Int) -> Bool {
    guard column < row.cells.count, case .status(let status) = row.cells[column].content else {
      return false
    }
    return status.level == .missing
  }

  /// What is left for the label beside the other columns.
  private var labelWidth: Int {
    let columns = shown.reduce(0) { $0 + (widths[$1] ?? 0) + Self.gap.count }
    let references = referenceWidth > 0 ? referenceWidth + Self.gap.count : 0
    return width - Self.indent.count - columns - references
  }

  /// Whether the columns' names stand above them: an outcome alone needs none, a forecast does.
  private var isHeaded: Bool {
    let telling: [ReportColumn] = [.forecast, .soFar, .tertial1, .tertial2, .tertial3]
    return shown.count > 1
      || shown.contains { column in
        telling.contains { $0.rawValue == table.columns[column].id }
      }
  }

  /// Whether the label has a line of its own, the figures below it.
  private var isStacked: Bool { table.isGrouped || labelWidth < Self.leastLabel }

  private func aligned(_ text: String, _ column: Int) -> String {
    table.columns[column].content == .number
      ? TextLayout.right(text, widths[column] ?? 0) : TextLayout.left(text, widths[column] ?? 0)
  }

  private func labelText(_ row: ReportTable.Row) -> String {
    guard let label else { return "" }
    var words = text(row, label)
    for (index, column) in table.columns.enumerated() where column.placement == .suffix {
      let suffix = text(row, index)
      if !suffix.isEmpty, !words.lowercased().contains(suffix.lowercased()) {
        words += ", \(suffix)"
      }
    }
    return words
  }

  private func references(_ row: ReportTable.Row) -> String {
    for (index, column) in table.columns.enumerated() where column.placement == .references {
      if index < row.cells.count {
        return row.cells[index].sources.map { "[\($0)]" }.joined()
      }
    }
    return ""
  }

  private func text(_ row: ReportTable.Row, _ column: Int) -> String {
    guard column < row.cells.count else { return "" }
    switch row.cells[column].content {
    case .empty: return ""
    case .text(let words), .missing(let words): return words
    case .status(let status): return status.text
    case .number(let value, let style): return figures.number(value, style)
    case .formula(_, let style):
      return table.number(in: row, column: table.columns[column].id)
        .map { figures.number($0, style) } ?? ""
    }
  }
}
