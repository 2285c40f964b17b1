import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

func minutes(_ text: String) throws -> Minutes {
  Minutes(try SourceText(name: "t.txt", bytes: Array(text.utf8)))
}

struct SpeakerTests {
  @Test(arguments: [
    (
      "Vice ordföranden Eva Ek m.fl. (S) och ledamoten Bo Al (V) lämnade följande.",
      "Eva Ek S, Bo Al V"
    ),
    ("Eva Ek och Bo Al (båda M) reserverar sig", "Eva Ek M, Bo Al M"),
    ("Tjänstgörande ersättaren Ida von Ax (Fi)", "Ida von Ax Fi"),
    ("Vänsterpartiet lämnar följande yttrande", "Vänsterpartiet V"),
    ("Särskilt uttalande (S) och (MP)", "S S, MP MP"),
    ("Enligt socialtjänstlagen (SoL) och Supported Employment (SE) gäller", ""),
    (
      "Från Åsa Öberg-Ny (KD), Jan A. Berg (L) samt Li Wu (-)",
      "Åsa Öberg-Ny KD, Jan A. Berg L, Li Wu -"
    ),
  ])
  func named(_ text: String, _ expected: String) {
    let found = Speakers.named(in: text).map { "\($0.name) \($0.party ?? "–")" }
    #expect(found.joined(separator: ", ") == expected)
  }
}

struct MinutesTests {
  private let text = """
    Arbetsnämnden
    Protokoll 2016-05-19

    **§ 6****Uppföljning av året**

    AN 2016-0012-1.2

    **Nämndens beslut**

    1. Nämnden godkänner uppföljningen.

    **Ärendet**

    I en skrivelse från Eva Ek (S) frågas om platser.

    Jobb för unga

    Många söker.

    Indikator      Utfall   Mål
    Platser          12      15
    Sökande                  20

    **Särskilt uttalande**

    Bo Al m.fl. (M) och Li Wu (C) lämnade följande särskilda uttalande.

    Det går bra.

    § 7 Övriga frågor
    Inget.
    """

  @Test func structure() throws {
    let minutes = try minutes(text)
    #expect(minutes.genre == .minutes)
    #expect(minutes.date?.description == "2016-05-19")
    let item = try #require(minutes.items.first { $0.number == "6" })
    #expect(item.title == "Uppföljning av året")
    #expect(item.reference == "AN 2016-0012-1.2")
    #expect(item.sections.map(\.kind) == [.decision, .matter, .specialStatement])
    #expect(item.authors == [Speaker(name: "Eva Ek", party: "S")])
    #expect(item.sections[2].speakers.map(\.party) == ["M", "C"])
    #expect(item.sections[2].passages.count == 1)
    #expect(minutes.items.last?.number == "7")
    #expect(minutes.items.last?.title == "Övriga frågor")
    guard case .heading = item.sections[1].passages[1] else {
      Issue.record("a short line without a full stop is a heading")
      return
    }
  }

  @Test func emptyCellsStayEmpty() throws {
    let minutes = try minutes(text)
    let tables = minutes.items.flatMap(\.sections).flatMap(\.passages).compactMap { passage in
      if case .table(let table) = passage { table } else { nil }
    }
    let table = try #require(tables.first)
    #expect(table.header == ["Indikator", "Utfall", "Mål"])
    #expect(
      table.rows.map { $0.cells.map { minutes.text.folded($0) } } == [
        ["Platser", "12", "15"], ["Sökande", "", "20"],
      ]
    )
  }

  /// A row that is wider than any table over very many short ones, with bars and with tabs.
  @Test(arguments: [("|a", "|b"), ("\t", "a\tb")])
  func aWideRowDoesNotWidenAllOthers(_ cell: String, _ row: String) throws {
    let wide = String(repeating: cell, count: 10_000) + row
    let rows = String(repeating: "\n\(row)", count: 10_000)
    let minutes = try minutes("Antal platser\n\n\(wide)\(rows)\n")
    let passages = minutes.items.flatMap(\.sections).flatMap(\.passages)
    let cells = passages.map { passage in
      if case .table(let table) = passage { table.rows.count * table.header.count } else { 1 }
    }
    #expect(cells.reduce(0, +) < 100_000)
  }

  @Test(arguments: [
    ("§ 12 Rubrik", "12"), ("§12. Rubrik", "12"), ("Ärende 5", "5"), ("14 § Val", "14"),
    ("§ 8 i reglementet gäller här.", nil), ("Ärendet", nil), ("§ 4 Beslut fattas.", nil),
  ])
  func itemHeadings(_ line: String, _ number: String?) throws {
    let minutes = try minutes(line + "\n\nText följer här.")
    #expect(minutes.items.first?.number == number)
  }

  @Test(arguments: [("Bilaga 2", 1), ("Bilaga", 0), ("Bilagor", 0), ("Sändlista", 0)])
  func whatAnAppendixStatesIsRead(_ heading: String, _ passages: Int) throws {
    let minutes = try minutes("\(heading)\n\nSjälvkostnad per plats och månad\n")
    let read = minutes.items.flatMap(\.sections).flatMap(\.passages).filter { passage in
      if case .heading = passage { false } else { true }
    }
    #expect(read.count == passages)
  }

  @Test func aLetterIsSigned() throws {
    let minutes = try minutes(
      "Skrivelse till nämnden\n\nStaden den 12 mars 2014\n\nHur många platser finns?\n\nEva Ek (S)      Bo Al (V)\n"
    )
    #expect(minutes.genre == .letter)
    #expect(minutes.date?.description == "2014-03-12")
    #expect(minutes.items.first?.sections.first?.kind == .letter)
    #expect(minutes.items.first?.authors.map(\.party) == ["S", "V"])
  }

  @Test(arguments: [
    ("AMN 2019-0438-1.6", "AMN 2019-0438-1.6"), ("Dnr: KS 2020/405", "KS 2020/405"),
    ("Dnr AVN/2018:112", "AVN/2018:112"), ("dnr 1.6.2-123/2018", "1.6.2-123/2018"),
    ("2015-05-07", nil), ("Lag 2001:453 gäller nu", nil),
  ])
  func references(_ line: String, _ reference: String?) throws {
    let minutes = try minutes("§ 3\n\nRubrik här\n\n\(line)\n\nText följer.")
    #expect(minutes.items.first?.reference == reference)
  }
}
