import NyckeltalModel

/// A question for a figure, and whether the documents have the answer.
public struct RequestAnswer: Sendable, Hashable {
  /// How far a question is answered.
  public enum State: Sendable, Hashable {
    case answered
    /// There is a figure, but not for the group that was asked about.
    case partly
    case unanswered
  }

  /// The question.
  public var request: Fact
  /// The outcomes that answer it.
  public var answers: [Fact]
  /// How far it is answered.
  public var state: State

  /// Matches questions with outcomes of the same indicator in the same document or a later one.
  public static func match(_ facts: [Fact]) -> [RequestAnswer] {
    let outcomes = facts.filter { $0.kind == .outcome && $0.indicator != nil }
    return facts.filter { $0.kind == .request }.map { request in
      let sameIndicator = outcomes.filter { outcome in
        outcome.indicator == request.indicator && isAbout(request.period, outcome.period)
          && outcome.statements.contains { answer in
            request.statements.contains { answer.canAnswer($0) }
          }
      }
      let group = request.group.map(folded)
      let exact = sameIndicator.filter { group == nil || $0.group.map(folded) == group }
      if !exact.isEmpty {
        return RequestAnswer(request: request, answers: exact, state: .answered)
      }
      return RequestAnswer(
        request: request,
        answers: sameIndicator,
        state: sameIndicator.isEmpty ? .unanswered : .partly
      )
    }
  }

  /// Whether an outcome's period has something to do with the period that was asked about.
  private static func isAbout(_ asked: Period?, _ stated: Period?) -> Bool {
    guard let asked, let stated else { return true }
    return asked.firstDay <= stated.lastDay && stated.firstDay <= asked.lastDay
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Observation {
  /// Whether it stands in the document of the question or in a later one.
  fileprivate func canAnswer(_ request: Observation) -> Bool {
    if source.document == request.source.document { return true }
    guard let date = source.date, let asked = request.source.date else { return false }
    return date >= asked
  }
}
