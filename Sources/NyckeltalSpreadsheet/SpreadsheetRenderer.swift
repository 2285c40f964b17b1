public import Foundation
public import NyckeltalReports

/// Renders reports as workbooks in Excel's format (Office Open XML, ECMA-376).
///
/// The same report gives the same bytes, whatever the locale and the time.
public struct SpreadsheetRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Writes a workbook to a file; an earlier file is replaced only when the new one is whole.
  ///
  /// - Throws: ``SpreadsheetError``; then no file is left behind and an earlier one is untouched.
  public func write(_ report: Report, to file: URL) throws(SpreadsheetError) {
    let folder = file.deletingLastPathComponent()
    let temporary = folder.appendingPathComponent(
      ".\(file.lastPathComponent).\(UUID().uuidString).tmp"
    )
    defer { unlink(temporary.path) }
    do {
      try render(report, to: temporary.path)
    } catch {
      // The user knows the file by its own name.
      throw SpreadsheetError(
        code: error.code,
        place: error.place == temporary.path ? file.path : error.place,
        problem: error.problem,
        remedy: error.remedy
      )
    }
    guard rename(temporary.path, file.path) == 0 else {
      throw SpreadsheetError(
        code: .cannotWrite,
        place: file.path,
        problem: String(cString: strerror(errno)),
        remedy: "check that the file is not a folder and may be replaced"
      )
    }
  }

  /// Renders a workbook in memory.
  ///
  /// - Throws: ``SpreadsheetError``.
  public func bytes(_ report: Report) throws(SpreadsheetError) -> Data {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString).xlsx")
    defer { unlink(file.path) }
    try render(report, to: file.path)
    do {
      return try Data(contentsOf: file)
    } catch {
      throw SpreadsheetError(
        code: .cannotWrite,
        place: file.path,
        problem: "the workbook cannot be read back",
        remedy: "check that the folder for temporary files has room"
      )
    }
  }

  private func render(_ report: Report, to path: String) throws(SpreadsheetError) {
    let layout = try WorkbookLayout(report)
    try WorkbookWriter(report: report, layout: layout).write(to: path)
  }
}
