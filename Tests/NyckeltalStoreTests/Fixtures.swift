import Foundation
import NyckeltalModel
import NyckeltalStore

/// A store in a folder of its own, which is there as long as the tests run: a store that is open
/// opens its file again to read.
struct TemporaryStore {
  private static let root: URL = {
    atexit { try? FileManager.default.removeItem(at: TemporaryStore.root) }
    return FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  }()

  let folder: URL
  var path: String { folder.appendingPathComponent("s.sqlite").path }

  init() throws {
    folder = Self.root.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func open() throws -> ObservationStore { try ObservationStore(at: path, patience: 5) }
}

enum Examples {
  static func document(
    _ name: String,
    content: String? = nil,
    revision: Int = 1,
    settings: String = "a"
  ) -> StoredDocument {
    StoredDocument(
      names: [name],
      content: content ?? "content of \(name)",
      stamp: ExtractionStamp(revision: revision, settings: settings)
    )
  }

  static func observation(
    _ id: String,
    _ value: Double? = 400,
    kind: ObservationKind = .outcome,
    indicator: String? = "sommarjobb.platser",
    topic: Topic = .sommarjobb,
    period: Period? = .tertial(1, year: 2015),
    document: String = "a.txt",
    quote: String = "400 platser",
    speakers: [Speaker] = []
  ) -> Observation {
    Observation(
      id: id,
      kind: kind,
      indicator: indicator,
      topic: topic,
      measure: value.map { Measure(value: $0, qualifier: .about, unit: .places) },
      period: period,
      rules: ["number.digits", "unit.places"],
      source: Source(
        document: document,
        item: "8",
        section: .matter,
        speakers: speakers,
        quote: quote,
        range: 3..<9,
        line: 2
      )
    )
  }

  /// Observations that use every field, and every term of the contract once.
  static let full: [Observation] = ObservationKind.allCases.enumerated().map { index, kind in
    func term<Term: CaseIterable>(_ type: Term.Type) -> Term where Term.AllCases == [Term] {
      Term.allCases[index % Term.allCases.count]
    }
    var source = Source(
      document: "a.txt",
      item: "\(index / 3)",
      itemTitle: "Tertialrapport \(index / 3)",
      reference: "AMN 2015-0013-01.02",
      section: term(SectionKind.self),
      speakers: [Speaker(name: "Åsa \"Ö\", Ek", party: "S"), Speaker(name: "Bo", party: nil)],
      date: "2015-05-07",
      quote: "Cirka 15\u{A0}900 unga — \(index)",
      range: index * 10..<index * 10 + 7,
      line: index + 1
    )
    if index % 2 == 1 {
      source.boxes = [
        PageBox(page: index, xMin: 56.8, yMin: 100.25, xMax: 1e-3, yMax: 1 / 3),
        PageBox(page: index + 1, xMin: 0, yMin: -4.5, xMax: 595.276, yMax: 842),
      ]
    }
    if index > 5 { source.page = 2 }
    return Observation(
      id: "id\(index)",
      kind: kind,
      indicator: index == 2 ? nil : "sommarjobb.sokande",
      topic: term(Topic.self),
      measure: Measure(
        value: index == 1 ? nil : 0.1 * Double(index),
        lower: -9_073_000,
        upper: 1e15,
        qualifier: term(Qualifier.self),
        unit: term(FigureUnit.self)
      ),
      period: .span(from: .year(2014), to: .half(2, year: 2015)),
      comparedWith: .day(30, month: 4, year: 2014),
      direction: term(Direction.self),
      assessment: term(Assessment.self),
      group: "utrikesfödda kvinnor",
      confidence: 0.96,
      label: "sökande",
      body: "Arbetsmarknadsnämnden, Ekvik",
      about: "länet",
      rules: index == 4 ? [] : ["number.grouped", "rule.\(index % 2)"],
      repeats: index == 3 ? "id0" : nil,
      source: source
    )
  }
}
