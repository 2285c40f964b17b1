import Foundation
import Nyckeltal

/// Measures how long a report takes from many observations.
struct ReportBenchmark {
  private let examples: [Observation]
  private let catalogue: Catalogue

  /// Prints what is measured from the observations of the examples.
  static func run(examples: String) throws {
    let benchmark = try ReportBenchmark(examples: examples)
    for line in try benchmark.lines(counts: [1_000, 10_000, 100_000]) { print(line) }
  }

  private init(examples folder: String) throws {
    catalogue = try .builtIn()
    var examples: [Observation] = []
    DocumentBatch(extractor: ObservationExtractor(catalogue: catalogue))
      .read(InputFiles([folder]).files) { examples += $0.observations }
    self.examples = examples
  }

  /// A line for each kind of report and each number of observations.
  private func lines(counts: [Int]) throws -> [String] {
    let subjects: [(String, ReportSubject)] = [
      ("tertial", .tertial(1, year: 2019)), ("year", .year(2019)),
      ("compare", .compare(2015, 2019)),
      ("compare three years", .sideBySide(.years([2015, 2018, 2019]))),
      ("topic", .topic(.sommarjobb)), ("series", .series(SeriesScope())),
    ]
    return try counts.flatMap { count in
      let observations = observations(count)
      return try subjects.map { name, subject in
        let builder = ReportBuilder(
          definition: try .builtIn(subject.kind),
          catalogue: catalogue.indicators
        )
        var best = Double.infinity
        var statements = 0
        for _ in 0..<3 {
          let clock = ContinuousClock()
          let time = try clock.measure {
            let report = try builder.report(subject, from: observations, documents: count / 20)
            statements = report.statements.count
          }
          best = min(
            best,
            Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
          )
        }
        return "report \(name) from \(count) observations (\(statements) in it): "
          + "\(JSONText.digits((best * 1_000).rounded() / 1_000)) s"
      }
    }
  }

  /// The examples' observations again and again, each time as the documents of another committee
  /// whose figures are a little different.
  private func observations(_ count: Int) -> [Observation] {
    guard !examples.isEmpty else { return [] }
    return (0..<count).map { index in
      var observation = examples[index % examples.count]
      let copy = index / examples.count
      guard copy > 0 else { return observation }
      observation.id = "\(copy)-\(observation.id)"
      observation.repeats = observation.repeats.map { "\(copy)-\($0)" }
      observation.source.document = "\(copy)-\(observation.source.document)"
      observation.value = observation.value.map { $0 + Double(copy) }
      return observation
    }
  }
}
