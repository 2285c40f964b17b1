import NyckeltalModel
import NyckeltalQuantities
import Testing

struct QuantityPeriodTests {
  @Test(
    "A quantity gives back the period that it was given",
    arguments: [
      "2015", "2015-T1", "2015-Q2", "2015-H1", "2015-04", "2015-04-30", "2018/2019",
      "2015-01/2015-04-30",
    ]
  )
  func period(_ notation: String) throws {
    let period = try #require(Period(notation))
    var quantity = Quantity(form: .period, range: 0..<1, numberRange: 0..<1, period: period)
    #expect(quantity.period == period)
    let since = Period.span(from: period, to: .year(2020))
    quantity.period = since
    #expect(quantity.period == since)
    quantity.period = nil
    #expect(quantity.period == nil)
  }
}
