import Foundation
import Nyckeltal

/// Texts of any size, made from the examples in a temporary folder.
///
/// Repeated documents would hide what a large vocabulary costs: each repetition has other words and
/// other digits, see ``Vocabulary``.
struct BenchmarkMaterial {
  /// The examples' bytes.
  let documents: [[UInt8]]
  private let folder: URL

  init(examples: String) throws {
    let inputs = InputFiles([examples])
    if let missing = inputs.missing.first { throw missing }
    documents = try inputs.files.map { try InputFiles.read($0) }
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The examples one after the other, as often as it takes.
  func text(megabytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(megabytes * 1_000_000)
    var vocabulary = Vocabulary(share: 0.2)
    while text.count < megabytes * 1_000_000 {
      for document in documents { vocabulary.vary(document, to: &text) }
    }
    text.removeLast(text.count - megabytes * 1_000_000)
    return text
  }

  /// The examples with further lines of theirs between the lines that hold figures: so many times
  /// the bytes of those, without any digit.
  func text(megabytes: Int, prose: Int) -> [UInt8] {
    let lines = documents.flatMap { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let plain = lines.filter { line in line.count > 40 && !line.contains { $0 &- 48 < 10 } }
    guard !plain.isEmpty else { return text(megabytes: megabytes) }
    var text: [UInt8] = []
    text.reserveCapacity(megabytes * 1_000_000)
    var vocabulary = Vocabulary(share: 0.35)
    var next = 0
    while text.count < megabytes * 1_000_000 {
      for line in lines {
        vocabulary.vary(line, to: &text)
        text.append(0x0A)
        guard line.contains(where: { $0 &- 48 < 10 }) else { continue }
        let end = text.count + line.count * prose
        while text.count < end {
          vocabulary.vary(plain[next % plain.count], to: &text)
          text.append(0x0A)
          next += 1
        }
      }
    }
    text.removeLast(text.count - megabytes * 1_000_000)
    return text
  }

  /// A file with such a text.
  func file(megabytes: Int) throws -> String {
    let path = folder.appendingPathComponent("text-\(megabytes).txt").path
    if !FileManager.default.fileExists(atPath: path) {
      try OutputFile.write(text(megabytes: megabytes), to: path)
    }
    return path
  }

  /// Files of about so many kilobytes, each beginning with another example.
  func folder(documents count: Int, kilobytes: Int) throws -> [String] {
    let inner = folder.appendingPathComponent("documents")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    var vocabulary = Vocabulary(share: 0.2)
    return try (0..<count).map { number in
      let path = inner.appendingPathComponent("\(number).txt").path
      if FileManager.default.fileExists(atPath: path) { return path }
      var text: [UInt8] = []
      var next = number
      while text.count < kilobytes * 1_000 {
        vocabulary.vary(documents[next % documents.count], to: &text)
        next += 1
      }
      try OutputFile.write(text, to: path)
      return path
    }
  }
}
