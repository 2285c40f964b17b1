public import NyckeltalModel

/// Writes the observations that a report rests on, for programs and for tables of one's own.
///
/// The columns and fields are those of `nyckeltal extract`, each statement once, in the order in
/// which the report numbers them.
public struct DataRenderer: Sendable {
  /// How CSV is written.
  public var style: CSVStyle

  /// Makes a renderer.
  public init(style: CSVStyle = CSVStyle()) { self.style = style }

  /// The observations as CSV, a header first, every line ended by a line feed, in UTF-8.
  public func csv(_ report: Report) -> [UInt8] {
    var bytes: [UInt8] = []
    if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    bytes += Array((style.row(Observation.csvColumns) + "\n").utf8)
    for statement in report.statements {
      bytes += Array((statement.observation.csvRow(style) + "\n").utf8)
    }
    return bytes
  }

  /// One of the report's own tables as CSV: its columns with their headings, a row for each of its
  /// rows, its section before them where it has several.
  ///
  /// Figures are plain numbers in the base unit, a sign and a unit have columns of their own in the
  /// data; what is missing is in words.
  ///
  /// - Returns: `nil` where the report has no such table.
  public func csv(_ report: Report, table name: String) -> [UInt8]? {
    let tables = report.sheets.flatMap(\.blocks).compactMap { block -> ReportTable? in
      guard case .table(let table) = block else { return nil }
      return table
    }
    guard let table = tables.first(where: { $0.name == name }) else { return nil }
    var bytes: [UInt8] = []
    if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    let hasSections = table.sections.contains { $0.title != nil }
    let titles = (hasSections ? [""] : []) + table.columns.map(\.title)
    bytes += Array((style.row(titles) + "\n").utf8)
    for section in table.sections {
      for row in section.rows {
        let cells = table.columns.indices.map { index in
          index < row.cells.count ? text(row.cells[index], row, table, index) : ""
        }
        let line = (hasSections ? [section.title ?? ""] : []) + cells
        bytes += Array((style.row(line) + "\n").utf8)
      }
    }
    return bytes
  }

  /// The names of the report's tables.
  public static func tables(_ report: Report) -> [String] {
    report.sheets.flatMap(\.blocks).compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table.name
    }
  }

  private func text(
    _ cell: ReportCell,
    _ row: ReportTable.Row,
    _ table: ReportTable,
    _ column: Int
  ) -> String {
    switch cell.content {
    case .empty: ""
    case .text(let words), .missing(let words): words
    case .status(let status): status.text
    case .number(let value, _): style.number(value)
    case .formula: style.number(table.number(in: row, column: table.columns[column].id))
    }
  }

  /// The observations as JSON, one object a line, in UTF-8.
  public func jsonLines(_ report: Report) -> [UInt8] {
    var json = JSONText()
    for statement in report.statements { statement.observation.write(to: &json) }
    return json.bytes
  }
}
