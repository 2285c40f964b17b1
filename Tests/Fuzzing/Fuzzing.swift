import Foundation
import NyckeltalDocuments
import NyckeltalExtraction
import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText

/// What is fuzzed, by the environment variable NYCKELTAL_FUZZED.
private enum Fuzzed: String {
  case text
  case markdown
  case word
  case web
  case extractor
}

private let fuzzed =
  ProcessInfo.processInfo.environment["NYCKELTAL_FUZZED"]
  .flatMap(Fuzzed.init) ?? .text
private let reader = DocumentReader()
private let extractor = (try? Catalogue.builtIn()).map { ObservationExtractor(catalogue: $0) }

/// What libFuzzer calls with each input; an error of the project's own is a good end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch fuzzed {
  case .text: check(try? SourceText(name: "a.txt", bytes: bytes))
  case .markdown: check(try? reader.read(name: "a.md", bytes: Data(bytes)))
  case .word:
    let file = StoredZip.archive([("word/document.xml", bytes)])
    check(try? reader.read(name: "a.docx", bytes: Data(file)))
  case .web: check(try? reader.read(name: "a.html", bytes: Data("<html>".utf8) + bytes))
  case .extractor:
    guard let source = try? SourceText(name: "a.txt", bytes: bytes), let extractor else { break }
    for observation in extractor.observations(in: source) {
      precondition(observation.source.range.upperBound <= count)
      precondition(!observation.jsonLine.isEmpty)
    }
  }
  return 0
}

/// A text's structure, whose ranges must lie in it.
private func check(_ source: SourceText?) {
  guard let source else { return }
  let minutes = Minutes(source)
  for block in minutes.text.blocks {
    precondition(minutes.text.sourceRange(of: block.range).upperBound <= source.utf8.count)
  }
}
