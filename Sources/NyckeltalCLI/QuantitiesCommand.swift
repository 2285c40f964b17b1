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
      let data = try InputFiles.map(path)
      let export = QuantityExport(context: PeriodContext(documentDate: date))
      let isUTF8 = data.withUnsafeBytes { SourceText.isUTF8($0.bindMemory(to: UInt8.self)) }
      if isUTF8 {
        try data.withUnsafeBytes { bytes in
          try export.run(bytes.bindMemory(to: UInt8.self)) { try Terminal.write($0) }
        }
      } else {
        let source = try SourceText(name: path, bytes: Array(data))
        if !common.quiet {
          Terminal.print(
            error: "\(path): read as \(source.encoding.rawValue); ranges count its text in UTF-8"
          )
        }
        try source.utf8.withUnsafeBufferPointer { bytes in
          try export.run(bytes) { try Terminal.write($0) }
        }
      }
    }
  }
}

extension Period: ExpressibleByArgument {
  /// Reads the notation of periods.
  public init?(argument: String) { self.init(argument) }
}
