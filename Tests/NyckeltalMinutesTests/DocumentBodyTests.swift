import NyckeltalMinutes
import Testing

struct DocumentBodyTests {
  @Test(arguments: [
    ("Arbetsmarknadsnämnden i Ekvik, protokoll 2023-05-16", "Arbetsmarknadsnämnden, Ekvik"),
    (
      "EKVIKS KOMMUN\n\nArbetsmarknads- och socialnämnden\n\nProtokoll 2023-05-16",
      "Arbetsmarknads- och socialnämnden, Ekviks kommun"
    ),
    (
      "Norrby stad\n\nSammanträde med arbetsmarknadsnämnden 2023-05-16",
      "Arbetsmarknadsnämnden, Norrby stad"
    ),
    ("Kommunstyrelsens arbetsutskott\n\nProtokoll 2023-05-16", "Kommunstyrelsens arbetsutskott"),
    (
      "Nämnden för arbetsmarknad och vuxenutbildning\n\nSjöviks kommun",
      "Nämnden för arbetsmarknad och vuxenutbildning, Sjöviks kommun"
    ),
    ("Protokoll från arbetsmarknadsnämndens möte", "Arbetsmarknadsnämnden"),
    ("Start > Ekviks stad > Norra stadsdelsnämnden", "Norra stadsdelsnämnden, Ekviks stad"),
    ("Rapport 2023\n\nTill arbetsmarknadsnämnden", nil),
    ("Årsrapport 2023\n\nLänsstyrelsen i Ekvik", nil),
    ("Motion till kommunfullmäktige i Ekvik av Bo Alm (S)", nil),
  ])
  func isReadFromTheHead(_ head: String, _ body: String?) throws {
    let minutes = try minutes(head + "\n\n§ 1\n\nFeriejobb\n\nAntalet platser är 40.\n")
    let letter = try self.letter(head)
    #expect((head.hasPrefix("Motion") ? letter : minutes.body) == body)
  }

  private func letter(_ head: String) throws -> String? {
    try minutes(head + "\n\nHur många platser finns?\n").body
  }
}
