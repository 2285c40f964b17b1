import Foundation
public import NyckeltalExtraction
import NyckeltalMinutes
public import NyckeltalModel
public import NyckeltalReview
public import NyckeltalStore
import NyckeltalText

/// Makes documents for the review page: of files, with what is read from them, and of a store, with
/// what somebody has decided about it.
///
/// ```swift
/// let output = ReviewOutput(extractor: extractor)
/// let page = try output.page().bytes([output.document("minutes.txt").document])
/// ```
public struct ReviewOutput: Sendable {
  /// What reads the documents.
  public let extractor: ObservationExtractor
  /// What makes text of a file.
  public let source: TextSource
  /// What reads figures without any topic too; `nil` where the extractor does.
  private let wide: ObservationExtractor?

  /// Makes an output.
  public init(extractor: ObservationExtractor, source: TextSource = .plain) {
    self.extractor = extractor
    self.source = source
    wide =
      extractor.includesOther
      ? nil
      : ObservationExtractor(
        catalogue: extractor.catalogue,
        includesOther: true,
        judge: extractor.judge
      )
  }

  /// A renderer that knows the catalogue's indicators and what the rules mean.
  ///
  /// - Throws: ``CatalogueError`` only if the library was built with a broken guide to the rules.
  public func page(_ language: ReviewPage.Language = .swedish) throws -> ReviewPage {
    let rules = try RuleGuide.rules().map { ($0.name, $0.meaning) }
    return ReviewPage(
      indicators: extractor.catalogue.indicators,
      rules: Dictionary(rules) { first, _ in first },
      language: language
    )
  }

  /// Reads a file for review.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  public func document(_ path: String) throws -> (document: ReviewDocument, notes: [String]) {
    let bytes = try InputFiles.read(path)
    let text = try source.text(path, bytes)
    let content = ContentKey.of(bytes)
    let minutes = Minutes(text)
    let extraction = extractor.read(minutes, explaining: true)
    let items = zip(extraction.observations, extraction.explanations).map { observation, words in
      ReviewItem(observation, sentence: words.sentence, cues: words.cues)
    }
    let document = ReviewDocument(
      name: text.name,
      content: content,
      source: text,
      items: items + leftOut(minutes, beside: extraction.observations),
      uncertain: extraction.uncertainCells,
      places: Self.places(minutes),
      body: extraction.observations.lazy.compactMap(\.body).first
    )
    return (document, text.notes.map { "\(path): \($0)" })
  }

  /// Reads files for review, in their order.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - each: Takes the document, or why it cannot be read, with what the reader should know.
  public func documents(
    at paths: [String],
    each: (Result<ReviewDocument, ReviewFailure>, _ notes: [String]) -> Void
  ) {
    for path in paths {
      do {
        let (document, notes) = try document(path)
        each(.success(document), notes)
      } catch {
        let failure = error as? any Failure ?? InputError(code: .unreadable, path: path)
        each(.failure(ReviewFailure(reason: failure)), [])
      }
    }
  }

  /// Figures that belong to no topic: read, but left out.
  private func leftOut(_ minutes: Minutes, beside found: [Observation]) -> [ReviewItem] {
    guard let wide else { return [] }
    let ids = Set(found.map(\.id))
    let all = wide.read(minutes, explaining: true)
    return zip(all.observations, all.explanations)
      .filter { $0.0.topic == .ovrigt && !ids.contains($0.0.id) }
      .map { ReviewItem($0.0, sentence: $0.1.sentence, cues: $0.1.cues, isLeftOut: true) }
  }

  /// Where in the running text which item and section begins.
  private static func places(_ minutes: Minutes) -> [ReviewDocument.Place] {
    var places: [ReviewDocument.Place] = []
    let date = minutes.date?.description
    for item in minutes.items {
      for section in item.sections {
        guard let start = section.passages.first.map(\.start) else { continue }
        let source = Source(
          document: minutes.source.name,
          item: item.number,
          itemTitle: item.title,
          reference: item.reference,
          section: section.kind,
          speakers: section.speakers,
          date: date ?? item.reportDate?.description,
          quote: "",
          range: 0..<0,
          line: 1
        )
        places.append(ReviewDocument.Place(start: start, source: source))
      }
    }
    return places.sorted { $0.start < $1.start }
  }

  /// A store's documents, with the text of those that are among files that are given.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - filter: Which observations are shown.
  ///   - paths: Files in which documents are looked for, by their content.
  ///   - fail: Takes what could not be read.
  /// - Returns: The documents that have such observations.
  /// - Throws: ``StoreError``
  public func documents(
    of store: ObservationStore,
    _ filter: ObservationFilter,
    texts paths: [String],
    fail: (any Failure) -> Void
  ) throws -> [ReviewDocument] {
    var texts: [String: ReviewDocument] = [:]
    self.documents(at: paths) { result, _ in
      switch result {
      case .success(let document): texts[document.content] = document
      case .failure(let failure): fail(failure.reason)
      }
    }
    var documents: [ReviewDocument] = []
    for (stored, observations) in try store.observationsByDocument(filter) {
      if observations.isEmpty { continue }
      let known = texts[stored.content]
      var why: [String: ReviewItem] = [:]
      for item in known?.items ?? [] { why[item.observation.id] = item }
      let ids = Set(observations.map(\.id))
      let items = observations.map { observation in
        ReviewItem(
          observation,
          sentence: why[observation.id]?.sentence,
          cues: why[observation.id]?.cues ?? []
        )
      }
      let rest = (known?.items ?? []).filter { $0.isLeftOut && !ids.contains($0.observation.id) }
      documents.append(
        ReviewDocument(
          name: stored.name,
          content: stored.content,
          source: stored.kind == .text ? known?.source : nil,
          items: items + rest,
          uncertain: known?.uncertain ?? [],
          places: known?.places ?? [],
          body: known?.body
        )
      )
    }
    return documents
  }
}

/// Why a document cannot be reviewed.
public struct ReviewFailure: Error {
  /// What went wrong, with what to do about it.
  public let reason: any Failure
}

extension NyckeltalMinutes.Passage {
  /// Where it begins in the running text.
  fileprivate var start: Int {
    switch self {
    case .heading(let range), .paragraph(let range), .listItem(let range, _): range.lowerBound
    case .table(let table): table.range.lowerBound
    }
  }
}
