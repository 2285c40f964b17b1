import Foundation

/// A file, a pipe or standard input, read from its beginning a part at a time.
///
/// Files are read and never mapped into memory: one that is cut short meanwhile would end the program.
public final class InputStreamFile {
  private let path: String
  private let descriptor: Int32
  /// How many bytes the file has; `nil` for a pipe.
  public let size: Int?
  /// How many bytes are read at once.
  public static let part = 1 << 20

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: ``InputError`` when there is no such file or it cannot be opened.
  public init(_ path: String) throws(InputError) {
    self.path = path
    if path == InputFiles.standardInput {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 {
        let isMissing = errno == ENOENT
        throw InputError(code: isMissing ? .missing : .unreadable, path: path)
      }
    }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Begins again; `false` where that cannot be, in a pipe.
  public func rewind() -> Bool { size != nil && lseek(descriptor, 0, SEEK_SET) == 0 }

  /// The next bytes, fewer than asked for at the end and none behind it.
  ///
  /// - Throws: ``InputError``
  public func read(upTo count: Int = part) throws(InputError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let next = room.baseAddress.map { Foundation.read(descriptor, $0 + filled, count - filled) }
        if next == -1, errno == EINTR { continue }
        failed = next == -1
        guard let next, next > 0 else { return }
        filled += next
      }
    }
    if failed { throw InputError(code: .unreadable, path: path) }
    return bytes
  }

  /// All bytes from here on.
  ///
  /// - Parameter limit: The most bytes that are read, told from the first ones.
  /// - Returns: The bytes.
  /// - Throws: ``InputError`` when there are more, or they cannot be read.
  public func readAll(limit: (_ head: [UInt8]) -> Int) throws(InputError) -> [UInt8] {
    var bytes = try read(upTo: 4_096)
    if bytes.count < 4_096 { return bytes }
    let most = max(limit(bytes), bytes.count)
    if let size {
      if size > most { throw InputError(code: .tooLarge, path: path) }
      bytes.reserveCapacity(size)
    }
    while true {
      let next = try read(upTo: max(4_096, min(Self.part, (size ?? .max) - bytes.count)))
      if next.isEmpty { return bytes }
      if bytes.count + next.count > most { throw InputError(code: .tooLarge, path: path) }
      bytes += next
    }
  }
}
