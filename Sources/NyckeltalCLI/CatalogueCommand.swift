import ArgumentParser
import Nyckeltal

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "List the indicators, or check a catalogue of your own.",
    subcommands: [List.self, Check.self],
    defaultSubcommand: List.self
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the indicators.")
    @OptionGroup var common: CommonOptions

    func run() throws {
      try reportingFailures {
        for indicator in try common.loadCatalogue().indicators {
          let unit = indicator.unit?.rawValue ?? "–"
          try Terminal.write(
            Array("\(indicator.id)\t\(unit)\t\(indicator.swedishName)\n".utf8)
          )
        }
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what is wrong with a catalogue, with line and column."
    )
    @Argument(help: "A catalogue in YAML.")
    var file: String

    func run() throws {
      try reportingFailures {
        let bytes = try InputFiles.read(file)
        let catalogue = try Catalogue(
          yaml: String(decoding: bytes, as: UTF8.self),
          file: file
        )
        try Terminal.write(Array("\(file): \(catalogue.indicators.count) indicators\n".utf8))
      }
    }
  }
}
