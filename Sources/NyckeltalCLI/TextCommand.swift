import ArgumentParser
import Foundation
import Nyckeltal
import NyckeltalDocuments

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print a document's text, which the ranges of its observations refer to.",
    discussion: """
      Headings are marked with #, cells of tables with |. With --structure, what the text was read \
      as: its items, sections, speakers and tables by their lines, and what was left out and why.
      """
  )

  @Argument(help: "A file, or - for standard input.")
  var path: String

  @Flag(help: "Print the items, sections, speakers and tables, and what was left out.")
  var structure = false

  func run() throws {
    try reportingFailures {
      let reader = DocumentInput.reader()
      let source =
        path == InputFiles.standardInput
        ? try reader.read(name: path, bytes: Data(try InputFiles.read(path)))
        : try reader.read(path)
      try Terminal.write(structure ? Array(Minutes(source).structure.utf8) : source.utf8)
      for note in source.notes { Terminal.print(error: "\(path): \(note)") }
    }
  }
}
