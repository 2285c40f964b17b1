internal import CArchive
import Foundation

/// The parts of a Word document: entries of a ZIP archive, each read up to a cap.
enum WordArchive {
  /// The part that tells which other one holds the text.
  static let relationships = "_rels/.rels"

  /// Whether a part is read: texts by whatever name, which Word on the web gives numbers, heads and
  /// feet of pages, styles, relationships, and pages that were put in; not pictures and charts.
  private static func isRead(_ name: String) -> Bool {
    if name == relationships { return true }
    guard name.hasPrefix("word/") else { return false }
    if name.hasPrefix("word/_rels/") { return name.hasSuffix(".rels") }
    let lower = name.lowercased()
    return !name.dropFirst(5).contains("/")
      && [".xml", ".htm", ".html", ".xhtml"].contains { lower.hasSuffix($0) }
  }

  /// Reads the parts by their names.
  static func parts(
    _ bytes: Data,
    document: String,
    limits: DocumentLimits
  ) throws -> [String: [UInt8]] {
    try bytes.withUnsafeBytes { raw in
      let archive = try open(document)
      defer { archive_read_free(archive) }
      guard archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK else {
        throw DocumentError(.damaged, document: document)
      }
      return try parts(archive, document: document, limits: limits)
    }
  }

  /// Whether a file is a ZIP archive with a Word document in it.
  static func holdsDocument(_ path: String) -> Bool {
    guard let archive = try? open(path) else { return false }
    defer { archive_read_free(archive) }
    guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { return true }
    var entry: OpaquePointer?
    for _ in 0..<1000 {
      let status = archive_read_next_header(archive, &entry)
      // a broken archive is named by its error, not passed over
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { return status != ARCHIVE_EOF }
      if name(of: entry)?.hasPrefix("word/") == true { return true }
    }
    return false
  }

  private static func open(_ document: String) throws -> OpaquePointer {
    guard let archive = archive_read_new() else {
      throw DocumentError(.tooLarge, document: document)
    }
    guard archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK else {
      archive_read_free(archive)
      throw DocumentError(.damaged, document: document)
    }
    return archive
  }

  private static func parts(
    _ archive: OpaquePointer,
    document: String,
    limits: DocumentLimits
  ) throws -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    var total = 0
    var count = 0
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        throw DocumentError(.damaged, document: document)
      }
      count += 1
      guard count <= limits.archiveEntries else {
        throw DocumentError(.tooLarge, document: document, detail: "more than \(count - 1) parts")
      }
      guard let name = name(of: entry), isRead(name), parts[name] == nil else { continue }
      if archive_entry_is_encrypted(entry) == 1 {
        throw DocumentError(.encrypted, document: document)
      }
      let cap = min(limits.partBytes, limits.archiveBytes - total)
      let part = try read(archive, cap: cap, name: name, document: document)
      total += part.count
      parts[name] = part
    }
    return parts
  }

  private static func read(
    _ archive: OpaquePointer,
    cap: Int,
    name: String,
    document: String
  ) throws -> [UInt8] {
    var part: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let length = chunk.withUnsafeMutableBytes { buffer in
        archive_read_data(archive, buffer.baseAddress, buffer.count)
      }
      if length == 0 { return part }
      guard length > 0 else { throw DocumentError(.damaged, document: document, detail: name) }
      guard part.count + length <= cap else {
        throw DocumentError(.tooLarge, document: document, detail: name)
      }
      part += chunk[..<length]
    }
  }

  private static func name(of entry: OpaquePointer?) -> String? {
    guard let entry, let name = archive_entry_pathname(entry) else { return nil }
    return String(cString: name)
  }
}
