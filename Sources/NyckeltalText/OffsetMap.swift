/// Where each byte of a derived text came from, kept only at the places where the two part ways.
///
/// Between two entries, positions run in parallel. An entry is added for every cut and every
/// insertion, so that a text that is copied as it stands costs one entry.
public struct OffsetMap: Sendable {
  private var derived: [Int] = []
  private var original: [Int] = []

  /// Makes an empty map: positions are equal.
  public init() {}

  /// From here on, the derived position corresponds to the original one.
  ///
  /// - Precondition: positions are given in ascending order; a repeated derived position replaces
  ///   the earlier entry.
  public mutating func append(derived position: Int, original source: Int) {
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

  /// The original position of a derived byte.
  public func original(_ position: Int) -> Int {
    guard let entry = entry(at: position) else { return position }
    return original[entry] + position - derived[entry]
  }

  /// The original end of a derived range that ends before the position.
  ///
  /// It lies directly behind the last byte, not where the next one begins, so that what was cut
  /// between them (a line end, a mark) stays outside.
  public func originalEnd(_ position: Int) -> Int {
    position == 0 ? original(0) : original(position - 1) + 1
  }

  private func entry(at position: Int) -> Int? {
    var low = 0
    var high = derived.count
    while low < high {
      let middle = (low + high) / 2
      if derived[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
