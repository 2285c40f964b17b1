import NyckeltalText

/// Diary numbers (dnr, diarienummer): the file number of a matter.
enum Reference {
  /// The diary number that a line holds, when the line is one or announces one with "dnr".
  ///
  /// `AMN 2019-0438-1.6`, `KS 2020/405`, `Dnr AVN/2018:112`, `dnr 1.6.2-123/2018`.
  static func read(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    guard mayStand(bytes[...]) else { return nil }
    var rest = Substring(line)
    var announced = false
    if CaselessText(bytes).holds(anyOf: announcements) {
      announced = announce(&rest)
    } else if !isShort(bytes[...]) {
      return nil
    }
    while let last = rest.last, " .)".contains(last) { rest.removeLast() }
    let words = rest.split(separator: " ", omittingEmptySubsequences: true)
    guard let first = words.first else { return nil }
    if isNumber(first) { return announced || words.count == 1 ? String(first) : nil }
    guard words.count >= 2, isRegister(first), isNumber(words[1]) else {
      return hasRegister(first) && (announced || words.count == 1) ? String(first) : nil
    }
    return announced || words.count == 2 ? "\(first) \(words[1])" : nil
  }

  private static let announcements: [StaticString] = [
    "dnr", "diarienummer", "rendenummer", "rendenr",
  ]

  /// What stands before the word that announces a diary number; `nil` where nothing does.
  static func before(_ line: String) -> String? {
    let words = line.split(separator: " ")
    let place = words.firstIndex { word in
      let bare = word.lowercased().filter(\.isLetter)
      return announcing.contains(bare)
    }
    guard let place, place > 0 else { return nil }
    var title = words[..<place].joined(separator: " ")
    while let last = title.last, "(,;– ".contains(last) { title.removeLast() }
    return title.isEmpty ? nil : title
  }

  /// A diary number with its register at the end of a title, and the title before it:
  /// "Lägesrapport SN 2018/0112".
  static func behind(_ title: String) -> (reference: String, title: String)? {
    let words = title.split(separator: " ")
    guard words.count >= 3, isRegister(words[words.count - 2]),
      let last = words.last, isNumber(last)
    else { return nil }
    return (
      "\(words[words.count - 2]) \(last)", words.dropLast(2).joined(separator: " ")
    )
  }

  private static let announcing = ["dnr", "diarienummer", "ärendenummer", "ärendenr"]

  /// Cuts a line to what stands behind the word that announces a diary number.
  private static func announce(_ rest: inout Substring) -> Bool {
    for word in announcing {
      let lowered = rest.lowercased()
      guard let found = lowered.firstRange(of: word) else { continue }
      rest = rest.dropFirst(lowered.distance(from: lowered.startIndex, to: found.upperBound))
        .drop { ":. ".contains($0) }
      return true
    }
    return false
  }

  /// Whether a block can hold one, which is asked before a string is made of it: digits that may be
  /// one, by themselves, behind a register's letters, or announced.
  static func mayStand(_ text: CleanText, _ range: Range<Int>) -> Bool {
    mayStand(text.bytes[range])
      && (isShort(text.bytes[range]) || text.caseless.holds(anyOf: announcements, in: range))
  }

  /// Whether a line has no more words than a diary number with its register.
  private static func isShort(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last == Byte.space || last == 0x2E || last == 0x29 {
      line.removeLast()
    }
    var words = 0
    var isBehindBlank = true
    for byte in line {
      let isBlank = Byte.isBlank(byte)
      if isBehindBlank, !isBlank { words += 1 }
      isBehindBlank = isBlank
    }
    return words <= 2
  }

  /// Whether four digits stand among the bytes that a sign ties to others.
  static func mayStand(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { mayStand($0) }
  }

  private static func mayStand(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    var before: UInt8 = 0
    for byte in bytes {
      if Byte.isDigit(byte) {
        digits += 1
        if digits == 4, isJoint(before) { return true }
        continue
      }
      if digits == 4, isJoint(byte) { return true }
      digits = 0
      before = byte
    }
    return false
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x2F, 0x3A: true
    default: false
    }
  }

  /// The letters of a committee's register: AMN, KS, AVN.
  private static func isRegister(_ word: Substring) -> Bool {
    (2...6).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
  }

  /// `AVN/2018:112`, `KS2020/405`.
  private static func hasRegister(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isLetter && $0.isUppercase }
    guard (2...6).contains(letters.count) else { return false }
    return isNumber(word.dropFirst(letters.count).drop { "/-:".contains($0) })
  }

  /// Digits in groups, one of them a year: `2019-0438-1.6`, `2020/405`, `1.6.2-123/2018`.
  private static func isNumber(_ word: Substring) -> Bool {
    var groups: [Int] = [0]
    for byte in word.utf8 {
      if Byte.isDigit(byte) {
        groups[groups.count - 1] += 1
      } else if isJoint(byte) {
        groups.append(0)
      } else {
        return false
      }
    }
    // a date is not a diary number
    return groups.count >= 2 && !groups.contains(0) && groups != [4, 2, 2] && groups.contains(4)
  }
}
