import Foundation

/// Words beside those of the examples, as often as the words of a language are.
///
/// The first is some hundred times as frequent as the hundredth. The same order of calls gives the
/// same words.
struct Vocabulary {
  private let words: [[UInt8]]
  /// The share of the examples' long words that others take the place of.
  private let share: Double
  private var state: UInt64 = 0x2015_0507

  /// Makes a vocabulary of a language's size.
  init(share: Double, count: Int = 200_000) {
    self.share = share
    var words: [[UInt8]] = []
    words.reserveCapacity(count)
    for number in 0..<count { words.append(Self.word(number)) }
    self.words = words
  }

  private static let beginnings = [
    "be", "för", "sam", "upp", "ut", "kom", "av", "in", "an", "över", "sär", "full", "land", "bygd",
    "skol", "vård", "tid", "råd", "sek", "mot",
  ].map { Array($0.utf8) }
  private static let middles = [
    "lägg", "stöd", "band", "gran", "vill", "kraf", "pend", "mård", "stig", "blom", "tekn", "rikt",
    "håll", "grip", "sänd", "möt", "frök", "drag", "vand", "lyft", "klipp", "trän", "smör", "kväl",
  ].map { Array($0.utf8) }
  private static let endings = [
    "a", "en", "et", "ar", "er", "ning", "ande", "ligt", "het", "arna", "ades", "ska", "ism", "ör",
  ].map { Array($0.utf8) }

  /// A word with letters of its own for each number.
  private static func word(_ number: Int) -> [UInt8] {
    var rest = number
    func take(_ parts: [[UInt8]]) -> [UInt8] {
      defer { rest /= parts.count }
      return parts[rest % parts.count]
    }
    var word = take(beginnings) + take(middles)
    let ending = take(endings)
    while rest > 0 { word += take(middles) }
    return word + ending
  }

  /// Adds a text in which a share of the words in lower case of five letters or more are others, and
  /// the digits of numbers but years too.
  mutating func vary(_ text: some Collection<UInt8>, to result: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let isDigit = byte &- 48 < 10
      guard isDigit || Self.isLetter(byte) else {
        result.append(byte)
        text.formIndex(after: &index)
        continue
      }
      let part = text[index...].prefix { isDigit ? $0 &- 48 < 10 : Self.isLetter($0) }
      index = part.endIndex
      if isDigit {
        varyDigits(part, to: &result)
      } else if part.count >= 5, byte >= 97, unit() < share {
        // the rank of a word drawn by Zipf's law
        let rank = pow(Double(words.count), unit())
        result += words[min(words.count - 1, Int(rank) - 1)]
      } else {
        result += part
      }
    }
  }

  private mutating func varyDigits(_ digits: some Collection<UInt8>, to result: inout [UInt8]) {
    if digits.count == 4, digits.starts(with: [0x32, 0x30]) {
      let year = 2008 + Int(unit() * 17)
      result += Array(String(year).utf8)
      return
    }
    for (place, _) in digits.enumerated() {
      result.append(UInt8(48 + (place == 0 ? 1 + Int(unit() * 9) : Int(unit() * 10))))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte >= 0x80 }

  /// A number from 0 to below 1.
  private mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
