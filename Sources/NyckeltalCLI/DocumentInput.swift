import Foundation
import Nyckeltal
import NyckeltalDocuments

/// What the commands read: documents in every format, in files, folders or standard input.
struct DocumentInput {
  private let inputs: InputFiles
  private let quiet: Bool
  private let source: TextSource
  private let jobs: Int?

  /// Finds the documents.
  ///
  /// - Throws: What is wrong with a list of further paths.
  init(_ paths: [String], _ options: InputOptions, quiet: Bool) throws {
    self.quiet = quiet
    jobs = options.jobs
    source = Self.source()
    inputs = InputFiles(try options.list.paths(paths), recognizes: source.recognizes)
  }

  /// Reads documents in processes of this program, or of another one that is named for tests: a
  /// fault in a reader costs one document.
  static func reader() -> DocumentReader {
    let other = ProcessInfo.processInfo.environment["NYCKELTAL_WORKER"]
    return DocumentReader(isolation: other.map { .process($0) } ?? .ownProcess)
  }

  /// Documents in every format that is read.
  static func source() -> TextSource {
    let reader = reader()
    var source = TextSource(
      recognizes: { DocumentFormat.recognizes($0) },
      text: { path, bytes in
        path == InputFiles.standardInput
          ? try reader.read(name: path, bytes: Data(bytes)) : try reader.read(path, bytes: bytes)
      }
    )
    source.limit = { DocumentLimits().bytes(head: $0) }
    return source
  }

  /// Whether there is nothing to read.
  var isEmpty: Bool { inputs.files.isEmpty }

  /// A batch that reads these documents.
  func batch(_ extractor: ObservationExtractor) -> DocumentBatch {
    DocumentBatch(extractor: extractor, width: jobs, source: source)
  }

  /// Reads the documents in their order, and says what was passed over, what failed and, on a
  /// terminal, how far it has come.
  func read(
    _ batch: DocumentBatch,
    _ report: inout InputReport,
    each: (DocumentResult) throws -> Void
  ) rethrows {
    for failure in inputs.missing { report.fail(failure) }
    if !quiet { printPassedOver() }
    var progress = Progress(total: inputs.files.count, isShown: !quiet)
    try batch.read(inputs.files) { result in
      progress.clear()
      report.add(result)
      try each(result)
      progress.step()
    }
    progress.clear()
  }

  private func printPassedOver() {
    var parts: [String] = []
    if !inputs.reports.isEmpty {
      parts.append("\(inputs.reports.count) that this tool has made: \(names(inputs.reports))")
    }
    if inputs.hidden > 0 { parts.append("\(inputs.hidden) hidden") }
    let unknown = inputs.unknown
    if !unknown.isEmpty {
      parts.append("\(unknown.count) that are no documents: \(names(unknown))")
    }
    guard !parts.isEmpty else { return }
    Terminal.print(error: "passed over \(parts.joined(separator: "; "))")
  }
}

extension DocumentInput {
  /// The first of some files by name.
  private func names(_ files: [String]) -> String {
    let names = files.prefix(5).map { InputFiles.name(of: $0).debugDescription }
    return names.joined(separator: ", ") + (files.count > names.count ? ", …" : "")
  }

  /// The files that are read.
  var files: [String] { inputs.files }
}

/// How many documents are read, on one line of a terminal.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var isOpen = false

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && total > 1 && isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0
  }

  mutating func step() {
    done += 1
    guard isShown else { return }
    write("\r\(done) of \(total)")
    isOpen = true
  }

  mutating func clear() {
    guard isOpen else { return }
    write("\r\u{1B}[K")
    isOpen = false
  }

  private func write(_ text: String) { Terminal.writeError(Array(text.utf8)) }
}
