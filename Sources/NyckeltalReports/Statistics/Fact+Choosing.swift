import NyckeltalModel

extension Fact {
  /// The fact of the latest document; within it the one stated most often, else the first.
  static func latest(_ facts: [Fact]) -> Fact? {
    let date = facts.map { $0.lastDate ?? "" }.max()
    let newest = facts.filter { ($0.lastDate ?? "") == date }
    let most = newest.map(\.statements.count).max()
    return newest.first { $0.statements.count == most }
  }

  /// The one that stands for several facts of the same line, kind and period; `nil` where they are
  /// about different things, whatever they are called.
  ///
  /// A later document corrects an earlier one by a little. A total that many documents state goes
  /// before the parts of it that one does.
  static func clear(_ facts: [Fact]) -> Fact? {
    guard facts.count > 1 else { return facts.first }
    var documents: Set<String> = []
    var areApart = false
    for fact in facts {
      let own = Set(fact.statements.map(\.source.document))
      if !documents.isDisjoint(with: own) { areApart = true }
      documents.formUnion(own)
    }
    let sizes = facts.compactMap { $0.measure.flatMap { $0.value ?? $0.lower ?? $0.upper } }
    let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    // A forecast, a target or a grant is changed by any amount.
    let isCorrection =
      facts[0].kind != .outcome || least == most || least > 0 && most <= least * 1.25
    if isCorrection, !areApart || least == most { return latest(facts) }
    let counts = facts.map { Set($0.statements.map(\.source.document)).count }
    guard let top = counts.max(), counts.count(where: { $0 == top }) == 1 else { return nil }
    return counts.firstIndex(of: top).map { facts[$0] }
  }

  /// The clear one, else the latest.
  static func best(_ facts: [Fact]) -> Fact? { clear(facts) ?? latest(facts) }
}
