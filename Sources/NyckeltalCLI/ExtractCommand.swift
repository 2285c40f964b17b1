import ArgumentParser
import Foundation
import Nyckeltal

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print every figure in documents, with its source."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case table

    /// The format that a file's suffix asks for: .jsonl, .csv, .txt for a table.
    init?(path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "jsonl": self = .jsonl
      case "csv": self = .csv
      case "txt": self = .table
      default: return nil
      }
    }
  }

  @Argument(help: "Files, folders or - for standard input.")
  var paths: [String] = []

  @Option(
    help: "jsonl (one object a line), csv or table; jsonl unless the suffix of --output says other."
  )
  var format: Format?

  @Option(help: "A file to write (.jsonl, .csv, .txt) in place of printing; - prints.")
  var output: String?

  @Flag(help: "Also figures that belong to no topic.")
  var all = false

  @Flag(help: "With --format table: the sentence, the cues and the rules of every figure.")
  var explain = false

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  private var chosen: Format { format ?? output.flatMap(Format.init(path:)) ?? .jsonl }

  func validate() throws {
    try input.list.check(paths)
    if explain, chosen != .table { throw ValidationError("--explain goes with --format table") }
    if let output, output != InputFiles.standardInput, format == nil, Format(path: output) == nil {
      throw ValidationError("\(output): the suffix is not one of .jsonl .csv .txt; give --format")
    }
  }

  func run() throws {
    try reportingFailures {
      let extractor = try common.extractor(includesOther: all)
      let input = try DocumentInput(paths, self.input, quiet: common.quiet)
      let file = output.flatMap { $0 == InputFiles.standardInput ? nil : $0 }
      if let file {
        try OutputFile.check([file], inputs: input.files + [common.catalogue].compactMap(\.self))
      }
      let data = try DataOutput(file)
      var report = InputReport(quiet: common.quiet)
      var output = ObservationOutput(
        format: chosen,
        catalogue: extractor.catalogue,
        output: data
      )
      var batch = input.batch(extractor)
      batch.explains = explain
      batch.divides = 4_000_000
      try input.read(batch, &report) { try output.write($0) }
      if input.isEmpty { try output.writeHeader() }
      try output.finish()
      // nothing could be read: nothing is written
      if report.read > 0 || report.failed == 0 { try data.finish(quiet: common.quiet) }
      try report.finish()
    }
  }
}

/// Prints observations in one of the formats, document by document.
struct ObservationOutput: ~Copyable {
  private let format: ExtractCommand.Format
  private let names: [String: String]
  private var json = JSONText()
  private var hasHeader = false
  private let output: DataOutput

  init(format: ExtractCommand.Format, catalogue: Catalogue, output: DataOutput) {
    self.format = format
    self.output = output
    names = Dictionary(
      catalogue.indicators.map { ($0.id, $0.swedishName) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  mutating func writeHeader() throws {
    guard !hasHeader else { return }
    hasHeader = true
    switch format {
    case .jsonl: break
    case .csv: try line(Observation.csvColumns.joined(separator: ","))
    case .table: try line(ObservationTable.header)
    }
  }

  mutating func write(_ result: DocumentResult) throws {
    try writeHeader()
    let observations = result.observations
    switch format {
    case .jsonl:
      observations.withUnsafeBufferPointer { all in
        // in their places: a copy of each would count its strings' users up and down
        guard let first = all.baseAddress else { return }
        for index in all.indices { (first + index).pointee.write(to: &json) }
      }
      if json.count > 1 << 20 { try flush() }
    case .csv:
      for observation in observations { try line(observation.csvRow) }
    case .table:
      for (index, observation) in observations.enumerated() {
        let name = observation.indicator.flatMap { names[$0] }
        try line(ShownText.shown(ObservationTable.row(observation, name: name)))
        if result.explanations.indices.contains(index) {
          let why = ObservationTable.explanation(observation, result.explanations[index])
          try line(ShownText.shown(why))
        }
      }
    }
  }

  mutating func finish() throws { try flush() }

  private func line(_ text: String) throws { try output.write(Array("\(text)\n".utf8)) }

  private mutating func flush() throws {
    try json.withBytes { try output.write($0) }
    json.removeAll()
  }
}

/// Observations as lines for a reader: time, kind, figure, indicator, who and where.
enum ObservationTable {
  static var header: String {
    columns("PERIOD", "SLAG", "UPPGIFT", "INDIKATOR", "VEM") + "KÄLLA"
  }

  static func row(_ observation: Observation, name: String?) -> String {
    let who = observation.source.speakers.map { $0.party ?? $0.name }.joined(separator: ", ")
    return columns(
      observation.period?.description ?? "–",
      observation.kind.rawValue,
      figure(observation),
      name ?? "(\(observation.topic.rawValue))",
      who
    )
      + "\(observation.source.document):\(observation.source.line)"
  }

  /// Why a row says what it says, below it.
  static func explanation(_ observation: Observation, _ explanation: Explanation) -> String {
    let cues = explanation.cues.isEmpty ? "–" : explanation.cues.joined(separator: ", ")
    return """
          mening: \(explanation.sentence)
          ord:    \(cues)
          regler: \(observation.rules.joined(separator: " "))
      """
  }

  private static func columns(
    _ period: String,
    _ kind: String,
    _ figure: String,
    _ name: String,
    _ who: String
  ) -> String {
    [(period, 11), (kind, 10), (figure, 24), (name, 44), (who, 12)]
      .map { padded($0.0, $0.1) }.joined(separator: " ") + " "
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    let short = text.count > width ? text.prefix(width - 1) + "…" : text[...]
    return short + String(repeating: " ", count: width - short.count)
  }

  private static func figure(_ observation: Observation) -> String {
    let sign =
      switch observation.qualifier {
      case .exact: ""
      case .about: "≈ "
      case .almost, .lessThan: "< "
      case .moreThan: "> "
      case .atLeast: "≥ "
      case .atMost: "≤ "
      }
    let unit = observation.unit.map { $0 == .percent ? " %" : " \($0.rawValue)" } ?? ""
    if let value = observation.value { return sign + JSONText.digits(value) + unit }
    if let lower = observation.lower, let upper = observation.upper {
      return "\(sign)\(JSONText.digits(lower))–\(JSONText.digits(upper))\(unit)"
    }
    return observation.assessment?.rawValue ?? observation.direction?.rawValue ?? ""
  }
}
