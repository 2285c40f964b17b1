import ArgumentParser
import Nyckeltal

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the weights of the reading on annotated documents, and print their score.",
    discussion: """
      The score is that of documents which the weights did not see: each is read with weights that \
      were trained on the others, in ten parts. The same documents give the same weights. What you \
      have verified in a store (nyckeltal list --gold) trains best together with the annotated \
      documents of the project.
      """
  )

  @Argument(help: "Text documents: files, and folders with a gold.jsonl in each.")
  var paths: [String]

  @Option(help: "Further gold records, one JSON object a line; can be repeated.")
  var gold: [String] = []

  @Option(help: "Where to write the weights; without it only the score is printed.")
  var output: String?

  @Option(help: "Where to write the observations that the score is of, as JSON lines.")
  var observations: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures {
      var records: [GoldRecord] = []
      for file in gold + goldFiles {
        records += try GoldRecord.read(try InputFiles.read(file), file: file)
      }
      let extractor = ObservationExtractor(catalogue: try common.loadCatalogue(), judge: nil)
      var documents = AnnotatedDocuments(extractor, gold: records)
      let files = InputFiles(paths)
      if let missing = files.missing.first { throw missing }
      for file in files.files where InputFiles.name(of: file) != "README.md" {
        let source = try SourceText(
          name: InputFiles.name(of: file),
          bytes: try InputFiles.read(file)
        )
        documents.add(Minutes(source))
      }
      let (weights, observations) = documents.trained()
      let score = GoldScore(gold: records, observations: observations)
      try Terminal.write(Array(ScoreText.text(score).utf8))
      if let output {
        try OutputFile.write(Array(weights.text.utf8), to: output)
      }
      if let path = self.observations {
        let lines = observations.map(\.jsonLine).joined()
        try OutputFile.write(Array(lines.utf8), to: path)
      }
    }
  }

  private var goldFiles: [String] {
    InputFiles(paths) { InputFiles.name(of: $0) == "gold.jsonl" }.files.filter {
      InputFiles.name(of: $0) == "gold.jsonl"
    }
  }
}
