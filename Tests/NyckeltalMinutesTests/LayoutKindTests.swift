import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

/// Kinds of layout that minutes and what members write are found in, each with its parts as they are
/// read: item, section, parties, and how the text begins.
struct LayoutKindTests {
  /// "§ 4 matter S: I mars …" for each part with text.
  func parts(_ text: String) throws -> [String] {
    let document = try minutes(text)
    var parts: [String] = []
    for item in document.items {
      for section in item.sections {
        let texts = section.passages.compactMap { passage in
          if case .paragraph(let range) = passage, range.count > 24 { range } else { nil }
        }
        guard let text = texts.first else { continue }
        let kind = section.kind?.rawValue ?? "–"
        let parties = section.speakers.compactMap(\.party).joined(separator: ",")
        let words = document.text.folded(text).split(separator: " ").prefix(3)
        parts.append(
          "\(item.number ?? "–") \(kind) \(parties): \(words.joined(separator: " "))"
        )
      }
    }
    return parts
  }

  static let long =
    "Under våren har förvaltningen följt upp alla insatser, och antalet inskrivna var 412 i april, medan 95 hade gått vidare till arbete eller studier."

  @Test(
    "Headings right above text that stands on one line a paragraph",
    arguments: [
      (
        "Nämnden i Ekvik\nProtokoll 2021-05-19\n\n§ 4 Läget i maj\n\(long)\n\n§ 5 Feriejobb\nNämnden antar planen med 300 platser.\nSommaren före hade nämnden 240 feriejobb åt unga.\nSärskilt uttalande\nEva Ek (V): Var tredje sökande fick nej i fjol.\n",
        [
          "4 matter : Under våren har", "5 decision : Nämnden antar planen",
          "5 matter : Sommaren före hade", "5 specialStatement V: Eva Ek (V):",
        ]
      ),
      (
        "Nämnd: Arbetsmarknadsnämnden\nKommun: Ekvik\nDatum: 2020-12-09\nAMN § 44 Sfi i siffror\nBeslut: Uppföljningen godkänns av nämnden.\n\n\(long)\n\nReservation, S och V\nKommunen lägger 13 miljoner på sfi.\n",
        [
          "44 decision : Uppföljningen godkänns av", "44 matter : Under våren har",
          "44 reservation S,V: Kommunen lägger 13",
        ]
      ),
      (
        "Nämnden för jobb, Ekvik\n2018-03-20\n§ 7 | Initiativ om bidrag\nBeslut | Initiativet avslås av nämnden.\nReservation (C, M) | Kommunen kunde ha sparat 2 miljoner.\n",
        ["7 decision : Initiativet avslås av", "7 reservation C,M: Kommunen kunde ha"]
      ),
    ]
  )
  func headings(_ text: String, _ expected: [String]) throws {
    #expect(try parts(text) == expected)
  }

  @Test(
    "The number of the item that an extract or a statement belongs to",
    arguments: [
      ("Ekviks nämnd\nProtokollsutdrag § 27/23\n2023-03-15\n\nLäget\n\n\(long)\n", "27"),
      (
        "Nämnden i Ekvik\n2021-09-08\nParagraf 58\nSvar på initiativ\n\n\(long)\n", "58"
      ),
      ("Nämnden i Ekvik\n\nProtokoll 2013-10-16\n\n§ 88 forts.\n\n\(long)\n", "88"),
      (
        "Särskilt yttrande, nämnden i Ekvik 2013-11-27, ärende 6 Plan 2014\n\n\(long)\n\nEva Ek (S)\n",
        "6"
      ),
      ("Verksamhetsplan 2012\n\nBilaga till § 4, 2011-12-15\n\n\(long)\n", nil),
      ("Budget 2016\n\nAntagen av nämnden den 24 september 2015 § 101\n\n\(long)\n", nil),
      ("Redovisning av extratjänster\n\nEkvik (KF § 88/2017), 2018-11-29\n\n\(long)\n", nil),
      (
        "Ekviks nämnd\n2004-03-25\n\n8. Bokslut 2003\n\n\(long)\n\nNämnden beslutar godkänna bokslutet.\n",
        "8"
      ),
      (
        "Protokoll\n\nNämnden i Ekvik\n\n**14. Skrivelse om jobb**\n\nNämnden beslutar.\n\n\(long)\n",
        "14"
      ),
    ]
  )
  func numbers(_ text: String, _ number: String?) throws {
    #expect(try minutes(text).items.last?.number == number)
  }

