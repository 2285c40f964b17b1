internal import CXlsxWriter

/// A sheet of a workbook that is being made; it lives no longer than its workbook.
///
/// Every call that libxlsxwriter can refuse goes through ``check(_:_:)``.
struct WorksheetHandle {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let name: SheetName

  typealias Format = UnsafeMutablePointer<lxw_format>

  func place(_ row: Int, _ column: Int) -> String {
    "\(name.string)!\(CellAddress(row: row, column: column))"
  }

  func write(_ text: CleanText, _ row: Int, _ column: Int, _ format: Format)
    throws(SpreadsheetError)
  {
    try check(
      worksheet_write_string(sheet, UInt32(row), UInt16(column), text.string, format),
      place(row, column)
    )
  }

  func write(_ number: FiniteNumber, _ row: Int, _ column: Int, _ format: Format)
    throws(SpreadsheetError)
  {
    try check(
      worksheet_write_number(sheet, UInt32(row), UInt16(column), number.value, format),
      place(row, column)
    )
  }

  func write(
    formula: String,
    cached: FiniteNumber,
    _ row: Int,
    _ column: Int,
    _ format: Format
  ) throws(SpreadsheetError) {
    try check(
      worksheet_write_formula_num(
        sheet,
        UInt32(row),
        UInt16(column),
        formula,
        format,
        cached.value
      ),
      place(row, column)
    )
  }

  func write(
    formula: String,
    cachedWords: CleanText,
    _ row: Int,
    _ column: Int,
    _ format: Format
  ) throws(SpreadsheetError) {
    try check(
      worksheet_write_formula_str(
        sheet,
        UInt32(row),
        UInt16(column),
        CleanText(formula).string,
        format,
        cachedWords.string
      ),
      place(row, column)
    )
  }

  /// Colours the cells of a column that begin with some words.
  func color(
    _ column: Int,
    rows: ClosedRange<Int>,
    beginningWith words: CleanText,
    _ format: Format
  ) throws(SpreadsheetError) {
    let failure: lxw_error = words.string.withCString { text in
      var rule = lxw_conditional_format()
      rule.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
      rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH.rawValue)
      rule.value_string = UnsafeMutablePointer(mutating: text)
      rule.format = format
      return worksheet_conditional_format_range(
        sheet,
        UInt32(rows.lowerBound),
        UInt16(column),
        UInt32(rows.upperBound),
        UInt16(column),
        &rule
      )
    }
    try check(failure, place(rows.lowerBound, column))
  }

  func writeBlank(_ row: Int, _ column: Int, _ format: Format) throws(SpreadsheetError) {
    try check(
      worksheet_write_blank(sheet, UInt32(row), UInt16(column), format),
      place(row, column)
    )
  }

  /// Makes a cell lead to another; the cell is written after, since a link brings its own text.
  func link(_ row: Int, _ column: Int, to target: String, _ format: Format)
    throws(SpreadsheetError)
  {
    try check(
      worksheet_write_url(sheet, UInt32(row), UInt16(column), "internal:" + target, format),
      place(row, column)
    )
  }

  /// Attaches a comment to a cell.
  func comment(_ row: Int, _ column: Int, _ text: CleanText) throws(SpreadsheetError) {
    var options = lxw_comment_options()
    let author = strdup("Nyckeltal")
    defer { free(author) }
    options.author = author
    try check(
      worksheet_write_comment_opt(sheet, UInt32(row), UInt16(column), text.string, &options),
      place(row, column)
    )
  }

  /// Makes one cell of several in a row.
  func merge(_ row: Int, _ columns: ClosedRange<Int>, _ format: Format) throws(SpreadsheetError) {
    try check(
      worksheet_merge_range(
        sheet,
        UInt32(row),
        UInt16(columns.lowerBound),
        UInt32(row),
        UInt16(columns.upperBound),
        "",
        format
      ),
      place(row, columns.lowerBound)
    )
  }

  func setWidth(_ width: Double, column: Int) throws(SpreadsheetError) {
    try check(
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil),
      place(0, column)
    )
  }

  func setHeight(_ points: Double, row: Int) throws(SpreadsheetError) {
    try check(worksheet_set_row(sheet, UInt32(row), points, nil), place(row, 0))
  }

  /// The height of rows that have none of their own.
  func setDefaultHeight(_ points: Double) { worksheet_set_default_row(sheet, points, 0) }

  /// Keeps Excel from marking years and § numbers, which are names, as numbers stored as text.
  func allowNumbersAsText() throws(SpreadsheetError) {
    let kind = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try check(worksheet_ignore_errors(sheet, kind, "A1:XFD1048576"), name.string)
  }

  /// Keeps the rows above and the columns before a cell in view.
  func freeze(row: Int, column: Int) {
    worksheet_freeze_panes(sheet, UInt32(row), UInt16(column))
  }

  func setAutofilter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(SpreadsheetError) {
    try check(
      worksheet_autofilter(
        sheet,
        UInt32(rows.lowerBound),
        UInt16(columns.lowerBound),
        UInt32(rows.upperBound),
        UInt16(columns.upperBound)
      ),
      place(rows.lowerBound, 0)
    )
  }

  /// A4 landscape, so many pages wide, the header row on each page, page numbers below.
  func setPrint(
    lastRow: Int,
    lastColumn: Int,
    headerRow: Int?,
    pagesWide: Int = 1,
    isOnePage: Bool,
    header: String,
    footer: String
  ) throws(SpreadsheetError) {
    worksheet_set_paper(sheet, 9)
    worksheet_set_landscape(sheet)
    worksheet_center_horizontally(sheet)
    worksheet_fit_to_pages(sheet, UInt16(clamping: pagesWide), isOnePage ? 1 : 0)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.7, 0.7)
    if let headerRow {
      try check(
        worksheet_repeat_rows(sheet, UInt32(headerRow), UInt32(headerRow)),
        name.string
      )
    }
    try check(
      worksheet_print_area(sheet, 0, 0, UInt32(lastRow), UInt16(lastColumn)),
      name.string
    )
    try check(worksheet_set_header(sheet, header), name.string)
    try check(worksheet_set_footer(sheet, footer), name.string)
  }

  /// White paper instead of a grid; the tables draw their own lines.
  func hideGrid() { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

  func setTab(_ color: UInt32) { worksheet_set_tab_color(sheet, color) }
}

/// A cell's place, from 0.
struct CellAddress: Sendable, Hashable, CustomStringConvertible {
  var row: Int
  var column: Int

  /// As Excel writes it: B4.
  var description: String { Self.letters(column) + String(row + 1) }

  /// With dollar signs: $B$4.
  var fixed: String { "$\(Self.letters(column))$\(row + 1)" }

  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
