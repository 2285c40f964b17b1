import Foundation
import NyckeltalExtraction
import NyckeltalModel

/// Observations that the tool has written itself, one JSON object a line.
struct ObservationsFile {
  /// Rises whenever the same file would give other observations.
  static let revision = 1

  private let catalogue: Catalogue
  private let name: String

  init(catalogue: Catalogue, name: String) {
    self.catalogue = catalogue
    self.name = name
  }

  /// Whether a file's first line is an observation.
  static func recognizes(_ bytes: [UInt8]) -> Bool {
    let line = bytes[mark(bytes)...].drop(while: isBlank).prefix { $0 != 0x0A }
    guard line.first == UInt8(ascii: "{"), line.count < 1 << 20,
      let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    else { return false }
    return ["id", "kind", "topic", "source"].allSatisfy { object[$0] != nil }
  }

  /// The observations, each id once.
  ///
  /// - Throws: ``FiguresError`` with the line of the first that is none.
  func observations(_ bytes: [UInt8]) throws(FiguresError) -> [Observation] {
    var observations: [Observation] = []
    var ids: Set<String> = []
    let decoder = JSONDecoder()
    let rows = bytes[Self.mark(bytes)...].split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() where !row.allSatisfy(Self.isBlank) {
      let observation: Observation
      do {
        observation = try decoder.decode(Observation.self, from: Data(row))
      } catch {
        throw fault(
          index + 1,
          "the line is no observation: \(Self.reason(error))",
          "give a file as nyckeltal extract or list --output FILE.jsonl writes it"
        )
      }
      try check(observation, line: index + 1)
      if ids.insert(observation.id).inserted { observations.append(observation) }
    }
    return observations
  }

  private func check(_ observation: Observation, line: Int) throws(FiguresError) {
    if observation.id.isEmpty { throw fault(line, "the id is empty", "give each an id") }
    if let id = observation.indicator, catalogue.indicator(id) == nil {
      throw fault(
        line,
        "there is no indicator \(id)",
        catalogue.remedy(id)
      )
    }
    let numbers = [observation.value, observation.lower, observation.upper].compactMap(\.self)
    if observation.kind.isFigure == numbers.isEmpty {
      throw fault(
        line,
        "\(observation.kind.rawValue) \(numbers.isEmpty ? "needs a value" : "has no value")",
        "give another kind"
      )
    }
    if let lower = observation.lower, let upper = observation.upper, lower > upper {
      throw fault(line, "the lower bound is above the upper one", "change them round")
    }
    if !(0...1).contains(observation.confidence) {
      throw fault(line, "the confidence is not between 0 and 1", "write 1 where it is certain")
    }
    let source = observation.source
    if source.range.lowerBound < 0 || source.line < 0 || (source.page ?? 0) < 0 {
      throw fault(line, "a place in the document is below zero", "write 0 where there is none")
    }
  }

  /// The length of a byte order mark.
  private static func mark(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  static func reason(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\((context.codingPath + [key]).map(\.stringValue).joined(separator: ".")) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(path(context)) has a value of the wrong type"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(path(context)) has a value that there is not"
    default: "it is not JSON"
    }
  }

  private func fault(_ line: Int, _ problem: String, _ remedy: String) -> FiguresError {
    FiguresError(file: name, line: line, column: nil, problem: problem, remedy: remedy)
  }
}
