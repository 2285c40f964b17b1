import Foundation
import Nyckeltal
import Testing

/// Reports made of texts; how sure the reading is of them is not the question here.
struct DocumentReportTests {
  private static func text(_ document: String, _ subject: ReportSubject) throws -> String {
    let catalogue = try Catalogue.builtIn()
    let source = try SourceText(name: "a.txt", bytes: Array(document.utf8))
    var builder = ReportBuilder(
      definition: try .builtIn(subject.kind),
      catalogue: catalogue.indicators
    )
    builder.sureConfidence = 0
    let observations = ObservationExtractor(catalogue: catalogue).observations(in: source)
    let report = try builder.report(subject, from: observations, documents: 1)
    return TextRenderer().text(report).replacing("\u{A0}", with: " ")
      .components(separatedBy: "KÄLLOR")[0]
  }

  @Test(arguments: [ReportSubject.year(2018), .tertial(1, year: 2018)])
  func forecastsAreSaidToBeForecasts(_ subject: ReportSubject) throws {
    let text = try Self.text(
      """
      Tertialrapport 1 2018

      Datum 2018-05-20

      Årsprognosen för nämnden är ett överskott på 12 miljoner kronor. För kansliet \
      prognostiseras en negativ avvikelse med 5 miljoner kronor.
      """,
      subject
    )
    let brief = text.components(separatedBy: "\n\n").first { $0.hasPrefix("I KORTHET") } ?? ""
    #expect(brief.contains("prognos"), "\(text)")
    #expect(text.contains("Prognos"))
    #expect(text.contains("12 mnkr"))
    #expect(text.contains("−5 mnkr"))
  }

  @Test func theSameMonthsOfTwoYearsAreCompared() throws {
    let text = try Self.text(
      """
      Delårsrapport 2015

      Under perioden januari till augusti 2015 fick 3 410 hushåll försörjningsstöd jämfört med \
      3 260 motsvarande period 2014.
      """,
      .compare(2014, 2015)
    )
    #expect(text.contains("+150"), "\(text)")
    #expect(text.contains("4,6 %"))
    #expect(!text.contains("jämförs därför inte"))
  }

  @Test func aShareOfAGroupIsNoHeadline() throws {
    let text = try Self.text(
      """
      Årsrapport 2017

      Mer än hälften av de arbetslösa i Sjövik har kort utbildning. Arbetslösheten var 8,1 \
      procent 2017.
      """,
      .year(2017)
    )
    let brief = text.components(separatedBy: "\n\n").first { $0.hasPrefix("I KORTHET") } ?? ""
    #expect(brief.contains("8,1 %"), "\(text)")
    #expect(!brief.contains("50 %"))
  }
}
