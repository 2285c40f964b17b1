import Foundation
import NyckeltalModel
import Testing

@testable import NyckeltalReports

/// What a report says must hold, whatever is read: each test has statements as they were once read
/// wrongly, or rightly but for something else.
struct TruthTests {
  static func text(_ subject: ReportSubject, _ observations: [Observation]) throws -> String {
    TextRenderer().text(try report(subject, observations)).replacing("\u{A0}", with: " ")
  }

  static func report(_ subject: ReportSubject, _ observations: [Observation]) throws -> Report {
    try ReportBuilder(definition: .builtIn(subject.kind), catalogue: Fixtures.catalogue())
      .report(subject, from: observations, documents: 1)
  }

  /// The sentences of the summary, on one line each.
  static func summary(_ subject: ReportSubject, _ observations: [Observation]) throws -> [String] {
    try report(subject, observations).sheets[0].blocks.flatMap { block -> [String] in
      guard case .lines(_, let lines) = block else { return [] }
      return lines.map { $0.text.replacing("\u{A0}", with: " ") }
    }
  }

  @Test func whatIsNotSureIsListedApartOnly() throws {
    let sure = Fixtures.observation("a", value: 400, quote: "400 platser")
    let unsure = Fixtures.observation("b", value: 77, quote: "sjuttiosju av dem", confidence: 0.6)
    let text = try Self.text(.year(2015), [sure, unsure])
    #expect(text.contains("Sommarjobb: 400 platser."))
    #expect(text.contains("En uppgift är osäkert läst och står bara under Att granska."))
    let parts = text.components(separatedBy: "ATT GRANSKA")
    #expect(parts.count == 2)
    #expect(!parts[0].contains("77"))
    #expect(parts[1].contains("77"))
  }

