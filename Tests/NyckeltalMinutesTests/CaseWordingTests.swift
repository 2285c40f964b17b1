import NyckeltalMinutes
import NyckeltalModel
import Testing

/// Faults that were found on real pages, each in two further wordings.
struct CaseWordingTests {
  private func parts(_ text: String) throws -> [String] { try LayoutKindTests().parts(text) }

  private static let head = "Arbetsmarknadsnämnden i Sjövik, protokoll 2022-09-20\n\n"

  @Test(
    "A list of what is attached ends where text, a bullet or a heading begins",
    arguments: [
      // bullets
      (
        " • Antalet inskrivna var 388 i augusti månad.\n\n  Handlingar\n\n • Omkring 250 unga fick feriejobb i somras.\n",
        ["Antalet inskrivna var", "Omkring 250 unga"]
      ),
      (
        " • Nämnden får 3 miljoner kronor till komvux.\n\n  Beslutet skickas till\n\n • Kön till sfi var 65 personer lång.\n\n • I augusti fick 410 hushåll stöd.\n",
        ["Nämnden får 3", "Kön till sfi", "I augusti fick"]
      ),
      // an unknown heading after the documents
      (
        "§ 7 Sfi\n\nHandlingar i ärendet\n\nTjänsteskrivelse 2022-09-02\n\nKonsekvenser för budgeten\n\nUndervisningen kostar 4 mnkr under 2022.\n",
        ["Undervisningen kostar 4"]
      ),
      (
        "§ 9 Komvux\n\nBilagor\n\nStatistik.pdf\n\nKommentar till utfallet\n\nAntalet elever blev 340 under våren.\n",
        ["Antalet elever blev"]
      ),
    ]
  )
  func lists(_ text: String, _ expected: [String]) throws {
    let found = try parts(Self.head + text).compactMap {
      $0.split(separator: ": ").last.map(String.init)
    }
    #expect(found == expected)
  }

  @Test(
    "A statement in the paragraph that introduces it",
    arguments: [
      (
        "§ 7 Läget\n\nSärskilt yttrande\n\nEva Ek (V) lämnade följande särskilda yttrande. Antalet inskrivna har sjunkit till 288 i år.\n",
        "7 specialStatement V: Antalet inskrivna har"
      ),
      (
        "§ 7 Läget\n\nErsättaryttrande\nBo Al (KD) lämnade följande ersättaryttrande: Bara 96 unga fick jobb i fjol.\n",
        "7 deputyStatement KD: Bara 96 unga"
      ),
      (
        "§ 7 Läget\n\nReservation\nEva Ek (M) och Bo Al (L) reserverade sig mot beslutet enligt följande:\nKön till sfi är 140 personer lång.\n",
        "7 reservation M,L: Kön till sfi"
      ),
      (
        "§ 7 Läget\n\nReservationer\n\nBo Al (SD) reserverar sig mot beslutet med motiveringen: Kostnaden blev 9 miljoner i fjol.\n",
        "7 reservation SD: Kostnaden blev 9"
      ),
    ]
  )
  func statements(_ text: String, _ expected: String) throws {
    #expect(try parts(Self.head + text).last == expected)
  }

  @Test(
    "A statement ends with the bullet that it stands under",
    arguments: [
      (
        " • Antalet inskrivna var 388 i augusti.\n\n  Reservation\n\n  Eva Ek (L) reserverade sig mot beslutet.\n\n  Insatserna når alldeles för få unga.\n\n • Förvaltningen redovisar att 250 unga fick feriejobb.\n",
        "– – : Förvaltningen redovisar att"
      ),
      (
        " • § 11\n\n  Lägesrapport\n\n  Antalet inskrivna var 388 i augusti.\n\n  Särskilt uttalande\n\n  Bo Al (S) lämnade följande särskilda uttalande.\n\n  Insatserna når alldeles för få unga.\n\n • § 12\n\n  Feriejobb\n\n  Omkring 250 unga fick feriejobb i somras.\n",
        "12 matter : Omkring 250 unga"
      ),
    ]
  )
  func bullets(_ text: String, _ expected: String) throws {
    #expect(try parts(Self.head + text).last == expected)
  }

  @Test(
    "Who writes a letter, never whom it is to",
    arguments: [
      ("Motion 2011/12:8 av Eva Ek (fp)", "FP"),
      ("Skriftlig fråga 2013/14:5 av Ek, Eva (mp)\n\ntill statsrådet Bo Al (M)", "MP"),
      ("Interpellation till kommunalrådet Bo Al (S) om feriejobb\n\nav Eva Ek (C)", "C"),
      ("Motion om feriejobb\n\nCenterpartiet Sjövik föreslår\n\natt alla unga får frågan", "C"),
    ]
  )
  func letters(_ head: String, _ party: String) throws {
    let text = "\(head)\n\nI april fick 96 unga inget svar alls på sin ansökan om feriejobb.\n"
    let sections = try minutes(text).items[0].sections
    #expect(sections.last?.kind == .letter)
    #expect(sections.last?.speakers.compactMap(\.party) == [party])
  }

  @Test(
    "The reference of an item is its own, not one in its title",
    arguments: [
      (
        "§ 3 Yttrande över motion om pendling (Dnr KS 2022/0210)\n\nDnr AMN 2022/0077-1.5\n\nÄrendet\n\nI april fick 96 unga jobb.\n",
        "AMN 2022/0077-1.5"
      ),
      (
        "§ 5 Svar på remiss (KS 2021/33)\nDiarienummer: AVN 2021/412\n\nSammanfattning\n\nI april fick 96 unga jobb.\n",
        "AVN 2021/412"
      ),
    ]
  )
  func references(_ text: String, _ reference: String) throws {
    #expect(try minutes(Self.head + text).items.last?.reference == reference)
  }

  @Test(
    "The title of a letter is what it is about, not where and when it was signed",
    arguments: [
      (
        "Interpellation till nämndens ordförande Eva Ek (L) angående feriejobb i Sjövik\n\nI april fick 96 unga jobb.\n\nSjövik 2015-05-04\n\nBo Al (S)\n",
        "Interpellation till nämndens ordförande Eva Ek (L) angående feriejobb i Sjövik"
      ),
      (
        "Motion om fler platser i arbetsträning\n\nI april fick 96 unga jobb.\n\nSjövik den 4 maj 2015\n\nBo Al (S)\n",
        "Motion om fler platser i arbetsträning"
      ),
    ]
  )
  func titles(_ text: String, _ title: String) throws {
    #expect(try minutes(text).items[0].title == title)
  }
}
