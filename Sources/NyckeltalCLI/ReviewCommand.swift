public import ArgumentParser
import Foundation
public import Nyckeltal

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Make a page on which every figure is checked against its source.",
    discussion: """
      The page is one file that works without network. What is decided on it is saved as \
      corrections.jsonl, which nyckeltal correct --file takes in. With --store the page shows what \
      the store holds, with what was decided before; paths then say where its documents lie, so \
      that their text is shown too.
      """
  )

  @Argument(help: "Files, folders or -; with --store where the texts of its documents lie.")
  var paths: [String] = []

  @Option(help: "The store whose observations are to be checked.")
  var store: String?

  @Option(help: "The page to write (.html); - for standard output.")
  var output: String

  @Option(help: "The language in which the page opens: sv or en.")
  var language = ReviewPage.Language.swedish

  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup var input: PathListOptions
  @OptionGroup var common: CommonOptions

  /// The store that is checked: the one that is named, else with nothing to read the usual one.
  private var chosenStore: String? {
    store ?? (paths.isEmpty && input.filesFrom == nil ? StoreOptions.usual : nil)
  }

  func validate() throws {
    if paths.isEmpty, input.filesFrom == nil, chosenStore == nil {
      throw ValidationError("give PATH... or --store FILE")
    }
    if output != InputFiles.standardInput, ReportOutput.Format(path: output) != .html {
      throw ValidationError("\(output): the suffix is not .html")
    }
  }

  func run() throws {
    try reportingFailures {
      let extractor = try common.extractor()
      let source = DocumentInput.source()
      let review = ReviewOutput(extractor: extractor, source: source)
      var failed = 0
      func fail(_ failure: any Failure) {
        failed += 1
        Terminal.print(failure)
      }
      let inputs = InputFiles(try input.paths(paths), recognizes: source.recognizes)
      let opened = try chosenStore.map { try ObservationStore(at: $0, creating: false) }
      try extractor.catalogue.check(filters.indicator, in: opened)
      for failure in inputs.missing { fail(failure) }
      var documents: [ReviewDocument] = []
      if let opened {
        var filter = filters.filter
        // what was rejected is shown as such
        if !filters.rejected { filter.rejected = .with }
        documents = try review.documents(
          of: opened,
          filter,
          texts: inputs.files,
          fail: fail
        )
      } else {
        documents = read(inputs.files, review, fail)
        if documents.isEmpty, failed > 0 { throw ExitCode(1) }
      }
      let page = try review.page(language).bytes(documents)
      try DataOutput.write(page, to: output)
      if !common.quiet, output != InputFiles.standardInput {
        let count = documents.reduce(0) { $0 + $1.items.count { !$0.isLeftOut } }
        Terminal.print(
          error: "wrote \(output): \(count) observations of \(documents.count) documents"
        )
      }
      if failed > 0 { throw ExitCode(3) }
    }
  }

  private func read(
    _ files: [String],
    _ review: ReviewOutput,
    _ fail: (any Failure) -> Void
  ) -> [ReviewDocument] {
    let filter = filters.filter
    var progress = Progress(total: files.count, isShown: !common.quiet)
    var documents: [ReviewDocument] = []
    review.documents(at: files) { result, notes in
      progress.clear()
      switch result {
      case .success(var document):
        document.items.removeAll { !filter.matches($0.observation) }
        documents.append(document)
        if !common.quiet { for note in notes { Terminal.print(error: note) } }
      case .failure(let failure): fail(failure.reason)
      }
      progress.step()
    }
    progress.clear()
    return documents
  }
}

extension ReviewPage.Language: ExpressibleByArgument {}
