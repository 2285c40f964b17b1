import ArgumentParser
import Nyckeltal

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring documents, or tables of figures (.csv), into a store.",
    discussion: """
      A document is known by its content: importing it again changes nothing, under another name \
      too. A newer version of the rules or of the catalogue replaces what was read before. \
      Corrections stay.
      """
  )

  @Argument(help: "Files, folders or - for standard input; tables of figures by name.")
  var paths: [String] = []

  @OptionGroup var storeOptions: StoreOptions

  @Flag(help: "Also figures that belong to no topic.")
  var all = false

  @Flag(help: "Let a document replace earlier ones of the same name.")
  var replace = false

  @Flag(help: "Numbers in tables of figures have a decimal comma.")
  var decimalComma = false

  @Option(
    help: "A mapping (JSON) of the columns and codes of tables from elsewhere: Kolada, JSON-stat."
  )
  var mapping: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws { try input.list.check(paths) }

  func run() throws {
    try reportingFailures {
      let extractor = try common.extractor(includesOther: all)
      let paths = try input.list.paths(paths)
      let store = try storeOptions.open(creating: true, quiet: common.quiet)
      var job = StoreImport(store: store, extractor: extractor)
      job.width = input.jobs
      job.source = DocumentInput.source()
      job.replacesSameName = replace
      job.hasDecimalComma = decimalComma
      job.mapping = try mapping.map { file in
        try FiguresMapping(json: try InputFiles.read(file), file: file)
      }
      let summary = try job.run(paths) { try show($0) }
      if !common.quiet {
        try line(
          """
          new \(summary.new), unchanged \(summary.unchanged), replaced \(summary.replaced), \
          failed \(summary.failed); \(summary.observations) observations came in
          """
        )
      }
      if summary.failed > 0 {
        let isAll = summary.new + summary.unchanged + summary.replaced == 0
        throw ExitCode(isAll ? 1 : 3)
      }
    }
  }

  private func show(_ result: ImportResult) throws {
    if let failure = result.failure { Terminal.print(failure) }
    guard !common.quiet else { return }
    for note in result.notes { Terminal.print(error: note) }
    guard let outcome = result.outcome else { return }
    if outcome.sharesName {
      Terminal.print(
        error: """
          \(result.path): another document of this name with other content is in the store, and \
          both count; --replace takes the earlier one out
          """
      )
    }
    switch outcome.action {
    case .new: try line("new        \(result.path) (\(result.observations))")
    case .replaced: try line("replaced   \(result.path) (\(result.observations))")
    case .unchanged:
      if let name = outcome.sameContentAs {
        try line("unchanged  \(result.path) (the same content as \(name))")
      }
    }
  }

  private func line(_ text: String) throws {
    try Terminal.write(Array("\(ShownText.shown(text))\n".utf8))
  }
}
