import ArgumentParser
import Foundation
import Nyckeltal

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare what is extracted with gold records: precision, recall, F1, each field."
  )

  @Argument(help: "The documents: files, folders or -.")
  var paths: [String] = []

  @Option(help: "Gold records, one JSON object a line.")
  var gold: String

  @Flag(help: "List what was missed, invented or read wrongly.")
  var errors = false

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws { try input.list.check(paths) }

  func run() throws {
    try reportingFailures {
      let records = try GoldRecord.read(try InputFiles.read(gold), file: gold)
      let extractor = try common.extractor()
      let input = try DocumentInput(paths, self.input, quiet: common.quiet)
      var report = InputReport(quiet: common.quiet)
      var observations: [Observation] = []
      input.read(input.batch(extractor), &report) { observations += $0.observations }
      let score = GoldScore(gold: records, observations: observations)
      try Terminal.write(Array(ShownText.shown(text(score)).utf8))
      try report.finish()
    }
  }

  private func text(_ score: GoldScore) -> String {
    var lines = [ScoreText.text(score)]
    for indicator in score.indicators {
      lines.append(ScoreText.count(indicator.id, indicator.right, indicator.total))
    }
    if errors {
      lines.append("")
      for record in score.missed {
        lines.append(
          "missed: \(record.kind?.rawValue ?? "") · \(record.document) · \(record.quote)"
        )
      }
      for found in score.invented {
        lines.append(
          "invented: \(found.kind.rawValue) \(found.value.map(JSONText.digits) ?? "") · "
            + "\(found.source.document):\(found.source.line) · \(found.source.quote)"
        )
      }
      for wrong in score.wrong {
        lines.append(
          "wrong \(wrong.field): want \(wrong.wanted), got \(wrong.found) · "
            + "\(wrong.record.document) · \(wrong.record.quote)"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
