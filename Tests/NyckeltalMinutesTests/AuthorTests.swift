import NyckeltalMinutes
import NyckeltalModel
import Testing

/// Who writes a letter, has the floor, or signs.
struct AuthorTests {
  @Test(arguments: [
    ("Interpellation 2009/10:77 av Bo Alm (s)", "Bo Alm S"),
    (
      "Fler i arbete\n\nInterpellation 2010/11:77 av Alm, Bo (S)\n\nav Bo Alm (S)\n\ntill arbetsmarknadsminister Eva Rask (M)",
      "Bo Alm S"
    ),
    (
      "Skriftlig fråga 2020/21:6 av von Ax, Ida (kd)\n\nIda von Ax (kd)\n\ntill Statsrådet Eva Rask (M)",
      "Ida von Ax KD"
    ),
    ("Fråga 2004/05:9\n\nav Bo Alm (fp) till finansminister Eva Rask om jobben", "Bo Alm FP"),
    ("Motion av Bo Alm och Ida Lund (båda V) om feriejobb", "Bo Alm V, Ida Lund V"),
    ("Skrivelse från Bo Alm m.fl. (mp)", "Bo Alm MP"),
    ("Interpellation till kommunstyrelsens ordförande Eva Rask (M)", ""),
    ("av Bo Alm (S)\ntill arbetsmarknadsminister Eva Rask (L)", "Bo Alm S"),
  ])
  func ofALetter(_ head: String, _ authors: String) throws {
    let minutes = try minutes(head + "\n\nArbetslösheten var 9 procent i april 2010.\n")
    let section = try #require(minutes.items.first?.sections.last)
    #expect(minutes.genre == .letter)
    #expect(names(section.speakers) == authors)
  }

  @Test(arguments: [
    (
      "Vänsterpartiet Ekvik yrkar\n\natt kommunen frågar alla förvaltningar, bolag och föreningar som finns i kommunen vilka uppgifter de kan lämna över till unga som inte fyllt arton år.",
      "Vänsterpartiet V"
    ),
    ("Därför föreslår Centerpartiet att platserna blir fler.", "Centerpartiet C"),
    ("För oss socialdemokrater är jobben viktigast.", "Socialdemokraterna S"),
    ("Vi i Miljöpartiet vill se fler platser.", "Miljöpartiet MP"),
    ("Platserna måste bli fler.", ""),
  ])
  func aPartyThatMoves(_ words: String, _ authors: String) throws {
    let minutes = try minutes(
      "Motion om feriejobb\n\nI fjol fick 120 unga sommarjobb.\n\n\(words)\n"
    )
    #expect(names(minutes.items.first?.authors ?? []) == authors)
  }

  @Test func aQuestionAboveItsDebate() throws {
    let minutes = try minutes(
      """
      Fler i arbete

      Interpellation 2016/17:19 av Bo Alm (M)

      till statsrådet Eva Rask (S)

      Arbetslösheten var 9 procent i april.

      Debatt

      Anf. 1 Statsrådet Eva Rask (S)

      Herr talman! Den är 8 procent nu.
      """
    )
    let sections = minutes.items[0].sections
    #expect(sections.map(\.kind) == [.letter, nil])
    #expect(sections.map { names($0.speakers) } == ["Bo Alm M", "Eva Rask S"])
  }

  @Test(arguments: [
    "Anf. 22 Statsrådet Eva Rask (M)\n\nFru talman! Det är 40 platser.",
    "Anf.  22  Statsrådet EVA RASK (M):\n\nFru talman! Det är 40 platser.",
    "Anf. 22 EVA RASK (m): Fru talman! Det är 40 platser.",
  ])
  func aSpeech(_ speech: String) throws {
    let minutes = try minutes("Debatt om jobben\n\n\(speech)\n\nAnf. 23 BO ALM (S):\n\nNej.\n")
    #expect(minutes.genre == .debate)
    let speeches = minutes.items.flatMap(\.sections).filter { !$0.speakers.isEmpty }
    #expect(speeches.map { names($0.speakers) } == ["Eva Rask M", "Bo Alm S"])
  }

  @Test(arguments: [
    ("Bo Alm, Vänsterpartiet Ekvik", "Bo Alm V"), ("Bo Alm (L)\nGruppledare", "Bo Alm L"),
    ("Moderaterna i Ekvik", "Moderaterna M"), ("Bo Alm, lärare", ""),
  ])
  func aBlog(_ signature: String, _ authors: String) throws {
    let minutes = try minutes(
      "Räkna om\n\nKostnaden har sjunkit sedan 2013. I fjol fick 812 hushåll stöd.\n\n\(signature)\n"
    )
    #expect(names(minutes.items.first?.sections.first?.speakers ?? []) == authors)
  }

  private func names(_ speakers: [Speaker]) -> String {
    speakers.map { "\($0.name) \($0.party ?? "–")" }.joined(separator: ", ")
  }
}
