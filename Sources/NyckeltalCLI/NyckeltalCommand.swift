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
      """,
    version: "0.1.0",
    subcommands: [
      ExtractCommand.self, QuantitiesCommand.self, ImportCommand.self, ListCommand.self,
      CorrectCommand.self, ReviewCommand.self, ReportCommand.self, MailCommand.self,
      CatalogueCommand.self, EvaluateCommand.self, RulesCommand.self, TemplatesCommand.self,
      TextCommand.self,
    ]
  )

  static func main() {
    // Writing past a limit on the size of files is then an error to report, not the end.
    signal(SIGXFSZ, SIG_IGN)
    Terminal.openStandardFiles()
    PasswordVariable.take(PasswordVariable.usual)
    DocumentWorker.serveIfAsked()
    main(nil)
  }
}
