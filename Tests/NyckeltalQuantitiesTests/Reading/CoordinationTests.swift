import NyckeltalModel
import NyckeltalQuantities
import Testing

/// Ages that are listed, headings with numbers, changes with what they led to.
struct CoordinationTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example(
      "ageRange 25..54 years | ageRange 55..64 years",
      ["uppdelat på ⟦25–54⟧ och ⟦55–64 år⟧", "grupperna ⟦25-54⟧ respektive ⟦55-64 år⟧"]
    ),
    Example(
      "ageRange 16..24 years | ageRange 25..64 years",
      ["i åldrarna ⟦16–24⟧ resp. ⟦25–64⟧", "i åldrarna ⟦16-24⟧ och ⟦25-64 år⟧"]
    ),
    Example(
      "",
      ["1.1 I arbete", "2.3 Ny verksamhet", "2.3.1 Fler i arbete", "Mål 2.2 Fler i arbete"]
    ),
    Example(
      "40 up | 310 to",
      ["utökas med ⟦40⟧ till ⟦310⟧", "ökade med ⟦40⟧ till ⟦310⟧"]
    ),
    Example("10..15 percent up", ["ökar med ⟦10 till 15 procent⟧"]),
    Example("2.5 percent atMost", ["får ⟦inte överstiga 2,5 procent⟧"]),
    Example("15 percent atLeast", ["ska ⟦inte understiga 15 procent⟧"]),
    Example("45 other", ["⟦trekvart⟧"]),
    Example("ordinal 25", ["den ⟦tjugo femte⟧ i ordningen"]),
  ]

  @Test(arguments: [
    ("period 2017-06/2017-08", "⟦Förra sommaren⟧"), ("period 2018-T3", "⟦i höst⟧"),
    ("period 2019-06/2019-08", "⟦nästa sommar⟧"),
    ("period 2017-12", "jämfört med 352 i ⟦december⟧"),
  ])
  func seasons(_ expected: String, _ marked: String) {
    let context = PeriodContext(documentDate: .day(26, month: 2, year: 2018))
    let text = MarkedText(marked)
    let found = QuantityReader().read(text.text, context: context).filter { $0.form == .period }
    #expect(found.map(Example.notation).joined(separator: " | ") == expected)
  }
}
