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
  /// A figure of a part of those that another counts, and a share in a turn of phrase, never stand
  /// for the whole. A later document corrects an earlier one by a little. A total that many documents
  /// state goes before the parts of it that one does.
  static func clear(_ facts: [Fact]) -> Fact? {
    guard facts.count > 1 else { return facts.first }
    let facts = whole(facts)
    guard facts.count > 1 else { return facts.first }
    if agree(facts) { return mostExact(facts) }
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

  /// The facts without those that are stated as parts, or as turns of phrase, where others are left.
  private static func whole(_ facts: [Fact]) -> [Fact] {
    let final = facts.filter { !$0.isPreliminary }
    let facts = final.isEmpty ? facts : final
    guard facts.count <= most else { return facts }
    let totals = facts.filter(\.isStatedAsTotal)
    if !totals.isEmpty { return totals }
    if let sum = sumOfOthers(facts) { return [sum] }
    var left = facts
    for isLess in [{ (fact: Fact) in fact.isStatedAsPart }, { $0.isRoughShare }] {
      let others = left.filter { !isLess($0) }
      if !others.isEmpty { left = others }
    }
    return left
  }

  /// The one of a document's amounts or numbers that the others of it add up to.
  private static func sumOfOthers(_ facts: [Fact]) -> Fact? {
    let documents = Set(facts.flatMap(\.statements).map(\.source.document))
    guard (3...12).contains(facts.count), documents.count == 1,
      let unit = facts[0].measure?.unit, unit.isCount || unit == .sek
    else { return nil }
    let values = facts.compactMap { $0.measure?.qualifier == .exact ? $0.measure?.value : nil }
    guard values.count == facts.count else { return nil }
    let all = values.reduce(0, +)
    let sums = facts.indices.filter { index in
      (all - values[index] - values[index]).magnitude <= 1e-6 * max(1, values[index].magnitude)
    }
    return sums.count == 1 ? facts[sums[0]] : nil
  }

  /// Of more figures of a period than these, words do not tell which is the whole.
  static let most = 64

  /// Whether it is an outcome that is only stated before its period is over.
  var isPreliminary: Bool {
    guard kind == .outcome, let period else { return false }
    return statements.allSatisfy { ($0.documentDay ?? .max) < period.lastDay }
  }

  /// Whether all of the figures can be the same number: 6 900, cirka 6 900, minst 6 700.
  private static func agree(_ facts: [Fact]) -> Bool {
    let bounds = facts.compactMap { $0.measure.flatMap(FigureBounds.init) }
    guard bounds.count == facts.count, facts[0].kind == .outcome,
      let lower = bounds.map(\.lower).max(), let upper = bounds.map(\.upper).min()
    else { return false }
    return lower <= upper
  }

  /// The figure that says the most: an exact one before one of "cirka", and the latest of those.
  private static func mostExact(_ facts: [Fact]) -> Fact? {
    let exact = facts.filter { $0.measure?.qualifier == .exact }
    return latest(exact.isEmpty ? facts : exact)
  }
}
