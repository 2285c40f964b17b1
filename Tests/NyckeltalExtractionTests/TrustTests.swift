import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// How far observations can be trusted, counted by hand.
struct TrustTests {
  private static let text =
    "Årsrapport 2019\n\nSommarjobb\n\nUnder 2019 fick 240 ungdomar sommarjobb och 310 sökte sommarjobb.\n"

  private func observations() throws -> [Observation] {
    let extractor = ObservationExtractor(catalogue: try .builtIn(), judge: nil)
    let source = try SourceText(name: "t.txt", bytes: Array(Self.text.utf8))
    return extractor.observations(in: source).filter { $0.value != nil }
  }

  /// Gold for a value, with fields as JSON.
  private func gold(_ value: Int, _ fields: String) throws -> GoldRecord {
    let found = try #require(Self.text.utf8.firstRange(of: "\(value)".utf8))
    let start = Self.text.utf8.distance(from: Self.text.utf8.startIndex, to: found.lowerBound)
    let line =
      #"{"document":"t.txt","quote":"\#(value)","value":\#(value),"range":[\#(start),\#(start + 3)],"#
      + fields + "}"
    return try #require(try GoldRecord.read(Array(line.utf8), file: "gold.jsonl").first)
  }

  @Test("A list names the readings that are right; null where the text answers is weak")
  func verdicts() throws {
    var found = try observations()
    #expect(found.count == 2)
    let records = [
      try gold(240, #""kind":["target","outcome"],"period":["2019","2019-06/2019-08"]"#),
      try gold(310, #""kind":"outcome","period":"2019""#),
    ]
    #expect(GoldScore(gold: records, observations: found).trust.right == 2)
    found[1].period = nil
    #expect(GoldScore(gold: records, observations: found).trust.weak == 1)
    found[1].period = .year(2018)
    let wrong = GoldScore(gold: records, observations: found).trust
    #expect(wrong.wrong == 1 && wrong.right == 1 && wrong.falsePerHundred == 50)
    let invented = GoldScore(gold: [records[0]], observations: found).trust
    #expect(invented.wrong == 1 && invented.count == 2)
  }

  @Test("The calibration error is how far confidence and what is right lie apart")
  func calibration() throws {
    var found = try observations()
    let records = [try gold(240, #""kind":"outcome""#), try gold(310, #""kind":"target""#)]
    found[0].confidence = 0.9
    found[1].confidence = 0.6
    // one right at 0.9 lacks 0.1, one false at 0.6 claims 0.6 too much
    let score = GoldScore(gold: records, observations: found)
    #expect(abs(score.calibrationError - 0.35) < 1e-9)
    #expect(score.trust(GoldScore.sure..<1.01).wrong == 0)
  }
}
