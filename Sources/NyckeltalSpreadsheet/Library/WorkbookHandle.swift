internal import CXlsxWriter
import NyckeltalReports

/// The one owner of a libxlsxwriter workbook.
///
/// The workbook is written by ``finish(place:)``; one that is given up before is freed unwritten.
struct WorkbookHandle: ~Copyable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>

  /// Begins a workbook that will be written to a path.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - room: The folder for the parts that the library keeps on disk until they are packed.
  /// - Throws: ``SpreadsheetError`` when nothing can be written there, or there is no memory.
  init(path: String, room: TemporaryRoom) throws(SpreadsheetError) {
    // Asked for now: the library only says that a sheet cannot be added.
    try room.check(bytes: 1 << 16)
    let folder = strdup(room.folder)
    defer { free(folder) }
    // The library copies the name of the folder.
    var options = lxw_workbook_options()
    options.tmpdir = folder
    guard let workbook = workbook_new_opt(path, &options) else {
      throw SpreadsheetError(
        code: .library,
        place: path,
        problem: "no memory for a workbook",
        remedy: "close other programs and try again"
      )
    }
    self.workbook = workbook
    // The first format is the workbook's own. Columns are measured in its digits, and a machine
    // without Calibri would make every column wider than it was meant to be.
    if let own = workbook.pointee.formats?.pointee.stqh_first {
      format_set_font_name(own, CellStyle.font)
      format_set_font_size(own, 10)
    }
  }

  deinit { lxw_workbook_free(workbook) }

  /// Adds a sheet at the end.
  func addSheet(_ name: SheetName) throws(SpreadsheetError) -> WorksheetHandle {
    guard let sheet = workbook_add_worksheet(workbook, name.string) else {
      throw SpreadsheetError(
        code: .badSheetName,
        place: name.string,
        problem: "the sheet cannot be added",
        remedy: "change the sheet's title in the report definition"
      )
    }
    return WorksheetHandle(sheet: sheet, name: name)
  }

  /// Adds a sheet at the end whose rows go to disk as they are written.
  ///
  /// The library takes the mode for the whole workbook, but reads it when a sheet is added; the other
  /// sheets keep what bulk mode lacks, caches of charts above all.
  func addBulkSheet(_ name: SheetName) throws(SpreadsheetError) -> BulkSheet {
    workbook.pointee.options.constant_memory = 1
    defer { workbook.pointee.options.constant_memory = 0 }
    return BulkSheet(try addSheet(name))
  }

  /// Adds a chart that is placed later: bars, whose long labels are read across, or lines.
  func addChart(
    _ shape: ReportChart.Shape,
    place: String
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_chart> {
    let type =
      switch shape {
      case .columns: LXW_CHART_BAR
      case .lines: LXW_CHART_LINE
      }
    guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw SpreadsheetError(
        code: .library,
        place: place,
        problem: "the chart cannot be made",
        remedy: "leave it out"
      )
    }
    return chart
  }

  /// Makes a format for a style; ``FormatCache`` keeps it to one for each.
  func makeFormat(
    _ style: CellStyle
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(workbook) else {
      throw SpreadsheetError(
        code: .library,
        problem: "no memory for a format",
        remedy: "close other programs and try again"
      )
    }
    style.apply(to: format)
    return format
  }

  /// Gives a range a name.
  func define(_ name: DefinedName, _ range: String) throws(SpreadsheetError) {
    try check(workbook_define_name(workbook, name.string, "=" + range), name.string)
  }

  /// Sets title, subject and the date of creation; a fixed date makes the same input the same bytes.
  func setProperties(
    title: CleanText,
    subject: CleanText,
    secondsSince1970: Int
  ) throws(SpreadsheetError) {
    var properties = lxw_doc_properties()
    let strings = [title.string, subject.string, "Nyckeltal"].map { (text: String) in strdup(text) }
    defer {
      for string in strings { free(string) }
    }
    properties.title = strings[0]
    properties.subject = strings[1]
    properties.author = strings[2]
    properties.created = time_t(secondsSince1970)
    try check(workbook_set_properties(workbook, &properties), title.string)
  }

  /// Writes the file and frees the workbook.
  ///
  /// - Parameters:
  ///   - place: The file, for errors.
  ///   - room: The folder for the parts.
  ///   - bytes: The most that the parts take on disk before they are packed. The library does not see
  ///     that a part was cut short there, so the room is asked for first.
  /// - Throws: ``SpreadsheetError`` when there is no room, or the file cannot be written.
  consuming func finish(
    place: String,
    room: TemporaryRoom,
    bytes: Int
  ) throws(SpreadsheetError) {
    let hasRoom = Result { () throws(SpreadsheetError) in try room.check(bytes: bytes) }
    let workbook = workbook
    discard self
    if case .failure(let error) = hasRoom {
      lxw_workbook_free(workbook)
      throw error
    }
    // Closing frees the workbook whether or not it could be written.
    try check(workbook_close(workbook), place)
  }
}

/// Throws what a call of libxlsxwriter reports.
///
/// - Parameters:
///   - error: What the call returned.
///   - place: The file, sheet or cell that the call was about.
/// - Throws: ``SpreadsheetError`` unless the call went well.
func check(_ error: lxw_error, _ place: @autoclosure () -> String) throws(SpreadsheetError) {
  if error == LXW_NO_ERROR { return }
  let problem = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
  let isFile = [
    LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
    LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR, LXW_ERROR_ZIP_BAD_ZIP_FILE,
    LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
  ].contains(error)
  throw SpreadsheetError(
    code: isFile ? .cannotWrite : .library,
    place: place(),
    problem: problem,
    remedy: isFile
      ? "check that the folder exists, may be written to and has room"
      : "shorten or split the report"
  )
}

/// The formats of a workbook that have been made, one for each style.
struct FormatCache {
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// The format for a style, made when it is first asked for.
  mutating func format(
    _ style: CellStyle,
    in workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[style] { return known }
    let format = try workbook.makeFormat(style)
    formats[style] = format
    return format
  }
}
