import NyckeltalQuantities
import Testing

/// What is counted: persons, households, places, employments and the rest.
struct CountedTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test("Persons in all their names", arguments: personNouns)
  func persons(_ noun: String) {
    #expect(
      Example("240 persons", ["Under året kom ⟦240 \(noun)⟧ hit"].map { String($0.dropFirst(11)) })
        .faults(QuantityReader()) == []
    )
  }

  static let personNouns = [
    "personer", "deltagare", "ungdomar", "unga", "elever", "studerande", "studenter", "aspiranter",
    "sökande", "medarbetare", "anställda", "kvinnor", "män", "långtidsarbetslösa", "nyanlända",
    "stockholmare", "malmöbor", "brukare", "klienter", "arbetslösa", "deltidsarbetslösa",
    "sfi-elever", "kommuninvånare", "praktikanter", "feriearbetare", "biståndstagare",
    "utrikesfödda kvinnor", "långtidsarbetslösa unga", "arbetslösa ungdomar", "nya deltagare",
    "inskrivna aspiranter", "kursdeltagare", "komvuxelever", "flickor", "pojkar", "barn", "vuxna",
    "handledare", "chefer", "tjänstemän", "visstidsanställda", "sommarjobbare", "invandrare",
    "flyktingar", "asylsökande", "lärare", "handläggare", "föräldrar", "invånare", "medborgare",
    "bidragstagare", "ungdomsarbetslösa", "lärlingar", "kunder", "individer", "människor",
    "utskrivna", "inskrivna", "anhöriginvandrare", "göteborgare", "projektdeltagare",
  ]

  static let corpus: [Example] = [
    Example(
      "400 persons about",
      ["Vi har ⟦ca 400 personer⟧ kvar", "⟦omkring 400 unga⟧", "⟦cirka 400 elever⟧"]
    ),
    Example(
      "10 persons",
      ["⟦tio ungdomar⟧", "⟦10 deltagare⟧", "⟦10 st deltagare⟧", "⟦10 stycken elever⟧"]
    ),
    Example("1 persons", ["endast ⟦en deltagare⟧", "bara ⟦en elev⟧ kom", "⟦1 person⟧"]),
    Example(
      "45 households",
      ["⟦45 hushåll⟧", "⟦45 barnfamiljer⟧", "⟦fyrtiofem hushåll⟧ fick stöd", "⟦45 familjer⟧"]
    ),
    Example(
      "1234 households",
      [
        "Hushåll med försörjningsstöd: ⟦1 234⟧", "Antal hushåll: ⟦1 234⟧",
        "antalet hushåll var ⟦1 234⟧",
      ]
    ),
    Example(
      "120 places",
      [
        "⟦120 platser⟧", "⟦120 arbetsplatser⟧", "⟦120 feriejobbsplatser⟧", "⟦120 praktikplatser⟧",
        "⟦120 nya platser⟧", "⟦120 utbildningsplatser⟧", "⟦120 sommarjobb⟧", "⟦120 feriejobb⟧",
        "⟦120 sfi-platser⟧",
      ]
    ),
    Example(
      "30 employments",
      [
        "⟦30 anställningar⟧", "⟦30 tjänster⟧", "⟦30 visstidsanställningar⟧", "⟦30 årsarbetare⟧",
        "⟦30 heltidstjänster⟧", "⟦30 nya jobb⟧", "⟦trettio årsverken⟧",
        "⟦30 trygghetsanställningar⟧",
      ]
    ),
    Example("12.5 employments", ["⟦12,5 tjänster⟧", "⟦12,5 årsarbetare⟧"]),
    Example("26 other", ["samtliga ⟦26 kommuner⟧", "⟦26 ärenden⟧", "⟦26 kurser⟧", "⟦26 st⟧"]),
    Example(
      "3 other",
      [
        "⟦tre frågor⟧", "⟦tre nya ungdomstorg⟧", "⟦3 projekt⟧", "⟦tre indikatorer⟧",
        "⟦tre övergripande mål⟧", "⟦3 kilometer⟧", "⟦tre yrkanden⟧",
      ]
    ),
    Example("2 other", ["⟦två⟧ av indikatorerna", "⟦två⟧ av kurserna", "⟦2⟧ av enheterna"]),
    Example(
      "12 persons",
      ["⟦12⟧ av deltagarna", "⟦tolv⟧ av de arbetslösa", "⟦12⟧ av dessa ungdomar"]
    ),
    Example(
      "11870 persons",
      ["arbetslösa i Malmö ⟦11 870⟧", "Antal arbetslösa ⟦11 870⟧", "Arbetslösa: ⟦11 870⟧"]
    ),
    Example(
      "340 persons",
      [
        "Antal deltagare: ⟦340⟧", "antalet deltagare var ⟦340⟧",
        "antalet elever uppgick till ⟦340⟧", "Deltagare: ⟦340⟧",
        "antalet inskrivna ökade till ⟦340⟧",
      ]
    ),
    Example("340 places", ["antalet platser är ⟦340⟧", "Antal praktikplatser ⟦340⟧"]),
    Example(
      "360 persons | 510 persons",
      [
        "⟦360⟧ respektive ⟦510 personer⟧", "⟦360⟧ och ⟦510 personer⟧", "⟦360⟧ resp. ⟦510 elever⟧",
        "⟦360⟧ eller ⟦510 unga⟧",
      ]
    ),
    Example(
      "380 persons about | 90 employments about part",
      ["⟦ca 380 personer⟧, varav ⟦ca 90⟧ är nya anställningar"]
    ),
    Example(
      "400 persons | 150 persons part",
      [
        "⟦400 personer⟧ varav ⟦150⟧ i Rinkeby", "⟦400 elever⟧, varav ⟦150 kvinnor⟧",
        "⟦400 deltagare⟧, varav ⟦150⟧ nya",
      ]
    ),
    Example(
      "210 persons | 225 persons | period 2016-04",
      ["⟦210 personer⟧ (⟦225⟧ i ⟦april 2016⟧)", "⟦210 aspiranter⟧ (⟦225⟧ under ⟦april 2016⟧)"]
    ),
    Example("5 persons | 10 persons | 3 persons", ["⟦5 anställda⟧, ⟦10 elever⟧ och ⟦3 chefer⟧"]),
    Example("944 persons down difference", ["⟦944 färre inskrivna⟧", "⟦944 färre personer⟧"]),
    Example("30 places up difference", ["⟦30 fler platser⟧", "⟦trettio fler praktikplatser⟧"]),
    Example("0 persons", ["⟦0 personer⟧", "⟦noll personer⟧"]),
    Example("240", ["det blev ⟦240⟧", "summan är ⟦240⟧ nu", "⟦240⟧ (not)"]),
  ]
}
