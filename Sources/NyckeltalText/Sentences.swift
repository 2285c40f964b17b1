/// Cuts a block of running text into sentences.
public enum Sentences {
  /// The sentences of a range, without the white space between them.
  ///
  /// A full stop ends a sentence when white space and a capital, a digit, a quotation mark or a
  /// dash follow and it belongs to no abbreviation. A list number is no sentence of its own.
  public static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == 0x2E || byte == 0x3F || byte == 0x21 else { continue }
      var end = index
      // closing quotation marks and parentheses belong to the sentence
      while end < range.upperBound, let length = closing(bytes, at: end, end: range.upperBound) {
        end += length
      }
      guard end < range.upperBound, Byte.isBlank(bytes[end]) else { continue }
      var next = end
      while next < range.upperBound, Byte.isBlank(bytes[next]) { next += 1 }
      guard next < range.upperBound, beginsSentence(bytes, at: next, end: range.upperBound) else {
        continue
      }
      if byte == 0x2E, endsInAbbreviation(bytes, start..<(index - 1), next: next) { continue }
      sentences.append(start..<end)
      start = next
      index = next
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  private static func closing(_ bytes: [UInt8], at index: Int, end: Int) -> Int? {
    switch bytes[index] {
    case 0x22, 0x27, 0x29: return 1
    case 0xE2:
      // ” ’
      let isMark =
        index + 2 < end && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x9D || bytes[index + 2] == 0x99)
      return isMark ? 3 : nil
    default: return nil
    }
  }

  private static func beginsSentence(_ bytes: [UInt8], at index: Int, end: Int) -> Bool {
    let byte = bytes[index]
    if byte &- 65 < 26 || Byte.isDigit(byte) || byte == 0x22 || byte == 0x2D { return true }
    guard index + 1 < end else { return false }
    // À–Þ
    if byte == 0xC3 { return bytes[index + 1] < 0x9F }
    // – — “ ” „
    return byte == 0xE2 && bytes[index + 1] == 0x80
  }

  /// Whether the word before a full stop is an abbreviation that does not end the sentence.
  private static func endsInAbbreviation(
    _ bytes: [UInt8],
    _ sentence: Range<Int>,
    next: Int
  ) -> Bool {
    var start = sentence.upperBound
    while start > sentence.lowerBound, bytes[start - 1] > Byte.space, bytes[start - 1] != 0x28 {
      start -= 1
    }
    let length = sentence.upperBound - start
    guard length > 0 else { return true }
    let nextIsDigit = Byte.isDigit(bytes[next])
    // an initial: "A. Berg"
    if length == 1, bytes[start] &- 65 < 26 { return !nextIsDigit }
    guard length <= 9 else { return false }
    let word = String(decoding: bytes[start..<sentence.upperBound], as: UTF8.self).lowercased()
    if beforeNumbers.contains(word) { return nextIsDigit }
    return always.contains(word)
  }

  /// Abbreviations that something always follows.
  private static let always: Set<String> = [
    "dvs", "d.v.s", "t.ex", "bl.a", "s.k", "f.d", "inkl", "exkl", "resp", "fr.o.m", "t.o.m",
    "p.g.a", "m.a.o", "jfr", "prof", "ang", "avs", "enl", "st.f",
  ]

  /// Abbreviations that a number follows; before a capital they end the sentence.
  private static let beforeNumbers: Set<String> = [
    "ca", "c:a", "nr", "kl", "tel", "s", "sid", "kap", "dnr", "max", "min", "jan", "feb", "apr",
    "aug", "sept", "sep", "okt", "nov", "dec", "prop", "bil", "ung", "motsv",
  ]
}
