import NyckeltalModel

/// Keeps the documents of several committees and municipalities apart.
///
/// Heads name the same body in several ways, or not at all: "Arbetsmarknadsnämnden" is
/// "Arbetsmarknadsnämnden, Stockholms stad" unless there is one of another town too. Where all
/// documents can be of one body they are taken as such; else a document that does not say whose it
/// is stands by itself.
struct Bodies: Sendable {
  /// What each name in a head stands for; empty where there is one body only.
  private var names: [String: String] = [:]

  /// Whether there are several.
  var areSeveral: Bool { !names.isEmpty }

  init(_ observations: [Observation]) {
    var known: Set<String> = []
    for observation in observations {
      if let body = observation.body { known.insert(body) }
    }
    guard known.count > 1 else { return }
    var towns: [String: Set<String>] = [:]
    for body in known {
      let (committee, town) = Self.parts(body)
      towns[committee, default: []].formUnion(town.map { [$0] } ?? [])
    }
    guard towns.count > 1 || towns.values.contains(where: { $0.count > 1 }) else { return }
    let sorted = known.sorted()
    for body in sorted {
      let (committee, town) = Self.parts(body)
      let all = towns[committee] ?? []
      // Without its town it is the only one of that name, or a body of its own.
      let full =
        town == nil && all.count == 1
        ? sorted.first { Self.parts($0) == (committee, all.first) } : nil
      names[body] = full ?? sorted.first { Self.parts($0) == (committee, town) } ?? body
    }
  }

  /// Whose figure an observation is: the body's name, else its document's; `nil` where there is one
  /// body only.
  func name(_ observation: Observation) -> String? {
    guard areSeveral else { return nil }
    guard let body = observation.body else { return observation.source.document }
    return names[body] ?? body
  }

  /// The committee and its town in small letters: "Socialnämnden, Tallåsens kommun".
  private static func parts(_ body: String) -> (String, String?) {
    guard let comma = body.ranges(of: ", ").last else {
      return (body.lowercased(), nil)
    }
    return (body[..<comma.lowerBound].lowercased(), body[comma.upperBound...].lowercased())
  }
}
