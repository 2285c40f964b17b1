import Foundation
import NyckeltalText

/// Lines that open a numbered matter: "§ 6", "§ 12 Rubrik", "Ärende 5", "14 §".
struct ItemHeading {
  var number: String
  /// The title on the same line.
  var title: String?

  /// Reads a line; `nil` when it opens no item.
  ///
  /// - Parameters:
  ///   - line: The line, white space folded.
  ///   - isMarked: Whether the layout marks it as a heading; running text that begins with a
  ///     paragraph of a law ("§ 4 i reglementet …") is not.
  init?(_ line: String, isMarked: Bool) {
    var rest: Substring
    let line = Self.withoutRegister(line)
    // "§§ 12-13" tells when somebody was there
    if line.hasPrefix("§§") || line.hasPrefix("§ §") { return nil }
    if line.hasPrefix("§") {
      rest = line.drop { $0 == "§" || $0 == " " || $0 == "\u{A0}" }
    } else if let word = ["Ärende nr ", "Ärende ", "Punkt ", "Paragraf "].first(
      where: line.hasPrefix
    ) {
      rest = line.dropFirst(word.count)
    } else if let sign = line.firstIndex(of: "§"), let number = Int(line[..<sign].trimmed) {
      self.number = String(number)
      title = Self.title(line[line.index(after: sign)...])
      return
    } else {
      return nil
    }
    let digits = rest.prefix { $0.isWholeNumber }
    // "Ärende 2022/45" is a diary number
    guard (1...(line.hasPrefix("§") ? 4 : 3)).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    // "§ 64/20": the year is no part of the title
    let year = rest.dropFirst().prefix { $0.isWholeNumber }
    if rest.hasPrefix("/"), year.count == 2 || year.count == 4 {
      rest = rest.dropFirst(year.count + 1)
    }
    // "§ 8 a"
    if rest.hasPrefix(" "), let letter = rest.dropFirst().first, "abcdef".contains(letter),
      rest.count == 2
    {
      number = "\(digits) \(letter)"
      title = nil
      return
    }
    if let next = rest.first, next.isLetter && next.isLowercase { return nil }
    if Self.isContinued(rest) { rest = "" }
    let title = Self.title(rest)
    if let title {
      if title.hasSuffix(".") && !isMarked { return nil }
      if title.first?.isLowercase == true || title.count > 220 { return nil }
    }
    number = String(digits)
    self.title = title
  }

  /// Whether a block can be such a line; what it costs to ask every block.
  static func mayBegin(_ text: CleanText, _ range: Range<Int>) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      let line = UnsafeBufferPointer(rebasing: bytes[range])
      guard let first = line.first else { return false }
      if first == 0xC3 { return line.starts(with: "Ärende".utf8) || mayHoldSign(line) }
      if first == 0x50 {
        return line.starts(with: "Punkt".utf8) || line.starts(with: "Paragraf".utf8)
          || mayHoldSign(line)
      }
      return mayHoldSign(line)
    }
  }

  /// Whether § stands behind at most one word: "§ 6", "14 §", "Ksau § 181".
  private static func mayHoldSign(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasWord = false
    var isBehindWord = false
    for index in line.indices {
      let byte = line[index]
      if byte == 0xC2, index + 1 < line.count, line[index + 1] == 0xA7 { return true }
      if Byte.isBlank(byte) {
        isBehindWord = hasWord
      } else if isBehindWord {
        return false
      } else {
        hasWord = true
      }
    }
    return false
  }

  /// "Ksau § 181", "AL § 74": the committee's letters before the sign.
  private static func withoutRegister(_ line: String) -> String {
    if line.begins(with: "§") { return line }
    guard let sign = line.firstIndex(of: "§") else { return line }
    let before = line[..<sign].trimmed
    let isRegister =
      (1...6).contains(before.count) && before.allSatisfy(\.isLetter)
      && before.first?.isUppercase == true
    return isRegister ? String(line[sign...]) : line
  }

  /// "§ 88 forts.": the item goes on from the page before.
  private static func isContinued(_ rest: Substring) -> Bool {
    let words = rest.lowercased().split { !$0.isLetter }
    return words.count == 1 && (words[0] == "forts" || words[0] == "fortsättning")
  }

  private static func title(_ rest: Substring) -> String? {
    let text = rest.drop { " .,:–-|\u{A0}\t".contains($0) }.trimmed
    return text.isEmpty ? nil : text
  }
}

extension StringProtocol {
  /// Without white space around it.
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
