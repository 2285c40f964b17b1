import NyckeltalQuantities
import Testing

/// Places in an order.
struct OrdinalTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example(
      "ordinal 1",
      ["⟦första⟧", "⟦förste⟧", "⟦1:a⟧", "⟦1a⟧", "för ⟦första⟧ gången", "de ⟦första⟧ böckerna"]
    ),
    Example(
      "ordinal 2",
      ["⟦andra⟧", "⟦andre⟧", "⟦2:a⟧", "⟦2a⟧", "den ⟦andra⟧ delen", "på ⟦andra⟧ plats", "⟦2:e⟧"]
    ),
    Example("ordinal 3", ["⟦tredje⟧", "⟦3:e⟧", "⟦3e⟧", "⟦3:dje⟧", "den ⟦tredje⟧ raden"]),
    Example("ordinal 4", ["⟦fjärde⟧", "⟦4:e⟧", "⟦4e⟧"]),
    Example("ordinal 8", ["⟦åttonde⟧", "⟦8:e⟧", "⟦8e⟧"]),
    Example("ordinal 11", ["⟦elfte⟧", "⟦11:e⟧", "den ⟦11:e⟧ raden"]),
    Example("ordinal 20", ["⟦tjugonde⟧", "⟦20:e⟧"]),
    Example("ordinal 21", ["⟦tjugoförsta⟧", "⟦tjugoförste⟧", "⟦21:a⟧"]),
    Example("ordinal 25", ["⟦tjugofemte⟧", "⟦25e⟧", "⟦25:e⟧"]),
    Example("ordinal 31", ["⟦trettioförsta⟧", "⟦31a⟧", "⟦31:a⟧"]),
    Example("ordinal 42", ["⟦fyrtioandra⟧", "⟦fyrtioandre⟧", "⟦42:a⟧"]),
    Example("ordinal 77", ["⟦sjuttiosjunde⟧", "⟦77:e⟧"]),
    Example("ordinal 90", ["⟦nittionde⟧", "⟦90:e⟧"]),
    Example("ordinal 100", ["⟦hundrade⟧", "⟦etthundrade⟧", "⟦100:e⟧"]),
    Example("ordinal 125", ["⟦etthundratjugofemte⟧", "⟦125:e⟧"]),
    Example("ordinal 126", ["⟦126:e⟧", "den ⟦hundratjugosjätte⟧ gången"]),
    Example("ordinal 200", ["⟦tvåhundrade⟧", "⟦200:e⟧"]),
    Example("ordinal 1000", ["⟦tusende⟧", "⟦1000:e⟧"]),
  ]

  @Test(
    "Idioms and other words",
    arguments: [
      "i första hand", "i andra hand", "för det första", "för det andra", "de andra eleverna",
      "andra insatser", "å andra sidan", "1:e vice ordförande", "andre vice ordförande",
      "förste vice ordförande", "en förstaklassbiljett", "varandra",
    ]
  )
  func idioms(_ text: String) {
    #expect(QuantityReader().read(text) == [])
  }

  @Test("1 to 1000 in words and in digits")
  func all() {
    let reader = QuantityReader()
    var faults: [String] = []
    for number in 1...1_000 {
      for spelling in [Self.ordinal(number), "\(number):\(Self.ending(number))"] {
        let found = reader.read(spelling)
        let isRight =
          found.count == 1 && found[0].form == .ordinal
          && found[0].value == Double(number)
        if !isRight { faults.append(spelling) }
      }
    }
    #expect(faults == [])
  }

  private static func ending(_ number: Int) -> String {
    let isTeen = (11...12).contains(number % 100)
    return (number % 10 == 1 || number % 10 == 2) && !isTeen ? "a" : "e"
  }

  private static let below20 = [
    "", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
    "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde",
    "artonde", "nittonde",
  ]
  private static let tens = [
    "", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio",
  ]
  private static let units = ["", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]

  /// The spelling by the rules of Svenska skrivregler: only the last part is inflected.
  private static func ordinal(_ number: Int) -> String {
    if number == 1_000 { return "tusende" }
    let hundreds = number >= 100 ? units[number / 100] + "hundra" : ""
    let rest = number % 100
    if rest == 0 { return hundreds + "de" }
    if rest < 20 { return hundreds + below20[rest] }
    let unit = rest % 10
    return hundreds + tens[rest / 10] + (unit == 0 ? "nde" : below20[unit])
  }
}
