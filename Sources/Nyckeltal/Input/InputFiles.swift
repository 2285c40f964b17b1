import Foundation
public import NyckeltalModel

/// The documents that paths name: files, folders read recursively, `-` for standard input.
public struct InputFiles: Sendable {
  /// The files, each once, in the order of the paths; those of a folder in the order of their names.
  public private(set) var files: [String] = []
  /// The paths that name nothing, and what of folders cannot be read.
  public private(set) var missing: [InputError] = []
  /// How many hidden files folders hold, which are passed over.
  public private(set) var hidden = 0
  /// The files in folders that are passed over because they are no documents.
  public private(set) var unknown: [String] = []
  /// The files in folders that are passed over because they are reports that the tool has made.
  public private(set) var reports: [String] = []

  /// The name that stands for standard input.
  public static let standardInput = "-"
  /// The suffixes of text documents.
  public static let suffixes: Set<String> = ["txt", "md", "markdown", "text"]

  /// Finds the files at paths.
  ///
  /// - Parameters:
  ///   - paths: Files, which are read whatever they are; folders; `-`.
  ///   - recognizes: Whether a file in a folder is a document; without it, by its suffix.
  public init(
    _ paths: [String],
    recognizes: (String) -> Bool = InputFiles.hasTextSuffix
  ) {
    // by bytes: two spellings of one name are two files
    var seen: Set<[UInt8]> = []
    for path in paths {
      for file in expand(path, recognizes) where seen.insert(Array(file.utf8)).inserted {
        files.append(file)
      }
    }
  }

  /// Whether a file's suffix says that it is a text document.
  @Sendable
  public static func hasTextSuffix(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return suffixes.contains(name.split(separator: ".").last?.lowercased() ?? "")
  }

  private mutating func expand(_ path: String, _ recognizes: (String) -> Bool) -> [String] {
    if path == Self.standardInput { return [path] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      missing.append(InputError(code: .missing, path: path))
      return []
    }
    guard isFolder.boolValue else { return [path] }
    let contents = FolderContents(path)
    missing += contents.failures.sorted { Self.isBefore($0.path, $1.path) }
    hidden += contents.hidden
    var found: [String] = []
    for file in contents.files.sorted(by: Self.isBefore) {
      if ReportMark.isOnFile(file) {
        reports.append(file)
      } else if recognizes(file) {
        found.append(file)
      } else {
        unknown.append(file)
      }
    }
    unknown += contents.others
    unknown.sort(by: Self.isBefore)
    if found.isEmpty, contents.failures.isEmpty {
      missing.append(InputError(code: .emptyFolder, path: path))
    }
    return found
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// A file's bytes.
  ///
  /// - Parameters:
  ///   - path: The file, or `-`.
  ///   - limit: The most bytes that are read, told from the file's first ones; a file that is larger
  ///     is refused before the rest of it is read.
  /// - Returns: All of them.
  /// - Throws: ``InputError`` when the file cannot be read or is too large.
  public static func read(
    _ path: String,
    limit: (_ head: [UInt8]) -> Int = { _ in mostBytes }
  ) throws(InputError) -> [UInt8] {
    try InputStreamFile(path).readAll(limit: limit)
  }

  /// The most bytes of any file that are read at once, unless another limit is given.
  public static let mostBytes = 4 << 30

  /// The name by which a file's observations tell their source.
  public static func name(of path: String) -> String {
    path == standardInput ? path : String(path.split(separator: "/").last ?? path[...])
  }
}

/// Why an input could not be used.
public struct InputError: Failure, Equatable {
  /// What is wrong.
  public enum Code: Sendable {
    /// There is no such file or folder.
    case missing
    /// It cannot be read.
    case unreadable
    /// The folder holds no documents.
    case emptyFolder
    /// The name of a file in a folder is no UTF-8.
    case invalidName
    /// There are more bytes than are read.
    case tooLarge
    /// The file is a report that the tool has made.
    case ownReport
  }

  /// What is wrong.
  public let code: Code
  /// The path as it was given.
  public let path: String

  /// The path.
  public var place: String? { path }
  /// What was wrong.
  public var problem: String {
    switch code {
    case .missing: "there is no such file or folder"
    case .unreadable: "cannot be read"
    case .emptyFolder: "the folder holds no documents"
    case .invalidName: "the file's name is no text (UTF-8)"
    case .tooLarge: "is larger than is read"
    case .ownReport: "is a report made by this tool, not a document"
    }
  }
  /// What to do about it.
  public var remedy: String {
    switch code {
    case .missing: "check the path"
    case .unreadable: "check its permissions"
    case .emptyFolder: "name the files themselves if they are documents"
    case .invalidName: "give the file another name"
    case .tooLarge: "split it"
    case .ownReport: "give the documents that it was made from"
    }
  }
}
