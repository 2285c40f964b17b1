import NyckeltalModel
import NyckeltalQuantities
import Testing

/// Periods that say all of themselves.
struct PeriodReadingTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example(
      "period 2015",
      [
        "⟦2015⟧", "under ⟦2015⟧", "för ⟦2015⟧", "i budget ⟦2015⟧", "⟦år 2015⟧", "⟦2015⟧ års budget",
        "målen för ⟦2015⟧ nås", "⟦helåret 2015⟧", "⟦hela 2015⟧", "⟦budgetåret 2015⟧",
        "⟦verksamhetsåret 2015⟧", "⟦kalenderåret 2015⟧", "(⟦2015⟧)", "senast ⟦2015⟧",
        "inför ⟦2015⟧", "⟦2015⟧-års plan", "verksamhetsplanen för ⟦2015⟧.",
      ]
    ),
    Example(
      "period 2018/2019",
      [
        "⟦2018-2019⟧", "⟦2018–2019⟧", "⟦2018 – 2019⟧", "⟦2018/2019⟧", "⟦2018/19⟧", "⟦2018-19⟧",
        "från ⟦2018 till 2019⟧", "mellan ⟦2018 och 2019⟧", "⟦läsåret 2018/19⟧",
        "⟦läsåret 2018/2019⟧", "⟦åren 2018–2019⟧", "från ⟦2018-2019⟧", "perioden ⟦2018–2019⟧",
      ]
    ),
    Example("period 2015/2018", ["⟦mandatperioden 2015–2018⟧", "⟦2015–2018⟧", "⟦åren 2015-2018⟧"]),
    Example(
      "period 2014 | period 2015",
      ["⟦2014⟧ och ⟦2015⟧", "⟦åren 2014⟧ och ⟦2015⟧", "både ⟦2014⟧, ⟦2015⟧"]
    ),
    Example(
      "period 2015-H1",
      ["⟦vårterminen 2015⟧", "⟦VT 2015⟧", "⟦vt15⟧", "⟦VT-15⟧", "under ⟦vårterminen 2015⟧"]
    ),
    Example("period 2015-H2", ["⟦höstterminen 2015⟧", "⟦HT 2015⟧", "⟦ht15⟧"]),
    Example(
      "period 2015-T1",
      [
        "⟦första tertialen 2015⟧", "⟦tertial 1 2015⟧", "⟦T1 2015⟧", "⟦2015 T1⟧", "⟦2015-T1⟧",
        "⟦Tertialrapport 1 2015⟧", "⟦1:a tertialen 2015⟧", "⟦tertial ett 2015⟧",
        "⟦tertial 1, 2015⟧", "⟦2015 tertial 1⟧", "⟦första tertialet 2015⟧", "⟦våren 2015⟧",
        "⟦januari–april 2015⟧",
        "⟦jan-apr 2015⟧", "⟦första tertialen år 2015⟧", "⟦första tertialen under 2015⟧",
        "⟦delår 1 2015⟧", "⟦T1-2015⟧",
      ]
    ),
    Example(
      "period 2015-T2",
      [
        "⟦andra tertialen 2015⟧", "⟦tertial 2 2015⟧", "⟦T2 2015⟧", "⟦2:a tertialen 2015⟧",
        "⟦maj–augusti 2015⟧", "⟦1 maj–31 augusti 2015⟧", "⟦delår 2 2015⟧",
      ]
    ),
    Example(
      "period 2015-T3",
      [
        "⟦tredje tertialen 2015⟧", "⟦tertial 3 2015⟧", "⟦T3 2015⟧", "⟦hösten 2015⟧",
        "⟦september–december 2015⟧",
      ]
    ),
    Example(
      "period 2015-T1/2015-T2",
      [
        "⟦första och andra tertialen 2015⟧", "⟦T1–T2 2015⟧", "⟦tertial 1–2 2015⟧",
        "de ⟦två första tertialen 2015⟧", "⟦tertial 1 och 2 2015⟧",
      ]
    ),
    Example(
      "period 2016-Q3",
      [
        "⟦tredje kvartalet 2016⟧", "⟦kvartal 3 2016⟧", "⟦Q3 2016⟧", "⟦2016 Q3⟧",
        "⟦3:e kvartalet 2016⟧", "⟦2016-Q3⟧", "⟦kvartal tre 2016⟧", "⟦juli–september 2016⟧",
      ]
    ),
    Example(
      "period 2017-Q2",
      ["⟦andra kvartalet 2017⟧", "⟦april–juni 2017⟧", "⟦april till juni 2017⟧", "⟦Q2 2017⟧"]
    ),
    Example(
      "period 2015-H1",
      ["⟦första halvåret 2015⟧", "⟦H1 2015⟧", "⟦halvår 1 2015⟧", "⟦januari–juni 2015⟧"]
    ),
    Example("period 2015-H2", ["⟦andra halvåret 2015⟧", "⟦H2 2015⟧"]),
    Example(
      "period 2016-04",
      [
        "i ⟦april 2016⟧", "⟦April 2016⟧", "⟦apr 2016⟧", "⟦2016-04⟧", "⟦april 2016⟧",
        "för ⟦april 2016⟧", "⟦april år 2016⟧",
      ]
    ),
    Example(
      "period 2015-04 | period 2015-05",
      ["⟦april⟧ och ⟦maj 2015⟧", "i ⟦april⟧ och ⟦maj 2015⟧"]
    ),
    Example("period 2014-11/2015-02", ["⟦november–februari 2015⟧"]),
    Example(
      "period 2015-05-07",
      [
        "⟦2015-05-07⟧", "den ⟦7 maj 2015⟧", "⟦7 maj 2015⟧", "⟦7/5 2015⟧", "⟦7.5.2015⟧",
        "den ⟦7:e maj 2015⟧", "den ⟦sjunde maj 2015⟧", "⟦07.05.2015⟧", "⟦7/5-15⟧",
        "daterat den ⟦7 maj 2015⟧.", "torsdagen den ⟦7 maj 2015⟧", "⟦7 MAJ 2015⟧", "(⟦2015-05-07⟧)",
        "den ⟦7 maj år 2015⟧",
      ]
    ),
    Example(
      "period 2015-04-30 asOf",
      ["per den ⟦30 april 2015⟧", "per ⟦30 april 2015⟧", "per ⟦2015-04-30⟧"]
    ),
    Example(
      "period 2015-05-12/2015-05-14",
      ["den ⟦12–14 maj 2015⟧", "⟦12-14 maj 2015⟧", "den ⟦12 till 14 maj 2015⟧"]
    ),
    Example(
      "period 2015-01-15/2015-03-20",
      ["⟦15 januari–20 mars 2015⟧", "⟦15 januari till 20 mars 2015⟧"]
    ),
    Example(
      "period 2016-06/2016-08",
      ["⟦sommaren 2016⟧", "⟦juni–augusti 2016⟧", "under ⟦sommaren 2016⟧"]
    ),
    Example("period 1990/1999", ["⟦1990-talet⟧", "på ⟦90-talet⟧", "under ⟦1990-talet⟧"]),
    Example("period 2015/2016 asOf", ["⟦årsskiftet 2015/2016⟧", "vid ⟦årsskiftet 2015/16⟧"]),
    Example(
      "period 2014 comparison",
      [
        "jämfört med ⟦2014⟧", "än ⟦2014⟧", "mot ⟦2014⟧", "högre än ⟦2014⟧",
        "i jämförelse med ⟦2014⟧", "jämfört med ⟦år 2014⟧", "fler än under ⟦2014⟧",
        "i relation till ⟦2014⟧", "jämfört med ⟦samma period 2014⟧", "jfr ⟦2014⟧",
        "gentemot ⟦2014⟧",
      ]
    ),
    Example(
      "period 2014-04 comparison",
      ["än i ⟦april 2014⟧", "jämfört med ⟦april 2014⟧", "mot ⟦april 2014⟧"]
    ),
    Example(
      "period 2008 start",
      [
        "⟦sedan starten 2008⟧", "⟦sedan 2008⟧", "⟦sedan start 2008⟧", "⟦alltsedan 2008⟧",
        "⟦från starten 2008⟧", "⟦sedan starten år 2008⟧",
      ]
    ),
    Example("period 2015-02-28", ["⟦2015-02-28⟧", "den ⟦28 februari 2015⟧"]),
    Example("period 2016-02-29", ["⟦2016-02-29⟧", "⟦29/2 2016⟧"]),
    Example("2015 persons", ["⟦2015 personer⟧", "⟦2015 elever⟧", "⟦2 015 personer⟧"]),
    Example("2015 persons atLeast", ["⟦minst 2015 personer⟧"]),
    Example("2015 SEK", ["⟦2015 kr⟧", "⟦2015 kronor⟧", "⟦2 015 kr⟧"]),
    Example("period 2015 | 900 persons", ["under ⟦2015⟧ ⟦900 unga⟧", "⟦2015⟧: ⟦900 personer⟧"]),
    Example("period 2019-01-01 | 12 persons", ["Den ⟦1 januari 2019⟧ började ⟦12 ungdomar⟧"]),
    Example("1949", ["⟦1949⟧"]),
    Example("2050", ["⟦2050⟧"]),
  ]
}
