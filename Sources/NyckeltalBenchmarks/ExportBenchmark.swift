import Foundation
import Nyckeltal

/// Measures what reports and long exports take.
///
/// An export runs in a process of its own, so that its memory is its own too, beside a plain C
/// program that writes the same rows where that is present.
enum ExportBenchmark {
  private static let baselineSource = "../shared/tools/workbook_baseline.c"
  private static let exportOption = "--export-rows="
  private static let count = 1_000_000

  static func run() throws {
    try reports()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = [CommandLine.arguments[0], "\(exportOption)\(count)", folder.path + "/own.xlsx"]
    let baseline = baseline(in: folder)
    var best: (own: Double, baseline: Double) = (.infinity, .infinity)
    var memory = 0
    for _ in 0..<3 {
      // Side by side, so that a busy machine is as busy for both.
      if let baseline { best.baseline = min(best.baseline, seconds(baseline)?.time ?? .infinity) }
      guard let measured = seconds(own) else { continue }
      best.own = min(best.own, measured.time)
      memory = max(memory, Int(measured.output) ?? 0)
    }
    print("data export, \(count) rows of 12: \(text(best.own)) s of processor, ", terminator: "")
    print("\(memory / 1_000_000) MB at most")
    if best.baseline.isFinite {
      print(
        "  in plain C: \(text(best.baseline)) s, so \(text(best.own / best.baseline)) times that"
      )
    }
  }

  // MARK: One export

  /// The rows that this process is asked to export; `nil` when it is to measure.
  static func rows(_ arguments: ArraySlice<String>) -> Int? {
    arguments.first.flatMap { argument in
      argument.hasPrefix(exportOption) ? Int(argument.dropFirst(exportOption.count)) : nil
    }
  }

  /// Exports rows and prints the memory that it took.
  static func export(_ count: Int) throws {
    guard let path = CommandLine.arguments.last else { return }
    let rows = ExportRows()
    var export = DataExport(columns: ExportRows.columns)
    export.title = "Data"
    try export.write(to: URL(fileURLWithPath: path)) { add in
      for row in 0..<count { try add(rows.observation(row)) }
    }
    print(Memory.peak)
  }

  // MARK: Reports

  /// A tertial's report of ten thousand observations over five years, and all of its formats.
  private static func reports() throws {
    let catalogue = try Catalogue.builtIn().indicators
    let observations = ReportRows.observations(10_000, catalogue)
    let subjects: [ReportSubject] = [
      .tertial(1, year: 2015), .year(2015), .compare(2015, 2019), .topic(.sommarjobb),
    ]
    for subject in subjects {
      let builder = ReportBuilder(definition: try .builtIn(subject.kind), catalogue: catalogue)
      var times = (build: Double.infinity, workbook: Double.infinity, page: Double.infinity)
      var statements = 0
      for _ in 0..<3 {
        let start = ContinuousClock.now
        let report = try builder.report(subject, from: observations, documents: 100)
        let built = ContinuousClock.now
        _ = try ReportOutput().bytes(report, as: .xlsx)
        let written = ContinuousClock.now
        _ = try ReportOutput().bytes(report, as: .html)
        let end = ContinuousClock.now
        statements = report.statements.count
        times.build = min(times.build, seconds(built - start))
        times.workbook = min(times.workbook, seconds(written - built))
        times.page = min(times.page, seconds(end - written))
      }
      print(
        "\(subject.kind.rawValue) from \(observations.count) observations, \(statements) in it: "
          + "\(text(times.build)) s to build, \(text(times.workbook)) s as a workbook, "
          + "\(text(times.page)) s as a page"
      )
    }
  }

  // MARK: How

  private static func baseline(in folder: URL) -> [String]? {
    let program = folder.appendingPathComponent("baseline").path
    let compile = ["cc", "-O2", baselineSource, "-lxlsxwriter", "-o", program]
    guard FileManager.default.fileExists(atPath: baselineSource),
      Floor.output(of: compile) != nil
    else { return nil }
    return [program, String(count), "1", folder.path + "/baseline.xlsx"]
  }

  /// The processor time of a command with all it starts, and what it prints.
  private static func seconds(_ command: [String]) -> (time: Double, output: String)? {
    let before = Memory.childrensTime
    guard let output = Floor.output(of: command) else { return nil }
    let text = output.trimmingCharacters(in: .whitespacesAndNewlines)
    return (Memory.childrensTime - before, text)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  private static func text(_ number: Double) -> String {
    number.isFinite ? JSONText.digits((number * 1_000).rounded() / 1_000) : "–"
  }
}
