import NyckeltalModel

/// Finds figures that are stated as a part of the figure before them: "ca 400 personer varav ca 150".
struct PartsOfWholes {
  /// The whole's fact id, by the part's.
  private(set) var wholes: [String: String] = [:]

  init(_ facts: [Fact]) {
    let figures = facts.filter { $0.kind.isFigure && $0.measure != nil }
    var places: [String: [Place]] = [:]
    for fact in figures {
      for source in fact.statements.map(\.source) {
        places[source.document, default: []]
          .append(
            Place(
              start: source.range.lowerBound,
              end: source.range.upperBound,
              fact: fact.id,
              isShare: fact.measure?.unit == .percent,
              isPart: Self.isPart(fact.first)
            )
          )
      }
    }
    for document in places.keys { places[document]?.sort { $0.start < $1.start } }
    for part in figures {
      guard let place = part.statements.first(where: Self.isPart)?.source,
        let around = places[place.document]
      else { continue }
      var index = around.partitioningIndex { $0.start >= place.range.lowerBound } - 1
      var start = place.range.lowerBound
      // Past the parts and shares before it, to the number that they are all parts of.
      while index >= 0, start - around[index].end < Self.reach,
        around[index].fact == part.id || around[index].isShare || around[index].isPart
      {
        start = around[index].start
        index -= 1
      }
      guard index >= 0, start - around[index].end < Self.reach, around[index].fact != part.id,
        !around[index].isShare
      else { continue }
      wholes[part.id] = around[index].fact
    }
  }

  /// Where a figure stands in its document.
  private struct Place {
    var start: Int
    var end: Int
    var fact: String
    var isShare: Bool
    var isPart: Bool
  }

  /// The part follows in the same sentence.
  private static let reach = 40

  private static func isPart(_ observation: Observation) -> Bool {
    let quote = observation.source.quote.lowercased()
    // "av dem som slutade" is about others than those who were counted before.
    if quote.hasPrefix("av dem som ") || quote.hasPrefix("av dessa som ") { return false }
    return ["varav ", "därav ", "av dessa ", "av dem "].contains { quote.hasPrefix($0) }
  }
}

extension Array {
  /// The first index from which a predicate holds, found by halving.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
