public import Foundation
public import NyckeltalReports

/// Renders reports as workbooks in Excel's format (Office Open XML, ECMA-376).
///
/// The same report gives the same bytes, whatever the locale and the time. It may be used from many
/// threads at once.
public struct SpreadsheetRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Writes a workbook to a file; an earlier file is replaced only when the new one is whole.
  ///
  /// - Throws: ``SpreadsheetError``; then no file is left behind and an earlier one is untouched.
  public func write(_ report: Report, to file: URL) throws(SpreadsheetError) {
    let whole = try WorkbookFile(file)
    do {
      try render(report, to: whole.temporaryPath, room: whole.room)
    } catch {
      throw whole.named(error)
    }
    try whole.putInPlace()
  }

  /// Renders a workbook in memory.
  ///
  /// - Throws: ``SpreadsheetError``.
  public func bytes(_ report: Report) throws(SpreadsheetError) -> Data {
    let room = TemporaryRoom(folder: FileManager.default.temporaryDirectory.path)
    let memory = MemoryFile(fallback: room.folder)
    do {
      try render(report, to: memory.path, room: room)
    } catch {
      throw error.place == memory.path ? error.at(nil) : error
    }
    guard let data = memory.data else {
      throw SpreadsheetError(
        code: .cannotWrite,
        place: room.folder,
        problem: "the workbook cannot be read back",
        remedy: "check that the folder for temporary files has room"
      )
    }
    return data
  }

  private func render(
    _ report: Report,
    to path: String,
    room: TemporaryRoom
  ) throws(SpreadsheetError) {
    let layout = try WorkbookLayout(report)
    try WorkbookWriter(report: report, layout: layout).write(to: path, room: room)
  }
}
