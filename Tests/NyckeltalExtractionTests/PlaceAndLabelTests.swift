import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// Whose document it is, what else a figure is about, and what the text calls what it counts.
struct PlaceAndLabelTests {
  private func read(_ body: String) throws -> [Observation] {
    let text =
      "Arbetsmarknadsnämnden i Ekvik\n\nProtokoll 2023-05-16\n\n§ 4 Lägesrapport\n\n\(body)\n"
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    return try SentenceRuleTests.extractor.get().observations(in: source)
  }

  @Test(arguments: [
    ("Arbetslösheten var 6,1 procent. I riket var den 7,4 procent.", ["-", "riket"]),
    ("Arbetslösheten i länet uppgick till 6,8 procent under 2022.", ["länet"]),
    ("Rikets arbetslöshet var 7,4 procent, kommunens 6,1 procent.", ["Rikets", "-"]),
    ("Arbetslösheten var 6,1 procent, vilket är lägre än i riket.", ["-"]),
    ("Av de arbetslösa är 40 procent födda utanför Sverige.", ["-"]),
    (
      "I mars låg arbetslösheten i Ekvik på 14 procent, Norrby på 12 procent och Sjövik på 9 procent.",
      ["-", "Norrby", "Sjövik"]
    ),
  ])
  func about(_ body: String, _ expected: [String]) throws {
    #expect(try read(body).filter(\.kind.isFigure).map { $0.about ?? "-" } == expected)
  }

  @Test(arguments: [
    ("Antalet aspiranter var 410.", "Antalet aspiranter"),
    ("Hittills har 512 unga sökt sommarjobb.", "unga"),
    (
      "Sjukfrånvaron bland medarbetarna uppgick till 6,8 procent.",
      "Sjukfrånvaron bland medarbetarna"
    ),
    ("Under året sökte 8 procent av de arbetslösa ett sommarjobb.", nil),
  ])
  func label(_ body: String, _ expected: String?) throws {
    #expect(try read(body).first?.label == expected)
  }

  @Test func body() throws {
    let found = try read("Antalet aspiranter var 410.")
    let body = try #require(found.first?.body)
    #expect(body.contains("Arbetsmarknadsnämnden") && body.contains("Ekvik"))
  }
}
