import Foundation

/// The built tool, as a user starts it.
enum Tool {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The tool lies in the folder that the build puts the test bundle in; NYCKELTAL_TOOL names another.
  static var executable: URL {
    get throws {
      if let path = ProcessInfo.processInfo.environment["NYCKELTAL_TOOL"] {
        return URL(fileURLWithPath: path)
      }
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      for _ in 0..<6 {
        let candidate = folder.appendingPathComponent("nyckeltal")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder = folder.deletingLastPathComponent()
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }

  /// Starts the tool and waits for its end.
  static func run(
    _ arguments: [String],
    input: String = "",
    locale: String = "C",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try Running(arguments, input: input, locale: locale, environment: environment).outcome()
  }

  /// A folder of one's own that is removed at the end.
  static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// The tool at work.
  final class Running {
    private let process = Process()
    private let folder: URL
    // files rather than pipes: no output is too long for them
    private let files: [URL]

    init(
      _ arguments: [String],
      input: String = "",
      locale: String = "C",
      environment: [String: String] = [:]
    ) throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      files = ["in", "out", "err"].map { [folder] in folder.appendingPathComponent($0) }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      process.executableURL = try Tool.executable
      process.arguments = arguments
      process.environment = ["LC_ALL": locale, "PATH": "/usr/bin:/bin"]
        .merging(Self.sanitizerOptions) { $1 }
        .merging(environment) { $1 }
      try Data(input.utf8).write(to: files[0])
      for file in files.dropFirst() { try Data().write(to: file) }
      process.standardInput = try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try FileHandle(forWritingTo: files[1])
      process.standardError = try FileHandle(forWritingTo: files[2])
      try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What `make sanitize` says about threads holds for the tool too; its leaks are looked for.
    private static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
      $0.key == "TSAN_OPTIONS"
    }

    var isRunning: Bool { process.isRunning }

    /// Ends the tool without giving it a chance to tidy up.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    func outcome() throws -> Outcome {
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
      )
    }
  }
}
