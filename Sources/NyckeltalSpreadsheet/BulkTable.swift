internal import CXlsxWriter
import NyckeltalModel
import NyckeltalReports

/// The sheets that an export fills, one after the other.
struct BulkTable: ~Copyable {
  private let export: DataExport
  private let columns: [BulkColumn]
  private let headerFormat: BulkSheet.Format
  private let columnIndexes: [String: Int]
  private var sheet: BulkSheet
  private var sheetCount = 1
  /// The numbers of the row, for its formulas.
  private var numbers: [Double?]
  private var widths: [Double]
  private var finishedBytes = 0

  /// The rows that the widths of columns are taken from.
  private static let measuredRows = 500

  init(
    export: DataExport,
    in workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) {
    let indexes = Dictionary(
      export.columns.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var columns: [BulkColumn] = []
    for column in export.columns {
      columns.append(try BulkColumn(column, export.language, indexes, in: workbook))
    }
    let header = CellStyle(
      size: 9.5,
      isBold: true,
      color: Palette.accent,
      fill: Palette.header,
      bottom: .medium,
      borderColor: Palette.accent
    )
    let format = try workbook.makeFormat(header)
    let first = try Self.begin(export, 1, format, in: workbook)
    self.export = export
    self.columns = columns
    headerFormat = format
    columnIndexes = indexes
    sheet = first
    numbers = Array(repeating: nil, count: columns.count)
    widths = export.columns.map { TextMetrics.width($0.title, size: 9.5, isBold: true) + 18 }
  }

  mutating func add(
    _ observation: Observation,
    _ workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) {
    if sheet.row + 1 >= export.rowsPerSheet { try beginNextSheet(workbook) }
    try sheet.nextRow()
    for index in columns.indices {
      let format = columns[index].format
      switch columns[index].content {
      case .text(let text):
        guard let words = text(observation), !words.isEmpty else { continue }
        try sheet.write(words, index, format)
        if sheet.row <= Self.measuredRows { measure(words, index) }
      case .number(let value):
        let number = value(observation).flatMap { $0.isFinite ? $0 : nil }
        numbers[index] = number
        guard let number else { continue }
        try sheet.write(FiniteNumber(number, place: ""), index, format)
        if sheet.row <= Self.measuredRows { measure("\(number)", index) }
      case .formula(let formula, let expression):
        let value = expression.value { id in columnIndexes[id].flatMap { numbers[$0] } }
        numbers[index] = value.flatMap { $0.isFinite ? $0 : nil }
        guard let number = numbers[index] else { continue }
        try sheet.write(
          formula,
          cached: FiniteNumber(number, place: ""),
          index,
          format
        )
      }
    }
  }

  /// Ends the last sheet.
  ///
  /// - Returns: The most that all of them take on disk.
  mutating func end(_ workbook: borrowing WorkbookHandle) throws(SpreadsheetError) -> Int {
    try endSheet(workbook)
    return finishedBytes
  }

  private mutating func beginNextSheet(
    _ workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) {
    try endSheet(workbook)
    sheetCount += 1
    sheet = try Self.begin(export, sheetCount, headerFormat, in: workbook)
  }

  private mutating func endSheet(
    _ workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) {
    try sheet.end()
    finishedBytes += sheet.bytes
    let last = max(0, export.columns.count - 1)
    let handle = sheet.handle
    for (column, width) in widths.enumerated() {
      try handle.setWidth(TextMetrics.columns(min(width, 220)), column: column)
    }
    handle.freeze(row: 1, column: 0)
    try handle.allowNumbersAsText()
    if sheet.row > 0 { try handle.setAutofilter(rows: 0...sheet.row, columns: 0...last) }
    try handle.setPrint(
      lastRow: max(0, sheet.row),
      lastColumn: last,
      headerRow: 0,
      pagesWide: SheetLayout.pages(widths.map { min($0, 220) }),
      isOnePage: false,
      header: "&L\(PageFooter.font)\(PageFooter.text(export.title))",
      footer: PageFooter(export.language).text(handle.name)
    )
  }

  private static func begin(
    _ export: DataExport,
    _ number: Int,
    _ format: BulkSheet.Format,
    in workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) -> BulkSheet {
    let name = try SheetName(number == 1 ? export.title : "\(export.title) \(number)")
    var sheet = try workbook.addBulkSheet(name)
    try sheet.nextRow(height: 22)
    for (index, column) in export.columns.enumerated() {
      try sheet.write(column.title, index, format)
    }
    return sheet
  }

  private mutating func measure(_ text: String, _ column: Int) {
    widths[column] = max(widths[column], TextMetrics.width(text, size: 10) + 14)
  }
}

/// What a column of an export writes, prepared once.
struct BulkColumn {
  enum Content {
    case text((Observation) -> String?)
    case number((Observation) -> Double?)
    case formula(BulkFormula, ReportExpression)
  }

  let content: Content
  /// The column's format; `nil` for the workbook's own, which a cell need not name.
  let format: BulkSheet.Format?

  init(
    _ column: DataColumn,
    _ language: ReportLanguage,
    _ indexes: [String: Int],
    in workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) {
    var number: NumberStyle?
    switch column.content {
    case .text(let text):
      content = .text(text)
    case .number(let style, let value):
      number = style
      content = .number(value)
    case .formula(let expression, let style):
      guard let formula = BulkFormula(expression, column: { indexes[$0] }) else {
        throw SpreadsheetError(
          code: .library,
          place: CleanText(column.title, limit: 64).string,
          problem: "the column's formula names a column that the export does not have",
          remedy: "add the column, or leave the formula out"
        )
      }
      number = style
      content = .formula(formula, expression)
    }
    guard let number else {
      format = nil
      return
    }
    var style = CellStyle(horizontal: .right)
    style.numberFormat = number.excelFormat(language)
    format = try workbook.makeFormat(style)
  }
}
