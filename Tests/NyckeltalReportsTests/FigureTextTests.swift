import NyckeltalModel
import Testing

@testable import NyckeltalReports

struct FigureTextTests {
  @Test(arguments: [
    (Measure(value: 15_900, qualifier: .about, unit: .persons), "≈ 15 900", "≈ 15,900"),
    (Measure(value: 60.6, unit: .percent), "60,6 %", "60.6%"),
    (Measure(value: 84_000_000, qualifier: .almost, unit: .sek), "≲ 84 mnkr", "≲ 84 MSEK"),
    (Measure(value: -9_073_000, unit: .sek), "−9,07 mnkr", "−9.07 MSEK"),
    (Measure(value: 45_500, unit: .sek), "45,5 tkr", "45.5 kSEK"),
    (Measure(value: 500, unit: .sek), "500 kr", "500 SEK"),
    (Measure(value: nil, lower: 115, upper: 120, unit: .places), "115–120", "115–120"),
    (Measure(value: nil, lower: 2_000, unit: .places), "≥ 2 000", "≥ 2,000"),
    (Measure(value: 0, unit: .places), "0", "0"),
    (Measure(value: 1_234_567, qualifier: .moreThan), "> 1 234 567", "> 1,234,567"),
  ])
  func measures(_ measure: Measure, _ swedish: String, _ english: String) {
    let plain = { (text: String) in text.replacing("\u{A0}", with: " ") }
    #expect(plain(FigureText(language: .swedish).measure(measure)) == swedish)
    #expect(plain(FigureText(language: .english).measure(measure)) == english)
  }

  @Test(arguments: [
    ("2015", "2015", "2015"), ("2015-T1", "tertial 1 2015", "T1 2015"),
    ("2015-04-30", "30 april 2015", "30 apr 2015"), ("2018/2019", "2018–2019", "2018–2019"),
    ("2015-Q2", "kvartal 2 2015", "K2 2015"), ("2015-H1", "halvår 1 2015", "H1 2015"),
  ])
  func periods(_ notation: String, _ words: String, _ short: String) throws {
    let period = try #require(Period(notation))
    #expect(PeriodText(language: .swedish).words(period) == words)
    #expect(PeriodText(language: .swedish).short(period) == short)
  }
}

struct TextLayoutTests {
  @Test func positionsAreCharactersNotBytes() {
    #expect(TextLayout.width("åäö") == 3)
    #expect(TextLayout.width("a\u{30A}o\u{308}") == 2)
    #expect(TextLayout.width("日本") == 4)
    #expect(TextLayout.width("") == 0)
  }

  @Test func linesBreakAtSpacesOnly() {
    let lines = TextLayout.wrap(
      "mot målet 6\u{A0}700 för året",
      width: 14,
      first: "- ",
      rest: "  "
    )
    #expect(lines == ["- mot målet", "  6\u{A0}700 för", "  året"])
  }

  @Test func aWordLongerThanALineIsCut() {
    #expect(TextLayout.wrap("abcdefghij", width: 4, rest: " ") == ["abcd", " efg", " hij"])
    // a list of sources is one word, as long as a report
    let sources = String(repeating: "[12]", count: 400_000)
    let lines = TextLayout.wrap(sources, width: 80)
    #expect(lines.count < 22_000 && lines.joined() == sources)
  }
}

struct FigureBoundsTests {
  @Test(arguments: [
    (6_900.0, 100.0), (15_900, 100), (18_000, 1_000), (400, 100), (150, 10), (7, 1), (60.6, 0.1),
    (0, 1),
  ])
  func theLastPlaceThatWasNotRoundedAway(_ value: Double, _ place: Double) {
    #expect((FigureBounds.lastPlace(of: value) - place).magnitude < 1e-9)
  }
}
