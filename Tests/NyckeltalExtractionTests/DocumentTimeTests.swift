import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// What time a document's statements are of, by its head and its end.
struct DocumentTimeTests {
  @Test("A budget for the coming years is written in this one")
  func plan() throws {
    let text = """
      Norrby kommun
      Nämnden för arbete 2022-10-04

      Mål och budget 2023–2024

      Förra året fick 212 unga sommarjobb. Sjukfrånvaron är 6,8 procent.
      """
    #expect(try read(text) == ["212 2021", "6.8 2022"])
  }

  @Test("Dates that head columns do not date the report; a place and a date at its end do")
  func dates() throws {
    let text = """
      Granskning av feriejobb

                          2018-08-31    2019-08-31
      Sommarjobbare              210           240

      Nu har 31 av platserna ett språkstöd.

      Norrby den 12 december 2019

      Ulla Ek
      """
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    let found = try SentenceRuleTests.extractor.get().observations(in: source)
    #expect(found.allSatisfy { $0.source.date == "2019-12-12" })
    #expect(!found.isEmpty)
  }

  private func read(_ text: String) throws -> [String] {
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    return try SentenceRuleTests.extractor.get().observations(in: source).map {
      "\($0.value.map { "\($0)" }?.replacing(".0", with: "") ?? "–") \($0.period?.description ?? "–")"
    }
  }
}
