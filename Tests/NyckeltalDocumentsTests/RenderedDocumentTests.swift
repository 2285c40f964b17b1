import Foundation
import NyckeltalDocuments
import NyckeltalExtraction
import NyckeltalModel
import NyckeltalText
import Testing

/// Texts, and what LibreOffice made of them with `render.py`: running head, footer, hyphenation, two
/// columns once, tables with empty cells, page breaks inside sentences and inside numbers.
struct RenderedDocumentTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let documents: [URL] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: tests.appendingPathComponent("Rendered"),
      includingPropertiesForKeys: nil
    )
    return (files ?? []).filter { ["txt", "md"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }()

  /// An observation without the places in the file; `|` between cells is as good as spaces.
  private struct Statement: Hashable {
    var observation: Observation

    init(_ observation: Observation) {
      var plain = observation
      plain.id = ""
      plain.repeats = observation.repeats.map { _ in "" }
      plain.source.document = ""
      // the rendered files have a head on every page, most texts none
      plain.body = nil
      plain.source.range = 0..<0
      plain.source.line = 0
      plain.source.page = nil
      plain.source.boxes = nil
      plain.source.quote = observation.source.quote.replacing("|", with: " ")
        .split(separator: " ").joined(separator: " ")
      self.observation = plain
    }
  }

  private static func statements(_ url: URL, _ reader: DocumentReader) throws -> [Statement: Int] {
    let extractor = ObservationExtractor(catalogue: try Catalogue.builtIn())
    let found = extractor.observations(in: try reader.read(url.path))
    return Dictionary(found.map { (Statement($0), 1) }, uniquingKeysWith: +)
  }

  @Test(arguments: ["pdf", "docx", "html"])
  func theObservationsAreThoseOfTheText(_ suffix: String) throws {
    let reader = DocumentReader()
    var (same, wanted, got) = (0, 0, 0)
    for text in Self.documents {
      let name = text.deletingPathExtension().lastPathComponent
      let rendered = Self.tests.appendingPathComponent("Rendered/\(name).\(suffix)")
      let left = try Self.statements(text, reader)
      let right = try Self.statements(rendered, reader)
      same += left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
      wanted += left.values.reduce(0, +)
      got += right.values.reduce(0, +)
    }
    #expect(Self.documents.count >= 12)
    #expect(wanted > 500)
    #expect(Double(same) >= 0.99 * Double(max(wanted, got)), "\(same) of \(wanted), \(got) found")
  }

  @Test func everyQuoteHasItsPageAndPlace() throws {
    let extractor = ObservationExtractor(catalogue: try Catalogue.builtIn())
    let reader = DocumentReader()
    var pages: Set<Int> = []
    for text in Self.documents {
      let name = text.deletingPathExtension().lastPathComponent
      let source = try reader.read(
        Self.tests.appendingPathComponent("Rendered/\(name).pdf").path
      )
      let count = try #require(source.layout).pageCount
      for observation in extractor.observations(in: source) {
        let page = try #require(observation.source.page)
        #expect((1...count).contains(page))
        pages.insert(page)
        let boxes = try #require(observation.source.boxes)
        #expect(boxes.first?.page == page)
        #expect(boxes.allSatisfy { $0.xMin < $0.xMax && $0.yMin < $0.yMax && $0.xMin > 0 })
      }
    }
    #expect(pages.count > 2)
  }

  @Test func furnitureIsKeptButInNoSentence() throws {
    let source = try DocumentReader().read(
      Self.tests.appendingPathComponent("Rendered/2016-05-19-tertialrapport-1.pdf").path
    )
    let furniture = try #require(source.furniture).map {
      String(decoding: source.utf8[$0], as: UTF8.self)
    }
    #expect(furniture.contains { $0.hasPrefix("Justerandes sign Sida 1 (") })
    let clean = CleanText(source)
    for block in clean.blocks {
      #expect(!clean.folded(block.range).contains("Justerandes sign"))
    }
    // broken by a page in the middle of a word
    #expect(clean.blocks.contains { clean.folded($0.range).contains("från arbetsmarknaden.") })
  }
}
