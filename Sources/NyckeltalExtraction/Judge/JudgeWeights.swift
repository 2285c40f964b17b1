public import NyckeltalModel
import NyckeltalText

/// A question that the judge decides.
public enum JudgeHead: String, Sendable, CaseIterable {
  /// Whether a number states a figure of the field at all.
  case statement
  /// What a figure is: an outcome, a target and so on.
  case kind
  /// What a figure counts whose own words do not tell.
  case unit
  /// Which indicator it is of, or none.
  case indicator
  /// Which topic a figure of no indicator belongs to.
  case topic
  /// Which period it is about, or none.
  case period
  /// Whether all that an observation claims is right.
  case trust

  /// The number of weights of a feature: one for each answer where all have the same features.
  var width: Int {
    switch self {
    case .kind: Judge.kinds.count
    case .unit: Judge.units.count
    case .statement, .indicator, .topic, .period, .trust: 1
    }
  }
}

/// The weights of features, found by their keys (open addressing).
struct WeightTable: Sendable {
  let width: Int
  private var keys: [UInt64]
  private var values: [Float]
  private let mask: Int

  /// A feature's key and its weights.
  typealias Weight = (key: UInt64, values: [Float])

  init(_ weights: [Weight], width: Int) {
    self.width = width
    var size = 16
    while size < weights.count * 2 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size * width)
    for weight in weights {
      var slot = Int(truncatingIfNeeded: weight.key) & mask
      while keys[slot] != 0, keys[slot] != weight.key { slot = (slot + 1) & mask }
      keys[slot] = weight.key
      for (place, value) in weight.values.prefix(width).enumerated() {
        values[slot * width + place] = value
      }
    }
  }

  /// The sum of the features' weights for one answer.
  func sum(_ features: FeatureList, answer: Int = 0) -> Double {
    var sum: Float = 0
    for key in features.keys {
      if let place = place(of: key) { sum += values[place + answer] }
    }
    return Double(sum)
  }

  /// The sums of the features' weights for all answers.
  func sums(_ features: FeatureList) -> [Double] {
    var sums = [Float](repeating: 0, count: width)
    for key in features.keys {
      guard let place = place(of: key) else { continue }
      for answer in 0..<width { sums[answer] += values[place + answer] }
    }
    return sums.map(Double.init)
  }

  private func place(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return slot * width
  }
}

/// What is wrong with a file of weights.
public struct JudgeWeightsError: Failure, Equatable {
  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What was wrong.
  public var problem: String { "neither a question nor a feature with its weights" }
  /// The file and line.
  public var place: String? { "\(file):\(line)" }
  /// What to do about it.
  public var remedy: String { "make the file anew with nyckeltal train" }
}

/// The weights of all questions, as a text that can be read and compared: a line `[question]`, then
/// a line for each feature with its weights.
public struct JudgeWeights: Sendable, Equatable {
  /// A feature's name and its weights.
  struct Line: Sendable, Equatable {
    var feature: String
    var values: [Float]
  }

  var lines: [JudgeHead: [Line]] = [:]

  init() {}

  /// Reads a file of weights.
  ///
  /// - Throws: ``JudgeWeightsError`` with the line that is wrong.
  public init(_ text: String, file: String) throws(JudgeWeightsError) {
    var lines: [JudgeHead: [Line]] = [:]
    let bytes = Array(text.utf8)
    let wrong = bytes.withUnsafeBufferPointer { bytes in
      WeightLines.read(bytes) { head, name, values in
        let feature = String(decoding: bytes[name], as: UTF8.self)
        lines[head, default: []].append(Line(feature: feature, values: values))
      }
    }
    if let wrong { throw JudgeWeightsError(file: file, line: wrong) }
    self.lines = lines
  }

  /// The text, features in order of their names.
  public var text: String {
    var text =
      "# What features weigh in the judge's decisions; made by `make train`, not by hand.\n"
    for head in JudgeHead.allCases {
      text += "[\(head.rawValue)]\n"
      for line in (lines[head] ?? []).sorted(by: { $0.feature < $1.feature }) {
        text += line.feature
        for value in line.values { text += "\t" + Self.digits(value) }
        text += "\n"
      }
    }
    return text
  }

  /// Three decimals, the same on every machine.
  private static func digits(_ value: Float) -> String {
    let thousandths = Int((value * 1000).rounded())
    let size = thousandths.magnitude
    let decimals = String(1000 + size % 1000).dropFirst()
    return "\(thousandths < 0 ? "-" : "")\(size / 1000).\(decimals)"
  }

  func table(_ head: JudgeHead) -> WeightTable {
    WeightTable(
      (lines[head] ?? []).map { (FeatureList.key(named: $0.feature), $0.values) },
      width: head.width
    )
  }
}
