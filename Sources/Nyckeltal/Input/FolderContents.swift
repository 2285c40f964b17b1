import Foundation

/// What lies in a folder and the folders in it, each name by its bytes.
///
/// Nothing is dropped without a word: what cannot be opened, and names that are no UTF-8, are told.
struct FolderContents {
  /// Files by their paths, in no order.
  private(set) var files: [String] = []
  /// Links to nothing, pipes, sockets: what is no file and no folder.
  private(set) var others: [String] = []
  /// How many files have a hidden name, or lie in a folder that has.
  private(set) var hidden = 0
  /// Folders that cannot be read, files whose names are no text.
  private(set) var failures: [InputError] = []

  init(_ folder: String) {
    var open: [(path: String, isHidden: Bool)] = [(folder, false)]
    while let (path, isHidden) = open.popLast() {
      guard let names = Self.names(path) else {
        if !isHidden { failures.append(InputError(code: .unreadable, path: path)) }
        continue
      }
      for bytes in names {
        let isHidden = isHidden || bytes.first == UInt8(ascii: ".")
        guard let name = String(validating: bytes, as: UTF8.self) else {
          let shown = "\(path)/\(Self.escaped(bytes))"
          if isHidden {
            hidden += 1
          } else {
            failures.append(InputError(code: .invalidName, path: shown))
          }
          continue
        }
        let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        var status = stat()
        guard lstat(file, &status) == 0 else {
          if !isHidden { failures.append(InputError(code: .unreadable, path: file)) }
          continue
        }
        if status.st_mode & S_IFMT == S_IFDIR {
          open.append((file, isHidden))
        } else if isHidden {
          hidden += 1
        } else if Self.isRegular(file, status) {
          files.append(file)
        } else {
          others.append(file)
        }
      }
    }
  }

  /// A file, or a link to one; never a pipe, which would be waited for.
  private static func isRegular(_ file: String, _ status: stat) -> Bool {
    if status.st_mode & S_IFMT == S_IFREG { return true }
    var target = stat()
    return status.st_mode & S_IFMT == S_IFLNK && stat(file, &target) == 0
      && target.st_mode & S_IFMT == S_IFREG
  }

  /// The names in one folder; `nil` when it cannot be read.
  private static func names(_ folder: String) -> [[UInt8]]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    return errno == 0 ? names : nil
  }

  /// A name with the bytes that are no text as `\xNN`.
  private static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      if (0x20..<0x7F).contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
