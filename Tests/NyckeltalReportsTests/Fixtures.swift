import Foundation
import NyckeltalModel
import NyckeltalReports

/// The observations and indicators that the tests make reports from.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func catalogue() throws -> [Indicator] {
    let file = folder.appendingPathComponent("catalogue.json")
    return try JSONDecoder().decode([Indicator].self, from: Data(contentsOf: file))
  }

  static func observations() throws -> [Observation] {
    let file = folder.appendingPathComponent("observations.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Observation.self, from: Data($0.utf8))
    }
  }

  static func report(
    _ subject: ReportSubject,
    language: ReportLanguage = .swedish
  ) throws -> Report {
    let builder = ReportBuilder(
      definition: try .builtIn(subject.kind),
      catalogue: try catalogue(),
      language: language
    )
    return try builder.report(subject, from: try observations(), documents: 5)
  }

  /// An observation of which only what matters is said.
  static func observation(
    _ id: String,
    _ kind: ObservationKind = .outcome,
    indicator: String? = "sommarjobb.platser",
    value: Double? = 100,
    unit: FigureUnit? = .places,
    qualifier: Qualifier = .exact,
    period: String? = "2015",
    group: String? = nil,
    direction: Direction? = nil,
    parties: [String] = [],
    document: String = "a.txt",
    date: String? = "2015-05-01",
    quote: String = "citat",
    start: Int = 0,
    repeats: String? = nil,
    topic: Topic = .sommarjobb,
    confidence: Double = 1,
    about: String? = nil,
    label: String? = nil,
    assessment: Assessment? = nil,
    item: String? = nil,
    title: String? = nil,
    comparedWith: String? = nil,
    rules: [String] = []
  ) -> Observation {
    Observation(
      id: id,
      kind: kind,
      indicator: indicator,
      topic: topic,
      measure: value.map { Measure(value: $0, qualifier: qualifier, unit: unit) },
      period: period.flatMap { Period($0) },
      comparedWith: comparedWith.flatMap { Period($0) },
      direction: direction,
      assessment: assessment,
      group: group,
      confidence: confidence,
      label: label,
      about: about,
      rules: rules,
      repeats: repeats,
      source: Source(
        document: document,
        item: item,
        itemTitle: title,
        section: parties.isEmpty ? .matter : .specialStatement,
        speakers: parties.map { Speaker(name: "N \($0)", party: $0) },
        date: date,
        quote: quote,
        range: start..<(start + quote.utf8.count),
        line: 1
      )
    )
  }
}
