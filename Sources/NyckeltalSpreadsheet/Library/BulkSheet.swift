internal import CXlsxWriter
import NyckeltalReports

/// A sheet of any length: a row goes to disk when the next one begins.
///
/// What libxlsxwriter cannot do in this mode, though it says that it did, is not here: no merged
/// cells, no tables, no charts over it, no way back to an earlier row.
struct BulkSheet: ~Copyable {
  typealias Format = UnsafeMutablePointer<lxw_format>

  /// The rows that the format allows (Office Open XML, ECMA-376; Excel's own limit).
  static let mostRows = 1_048_576

  /// What concerns the sheet as a whole: widths, print setup, panes.
  let handle: WorksheetHandle
  /// The row that is being written; -1 before the first.
  private(set) var row = -1
  private var formula: [CChar] = []

  init(_ handle: WorksheetHandle) { self.handle = handle }

  /// The most that the sheet takes on disk before it is packed, so far.
  var bytes: Int {
    // What has been written, once more when the sheet is put together, and the row that waits.
    guard let file = handle.sheet.pointee.optimize_tmpfile else { return 0 }
    return 2 * max(0, ftell(file)) + (1 << 20)
  }

  /// Begins the next row; those before it cannot be changed any more.
  mutating func nextRow(height: Double? = nil) throws(SpreadsheetError) {
    row += 1
    if row >= Self.mostRows {
      throw SpreadsheetError(
        code: .tooLarge,
        place: handle.name.string,
        problem: "a sheet has at most \(Self.mostRows) rows",
        remedy: "divide the data over several sheets"
      )
    }
    if let height { try handle.setHeight(height, row: row) }
    if row % 4_096 == 0 { try checkFile() }
  }

  /// Writes words into a column of the row.
  func write(_ text: String, _ column: Int, _ format: Format?) throws(SpreadsheetError) {
    let error =
      CleanText.isClean(text)
      ? text.withCString { write(cString: $0, column, format) }
      : CleanText(text).string.withCString { write(cString: $0, column, format) }
    if error != LXW_NO_ERROR { try check(error, handle.place(row, column)) }
  }

  /// Writes a number into a column of the row.
  func write(_ number: FiniteNumber, _ column: Int, _ format: Format?) throws(SpreadsheetError) {
    let error = worksheet_write_number(
      handle.sheet,
      UInt32(row),
      UInt16(column),
      number.value,
      format
    )
    if error != LXW_NO_ERROR { try check(error, handle.place(row, column)) }
  }

  /// Writes a formula over the row and its value.
  mutating func write(
    _ template: BulkFormula,
    cached: FiniteNumber,
    _ column: Int,
    _ format: Format?
  ) throws(SpreadsheetError) {
    template.write(row: row, to: &formula)
    let error = worksheet_write_formula_num(
      handle.sheet,
      UInt32(row),
      UInt16(column),
      formula,
      format,
      cached.value
    )
    if error != LXW_NO_ERROR { try check(error, handle.place(row, column)) }
  }

  /// Writes a formula and its value.
  func write(
    formula: String,
    cached: FiniteNumber,
    _ column: Int,
    _ format: Format
  ) throws(SpreadsheetError) {
    try handle.write(formula: formula, cached: cached, row, column, format)
  }

  /// Makes an empty cell with a format.
  func writeBlank(_ column: Int, _ format: Format?) throws(SpreadsheetError) {
    let error = worksheet_write_blank(handle.sheet, UInt32(row), UInt16(column), format)
    if error != LXW_NO_ERROR { try check(error, handle.place(row, column)) }
  }

  /// Makes a cell lead to another; the cell is written after, since a link brings its own text.
  func link(_ column: Int, to target: String, _ format: Format) throws(SpreadsheetError) {
    try handle.link(row, column, to: target, format)
  }

  /// Writes the waiting row out and checks that all of them are there.
  func end() throws(SpreadsheetError) {
    // One part of a workbook is at most 4 GiB without ZIP64, which not every program reads.
    if bytes / 2 > UInt32.max {
      throw SpreadsheetError(
        code: .tooLarge,
        place: handle.name.string,
        problem: "the sheet is larger than 4 GB",
        remedy: "divide the data over several files, or leave columns out"
      )
    }
    try checkFile()
  }

  /// The library does not ask whether its writing went well.
  private func checkFile() throws(SpreadsheetError) {
    guard let file = handle.sheet.pointee.optimize_tmpfile else { return }
    if fflush(file) != 0 || ferror(file) != 0 {
      throw SpreadsheetError(
        code: .cannotWrite,
        place: handle.name.string,
        problem: "the rows cannot be written to the folder for temporary files",
        remedy: "check that the disk has room"
      )
    }
  }

  private func write(
    cString: UnsafePointer<CChar>,
    _ column: Int,
    _ format: Format?
  ) -> lxw_error {
    // An empty string without a format would be left out and reported as done.
    worksheet_write_string(handle.sheet, UInt32(row), UInt16(column), cString, format)
  }
}

/// A formula over cells of one row, to be written in many rows.
struct BulkFormula: Sendable {
  /// The text between the numbers of rows.
  private let pieces: [[CChar]]

  /// Prepares an expression; `nil` where it names a column that is not there.
  init?(_ expression: ReportExpression, column: (String) -> Int?) {
    // U+0001 stands in no formula.
    let text = expression.formula { id in column(id).map { CellAddress.letters($0) + "\u{1}" } }
    guard let text else { return nil }
    pieces = text.split(separator: "\u{1}", omittingEmptySubsequences: false).map { piece in
      piece.utf8.map { CChar(bitPattern: $0) }
    }
  }

  /// Writes the formula for a row, counted from 0, as a C string over what was there before.
  func write(row: Int, to text: inout [CChar]) {
    text.removeAll(keepingCapacity: true)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 20) { buffer in
      var start = buffer.count
      var rest = row + 1
      repeat {
        start -= 1
        buffer[start] = CChar(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
      } while rest > 0
      let digits = UnsafeMutableBufferPointer(rebasing: buffer[start...])
      for (index, piece) in pieces.enumerated() {
        if index > 0 { text.append(contentsOf: digits) }
        text.append(contentsOf: piece)
      }
    }
    text.append(0)
  }
}
