import Foundation

/// The folder in which libxlsxwriter keeps the parts of a workbook until they are packed.
///
/// The library writes them without asking whether that went well: on a full disk, or over a limit on
/// the size of files, a part is cut short, packed, and reported as done. So the room is asked for.
struct TemporaryRoom: Sendable {
  /// The folder.
  let folder: String

  /// Checks that parts of so many bytes can be written.
  ///
  /// - Throws: ``SpreadsheetError`` when the folder cannot be written to, the disk has less room, or
  ///   files may not be that large.
  func check(bytes: Int) throws(SpreadsheetError) {
    if access(folder, W_OK) != 0 {
      throw SpreadsheetError(
        code: .cannotWrite,
        place: folder,
        problem: String(cString: strerror(errno)),
        remedy: "check that the folder exists and may be written to"
      )
    }
    guard let room, room < bytes else { return }
    let kilobytes = max(1, bytes / 1_000)
    throw SpreadsheetError(
      code: .cannotWrite,
      place: folder,
      problem: "a workbook takes up to \(kilobytes) kB on disk while it is made, "
        + "and there is room for \(room / 1_000) kB",
      remedy: "free space on the disk, or raise the limit on the size of files (ulimit -f)"
    )
  }

  /// The bytes that can be written here; `nil` where the system does not say.
  private var room: Int? {
    var limit = rlimit()
    #if os(macOS)
    let hasLimit = getrlimit(RLIMIT_FSIZE, &limit) == 0
    #else
    let hasLimit = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
    #endif
    let largest = hasLimit ? Int(clamping: limit.rlim_cur) : Int.max
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else { return hasLimit ? largest : nil }
    let free = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
    return min(largest, free.overflow ? .max : Int(clamping: free.partialValue))
  }
}
