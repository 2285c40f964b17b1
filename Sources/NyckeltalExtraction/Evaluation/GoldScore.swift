public import NyckeltalModel

/// How well an extraction agrees with gold records.
///
/// An observation matches a record of the same document when their ranges overlap and the values
/// are equal (for trends, assessments and requests: the kinds). Matching is one to one, the longest
/// overlap first, required records before optional ones. Optional records cost nothing either way.
public struct GoldScore: Sendable {
  /// Precision, recall and their harmonic mean for one way of counting.
  public struct Rate: Sendable, Hashable {
    /// The number of hits.
    public let hits: Int
    /// The number of observations that are judged.
    public let judged: Int
    /// The number of required records.
    public let required: Int
    /// The share of what was found that is right.
    public var precision: Double { judged == 0 ? 0 : Double(hits) / Double(judged) }
    /// The share of what should be found that was.
    public var recall: Double { required == 0 ? 0 : Double(hits) / Double(required) }
    /// The harmonic mean of precision and recall.
    public var f1: Double {
      let sum = precision + recall
      return sum == 0 ? 0 : 2 * precision * recall / sum
    }
  }

  /// A judged field of a matched record that was read otherwise.
  public struct WrongField: Sendable {
    /// The field's name.
    public let field: String
    /// The readings that would have been right.
    public let wanted: String
    /// What was read.
    public let found: String
    /// The gold record.
    public let record: GoldRecord
    /// Whether nothing was read, which is not false but weak.
    public var isAbsent: Bool { found == "–" || found.isEmpty }
  }

  /// Found at the right place with the right value.
  public let matched: Rate
  /// Matched, and every judged field right.
  public let exact: Rate
  /// Right and judged readings for each field.
  public let fields: [(name: String, right: Int, total: Int)]
  /// Right and judged readings of the indicator's figures, for each indicator.
  public let indicators: [(id: String, right: Int, total: Int)]
  /// Required records that nothing matches.
  public let missed: [GoldRecord]
  /// Observations that match no record.
  public let invented: [Observation]
  /// Fields that were read wrongly.
  public let wrong: [WrongField]
  /// What each judged observation came to, with its confidence.
  public let verdicts: [Verdict]

  /// Compares observations with gold records.
  public init(gold: [GoldRecord], observations: [Observation]) {
    let pairs = Self.pair(gold, observations)
    let used = Set(pairs.values)
    let neutral = Self.neutral(gold, observations, pairs: pairs, used: used)
    let required = gold.indices.filter { !gold[$0].isOptional }
    let hits = required.filter { pairs[$0] != nil }
    let judged = observations.indices.count { !neutral.contains($0) }
    var right: [String: Int] = [:]
    var total: [String: Int] = [:]
    var byIndicator: [String: (right: Int, total: Int)] = [:]
    var wrong: [WrongField] = []
    var exact = 0
    var verdicts: [Int: Verdict.Outcome] = [:]
    for index in hits {
      guard let match = pairs[index] else { continue }
      let mistakes = Self.mistakes(gold[index], observations[match], right: &right, total: &total)
      if mistakes.isEmpty { exact += 1 }
      verdicts[match] =
        mistakes.isEmpty ? .right : mistakes.allSatisfy(\.isAbsent) ? .weak : .wrong
      wrong += mistakes
      if let id = gold[index].readings["indicator"]?.first ?? nil {
        byIndicator[id, default: (0, 0)].right += mistakes.isEmpty ? 1 : 0
      }
    }
    for index in required {
      if let id = gold[index].readings["indicator"]?.first ?? nil {
        byIndicator[id, default: (0, 0)].total += 1
      }
    }
    matched = Rate(hits: hits.count, judged: judged, required: required.count)
    self.exact = Rate(hits: exact, judged: judged, required: required.count)
    fields = GoldRecord.fields.compactMap { name in
      total[name].map { (name, right[name] ?? 0, $0) }
    }
    indicators = byIndicator.keys.sorted().map {
      ($0, byIndicator[$0]?.right ?? 0, byIndicator[$0]?.total ?? 0)
    }
    missed = required.filter { pairs[$0] == nil }.map { gold[$0] }
    invented = observations.indices.filter { !neutral.contains($0) && !used.contains($0) }
      .map { observations[$0] }
    self.wrong = wrong
    self.verdicts = observations.indices.filter { !neutral.contains($0) }.map {
      Verdict(outcome: verdicts[$0] ?? .wrong, confidence: observations[$0].confidence, index: $0)
    }
  }

