import Foundation

/// What the process has used.
enum Memory {
  /// The most memory that the process has held at once, in bytes.
  static var peak: Int {
    // What getrusage tells is handed down from the process that started this one.
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    {
      return kilobytes * 1_024
    }
    var usage = rusage()
    #if os(macOS)
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
    #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1_024
    #endif
  }

  /// The processor time that ended child processes have used, in seconds.
  static var childrensTime: Double {
    var usage = rusage()
    #if os(macOS)
    getrusage(RUSAGE_CHILDREN, &usage)
    #else
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    #endif
    return seconds(usage)
  }

  /// The processor time that this process has used, in seconds.
  static var ownTime: Double {
    var usage = rusage()
    #if os(macOS)
    getrusage(RUSAGE_SELF, &usage)
    #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return seconds(usage)
  }

  private static func seconds(_ usage: rusage) -> Double {
    [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
    }
  }
}

/// The rate of a small C program that hashes every word, where it and a compiler are present: what
/// reading word by word takes at least on this machine.
enum Floor {
  private static let source = "../shared/tools/floor.c"

  static func measure(_ file: String) -> Double? {
    guard FileManager.default.fileExists(atPath: source) else { return nil }
    let program = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-floor-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: program) }
    guard output(of: ["cc", "-O2", source, "-o", program.path]) != nil else { return nil }
    return output(of: [program.path, file]).flatMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// What a command prints; `nil` when it fails or is not there.
  static func output(of command: [String]) -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = try? pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
