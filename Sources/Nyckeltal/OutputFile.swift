import Foundation
public import NyckeltalModel

/// Writes files whole or not at all.
public enum OutputFile {
  /// Writes bytes to a temporary file beside the path and renames it into place.
  ///
  /// - Throws: ``OutputError`` when the folder is missing, not writable or full; an earlier file
  ///   stays as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(OutputError.reason(error))")
    }
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
  public var remedy: String { "check that the folder exists, is writable and has space left" }

  /// Makes an error.
  public init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }

  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let code = underlying?.code, underlying?.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(code)))
    }
    return (error as NSError).localizedDescription
  }
}
