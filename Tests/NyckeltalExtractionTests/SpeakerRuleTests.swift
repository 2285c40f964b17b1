import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// Who states a figure, sentence by sentence.
struct SpeakerRuleTests {
  private func spoken(_ text: String) throws -> [String] {
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    return try SentenceRuleTests.extractor.get().observations(in: source).map { observation in
      let value = observation.value.map(JSONText.digits) ?? "–"
      let parties = observation.source.speakers.compactMap(\.party).joined(separator: " ")
      return "\(value) \(parties)"
    }
  }

  @Test(
    "A proposal carries those who move it, and nobody else's",
    arguments: [
      ("Ledamoten Bo Alm (S) yrkade att nämnden avsätter 2 miljoner kronor till sommarjobb.", "S"),
      (
        "Bo Alm (s) och Eva Rask (v) föreslår att 2 miljoner kronor avsätts till sommarjobb.", "S V"
      ),
      ("V och MP vill avsätta 2 miljoner kronor till sommarjobb.", "V MP"),
      ("Vänsterpartiet yrkar att nämnden avsätter 2 miljoner kronor till sommarjobb.", "V"),
      (
        "Bo Alm (S), med instämmande av Eva Rask (V), begär 2 miljoner kronor till sommarjobb.",
        "S V"
      ),
      ("Bo Alm (S): Avsätt 2 miljoner kronor till sommarjobb.", "S"),
      ("Kontoret föreslår 2 miljoner kronor till sommarjobb.", ""),
    ]
  )
  func movers(_ sentence: String, _ parties: String) throws {
    let found = try spoken("§ 4 Feriejobb\n\nFörslag till beslut\n\n\(sentence)\n")
    #expect(found == ["2000000 \(parties)"])
  }

  @Test func whatFollowsIsNotTheMovers() throws {
    let text = """
      § 4 Feriejobb

      Ärendet

      Bo Alm (S) yrkar avslag. Han påpekar att 210 unga fick sommarjobb i fjol. I år söker 300 unga \
      sommarjobb.
      """
    #expect(try spoken(text) == ["210 S", "300 "])
  }

  @Test func aListCarriesWhoMovesIt() throws {
    let text = """
      § 4 Feriejobb

      Överläggning

      Eva Rask (M) yrkar att nämnden beslutar följande:

      • Nämnden avsätter 2 miljoner kronor till sommarjobb.

      Antalet sökande till sommarjobb är 300.
      """
    #expect(try spoken(text) == ["2000000 M", "300 "])
  }

  @Test(
    "Who is quoted in a text for the press",
    arguments: [
      "Kommunalrådet Bo Alm (S) är nöjd.\n\n– I fjol fick 210 unga sommarjobb, säger Bo Alm.",
      "– I fjol fick 210 unga sommarjobb, säger kommunalrådet Bo Alm (S).",
      "Bo Alm (S);\n– I fjol fick 210 unga sommarjobb.",
      "Oppositionsrådet Bo Alm (S) är inte nöjd.\n– I fjol fick 210 unga sommarjobb.",
      "Kommunalrådet Bo Alm (S) är nöjd.\n– I fjol fick 210 unga sommarjobb, säger han.",
    ]
  )
  func quoted(_ words: String) throws {
    let text = "Fler unga i arbete\n\nPressmeddelande 2023-05-16\n\n\(words)\n"
    #expect(try spoken(text) == ["210 S"])
  }

  @Test func aPartyWithAColon() throws {
    let text = """
      Så svarar partierna

      Hur många ska få sommarjobb?

      Moderaterna: I år fick 175 unga sommarjobb, och det är lagom.

      Vänsterpartiet: Det finns 420 unga som söker sommarjobb.
      """
    #expect(try spoken(text).suffix(2) == ["175 M", "420 V"])
  }

  @Test(
    "What the authors of a matter say in it",
    arguments: [
      ("I motionen föreslås 300 platser i sommarjobb.", ["300 C"]),
      ("Motionären räknar med 300 platser i sommarjobb.", ["300 C"]),
      ("Kontoret räknar med 300 platser i sommarjobb.", ["300 "]),
    ]
  )
  func authors(_ sentence: String, _ expected: [String]) throws {
    let text = "§ 4 Utlåtande om motion av Bo Alm (C) om jobben\n\nÄrendet\n\n\(sentence)\n"
    #expect(try spoken(text) == expected)
  }

  @Test func anAnswerIsNotTheAskers() throws {
    let text = """
      § 4 Utvärdering av feriejobben

      Bo Alm (C) frågar hur många unga som fick sommarjobb.
      Svar: 210 unga fick sommarjobb.
      """
    #expect(try spoken(text) == ["– C", "210 "])
  }

  @Test func aPartysOwnPressText() throws {
    let text = """
      Pressmeddelande från Centerpartiet i Ekvik

      Fler platser

      Centerpartiet avsätter 2 miljoner kronor till sommarjobb. I fjol fick 210 unga sommarjobb. Vi \
      vill att 300 unga får sommarjobb.
      """
    #expect(try spoken(text) == ["2000000 C", "210 ", "300 C"])
  }
}