  // MARK: Matching

  private static func pair(_ gold: [GoldRecord], _ found: [Observation]) -> [Int: Int] {
    var byDocument: [String: [Int]] = [:]
    for (index, observation) in found.enumerated() {
      byDocument[observation.source.document, default: []].append(index)
    }
    var candidates: [(optional: Int, shared: Int, gold: Int, found: Int)] = []
    for (index, record) in gold.enumerated() {
      for other in byDocument[record.document] ?? [] {
        let shared = overlap(record.range, found[other].source.range)
        if shared > 0, isSameFact(record, found[other]) {
          candidates.append((record.isOptional ? 1 : 0, -shared, index, other))
        }
      }
    }
    candidates.sort {
      ($0.optional, $0.shared, $0.gold, $0.found) < ($1.optional, $1.shared, $1.gold, $1.found)
    }
    var pairs: [Int: Int] = [:]
    var used: Set<Int> = []
    for candidate in candidates
    where pairs[candidate.gold] == nil && !used.contains(candidate.found) {
      pairs[candidate.gold] = candidate.found
      used.insert(candidate.found)
    }
    return pairs
  }

  /// Observations that are an optional record, or lie mostly inside one.
  private static func neutral(
    _ gold: [GoldRecord],
    _ found: [Observation],
    pairs: [Int: Int],
    used: Set<Int>
  ) -> Set<Int> {
    var neutral = Set(pairs.filter { gold[$0.key].isOptional }.values)
    var optional: [String: [Range<Int>]] = [:]
    for record in gold where record.isOptional {
      optional[record.document, default: []].append(record.range)
    }
    for (index, observation) in found.enumerated() where !used.contains(index) {
      let range = observation.source.range
      let lies = (optional[observation.source.document] ?? []).contains {
        Double(overlap($0, range)) > 0.6 * Double(range.count)
      }
      if lies { neutral.insert(index) }
    }
    return neutral
  }

  private static func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound)
  }

  private static func isSameFact(_ record: GoldRecord, _ found: Observation) -> Bool {
    if record.isOptional {
      guard let value = record.numbers["value"] else { return true }
      return isSame(value, found.value)
    }
    guard record.kinds.contains(where: \.isFigure) else { return record.kinds.contains(found.kind) }
    return GoldRecord.numberFields.allSatisfy { name in
      guard let wanted = record.numbers[name] else { return true }
      return isSame(wanted, number(name, found))
    }
  }

  private static func number(_ name: String, _ found: Observation) -> Double? {
    switch name {
    case "lower": found.lower
    case "upper": found.upper
    default: found.value
    }
  }

  private static func isSame(_ wanted: Double?, _ found: Double?) -> Bool {
    guard let wanted, let found else { return wanted == nil && found == nil }
    return abs(wanted - found) <= 1e-9 * max(1, abs(wanted))
  }

  // MARK: Fields

  private static func mistakes(
    _ record: GoldRecord,
    _ found: Observation,
    right: inout [String: Int],
    total: inout [String: Int]
  ) -> [WrongField] {
    var mistakes: [WrongField] = []
    for field in GoldRecord.fields {
      let wanted: String
      let got: String
      let isRight: Bool
      if field == "parties" {
        guard let parties = record.parties else { continue }
        let spoken = Set(found.source.speakers.compactMap(\.party).filter { !$0.isEmpty }).sorted()
        isRight = parties == spoken
        wanted = parties.joined(separator: ", ")
        got = spoken.joined(separator: ", ")
      } else {
        guard let readings = record.readings[field] else { continue }
        let value = reading(field, found)
        isRight = readings.contains(value)
        wanted = readings.map { $0 ?? "–" }.joined(separator: " or ")
        got = value ?? "–"
      }
      total[field, default: 0] += 1
      if isRight {
        right[field, default: 0] += 1
      } else {
        mistakes.append(WrongField(field: field, wanted: wanted, found: got, record: record))
      }
    }
    return mistakes
  }

  private static func reading(_ field: String, _ found: Observation) -> String? {
    switch field {
    case "kind": found.kind.rawValue
    case "indicator": found.indicator
    case "unit": found.unit?.rawValue
    case "qualifier": found.qualifier.rawValue
    case "period": found.period?.description
    case "direction": found.direction?.rawValue
    case "assessment": found.assessment?.rawValue
    case "item": found.source.item
    case "section": found.source.section?.rawValue
    default: nil
    }
  }
}
