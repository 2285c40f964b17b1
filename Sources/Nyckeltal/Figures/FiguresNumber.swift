/// A number in a cell of a table, with the decimal sign that was stated and no other.
enum FiguresNumber {
  /// The number; `nil` for anything else, a number with the other decimal sign too.
  ///
  /// Digits may stand in groups of three behind spaces ("15 900"), as spreadsheets export them.
  static func read(_ text: String, hasDecimalComma: Bool) -> Double? {
    var rest = Substring(text)
    var isNegative = false
    if let sign = rest.first, sign == "-" || sign == "\u{2212}" {
      isNegative = true
      rest = rest.dropFirst()
    }
    let parts = rest.split(
      separator: hasDecimalComma ? "," : ".",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let whole = parts.first, let digits = ungrouped(whole) else { return nil }
    var number = digits
    if parts.count == 2 {
      guard isDigits(parts[1]) else { return nil }
      number += "." + parts[1]
    }
    guard let value = Double(number), value.isFinite else { return nil }
    return isNegative ? -value : value
  }

  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { spaces.contains($0) }
    guard let first = groups.first, groups.allSatisfy(isDigits) else { return nil }
    if groups.count > 1 {
      guard first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    return groups.joined()
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The space, the no-break space and the narrow one.
  private static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}"]
}
