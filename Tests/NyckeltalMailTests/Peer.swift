import Foundation
import NyckeltalMail
import Testing

/// Programs that the messages are tried on: Python's `email` and aiosmtpd.
enum Peer {
  /// Where a peer's script stands.
  static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Peers/\(name)").path
  }

  /// A Python that has aiosmtpd: Debian's, or the first in PATH.
  ///
  /// Without one these tests fail, rather than pass unseen.
  static let python: Result<String, PeerMissing> = {
    let inPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/python3" }
    let found = (["/usr/bin/python3"] + inPath).first { candidate in
      FileManager.default.isExecutableFile(atPath: candidate)
        && (try? run([candidate, "-c", "import aiosmtpd"]).status) == 0
    }
    return found.map { .success($0) } ?? .failure(PeerMissing())
  }()

  struct Outcome {
    var status: Int32
    var output: Data
  }

  /// Runs a command to its end.
  static func run(_ command: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: output)
  }

  /// What Python's `email` reads in messages.
  static func read(_ messages: [Data]) throws -> [ReadMessage] {
    try withFolder { folder in
      for (number, message) in messages.enumerated() {
        let name = String(repeating: "0", count: 6 - "\(number)".count) + "\(number).eml"
        try message.write(to: folder.appendingPathComponent(name))
      }
      let outcome = try run([python.get(), script("read_messages.py"), folder.path])
      #expect(outcome.status == 0)
      return try JSONDecoder().decode([ReadMessage].self, from: outcome.output)
    }
  }

  static func read(_ message: Data) throws -> ReadMessage {
    try #require(try read([message]).first)
  }

  /// A folder of one's own that is removed at the end.
  static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

/// No Python with aiosmtpd was found.
struct PeerMissing: Error, CustomStringConvertible {
  var description: String {
    "no python3 that can import aiosmtpd; make test-setup installs it (macOS: pip3 install aiosmtpd)"
  }
}

/// A message as Python's `email` reads it with `policy.default`.
struct ReadMessage: Decodable {
  struct Part: Decodable {
    var type: String
    var charset: String?
    var disposition: String?
    var fileName: String?
    var name: String?
    var content: Data

    /// The text, with its lines ended as Swift's are.
    var text: String { String(decoding: content, as: UTF8.self).replacing("\r\n", with: "\n") }
  }

  var file: String
  var defects: [String]
  var headers: [String]
  var subject: String
  var date: String
  var messageID: String
  var people: [String: [[String]]]
  var types: [String]
  var parts: [Part]
}

/// The bytes of strings, since two spellings of å are equal to Swift and not to a mail program.
func sameBytes(_ one: String?, _ other: String?) -> Bool {
  one.map { Array($0.utf8) } == other.map { Array($0.utf8) }
}
