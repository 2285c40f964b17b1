import NyckeltalModel

/// What a report is made from: the statements that belong to it, as facts and questions.
struct ReportMaterial: Sendable {
  /// The report's statements, numbered in the order of dates and documents.
  let statements: [Statement]
  /// The report's facts, each once.
  let facts: [Fact]
  /// The report's questions, with their answers from all documents.
  let requests: [RequestAnswer]
  /// Outcomes of the same part of the year before.
  let previous: [Fact]
  /// Figures without a period, which have no place in a report of one.
  let undated: [Fact]

  init(subject: ReportSubject, observations: [Observation]) {
    // Put in order before anything is left out, so that the order of the documents does not matter.
    var seen: Set<String> = []
    let order = observations.indices.filter { observations[$0].correction?.isRejected != true }
      .sorted { Self.precedes(observations[$0], observations[$1]) }
    let ordered = order.filter { seen.insert(observations[$0].id).inserted }
      .map { observations[$0] }
    let selection = Selection(subject: subject)
    let selected = ordered.filter(selection.includes)
    let allFacts = Fact.gather(ordered)

    let ids = Set(selected.map(\.id))
    facts = allFacts.compactMap { Self.part(of: $0, in: ids) }.filter { $0.kind != .request }
    requests = RequestAnswer.match(allFacts).filter { answer in
      answer.request.statements.contains { ids.contains($0.id) }
    }
    let followed = Set(facts.map { FollowedLine($0) })
    if let before = subject.periodBefore {
      previous = allFacts.filter { fact in
        fact.kind == .outcome && fact.indicator != nil && !fact.isSpoken && fact.period == before
          && followed.contains(FollowedLine(fact))
      }
    } else {
      previous = []
    }
    undated = allFacts.filter { $0.period == nil && $0.kind.isFigure && $0.topic != .ovrigt }

    let shown =
      ids
      .union(requests.flatMap { [$0.request] + $0.answers }.flatMap(\.statements).map(\.id))
      .union(previous.flatMap(\.statements).map(\.id))
    statements = ordered.filter { shown.contains($0.id) }.enumerated().map {
      Statement(number: $0 + 1, observation: $1)
    }
  }

  /// The fact with those of its statements that belong to the report.
  private static func part(of fact: Fact, in ids: Set<String>) -> Fact? {
    let statements = fact.statements.filter { ids.contains($0.id) }
    guard let first = statements.first else { return nil }
    return Fact(first, repeatedBy: Array(statements.dropFirst()))
  }

  private static func precedes(_ left: Observation, _ right: Observation) -> Bool {
    let (dateLeft, dateRight) = (left.source.date ?? "9999", right.source.date ?? "9999")
    if dateLeft != dateRight { return dateLeft < dateRight }
    if left.source.document != right.source.document {
      return left.source.document < right.source.document
    }
    if left.source.range.lowerBound != right.source.range.lowerBound {
      return left.source.range.lowerBound < right.source.range.lowerBound
    }
    return left.id < right.id
  }
}
