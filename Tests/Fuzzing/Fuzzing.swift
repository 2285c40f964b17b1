import Foundation
import NyckeltalDocuments
import NyckeltalExtraction
import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText

/// What is fuzzed, by the environment variable NYCKELTAL_FUZZED.
enum Fuzzed: String {
  case text
  case markdown
  case word
  case web
  /// Where a PDF's words stand, as `pdftotext` prints it.
  case pdf
  case extractor

  /// What this process fuzzes.
  static let current =
    ProcessInfo.processInfo.environment["NYCKELTAL_FUZZED"].flatMap(Fuzzed.init) ?? .text
}

/// Each input is repeated up to a number of bytes, so that what takes longer than its length shows.
private let repeatedLength =
  ProcessInfo.processInfo.environment["NYCKELTAL_REPEATED"].flatMap { Int($0) } ?? 0
private let reader = DocumentReader()
private let catalogue = try? Catalogue.builtIn()
private let extractor = catalogue.map { ObservationExtractor(catalogue: $0) }

/// What libFuzzer calls with each input; an error of the project's own is a good end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  // the processor's time, which stands still where the process does
  let began = clock()
  defer { precondition(clock() - began < 10 * CLOCKS_PER_SEC, "it takes too long") }
  switch Fuzzed.current {
  case .text:
    let bytes = repeated(input)
    InputCheck.structure(try? SourceText(name: "a.txt", bytes: bytes), fileLength: bytes.count)
  case .markdown:
    let bytes = repeated(input)
    InputCheck.structure(
      try? reader.read(name: "a.md", bytes: Data(bytes)),
      fileLength: bytes.count
    )
  case .word:
    let archive = WordInput.archive(input, repeated: repeatedLength)
    InputCheck.structure(try? reader.read(name: "a.docx", bytes: Data(archive)))
  case .web:
    let page = Data("<html>".utf8) + repeated(input)
    InputCheck.structure(try? reader.read(name: "a.html", bytes: page))
  case .pdf:
    let output = Array("<page width=\"595\" height=\"842\">\n".utf8) + repeated(input)
    guard let text = try? PDFText.read(output, document: "a.pdf") else { break }
    InputCheck.structure(try? SourceText(name: "a.pdf", extracted: text, contentHash: 0))
  case .extractor:
    let bytes = repeated(input)
    guard let source = try? SourceText(name: "a.txt", bytes: bytes), let extractor, let catalogue
    else { break }
    let found = extractor.observations(in: source)
    InputCheck.observations(found, fileLength: bytes.count)
    // what was read before changes nothing; one input in 64, for making an extractor takes long
    if StableHash.of(input) % 64 == 0 {
      precondition(found == ObservationExtractor(catalogue: catalogue).observations(in: source))
    }
  }
  return 0
}

/// An input, over and over where that is asked for.
func repeated(_ input: [UInt8], to length: Int = repeatedLength) -> [UInt8] {
  guard length > input.count, !input.isEmpty else { return input }
  return Array(repeatElement(input, count: length / input.count).joined())
}

/// What holds of whatever is read.
enum InputCheck {
  /// A text's structure, whose ranges must lie in it, one behind the other.
  static func structure(_ source: SourceText?, fileLength: Int? = nil) {
    guard let source else { return }
    precondition(SourceText.isUTF8(source.utf8))
    let minutes = Minutes(source)
    let text = minutes.text
    var end = 0
    for block in text.blocks {
      precondition(block.range.lowerBound >= end && block.range.upperBound <= text.bytes.count)
      end = block.range.upperBound
      let range = text.sourceRange(of: block.range)
      precondition(range.lowerBound >= 0 && range.upperBound <= source.utf8.count)
      precondition(source.fileRange(of: range).upperBound <= fileLength ?? source.utf8.count)
      precondition(source.line(at: range.lowerBound) >= 1)
    }
    for passage in minutes.items.flatMap({ $0.sections.flatMap(\.passages) }) {
      switch passage {
      case .heading(let range), .paragraph(let range), .listItem(let range, _):
        precondition(range.upperBound <= end)
      case .table(let table):
        precondition(table.range.upperBound <= end)
        for row in table.rows {
          precondition(row.cells.count == table.header.count)
          for cell in row.cells where !cell.isEmpty {
            precondition(row.range.lowerBound <= cell.lowerBound)
            precondition(cell.upperBound <= row.range.upperBound)
          }
        }
      }
    }
  }

  /// Observations, whose ranges must lie in the file and whose JSON must be what they are.
  static func observations(_ observations: [Observation], fileLength: Int) {
    var identifiers: Set<String> = []
    for observation in observations {
      precondition(observation.source.range.upperBound <= fileLength)
      precondition(!observation.source.quote.isEmpty && observation.source.line >= 1)
      precondition((0...1).contains(observation.confidence))
      precondition(observation.repeats.map(identifiers.contains) ?? true)
      identifiers.insert(observation.id)
    }
    for observation in observations.prefix(2) {
      let line = Data(observation.jsonLine.utf8)
      precondition((try? JSONDecoder().decode(Observation.self, from: line)) == observation)
    }
  }
}

extension SourceText {
  fileprivate static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isUTF8($0) }
  }
}
