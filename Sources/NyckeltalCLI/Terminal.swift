import ArgumentParser
import Foundation
import Nyckeltal

/// Where the tool writes: data to standard output, everything else to standard error.
enum Terminal {
  /// Prints a line to standard error; that it cannot be written stops nothing.
  static func print(error text: String) {
    writeError(Array("nyckeltal: \(ShownText.shown(text))\n".utf8))
  }

  /// Prints why something failed to standard error, in the language of the tool.
  static func print(_ failure: any Failure) {
    let start = failure.place.map { "\($0): " } ?? ""
    let problem = ToolLanguage.said(failure.problem)
    print(error: "\(start)\(problem); \(ToolLanguage.said(failure.remedy))")
  }

  /// Writes to standard error what may move the cursor.
  static func writeError(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = Foundation.write(STDERR_FILENO, start, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  static func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer(write) }

  /// Writes to standard output; on a terminal, control characters are shown and not carried out.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isTerminal {
      try Array(ShownText.shown(String(decoding: bytes, as: UTF8.self)).utf8)
        .withUnsafeBufferPointer(writeRaw)
    } else {
      try writeRaw(bytes)
    }
  }

  private static let isTerminal = isatty(STDOUT_FILENO) == 1

  private static func writeRaw(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Foundation.write(STDOUT_FILENO, start, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        print(error: "standard output cannot be written")
        throw ExitCode(1)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Opens what was closed of the three standard files, so that no other file takes its place.
  ///
  /// What is written to a closed standard output fails then as before.
  static func openStandardFiles() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// Options that every command shares.
struct CommonOptions: ParsableArguments {
  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  @Option(name: .long, help: "A catalogue of your own, merged with the built-in one.")
  var catalogue: String?

  @Option(name: .long, help: "Weights of your own, as nyckeltal train writes them.")
  var weights: String?

  /// Who reads documents, with the user's catalogue and weights.
  func extractor(includesOther: Bool = false) throws -> ObservationExtractor {
    ObservationExtractor(
      catalogue: try loadCatalogue(),
      includesOther: includesOther,
      judge: try loadJudge()
    )
  }

  private func loadJudge() throws -> Judge? {
    guard let path = weights else { return .builtIn }
    let bytes = try InputFiles.read(path)
    return Judge(try JudgeWeights(String(decoding: bytes, as: UTF8.self), file: path))
  }

  /// The built-in catalogue, merged with the user's.
  func loadCatalogue() throws -> Catalogue {
    let builtIn = try Catalogue.builtIn()
    guard let path = catalogue else { return builtIn }
    let bytes = try InputFiles.read(path)
    return builtIn.merging(
      try Catalogue(yaml: String(decoding: bytes, as: UTF8.self), file: path)
    )
  }
}

/// Counts what failed and turns it into the exit status.
struct InputReport {
  private(set) var read = 0
  private(set) var failed = 0
  let quiet: Bool

  mutating func add(_ result: DocumentResult) {
    if result.goesOn { return }
    if let failure = result.failure {
      fail(failure)
    } else {
      read += 1
      if !quiet { for note in result.notes { Terminal.print(error: note) } }
    }
  }

  mutating func fail(_ failure: any Failure) {
    failed += 1
    Terminal.print(failure)
  }

  /// Throws the exit status when something failed: 1 when nothing could be read, else 3.
  func finish() throws {
    if failed > 0 { throw ExitCode(read == 0 ? 1 : 3) }
  }
}

/// Runs a command's work and prints what stops it as one line.
func reportingFailures(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as any Failure {
    Terminal.print(failure)
    throw ExitCode(1)
  }
}
