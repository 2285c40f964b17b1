import NyckeltalModel
import NyckeltalQuantities
import Testing

/// Whole sentences, as committees write them.
struct ProseTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  private static let may = PeriodContext(
    documentDate: .day(7, month: 5, year: 2015),
    itemPeriod: .tertial(1, year: 2015)
  )

  static let corpus: [Example] = [
    Example(
      "period 2015 | 4500 persons about | period 2014 comparison | 4200 persons",
      in: may,
      [
        "Under ⟦2015⟧ fick ⟦cirka 4 500 ungdomar⟧ feriejobb, jämfört med ⟦2014⟧ då det var ⟦4 200 ungdomar⟧."
      ]
    ),
    Example(
      "62 percent | 3 percentagePoints up difference | period 2014 comparison",
      in: may,
      [
        "Andelen som går till arbete är ⟦62 procent⟧, vilket är ⟦3 procentenheter högre⟧ än ⟦föregående år⟧."
      ]
    ),
    Example(
      "-2400000 SEK | 310500000 SEK",
      [
        "Nämnden redovisar en avvikelse på ⟦-2,4 mnkr⟧ mot en ram på ⟦310,5 mnkr⟧."
      ]
    ),
    Example(
      "578 persons from | 419 persons to",
      [
        "Antalet inskrivna minskade från ⟦578 personer⟧ till ⟦419⟧."
      ]
    ),
    Example(
      "36 persons | fraction 50 percent part",
      ["⟦36 deltagare⟧ avslutade insatsen; ⟦12 av 24⟧ fick arbete."]
    ),
    Example(
      "period 2015-T1 | 45 persons | 80 percent",
      in: may,
      [
        "Under ⟦första tertialen⟧ har ⟦45 aspiranter⟧ avslutats, ⟦80 procent⟧ till arbete."
      ]
    ),
    Example("12 other | 9 other", ["Av ⟦12 indikatorer⟧ uppfylls ⟦9 indikatorer⟧ helt."]),
    Example(
      "period 2008/2015 start | 18000 persons moreThan",
      in: may,
      [
        "⟦Sedan starten 2008⟧ har ⟦över 18 000 stockholmare⟧ fått hjälp."
      ]
    ),
    Example("5 persons | ageRange 16..19 years", ["⟦Fem ungdomar⟧ i åldern ⟦16–19 år⟧ deltog."]),
    Example("30 places | 25 places", ["Planerat var ⟦30 platser⟧ men bara ⟦25 platser⟧ fylldes."]),
    Example(
      "84000000 SEK almost down",
      ["Man har minskat anslaget till förvaltningen med ⟦nästan 84 miljoner⟧"]
    ),
    Example(
      "1200 households | 7 percent down",
      ["⟦1 200 hushåll⟧ fick stöd, en minskning med ⟦7 procent⟧."]
    ),
    Example("44 percent | 56 percent", ["Könsfördelningen är ⟦44 %⟧ kvinnor och ⟦56 %⟧ män."]),
    Example("period 2016-04 | 225 persons", in: may, ["I ⟦april 2016⟧ fanns ⟦225 deltagare⟧."]),
  ]
}
