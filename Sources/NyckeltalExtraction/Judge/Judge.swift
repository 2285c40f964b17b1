internal import CJudgeWeights
import Foundation
import NyckeltalModel
import NyckeltalText

/// Weighs what rules propose for a figure, by weights that were trained on annotated documents.
///
/// For each field the candidates are weighed against each other, "none" always among them; what
/// comes out is how probable each is.
public struct Judge: Sendable {
  private let tables: [WeightTable]
  /// A hash of the weights.
  public let fingerprint: UInt64

  /// Makes a judge of weights.
  public init(_ weights: JudgeWeights) {
    tables = JudgeHead.allCases.sorted { $0.index < $1.index }.map { weights.table($0) }
    fingerprint = StableHash.of(weights.text.utf8)
  }

  /// Makes a judge of the bytes of a file of weights; `nil` where a line is wrong.
  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var weights = [[WeightTable.Weight]](repeating: [], count: JudgeHead.allCases.count)
    let wrong = WeightLines.read(bytes) { head, name, values in
      weights[head.index].append((FeatureList.key(named: bytes[name]), values))
    }
    if wrong != nil { return nil }
    tables = JudgeHead.allCases.sorted { $0.index < $1.index }.map {
      WeightTable(weights[$0.index], width: $0.width)
    }
    fingerprint = StableHash.of(bytes)
  }

  /// The judge that comes with the library.
  public static let builtIn = Judge(
    UnsafeBufferPointer(
      start: nyckeltal_judge_weights_start(),
      count: nyckeltal_judge_weights_size
    )
  )

  /// The kinds of figures, in the order of their weights.
  static let kinds: [ObservationKind] = [.outcome, .target, .forecast, .budget, .change]

  /// The units of bare numbers, in the order of their weights.
  static let units: [FigureUnit] = [
    .persons, .households, .places, .employments, .percent, .percentagePoints, .sek, .other,
  ]

  private func table(_ head: JudgeHead) -> WeightTable { tables[head.index] }

  /// How probable each of some candidates is; they sum up to 1.
  func probabilities(_ head: JudgeHead, _ candidates: [FeatureList]) -> [Double] {
    Self.shares(candidates.map { table(head).sum($0) })
  }

  /// How probable each kind is.
  func kinds(_ features: FeatureList) -> [Double] { Self.shares(table(.kind).sums(features)) }

  /// How probable each unit of a bare number is.
  func units(_ features: FeatureList) -> [Double] { Self.shares(table(.unit).sums(features)) }

  /// How probable "yes" is.
  func probability(_ head: JudgeHead, _ features: FeatureList) -> Double {
    1 / (1 + exp(-table(head).sum(features)))
  }

  static func shares(_ sums: [Double]) -> [Double] {
    let most = sums.max() ?? 0
    let powers = sums.map { exp($0 - most) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}

extension JudgeHead {
  var index: Int {
    switch self {
    case .statement: 0
    case .kind: 1
    case .indicator: 2
    case .topic: 3
    case .period: 4
    case .trust: 5
    case .unit: 6
    }
  }
}
