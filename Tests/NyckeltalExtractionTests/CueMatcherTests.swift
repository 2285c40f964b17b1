import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// Words are learnt as they occur, whatever their number, and found by their letters.
struct CueMatcherTests {
  /// Different words that are none of the language's.
  private static func words(_ count: Int, ending: String = "") -> String {
    (0..<count).map { "qu\(letters($0))x\(ending)" }.joined(separator: " ")
  }

  private static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    repeat {
      text.append(Character(Unicode.Scalar(UInt8(97 + rest % 26))))
      rest /= 26
    } while rest > 0
    return text
  }

  private func facts(_ text: String, _ extractor: ObservationExtractor) throws -> [String] {
    try extractor.observations(in: SourceText(name: "prov.txt", bytes: Array(text.utf8)))
      .map { "\($0.kind) \($0.value ?? 0) \($0.indicator ?? "–")" }
  }

  private let statement = "Under 2016 sökte 820 ungdomar sommarjobb och målet är 500 platser."

  @Test func wordsBeyondWhatIsRememberedAreReadLikeTheFirst() throws {
    let extractor = ObservationExtractor(catalogue: try .builtIn())
    let alone = try facts(statement, extractor)
    #expect(alone.count == 2)
    // in sentences of their own, and in one with the statement
    let sentences = Self.words(40_000).split(separator: " ").enumerated()
      .map { $0 % 20 == 19 ? "\($1).\n" : String($1) }.joined(separator: " ")
    #expect(try facts("\(statement)\n\n\(sentences)\n\n\(statement)", extractor) == alone + alone)
    let one = "\(Self.words(40_000)) \(statement)"
    #expect(try facts(one, extractor) == facts("ord ord \(statement)", extractor))
  }

  @Test func entriesBeyondWhatASlotTellsAreReadLikeTheFirst() throws {
    // each word fits a pattern of its own
    let cues = (0..<34_000).map { "qu\(Self.letters($0))x*" }.joined(separator: "|")
    let catalogue = try Catalogue(
      yaml: """
        indicators:
          - id: prov.ord
            topic: personal
            sv: Ord
            en: Words
            unit: persons
            cues: ["\(cues)"]
        """,
      file: "prov.yaml"
    )
    let extractor = ObservationExtractor(catalogue: try Catalogue.builtIn().merging(catalogue))
    let alone = try facts(statement, extractor)
    let text = "\(Self.words(34_000, ending: "ande"))\n\n\(statement)\n\n\(statement)"
    #expect(try facts(text, extractor).suffix(4) == (alone + alone)[...])
  }

  @Test func theIndexFindsWhatALookAtEachPatternFinds() throws {
    let table = CueTable(try Catalogue.builtIn())
    let index = PatternIndex(table.patterns)
    let endings = ["", "en", "erna", "s", "snämnden"]
    let beginnings = ["", "sommar", "under", "o"]
    for place in stride(from: 0, to: table.patterns.count, by: 9) {
      let pattern = table.patterns[place]
      for beginning in beginnings {
        for ending in endings {
          let word = Array(beginning.utf8) + pattern.letters + Array(ending.utf8)
          let fitting = table.patterns.indices.filter { table.patterns[$0].matches(word) }
          let first = fitting.filter { !table.patterns[$0].anyBefore }
          let others = fitting.filter { table.patterns[$0].anyBefore }
          #expect(index.patterns(for: word).map(Int.init) == first + others)
        }
      }
    }
    #expect(index.patterns(for: []).isEmpty)
  }
}
