import Foundation
import NyckeltalQuantities
import Testing

/// Numbers as ICU spells them, soft hyphens and all, read back exactly.
struct SpellOutTests {
  @Test("All whole numbers to 100 000")
  func small() { #expect(faults(of: 0...100_000) == []) }

  @Test("20 000 random numbers to 10^9, and some to 10^12")
  func great() {
    var generator = SeededGenerator(seed: 2015)
    let numbers = (0..<20_000).map { _ in Int.random(in: 0...1_000_000_000, using: &generator) }
    #expect(faults(of: numbers) == [])
    let greater = (0..<500).map { _ in Int.random(in: 0..<1_000_000_000_000, using: &generator) }
    #expect(faults(of: greater) == [])
  }

  @Test("Below zero and with decimals")
  func signed() {
    let formatter = Self.formatter()
    let reader = QuantityReader()
    for value in [-1, -20, -345, -15_900, -2_000_001] {
      let text = formatter.string(from: NSNumber(value: value)) ?? ""
      #expect(reader.read(text).map(\.value) == [Double(value)], "\(text)")
    }
    for value in [1.5, 2.25, 0.75, 12.5, -3.2] {
      let text = formatter.string(from: NSNumber(value: value)) ?? ""
      #expect(reader.read(text).map(\.value) == [value], "\(text)")
    }
  }

  /// The spellings that are not read back.
  private func faults(of numbers: some Sequence<Int>) -> [String] {
    let formatter = Self.formatter()
    let reader = QuantityReader()
    var tokens = TokenBuffer()
    var found: [Quantity] = []
    var faults: [String] = []
    for number in numbers {
      var text = formatter.string(from: NSNumber(value: number)) ?? ""
      found.removeAll(keepingCapacity: true)
      text.withUTF8 { reader.read($0, tokens: &tokens, into: &found) }
      let isRight =
        found.count == 1 && found[0].form == .cardinal && found[0].value == Double(number)
        && found[0].range == 0..<text.utf8.count
      if !isRight { faults.append(text) }
    }
    return Array(faults.prefix(20))
  }

  private static func formatter() -> NumberFormatter {
    let formatter = NumberFormatter()
    formatter.locale = Locale(identifier: "sv_SE")
    formatter.numberStyle = .spellOut
    return formatter
  }
}
