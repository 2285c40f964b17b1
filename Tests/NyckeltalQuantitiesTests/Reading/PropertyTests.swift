import NyckeltalModel
import NyckeltalQuantities
import Testing

/// What holds for every number and for every text.
struct PropertyTests {
  @Test("Any grouping, decimals, qualifier and unit read back")
  func readsBack() {
    var generator = SeededGenerator(seed: 7)
    let reader = QuantityReader()
    var faults: [String] = []
    for _ in 0..<20_000 {
      let expected = Written(using: &generator)
      let text = "Det är \(expected.text) här"
      let found = reader.read(text)
      let isRight =
        found.count == 1 && found[0].value == expected.value && found[0].unit == expected.unit
        && found[0].qualifier == expected.qualifier
        && found[0].range == 8..<(8 + expected.text.utf8.count)
      if !isRight {
        faults.append("\(text): \(found.map(Example.notation)), not \(expected.value)")
      }
    }
    #expect(faults.prefix(20) == [])
  }

  @Test("Any bytes are safe, and ranges lie on character boundaries")
  func anyBytes() {
    var generator = SeededGenerator(seed: 11)
    var checker = RangeChecker()
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...60, using: &generator)
      checker.check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    let alphabet = Array(" 0123456789-–,.:/%()§½åäöaenettvåtre kr\u{AD}\u{A0}\u{301}€år".utf8)
    for _ in 0..<40_000 {
      let count = Int.random(in: 0...40, using: &generator)
      checker.check((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
    }
    #expect(checker.faults.prefix(10) == [])
  }

  @Test("Broken and mutated sentences are safe")
  func mutations() {
    var generator = SeededGenerator(seed: 13)
    var checker = RangeChecker()
    let texts = (ProseTests.corpus + RangeTests.ranges + MoneyTests.corpus).flatMap(\.texts)
      .map { Array(MarkedText($0).text.utf8) }
    for _ in 0..<30_000 {
      var bytes = texts.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
        }
      }
      checker.check(bytes)
    }
    #expect(checker.faults.prefix(10) == [])
  }

  @Test(
    "Long monotonous lines take linear time",
    arguments: [
      "1", "1 ", "1-", "1.", "1,", "111 ", "hundra ", "en ", "tusen hundra ", "1/", "1:", "a1",
      "ca ", "från 1 till ", "§ ", "2015-", "2015 ", "över ", "5 och ", "(1) ", "januari ", "½ ",
      "mellan 1 och ", "antal ", "minst inte mer än ", "T1–", "å", "\u{AD}", "1 % ", "ett halvt ",
    ]
  )
  func linear(_ unit: String) {
    let reader = QuantityReader()
    let clock = ContinuousClock()
    let short = String(repeating: unit, count: 6_000 / unit.utf8.count)
    let long = String(repeating: short, count: 8)
    let first = clock.measure { _ = reader.read(short) }
    let second = clock.measure { _ = reader.read(long) }
    #expect(second < first * 40 + .milliseconds(200), "\(unit): \(first) and \(second)")
  }
}

/// A random figure with its spelling.
private struct Written {
  var text: String
  var value: Double
  var unit: FigureUnit?
  var qualifier: Qualifier

  init(using generator: inout SeededGenerator) {
    let magnitude = Int.random(in: 1...9, using: &generator)
    let limit = (0..<magnitude).reduce(1) { product, _ in product * 10 }
    let whole = Int.random(in: limit / 10..<limit, using: &generator)
    let separators = ["", " ", "\u{A0}", "\u{202F}", "\u{2009}", "."]
    var separator = separators.randomElement(using: &generator) ?? ""
    let units: [(String, FigureUnit?, Double)] = [
      (" personer", .persons, 1), (" ungdomar", .persons, 1), (" kr", .sek, 1),
      (" tkr", .sek, 1_000),
      (" mnkr", .sek, 1e6), (" %", .percent, 1), ("%", .percent, 1), (" procent", .percent, 1),
      (" procentenheter", .percentagePoints, 1), (" platser", .places, 1),
      (" hushåll", .households, 1),
      (" anställningar", .employments, 1), (" veckor", .days, 7), (" månader", .months, 1),
      (" kurser", .other, 1), (" kronor", .sek, 1),
    ]
    let (noun, unit, factor) = units.randomElement(using: &generator) ?? ("", nil, 1)
    let qualifiers: [(String, Qualifier)] = [
      ("", .exact), ("ca ", .about), ("cirka ", .about), ("drygt ", .moreThan),
      ("minst ", .atLeast),
      ("högst ", .atMost), ("nästan ", .almost), ("färre än ", .lessThan), ("upp till ", .atMost),
    ]
    let (words, qualifier) = qualifiers.randomElement(using: &generator) ?? ("", .exact)
    if separator == ".", whole < 1_000 { separator = "" }
    var digits = Self.grouped(whole, separator)
    var value = Double(whole)
    if factor == 1, separator != ".", whole < 1_000_000, Bool.random(using: &generator) {
      let tenths = Int.random(in: 1...99, using: &generator)
      digits += "," + (tenths < 10 ? "0" : "") + String(tenths)
      value = (Double(whole) * 100 + Double(tenths)) / 100
    }
    text = words + digits + noun
    self.value = value * factor
    self.unit = unit
    self.qualifier = qualifier
  }

  private static func grouped(_ number: Int, _ separator: String) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: separator)
  }
}

/// Reads bytes and checks what every reading must keep.
private struct RangeChecker {
  private let reader = QuantityReader()
  private var tokens = TokenBuffer()
  private var found: [Quantity] = []
  private(set) var faults: [String] = []
  private let context = PeriodContext(documentDate: .day(7, month: 5, year: 2015))

  mutating func check(_ bytes: [UInt8]) {
    found.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer {
      reader.read($0, context: context, tokens: &tokens, into: &found)
    }
    var end = 0
    for quantity in found {
      let ranges = [quantity.range, quantity.numberRange] + (quantity.unitRange.map { [$0] } ?? [])
      for range in ranges {
        let isInside = range.lowerBound >= 0 && range.upperBound <= bytes.count && !range.isEmpty
        guard isInside, isBoundary(range.lowerBound, bytes), isBoundary(range.upperBound, bytes)
        else {
          faults.append("\(range) in \(bytes)")
          return
        }
      }
      if quantity.range.lowerBound < end { faults.append("overlap in \(bytes)") }
      end = quantity.range.upperBound
    }
  }

  private func isBoundary(_ index: Int, _ bytes: [UInt8]) -> Bool {
    index == bytes.count || bytes[index] & 0xC0 != 0x80
  }
}
