#if os(Linux)
import Foundation
import NyckeltalDocuments
import Testing

/// What a reader starts and writes is gone with it.
@Suite(.serialized)
struct LeftoverTests {
  private static let page = PDFFile.document(
    pages: [PDFFile.lines([(60, 780, "Antal unga i sommarjobb 8 700")])]
  )

  /// Limits that no other reader has: the command of every process tells whose it is.
  private static func limits() -> DocumentLimits {
    var limits = DocumentLimits()
    limits.memory = (1 << 30) + .random(in: 1...1 << 18) << 10
    limits.seconds = 2
    return limits
  }

  /// The processes of a reader with these limits, and those that read a file.
  private func processes(_ limits: DocumentLimits, _ file: String) throws -> Set<String> {
    let marks = ["ulimit -v \(limits.memory >> 10);", file].map { Data($0.utf8) }
    let all = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    return Set(
      all.filter { name in
        guard name.allSatisfy(\.isNumber), name != String(getpid()),
          let command = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(name)/cmdline"))
        else { return false }
        return marks.contains { command.range(of: $0) != nil }
      }
    )
  }

  /// Processes that have ended and that this one has not waited for have no command any more.
  private func exists(_ process: String) -> Bool {
    FileManager.default.fileExists(atPath: "/proc/\(process)")
  }

  /// The system ends what was isolated a moment after its parent.
  private func waits(until isOver: () throws -> Bool) throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: 3)
    while Date() < deadline {
      if try isOver() { return true }
      usleep(2000)
    }
    return try isOver()
  }

  @Test func noProcessIsLeft() throws {
    let folder = try TestFolder()
    let limits = Self.limits()
    let name = "unlikely-\(UUID().uuidString).pdf"
    let path = try folder.write(Self.page, name)
    let broken = try folder.write(Array("%PDF-1.4".utf8), "broken-\(name)")
    #expect(try processes(limits, name).isEmpty)
    var started: Set<String> = []
    do {
      let reader = DocumentReader(limits: limits)
      _ = try reader.read(path)
      #expect(throws: DocumentError.self) { try reader.read(broken) }
      _ = try reader.read(name: "y.pdf", bytes: Data(Self.page))
      started = try processes(limits, name)
      withExtendedLifetime(reader) {}
    }
    #expect(!started.isEmpty)
    #expect(try waits { try processes(limits, name).isEmpty })
    #expect(try waits { !started.contains { exists($0) } })
  }

  /// Also when what it started is still at work.
  @Test func noProcessIsLeftOfADocumentThatTakesTooLong() throws {
    let folder = try TestFolder()
    var limits = Self.limits()
    limits.seconds = 0.5
    let name = "endless-\(UUID().uuidString).pdf"
    let path = try folder.write(PDFBomb.page(" ", length: 4 << 30), name)
    let reader = DocumentReader(limits: limits)
    #expect(throws: DocumentError.self) { try reader.read(path) }
    #expect(try waits { try processes(limits, name).isEmpty })
    withExtendedLifetime(reader) {}
  }

  /// Documents in memory go to `pdftotext` by a file without a name: none is to be seen, and the
  /// folder for temporary files stays as it was.
  @Test func noFileIsLeft() throws {
    let folder = try TestFolder()
    let documents = try TestFolder()
    let good = try documents.write(Self.page, "a.pdf")
    let bad = try documents.write(Self.page.prefix(200), "b.pdf")
    let word = try documents.write(WordFile.document(WordFile.paragraph("8 700 unga")), "c.docx")
    let process = Process()
    process.executableURL = try Self.tool
    process.arguments = ["extract", good, bad, word]
    process.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": folder.url.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.currentDirectoryURL = documents.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: documents.url.path).sorted()
        == ["a.pdf", "b.pdf", "c.docx"]
    )
    let reader = DocumentReader(limits: Self.limits())
    _ = try reader.read(name: "y.pdf", bytes: Data(Self.page))
    #expect(openDocuments() == 0)
  }

  /// A worker at work, and one that sleeps, end when the program that asked them is killed.
  @Test(arguments: ["busy", "endless"])
  func noWorkerIsLeftOfAProgramThatIsKilled(_ fault: String) throws {
    let folder = try TestFolder()
    let page = Array("<html><body><p>8 700 unga</p></body></html>".utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("BrokenReader")
    process.arguments = [try folder.write(page, "\(fault).html")]
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { kill(process.processIdentifier, SIGKILL) }
    var workers: Set<String> = []
    #expect(
      try waits {
        workers = try children(of: process.processIdentifier)
        return !workers.isEmpty
      }
    )
    // long enough for it to be asked
    usleep(300_000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try waits { !workers.contains { isRunning($0) } })
  }

  /// The processes that another one has started.
  private func children(of parent: Int32) throws -> Set<String> {
    let all = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    return Set(
      all.filter { name in
        guard name.allSatisfy(\.isNumber), let state = state(name) else { return false }
        return state.parent == "\(parent)"
      }
    )
  }

  /// Whether a process has not ended; one that nobody waits for may stay as a name.
  private func isRunning(_ process: String) -> Bool {
    state(process).map { $0.letter != "Z" && $0.letter != "X" } ?? false
  }

  private func state(_ process: String) -> (letter: Substring, parent: Substring)? {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return nil
    }
    // "12 (a name) S 1 …"
    let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
    return fields.count > 2 ? (fields[1], fields[2]) : nil
  }

  /// Open files of this process that hold the page.
  private func openDocuments() -> Int {
    let own = "/proc/self/fd"
    let open = (try? FileManager.default.contentsOfDirectory(atPath: own)) ?? []
    return open.count { descriptor in
      let path = "\(own)/\(descriptor)"
      let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
      guard target.hasSuffix("(deleted)"),
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      else { return false }
      return size == Self.page.count
    }
  }

  /// The tool lies in the folder that the build puts the test bundle in; NYCKELTAL_TOOL names another.
  private static var tool: URL {
    get throws {
      if let path = ProcessInfo.processInfo.environment["NYCKELTAL_TOOL"] {
        return URL(fileURLWithPath: path)
      }
      let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let tool = folder.appendingPathComponent("nyckeltal")
      try #require(FileManager.default.isExecutableFile(atPath: tool.path))
      return tool
    }
  }
}
#endif
