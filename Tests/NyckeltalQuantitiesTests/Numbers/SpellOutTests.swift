import Foundation
import NyckeltalQuantities
import Testing

/// Numbers as ICU spells them, soft hyphens and all, read back exactly.
struct SpellOutTests {
  // In pieces, which run at the same time, each with a formatter of its own.

  @Test("All whole numbers to 100 000", arguments: 0..<8)
  func small(_ piece: Int) {
    #expect(faults(of: (piece * 12_500)..<((piece + 1) * 12_500)) == [])
  }

  @Test("20 000 random numbers to 10^9", arguments: 0..<4)
  func great(_ piece: Int) {
    var generator = SeededGenerator(seed: UInt64(2015 + piece))
    let numbers = (0..<5_000).map { _ in Int.random(in: 0...1_000_000_000, using: &generator) }
    #expect(faults(of: numbers) == [])
  }

  @Test("100 000, and random numbers to 10^12")
  func greater() {
    var generator = SeededGenerator(seed: 2015)
    let numbers = (0..<500).map { _ in Int.random(in: 0..<1_000_000_000_000, using: &generator) }
    #expect(faults(of: [100_000] + numbers) == [])
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
