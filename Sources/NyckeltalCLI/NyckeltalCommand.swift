import ArgumentParser
import Foundation
import NyckeltalDocuments

/// The command-line tool: parsing and printing only.
@main
struct NyckeltalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nyckeltal",
    abstract: "Reads Swedish committee minutes and follows up what they say in figures.",
    discussion: """
      A PATH is a file, a folder (read recursively) or - for standard input.
      Exit status: 0 done, 1 failed, 3 some inputs failed (the others are done), 64 usage.
      --language sv, or LANG, gives this help in Swedish; NYCKELTAL_STORE names the usual store.
      """,
    version: "0.1.0",
    subcommands: [
      ExtractCommand.self, QuantitiesCommand.self, ImportCommand.self, ListCommand.self,
      CorrectCommand.self, ReviewCommand.self, ReportCommand.self, MailCommand.self,
      CatalogueCommand.self, EvaluateCommand.self, TrainCommand.self, RulesCommand.self,
      TemplatesCommand.self, TextCommand.self, SchemaCommand.self, ManualCommand.self,
    ]
  )

  static func main() {
    // Writing past a limit on the size of files is then an error to report, not the end.
    signal(SIGXFSZ, SIG_IGN)
    Terminal.openStandardFiles()
    PasswordVariable.take(PasswordVariable.usual)
    DocumentWorker.serveIfAsked()
    let arguments = ToolLanguage.withoutOption(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      end(error, arguments)
    }
  }

  /// Prints help or what was wrong, in the language of the tool, and ends with the exit status.
  private static func end(_ error: any Error, _ arguments: [String]) -> Never {
    let status = exitCode(for: error)
    var text = fullMessage(for: error)
    if status == .success {
      if ToolLanguage.isSwedish, let page = swedishHelp(text, arguments) { text = page }
      if !text.isEmpty { print(text) }
    } else if !text.isEmpty {
      text = Suggestion.added(to: text, arguments)
      if ToolLanguage.isSwedish { text = SwedishFault.text(text) }
      Terminal.writeError(Array("\(text)\n".utf8))
    }
    exit(withError: status)
  }

  /// A page of help in Swedish; `nil` where a text is none.
  private static func swedishHelp(_ text: String, _ arguments: [String]) -> String? {
    let isHelp = text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ")
    guard isHelp, let start = text.range(of: "USAGE: "),
      let description = try? ToolDescription.current()
    else { return nil }
    let usage = text[start.upperBound...].prefix { $0 != "\n" }
    let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
    return HelpPage(commands: description.path(of: words).commands, usage: String(usage)).text
  }
}
