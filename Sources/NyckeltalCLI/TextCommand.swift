import ArgumentParser
import Foundation
import Nyckeltal
import NyckeltalDocuments

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print a document's text, which the ranges of its observations refer to.",
    discussion: "Headings are marked with #, cells of tables with |."
  )

  @Argument(help: "A file, or - for standard input.")
  var path: String

  func run() throws {
    try reportingFailures {
      let reader = DocumentInput.reader()
      let source =
        path == InputFiles.standardInput
        ? try reader.read(name: path, bytes: Data(try InputFiles.read(path)))
        : try reader.read(path)
      try Terminal.write(source.utf8)
      for note in source.notes { Terminal.print(error: "\(path): \(note)") }
    }
  }
}