  @Test(
    "A statement that stands alone, and who makes it",
    arguments: [
      (
        "Centerpartiets reservation mot budgeten\n\nEkviks nämnd 2021-04-21, ärende 4\n\n\(long)\n",
        "4 reservation C: Under våren har"
      ),
      (
        "Gemensam reservation\nEkviks nämnd 2021-04-21, ärende 4\n\nVi, Eva Ek (C) och Bo Al (L), reserverar oss mot att avsluta avtalet. Priset per avslut är 41 000 kronor.\n",
        "4 reservation C,L: Priset per avslut"
      ),
      (
        "Budgetreservation i nämnden, Ekvik 2008-11-19\n\n\(long)\n\nEva Ek, folkpartist\n",
        "– reservation FP: Under våren har"
      ),
    ]
  )
  func statements(_ text: String, _ expected: String) throws {
    #expect(try parts(text).last == expected)
  }

  @Test(
    "Who writes, by how the text is signed",
    arguments: [
      ("Eva Ek, liberal ledamot i socialnämnden", "Eva Ek L"),
      ("Eva Ek\n\nKommunalråd (M) för jobb", "Eva Ek M"),
      ("/ Eva Ek\n\nVänsterpartiet Ekvik", "Eva Ek V"),
      ("Eva Ek, ordf.\n\nVänsterpartiet Ekvik", "Eva Ek V"),
      ("Eva Ek – S", "Eva Ek S"),
    ]
  )
  func signatures(_ signature: String, _ author: String) throws {
    let text = "DEBATT\n\nFler behöver jobb\n\n\(Self.long)\n\n\(signature)\n"
    let speakers = try minutes(text).items[0].authors
    #expect(speakers.map { "\($0.name) \($0.party ?? "–")" } == [author])
  }

  @Test("Who is said to write an opinion at its head")
  func presentedWriter() throws {
    let text =
      "Insändare\n\nFärre får stöd, men till ett högt pris, skriver Eva Ek (V).\n\n\(Self.long)\n"
    #expect(try minutes(text).items[0].authors.map(\.name) == ["Eva Ek"])
  }

  @Test(
    "A letter is known by what it is called or whom it is to, an opinion is none",
    arguments: [
      ("Fler feriejobb – interpellation till kommunalrådet", SectionKind.letter),
      ("Nämndinitiativ om feriejobb", .letter),
      ("Till kommunfullmäktige i Ekvik\n\nVi yrkar att platserna blir fler.", .letter),
      ("Frågan om jobben avgör valet", nil),
      ("Debatt: motionerna som ingen läser", nil),
      ("Interpellationsdebatt om jobben", nil),
      ("Svar på interpellation om jobben", nil),
    ]
  )
  func letters(_ head: String, _ kind: SectionKind?) throws {
    let document = try minutes("\(head)\n\n\(Self.long)\n")
    #expect(document.items[0].sections.last?.kind == kind)
  }

  @Test("A debate without numbers of speeches")
  func debate() throws {
    let text =
      "Debatten om jobben i Ekvik\n\nEVA EK (S)\n\n\(Self.long)\n\nKommunalrådet Bo Al (M):\n\n\(Self.long) Det är fler.\n\nEva Ek (S): \(Self.long)\n\nVi ser fram emot fler platser än 40.\n"
    #expect(
      try parts(text) == [
        "– – S: Under våren har", "– – M: Under våren har",
        "– – S: Under våren har",
      ]
    )
  }

  @Test("Lines of parties' names head what each of them says")
  func parties() throws {
    let text =
      "Inspel inför plan 2024\nEkviks nämnd\n\nLiberalerna\n\nAndelen godkända ska upp till 65 procent.\n\nModeraterna och Centerpartiet\n\nVäntetiden ska ned till 30 dagar i år.\n"
    #expect(
      try parts(text) == [
        "– – L: Andelen godkända ska", "– – M,C: Väntetiden ska ned",
      ]
    )
  }

  @Test("A row of figures between strokes is no trail of a web page")
  func rowsOfFigures() throws {
    let document = try minutes("§ 4 Kostnad\n\n2015 / 611 / 51,9 mkr\n\n2016 / 588 / 50,2 mkr\n")
    #expect(!document.structure.contains("left out"))
  }

  @Test("A paragraph in which somebody reserves themselves is theirs alone")
  func inlineReservation() throws {
    let text =
      "Protokoll 2023-05-16\n\n§ 4 Läget\n\nI mars var 40 unga inskrivna på torget.\n\nEva Ek (V) reserverar sig. Bara 12 av dem fick jobb i år.\n\nFörvaltningen redovisar 30 platser till.\n"
    #expect(
      try parts(text) == [
        "4 matter : I mars var", "4 reservation V: Eva Ek (V)",
        "4 matter : Förvaltningen redovisar 30",
      ]
    )
  }
}
