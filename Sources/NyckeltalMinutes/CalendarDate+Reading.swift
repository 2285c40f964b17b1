import NyckeltalText

extension CalendarDate {
  /// The first date written in a range of text: `2015-05-07`, `7 maj 2015`, `20150507`.
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
        case 1, 2: named(bytes, digits, end: range.upperBound)
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

  private static func named(_ bytes: [UInt8], _ day: Range<Int>, end: Int) -> CalendarDate? {
    var index = day.upperBound
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
