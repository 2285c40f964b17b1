/// Cuts a block of running text into sentences.
public enum Sentences {
  /// The sentences of a range, without the white space between them.
  ///
  /// A full stop ends a sentence when white space and a capital, a digit, a quotation mark or a
  /// dash follow and it belongs to no abbreviation. A list number is no sentence of its own. What is
  /// longer than sentences are is cut between words: every figure is read with all of its sentence.
  public static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    split(bytes, range, into: &sentences)
    return sentences
  }

  /// Replaces a list with the sentences of a range, see ``split(_:_:)``.
  public static func split(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    into sentences: inout [Range<Int>]
  ) {
    sentences.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[..<range.upperBound])
      var start = range.lowerBound
      var index = start
      while true {
        index = ByteSearch.firstEnd(in: text, from: index)
        guard index < text.count else { break }
        let byte = text[index]
        index += 1
        var end = index
        // closing quotation marks and parentheses belong to the sentence
        while end < text.count, let length = closing(text, at: end) { end += length }
        guard end < text.count, Byte.isBlank(text[end]) else { continue }
        var next = end
        while next < text.count, Byte.isBlank(text[next]) { next += 1 }
        guard next < text.count, beginsSentence(text, at: next) else { continue }
        if byte == 0x2E, endsInAbbreviation(text, start..<(index - 1), next: next) { continue }
        append(start..<end, of: text, to: &sentences)
        start = next
        index = next
      }
      if start < text.count { append(start..<text.count, of: text, to: &sentences) }
    }
  }

  /// The bytes of several of the longest sentences that are written.
  private static let longest = 2000

  private static func append(
    _ sentence: Range<Int>,
    of text: UnsafeBufferPointer<UInt8>,
    to sentences: inout [Range<Int>]
  ) {
    var start = sentence.lowerBound
    while sentence.upperBound - start > longest {
      var end = start + longest
      while end > start, !Byte.isBlank(text[end]) { end -= 1 }
      if end == start {
        // a word without end: between its characters
        end = start + longest
        while end > start + longest - 3, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      sentences.append(start..<end)
      while end < sentence.upperBound, Byte.isBlank(text[end]) { end += 1 }
      start = end
    }
    if start < sentence.upperBound { sentences.append(start..<sentence.upperBound) }
  }

  private static func closing(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch text[index] {
    case 0x22, 0x27, 0x29: return 1
    case 0xE2:
      // ” ’
      let isMark =
        index + 2 < text.count && text[index + 1] == 0x80
        && (text[index + 2] == 0x9D || text[index + 2] == 0x99)
      return isMark ? 3 : nil
    default: return nil
    }
  }

  private static func beginsSentence(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = text[index]
    if byte &- 65 < 26 || Byte.isDigit(byte) || byte == 0x22 || byte == 0x2D { return true }
    guard index + 1 < text.count else { return false }
    // À–Þ
    if byte == 0xC3 { return text[index + 1] < 0x9F }
    // – — “ ” „
    return byte == 0xE2 && text[index + 1] == 0x80
  }

  /// Whether the word before a full stop is an abbreviation that does not end the sentence.
  private static func endsInAbbreviation(
    _ text: UnsafeBufferPointer<UInt8>,
    _ sentence: Range<Int>,
    next: Int
  ) -> Bool {
    var start = sentence.upperBound
    while start > sentence.lowerBound, text[start - 1] > Byte.space, text[start - 1] != 0x28 {
      start -= 1
    }
    let length = sentence.upperBound - start
    guard length > 0 else { return true }
    let nextIsDigit = Byte.isDigit(text[next])
    // an initial: "A. Berg"
    if length == 1, text[start] &- 65 < 26 { return !nextIsDigit }
    guard length <= 9 else { return false }
    var hash = StableHash.basis
    for index in start..<sentence.upperBound {
      hash = StableHash.mix(hash, CaselessText.lowered(text[index], behind: 0))
    }
    if beforeNumbers.contains(hash) { return nextIsDigit }
    return always.contains(hash)
  }

  /// Abbreviations that something always follows.
  private static let always = StableHash.ofAll([
    "dvs", "d.v.s", "t.ex", "bl.a", "s.k", "f.d", "inkl", "exkl", "resp", "fr.o.m", "t.o.m",
    "p.g.a", "m.a.o", "jfr", "prof", "ang", "avs", "enl", "st.f",
  ])

  /// Abbreviations that a number follows; before a capital they end the sentence.
  private static let beforeNumbers = StableHash.ofAll([
    "ca", "c:a", "nr", "kl", "tel", "s", "sid", "kap", "dnr", "max", "min", "jan", "feb", "apr",
    "aug", "sept", "sep", "okt", "nov", "dec", "prop", "bil", "ung", "motsv",
  ])
}
