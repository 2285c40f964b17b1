public import ArgumentParser
import Foundation
public import Nyckeltal

struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Print every quantity and period in a text; each line is its own context."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
  }

  @Argument(help: "A file, or - for standard input.")
  var path = InputFiles.standardInput

  @Option(help: "jsonl: one object for each quantity or period.")
  var format = Format.jsonl

  @Option(help: "The text's own date, 2015-05-07 or 2015, by which \"i fjol\" is read.")
  var date: Period?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures {
      let file = try InputStreamFile(path)
      let export = QuantityExport(context: PeriodContext(documentDate: date))
      if try isUTF8(file), file.rewind() {
        return try export.run(
          reading: { () throws(any Error) in try file.read() },
          write: { (bytes) throws(any Error) in try Terminal.write(bytes) }
        )
      }
      let bytes = try file.rewind() ? InputFiles.read(path) : readPipe(file)
      let isUTF8 = bytes.withUnsafeBufferPointer { SourceText.isUTF8($0) }
      let text = isUTF8 ? bytes : try decoded(bytes)
      try text.withUnsafeBufferPointer { bytes in
        try export.run(bytes) { try Terminal.write($0) }
      }
    }
  }

  /// What comes from a pipe, to its end; one that gives no text has none.
  private func readPipe(_ file: InputStreamFile) throws -> [UInt8] {
    try file.readAll { $0.contains(0) ? $0.count : InputFiles.mostBytes }
  }

  private func decoded(_ bytes: [UInt8]) throws -> [UInt8] {
    let source = try SourceText(name: path, bytes: bytes)
    if !common.quiet {
      let note = "read as \(source.encoding.rawValue); ranges count its text in UTF-8"
      for note in source.notes + [note] { Terminal.print(error: "\(path): \(note)") }
    }
    return source.utf8
  }

  /// Whether a file is UTF-8 and no other; `false` for a pipe, which is read once.
  private func isUTF8(_ file: InputStreamFile) throws -> Bool {
    guard file.size != nil else { return false }
    var rest: [UInt8] = []
    while true {
      let next = try file.read()
      if next.isEmpty { return isUTF8(rest) }
      rest += next
      // up to where a character ends for certain
      let end = (rest.lastIndex { $0 < 0x80 } ?? -1) + 1
      if !isUTF8(Array(rest[..<end])) { return false }
      rest.removeFirst(end)
      if rest.count > 64 { return false }
    }
  }
}

extension QuantitiesCommand {
  private func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { SourceText.isUTF8($0) }
  }
}

extension Period: ExpressibleByArgument {
  /// Reads the notation of periods.
  public init?(argument: String) { self.init(argument) }
}
