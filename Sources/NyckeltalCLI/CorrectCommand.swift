import ArgumentParser
import Foundation
import Nyckeltal

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct an observation in a store by hand, or undo that.",
    discussion: """
      Corrections stand apart from what was read and survive a new import. A file of corrections \
      has one JSON object a line, with id, note and any of the fields; null takes a claim away; or \
      it is the corrections.jsonl of a review page: accepted, changed, rejected, added. \
      Several ids are corrected at once and alike.
      """
  )

  @Argument(help: "The ids of the observations, from nyckeltal list.")
  var ids: [String] = []

  @Option(help: "The value in the base unit: kronor, whole percent.")
  var value: Double?

  @Option(help: "The indicator.")
  var indicator: String?

  @Option(help: "The period: 2015, 2015-T1, 2018/2019 …")
  var period: String?

  @Option(help: "The kind: outcome, target …")
  var kind: String?

  @Option(
    help:
      "A further field, name=value, or name= to take the claim away; may be given several times."
  )
  var field: [String] = []

  @Flag(help: "It is no figure: leave it out of every report.")
  var reject = false

  @Flag(help: "It is right as it stands: somebody has checked it against its source.")
  var accept = false

  @Flag(help: "Undo the latest correction of the observation.")
  var undo = false

  @Option(help: "Why.")
  var note: String?

  @Option(help: "A file of corrections, or -; all of them are made, or none.")
  var file: String?

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var common: CommonOptions

  private var hasChange: Bool {
    changesFields || reject || accept
  }

  private var changesFields: Bool {
    value != nil || indicator != nil || period != nil || kind != nil || !field.isEmpty
  }

  /// The further fields that are given.
  private func fields() throws -> [CorrectionRequest.Field: String] {
    var fields: [CorrectionRequest.Field: String] = [:]
    for setting in field {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = CorrectionRequest.Field(rawValue: String(parts[0])) else {
        let allowed = CorrectionRequest.Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--field \(setting): write name=value with one of \(allowed)")
      }
      fields[name] = String(parts[1])
    }
    return fields
  }

  func validate() throws {
    if ids.isEmpty == (file == nil) { throw ValidationError("give either IDs or --file FILE") }
    _ = try fields()
    if file != nil, hasChange || undo || note != nil {
      throw ValidationError("--file stands alone: the changes and notes are in the file")
    }
    if undo, hasChange || note != nil { throw ValidationError("--undo stands alone") }
    if !ids.isEmpty, !undo {
      if !hasChange {
        throw ValidationError(
          "say what to correct: --value, --indicator, --period, --kind, --field, --reject or --accept"
        )
      }
      if note == nil, !accept { throw ValidationError("say why with --note TEXT") }
    }
    if reject, accept { throw ValidationError("give one of --reject and --accept") }
    if reject, changesFields {
      throw ValidationError("--reject stands alone: what is rejected needs no value")
    }
  }

  func run() throws {
    try reportingFailures {
      let catalogue = try common.loadCatalogue()
      let drafts = try drafts(catalogue)
      let store = try storeOptions.open(creating: false, quiet: common.quiet)
      let today = Date.now.formatted(.iso8601.year().month().day())
      if undo {
        try show(try ids.compactMap { try store.undo($0, on: today) }, catalogue)
      } else {
        try show(try store.correct(drafts, on: today), catalogue)
      }
    }
  }

  private func drafts(_ catalogue: Catalogue) throws -> [CorrectionDraft] {
    if let file {
      return try CorrectionFile.drafts(
        try InputFiles.read(file),
        file: file,
        catalogue: catalogue
      )
    }
    if undo { return [] }
    let fields = try fields()
    return try ids.map { id in
      var request = CorrectionRequest(id: id, note: note ?? "")
      request.value = value
      request.indicator = indicator
      request.period = period
      request.kind = kind
      request.fields = fields
      request.isRejected = reject
      if accept { request.state = .accepted }
      return try request.draft(catalogue)
    }
  }

  private func show(_ observations: [Observation], _ catalogue: Catalogue) throws {
    if common.quiet { return }
    var output = ListOutput(format: .table, catalogue: catalogue, output: try DataOutput())
    for observation in observations { try output.write(observation) }
    try output.finish()
  }
}
