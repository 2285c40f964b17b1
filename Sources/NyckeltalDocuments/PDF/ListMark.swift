import NyckeltalText

/// The marks of list items, as words.
enum ListMark {
  /// "1.", "12)", "a)", "•", "-".
  static func isMark(_ word: ArraySlice<UInt8>) -> Bool { isBullet(word) || isNumber(word) }

  static func isBullet(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3 else { return false }
    return bullets.contains { word.elementsEqual($0.utf8) }
  }

  static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    guard let last = word.last, last == 0x2E || last == 0x29, (2...4).contains(word.count) else {
      return false
    }
    let inner = word.dropLast()
    return inner.allSatisfy { Byte.isDigit($0) }
      || last == 0x29 && inner.count == 1 && inner.allSatisfy { Byte.isLetter($0) }
  }

  private static let bullets = [
    "•", "‣", "–", "—", "▪", "●", "○", "◦", "-", "\u{F0B7}", "\u{F0A7}", "·", "", "*", "o",
  ]
}
