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

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case table
      case jsonl
    }

    @Option(help: "table, or jsonl with all that is known of each.")
    var format = Format.table

    @OptionGroup var common: CommonOptions

    func run() throws {
      try reportingFailures {
        let indicators = try common.loadCatalogue().indicators
        if format == .jsonl { return try Terminal.write(Self.lines(indicators)) }
        for indicator in indicators {
          let unit = indicator.unit?.rawValue ?? "–"
          try Terminal.write(
            Array("\(indicator.id)\t\(unit)\t\(indicator.swedishName)\n".utf8)
          )
        }
      }
    }

    /// One JSON object a line, every field in each.
    private static func lines(_ indicators: [Indicator]) -> [UInt8] {
      var json = JSONText()
      for indicator in indicators {
        json.beginObject()
        json.string(indicator.id, "id")
        json.string(indicator.topic.rawValue, "topic")
        json.string(indicator.swedishName, "swedishName")
        json.string(indicator.englishName, "englishName")
        json.string(indicator.unit?.rawValue, "unit")
        json.string(indicator.goodDirection.rawValue, "goodDirection")
        json.boolean(indicator.addsUp, "addsUp")
        json.string(indicator.definition, "definition")
        json.string(indicator.definitionSource, "definitionSource")
        json.endObject()
        json.newline()
      }
      return json.withBytes { Array($0) }
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
