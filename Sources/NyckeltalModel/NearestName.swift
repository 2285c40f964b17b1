/// The name that somebody may have meant who wrote one that there is not.
package enum NearestName {
  /// The nearest of some names; `nil` where none is near.
  ///
  /// Capitals and the marks of å, ä and ö do not count, nor does what stands before a name's last
  /// point: `sökande` means `sommarjobb.sokande`.
  package static func of(_ written: String, among names: some Sequence<String>) -> String? {
    let wanted = folded(written)
    let most = wanted.count < 4 ? 1 : max(2, wanted.count / 4)
    var nearest: (name: String, distance: Int)?
    for name in names {
      let whole = folded(name)
      var distance = distance(wanted, whole)
      if let point = whole.lastIndex(of: UInt8(ascii: ".")), whole.count > point + 1 {
        let last = Array(whole[(point + 1)...])
        // a whole name is nearer than a part that is as near
        distance = min(distance, Self.distance(wanted, last) + 1)
      }
      if distance <= most, distance < nearest?.distance ?? .max { nearest = (name, distance) }
    }
    return nearest?.name
  }

  /// What to do about a name that there is not: the nearest, and otherwise where to look.
  package static func remedy(
    _ written: String,
    among names: some Sequence<String>,
    otherwise: String
  ) -> String {
    of(written, among: names).map { "did you mean \($0)? Otherwise \(otherwise)" } ?? otherwise
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.prefix(100).lowercased().unicodeScalars.map { scalar in
      switch scalar {
      case "å", "ä": UInt8(ascii: "a")
      case "ö": UInt8(ascii: "o")
      default: scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0
      }
    }
  }

  /// How many letters are to be added, left out, replaced or swapped with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        var cost = last[column] + (left[row] == right[column] ? 0 : 1)
        cost = min(cost, last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      before = last
      last = next
    }
    return last[right.count]
  }
}
