import NyckeltalModel

/// Finds figures that are stated as a part of the figure before them: "ca 400 personer varav ca 150".
struct PartsOfWholes {
  /// The whole's fact id, by the part's.
  private(set) var wholes: [String: String] = [:]

  init(_ facts: [Fact]) {
    let figures = facts.filter { $0.kind.isFigure && $0.measure != nil }
    for part in figures {
      guard let place = part.statements.first(where: Self.isPart)?.source else { continue }
      let before = figures.flatMap { fact in fact.statements.map { (fact, $0.source) } }
        .filter { fact, source in
          fact.id != part.id && source.document == place.document
            && source.range.lowerBound < place.range.lowerBound
            && place.range.lowerBound - source.range.upperBound < Self.reach
        }
        .max { $0.1.range.lowerBound < $1.1.range.lowerBound }
      if let whole = before?.0 { wholes[part.id] = whole.id }
    }
  }

  /// How deep each part stands.
  var levels: [String: Int] { wholes.mapValues { _ in 1 } }

  /// Puts each part after its whole.
  func ordered<Item>(_ items: [Item], fact: @escaping (Item) -> String?) -> [Item] {
    let present = Set(items.compactMap(fact))
    let isLoose = { (item: Item) in
      fact(item).flatMap { wholes[$0] }.map { !present.contains($0) } ?? true
    }
    return items.filter(isLoose).flatMap { whole in
      [whole] + items.filter { !isLoose($0) && fact($0).flatMap { wholes[$0] } == fact(whole) }
    }
  }

  /// The part follows in the same sentence.
  private static let reach = 40

  private static func isPart(_ observation: Observation) -> Bool {
    let quote = observation.source.quote.lowercased()
    return ["varav ", "därav ", "av dessa ", "av dem "].contains { quote.hasPrefix($0) }
  }
}
