import NyckeltalText

/// The figures behind a row's label, divided so that there is one for each column.
struct CountedValues {
  /// What a column may hold.
  enum Column {
    /// A figure that is like those beside it in size: an outcome, a target, a year's figure.
    case level
    /// A figure of any size: a deviation, a change.
    case difference
    /// A figure, or words that say who sets it.
    case set
    case judgement

    init(_ heading: String) {
      self =
        heading.hasPrefix("bedömning")
        ? .judgement
        : heading.hasPrefix("kf") || heading.hasPrefix("årsmål")
          ? .set
          : [
            "avvikelse", "förändring", "diff", "budgetavvikelse", "budget-avvikelse", "prognosavv",
          ]
          .contains(where: heading.hasPrefix) ? .difference : .level
    }
  }

  /// Where the figures end; `nil` where they cannot be divided.
  private(set) var end: Int?
  /// The figures; `nil` where they can be divided in several ways.
  private(set) var cells: [Range<Int>]?

  private let lines: TextLines
  private let bytes: [UInt8]
  private let columns: [Column]
  private var ways: [[Range<Int>]] = []
  /// Places from which the columns behind a number of them cannot be filled.
  private var dead: Set<Int> = []

  /// The most ways that are looked at.
  private static let mostWays = 12
  /// The most bytes of white space between two figures.
  private static let widestGap = 80
  /// The most groups of three digits that a number has.
  private static let mostGroups = 4

  /// Divides what stands at a place, in no more steps than may still be taken for the row: what is
  /// written to have no end of ways would take no end of time.
  init(_ lines: TextLines, from place: Int, columns: [Column], effort: inout Int) {
    self.lines = lines
    bytes = lines.bytes
    self.columns = columns
    var found: [Range<Int>] = []
    for glued in [false, true] where ways.isEmpty {
      dead = []
      divide(place, &found, glued: glued, &effort)
    }
    guard let first = ways.first else { return }
    end = first.last?.upperBound
    guard ways.count > 1 else {
      cells = first
      return
    }
    guard ways.count < Self.mostWays else { return }
    // of several ways that one of which the levels are alike
    let spreads = ways.map(spread)
    let alike = spreads.indices.filter { spreads[$0] <= 10 }
    if alike.count == 1, spreads.indices.allSatisfy({ $0 == alike[0] || spreads[$0] > 50 }) {
      cells = ways[alike[0]]
    }
    end = ways.compactMap { $0.last?.upperBound }.max()
  }

  /// Whether figures may begin at a place.
  static func mayBegin(_ bytes: [UInt8], _ place: Int) -> Bool {
    let byte = bytes[place]
    let before = place > 0 ? bytes[place - 1] : Byte.space
    if Byte.isDigit(byte) { return !Byte.isDigit(before) && before != 0x2C && before != 0x2E }
    if byte == 0x2D || byte == 0xE2 || byte == 0x2B { return true }
    guard Byte.isBlank(before) || before == 0x29 else { return false }
    return byte == 0x2E && place + 1 < bytes.count && bytes[place + 1] == 0x2E
      || limit(bytes, place) != nil
  }

  private mutating func divide(
    _ place: Int,
    _ found: inout [Range<Int>],
    glued: Bool,
    _ effort: inout Int
  ) {
    effort -= 1
    guard ways.count < Self.mostWays, effort > 0 else { return }
    if found.count == columns.count {
      if endsRow(place, found) { ways.append(found) }
      return
    }
    let state = place * (columns.count + 1) + found.count
    guard !dead.contains(state) else { return }
    let start = skip(place)
    // two figures are set apart, but by a sign
    if let last = found.last, start == place, !(glued || isSign(start) && isWhole(last)) { return }
    let before = ways.count
    for end in ends(start, columns[found.count], glued: glued) {
      found.append(start..<end)
      divide(end, &found, glued: glued, &effort)
      found.removeLast()
    }
    if ways.count == before { dead.insert(state) }
  }

  /// Whether a line of the source ends at a place.
  private func breaks(_ place: Int) -> Bool { lines.breaks(after: place) }

