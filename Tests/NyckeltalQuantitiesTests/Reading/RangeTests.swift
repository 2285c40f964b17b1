import NyckeltalQuantities
import Testing

/// Ranges, changes and ages.
struct RangeTests {
  @Test(arguments: ranges) func readsRange(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: changes) func readsChange(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: ages) func readsAge(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let ranges: [Example] = [
    Example(
      "115..120 places",
      [
        "⟦115-120 platser⟧", "⟦115–120 platser⟧", "⟦115 – 120 platser⟧", "⟦115 - 120 platser⟧",
        "⟦115 till 120 platser⟧", "⟦mellan 115 och 120 platser⟧", "⟦115—120 platser⟧",
        "⟦115 à 120 platser⟧",
      ]
    ),
    Example(
      "2000..3000 persons",
      [
        "⟦2000 till 3000 personer⟧", "⟦2 000–3 000 personer⟧", "⟦2000-3000 personer⟧",
        "⟦mellan 2000 och 3000 personer⟧",
      ]
    ),
    Example("400..500", ["⟦mellan 400 och 500⟧", "⟦400–500⟧", "⟦mellan 400 och ca 500⟧"]),
    Example(
      "2..3",
      ["⟦två till tre⟧", "⟦2-3⟧", "⟦två–tre⟧", "⟦två eller tre⟧", "⟦mellan två och tre⟧"]
    ),
    Example("1..2", ["⟦en–två⟧", "⟦en till två⟧", "⟦ett eller två⟧", "⟦1–2⟧"]),
    Example("1.5..2.5 percent", ["⟦1,5–2,5 procent⟧", "⟦1,5 till 2,5 %⟧", "⟦1,5-2,5 %⟧"]),
    Example("10..15 days", ["⟦10 till 15 dagar⟧", "⟦10–15 dagar⟧", "⟦tio till femton dagar⟧"]),
    Example(
      "200000..300000 SEK",
      ["⟦200–300 tkr⟧", "⟦200 000–300 000 kronor⟧", "⟦200 till 300 tusen kronor⟧"]
    ),
    Example("20..30 persons about", ["⟦ca 20–30 personer⟧", "⟦omkring 20 till 30 elever⟧"]),
  ]

  static let changes: [Example] = [
    Example(
      "578 persons from | 419 persons to",
      [
        "från ⟦578 inskrivna⟧ till ⟦419⟧", "från ⟦578⟧ till ⟦419 inskrivna⟧",
        "från ⟦578 personer⟧ till ⟦419 personer⟧", "minskade från ⟦578⟧ till ⟦419 aspiranter⟧",
      ]
    ),
    Example(
      "45 percent from | 50 percent to",
      [
        "från ⟦45 procent⟧ till ⟦50 procent⟧", "från ⟦45⟧ till ⟦50 procent⟧",
        "från ⟦45 %⟧ till ⟦50 %⟧",
      ]
    ),
    Example("578 from | 419 to", ["från ⟦578⟧ till ⟦419⟧", "gick från ⟦578⟧ till ⟦419⟧"]),
    Example(
      "12 persons up",
      ["ökade med ⟦12 personer⟧", "en ökning med ⟦12 deltagare⟧", "ökat med ⟦tolv elever⟧"]
    ),
    Example(
      "40 places down",
      [
        "minskade med ⟦40 platser⟧", "minskar antalet med ⟦40 platser⟧",
        "en minskning på ⟦40 platser⟧",
      ]
    ),
    Example("5 down difference", ["⟦5 färre⟧", "blev ⟦fem färre⟧"]),
    Example("5 up difference", ["⟦5 fler⟧", "det är ⟦fem fler⟧"]),
    Example("20 persons up difference", ["⟦20 fler deltagare⟧", "⟦tjugo fler unga⟧ fick jobb"]),
    Example("100 SEK up difference", ["⟦100 kronor mer⟧", "⟦hundra kronor mer⟧ per dag"]),
    Example("5 percent down difference", ["⟦5 procent lägre⟧", "⟦fem procent färre⟧"]),
  ]

  static let ages: [Example] = [
    Example(
      "ageRange 16..29 years",
      [
        "unga ⟦16–29 år⟧", "ungdomar ⟦16-29 år⟧", "unga ⟦16 – 29 år⟧ utan jobb", "i åldern ⟦16–29⟧",
        "i åldern ⟦16-29 år⟧", "⟦16–29-åringar⟧", "unga ⟦mellan 16 och 29 år⟧",
        "i åldrarna ⟦16–29 år⟧", "åldersgruppen ⟦16–29 år⟧", "⟦16-29 år⟧",
      ]
    ),
    Example(
      "ageRange 16..24 years",
      [
        "unga ⟦16 -24 år⟧", "ungdomar i åldern ⟦16 -24 år⟧", "⟦mellan 16 och 24 år⟧",
        "personer (⟦16–24 år⟧)",
      ]
    ),
    Example(
      "ageRange 18.. years atLeast",
      ["⟦18 år och äldre⟧", "alla ⟦18 år eller äldre⟧", "från ⟦18 år och uppåt⟧"]
    ),
    Example("ageRange ..18 years atMost", ["⟦18 år och yngre⟧", "unga ⟦upp till 18 år⟧"]),
    Example("ageRange ..25 years lessThan", ["unga ⟦under 25 år⟧", "ungdomar ⟦under 25 år⟧"]),
    Example("ageRange 65.. years moreThan", ["personer ⟦över 65 år⟧", "män ⟦över 65 år⟧"]),
    Example(
      "ageRange 20..20 years",
      ["⟦20-åringar⟧", "⟦tjugoåringar⟧", "⟦20 åringar⟧", "unga ⟦20 år⟧"]
    ),
    Example(
      "40 persons | ageRange 16..24 years",
      ["⟦40 ungdomar⟧ ⟦16–24 år⟧", "⟦40 unga⟧ i åldern ⟦16–24 år⟧"]
    ),
    Example("15..20 years", ["om ⟦15–20 år⟧", "under ⟦15–20 år⟧"]),
  ]
}
