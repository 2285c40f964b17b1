import Foundation
import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// What a tertial report with a text as its matter states: kind, value, direction, unit, period,
/// indicator or topic.
func stated(_ body: String) throws -> [String] {
  let text = "§ 4\n\nTertialrapport 2 2021\n\nAMN 2021-0011-1.1\n\nÄrendet\n\n\(body)\n"
  let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
  return try SentenceRuleTests.extractor.get().observations(in: source).map { observation in
    let parts: [String?] = [
      observation.kind.rawValue, observation.value.map(JSONText.digits),
      observation.direction?.rawValue, observation.unit?.rawValue,
      observation.period?.description ?? "–",
      observation.indicator ?? "(\(observation.topic.rawValue))",
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
