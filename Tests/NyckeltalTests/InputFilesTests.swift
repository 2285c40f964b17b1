import Foundation
import Nyckeltal
import Testing

/// What a folder holds is read or named, nothing is dropped without a word.
struct InputFilesTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      chmod(folder.path + "/locked", 0o700)
      try? FileManager.default.removeItem(at: folder)
    }
    try body(folder.path)
  }

  private func touch(_ path: String, _ text: String = "Protokoll") {
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
    close(descriptor)
  }

  @Test func namesThatAreNoTextAreNamedAsFailed() throws {
    try inFolder { folder in
      touch(folder + "/a.txt")
      var name = (folder + "/b").utf8.map { CChar(bitPattern: $0) }
      name += [CChar(bitPattern: 0xE5)] + ".txt".utf8.map { CChar(bitPattern: $0) } + [0]
      close(open(name, O_CREAT | O_WRONLY, 0o600))
      let inputs = InputFiles([folder])
      #expect(inputs.files == [folder + "/a.txt"])
      #expect(inputs.missing.map(\.code) == [.invalidName])
      #expect(inputs.missing.first?.path.hasSuffix("/b\\xE5.txt") == true)
    }
  }

  @Test func composedAndDecomposedSpellingsAreTwoFiles() throws {
    try inFolder { folder in
      touch(folder + "/\u{E5}.txt")
      touch(folder + "/a\u{30A}.txt")
      #expect(InputFiles([folder]).files.count == 2)
    }
  }

  @Test(.enabled(if: getuid() != 0))
  func anUnreadableFolderIsNamedAsFailed() throws {
    try inFolder { folder in
      touch(folder + "/a.txt")
      try FileManager.default.createDirectory(
        atPath: folder + "/locked",
        withIntermediateDirectories: true
      )
      chmod(folder + "/locked", 0)
      let inputs = InputFiles([folder])
      #expect(inputs.files.count == 1)
      #expect(inputs.missing.map(\.code) == [.unreadable])
      #expect(inputs.missing.first?.path == folder + "/locked")
    }
  }

  @Test func ownReportsArePassedOverByName() throws {
    try inFolder { folder in
      touch(
        folder + "/a.txt",
        "Cirka 900 unga har sökt sommarjobb 2015. Målet 2015 var 800 platser."
      )
      let catalogue = try Catalogue.builtIn()
      let extractor = ObservationExtractor(catalogue: catalogue)
      let builder = ReportBuilder(definition: try .builtIn(.year), catalogue: catalogue.indicators)
      func read() -> [Observation] {
        var observations: [Observation] = []
        let everything = TextSource(
          recognizes: { _ in true },
          text: TextSource.plain.text
        )
        let files = InputFiles([folder], recognizes: everything.recognizes).files
        DocumentBatch(extractor: extractor, source: everything).read(files) {
          observations += $0.observations
        }
        return observations
      }
      let first = read()
      let report = try builder.report(.year(2015), from: first, documents: 1)
      for suffix in ["txt", "html", "csv", "jsonl"] {
        try ReportOutput().write(report, to: "\(folder)/rapport.\(suffix)")
      }
      #expect(read() == first)
      #expect(
        InputFiles([folder]).reports.map { InputFiles.name(of: $0) }.sorted() == [
          "rapport.html", "rapport.txt",
        ]
      )
      let named = DocumentBatch(extractor: extractor).read(folder + "/rapport.txt")
      #expect((named.failure as? InputError)?.code == .ownReport)
    }
  }

  @Test func aLimitIsAskedBeforeTheRestIsRead() throws {
    try inFolder { folder in
      let path = folder + "/large.pdf"
      touch(path, "%PDF-1.4 " + String(repeating: "x", count: 5_000))
      truncate(path, 3 << 30)
      let start = ContinuousClock.now
      let error = #expect(throws: InputError.self) { try InputFiles.read(path) { _ in 1 << 20 } }
      #expect(error?.code == .tooLarge)
      #expect(ContinuousClock.now - start < .seconds(2))
    }
  }
}

/// Outputs appear whole or not at all, and never in the place of what is read.
struct OutputFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    lstat(path, &status)
    return status.st_mode
  }

  @Test func anEarlierFileKeepsItsPermissionsAndALinkIsFollowed() throws {
    try inFolder { folder in
      try OutputFile.write([1], to: folder + "/a")
      chmod(folder + "/a", 0o640)
      symlink("a", folder + "/link")
      try OutputFile.write([2], to: folder + "/link")
      #expect(try InputFiles.read(folder + "/a") == [2])
      #expect(mode(folder + "/a") & 0o777 == 0o640)
      #expect(mode(folder + "/link") & S_IFMT == S_IFLNK)
      try OutputFile.write([3], to: folder + "/private", isPrivate: true)
      #expect(mode(folder + "/private") & 0o777 == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    }
  }

  @Test func namesOfAnyLengthWorkAndFoldersAreRefused() throws {
    try inFolder { folder in
      try OutputFile.write([1], to: folder + "/" + String(repeating: "å", count: 125) + ".txt")
      for path in [folder + "/x.txt/", folder, folder + "/no/x", "/dev/null"] {
        #expect(throws: OutputError.self) { try OutputFile.write([1], to: path) }
      }
      symlink("nowhere", folder + "/dangling")
      #expect(throws: OutputError.self) { try OutputFile.write([1], to: folder + "/dangling") }
    }
  }

  @Test func whatIsReadIsNotWrittenOver() throws {
    try inFolder { folder in
      try OutputFile.write([1], to: folder + "/a.txt")
      link(folder + "/a.txt", folder + "/b.txt")
      for output in ["a.txt", "./a.txt", "b.txt"] {
        #expect(throws: OutputError.self) {
          try OutputFile.check(["\(folder)/\(output)"], inputs: ["\(folder)/a.txt"])
        }
      }
      #expect(throws: OutputError.self) {
        try OutputFile.check([folder + "/n.txt", folder + "/./n.txt"], inputs: [])
      }
      try OutputFile.check([folder + "/n.txt", folder + "/m.txt"], inputs: [folder + "/a.txt"])
    }
  }
}
