import NyckeltalModel

/// Finds questions that are asked for the same in other words: a letter has them in full and seldom
/// a date, the minutes that answer it have both.
enum SameQuestions {
  /// Joins the statements of questions that are the same; all else is left as it is.
  static func join(_ groups: [[Observation]]) -> [[Observation]] {
    var joined = groups
    var places: [Subject: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      guard let first = group.first, let subject = Subject(first) else { continue }
      places[subject, default: []].append(index)
    }
    for same in places.values where (2...most).contains(same.count) {
      var kept: [(index: Int, question: Question)] = []
      for index in same.sorted() {
        let question = Question(joined[index])
        guard let known = kept.firstIndex(where: { $0.question.isSame(as: question) }) else {
          kept.append((index, question))
          continue
        }
        joined[kept[known].index] += joined[index]
        kept[known].question = Question(joined[kept[known].index])
        joined[index] = []
      }
    }
    return joined.filter { !$0.isEmpty }
  }

  /// Of more questions about the same than these, none are joined by their words.
  private static let most = 64

  /// What a question asks about.
  private struct Subject: Hashable {
    var indicator: String?
    var topic: Topic
    var group: String?

    init?(_ observation: Observation) {
      guard observation.kind == .request else { return nil }
      indicator = observation.indicator
      topic = observation.topic
      group = PopulationGroup.key(observation.group, topic: observation.topic)
    }
  }

  private struct Question {
    var period: Period?
    var askers: Set<String>
    var words: Set<Substring>

    init(_ statements: [Observation]) {
      period = statements.lazy.compactMap(\.period).first
      askers = Set(statements.flatMap(\.source.speakers).map { $0.party ?? $0.name })
      let quote = statements.first?.source.quote.lowercased() ?? ""
      words = Set(quote.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 })
    }

    /// Whether most words are the same, and nothing tells the two apart.
    func isSame(as other: Question) -> Bool {
      if let period, let known = other.period, period != known { return false }
      let shared = Double(words.intersection(other.words).count)
      let share = shared / Double(max(1, min(words.count, other.words.count)))
      if share >= 0.8 { return true }
      // Those who ask the same in other words are the same.
      let mayBeSame =
        askers.isEmpty || other.askers.isEmpty || !askers.isDisjoint(with: other.askers)
      return mayBeSame && share >= 0.5
    }
  }
}
