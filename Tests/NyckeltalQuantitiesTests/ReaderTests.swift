import NyckeltalQuantities
import Testing

struct ReaderTests {
  @Test func example() {
    let found = QuantityReader().read("Cirka 15 900 unga sökte")
    #expect(found.first?.value == 15_900)
  }
}
