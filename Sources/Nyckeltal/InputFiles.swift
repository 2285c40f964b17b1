public import Foundation
public import NyckeltalModel

/// The documents that paths name: files, folders read recursively, `-` for standard input.
public struct InputFiles: Sendable {
  /// The files, each once, in the order of the paths; those of a folder in the order of their names.
  public private(set) var files: [String] = []
  /// The paths that name nothing.
  public private(set) var missing: [InputError] = []
  /// How many hidden files folders hold, which are passed over.
  public private(set) var hidden = 0
  /// The files in folders that are passed over because they are no documents.
  public private(set) var unknown: [String] = []

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
    var seen: Set<String> = []
    for path in paths {
      for file in expand(path, recognizes) where seen.insert(file).inserted {
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
    guard let names = FileManager.default.enumerator(atPath: path) else {
      missing.append(InputError(code: .unreadable, path: path))
      return []
    }
    var found: [String] = []
    for case let name as String in names {
      let kind = names.fileAttributes?[.type] as? FileAttributeType
      if kind == .typeDirectory { continue }
      let file = "\(path)/\(name)"
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        hidden += 1
      } else if Self.isRegular(kind, file), recognizes(file) {
        found.append(file)
      } else {
        unknown.append(file)
      }
    }
    if found.isEmpty { missing.append(InputError(code: .emptyFolder, path: path)) }
    unknown.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// A file, or a link to one; never a pipe, which would be waited for.
  private static func isRegular(_ kind: FileAttributeType?, _ file: String) -> Bool {
    guard kind == .typeSymbolicLink else { return kind == .typeRegular }
    let target = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// A file's bytes.
  ///
  /// - Throws: ``InputError`` when the file cannot be read.
  public static func read(_ path: String) throws(InputError) -> [UInt8] {
    do {
      if path == standardInput {
        return Array(try FileHandle.standardInput.readToEnd() ?? Data())
      }
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw InputError(code: .unreadable, path: path)
    }
  }

  /// A file's bytes, mapped rather than copied where the system can.
  ///
  /// - Throws: ``InputError`` when the file cannot be read.
  public static func map(_ path: String) throws(InputError) -> Data {
    guard path == standardInput || FileManager.default.fileExists(atPath: path) else {
      throw InputError(code: .missing, path: path)
    }
    do {
      if path == standardInput { return try FileHandle.standardInput.readToEnd() ?? Data() }
      let url = URL(fileURLWithPath: path)
      let kind = try FileManager.default.attributesOfItem(atPath: path)[.type]
      if kind as? FileAttributeType == .typeRegular {
        return try Data(contentsOf: url, options: .alwaysMapped)
      }
      // a pipe, or a link to what may be one
      return try FileHandle(forReadingFrom: url).readToEnd() ?? Data()
    } catch {
      throw InputError(code: .unreadable, path: path)
    }
  }

  /// The name by which a file's observations tell their source.
  public static func name(of path: String) -> String {
    path == standardInput ? path : String(path.split(separator: "/").last ?? path[...])
  }
}

/// Why an input could not be used.
public struct InputError: Failure, Equatable {
  /// What is wrong.
  public enum Code: Sendable {
    case missing
    case unreadable
    case emptyFolder
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
    }
  }
  /// What to do about it.
  public var remedy: String {
    switch code {
    case .missing: "check the path"
    case .unreadable: "check its permissions"
    case .emptyFolder: "name the files themselves if they are documents"
    }
  }
}
