import Dispatch
import Foundation
import Nyckeltal
import NyckeltalDocuments

/// How long PDFs take to text and to observations, beside `pdftotext` alone.
struct DocumentBenchmark {
  private static let example =
    "Tests/NyckeltalDocumentsTests/Rendered/"
    + "2017-10-19-svar-pa-skrivelse-sfi.pdf"

  /// Reads copies of a document of three pages, two at a time; nothing where it is not here.
  ///
  /// What is compared takes turns, a tenth of the documents at a time, so that what else the machine
  /// does meets all alike.
  static func run(_ extractor: ObservationExtractor, copies: Int = 1000) throws {
    guard let bytes = FileManager.default.contents(atPath: example) else { return }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let groups = try (0..<10).map { group in
      let inner = folder.appendingPathComponent("\(group)")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      return try (0..<copies / 10).map { number in
        let file = inner.appendingPathComponent("\(number).pdf")
        try bytes.write(to: file)
        return file.path
      }
    }
    print("\(copies) PDFs of three pages, two at a time; milliseconds of a processor for each:")
    for _ in 0..<3 {
      var (plain, boxed, read, whole) = (Measure(), Measure(), Measure(), Measure())
      for files in groups {
        try plain.add { try pdftotext([], files) }
        try boxed.add { try pdftotext(["-bbox-layout"], files) }
        read.add { text(files) }
        whole.add { observations(files, extractor) }
      }
      print("  pdftotext               \(plain.shown(copies))")
      print("  pdftotext -bbox-layout  \(boxed.shown(copies))")
      for (name, measure) in [("to text", read), ("to observations", whole)] {
        print(
          "  \(name)\(String(repeating: " ", count: 24 - name.count))\(measure.shown(copies)): "
            + "\(decimal(measure.wall / plain.wall)) times pdftotext, "
            + "\(decimal(measure.wall / boxed.wall)) times pdftotext -bbox-layout"
        )
      }
    }
  }

  /// Seconds that work took, and seconds of processor time in it.
  private struct Measure {
    private(set) var wall = 0.0
    private var own = 0.0
    private var children = 0.0

    mutating func add(_ work: () throws -> Void) rethrows {
      let start = ContinuousClock.now
      let before = (Memory.ownTime, Memory.childrensTime)
      try work()
      wall += (ContinuousClock.now - start) / .seconds(1)
      own += Memory.ownTime - before.0
      children += Memory.childrensTime - before.1
    }

    func shown(_ copies: Int) -> String {
      let each = 1_000 / Double(copies)
      return "\(decimal(wall)) s, \(decimal(children * each)) + \(decimal(own * each)) ms"
    }
  }

  /// Reads files to text.
  private static func text(_ files: [String]) {
    // its processes end with it, and only then is their time known
    let reader = DocumentReader()
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      for index in stride(from: half, to: files.count, by: 2) {
        _ = try? reader.read(files[index])
      }
    }
  }

  private static func observations(_ files: [String], _ extractor: ObservationExtractor) {
    let reader = DocumentReader()
    let source = TextSource(
      recognizes: { _ in true },
      text: { path, bytes in try reader.read(path, bytes: bytes) }
    )
    var observations = 0
    DocumentBatch(extractor: extractor, width: 2, source: source)
      .read(files) { observations += $0.observations.count }
    if observations == 0 { print("  no observations") }
  }

  private static func pdftotext(_ options: [String], _ files: [String]) throws {
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["xargs", "-P", "2", "-I{}", "pdftotext"] + options + ["{}", "/dev/null"]
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(files.joined(separator: "\n").utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private static func decimal(_ value: Double) -> String {
    JSONText.digits((value * 100).rounded() / 100)
  }
}
