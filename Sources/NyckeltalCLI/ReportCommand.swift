public import ArgumentParser
import Foundation
public import Nyckeltal

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a follow-up, a comparison or a topic's summary.",
    discussion: """
      The format follows the suffix of --output: .xlsx, .txt, .html, .csv, .jsonl or .eml, a \
      message with the text, the page and the workbook. With --smtp it is sent too. --output - \
      prints, as text or in --format.
      """
  )

  @Argument(help: "tertial, year, compare, topic or series.")
  var kind: ReportDefinition.Kind

  @Option(help: "The year, for tertial and year.")
  var year: Int?

  @Option(help: "The tertial, 1 to 3.")
  var tertial: Int?

  @Option(parsing: .upToNextOption, help: "The years to compare, two or more.")
  var years: [Int] = []

  @Option(
    parsing: .upToNextOption,
    help: "The committees or municipalities to compare, by their names or parts of them."
  )
  var bodies: [String] = []

  @Option(help: "The topic.")
  var topic: Topic?

  @Option(help: "The indicator, for series.")
  var indicator: String?

  @Option(help: "The first year of series.")
  var since: Int?

  @Option(help: "The last year of series.")
  var until: Int?

  @Option(help: "The year whose figures are index 100 in series; the first when left out.")
  var base: Int?

  @Option(help: "The confidence, 0 to 1, from which a figure is sure.")
  var sure = Observation.usualSureConfidence

  @Option(help: "How much of a target may be missing where it is yellow, 0.05 for 5 %.")
  var tolerance = ReportBuilder.usualTolerance

  @Option(
    help: "The report's own table that .csv holds (followUp …), in place of the observations."
  )
  var table: String?

  @Option(parsing: .upToNextOption, help: "The documents: files, folders or -.")
  var from: [String] = []

  @Option(help: "The store to make it of, in place of --from; NYCKELTAL_STORE without either.")
  var store: String?

  /// What a report is printed as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case txt, html, csv, jsonl, xlsx, eml
  }

  @Option(help: "What --output - prints.")
  var format: Format?

  enum Only: String, ExpressibleByArgument, CaseIterable {
    case verified
  }

  @Option(help: "With --store: hold the report to verified figures (verified).")
  var only: Only?

  @Option(help: "A file to write, or - to print; may be given several times.")
  var output: [String] = []

  @Option(help: "A report definition of your own.")
  var template: String?

  @Option(help: "A parameter of the definition's own, name=value; may be given several times.")
  var set: [String] = []

  @Option(help: "sv or en.")
  var language = ReportLanguage.swedish

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Mail") var mail: ReportMailOptions
  @OptionGroup var csv: CSVOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try subject()
    _ = try settings()
    guard (0...1).contains(sure), (0...1).contains(tolerance) else {
      throw ValidationError("--sure and --tolerance are between 0 and 1")
    }
    if readsDocuments ? store != nil : chosenStore == nil {
      throw ValidationError("give either --from PATH... or --store FILE")
    }
    if readsDocuments { try input.list.check(from) }
    if format != nil, !output.contains(InputFiles.standardInput) {
      throw ValidationError("--format goes with --output -")
    }
    if only != nil, chosenStore == nil {
      throw ValidationError("--only goes with --store: what is read anew is not verified yet")
    }
    for path in files where path != InputFiles.standardInput && suffix(path) == nil {
      let known = ReportOutput.Format.allCases.map { ".\($0.rawValue)" } + [".eml"]
      throw ValidationError(
        "\(path): the suffix is not one of \(known.joined(separator: " "))"
      )
    }
    if output.count(where: { $0 == InputFiles.standardInput }) > 1 {
      throw ValidationError("--output - is given twice")
    }
    if output.isEmpty, mail.sending.smtp == nil {
      throw ValidationError("give at least one --output FILE")
    }
    try mail.check(outputs: output, printsMessage: format == .eml)
  }

  /// Whether the report is made of documents, and not of a store.
  private var readsDocuments: Bool { !from.isEmpty || input.list.filesFrom != nil }

  /// The store that it is made of.
  private var chosenStore: String? { readsDocuments ? nil : store ?? StoreOptions.usual }

  private func suffix(_ path: String) -> ReportOutput.Format? { ReportOutput.Format(path: path) }

  /// Whether an output is a message, and not the report itself.
  private func isMessage(_ path: String) -> Bool {
    ReportMailOptions.isMessage(path) || path == InputFiles.standardInput && format == .eml
  }

  /// The outputs that hold the report itself.
  private var files: [String] { output.filter { !isMessage($0) } }

  /// The outputs that are files.
  private var written: [String] { output.filter { $0 != InputFiles.standardInput } }

  /// The parameters that are set, in order.
  private func settings() throws -> [(name: String, value: String)] {
    try set.map { setting in
      guard let sign = setting.firstIndex(of: "="), sign > setting.startIndex else {
        throw ValidationError("--set \(setting): write name=value")
      }
      return (String(setting[..<sign]), String(setting[setting.index(after: sign)...]))
    }
  }

  func run() throws {
    try reportingFailures {
      try OutputFile.check(
        written,
        inputs: [chosenStore, template, common.catalogue, common.weights].compactMap(\.self)
      )
      let catalogue = try common.loadCatalogue()
      let definition = try loadDefinition()
      var builder = ReportBuilder(
        definition: definition,
        catalogue: catalogue.indicators,
        language: language
      )
      builder.sureConfidence = sure
      builder.tolerance = tolerance
      try catalogue.check([indicator].compactMap(\.self))
      var inputReport = InputReport(quiet: common.quiet)
      let report: Report
      if let store = chosenStore {
        let opened = try ObservationStore(at: store, creating: false)
        var filter = ObservationFilter()
        if only == .verified { filter.verified = .only }
        report = try builder.report(try subject(), from: opened, filter)
        if !common.quiet { try sayShare(opened) }
      } else {
        let observations = try readDocuments(&inputReport)
        if inputReport.read == 0 { return try inputReport.finish() }
        report = try builder.report(
          try subject(),
          from: observations,
          documents: inputReport.read
        )
      }
      let message = try mail.message(report, outputs: output)
      for path in files where !mail.sending.dryRun {
        try write(report, to: path)
      }
      if let message {
        var dispatch = MailDispatch(
          message: message,
          outputs: output.filter(isMessage),
          sending: mail.sending,
          quiet: common.quiet
        )
        if inputReport.failed > 0 {
          dispatch.hindrance = "\(inputReport.failed) of the documents could not be read"
        }
        try dispatch.run()
      }
      try inputReport.finish()
    }
  }

  private func write(_ report: Report, to path: String) throws {
    let made = ReportOutput(csv: csv.style, table: table)
    if path == InputFiles.standardInput {
      let printed = ReportOutput.Format(rawValue: format?.rawValue ?? "") ?? .txt
      return try Terminal.write(try made.bytes(report, as: printed))
    }
    try made.write(report, to: path)
    if !common.quiet { Terminal.print(error: "wrote \(path)") }
  }

  /// Says how many of the store's figures somebody has vouched for.
  private func sayShare(_ store: ObservationStore) throws {
    var total = 0
    var verified = 0
    try store.enumerate {
      total += 1
      if $0.isVerified { verified += 1 }
    }
    Terminal.print(error: "\(verified) of \(total) observations in the store are verified")
  }

  private func readDocuments(_ inputReport: inout InputReport) throws -> [Observation] {
    let input = try DocumentInput(from, self.input, quiet: common.quiet)
    let extractor = try common.extractor()
    try OutputFile.check(written, inputs: input.files)
    var observations: [Observation] = []
    input.read(input.batch(extractor), &inputReport) {
      observations += $0.observations
    }
    return observations
  }

  private func loadDefinition() throws -> ReportDefinition {
    var definition =
      try template.map { file in
        try ReportDefinition(
          yaml: String(decoding: try InputFiles.read(file), as: UTF8.self),
          file: file
        )
      } ?? .builtIn(kind)
    for (name, value) in try settings() { try definition.set(name, to: value) }
    return definition
  }
}

extension ReportDefinition.Kind: ExpressibleByArgument {}
extension Topic: ExpressibleByArgument {}
extension ReportLanguage: ExpressibleByArgument {}
