import Foundation

/// How a report that the tool has made is told from a document: a folder often holds both.
///
/// A page says in its head what made it, a text in its last line; data is no document anyway.
enum ReportMark {
  private static let page = Array("<meta name=\"generator\" content=\"Nyckeltal\">".utf8)
  private static let lines = ["(Gjord med Nyckeltal.)", "(Made with Nyckeltal.)"]
  private static let headLength = 1_024
  private static let tailLength = 256

  /// The last line of a report as text.
  static func line(isSwedish: Bool) -> String { lines[isSwedish ? 0 : 1] }

  /// Whether bytes are those of a report.
  static func isOn(_ bytes: [UInt8]) -> Bool {
    isOn(head: bytes.prefix(headLength), tail: bytes.suffix(tailLength))
  }

  /// Whether a file is a report; `false` when it cannot be read.
  static func isOnFile(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: headLength), let size = try? handle.seekToEnd(),
      (try? handle.seek(toOffset: size - min(size, UInt64(tailLength)))) != nil,
      let tail = try? handle.read(upToCount: tailLength)
    else { return false }
    return isOn(head: Array(head)[...], tail: Array(tail)[...])
  }

  private static func isOn(head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>) -> Bool {
    if head.firstRange(of: page) != nil { return true }
    let last = tail.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
    return lines.contains { last.starts(with: $0.utf8.reversed()) }
  }
}
