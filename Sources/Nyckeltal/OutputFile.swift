import Foundation
public import NyckeltalModel

/// Writes files whole or not at all.
public enum OutputFile {
  /// Writes bytes to a file that gets its name only when all of them have reached the disk.
  ///
  /// A file that is replaced keeps its permissions; a link to a file is followed.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - path: The file.
  ///   - isPrivate: Whether a new file can be read by its owner only.
  /// - Throws: ``OutputError`` when the folder is missing, not writable or full, or the path is no
  ///   ordinary file; an earlier file stays as it was.
  public static func write(
    _ bytes: [UInt8],
    to path: String,
    isPrivate: Bool = false
  ) throws(OutputError) {
    do throws(WholeFile.Fault) {
      let file = try WholeFile(path, mode: isPrivate ? 0o600 : 0o666)
      try file.write(bytes)
      try file.putInPlace()
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(error.problem)")
    }
  }

  /// Checks that files that are to be written are none of those that are read, nor each other.
  ///
  /// They are told by what stands on the disk, not by how they are spelt.
  ///
  /// - Parameters:
  ///   - outputs: The files that will be written.
  ///   - inputs: The files that are read: documents, store, definition, attachments.
  /// - Throws: ``OutputError`` for the first that would be lost.
  public static func check(_ outputs: [String], inputs: [String]) throws(OutputError) {
    var read: Set<FileIdentity> = []
    for input in inputs { if let identity = FileIdentity(input) { read.insert(identity) } }
    var written: Set<FileIdentity> = []
    for output in outputs {
      guard let identity = FileIdentity(output) ?? FileIdentity(new: output) else { continue }
      if read.contains(identity) {
        throw OutputError(
          path: output,
          problem: "is read too, and would be lost",
          remedy: "give the output another name"
        )
      }
      if !written.insert(identity).inserted {
        throw OutputError(
          path: output,
          problem: "is to be written twice",
          remedy: "give each output a name of its own"
        )
      }
    }
  }
}

/// A file as the disk knows it, or the name of a new one in its folder.
private struct FileIdentity: Hashable {
  var device: UInt64
  var number: UInt64
  var name: [UInt8] = []

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  init?(new path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    self.init(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
    name = Array((parts.last ?? "").utf8)
  }
}

/// Why an output could not be written.
public struct OutputError: Failure, Equatable {
  /// The path as it was given.
  public let path: String
  /// What was wrong.
  public let problem: String
  /// The path.
  public var place: String? { path }
  /// What to do about it.
  public let remedy: String

  /// Makes an error.
  public init(
    path: String,
    problem: String,
    remedy: String = "check that the folder exists, is writable and has space left"
  ) {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }
}
