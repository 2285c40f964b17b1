import NyckeltalModel

/// What a report is made from: the statements that belong to it, as facts and questions.
struct ReportMaterial: Sendable {
  /// The report's statements, numbered in the order of dates and documents.
  let statements: [Statement]
  /// The report's facts that are sure, each once.
  let facts: [Fact]
  /// The report's facts that are to be looked at before they are used.
  let unsure: [Fact]
  /// The report's questions, with their answers from all documents.
  let requests: [RequestAnswer]
  /// Outcomes of the same part of the year before.
  let previous: [Fact]
  /// Outcomes of the tertials before the report's in its year, where they add up.
  let earlier: [Fact]
  /// Sure figures without a period, which have no place in a report of one.
  let undated: [Fact]
  /// What was struck out by hand.
  let rejected: [Observation]
  /// Whether the documents are of several committees or municipalities.
  let areOfSeveralBodies: Bool
  /// Which figures are given as parts of which.
  let parts: PartsOfWholes

  /// Finds what belongs to a report.
  ///
  /// - Parameters:
  ///   - subject: What it is about.
  ///   - observations: Everything that is known.
  ///   - sure: The confidence from which a figure is sure.
  ///   - catalogue: The indicators by their ids.
  init(
    subject: ReportSubject,
    observations: [Observation],
    sure: Double,
    catalogue: [String: Indicator]
  ) {
    // Put in order before anything is left out, so that the order of the documents does not matter.
    var seen: Set<String> = []
    let everything = observations.indices
      .sorted { Self.precedes(observations[$0], observations[$1]) }
      .filter { seen.insert(observations[$0].id).inserted }
    let selection = Selection(subject: subject)
    let ordered = everything.filter { observations[$0].correction?.isRejected != true }
      .map { observations[$0] }
    let selected = ordered.filter(selection.includes)
    let bodies = Bodies(observations)
    areOfSeveralBodies = bodies.areSeveral
    let allFacts = NamedGroups.assign(Fact.gather(ordered, of: bodies))
    let plausibility = Plausibility(allFacts)
    let isSure = { (fact: Fact) in
      // "mer än hälften" is no number of persons.
      let isForeign =
        fact.measure?.unit == .percent
        && fact.indicator.map { catalogue[$0]?.unit != .percent } ?? true && fact.isRoughShare
      if fact.kind == .request, fact.first.saysThatItCannotBeTold { return fact.isHandMade }
      return fact.isSure(from: sure)
        && (plausibility.isPlausible(fact) && !isForeign
          && fact.isConsistent(fact.indicator.flatMap { catalogue[$0] })
          || fact.isHandMade)
        || fact.kind == .request && fact.first.source.quote.hasSuffix("?")
    }

    let ids = Set(selected.map(\.id))
    let judged = allFacts.map { (fact: $0, isSure: isSure($0)) }
    let own = judged.compactMap { fact, isSure in
      Self.part(of: fact, in: ids).map { (fact: $0, isSure: isSure) }
    }
    let facts = own.filter { $0.isSure && $0.fact.kind != .request }.map(\.fact)
    self.facts = facts
    unsure = own.filter { !$0.isSure }.map(\.fact)
    let sureFacts = judged.filter(\.isSure).map(\.fact)
    let doubtful = judged.filter { !$0.isSure && $0.fact.kind == .outcome }.map(\.fact)
    requests = RequestAnswer.match(sureFacts, unsure: doubtful).filter { answer in
      answer.request.statements.contains { ids.contains($0.id) }
    }
    parts = PartsOfWholes(own.map(\.fact))
    let followed = Set(facts.map { FollowedLine($0) })
    let outcomes = sureFacts.filter { fact in
      fact.kind == .outcome && fact.indicator != nil && fact.isOwn && fact.period != nil
    }
    let before = subject.periodBefore
    previous =
      before == nil
      ? [] : outcomes.filter { $0.period == before && followed.contains(FollowedLine($0)) }
    if case .tertial(let number, let year) = subject {
      let periods = Set((1..<number).map { Period.tertial($0, year: year) })
      earlier = outcomes.filter { fact in
        fact.period.map(periods.contains) == true
          && fact.indicator.flatMap { catalogue[$0]?.addsUp } == true
          && followed.contains(FollowedLine(fact))
      }
    } else {
      earlier = []
    }
    undated = sureFacts.filter { $0.period == nil && $0.kind.isFigure && $0.topic != .ovrigt }
    let struck = everything.map { observations[$0] }
      .filter { $0.correction?.isRejected == true && selection.includes($0) }
    rejected = struck

    let shown =
      ids
      .union(requests.flatMap { [$0.request] + $0.answers }.flatMap(\.statements).map(\.id))
      .union((previous + earlier).flatMap(\.statements).map(\.id))
      .union(struck.map(\.id))
    // A lazy filter would look at each again for every one that it counts.
    var numbered: [Statement] = []
    for index in everything where shown.contains(observations[index].id) {
      numbered.append(Statement(number: numbered.count + 1, observation: observations[index]))
    }
    statements = numbered
  }

  /// The fact with those of its statements that belong to the report.
  private static func part(of fact: Fact, in ids: Set<String>) -> Fact? {
    let statements = fact.statements.filter { ids.contains($0.id) }
    guard let first = statements.first else { return nil }
    return fact.with(first, Array(statements.dropFirst()))
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
