/// Where each byte of a derived text came from, kept only at the places where the two part ways.
///
/// Between two entries, positions run in parallel. An entry is added for every cut and every
/// insertion, so that a text that is copied as it stands costs one entry.
package struct OffsetMap: Sendable {
  private var derived: [Int] = []
  private var original: [Int] = []

  /// Makes an empty map: positions are equal.
  package init() {}

  /// From here on, the derived position corresponds to the original one.
  ///
  /// - Precondition: positions are given in ascending order; a repeated derived position replaces
  ///   the earlier entry.
  package mutating func append(derived position: Int, original source: Int) {
    if let last = derived.last {
      if last == position {
        original[original.count - 1] = source
        return
      }
      if source - (original.last ?? 0) == position - last { return }
    } else if position == source, position == 0 {
      return
    }
    derived.append(position)
    original.append(source)
  }

  /// The places from which on positions run in parallel, in order.
  var entries: [(Int, Int)] {
    var entries = Array(zip(derived, original))
    if derived.first != 0 { entries.insert((0, 0), at: 0) }
    return entries
  }

  /// The original position of a derived byte.
  package func original(_ position: Int) -> Int {
    original(position, next: derived.firstIndex(above: position, near: 0))
  }

  /// The original range of a derived one: from its first byte to directly behind its last one, so
  /// that what was cut behind it (a line end, a mark) stays outside.
  ///
  /// The search begins at a place, where the map was asked last, and leaves there where it ended.
  func original(_ range: Range<Int>, near place: inout Int) -> Range<Int> {
    place = derived.firstIndex(above: range.lowerBound, near: place)
    let start = original(range.lowerBound, next: place)
    guard !range.isEmpty else { return start..<start }
    place = derived.firstIndex(above: range.upperBound - 1, near: place)
    return start..<max(start, original(range.upperBound - 1, next: place) + 1)
  }

  private func original(_ position: Int, next: Int) -> Int {
    next == 0 ? position : original[next - 1] + position - derived[next - 1]
  }
}

extension [Int] {
  /// The first place whose number is above another, among numbers in ascending order.
  ///
  /// The search widens from a place, so that who reads a document from its beginning finds the next
  /// place near the last one, however long the document is.
  func firstIndex(above number: Int, near place: Int) -> Int {
    var low = Swift.min(Swift.max(0, place), count)
    var high = low
    var step = 16
    while high < count, self[high] <= number {
      low = high + 1
      high = Swift.min(count, high + step)
      step *= 4
    }
    while low > 0, self[low - 1] > number {
      high = low - 1
      low = Swift.max(0, low - step)
      step *= 4
    }
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
