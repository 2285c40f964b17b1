import ArgumentParser
import Nyckeltal

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the shape of exported observations, for programs that read them."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonSchema = "json-schema"
    case frictionless
  }

  @Option(help: "json-schema for lines of JSON, frictionless for a table (datapackage.json).")
  var format = Format.jsonSchema

  @Option(help: "The table's path in the data package.")
  var path = "observations.csv"

  @OptionGroup var csv: CSVOptions

  func run() throws {
    try reportingFailures {
      switch format {
      case .jsonSchema: try Terminal.write(ObservationSchema.jsonSchema())
      case .frictionless:
        try Terminal.write(ObservationSchema.dataPackage(csv: path, style: csv.style))
      }
    }
  }
}
