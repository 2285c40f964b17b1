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

  @Option(
    help: "table, jsonl (one object a line) or csv; table unless the suffix of --output says other."
  )
  var format: ExtractCommand.Format?

  @Option(help: "The most lines that are printed.")
  var limit: Int?

  @Option(
    help: """
      A file to write in place of printing: .jsonl, .csv, .txt, or a workbook (.xlsx) of \
      observations, however many; - prints.
      """
  )
  var output: String?

  @OptionGroup var csv: CSVOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if [documents, corrections, gold].count(where: \.self) > 1 {
      throw ValidationError("give one of --documents, --corrections and --gold")
    }
    if let limit, limit < 0 { throw ValidationError("--limit takes 0 or more") }
    if let workbook, documents || corrections || gold {
      throw ValidationError("\(workbook): a workbook takes observations only")
    }
    if let file, workbook == nil, format == nil, ExtractCommand.Format(path: file) == nil {
      throw ValidationError("\(file): the suffix is not one of .jsonl .csv .txt .xlsx")
    }
    if documents || corrections, filter != ObservationFilter() {
      throw ValidationError("filters narrow observations, not --documents or --corrections")
    }
  }

  private var filter: ObservationFilter { filters.filter }

  /// The file that is written, if any.
  private var file: String? { output.flatMap { $0 == InputFiles.standardInput ? nil : $0 } }

  /// The workbook that is written, if any.
  private var workbook: String? {
    file.flatMap { ReportOutput.Format(path: $0) == .xlsx && !$0.hasSuffix("/") ? $0 : nil }
  }

  private var chosen: ExtractCommand.Format {
    format ?? file.flatMap(ExtractCommand.Format.init(path:)) ?? .table
  }

  /// Ends going through observations.
  private struct IsEnough: Error {}

  /// Hands on the observations that the filters let through, no more than are asked for.
  private func enumerate(
    _ store: ObservationStore,
    _ each: (Observation) throws -> Void
  ) throws {
    var rest = limit ?? .max
    if rest == 0 { return }
    do {
      try store.enumerate(filter) {
        try each($0)
        rest -= 1
        if rest == 0 { throw IsEnough() }
      }
    } catch is IsEnough {}
  }

  func run() throws {
    try reportingFailures {
      let catalogue = try common.loadCatalogue()
      let store = try storeOptions.open(creating: false, quiet: common.quiet)
      try catalogue.check(filters.indicator, in: store)
      if let file { try OutputFile.check([file], inputs: [storeOptions.path]) }
      if let workbook {
        return try DataExport().write(to: URL(fileURLWithPath: workbook)) { add in
          try enumerate(store) { try add($0) }
        }
      }
      let data = try DataOutput(file)
      if gold {
        var filter = filter
        filter.rejected = .with
        let found = try store.observationsByDocument(filter).map(\.observations)
        try data.write(GoldFile.lines(found))
        return try data.finish(quiet: common.quiet)
      }
      var output = ListOutput(
        format: chosen,
        catalogue: catalogue,
        style: csv.style,
        output: data
      )
      if documents {
        try output.write(Array(try store.documents().prefix(limit ?? .max)))
      } else if corrections {
        try output.write(Array(try store.corrections().prefix(limit ?? .max)))
      } else {
        try output.writeHeader()
        try enumerate(store) { try output.write($0) }
      }
      try output.finish()
      try data.finish(quiet: common.quiet)
    }
  }
}

extension ObservationKind: ExpressibleByArgument {}
