internal import CXlsxWriter
import Foundation

/// A file that appears whole or not at all: it is written beside its place and renamed.
struct WholeFile: Sendable {
  private let file: URL
  /// Where it is written first.
  let temporaryPath: String

  init(_ file: URL) {
    self.file = file
    let name = ".\(file.lastPathComponent).\(UUID().uuidString).tmp"
    temporaryPath = file.deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The folder itself: a disk that holds the file has room for its parts, or tells.
  var room: TemporaryRoom { TemporaryRoom(folder: file.deletingLastPathComponent().path) }

  /// Removes what was written, unless it has been put in place.
  func removeTemporary() { unlink(temporaryPath) }

  /// An error as the user knows the file.
  func named(_ error: SpreadsheetError) -> SpreadsheetError {
    [temporaryPath, room.folder].contains(error.place) ? error.at(file.path) : error
  }

  /// Gives the file its name.
  func putInPlace() throws(SpreadsheetError) {
    guard rename(temporaryPath, file.path) == 0 else {
      throw SpreadsheetError(
        code: .cannotWrite,
        place: file.path,
        problem: String(cString: strerror(errno)),
        remedy: "check that the file is not a folder and may be replaced"
      )
    }
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
