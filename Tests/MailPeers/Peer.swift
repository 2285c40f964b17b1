package import Foundation

/// Programs that the messages are tried on: Python's `email` and aiosmtpd.
package enum Peer {
  /// Where a peer's script stands.
  static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(name).path
  }

  /// A Python that has aiosmtpd: Debian's, or the first in PATH.
  ///
  /// Without one these tests fail, rather than pass unseen.
  package static let python: Result<String, PeerMissing> = {
    let inPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/python3" }
    let found = (["/usr/bin/python3"] + inPath).first { candidate in
      FileManager.default.isExecutableFile(atPath: candidate)
        && (try? run([candidate, "-c", "import aiosmtpd"]).status) == 0
    }
    return found.map { .success($0) } ?? .failure(PeerMissing())
  }()

  package struct Outcome {
    package var status: Int32
    package var output: Data
  }

  /// Runs a command to its end.
  package static func run(_ command: [String]) throws -> Outcome {
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
  package static func read(_ messages: [Data]) throws -> [ReadMessage] {
    try withFolder { folder in
      for (number, message) in messages.enumerated() {
        let name = String(repeating: "0", count: 6 - "\(number)".count) + "\(number).eml"
        try message.write(to: folder.appendingPathComponent(name))
      }
      let outcome = try run([python.get(), script("read_messages.py"), folder.path])
      guard outcome.status == 0 else { throw PeerFailure("read_messages.py failed") }
      return try JSONDecoder().decode([ReadMessage].self, from: outcome.output)
    }
  }

  package static func read(_ message: Data) throws -> ReadMessage {
    guard let read = try read([message]).first else { throw PeerFailure("nothing was read") }
    return read
  }

  /// A folder of one's own that is removed at the end.
  package static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

/// No Python with aiosmtpd was found.
package struct PeerMissing: Error, CustomStringConvertible {
  package var description: String {
    "no python3 that can import aiosmtpd; make test-setup installs it (macOS: pip3 install aiosmtpd)"
  }
}

/// A program did not do what it is there for.
package struct PeerFailure: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// A message as Python's `email` reads it with `policy.default`.
package struct ReadMessage: Decodable {
  package struct Part: Decodable {
    package var type: String
    package var charset: String?
    package var disposition: String?
    package var fileName: String?
    package var name: String?
    package var content: Data

    /// The text, with its lines ended as Swift's are.
    package var text: String {
      String(decoding: content, as: UTF8.self).replacing("\r\n", with: "\n")
    }
  }

  package var file: String
  package var defects: [String]
  package var headers: [String]
  package var subject: String
  package var date: String
  package var messageID: String
  package var people: [String: [[String]]]
  package var types: [String]
  package var parts: [Part]
}

/// The bytes of strings, since two spellings of å are equal to Swift and not to a mail program.
package func sameBytes(_ one: String?, _ other: String?) -> Bool {
  one.map { Array($0.utf8) } == other.map { Array($0.utf8) }
}
