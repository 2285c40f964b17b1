import NyckeltalModel

/// A question for a figure, and whether the documents have the answer.
public struct RequestAnswer: Sendable, Hashable {
  /// How far a question is answered.
  public enum State: Sendable, Hashable {
    /// There is a figure for what was asked.
    case answered
    /// There is a figure, but not for the group that was asked about.
    case partly
    /// There is no figure.
    case unanswered
  }

  /// The question.
  public var request: Fact
  /// The outcomes that answer it.
  public var answers: [Fact]
  /// How far it is answered.
  public var state: State

  /// Matches questions with outcomes of the same indicator in the same document or a later one.
  ///
  /// A question that names no period is answered within a year of being asked, or not at all: what
  /// is reported years later answers something else.
  public static func match(_ facts: [Fact]) -> [RequestAnswer] {
    var outcomes: [String: [Outcome]] = [:]
    for fact in facts where fact.kind == .outcome {
      if let indicator = fact.indicator { outcomes[indicator, default: []].append(Outcome(fact)) }
    }
    return facts.filter { $0.kind == .request }.map { request in
      let asked = Question(request)
      let known = request.indicator.flatMap { outcomes[$0] } ?? []
      let sameIndicator = known.filter { $0.answers(asked) }
      let exact = sameIndicator.filter { asked.group == nil || $0.group == asked.group }
      if !exact.isEmpty {
        return RequestAnswer(request: request, answers: exact.map(\.fact), state: .answered)
      }
      return RequestAnswer(
        request: request,
        answers: sameIndicator.map(\.fact),
        state: sameIndicator.isEmpty ? .unanswered : .partly
      )
    }
  }

  /// What is asked: when, about whom, and in which documents.
  private struct Question {
    var period: Period?
    var group: String?
    var documents: Set<String>
    var firstDate: String?

    init(_ fact: Fact) {
      period = fact.period
      group = PopulationGroup.key(fact.group, topic: fact.topic)
      documents = Set(fact.statements.map(\.source.document))
      firstDate = fact.statements.compactMap(\.source.date).min()
    }
  }

  /// What is reported: about whom, and in which documents.
  private struct Outcome {
    var fact: Fact
    var group: String?
    var documents: Set<String>
    var dates: [String]

    init(_ fact: Fact) {
      self.fact = fact
      group = PopulationGroup.key(fact.group, topic: fact.topic)
      documents = Set(fact.statements.map(\.source.document))
      dates = fact.statements.compactMap(\.source.date)
    }

    func answers(_ question: Question) -> Bool {
      if let asked = question.period, let stated = fact.period,
        asked.firstDay > stated.lastDay || stated.firstDay > asked.lastDay
      {
        return false
      }
      if !documents.isDisjoint(with: question.documents) { return true }
      guard let first = question.firstDate else { return false }
      let last = question.period == nil ? Self.aYearAfter(first) : nil
      return dates.contains { $0 >= first && $0 <= last ?? $0 }
    }

    private static func aYearAfter(_ date: String) -> String? {
      Int(date.prefix(4)).map { "\($0 + 1)\(date.dropFirst(4))" }
    }
  }
}
