import NyckeltalModel
import Testing

struct PeriodTests {
  @Test(
    "The notation reads back as it was written",
    arguments: [
      "2015", "2015-T1", "2015-Q2", "2015-H1", "2015-04", "2015-04-30", "2018/2019",
      "2008/2015", "2015-01/2015-04-30", "2016-02-29",
    ]
  )
  func notation(_ text: String) throws {
    #expect(try #require(Period(text)).description == text)
  }

  @Test(
    "What is not a period is refused",
    arguments: [
      "", "15", "2015-T4", "2015-Q0", "2015-H3", "2015-13", "2015-02-29", "2015-4", "2019/2018",
      "2015-T1 ", "2015/2016/2017", "²015",
    ]
  )
  func refused(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func aSpanWithinASpanIsWrittenAsOne() throws {
    let summer = try #require(Period("2017-06/2017-08"))
    let since = Period.span(from: summer, to: .year(2017))
    #expect(since.description == "2017-06/2017")
    #expect(Period(since.description) != nil)
    #expect(Period.span(from: .year(2016), to: summer).description == "2016/2017-08")
  }

  @Test func bounds() throws {
    #expect(Period.tertial(2, year: 2015).firstDay == 2015_05_01)
    #expect(Period.tertial(2, year: 2015).lastDay == 2015_08_31)
    #expect(Period.month(2, year: 2016).lastDay == 2016_02_29)
    let span = try #require(Period("2008/2015"))
    #expect(span.contains(.tertial(1, year: 2015)))
    #expect(!span.contains(.year(2016)))
    #expect(Period.year(2015) < .tertial(1, year: 2015))
    #expect(Period.tertial(1, year: 2015) < .tertial(2, year: 2015))
  }
}
