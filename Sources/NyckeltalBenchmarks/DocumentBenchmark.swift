import Foundation
import Nyckeltal
import NyckeltalDocuments

/// How long PDFs take from file to observations, beside `pdftotext` alone.
struct DocumentBenchmark {
  private static let example =
    "Tests/NyckeltalDocumentsTests/Rendered/"
    + "2017-10-19-svar-pa-skrivelse-sfi.pdf"

  /// Reads copies of a document of three pages on two cores; nothing where it is not here.
  static func run(_ extractor: ObservationExtractor, copies: Int = 1000) throws {
    guard let bytes = FileManager.default.contents(atPath: example) else { return }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for number in 0..<copies {
      let file = folder.appendingPathComponent("\(number).pdf")
      try bytes.write(to: file)
      files.append(file.path)
    }
    print("\(copies) PDFs of three pages, two at a time:")
    for _ in 0..<3 {
      let plain = try measure(copies) { try pdftotext("", folder) }
      let boxed = try measure(copies) { try pdftotext("-bbox-layout", folder) }
      var observations = 0
      let ours = measure(copies) { observations = read(files, extractor) }
      guard observations > 0 else { return }
      print(
        "pdftotext \(plain.shown), with -bbox-layout \(boxed.shown), to observations "
          + "\(ours.shown) and \(decimal(ours.own)) of its own: \(decimal(ours.wall / plain.wall)) "
          + "and \(decimal(ours.wall / boxed.wall)) times as long"
      )
    }
  }

  /// Seconds that work took, and milliseconds of processor time that each document took in it.
  private struct Measurement {
    var wall: Double
    var own: Double
    var children: Double
    var shown: String { "\(decimal(wall)) s (\(decimal(children)) ms of a processor for each)" }
  }

  /// The number of observations in the files.
  private static func read(_ files: [String], _ extractor: ObservationExtractor) -> Int {
    // its processes end with it, and only then is their time known
    let reader = DocumentReader()
    let source = TextSource(
      recognizes: { _ in true },
      text: { path, bytes in try reader.read(path, bytes: bytes) }
    )
    var observations = 0
    DocumentBatch(extractor: extractor, width: 2, source: source)
      .read(files) { observations += $0.observations.count }
    return observations
  }

  private static func pdftotext(_ option: String, _ folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "find \"$1\" -name '*.pdf' | xargs -P 2 -I{} pdftotext $2 {} /dev/null", "sh",
      folder.path, option,
    ]
    try process.run()
    process.waitUntilExit()
  }

  private static func measure(_ copies: Int, _ work: () throws -> Void) rethrows -> Measurement {
    let start = ContinuousClock.now
    let (own, children) = (Memory.ownTime, Memory.childrensTime)
    try work()
    let each = 1_000 / Double(copies)
    return Measurement(
      wall: (ContinuousClock.now - start) / .seconds(1),
      own: (Memory.ownTime - own) * each,
      children: (Memory.childrensTime - children) * each
    )
  }

  private static func decimal(_ value: Double) -> String {
    JSONText.digits((value * 100).rounded() / 100)
  }
}