  @Test func aCorrectedFigureIsSureAndARejectedOneLeavesItsTrace() throws {
    var corrected = Fixtures.observation("a", value: 400, confidence: 0.3)
    corrected.correction = Correction(
      note: "bilagan",
      date: "2016-01-01",
      original: .init(corrected)
    )
    var rejected = Fixtures.observation("b", value: 13, confidence: 0.9)
    rejected.correction = Correction(
      note: "sidnummer",
      date: "2016-01-01",
      isRejected: true,
      original: .init(rejected)
    )
    let lines = try Self.summary(.year(2015), [corrected, rejected])
    #expect(lines.contains("Sommarjobb: 400 platser."))
    #expect(
      lines.contains("En uppgift är struken för hand: sommarjobb, 13: sidnummer.")
    )
    let csv = String(
      decoding: DataRenderer().csv(try Self.report(.year(2015), [corrected, rejected])),
      as: UTF8.self
    )
    #expect(csv.contains("correction,rejected"))
    #expect(csv.contains("sidnummer,true"))
  }

  @Test func partsAndDistrictsDoNotDisplaceTheWhole() throws {
    let whole = Fixtures.observation(
      "a",
      indicator: "sommarjobb.sokande",
      value: 16_700,
      unit: .persons,
      qualifier: .moreThan,
      period: "2016-T1",
      document: "a.txt",
      date: "2016-05-19",
      quote: "Drygt 16 700 har sökt"
    )
    let quote = "Av de sökande är 360 respektive 510 bosatta i två stadsdelar"
    let parts = [("b", 360.0), ("c", 510.0), ("d", 2.0)].map { id, value in
      Fixtures.observation(
        id,
        indicator: "sommarjobb.sokande",
        value: value,
        unit: .persons,
        period: "2016-T1",
        document: "b.txt",
        date: "2017-05-18",
        quote: quote
      )
    }
    let lines = try Self.summary(.tertial(1, year: 2016), [whole] + parts)
    #expect(lines.contains("Sökande till sommarjobb: över 16 700 personer."))
    #expect(!lines.contains { $0.contains("360") || $0.contains("510") })
  }

  @Test func aTurnOfPhraseIsNoHeadline() throws {
    let half = Fixtures.observation(
      "a",
      indicator: "personal.sjukfranvaro",
      value: 50,
      unit: .percent,
      qualifier: .moreThan,
      quote: "Mer än hälften av de sjukskrivna är under fyrtio",
      topic: .personal
    )
    let rate = Fixtures.observation(
      "b",
      indicator: "personal.sjukfranvaro",
      value: 8.1,
      unit: .percent,
      quote: "Sjukfrånvaron var 8,1 procent",
      topic: .personal
    )
    #expect(try Self.summary(.year(2015), [half, rate]).contains("Sjukfrånvaro: 8,1 %."))
    #expect(try !Self.summary(.year(2015), [half]).contains { $0.contains("50 %") })
  }

  @Test func figuresThatDifferGiveNoPlainHeadline() throws {
    let one = Fixtures.observation("a", value: 900, quote: "900 platser fanns")
    let other = Fixtures.observation("b", value: 400, quote: "400 platser fanns", start: 50)
    let text = try Self.text(.year(2015), [one, other])
    #expect(text.contains("flera uppgifter"))
    #expect(try !Self.summary(.year(2015), [one, other]).contains { $0.contains("platser: ") })
  }

  @Test func aNumberFarFromAllOthersIsToBeLookedAt() throws {
    let years = (2012...2016).map { year in
      Fixtures.observation(
        "y\(year)",
        value: 7_000 + Double(year - 2012),
        period: String(year),
        document: "\(year).txt",
        date: "\(year + 1)-02-01"
      )
    }
    let stray = Fixtures.observation(
      "s",
      value: 30,
      period: "2017",
      document: "2017.txt",
      date: "2018-02-01",
      quote: "ett trettiotal platser"
    )
    let lines = try Self.summary(.year(2017), years + [stray])
    #expect(!lines.contains { $0.contains("30 platser") })
    #expect(lines.contains("En uppgift är osäkert läst och står bara under Att granska."))
  }

  @Test func whatIsAboutOthersIsNeverTheHeadline() throws {
    let own = Fixtures.observation("a", value: 400, quote: "400 platser")
    let country = Fixtures.observation("b", value: 90_000, quote: "i riket", about: "riket")
    let text = try Self.text(.year(2015), [country, own])
    #expect(text.contains("Sommarjobb: 400 platser."))
    #expect(text.contains("RIKET, LÄNET OCH ANDRA"))
    #expect(text.contains("Sommarjobb, riket"))
  }

  @Test func whatIsDeniedIsNotTheSpeakersFigure() {
    let denied = Fixtures.observation("a", value: 24, quote: "Platserna är inte 24 utan 31")
    let said = Fixtures.observation("b", value: 31, quote: "Platserna är inte 24 utan 31")
    #expect(!denied.isSure(from: 0.8))
    #expect(said.isSure(from: 0.8))
  }

  @Test func aReportedJudgementIsNotTheSpeakersOwn() {
    let said = Fixtures.observation(
      "a",
      .assessment,
      value: nil,
      parties: ["M"],
      quote: "Ändå redovisas målen som uppfyllda",
      assessment: .met
    )
    #expect(!said.isSure(from: 0.8))
  }

  @Test func rowsHaveNamesAndNotQuotes() throws {
    let named = Fixtures.observation(
      "a",
      indicator: nil,
      value: 83,
      unit: .percent,
      quote: "Av handledarna vill 83 procent igen",
      label: "handledare som vill igen"
    )
    let unnamed = Fixtures.observation(
      "b",
      indicator: nil,
      value: 5,
      unit: .persons,
      quote: "fem av dem kom",
      start: 90
    )
    let table = try Self.text(.year(2015), [named, unnamed]).components(separatedBy: "KÄLLOR")[0]
    #expect(table.contains("Sommarjobb: handledare som vill igen"))
    #expect(table.contains("Sommarjobb, antal, personer"))
    #expect(!table.contains("”"))
  }

  @Test func aFileOfFiguresIsItsOwnVoice() throws {
    let figure = Fixtures.observation(
      "a",
      value: 5,
      document: "Kolada",
      quote: "Kolada; 5",
      rules: ["figures.row"]
    )
    let context = ReportContext(
      language: .swedish,
      subject: .year(2015),
      catalogue: [],
      statements: []
    )
    #expect(context.voices(Fact(figure)) == "Kolada")
  }

  @Test func amountsInATableHaveOneUnit() throws {
    let large = Fixtures.observation(
      "a",
      .budget,
      indicator: "budget.anslag",
      value: 842_000_000,
      unit: .sek,
      topic: .budget
    )
    let small = Fixtures.observation(
      "b",
      .budget,
      indicator: nil,
      value: 185_500,
      unit: .sek,
      topic: .budget,
      label: "utbildning"
    )
    let text = try Self.text(.year(2015), [large, small])
    #expect(text.contains("842 000 tkr"))
    #expect(text.contains("185,5 tkr"))
  }
}
