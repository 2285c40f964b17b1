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
    var ratios: [Double] = []
    for _ in 0..<3 {
      let plain = try time { try shell(folder) }
      var observations = 0
      let ours = time {
        let reader = DocumentReader()
        let source = TextSource(
          recognizes: { _ in true },
          text: { path, bytes in try reader.read(path, bytes: bytes) }
        )
        DocumentBatch(extractor: extractor, width: 2, source: source)
          .read(files) { observations += $0.observations.count }
      }
      guard observations > 0 else { return }
      ratios.append(ours / plain)
      print(
        "\(copies) PDFs of three pages: pdftotext alone \(seconds(plain)), "
          + "to observations \(seconds(ours)), ratio \(seconds(ours / plain).dropLast(2))"
      )
    }
  }

  private static func shell(_ folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "find \"$1\" -name '*.pdf' | xargs -P 2 -I{} pdftotext {} /dev/null", "sh", folder.path,
    ]
    try process.run()
    process.waitUntilExit()
  }

  private static func time(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private static func seconds(_ value: Double) -> String {
    "\((value * 100).rounded() / 100) s"
  }
}
