import NyckeltalModel
import NyckeltalQuantities
import Testing

/// Periods that the context completes.
struct RelativePeriodTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  private static let may = PeriodContext(
    documentDate: .day(7, month: 5, year: 2015),
    itemPeriod: .tertial(1, year: 2015)
  )
  private static let year2019 = PeriodContext(documentDate: .year(2019))
  private static let autumn = PeriodContext(documentDate: .day(20, month: 10, year: 2016))

  static let corpus: [Example] = [
    Example(
      "period 2015-T1",
      in: may,
      [
        "under ⟦första tertialen⟧", "⟦tertial 1⟧", "⟦T1⟧", "under ⟦våren⟧", "⟦i våras⟧",
        "⟦hittills⟧ har det gått bra", "⟦hittills i år⟧", "⟦Tertialrapport 1⟧",
      ]
    ),
    Example(
      "period 2015-T1",
      in: may,
      ["under ⟦tertialen⟧", "i ⟦tertialet⟧", "⟦årets fyra första månader⟧"]
    ),
    Example("period 2015-Q1", in: may, ["under ⟦årets första kvartal⟧"]),
    Example("period 2016-T2", in: autumn, ["under ⟦tertialen⟧"]),
    Example("period 2016-08-31", in: autumn, ["den ⟦sista augusti⟧", "⟦sista augusti⟧"]),
    Example(
      "period 2015",
      in: may,
      ["⟦i år⟧", "under ⟦året⟧", "⟦innevarande år⟧", "⟦helåret⟧", "⟦årets⟧ mål", "⟦hela året⟧"]
    ),
    Example(
      "period 2014",
      in: may,
      [
        "⟦föregående år⟧", "⟦förra året⟧", "⟦i fjol⟧", "⟦ifjol⟧", "⟦året innan⟧",
        "⟦fjolårets⟧ resultat",
      ]
    ),
    Example("period 2013", in: may, ["⟦förrförra året⟧"]),
    Example("period 2016", in: may, ["⟦nästa år⟧", "⟦kommande år⟧"]),
    Example(
      "period 2014-T1",
      in: may,
      [
        "⟦samma period 2014⟧", "⟦samma period föregående år⟧", "⟦motsvarande period förra året⟧",
        "⟦samma tid i fjol⟧", "⟦motsvarande period 2014⟧",
      ]
    ),
    Example(
      "period 2014-T1 comparison",
      in: may,
      [
        "jämfört med ⟦motsvarande period 2014⟧", "än ⟦samma period i fjol⟧",
        "mot ⟦samma period 2014⟧",
      ]
    ),
    Example(
      "period 2014 comparison",
      in: may,
      [
        "än ⟦förra året⟧", "jämfört med ⟦föregående år⟧", "jämfört med ⟦i fjol⟧",
        "mot ⟦året innan⟧", "jämfört med ⟦året före⟧",
      ]
    ),
    Example(
      "period 2014-T3",
      in: may,
      ["⟦förra tertialen⟧", "⟦föregående tertial⟧", "⟦i höstas⟧"]
    ),
    Example("period 2014-06/2014-08", in: may, ["⟦i somras⟧"]),
    Example("period 2015-06/2015-08", in: may, ["under ⟦sommaren⟧"]),
    Example("period 2015-T3", in: may, ["under ⟦hösten⟧", "till ⟦hösten⟧", "⟦tredje tertialen⟧"]),
    Example("period 2015-Q3", in: may, ["⟦kvartal 3⟧", "⟦tredje kvartalet⟧", "⟦Q3⟧"]),
    Example("period 2015-H1", in: may, ["⟦första halvåret⟧", "⟦H1⟧"]),
    Example("period 2015-04", in: may, ["i ⟦april⟧", "för ⟦april⟧", "⟦april⟧"]),
    Example(
      "period 2015-04-01",
      in: may,
      ["den ⟦1 april⟧", "från ⟦1 april⟧", "den ⟦första april⟧"]
    ),
    Example("period 2015-04-30 asOf", in: may, ["per den ⟦30 april⟧", "per ⟦30 april⟧"]),
    Example(
      "period 2008/2015 start",
      in: may,
      ["⟦sedan starten 2008⟧", "⟦sedan 2008⟧", "⟦sedan start 2008⟧ har torgen vuxit"]
    ),
    Example("period 2018/2019 2 years", in: year2019, []),
    Example(
      "period 2 years 2018/2019",
      in: year2019,
      [
        "⟦På två år⟧ har anslaget sjunkit", "de ⟦senaste två åren⟧", "de ⟦två senaste åren⟧",
        "under de ⟦senaste 2 åren⟧",
      ]
    ),
    Example(
      "period 1 years 2019",
      in: year2019,
      ["det ⟦senaste året⟧", "under det ⟦senaste året⟧"]
    ),
    Example(
      "period 3 years 2017/2019",
      in: year2019,
      ["de ⟦senaste tre åren⟧", "de ⟦tre senaste åren⟧"]
    ),
    Example("period 2 years 2020/2021", in: year2019, ["de ⟦två kommande åren⟧"]),
    Example("2 years", in: year2019, ["en kurs på ⟦två år⟧", "under ⟦två år⟧", "i ⟦två år⟧"]),
    Example("period 2016-06/2016-08", in: autumn, ["⟦i somras⟧"]),
    Example("period 2016-T1", in: autumn, ["⟦i våras⟧", "under ⟦våren⟧"]),
    Example("period 2016-T2", in: autumn, ["⟦förra tertialen⟧"]),
    Example(
      "period 2014 | period 2014-T1",
      in: may,
      ["Under ⟦2014⟧ var det lugnt, ⟦första tertialen⟧ mest"]
    ),
    Example(
      "period",
      [
        "⟦i år⟧", "⟦förra året⟧", "⟦första tertialen⟧", "⟦i somras⟧", "den ⟦1 april⟧",
        "till den ⟦30 april⟧",
      ]
    ),
    Example("period 2 years", ["de ⟦senaste två åren⟧", "de ⟦två senaste åren⟧"]),
    Example("2 years", ["på ⟦två år⟧", "på ⟦2 år⟧"]),
  ].filter { !$0.texts.isEmpty }
}
