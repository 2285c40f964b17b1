package import Foundation

/// A file that appears whole or not at all, and leaves nothing behind however the program ends.
///
/// Until it is put in place it has no name where the system has such files (Linux), elsewhere a
/// hidden one beside its place. What stood there keeps its permissions; a link is followed.
package final class WholeFile {
  /// Why a file cannot be written.
  package struct Fault: Error {
    /// What the system, or a rule of ours, said.
    package var problem: String

    package init(_ problem: String) { self.problem = problem }

    fileprivate static var system: Fault { Fault(String(cString: strerror(errno))) }
  }

  /// Where it can be opened by name while it is written.
  package let path: String
  /// The folder that it lies in.
  package let folder: String
  private let target: String
  private let descriptor: Int32
  /// The hidden name; `nil` while there is none.
  private var name: String?

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - place: Where it is to stand.
  ///   - mode: The permissions of a new file, before the user's mask.
  /// - Throws: ``Fault`` when nothing can be written there.
  package init(_ place: String, mode: mode_t = 0o666) throws(Fault) {
    let (target, earlier) = try Self.target(place, mode)
    self.target = target
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    self.folder = folder
    #if os(Linux)
    let unnamed = open(folder, Self.temporary | O_RDWR | O_CLOEXEC, mode)
    #else
    let unnamed: Int32 = -1
    #endif
    if unnamed >= 0, access("/proc/self/fd/\(unnamed)", W_OK) == 0 {
      descriptor = unnamed
      path = "/proc/self/fd/\(unnamed)"
      name = nil
    } else {
      if unnamed >= 0 { close(unnamed) }
      let hidden = Self.hidden(folder)
      descriptor = open(hidden, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode)
      if descriptor < 0 { throw .system }
      path = hidden
      name = hidden
    }
    if let earlier { fchmod(descriptor, earlier) }
  }

  deinit {
    if let name { unlink(name) }
    close(descriptor)
  }

  #if os(Linux)
  /// `O_TMPFILE`, which is composed of two flags and so not imported.
  private static let temporary: Int32 = 0o20_000_000 | O_DIRECTORY
  #endif

  /// Where the file stands in the end, and the permissions of what stands there now.
  private static func target(
    _ place: String,
    _ mode: mode_t
  ) throws(Fault) -> (String, earlier: mode_t?) {
    if place.hasSuffix("/") { throw Fault("a folder is named, not a file") }
    var status = stat()
    if lstat(place, &status) != 0 {
      if errno == ENOENT { return (place, nil) }
      throw .system
    }
    var target = place
    if status.st_mode & S_IFMT == S_IFLNK {
      guard let real = realpath(place, nil) else {
        throw Fault("it is a link to what is not there")
      }
      target = String(cString: real)
      free(real)
      if stat(target, &status) != 0 { throw .system }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Fault("it is a folder")
    default: throw Fault("it is no ordinary file")
    }
    if access(target, W_OK) != 0 { throw .system }
    return (target, status.st_mode & 0o7777)
  }

  private static func hidden(_ folder: String) -> String {
    "\(folder)/.nyckeltal-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  }

  /// Writes further bytes.
  ///
  /// - Throws: ``Fault`` when the disk is full, say.
  package func write(_ bytes: [UInt8]) throws(Fault) {
    let fault: Fault? = bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = Foundation.write(descriptor, start, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return .system }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return nil
    }
    if let fault { throw fault }
  }

  /// Gives the file its name, after what was written has reached the disk.
  ///
  /// - Throws: ``Fault``; what stood there is then as it was.
  package func putInPlace() throws(Fault) {
    if fsync(descriptor) != 0, errno != EINVAL, errno != ENOSYS { throw .system }
    if name == nil {
      // a new file gets its name at once
      if linkat(AT_FDCWD, path, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0 { return }
      guard errno == EEXIST else { throw .system }
      let hidden = Self.hidden(folder)
      if linkat(AT_FDCWD, path, AT_FDCWD, hidden, AT_SYMLINK_FOLLOW) != 0 { throw .system }
      name = hidden
    }
    guard let name else { return }
    if rename(name, target) != 0 { throw .system }
    self.name = nil
    let place = open(folder, O_RDONLY | O_CLOEXEC)
    if place >= 0 {
      fsync(place)
      close(place)
    }
  }
}
