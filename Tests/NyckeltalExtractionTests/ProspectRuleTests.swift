import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// What is expected, aimed at and judged, and how figures change.
struct ProspectRuleTests {
  @Test(
    "What is expected stands before or behind the figure",
    arguments: [
      (
        "Mellan 40 och 50 unga väntas få sommarjobb.",
        ["forecast persons 2021 sommarjobb.anstallda"]
      ),
      (
        "Nästa år kommer ett femtiotal av deltagarna i arbetsträning att stå utan plats.",
        ["forecast 50 persons 2022 arbetstraning.deltagare"]
      ),
      (
        "Nämnden har fått 2 mkr i budget för sommarjobb.", ["budget 2000000 SEK 2021 budget.anslag"]
      ),
      (
        "Nämnden går mot ett underskott på 3,5 miljoner kronor.",
        ["forecast -3500000 SEK 2021 budget.avvikelse"]
      ),
    ]
  )
  func forecasts(_ text: String, _ expected: [String]) throws {
    #expect(try stated(text) == expected)
  }

  @Test(
    "Goals and promises",
    arguments: [
      (
        "Målet för helåret, 90 platser för arbetsträning, bedöms nås.",
        ["target 90 places 2021 arbetstraning.platser", "assessment 2021 arbetstraning.platser"]
      ),
      ("Kommunen lovade minst 700 sommarjobb.", ["target 700 places 2021 sommarjobb.platser"]),
      (
        "Högst 800 hushåll ska ha försörjningsstöd i december 2021.",
        ["target 800 households 2021-12 forsorjningsstod.hushall"]
      ),
      (
        "Andelen avbrott inom sfi ska ned till 20 procent till 2023.",
        ["target 20 percent 2023 sfi.avbrott"]
      ),
      (
        "Målet, att hälften av deltagarna ska gå till arbete eller studier, uppnås inte.",
        [
          "target 50 percent 2021 jobbtorg.till-arbete-eller-utbildning",
          "assessment 2021 jobbtorg.till-arbete-eller-utbildning",
        ]
      ),
      ("Enheten bedömer att målet för 2021 nås.", ["assessment 2021 (maluppfyllelse)"]),
      ("Målet är delvis uppfyllt.", ["assessment 2021 (maluppfyllelse)"]),
    ]
  )
  func goals(_ text: String, _ expected: [String]) throws {
    #expect(try stated(text) == expected)
  }

  @Test(
    "By how much, from what to what, and not at all",
    arguments: [
      (
        "Antalet hushåll med försörjningsstöd har minskat med i snitt 6 procent.",
        ["change 6 down percent 2021-T2 forsorjningsstod.hushall"]
      ),
      (
        "Antalet varsel har minskat från 31 till 18.",
        ["outcome 31 other – (arbetsloshet)", "outcome 18 other 2021-T2 (arbetsloshet)"]
      ),
      (
        "Andelen arbetslösa har minskat från 14,1 till 13,2 procent sedan oktober 2020.",
        [
          "outcome 14.1 percent 2020-10 arbetsloshet.andel",
          "outcome 13.2 percent 2021-T2 arbetsloshet.andel",
        ]
      ),
      (
        "Långtidsarbetslösheten fortsätter däremot att öka.",
        ["trend up 2021-T2 arbetsloshet.langtidsarbetslosa"]
      ),
      (
        "Om sommarjobb sökte 811 ungdomar födda 2004, 2005 och 2006.",
        ["outcome 811 persons 2021-T2 sommarjobb.sokande"]
      ),
      ("Kommunen har drygt 42 000 invånare. Sommarjobben ska bli fler.", []),
      (
        "Antalet hushåll med försörjningsstöd har inte ökat.",
        ["trend unchanged 2021-T2 forsorjningsstod.hushall"]
      ),
      (
        "En del av ökningen, 2,5 miljoner kronor, gällde försörjningsstöd.",
        ["change 2500000 up SEK 2021-T2 forsorjningsstod.kostnad"]
      ),
      (
        "Jobbspåret med upp till 30 platser för arbetsträning startade.",
        ["outcome 30 places 2021-T2 arbetstraning.platser"]
      ),
    ]
  )
  func changes(_ text: String, _ expected: [String]) throws {
    #expect(try stated(text) == expected)
  }

  @Test(
    "What was is not ahead of the document",
    arguments: [
      ("I december var 240 hushåll beroende av försörjningsstöd.", "2020-12"),
      ("I december 2021 var 240 hushåll beroende av försörjningsstöd.", "2021-12"),
      ("I december väntas 240 hushåll vara beroende av försörjningsstöd.", "2021-12"),
      ("Den sista augusti var 240 hushåll beroende av försörjningsstöd.", "2021-08-31"),
      ("Vid årsskiftet var 240 hushåll beroende av försörjningsstöd.", "2020-12-31"),
    ]
  )
  func past(_ text: String, _ period: String) throws {
    let document = "Norrby kommun\nSocialnämnden 2021-09-14\n\nBistånd\n\n\(text)\n"
    #expect(try observations(document).map { $0.period?.description } == [period])
  }

  @Test("A title keeps its own words where the diary number stands on the next line")
  func title() throws {
    let text = """
      Norrby kommun
      Sammanträdesdatum 2021-05-18

      § 12 Tertialrapport per 30 april 2021
      Dnr AMN 2021/00114-042

      Ärendet

      Under tertialen fick 31 unga sommarjobb.
      """
    let found = try observations(text)
    #expect(found.map { $0.period?.description } == ["2021-T1"])
    #expect(found.first?.source.itemTitle == "Tertialrapport per 30 april 2021")
    #expect(found.first?.source.reference == "AMN 2021/00114-042")
  }

  @Test("Who wrote a document is not what it is about")
  func head() throws {
    let text = """
      Tjänsteskrivelse

      2022-03-14

      Handläggare

      Maja Berg

      Unga utanför gymnasiet

      Under hösten 2021 var 214 ungdomar i den gruppen.
      """
    #expect(try observations(text).map(\.indicator) == [nil])
    #expect(try observations(text).map(\.topic) == [.unga])
  }

  private func observations(_ text: String) throws -> [Observation] {
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    return try SentenceRuleTests.extractor.get().observations(in: source)
  }
}
