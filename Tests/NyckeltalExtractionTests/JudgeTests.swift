import Foundation
import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// What trained weights decide, and how they come about.
struct JudgeTests {
  /// Twelve reports that say "räknar in" of places that are to come, with gold that says so.
  private static let reports = (1...12).map { number in
    let text =
      "Årsrapport 2019\n\nArbetsträning\n\nNämnden räknar in \(30 + number) platser för arbetsträning.\n"
    return (name: "r\(number).txt", text: text, value: Double(30 + number))
  }

  private static func gold(kind: String) -> [GoldRecord] {
    reports.compactMap { report in
      let quote = "\(Int(report.value)) platser"
      guard let found = report.text.range(of: quote) else { return nil }
      let start = report.text.utf8.distance(from: report.text.startIndex, to: found.lowerBound)
      let line =
        #"{"document":"\#(report.name)","quote":"\#(quote)","kind":"\#(kind)","#
        + #""value":\#(report.value),"range":[\#(start),\#(start + quote.utf8.count)]}"#
      return try? GoldRecord.read(Array(line.utf8), file: "gold.jsonl").first
    }
  }

  private static func documents(kind: String, but left: Int? = nil) throws -> AnnotatedDocuments {
    var documents = AnnotatedDocuments(
      ObservationExtractor(catalogue: try .builtIn(), judge: nil),
      gold: gold(kind: kind)
    )
    for (index, report) in reports.enumerated() where index != left {
      let source = try SourceText(name: report.name, bytes: Array(report.text.utf8))
      documents.add(Minutes(source))
    }
    return documents
  }

  private static func read(_ report: Int, _ judge: Judge?) throws -> [Observation] {
    let extractor = ObservationExtractor(catalogue: try .builtIn(), judge: judge)
    let text = reports[report].text
    return extractor.observations(in: try SourceText(name: "r.txt", bytes: Array(text.utf8)))
  }

  @Test("What documents teach holds for another, and says that the rules are overruled")
  func weightsLearn() throws {
    for kind in [ObservationKind.forecast, .budget] {
      let weights = try Self.documents(kind: kind.rawValue, but: 3).trained().weights
      let ruled = try #require(try Self.read(3, nil).first)
      let judged = try #require(try Self.read(3, Judge(weights)).first)
      #expect(judged.kind == kind)
      #expect(judged.rules.contains("judge.kind") == (ruled.kind != kind))
      #expect(judged.value == 34 && (0...1).contains(judged.confidence))
    }
  }

  @Test("The same documents give the same weights, byte for byte, and they can be read back")
  func weightsAreStable() throws {
    let first = try Self.documents(kind: "forecast").trained().weights
    let second = try Self.documents(kind: "forecast").trained().weights
    #expect(first.text == second.text && first.text.contains("[kind]"))
    let read = try JudgeWeights(first.text, file: "w.tsv")
    #expect(read.text == first.text)
    #expect(Judge(read).fingerprint == Judge(first).fingerprint)
    #expect(try Self.read(5, Judge(read)) == Self.read(5, Judge(first)))
  }

  @Test("A document is judged by weights that were not trained on it")
  func crossValidationIsHonest() throws {
    // each document is the only one of its kind: nobody else can teach what its gold says
    let gold = Self.gold(kind: "forecast").prefix(1)
    var documents = AnnotatedDocuments(
      ObservationExtractor(catalogue: try .builtIn(), judge: nil),
      gold: Array(gold)
    )
    for report in Self.reports {
      documents.add(Minutes(try SourceText(name: report.name, bytes: Array(report.text.utf8))))
    }
    let first = documents.crossValidated().filter { $0.source.document == "r1.txt" }
    #expect(first.allSatisfy { $0.kind != .forecast })
  }

  @Test(
    "A broken file of weights is refused with its line",
    arguments: [
      ("unit=sek\t1\n", 1), ("[kind]\nunit=sek\t1\t2\n", 2), ("[none]\n", 1),
      ("# weights\n[statement]\nbias\tone\n", 3), ("[period]\nbias\n", 2),
      ("[period]\nbias\t1.2.3\n", 2), ("[period]\nbias\t-\n", 2), ("[trust]\n\t1\n", 2),
    ]
  )
  func brokenWeights(text: String, line: Int) {
    #expect(throws: JudgeWeightsError(file: "w.tsv", line: line)) {
      try JudgeWeights(text, file: "w.tsv")
    }
  }

  @Test("A feature's name in the file has the key that reading makes of it")
  func namesAndKeysAgree() {
    var list = FeatureList(named: true)
    list.add(.bias)
    list.add(.before1, FeatureValue.stem(Array("UPPGÅR".utf8)[...], named: true))
    list.add(.form, "cardinal", "persons")
    #expect(list.names == ["bias", "before1=uppgår", "form=cardinal|persons"])
    for (name, key) in zip(list.names, list.keys) {
      #expect(FeatureList.key(named: name) == key)
    }
  }

  @Test("The weights that come with the library are there, and confidence differs")
  func builtInWeights() throws {
    let judge = try #require(Judge.builtIn)
    let extractor = ObservationExtractor(catalogue: try .builtIn(), judge: judge)
    let text = """
      § 4

      Tertialrapport 1 2015

      Ärendet

      Till och med april sökte 15 900 unga sommarjobb. I en annan kommun fick var tredje nej, \
      vilket några menar beror på att 40 av de 200 platser som det talades om 2012 drogs in.
      """
    let found = extractor.observations(in: try SourceText(name: "t.txt", bytes: Array(text.utf8)))
    let sure = try #require(found.first { $0.value == 15_900 })
    #expect(sure.indicator == "sommarjobb.sokande")
    #expect(found.contains { $0.confidence < sure.confidence })
  }
}
