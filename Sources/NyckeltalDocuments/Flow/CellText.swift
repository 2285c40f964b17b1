import NyckeltalText

/// What the text of a cell is by its shape.
enum CellText {
  /// Whether it is a figure: "350", "−420 tkr", "40 %", "<5"; not a year, a date or "30 april".
  static func isFigure(_ text: some Collection<UInt8>) -> Bool {
    let bytes = ArraySlice(text).drop { !Byte.isLetter($0) && !Byte.isDigit($0) && $0 != 0xC3 }
    guard let first = bytes.first, Byte.isDigit(first) else { return false }
    return !namesTime(bytes)
  }

  /// Whether it holds letters or a year, as headings do; a dash for "none" does not.
  static func mayHead(_ text: some Collection<UInt8>) -> Bool {
    !isFigure(text) && text.contains { Byte.isLetter($0) || Byte.isDigit($0) || $0 == 0x25 }
  }

  /// Whether it is a year and nothing more but a note's mark.
  static func isYear(_ text: some Collection<UInt8>) -> Bool {
    let bytes = ArraySlice(text)
    return beginsWithYear(bytes)
      && bytes.dropFirst(4).allSatisfy { $0 == 0x2A || $0 >= 0x80 || Byte.isBlank($0) }
  }

  /// "2023", "2023-08-31", "2022/2023", "30 april 2023", "31/8".
  private static func namesTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    if beginsWithYear(bytes) {
      let rest = bytes.dropFirst(4)
      // "2015 T1"; "2015 tkr" and "2015,5" are figures
      guard let next = rest.first(where: { !Byte.isBlank($0) }) else { return true }
      if next == 0x2C || next == 0x25 { return false }
      let word = rest.drop { Byte.isBlank($0) }.prefix { Byte.isLetter($0) }
      return word.count < 2 || word.count == 3 && isMonth(word) || word.count > 4
    }
    let day = bytes.prefix { Byte.isDigit($0) }
    guard day.count <= 2 else { return false }
    let rest = bytes.dropFirst(day.count)
    if rest.first == 0x2F { return rest.dropFirst().first.map(Byte.isDigit) ?? false }
    return isMonth(rest.drop { Byte.isBlank($0) || $0 == 0x2E }.prefix { Byte.isLetter($0) })
  }

  private static func beginsWithYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 4 && bytes.prefix(4).allSatisfy { Byte.isDigit($0) }
      && (bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8))
      && !(bytes.dropFirst(4).first.map(Byte.isDigit) ?? false)
  }

  private static func isMonth(_ word: ArraySlice<UInt8>) -> Bool {
    let lower = word.prefix(3).map { $0 | 32 }
    return months.contains { lower.elementsEqual($0.utf8) }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
}