  private func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { Byte.isBlank(bytes[$0]) && breaks($0) }
  }

  /// Whether a figure cannot be the first of two with a dash between, "18-24".
  private func isWhole(_ cell: Range<Int>) -> Bool {
    bytes[cell].contains { $0 == 0x2C || $0 == 0x2E || $0 == 0x25 }
  }

  private func skip(_ place: Int) -> Int {
    var next = place
    while next < bytes.count, next - place < Self.widestGap,
      Byte.isBlank(bytes[next]) || isNarrow(next)
    {
      next += Byte.isBlank(bytes[next]) ? 1 : 2
    }
    return next
  }

  private func isNarrow(_ place: Int) -> Bool {
    bytes[place] == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA0
  }

  /// Whether no further figure stands behind a place: a label, or nothing.
  private func endsRow(_ place: Int, _ found: [Range<Int>]) -> Bool {
    let next = skip(place)
    guard next < bytes.count else { return true }
    if isDash(place) > 0 { return false }
    if breaks(place), let first = found.first, !hasBreak(first.lowerBound..<place) { return true }
    // "16 - 24 år"
    if next == place || match(next, "år") != nil { return false }
    return Byte.isLetter(bytes[next]) || bytes[next] == 0xC3
      || bytes[place] == Byte.newline && !Byte.isDigit(bytes[next]) && isDash(next) == 0
  }

  // MARK: Figures

  private func ends(_ start: Int, _ column: Column, glued: Bool) -> [Int] {
    guard start < bytes.count else { return [] }
    switch column {
    case .judgement:
      return [judgement(start)].compactMap(\.self)
    case .set:
      if let end = match(start, "tas fram av nämnden") ?? match(start, "tas fram av nämnd") {
        return [end]
      }
    case .level, .difference: break
    }
    var place = Self.limit(bytes, start) ?? start
    let dash = isDash(place)
    if dash > 0 || bytes[place] == 0x2B {
      let behind = place + max(1, dash)
      let digit = behind < bytes.count && bytes[behind] == Byte.space ? behind + 1 : behind
      guard digit < bytes.count, Byte.isDigit(bytes[digit]) else {
        return dash > 0 ? [behind] : []
      }
      // "--46 %" leaves two cells empty
      if glued, dash > 0, place > 0, bytes[place - 1] == bytes[behind - 1] {
        return [behind] + numbers(digit, glued: glued).map(withUnit)
      }
      place = digit
    }
    // ".."
    if bytes[place] == 0x2E {
      var end = place
      while end < bytes.count, end - place < 4, bytes[end] == 0x2E { end += 1 }
      return 2...3 ~= end - place ? [end] : []
    }
    return numbers(place, glued: glued).map(withUnit)
  }

  /// Where a number that begins at a place may end.
  private func numbers(_ start: Int, glued: Bool) -> [Int] {
    var digits = start
    while digits < bytes.count, digits - start < 16, Byte.isDigit(bytes[digits]) { digits += 1 }
    guard digits > start, digits - start < 16, bytes[start] != 0x30 || digits == start + 1 else {
      return []
    }
    var ends: [Int] = []
    func close(_ end: Int) { ends.append(decimals(end) ?? end) }
    close(digits)
    guard digits - start <= 3 else { return ends }
    var place = digits
    while ends.count < Self.mostGroups, let group = group(place) {
      if group.isWhole {
        close(group.end)
      } else if glued {
        ends.append(group.end)
      }
      if decimals(group.end) != nil || !group.isWhole { break }
      place = group.end
    }
    return ends
  }

  /// Three digits behind a space: whether they are all that stand there.
  private func group(_ place: Int) -> (end: Int, isWhole: Bool)? {
    guard place + 3 < bytes.count else { return nil }
    let start =
      bytes[place] == Byte.space && !breaks(place) ? place + 1 : isNarrow(place) ? place + 2 : place
    guard start > place, start + 3 <= bytes.count,
      bytes[start..<start + 3].allSatisfy(Byte.isDigit)
    else { return nil }
    let end = start + 3
    return (end, end == bytes.count || !Byte.isDigit(bytes[end]))
  }

  private func decimals(_ place: Int) -> Int? {
    guard place + 1 < bytes.count, bytes[place] == 0x2C || bytes[place] == 0x2E,
      Byte.isDigit(bytes[place + 1])
    else { return nil }
    var end = place + 1
    while end < bytes.count, end - place < 8, Byte.isDigit(bytes[end]) { end += 1 }
    return end - place < 8 ? end : nil
  }

  private func withUnit(_ end: Int) -> Int {
    let next = skip(end)
    if next < bytes.count, bytes[next] == 0x25 { return next + 1 }
    for unit in ["mnkr", "tkr", "kr", "st"] {
      guard next > end, let end = match(next, unit) else { continue }
      return end
    }
    return end
  }

  /// The length of a dash at a place; zero where none stands there.
  private func isDash(_ place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    if bytes[place] == 0x2D { return 1 }
    guard place + 2 < bytes.count, bytes[place] == 0xE2 else { return 0 }
    return bytes[place + 1] == 0x80 && (bytes[place + 2] == 0x93 || bytes[place + 2] == 0x94)
      || bytes[place + 1] == 0x88 && bytes[place + 2] == 0x92 ? 3 : 0
  }

  private func isSign(_ place: Int) -> Bool {
    isDash(place) > 0 || place < bytes.count && bytes[place] == 0x2B
  }

  /// Where the figure behind "Minst", "Max" begins.
  private static func limit(_ bytes: [UInt8], _ place: Int) -> Int? {
    for word in limits {
      let end = place + word.count
      guard end + 1 < bytes.count, bytes[end] == Byte.space, Byte.isDigit(bytes[end + 1]) else {
        continue
      }
      let isSame = zip(bytes[place..<end], word).allSatisfy { ($0 | 32) == ($1 | 32) }
      if isSame { return end + 1 }
    }
    return nil
  }

  private static let limits = ["minst", "högst", "lägst", "max", "min"].map { Array($0.utf8) }

  private func match(_ place: Int, _ text: String) -> Int? {
    let end = place + text.utf8.count
    var at = place
    for letter in text.utf8 {
      guard at < bytes.count, bytes[at] == letter || letter == 0x20 && Byte.isBlank(bytes[at])
      else {
        return nil
      }
      at += 1
    }
    guard end == bytes.count || !Byte.isLetter(bytes[end]) && bytes[end] != 0xC3 else { return nil }
    return end
  }

  private func judgement(_ place: Int) -> Int? {
    for text in ["Uppfylls helt", "Uppfylls delvis", "Uppfylls ej", "Uppfylls inte", "Uppfylls"] {
      if let end = match(place, text) { return end }
    }
    return isDash(place) > 0 ? place + isDash(place) : nil
  }

  /// How much larger the largest level of a row is than the smallest.
  private func spread(_ cells: [Range<Int>]) -> Double {
    var least = Double.infinity
    var most = 0.0
    for (column, cell) in zip(columns, cells) {
      guard case .level = column else { continue }
      let text = bytes[cell].filter { Byte.isDigit($0) || $0 == 0x2C || $0 == 0x2E }
        .map { $0 == 0x2C ? 0x2E : $0 }
      guard let value = Double(String(decoding: text, as: UTF8.self)), value > 0 else { continue }
      least = min(least, value)
      most = max(most, value)
    }
    return most == 0 ? 1 : most / least
  }
}
