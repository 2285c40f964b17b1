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
    let quote = observation.source.quote
    // "av dem som slutade" is about others than those who were counted before.
    if begins(quote, "av dem som ") || begins(quote, "av dessa som ") { return false }
    return ["varav ", "därav ", "av dessa ", "av dem "].contains { begins(quote, $0) }
  }

  /// Whether a quote begins with words in small letters, its own first letter large or small.
  private static func begins(_ quote: String, _ words: String) -> Bool {
    var left = quote.utf8.makeIterator()
    for (index, byte) in words.utf8.enumerated() {
      guard let own = left.next() else { return false }
      let isLarge = index == 0 && (0x41...0x5A).contains(own)
      guard (isLarge ? own + 0x20 : own) == byte else { return false }
    }
    return true
  }

  /// The figures that are given as parts of another of their own indicator, or of nothing that is
  /// known: they are never that indicator's figure for all.
  func partsOfTheirOwn(_ facts: [Fact]) -> Set<String> {
    let indicators = Dictionary(
      facts.map { ($0.id, $0.indicator) },
      uniquingKeysWith: { first, _ in first }
    )
    var parts: Set<String> = []
    for fact in facts where fact.kind == .outcome && fact.indicator != nil {
      let quote = fact.first.source.quote
      guard ["av ", "varav ", "därav ", "bland "].contains(where: { Self.begins(quote, $0) }),
        fact.isStatedAsPart
      else { continue }
      // "900 anställda, varav 85 nya": a whole of another indicator makes it no part of its own.
      if let whole = wholes[fact.id], let indicator = indicators[whole],
        indicator != fact.indicator
      {
        continue
      }
      parts.insert(fact.id)
    }
    return parts
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
