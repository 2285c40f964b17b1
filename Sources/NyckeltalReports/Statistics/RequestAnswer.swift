import NyckeltalModel

/// A question for a figure, and whether the documents have the answer.
public struct RequestAnswer: Sendable, Hashable {
  /// How far a question is answered.
  public enum State: Sendable, Hashable, CaseIterable {
    /// There is a figure for what was asked.
    case answered
    /// There is a figure, but not for the group that was asked about.
    case partly
    /// What may be its answer was not read surely enough to be used.
    case toReview
    /// The item that answers the questions gives no figure for this one.
    case withoutFigure
    /// There is no answer.
    case unanswered
  }

  /// The question.
  public var request: Fact
  /// The outcomes that answer it.
  public var answers: [Fact]
  /// How far it is answered.
  public var state: State

  /// Matches questions with what others than those who ask state in the same item: figures of the
  /// same indicator, in the measure that is asked for, about the same time.
  ///
  /// What is reported elsewhere answers something else. Where only figures that are not sure may be
  /// the answer, nobody can say that there is none.
  public static func match(_ facts: [Fact], unsure: [Fact] = []) -> [RequestAnswer] {
    let requests = facts.filter { $0.kind == .request }
    let asked = Set(requests.flatMap { Place.all(of: $0) })
    let answers = outcomes(facts, in: asked)
    let doubtful = outcomes(unsure, in: asked)
    return requests.map { request in
      let question = Question(request)
      var seen: Set<String> = []
      let places = Place.all(of: request)
      let known = places.flatMap { answers[$0] ?? [] }
        .filter { seen.insert($0.id).inserted && question.isAnswered(by: $0) }
      let isDoubtful = places.contains { place in
        doubtful[place]?.contains { question.mayBeAnswered(by: $0) } == true
      }
      let exact = known.filter { fact in
        question.group == nil
          || PopulationGroup.key(fact.group, topic: fact.topic) == question.group
      }
      let state: State =
        !exact.isEmpty
        ? .answered
        : !known.isEmpty
          ? .partly : isDoubtful ? .toReview : question.isReply ? .withoutFigure : .unanswered
      return RequestAnswer(request: request, answers: exact.isEmpty ? known : exact, state: state)
    }
  }

  /// The outcomes that stand where something is asked.
  private static func outcomes(_ facts: [Fact], in asked: Set<Place>) -> [Place: [Fact]] {
    var outcomes: [Place: [Fact]] = [:]
    for fact in facts where fact.kind == .outcome && fact.about == nil {
      for place in Set(Place.all(of: fact)) where asked.contains(place) {
        outcomes[place, default: []].append(fact)
      }
    }
    return outcomes
  }

  /// An item of a document.
  private struct Place: Hashable {
    var document: String
    var item: String?

    static func all(of fact: Fact) -> [Place] {
      fact.statements.map { Place(document: $0.source.document, item: $0.source.item) }
    }
  }

  /// What is asked: what, when, about whom, and by whom.
  private struct Question {
    var indicator: String?
    var topic: Topic
    var period: Period?
    var group: String?
    var askers: Set<String>
    var units: Set<FigureUnit>?
    /// Where it stands: an answer stands after its question.
    var starts: [String: Int] = [:]
    /// Whether the question stands in the administration's own text, which is the answer to it.
    var isReply: Bool

    init(_ fact: Fact) {
      indicator = fact.indicator
      topic = fact.topic
      period = fact.period
      group = PopulationGroup.key(fact.group, topic: fact.topic)
      askers = Set(fact.speakers)
      for source in fact.statements.map(\.source) {
        starts[source.document] = max(starts[source.document] ?? 0, source.range.lowerBound)
      }
      units = Self.units(fact.first.source.quote.lowercased())
      isReply = fact.statements.contains { statement in
        switch statement.source.section {
        case .matter, .decision, .proposal, .procedure: true
        case .reservation, .specialStatement, .deputyStatement, .letter, nil: false
        }
      }
    }

    /// The measure that is asked for; `nil` where the words do not tell.
    private static func units(_ words: String) -> Set<FigureUnit>? {
      let counts: Set<FigureUnit> = [.persons, .households, .places, .employments, .other]
      if words.contains("andel") || words.contains("procent") { return [.percent] }
      if words.contains("kosta") || words.contains("kostnad") { return [.sek] }
      if words.contains("hur lång") || words.contains("hur länge") {
        return [.days, .months, .years]
      }
      if words.contains("hur många") || words.contains("antal") { return counts }
      return nil
    }

    func isAnswered(by fact: Fact) -> Bool {
      guard let indicator, fact.indicator == indicator else { return false }
      return suits(fact)
    }

    /// Whether a figure that is not sure may be the answer: of what is asked about, or of something
    /// in the same field that has no name.
    func mayBeAnswered(by fact: Fact) -> Bool {
      let isOfIt = indicator != nil && fact.indicator == indicator
      return (isOfIt || fact.indicator == nil && fact.topic == topic) && suits(fact)
    }

    private func suits(_ fact: Fact) -> Bool {
      if let units, let unit = fact.measure?.unit, !units.contains(unit) { return false }
      if let period, let stated = fact.period,
        period.firstDay > stated.lastDay || stated.firstDay > period.lastDay
      {
        return false
      }
      // Those who ask do not answer, and those who comment on the answer are not the answer.
      return fact.statements.contains { statement in
        guard let start = starts[statement.source.document],
          statement.source.range.lowerBound > start
        else { return false }
        if !statement.isSpoken { return true }
        let mayAnswer = !isReply || statement.source.section == .matter
        return mayAnswer && !askers.isEmpty
          && askers.isDisjoint(with: statement.source.speakers.map { $0.party ?? $0.name })
      }
    }
  }
}
