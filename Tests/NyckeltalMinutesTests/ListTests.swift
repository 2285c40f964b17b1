import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

/// Lists that are left out end where the text goes on.
struct ListTests {
  @Test(arguments: [
    "Bilagor\n\n • Rapport.pdf\n\n • Cirka 300 unga har sökt sommarjobb.",
    "Handlingar\n\nTjänsteskrivelse 2023-05-02\n\nUnga i kommunen\n\nCirka 300 unga har sökt.",
    "Beslutsunderlag\n\nTjänsteutlåtande\n\nEkonomiska konsekvenser\n\nJobben kostar 2 mnkr i år.",
    "Beslutet skickas till:\n\nKommunstyrelsen\nRevisionen\n\nI mars var 300 unga inskrivna.",
    "Sändlista\n\nKommunstyrelsen\n\n# Rapport\n\nAntalet platser är 300.",
    "Närvarande\n\nBo Alm (S), ordförande\nEva Rask (M)\n\nAntalet platser är 300 i år.",
    "Delges\n\nSocialchefen\n\nKön är nu nere i 300 personer.",
    "Bilaga\n\nTabell 2\n\nNämnden avsätter 300 platser.",
  ])
  func endsWithProse(_ body: String) throws {
    let minutes = try minutes("Protokoll 2023-05-16\n\n§ 4 Feriejobb\n\n\(body)\n")
    let last = try #require(minutes.items.last?.sections.last?.passages.last)
    let line = minutes.text.folded(last.range)
    #expect(line.contains("300") || line.contains("2 mnkr"))
    #expect(minutes.blockRoles.contains { if case .leftOut = $0 { true } else { false } })
  }

  @Test("The heading above the prose that ends a list is kept")
  func headingBelowAList() throws {
    let minutes = try minutes(
      "§ 4 Feriejobb\n\nBeslutsunderlag\n\nTjänsteutlåtande\n\nUnga i arbete\n\nDet var 300 unga.\n"
    )
    let passages = minutes.items[0].sections.flatMap(\.passages)
    #expect(
      passages.map { minutes.text.folded($0.range) } == ["Unga i arbete", "Det var 300 unga."]
    )
  }

  @Test(
    "What heads no list is text",
    arguments: [
      "Handlingarna visar att 300 unga sökt.", "Bilaga 2", "Närvarande var 12 aspiranter i mars.",
    ]
  )
  func noList(_ line: String) throws {
    let minutes = try minutes("§ 4 Feriejobb\n\n\(line)\n\nText följer här.\n")
    #expect(minutes.items[0].sections.flatMap(\.passages).count == 2)
  }
}

/// Who makes a statement, and where it begins and ends.
struct StatementTests {
  @Test(arguments: [
    (
      "Särskilt uttalande\n\nLedamoten Bo Alm (S) lämnade följande särskilda uttalande. Det blir 304.",
      "specialStatement S: Det blir 304."
    ),
    (
      "Särskilt yttrande\n\nEva Rask (V) lämnar ett särskilt yttrande. Det blir 304.",
      "specialStatement V: Det blir 304."
    ),
    (
      "Protokollsanteckning\n\nBo Alm (s) lämnar följande anteckning: Det blir 304.",
      "specialStatement S: Det blir 304."
    ),
    (
      "Reservation\nBo Alm (S) och Eva Rask (V) reserverade sig mot beslutet med följande motivering:\nDet blir 304.",
      "reservation S V: Det blir 304."
    ),
    (
      "Reservation\n\nBo Alm (kd) reserverar sig och anför\n\nDet blir 304.",
      "reservation KD: Det blir 304."
    ),
    (
      "Reservation\n\nBo Alm (S) reserverar sig då 300 unga har sökt.",
      "reservation S: Bo Alm (S) reserverar sig då 300 unga har sökt."
    ),
    (
      "Reservation\n\nBo Alm (S) lämnade följande reservation: Det blir 304. Eva Rask (V) lämnade följande särskilda uttalande: Det blir 12.",
      "reservation S: Det blir 304. / specialStatement V: Det blir 12."
    ),
    (
      "Särskilt uttalande\n\nBo Alm (S) lämnade följande särskilda uttalande.\n\nDet blir 304.\n\nEva Rask (V) lämnade följande särskilda uttalande.\n\nDet blir 12.",
      "specialStatement S: Det blir 304. / specialStatement V: Det blir 12."
    ),
  ])
  func statement(_ body: String, _ expected: String) throws {
    let minutes = try minutes(
      "Protokoll 2023-05-16\n\n§ 4 Feriejobb\n\n\(body)\n\n§ 5 Övrigt\n\nInget.\n"
    )
    let item = try #require(minutes.items.first { $0.number == "4" })
    let found = item.sections.map { section in
      let who = section.speakers.compactMap(\.party).joined(separator: " ")
      let what = section.passages.map { minutes.text.folded($0.range) }.joined(separator: " ")
      return "\(section.kind?.rawValue ?? "–") \(who): \(what)"
    }
    #expect(found.joined(separator: " / ") == expected)
    #expect(minutes.items.last?.sections.flatMap(\.speakers).isEmpty == true)
  }
}

/// The document's own date.
struct DocumentDateTests {
  @Test(arguments: [
    ("Protokoll\n\nSammanträdesdatum 2023-05-16\n\nJustering 2023-05-23", "2023-05-16"),
    ("Protokollet justerat 2023-05-23\n\nSammanträde den 16 maj 2023", "2023-05-16"),
    (
      "Justeringens plats och tid\n\nKommunhuset 2023-05-23\n\nArbetsmarknadsnämnden 2023-05-16",
      "2023-05-16"
    ),
    ("Rapport\n\nSista svarsdatum 2023-09-01\n\nEkvik 2023-05-16", "2023-05-16"),
    ("Möte den 230516", "2023-05-16"),
    ("Tisdagen den 16:e maj 2023", "2023-05-16"),
    ("Protokoll 20230516", "2023-05-16"),
    ("Nästa möte 2023-06-20", nil),
    ("tisdag, maj 16, 2023", "2023-05-16"),
  ])
  func isReadFromTheHead(_ head: String, _ date: String?) throws {
    let minutes = try minutes(head + "\n\n§ 4 Feriejobb\n\nAntalet platser är 40.\n")
    #expect(minutes.date?.description == date)
  }

  @Test func aFileNameIsTheLastResort() throws {
    let text = Array("§ 4 Feriejobb\n\nAntalet platser är 40.\n".utf8)
    let minutes = Minutes(try SourceText(name: "Protokoll 2023-05-16.txt", bytes: text))
    #expect(minutes.date?.description == "2023-05-16")
    #expect(minutes.dateOrigin == .fileName)
    #expect(minutes.structure.hasPrefix("minutes · 2023-05-16 (from the file's name)"))
  }

  @Test(arguments: [
    "Inlämnad: 2010-10-07 Anmäld: 2010-10-12 Besvarad: 2010-10-26",
    "Inlämnad\n2010-10-07\nBesvarad\n2010-10-26", "Inlämnad: 2010-10-07\n\nBesvarad: 2010-10-26",
  ])
  func aLettersDateIsThatOfHandingIn(_ events: String) throws {
    let minutes = try minutes(
      "Interpellation 2010/11:2 av Bo Alm (S)\n\nArbetslösheten var 9 procent i april.\n\nHändelser\n\n\(events)\n"
    )
    #expect(minutes.date?.description == "2010-10-07")
  }
}
