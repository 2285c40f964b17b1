import NyckeltalText

/// What to do between two pieces of a word or sentence that a line's end parts.
enum Hyphenation {
  enum Join {
    case space
    /// The word goes on; its own hyphen stays.
    case keep
    /// The hyphen was made by the line's end.
    case remove
  }

  /// How a text goes on with a word on the next line.
  static func join(_ text: ArraySlice<UInt8>, with next: ArraySlice<UInt8>) -> Join {
    guard text.count >= 2, text.last == 0x2D, let before = text.dropLast().last else {
      return .space
    }
    if Byte.isBlank(before) || before == 0x2D { return .space }
    if Byte.isDigit(before) { return .keep }
    guard startsLower(next) else { return .keep }
    // "studie- och yrkesvägledning"
    if conjunctions.contains(where: { next.elementsEqual($0.utf8) }) { return .space }
    return hasOwnHyphen(text) ? .keep : .remove
  }

  /// "sfi-studerande", "LSS-insatser": the hyphen belongs to the word wherever the line ends.
  private static func hasOwnHyphen(_ text: ArraySlice<UInt8>) -> Bool {
    let end = text.endIndex - 1
    var start = end
    while start > text.startIndex, text[start - 1] > Byte.space, text[start - 1] != 0x28 {
      start -= 1
    }
    let stem = text[start..<end]
    if stem.count >= 2, stem.allSatisfy({ $0 &- 65 < 26 || Byte.isDigit($0) }) { return true }
    return stems.contains { stem.elementsEqual($0.utf8) }
  }

  private static let conjunctions = ["och", "eller", "samt", "respektive", "till"]
  private static let stems = ["sfi", "e", "it", "hr", "gy", "hbtq", "fn", "eu", "kfs"]

  /// Whether a word begins with a lower-case letter.
  static func startsLower(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first &- 97 < 26 { return true }
    let second = word.dropFirst().first ?? 0
    // U+00DF–U+00FF but for ÷
    return first == 0xC3 && second >= 0x9F && second != 0xB7
  }
}
