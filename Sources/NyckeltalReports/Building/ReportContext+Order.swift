import NyckeltalModel

extension ReportContext {
  /// Comparisons in the order of importance: outcomes before targets and forecasts, whole years
  /// before parts of them, then what changed most.
  func byChange(_ comparisons: [YearComparison]) -> [YearComparison] {
    let keyed = comparisons.enumerated().map { offset, comparison in
      (
        comparison: comparison, weight: Self.weight(comparison),
        change: Self.change(comparison), rank: rank(comparison.line), offset: offset
      )
    }
    let ordered = keyed.sorted { left, right in
      if left.weight != right.weight { return left.weight < right.weight }
      if left.change != right.change { return left.change > right.change }
      return left.rank == right.rank ? left.offset < right.offset : left.rank < right.rank
    }
    return ordered.map(\.comparison)
  }

  private static func weight(_ comparison: YearComparison) -> Int {
    (comparison.isComparable ? 0 : 8) + (comparison.kind == .outcome ? 0 : 4)
      + (comparison.line.group == nil ? 0 : 2) + (comparison.remarks.contains(.samePart) ? 1 : 0)
  }

  /// How much of the earlier figure the change is.
  private static func change(_ comparison: YearComparison) -> Double {
    guard comparison.isComparable, let before = comparison.first?.measure?.value,
      let after = comparison.second?.measure?.value, before != 0
    else { return 0 }
    return ((after - before) / before).magnitude
  }

  /// Rows with the latest figures first, then as in the catalogue.
  func latestFirst(_ rows: [FollowUp]) -> [FollowUp] {
    let keyed = rows.enumerated().map { offset, row in
      (row: row, day: row.outcome?.period?.lastYear ?? 0, rank: rank(row.line), offset: offset)
    }
    let ordered = keyed.sorted { left, right in
      if left.day != right.day { return left.day > right.day }
      return left.rank == right.rank ? left.offset < right.offset : left.rank < right.rank
    }
    return ordered.map(\.row)
  }
}
