import NyckeltalModel

/// Finds the population in what a text calls a figure, where other figures of the same indicator are
/// of that population.
///
///     Antal anhöriginvandrare som deltar i samhällsorientering: 1 000
///
/// A target of a group is never set beside what everyone amounts to.
enum NamedGroups {
  /// The facts, those whose label names a group that their indicator has figures of put under it.
  static func assign(_ facts: [Fact]) -> [Fact] {
    var groups: [Key: [(key: String, name: String)]] = [:]
    for fact in facts {
      guard let name = fact.group, let key = PopulationGroup.key(name, topic: fact.topic),
        let place = Key(fact), key.count >= least
      else { continue }
      if groups[place]?.contains(where: { $0.key == key }) != true {
        groups[place, default: []].append((key, name))
      }
    }
    guard !groups.isEmpty else { return facts }
    return facts.map { fact in
      guard PopulationGroup.key(fact.group, topic: fact.topic) == nil, let label = fact.label,
        let place = Key(fact), let known = groups[place]
      else { return fact }
      let folded = String(label.lowercased().filter { $0.isLetter || $0.isNumber })
      let named = known.filter { folded.contains($0.key) }
      guard named.count == 1 else { return fact }
      return Fact(fact.statements, of: named[0].name, body: fact.body)
    }
  }

  /// Shorter names are parts of other words.
  private static let least = 6

  private struct Key: Hashable {
    var indicator: String
    var body: String?

    init?(_ fact: Fact) {
      guard let indicator = fact.indicator else { return nil }
      self.indicator = indicator
      body = fact.body
    }
  }
}
