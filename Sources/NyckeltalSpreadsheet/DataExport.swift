public import Foundation
public import NyckeltalModel
public import NyckeltalReports

/// Writes any number of observations as the tidy table of a workbook, one at a time.
///
/// A report holds everything it says; an export holds one row. It takes the same memory for a
/// thousand observations as for a million, which go on to another sheet where one is full.
///
/// ```swift
/// try DataExport().write(observations, to: URL(fileURLWithPath: "data.xlsx"))
/// ```
public struct DataExport: Sendable {
  /// The table's columns.
  public var columns: [DataColumn]
  /// The title of the document and the name of the sheet.
  public var title: String
  /// The language of numbers' units and of the pages' footers.
  public var language: ReportLanguage
  /// The greatest number of rows on a sheet, the header among them.
  var rowsPerSheet = BulkSheet.mostRows

  /// Makes an export; without columns, of those that a report's own data sheet has.
  public init(
    columns: [DataColumn]? = nil,
    title: String = "Data",
    language: ReportLanguage = .swedish
  ) {
    self.columns = columns ?? DataColumn.standard(language)
    self.title = title
    self.language = language
  }

  /// Writes observations to a file, which appears whole or not at all.
  ///
  /// - Throws: ``SpreadsheetError``.
  public func write(_ observations: some Sequence<Observation>, to file: URL) throws {
    try write(to: file) { add in
      for observation in observations { try add(observation) }
    }
  }

  /// Writes to a file the observations that a closure adds, as it reads them from a store say.
  ///
  /// - Parameters:
  ///   - file: The file, which appears whole or not at all.
  ///   - rows: Calls its argument with each observation.
  /// - Throws: ``SpreadsheetError``, or what the closure throws; then no file is left behind.
  public func write(
    to file: URL,
    rows: (_ add: (Observation) throws -> Void) throws -> Void
  ) throws {
    let whole = try WorkbookFile(file)
    do {
      try withCLocale {
        let workbook = try WorkbookHandle(path: whole.temporaryPath, room: whole.room)
        try workbook.setProperties(
          title: CleanText(title, limit: 255),
          subject: CleanText(title, limit: 255),
          secondsSince1970: WorkbookWriter.seconds(nil)
        )
        var table = try BulkTable(export: self, in: workbook)
        try rows { observation in try table.add(observation, workbook) }
        let bytes = try table.end(workbook)
        try workbook.finish(place: whole.temporaryPath, room: whole.room, bytes: bytes)
      }
    } catch let error as SpreadsheetError {
      throw whole.named(error)
    }
    try whole.putInPlace()
  }
}
