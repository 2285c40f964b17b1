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

  @Option(help: "A topic.")
  var topic: [Topic] = []

  @Option(help: "An indicator.")
  var indicator: [String] = []

  @Option(help: "A kind: outcome, target …")
  var kind: [ObservationKind] = []

  @Option(help: "A period that theirs lies in: 2015, 2015-T1 …")
  var period: Period?

  @Option(help: "A document, by its name.")
  var document: String?

  @Option(help: "Who states it: a name or a party.")
  var speaker: String?

  @Option(help: "The municipality and committee whose document it is.")
  var body: String?

  @Flag(help: "Only what is about the body itself, not the country, the county or other towns.")
  var own = false

  @Flag(help: "Only what was corrected.")
  var corrected = false

  @Flag(help: "Only what was rejected.")
  var rejected = false

  @Flag(help: "The documents in place of their observations.")
  var documents = false

  @Flag(help: "The history of corrections in place of observations.")
  var corrections = false

  @Option(help: "table, jsonl (one object a line) or csv.")
  var format = ExtractCommand.Format.table

  @Option(
    help: "A workbook (.xlsx) to write the observations to, however many, in place of printing."
  )
  var output: String?

  @OptionGroup var csv: CSVOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if documents, corrections {
      throw ValidationError("give one of --documents and --corrections")
    }
    if let output {
      if ReportOutput.Format(path: output) != .xlsx || output.hasSuffix("/") {
        throw ValidationError("\(output): the suffix is not .xlsx")
      }
      if documents || corrections { throw ValidationError("--output takes observations only") }
    }
    if documents || corrections, filter != ObservationFilter() {
      throw ValidationError("filters narrow observations, not --documents or --corrections")
    }
  }

  private var filter: ObservationFilter {
    var filter = ObservationFilter()
    filter.topics = Set(topic)
    filter.indicators = Set(indicator)
    filter.kinds = Set(kind)
    filter.period = period
    filter.document = document
    filter.speaker = speaker
    filter.body = body
    filter.isOwn = own
    filter.isCorrected = corrected
    filter.rejected = rejected ? .only : .without
    return filter
  }

  func run() throws {
    try reportingFailures {
      let catalogue = try common.loadCatalogue()
      let store = try storeOptions.open(creating: false, quiet: common.quiet)
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
