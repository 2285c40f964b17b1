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
    Example(
      "210 persons from | 245 persons to | period 2014/2015",
      ["Antalet deltagare i insatsen ökade från ⟦210⟧ till ⟦245 personer⟧ mellan ⟦2014 och 2015⟧."]
    ),
    Example(
      "1250 persons | 54 percent | 46 percent",
      ["Av totalt ⟦1 250 inskrivna⟧ var ⟦54 procent⟧ kvinnor och ⟦46 procent⟧ män."]
    ),
    Example("78 percent | 80 percent", ["Måluppfyllelsen är ⟦78 %⟧ (målvärde ⟦80 %⟧)."]),
    Example(
      "5.6 percent | 0.4 percentagePoints up | period comparison",
      ["Frånvaron är ⟦5,6 procent⟧, en ökning med ⟦0,4 procentenheter⟧ sedan ⟦föregående år⟧."]
    ),
    Example("ageRange 18..24 years | 345 persons", ["Antal unga ⟦18–24 år⟧: ⟦345⟧"]),
    Example(
      "period 2016-T2 | 1034 persons",
      in: PeriodContext(documentDate: .year(2016)),
      ["Under ⟦maj–augusti⟧ har ⟦1 034 personer⟧ fått stöd"]
    ),
    Example(
      "45200000 SEK | 1300000 SEK down difference",
      ["Nettokostnaden uppgår till ⟦45,2 mnkr⟧, vilket är ⟦1,3 mnkr lägre⟧ än budgeterat."]
    ),
    Example(
      "23 percent down difference | period 2014 comparison",
      ["Nämnden har ⟦23 procent färre⟧ anställda än ⟦2014⟧."]
    ),
    Example(
      "3400 persons | period 2016-03 | 3650 persons | period 2015-03",
      ["Kommunen hade ⟦3 400 arbetslösa⟧ i ⟦mars 2016⟧, mot ⟦3 650⟧ i ⟦mars 2015⟧."]
    ),
    Example(
      "period 2016-07-01 | 120 SEK",
      ["Från och med den ⟦1 juli 2016⟧ höjs ersättningen till ⟦120 kronor⟧ per timme."]
    ),
    Example(
      "15 percent | fraction 15 percent part",
      ["Totalt ⟦15 %⟧ av eleverna, dvs. ⟦300 av 2 000⟧, avbröt studierna."]
    ),
    Example("fraction 33.333333 percent about", ["⟦Cirka var tredje⟧ deltagare går vidare."]),
    Example("fraction 25 percent moreThan", ["⟦Mer än var fjärde⟧ elev saknar betyg"]),
    Example(
      "period 2016 | 310000000 SEK | 305000000 SEK | 5000000 SEK",
      ["Budget ⟦2016⟧: ⟦310 mnkr⟧, utfall ⟦305 mnkr⟧, avvikelse ⟦+5 mnkr⟧"]
    ),
    Example("60 places | 40 places", ["⟦60 platser⟧ på gymnasienivå och ⟦40⟧ på grundnivå"]),
    Example("500 persons up difference", ["Vi vill att ⟦500 fler unga⟧ ska få jobb"]),
    Example(
      "10000000 SEK | 3 years",
      ["Satsningen omfattar ⟦10 miljoner kronor⟧ per år under ⟦tre år⟧."]
    ),
    Example("period 2015-03/2016-06", ["⟦mars 2015 – juni 2016⟧"]),
    Example("period 2015-T1", ["⟦1/1–30/4 2015⟧", "⟦2015-01-01 – 2015-04-30⟧"]),
    Example(
      "period 2015-11-19 | 2000000 SEK",
      ["Nämnden beslutade ⟦2015-11-19⟧ § 14 att anslå ⟦2 mnkr⟧"]
    ),
    Example("13 persons | 5 persons", ["Närvarande: ⟦13 ledamöter⟧, ⟦5 ersättare⟧"]),
    Example(
      "1200000 SEK from | 1500000 SEK to",
      ["en ökning från ⟦1,2⟧ till ⟦1,5 miljoner kronor⟧"]
    ),
    Example("fraction 50 percent down", ["Kön minskade med ⟦hälften⟧"]),
    Example(
      "45 persons",
      ["SFI kurs C: ⟦45 elever⟧", "studieväg 2: ⟦45 elever⟧", "grupp 3: ⟦45 deltagare⟧"]
    ),
    Example(
      "12400 SEK | 11900 SEK | period 2014",
      ["Kostnaden är ⟦12 400 kr⟧, jämfört med ⟦11 900 kr⟧ ⟦år 2014⟧."]
    ),
    Example(
      "multiple 2 moreThan",
      ["⟦mer än dubbelt så många⟧ sökte", "⟦över två gånger så många⟧"]
    ),
    Example("5 persons", ["⟦fem lex Sarah-ansvariga tjänstemän⟧"]),
    Example("3 other", ["⟦tre mindre projekt⟧", "⟦tre större områden⟧"]),
    Example("fraction 25 percent | 400 persons", ["⟦en fjärdedel⟧ av ⟦400 elever⟧"]),
    Example("15 other", ["⟦en kvart⟧", "⟦femton minuter⟧"]),
    Example("20 years", ["⟦två decennier⟧", "⟦tjugo år⟧"]),
  ]
}
