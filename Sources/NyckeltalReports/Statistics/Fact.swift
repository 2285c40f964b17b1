public import NyckeltalModel

/// One fact, counted once, with every statement of it.
///
/// Parties copy each other's texts, and a letter's questions come back in the item that answers
/// it; the same indicator, kind, period, figure and group is the same fact however often it is said.
public struct Fact: Sendable, Hashable, Identifiable {
  /// The statements, in the order of the documents; never empty.
  public let statements: [Observation]

  /// The first statement's id.
  public var id: String { statements[place].id }
  /// The first statement that says when; what the fact is about is read from it.
  public var first: Observation { statements[place] }

  private let place: Int
  /// The population that the label names, where the statements themselves have none.
  private var namedGroup: String?
  /// Whose figure it is, where figures of several bodies stand beside each other.
  let body: String?

  /// Makes a fact from a statement and its repetitions.
  public init(_ first: Observation, repeatedBy others: [Observation] = []) {
    self.init(first, repeatedBy: others, body: nil)
  }

  /// The same statements, as figures of a population.
  init(_ statements: [Observation], of group: String, body: String?) {
    self.init(statements[0], repeatedBy: Array(statements.dropFirst()), body: body)
    namedGroup = group
  }

  init(_ first: Observation, repeatedBy others: [Observation], body: String?) {
    statements = [first] + others
    place = statements.firstIndex { $0.period != nil } ?? 0
    self.body = body
  }

  /// The fact with these of its statements.
  func with(_ first: Observation, _ others: [Observation]) -> Fact {
    var fact = Fact(first, repeatedBy: others, body: body)
    fact.namedGroup = namedGroup
    return fact
  }

  /// What is stated: an outcome, a target or another kind.
  public var kind: ObservationKind { statements[place].kind }
  /// The indicator's id.
  public var indicator: String? { statements[place].indicator }
  /// The field it belongs to.
  public var topic: Topic { statements[place].topic }
  /// The figure.
  public var measure: Measure? { statements[place].measure }
  /// The period that it is about.
  public var period: Period? { statements[place].period }
  /// The population that it is about.
  public var group: String? { namedGroup ?? statements[place].group }
  /// What else than the body's own it is about: the country, another town.
  public var about: String? { statements[place].about }
  /// What the text itself calls what is counted.
  public var label: String? { statements.lazy.compactMap(\.label).first }

  /// Whether only members and parties state it, none of it the committee or the administration.
  public var isSpoken: Bool { statements.allSatisfy(\.isSpoken) }

  /// Whether it is the committee's or the administration's own figure, about their own field: what a
  /// party says and what is about the country or another town never takes its place.
  var isOwn: Bool { !isSpoken && about == nil }

  /// The corrections by hand among its statements, each reason once.
  public var corrections: [Correction] {
    var notes: Set<String> = []
    return statements.compactMap(\.correction).filter { notes.insert($0.note).inserted }
  }

  /// Whether somebody has corrected it or vouched for it.
  var isHandMade: Bool { !corrections.isEmpty || statements.contains(where: \.isVerified) }

  /// The date of the latest document that states it, ISO 8601.
  public var lastDate: String? { statements.compactMap(\.source.date).max() }

  /// The statement of the latest document, the committee's own before what others say.
  var newest: Observation {
    let own = statements.filter { !$0.isSpoken }
    let candidates = own.isEmpty ? statements : own
    return candidates.max { ($0.source.date ?? "") < ($1.source.date ?? "") } ?? first
  }

  /// The parties that state it, in the order in which they do; members without a party by name.
  public var speakers: [String] {
    var names: [String] = []
    for speaker in statements.flatMap(\.source.speakers) {
      let name = speaker.party ?? speaker.name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Observation {
  /// Whether it came from a file of figures, not from a text.
  var isImported: Bool { rules.contains("figures.row") }

  /// Whether it is a member's or a party's statement, not the committee's or the administration's.
  var isSpoken: Bool {
    if !source.speakers.isEmpty { return true }
    switch source.section {
    case .reservation, .specialStatement, .deputyStatement, .letter: return true
    case .decision, .matter, .proposal, .procedure, nil: return false
    }
  }
}

extension Fact {
  /// Gathers observations into facts, in the order of the first statement of each.
  public static func gather(_ observations: [Observation]) -> [Fact] {
    gather(observations, of: Bodies(observations))
  }

  static func gather(_ observations: [Observation], of bodies: Bodies) -> [Fact] {
    var keys: [Key: Int] = [:]
    var byID: [String: Int] = [:]
    var gathered: [[Observation]] = []
    for observation in observations {
      let key = Key(observation, bodies)
      let known =
        observation.repeats.flatMap { byID[$0] }.flatMap {
          Key(gathered[$0][0], bodies) == key || observation.indicator == nil ? $0 : nil
        } ?? keys[key]
      if let known {
        gathered[known].append(observation)
        byID[observation.id] = known
      } else {
        keys[key] = gathered.count
        byID[observation.id] = gathered.count
        gathered.append([observation])
      }
    }
    return SameQuestions.join(gathered).map {
      Fact($0[0], repeatedBy: Array($0.dropFirst()), body: bodies.name($0[0]))
    }
  }

  /// What two statements of the same fact have in common.
  private struct Key: Hashable {
    var kind: ObservationKind
    var indicator: String?
    var topic: Topic
    var measure: Measure?
    var period: Period?
    var direction: Direction?
    var assessment: Assessment?
    var group: String?
    var about: String?
    var body: String?
    var words: String?

    init(_ observation: Observation, _ bodies: Bodies) {
      kind = observation.kind
      indicator = observation.indicator
      topic = observation.topic
      measure = observation.measure
      period = observation.period
      direction = observation.direction
      assessment = observation.assessment
      group = PopulationGroup.key(observation.group, topic: observation.topic)
      about = observation.about?.lowercased()
      body = bodies.name(observation)
      // Without an indicator only the words tell whether two figures are about the same thing, and
      // only the words tell one question from another.
      let isTold = observation.indicator != nil && observation.kind != .request
      words = isTold ? nil : Self.folded(observation.source.quote)
    }

    /// The letters and digits alone: "utrikes födda" is "utrikesfödda".
    static func folded(_ text: String?) -> String? {
      text.map { String($0.lowercased().filter { $0.isLetter || $0.isNumber }) }
    }
  }
}
