public import ArgumentParser
import Foundation
public import Nyckeltal

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print what a store holds.",
    discussion: """
      Filters narrow together; one that is given several times asks for any of its values. \
      Rejected observations come only with --rejected.
      """
  )

  @OptionGroup var storeOptions: StoreOptions

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Flag(help: "The documents in place of their observations.")
  var documents = false

  @Flag(help: "The history of corrections in place of observations.")
  var corrections = false

  @Flag(
    help: """
      What was verified as gold annotations, for evaluate and for training; what nobody has checked \
      in the same documents costs nothing there.
      """
  )
  var gold = false

  @Option(help: "table, jsonl (one object a line) or csv.")
  var format = ExtractCommand.Format.table

  @Option(
    help: "A workbook (.xlsx) to write the observations to, however many, in place of printing."
  )
  var output: String?

  @OptionGroup var csv: CSVOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if [documents, corrections, gold].count(where: \.self) > 1 {
      throw ValidationError("give one of --documents, --corrections and --gold")
    }
    if let output {
      if ReportOutput.Format(path: output) != .xlsx || output.hasSuffix("/") {
        throw ValidationError("\(output): the suffix is not .xlsx")
      }
      if documents || corrections || gold {
        throw ValidationError("--output takes observations only")
      }
    }
    if documents || corrections, filter != ObservationFilter() {
      throw ValidationError("filters narrow observations, not --documents or --corrections")
    }
  }

  private var filter: ObservationFilter { filters.filter }

  func run() throws {
    try reportingFailures {
      let catalogue = try common.loadCatalogue()
      let store = try storeOptions.open(creating: false, quiet: common.quiet)
      if gold {
        var filter = filter
        filter.rejected = .with
        let found = try store.observationsByDocument(filter).map(\.observations)
        return try Terminal.write(GoldFile.lines(found))
      }
      if let output {
        try OutputFile.check([output], inputs: [storeOptions.path])
        return try DataExport().write(to: URL(fileURLWithPath: output)) { add in
          try store.enumerate(filter) { try add($0) }
        }
      }
      var output = ListOutput(format: format, catalogue: catalogue, style: csv.style)
      if documents {
        try output.write(try store.documents())
      } else if corrections {
        try output.write(try store.corrections())
      } else {
        try output.writeHeader()
        try store.enumerate(filter) { try output.write($0) }
      }
      try output.finish()
    }
  }
}

extension ObservationKind: ExpressibleByArgument {}
