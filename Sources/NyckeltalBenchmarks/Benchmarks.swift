import Foundation
import Nyckeltal

/// Measures how fast texts are read and reports are made: `make bench`; with `--large` up to 1 GB,
/// with `--reports` reports alone, with `--documents` PDFs.
@main
struct Benchmarks {
  private let material: BenchmarkMaterial
  private let sizes: [Int]
  private let extractor: ObservationExtractor

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if let rows = ExportBenchmark.rows(arguments) { return try ExportBenchmark.export(rows) }
    if arguments.contains("--exports") { return try ExportBenchmark.run() }
    if arguments.contains("--mail") { return try MailBenchmark.run() }
    if arguments.contains("--documents") {
      return try DocumentBenchmark.run(ObservationExtractor(catalogue: .builtIn()))
    }
    let examples = arguments.first { !$0.hasPrefix("--") } ?? "Examples/minutes"
    if arguments.contains("--reports") { return try ReportBenchmark.run(examples: examples) }
    let material = try BenchmarkMaterial(examples: examples)
    defer { material.remove() }
    if arguments.contains("--store") {
      return try StoreBenchmark.run(material, ObservationExtractor(catalogue: .builtIn()))
    }
    try Benchmarks(
      material: material,
      sizes: [1, 10, 100] + (arguments.contains("--large") ? [1_000] : []),
      extractor: ObservationExtractor(catalogue: .builtIn())
    )
    .run()
    try ReportBenchmark.run(examples: examples)
  }

  private func run() throws {
    let count = material.documents.count
    print("Text with a language's words, made from \(count) examples. Best of three, one process.")
    if let floor = Floor.measure(try material.file(megabytes: 100)) {
      print(line("words hashed in C, the floor", 100, floor))
    }
    for size in sizes { quantities("quantities", size, material.text(megabytes: size)) }
    try folder(cores: 1)
    if ProcessInfo.processInfo.activeProcessorCount > 1 { try folder(cores: 2) }
    for size in sizes { try extract("extract", size, material.text(megabytes: size)) }
    // the examples are made for their figures; minutes have some seven times as many words for each
    let prose = material.text(megabytes: 50, prose: 6)
    quantities("quantities, amid prose", 50, prose)
    try extract("extract, amid prose", 50, prose)
    try DocumentBenchmark.run(extractor)
    try StoreBenchmark.run(material, extractor)
    try ExportBenchmark.run()
    try MailBenchmark.run()
  }

  // MARK: What is measured

  private func quantities(_ name: String, _ megabytes: Int, _ text: [UInt8]) {
    let export = QuantityExport()
    var written = 0
    let rate = best(of: 3, megabytes) {
      text.withUnsafeBufferPointer { export.run($0) { written += $0.count } }
    }
    print(line(name, megabytes, rate))
  }

  private func extract(_ name: String, _ megabytes: Int, _ text: [UInt8]) throws {
    let rate = try best(of: megabytes > 10 ? 1 : 3, megabytes) {
      var json = JSONText()
      let source = try SourceText(name: "text", bytes: text)
      extractor.read(Minutes(source), parts: 4_096) { part in
        part.observations.withUnsafeBufferPointer { all in
          for index in all.indices { all[index].write(to: &json) }
        }
        json.removeAll()
      }
    }
    print(line("\(name), one document", megabytes, rate))
  }

  /// 100 MB in documents of 50 kB.
  private func folder(cores: Int) throws {
    let files = try material.folder(documents: 2_000, kilobytes: 50)
    let batch = DocumentBatch(extractor: extractor, width: cores)
    let rate = best(of: 3, 100) {
      var json = JSONText()
      batch.read(files) { result in
        for observation in result.observations { observation.write(to: &json) }
        json.removeAll()
      }
    }
    print(line("extract, 2 000 documents, \(cores) \(cores == 1 ? "core" : "cores")", 100, rate))
  }

  // MARK: How

  /// The best rate of some rounds, in MB/s.
  private func best(of rounds: Int, _ megabytes: Int, _ work: () throws -> Void) rethrows -> Double
  {
    var best = 0.0
    for _ in 0..<rounds {
      let clock = ContinuousClock()
      let time = try clock.measure(work)
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
      best = max(best, Double(megabytes) / seconds)
    }
    return best
  }

  private func line(_ name: String, _ megabytes: Int, _ rate: Double) -> String {
    let columns = [
      pad("\(megabytes) MB", 8), pad(decimal(rate), 8) + " MB/s",
      pad(decimal(1_000 / rate), 8) + " ns a byte",
      pad("\(Memory.peak / 1_000_000)", 6) + " MB at most",
    ]
    return name + String(repeating: " ", count: max(1, 36 - name.count)) + columns.joined()
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func decimal(_ number: Double) -> String { JSONText.digits((number * 10).rounded() / 10) }
}
