import NyckeltalText

extension CalendarDate {
  /// The first date written in a range of text: `2015-05-07`, `7 maj 2015`, `20150507`, `den 150507`.
  ///
  /// The reader of quantities knows dates too, as periods among others; here only the day on which
  /// a document or a report was dated is asked for.
  public static func first(in bytes: [UInt8], _ range: Range<Int>) -> CalendarDate? {
    var index = range.lowerBound
    while index < range.upperBound {
      guard Byte.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, Byte.isDigit(bytes[index]) { index += 1 }
      let digits = start..<index
      let date =
        switch digits.count {
        case 4: iso(bytes, digits, end: range.upperBound)
        case 1, 2:
          named(bytes, digits, end: range.upperBound)
            ?? monthFirst(bytes, digits, within: range)
        case 6 where isAnnounced(bytes, range.lowerBound..<start): compact(bytes, digits)
        case 8: compact(bytes, digits)
        default: nil as CalendarDate?
        }
      if let date { return date }
    }
    return nil
  }

  private static func iso(_ bytes: [UInt8], _ year: Range<Int>, end: Int) -> CalendarDate? {
    let at = year.upperBound
    guard at + 6 <= end, bytes[at] == 0x2D, bytes[at + 3] == 0x2D,
      at + 6 == end || !Byte.isDigit(bytes[at + 6]),
      let month = number(bytes, (at + 1)..<(at + 3)), let day = number(bytes, (at + 4)..<(at + 6)),
      let value = number(bytes, year)
    else { return nil }
    return CalendarDate(year: value, month: month, day: day)
  }

  /// "20230817", "230817".
  private static func compact(_ bytes: [UInt8], _ digits: Range<Int>) -> CalendarDate? {
    let start = digits.upperBound - 4
    guard let year = number(bytes, digits.lowerBound..<start),
      let month = number(bytes, start..<start + 2),
      let day = number(bytes, start + 2..<start + 4)
    else { return nil }
    let whole = digits.count == 6 ? 2000 + year : year
    guard (1990...2049).contains(whole) else { return nil }
    return CalendarDate(year: whole, month: month, day: day)
  }

  /// Whether "den" or "daterat" stands before six digits, which by themselves are no date.
  private static func isAnnounced(_ bytes: [UInt8], _ before: Range<Int>) -> Bool {
    ["den ", "daterat ", "daterad ", "daterade "].contains { word in
      bytes[before].suffix(word.utf8.count).elementsEqual(word.utf8)
    }
  }

  /// "februari 10, 2010", as blogs date what they post.
  private static func monthFirst(
    _ bytes: [UInt8],
    _ day: Range<Int>,
    within range: Range<Int>
  ) -> CalendarDate? {
    let end = day.upperBound
    guard end + 6 <= range.upperBound, bytes[end] == 0x2C, Byte.isBlank(bytes[end + 1]),
      end + 6 == range.upperBound || !Byte.isDigit(bytes[end + 6]),
      let year = number(bytes, end + 2..<end + 6), let value = number(bytes, day)
    else { return nil }
    var stop = day.lowerBound
    while stop > range.lowerBound, Byte.isBlank(bytes[stop - 1]) { stop -= 1 }
    var start = stop
    while start > range.lowerBound, Byte.isLetter(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start..<stop], as: UTF8.self).lowercased()
    guard let month = months.firstIndex(of: word) else { return nil }
    return CalendarDate(year: year, month: month + 1, day: value)
  }

  private static func named(_ bytes: [UInt8], _ day: Range<Int>, end: Int) -> CalendarDate? {
    var index = day.upperBound
    // "16:e maj"
    if index + 1 < end, bytes[index] == 0x3A, bytes[index + 1] == 0x65 || bytes[index + 1] == 0x61 {
      index += 2
    }
    while index < end, Byte.isBlank(bytes[index]) || bytes[index] == 0x2E { index += 1 }
    let wordStart = index
    while index < end, Byte.isLetter(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[wordStart..<index], as: UTF8.self).lowercased()
    guard word.utf8.count >= 3, let month = months.firstIndex(where: { $0.hasPrefix(word) }) else {
      return nil
    }
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
    guard index + 4 <= end, index + 4 == end || !Byte.isDigit(bytes[index + 4]),
      let year = number(bytes, index..<(index + 4)), let value = number(bytes, day)
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: value)
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard Byte.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
    }
    return value
  }

  private static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]
}
