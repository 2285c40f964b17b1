import Foundation
import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// Short texts with what they state, one statement a line: kind, value, unit, period, indicator.
struct ExtractionTests {
  static let extractor = Result { ObservationExtractor(catalogue: try .builtIn()) }

  private func read(_ text: String) throws -> [Observation] {
    try Self.extractor.get().observations(
      in: try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    )
  }

  private func summary(_ observation: Observation) -> String {
    let figure = observation.value.map(JSONText.digits)
    let parts: [String?] = [
      observation.kind.rawValue, figure ?? observation.assessment?.rawValue,
      observation.direction?.rawValue, observation.unit?.rawValue,
      observation.qualifier == .exact ? nil : observation.qualifier.rawValue,
      observation.period?.description ?? "–",
      observation.indicator ?? "(\(observation.topic.rawValue))",
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private static func item(_ body: String, title: String = "Tertialrapport 1 2016") -> String {
    "§ 4\n\n\(title)\n\nAMN 2016-0011-1.1\n\nÄrendet\n\n\(body)\n"
  }

  /// Four times as many figures in a row take four times as long, not sixteen.
  @Test func figuresWithoutEndTakeNoLongerThanTheyAre() throws {
    func time(_ count: Int) throws -> Duration {
      let figure = "5" + String(repeating: " ", count: 100)
      let text = String(repeating: figure, count: count)
      return try ContinuousClock().measure { _ = try read(text) }
    }
    _ = try time(10)
    let short = try time(750)
    #expect(try time(3000) < short * 9)
  }

  @Test(arguments: [
    (
      "Omkring 820 ungdomar sökte sommarjobb. Hittills har 410 platser anmälts. Målet är minst 500 platser.",
      [
        "outcome 820 persons about 2016-T1 sommarjobb.sokande",
        "outcome 410 places 2016-T1 sommarjobb.platser",
        "target 500 places atLeast 2016 sommarjobb.platser",
      ]
    ),
    (
      "I april 2016 hade 640 hushåll försörjningsstöd. Det är 22 färre än i april 2015.",
      [
        "outcome 640 households 2016-04 forsorjningsstod.hushall",
        "change 22 down households 2016-04 forsorjningsstod.hushall",
      ]
    ),
    (
      "Sjukfrånvaron var 6,2 procent. Nämnden bedömer att årsmålet för sjukfrånvaron inte uppnås.",
      [
        "outcome 6.2 percent 2016-T1 personal.sjukfranvaro",
        "assessment notMet 2016 personal.sjukfranvaro",
      ]
    ),
    (
      "Nämnden redovisar ett underskott på 2,5 mnkr. Prognosen för helåret är ett underskott om 4 mnkr.",
      [
        "outcome -2500000 SEK 2016-T1 budget.avvikelse",
        "forecast -4000000 SEK 2016 budget.avvikelse",
      ]
    ),
    (
      "Följande indikatorer bedöms inte uppnås helt:\n\n- Sjukfrånvaro\n- Antal enheter i kvalitetsutmärkelsen",
      [
        "assessment notFullyMet 2016 personal.sjukfranvaro",
        "assessment notFullyMet 2016 kvalitet.kvalitetsutmarkelsen-deltagande",
      ]
    ),
    (
      "Antalet platser för arbetsträning har minskat. För att fler ska få arbetsträning behövs pengar.",
      ["trend down 2016-T1 arbetstraning.platser"]
    ),
    ("Nämnden räknar med en ekonomi i balans.", ["assessment met 2016 budget.balans"]),
    (
      "| Indikator | Utfall | Årsmål | Bedömning |\n|---|---|---|---|\n| Sjukfrånvaro | 5,9 % | | Uppfylls delvis |",
      [
        "outcome 5.9 percent 2016-T1 personal.sjukfranvaro",
        "assessment notFullyMet 2016 personal.sjukfranvaro",
      ]
    ),
    ("Möte hölls den 3 maj 2016 kl. 13.15 enligt 6 kap. lagen (2001:453), tel. 08-555 210 10.", []),
    ("Flera unga fick några platser. Något bestämt antal platser i arbetsträning finns inte.", []),
  ])
  func statements(_ text: String, _ expected: [String]) throws {
    #expect(try read(Self.item(text)).map(summary) == expected)
  }

  @Test func aStatementCarriesItsSpeakersAndItsRepeats() throws {
    let words = "Anslaget till nämnden har minskat med nästan 30 miljoner kronor."
    let text = """
      § 9

      Budget 2018

      **Särskilt uttalande**

      Eva Ek m.fl. (S) och Bo Al (V) lämnade följande särskilda uttalande.

      \(words)

      **Ersättaryttrande**

      Li Wu (Fi) lämnade följande ersättaryttrande.

      \(words)
      """
    let found = try read(text)
    try #require(found.count == 2)
    #expect(found[0].source.speakers.map(\.party) == ["S", "V"])
    #expect(found[1].source.speakers == [Speaker(name: "Li Wu", party: "Fi")])
    #expect(found[1].source.section == .deputyStatement)
    #expect(found[0].repeats == nil)
    #expect(found[1].repeats == found[0].id)
    #expect(found[0].id != found[1].id)
    #expect(found[0].value == 30_000_000)
    #expect(found[0].qualifier == .almost)
  }

  @Test func numberedQuestionsAreRequests() throws {
    let text = Self.item(
      """
      I en skrivelse från Eva Ek (S) ställs följande frågor om arbetsträning:

      1. Hur många platser för arbetsträning fanns 2015?
      2. Vad tänker nämnden göra?
      """,
      title: "Svar på skrivelse"
    )
    let found = try read(text)
    #expect(found.map(summary) == ["request 2015 arbetstraning.platser"])
    #expect(found.first?.source.speakers == [Speaker(name: "Eva Ek", party: "S")])
  }

  @Test func anUndatedTextGivesNoPeriod() throws {
    let found = try read("Sjukfrånvaron är 7 procent.\n")
    #expect(found.map(summary) == ["outcome 7 percent – personal.sjukfranvaro"])
  }
}

/// The documents in Corpus with the gold that was written before the rules.
struct CorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  static func documents() throws -> [SourceText] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") && $0 != "README.md" }
      .sorted()
      .map {
        try SourceText(
          name: $0,
          bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0)))
        )
      }
  }

  static func gold() throws -> [GoldRecord] {
    let bytes = try Data(contentsOf: folder.appendingPathComponent("gold.jsonl"))
    return try GoldRecord.read(Array(bytes), file: "gold.jsonl")
  }

  @Test func theCorpusIsReadAsWellAsBefore() throws {
    let extractor = try ExtractionTests.extractor.get()
    let found = try Self.documents().flatMap { extractor.observations(in: $0) }
    let score = GoldScore(gold: try Self.gold(), observations: found)
    #expect(score.matched.required >= 700)
    #expect(score.matched.f1 >= 0.95, "matched F1 \(score.matched.f1)")
    #expect(score.exact.f1 >= 0.70, "exact F1 \(score.exact.f1)")
  }

  @Test func nothingIsFoundInDocumentsWithoutFigures() throws {
    let extractor = try ExtractionTests.extractor.get()
    let stated = Set(try Self.gold().map(\.document))
    let silent = try Self.documents().filter { !stated.contains($0.name) }
    #expect(silent.count >= 5)
    for document in silent {
      let found = extractor.observations(in: document).map(\.source.quote)
      #expect(found.isEmpty, "\(document.name): \(found)")
    }
  }

  @Test func everyRuleCanBeLookedUp() throws {
    let known = Set(try RuleGuide.rules().map(\.name))
    let extractor = try ExtractionTests.extractor.get()
    for document in try Self.documents() {
      for observation in extractor.observations(in: document) {
        #expect(known.isSuperset(of: observation.rules), "\(observation.rules)")
      }
    }
  }

  @Test func everyRangeHoldsItsQuote() throws {
    let extractor = try ExtractionTests.extractor.get()
    for document in try Self.documents() {
      let furniture = CleanText(document).furniture
      for observation in extractor.observations(in: document) {
        let range = observation.source.range
        // a head of pages is known by those of the whole document
        let heads = furniture.filter { $0.overlaps(range) }
        let bytes = range.filter { index in !heads.contains { $0.contains(index) } }
          .map { document.utf8[$0] }
        // what the cleaning mends: hyphenated line ends, marks, furniture of pages
        let again = CleanText(try SourceText(name: "q", bytes: bytes))
        let text = again.folded(0..<again.bytes.count)
        #expect(
          Self.letters(text) == Self.letters(observation.source.quote),
          "\(document.name): \(observation.source.quote)"
        )
      }
    }
  }

  /// A quote without what layout adds: white space, list marks, hyphens at line ends.
  private static func letters(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber || $0 == "%" }
  }

  @Test func goldAgainstItselfIsPerfect() throws {
    let extractor = try ExtractionTests.extractor.get()
    let found = try Self.documents().prefix(4).flatMap { extractor.observations(in: $0) }
    let lines = found.map { observation in
      """
      {"document":"\(observation.source.document)","quote":"q","range":\
      [\(observation.source.range.lowerBound),\(observation.source.range.upperBound)],\
      "kind":"\(observation.kind.rawValue)","value":\(observation.value.map(JSONText.digits) ?? "null")}
      """
    }
    let gold = try GoldRecord.read(Array(lines.joined(separator: "\n").utf8), file: "g")
    let score = GoldScore(gold: gold, observations: found)
    #expect(score.matched.f1 == 1)
    #expect(score.missed.isEmpty && score.invented.isEmpty && score.wrong.isEmpty)
  }
}
