import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText
import Testing

/// Who has the floor in an item that is debated, and what parts of an item no heading names.
struct FloorTests {
  /// The sections of the last item: kind, parties and text.
  private func sections(_ text: String) throws -> [String] {
    let minutes = try minutes(text)
    return (minutes.items.last?.sections ?? []).map { section in
      let who = section.speakers.compactMap(\.party).joined(separator: " ")
      let what = section.passages.map { minutes.text.folded($0.range) }.joined(separator: " ")
      return "\(section.kind?.rawValue ?? "–") \(who): \(what)"
    }
  }

  @Test(
    "A question, its answer and the debate on it",
    arguments: [
      (
        "Interpellation om feriejobben\n\nBo Alm (S) har ställt följande interpellation till kommunalrådet Eva Rask (M):\n\nI fjol fick 120 unga jobb.\n\nEva Rask (M) svarar:\n\nDet blir 140.\n\nI år söker 300.\n\nInterpellationen anses besvarad.",
        [
          "matter S: Bo Alm (S) har ställt följande interpellation till kommunalrådet Eva Rask (M): I fjol fick 120 unga jobb.",
          "matter M: Eva Rask (M) svarar: Det blir 140. I år söker 300.",
          "matter : Interpellationen anses besvarad.",
        ]
      ),
      (
        "Enkel fråga av Bo Alm (s) om plusjobben\n\nHur många är de?\n\nEva Rask (m) besvarar frågan.\n\nDe är 14.\n\nBo Alm (s) tackar för svaret. Fler behövs.\n\nDebatten avslutas.",
        [
          "matter S: Hur många är de?", "matter M: Eva Rask (m) besvarar frågan. De är 14.",
          "matter S: Bo Alm (s) tackar för svaret. Fler behövs.", "matter : Debatten avslutas.",
        ]
      ),
      (
        "Fråga om sfi\n\nTill nämndens ordförande Eva Rask (L)\n\nKön är lång, 80 personer i mars.\n\nBo Alm (V)\n\nSvar\n\nEva Rask (L) svarar att den är 60.\n\nI debatten anför Bo Alm (V) att 60 är för många.",
        [
          "matter V: Till nämndens ordförande Eva Rask (L) Kön är lång, 80 personer i mars. Bo Alm (V)",
          "matter L: Eva Rask (L) svarar att den är 60.",
          "matter V: I debatten anför Bo Alm (V) att 60 är för många.",
        ]
      ),
      (
        "Enkel fråga om komvux\n\nBo Alm (S) frågar: Hur många läser? Svar av Eva Rask (M): I dag är de 19.",
        [
          "matter : Bo Alm (S) frågar: Hur många läser?",
          "matter M: Svar av Eva Rask (M): I dag är de 19.",
        ]
      ),
    ]
  )
  func debate(_ body: String, _ expected: [String]) throws {
    #expect(try sections("Protokoll 2023-05-16\n\n§ 4 \(body)\n") == expected)
  }

  @Test(
    "What members move, under a heading or none",
    arguments: [
      (
        "Budget\n\nBo Alm (S) yrkar 3 mnkr till jobben. Därav går 1 mnkr till unga.\n\nKontoret har räknat.",
        [
          "proposal S: Bo Alm (S) yrkar 3 mnkr till jobben. Därav går 1 mnkr till unga.",
          "matter : Kontoret har räknat.",
        ]
      ),
      (
        "Budget\n\nYrkanden\n\nBo Alm (S), med instämmande av Eva Rask (V), yrkar avslag. Det räcker till 40.\n\nIda Lund (M) föreslår 60 platser.",
        [
          "proposal S V: Bo Alm (S), med instämmande av Eva Rask (V), yrkar avslag. Det räcker till 40.",
          "proposal M: Ida Lund (M) föreslår 60 platser.",
        ]
      ),
      (
        "Budget\n\nÄrendet\n\nBo Alm (S) föreslår 60 platser. Kontoret räknar med 40.",
        ["matter : Bo Alm (S) föreslår 60 platser. Kontoret räknar med 40."]
      ),
    ]
  )
  func proposals(_ body: String, _ expected: [String]) throws {
    #expect(try sections("Protokoll 2023-05-16\n\n§ 4 \(body)\n") == expected)
  }

  @Test(
    "Parts of an item that no heading names",
    arguments: [
      (
        "§ 4 Läget\n\nI mars var 40 inskrivna.\n\nBeslut\n\nRapporten läggs till handlingarna.",
        ["matter : I mars var 40 inskrivna.", "decision : Rapporten läggs till handlingarna."]
      ),
      (
        "§ 4 Läget\n\n• Nämnden godkänner rapporten.\n• Nämnden uppdrar åt kontoret att spara 2 mnkr.\n\nI mars var 40 inskrivna.",
        [
          "decision : Nämnden godkänner rapporten. Nämnden uppdrar åt kontoret att spara 2 mnkr.",
          "matter : I mars var 40 inskrivna.",
        ]
      ),
      (
        "§ 4 Budget\n\nAVN beslutar\natt fastställa budgeten på 80 mnkr",
        ["decision : att fastställa budgeten på 80 mnkr"]
      ),
      ("§ 4 Läget\n\nI mars var 40 inskrivna.", ["matter : I mars var 40 inskrivna."]),
    ]
  )
  func parts(_ item: String, _ expected: [String]) throws {
    #expect(try sections("Protokoll 2023-05-16\n\n\(item)\n") == expected)
  }

  @Test(
    "The number of an item outside a § of its own",
    arguments: [
      (
        "Webbprotokoll 2020-12-10\n\n9. Verksamhetsplan 2021\n\nKontoret har räknat.\n\nBeslutsgång\n\nNämnden enades.",
        "9"
      ),
      ("Nämnden 2016-05-19\nReservation, bilaga till § 47\n\nVi reserverar oss mot 11 mnkr.", "47"),
      ("Kommunfullmäktige 2020-10-19 § 12 (utdrag)\n\nI fjol kom 412 personer.", "12"),
      ("Rapport om § 47 och andra paragrafer\n\nI fjol kom 412 personer.", nil),
    ]
  )
  func numbers(_ text: String, _ number: String?) throws {
    #expect(try minutes(text + "\n").items.last?.number == number)
  }

  @Test(
    "A report that asks is no letter, and a signature ends a paragraph",
    arguments: [
      ("Årsrapport 2012\n\nVad händer sedan? Det är 40.\n\nVi har frågat 30 handledare.", "–"),
      ("Insändare\n\nNu får 40 jobb.\nBo Alm (L), Ekvik", "L"),
      (
        "Insändare\n\nSvara, Moderaterna\n\nNu får bara 40 unga i kommunen ett sommarjobb.\n\nBo Alm (S)\nledamot i nämnden",
        "S"
      ),
    ]
  )
  func standalone(_ text: String, _ party: String) throws {
    let minutes = try minutes(text + "\n")
    #expect(minutes.genre == .report)
    let parties = minutes.items[0].sections.flatMap(\.speakers).compactMap(\.party)
    #expect((parties.isEmpty ? ["–"] : parties) == [party])
  }

  @Test func anAnswerThatStandsAlone() throws {
    let text = """
      Kön till sfi: svar på enkel fråga

      Frågan, ställd av Bo Alm (V), löd: Hur lång är kön?

      Svar av ordföranden Eva Rask (KD) den 23 september 2019:

      Tack för frågan. I dag står 54 personer i kö.
      """
    let minutes = try minutes(text)
    #expect(minutes.items[0].authors.map(\.party) == ["V"])
    #expect(minutes.items[0].sections.last?.speakers.map(\.party) == ["KD"])
  }
}
