internal import CXlsxWriter
import Foundation
import NyckeltalModel

/// A workbook's file, which appears whole or not at all.
struct WorkbookFile {
  private let path: String
  private let file: WholeFile
  /// Where it is written first.
  var temporaryPath: String { file.path }
  /// The folder itself: a disk that holds the file has room for its parts, or tells.
  let room: TemporaryRoom

  /// Begins a file.
  ///
  /// - Throws: ``SpreadsheetError`` when nothing can be written there.
  init(_ file: URL) throws(SpreadsheetError) {
    path = file.relativePath
    do {
      self.file = try WholeFile(path)
    } catch {
      throw Self.error(path, error)
    }
    room = TemporaryRoom(folder: self.file.folder)
  }

  /// An error as the user knows the file.
  func named(_ error: SpreadsheetError) -> SpreadsheetError {
    [temporaryPath, room.folder].contains(error.place) ? error.at(path) : error
  }

  /// Gives the file its name.
  func putInPlace() throws(SpreadsheetError) {
    do {
      try file.putInPlace()
    } catch {
      throw Self.error(path, error)
    }
  }

  private static func error(_ path: String, _ fault: WholeFile.Fault) -> SpreadsheetError {
    SpreadsheetError(
      code: .cannotWrite,
      place: path,
      problem: fault.problem,
      remedy: "check that the folder exists and may be written to, and that no folder is named"
    )
  }
}

/// A file that is not on disk, where the system has such; elsewhere a temporary one.
final class MemoryFile {
  /// The path under which it is opened.
  let path: String
  private let descriptor: Int32

  init(fallback folder: String) {
    descriptor = nyckeltal_memory_file()
    let memory = "/proc/self/fd/\(descriptor)"
    if descriptor >= 0, access(memory, W_OK) == 0 {
      path = memory
    } else {
      path = "\(folder)/nyckeltal-\(UUID().uuidString).xlsx"
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !path.hasPrefix("/proc/") { unlink(path) }
  }

  /// What has been written; `nil` when it cannot be read.
  var data: Data? { try? Data(contentsOf: URL(fileURLWithPath: path)) }
}
