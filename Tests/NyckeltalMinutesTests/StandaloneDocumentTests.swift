import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

/// Documents that are one statement or letter as a whole.
struct StandaloneDocumentTests {
  @Test(
    "A document that is a statement stays one, whatever matter it names and what heads its parts",
    arguments: [
      ("Reservation", SectionKind.reservation, "reserverar sig mot beslutet."),
      ("Särskilt uttalande", .specialStatement, "lämnar följande särskilda uttalande."),
      ("SKRIFTLIG RESERVATION", .reservation, "reserverar sig till förmån för eget förslag."),
    ]
  )
  func statement(_ heading: String, _ kind: SectionKind, _ verb: String) throws {
    let text = """
      \(heading)
      Fritidsnämnden
      Lillköpings kommun, 4 mars 2016
      Ärende 5, FN-2016/77.110

      Ny simhall

      Centerpartiet och Liberalerna \(verb)

      Bakgrund

      Badet byggdes 1971. Taket läcker.

      Vårt förslag

      1. att taket lagas
      2. att badet får längre öppettider
      """
    let minutes = try minutes(text)
    #expect(minutes.date?.description == "2016-03-04")
    let item = try #require(minutes.items.first)
    #expect(minutes.items.count == 1)
    #expect(item.number == "5")
    #expect(item.reference == "FN-2016/77.110")
    let telling = item.sections.filter { $0.passages.count > 2 }
    #expect(telling.map(\.kind) == [kind])
    #expect(telling.first?.speakers.map(\.party) == ["C", "L"])
  }

  @Test("Who signs a statement makes it, when its head names nobody")
  func signedStatement() throws {
    let text = """
      Reservation
      Fritidsnämnden 2016-03-04

      Vi reserverar oss mot att badet stängs.

      Taket kan lagas för mindre.

      Eva Ek (C)        Bo Al (L)
      """
    let minutes = try minutes(text)
    let section = try #require(minutes.items.first?.sections.last)
    #expect(section.kind == .reservation)
    #expect(section.speakers.map(\.party) == ["C", "L"])
  }

  @Test("A further item ends the statement of the one before")
  func itemsBehind() throws {
    let text = """
      § 4 Ny simhall

      Reservation

      Eva Ek (C) reserverar sig mot beslutet.

      Taket kan lagas.

      Ärende 5

      Ishallen

      Beslut

      Nämnden godkänner planen.
      """
    #expect(try minutes(text).items.map(\.number) == ["4", "5"])
  }

  @Test(
    "A letter is known by its word, spaced out or not",
    arguments: [
      "M O T I O N", "S K R I V E L S E", "I N T E R P E L L A T I O N", "INTERPELLATION",
    ]
  )
  func letters(_ word: String) throws {
    let text = """
      CENTERPARTIET
      Lillköping

      Till kommunfullmäktige


      \(word)


      Laga badets tak

      Taket läcker sedan länge.

      För Centerpartiet

      Eva Ek (C)        Bo Al (C)
      """
    let minutes = try minutes(text)
    #expect(minutes.genre == .letter)
    let item = try #require(minutes.items.first)
    #expect(item.sections.first?.kind == .letter)
    #expect(item.sections.first?.speakers.map(\.name) == ["Eva Ek", "Bo Al"])
  }
}
