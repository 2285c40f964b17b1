import Foundation
import NyckeltalModel
import NyckeltalReports
import Testing

struct OrderTests {
  /// A generator with a seed, so that a failure can be seen again.
  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: [
    ReportSubject.tertial(1, year: 2015), .year(2015), .compare(2015, 2019), .topic(.budget),
  ])
  func theOrderOfTheDocumentsDoesNotMatter(_ subject: ReportSubject) throws {
    let builder = ReportBuilder(
      definition: try .builtIn(subject.kind),
      catalogue: try Fixtures.catalogue()
    )
    var observations = try Fixtures.observations()
    // The same file under two names has observations with the same ids.
    observations += observations.prefix(8).map { observation in
      var copy = observation
      copy.source.document = "kopia-\(observation.source.document)"
      return copy
    }
    let report = try builder.report(subject, from: observations, documents: 5)
    for seed in 1...8 {
      var generator = Shuffler(state: UInt64(seed))
      let shuffled = try builder.report(
        subject,
        from: observations.shuffled(using: &generator),
        documents: 5
      )
      #expect(shuffled == report)
    }
  }

  @Test func manyThreadsBuildTheSame() async throws {
    let expected = TextRenderer().text(try Fixtures.report(.year(2015)))
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask { TextRenderer().text(try Fixtures.report(.year(2015))) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(texts == Array(repeating: expected, count: 16))
  }
}

struct OwnReportTests {
  private func table() -> ReportTable {
    ReportTable(
      name: "Eget",
      columns: [
        ReportTable.Column(id: "what", title: "Vad", content: .label, placement: .column),
        ReportTable.Column(id: "count", title: "Antal", content: .number, placement: .column),
        ReportTable.Column(id: "half", title: "Hälften", content: .number, placement: .column),
      ],
      sections: [
        ReportTable.Section(rows: [
          ReportTable.Row(cells: [
            ReportCell(.text("Platser")), ReportCell(.number(7_000, NumberStyle())),
            ReportCell(.formula(.quotient(.cell("count"), .number(2)), NumberStyle())),
          ])
        ])
      ],
      emptyNote: "Inget."
    )
  }

  @Test func aReportIsBuiltByHand() {
    let report = Report(
      title: "Eget",
      language: .swedish,
      sheets: [
        ReportSheet(
          purpose: .other,
          title: "Blad",
          blocks: [
            .lines(heading: "Läget", [ReportLine("Allt går bra.", sources: [])]),
            .table(table()),
          ]
        )
      ]
    )
    #expect(
      TextRenderer().text(report)
        == """
        EGET

        LÄGET
          Allt går bra.

        BLAD                                                      Antal  Hälften
          Platser                                                 7 000    3 500

        """
    )
  }

  @Test func aBuiltReportIsExtended() throws {
    var report = try Fixtures.report(.tertial(1, year: 2015))
    let sheets = report.sheets.count
    report.sheets.insert(
      ReportSheet(purpose: .other, title: "Eget blad", blocks: [.table(table())]),
      at: 1
    )
    report.sheets[0].blocks.append(
      .lines(heading: "Kommentar", [ReportLine("Skriven av nämndsekreteraren.", sources: [1])])
    )
    let text = TextRenderer().text(report)
    #expect(report.sheets.count == sheets + 1)
    #expect(text.contains("KOMMENTAR\n  Skriven av nämndsekreteraren. [1]"))
    #expect(text.contains("EGET BLAD"))
  }
}

struct CorrectionTests {
  private func corrected(isRejected: Bool = false) throws -> [Observation] {
    var observations = try Fixtures.observations()
    let index = try #require(observations.firstIndex { $0.value == 7.1 })
    var observation = observations[index]
    let original = Correction.Original(observation)
    observation.value = 6.4
    observation.correction = Correction(
      note: "skrivfel i protokollet",
      date: "2015-06-01",
      isRejected: isRejected,
      original: original
    )
    observations[index] = observation
    return observations
  }

  private func report(_ observations: [Observation]) throws -> Report {
    try ReportBuilder(definition: .builtIn(.tertial), catalogue: Fixtures.catalogue())
      .report(.tertial(1, year: 2015), from: observations, documents: 5)
  }

  @Test func aCorrectedFigureIsShownWithItsReason() throws {
    let report = try report(corrected())
    let text = TextRenderer().text(report)
    #expect(text.contains("rättad för hand: skrivfel i protokollet"))
    #expect(text.contains("En uppgift är rättad för hand: sjukfrånvaro."))
    #expect(text.contains("Sjukfrånvaro: 6,4 % mot målet högst 6,5 %"))
    let cells = report.sheets.flatMap(\.blocks).flatMap { block -> [ReportCell] in
      guard case .table(let table) = block else { return [] }
      return table.sections.flatMap(\.rows).flatMap(\.cells)
    }
    #expect(cells.contains { $0.note == "rättad för hand: skrivfel i protokollet" })
    #expect(
      cells.contains {
        $0.content == .text("rättad 2015-06-01, lästes som 7,1\u{A0}%: skrivfel i protokollet")
      }
    )
  }

  @Test func aRejectedFigureLeavesItsTraceOnly() throws {
    let report = try report(corrected(isRejected: true))
    let text = TextRenderer().text(report)
    #expect(text.contains("En uppgift är struken för hand: sjukfrånvaro, 6,4 %: skrivfel i"))
    let table = text.components(separatedBy: "MÅL OCH UTFALL")[1]
    #expect(!table.contains("6,4"))
    let cells = report.sheets.flatMap(\.blocks).flatMap { block -> [ReportCell] in
      guard case .table(let table) = block else { return [] }
      return table.sections.flatMap(\.rows).flatMap(\.cells)
    }
    #expect(cells.contains { $0.content == .text("struken 2015-06-01: skrivfel i protokollet") })
  }
}
