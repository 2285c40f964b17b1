import ArgumentParser
import Nyckeltal

/// Prints the manual page, which `make install` puts in its place.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, as man reads it.",
    shouldDisplay: false
  )

  func run() throws {
    try reportingFailures {
      let page = ManualPage(
        description: try ToolDescription.current(),
        version: NyckeltalCommand.configuration.version
      )
      try Terminal.write(Array(page.text.utf8))
    }
  }
}
