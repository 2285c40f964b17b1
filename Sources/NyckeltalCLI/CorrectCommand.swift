import ArgumentParser
import Foundation
import Nyckeltal

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct an observation in a store by hand, or undo that.",
    discussion: """
      Corrections stand apart from what was read and survive a new import. A file of corrections \
      has one JSON object a line, with id, note and any of value, indicator, period, kind, reject.
      """
  )

  @Argument(help: "The observation's id, from nyckeltal list.")
  var id: String?

  @Option(help: "The value in the base unit: kronor, whole percent.")
  var value: Double?

  @Option(help: "The indicator.")
  var indicator: String?

  @Option(help: "The period: 2015, 2015-T1, 2018/2019 …")
  var period: String?

  @Option(help: "The kind: outcome, target …")
  var kind: String?

  @Flag(help: "It is no figure: leave it out of every report.")
  var reject = false

  @Flag(help: "Undo the latest correction of the observation.")
  var undo = false

  @Option(help: "Why.")
  var note: String?

  @Option(help: "A file of corrections, or -; all of them are made, or none.")
  var file: String?

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var common: CommonOptions

  private var hasChange: Bool {
    value != nil || indicator != nil || period != nil || kind != nil || reject
  }

  func validate() throws {
    if (id == nil) == (file == nil) { throw ValidationError("give either an ID or --file FILE") }
    if file != nil, hasChange || undo || note != nil {
      throw ValidationError("--file stands alone: the changes and notes are in the file")
    }
    if undo, hasChange || note != nil { throw ValidationError("--undo stands alone") }
    if id != nil, !undo {
      if !hasChange {
        throw ValidationError(
          "say what to correct: --value, --indicator, --period, --kind or --reject"
        )
      }
      if note == nil { throw ValidationError("say why with --note TEXT") }
    }
    if reject, value != nil || indicator != nil || period != nil || kind != nil {
      throw ValidationError("--reject stands alone: what is rejected needs no value")
    }
  }

  func run() throws {
    try reportingFailures {
      let catalogue = try common.loadCatalogue()
      let drafts = try drafts(catalogue)
      let store = try storeOptions.open(creating: false, quiet: common.quiet)
      let today = Date.now.formatted(.iso8601.year().month().day())
      if undo, let id {
        try show([try store.undo(id, on: today)].compactMap(\.self), catalogue)
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
    guard let id, let note, !undo else { return [] }
    var request = CorrectionRequest(id: id, note: note)
    request.value = value
    request.indicator = indicator
    request.period = period
    request.kind = kind
    request.isRejected = reject
    return [try request.draft(catalogue)]
  }

  private func show(_ observations: [Observation], _ catalogue: Catalogue) throws {
    if common.quiet { return }
    var output = ListOutput(format: .table, catalogue: catalogue)
    for observation in observations { try output.write(observation) }
    try output.finish()
  }
}
