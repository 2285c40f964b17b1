import NyckeltalText

/// The headings of a table whose columns are not set apart: "Utfall 2013 Utfall 2014 Målvärde 2015".
struct CountedHeader {
  /// The label column's heading and those of the others.
  private(set) var texts: [String] = []
  private(set) var columns: [CountedValues.Column] = []
  private(set) var range: Range<Int>
  /// Whether the headings end with their line.
  private(set) var endsLine = false

  /// The most headings that are read; a table has fewer.
  private static let most = 16
  /// The most bytes of a row of headings, and of what heads the labels before it.
  private static let longest = 400
  private static let longestCorner = 60

  /// The first headings of a block.
  static func first(_ lines: TextLines, in block: Range<Int>) -> CountedHeader? {
    let bytes = lines.bytes
    var place = block.lowerBound
    while place < block.upperBound {
      if isWordStart(bytes, place, from: block.lowerBound), unit(bytes, place) != nil {
        if let header = CountedHeader(lines, from: place, in: block) { return header }
        // what begins further on in the same row of headings is no better
        while place < block.upperBound, let next = unit(bytes, place) {
          place = lines.skipBlanks(next.end)
        }
      }
      place += 1
    }
    return nil
  }

  private static func isWordStart(_ bytes: [UInt8], _ place: Int, from start: Int) -> Bool {
    place == start || Byte.isBlank(bytes[place - 1]) || bytes[place - 1] == 0x28
  }

  /// Headings that fill their line, with further words in them, or in running text those that have
  /// none.
  private init?(_ lines: TextLines, from start: Int, in block: Range<Int>) {
    let bytes = lines.bytes
    let line = lines.line(of: start, in: block, before: Self.longestCorner, after: Self.longest)
    var units: [Unit] = []
    var corner = start..<start
    if let line {
      units = Self.units(lines, from: start, end: line.upperBound, takesWords: true)
      corner = AlignedTable.trimmed(bytes, line.lowerBound..<start)
      endsLine =
        units.count > 1 && !bytes[corner].contains(where: Byte.isDigit)
        && units.last.map { $0.range.upperBound >= line.upperBound } ?? false
    }
    if !endsLine {
      // in running text only what heads the columns of a report is
      units = Self.units(lines, from: start, end: block.upperBound, takesWords: false)
      corner = start..<start
      guard units.count > 2, units.allSatisfy({ !$0.isTime }) else { return nil }
    }
    guard let last = units.last, units.count <= Self.most else { return nil }
    texts = [bytes.foldedText(corner)] + units.map { Self.spaced(bytes.foldedText($0.range)) }
    columns = units.map { CountedValues.Column(Self.lower(bytes, $0.range)) }
    range = corner.lowerBound..<last.range.upperBound
  }

  private static func units(
    _ lines: TextLines,
    from start: Int,
    end: Int,
    takesWords: Bool
  ) -> [Unit] {
    let bytes = lines.bytes
    var units: [Unit] = []
    var place = start
    let limit = min(bytes.count, start + longest)
    // whether the next word that heads a column only says what the last one is set beside
    var isCompared = false
    while place < limit, units.count <= most {
      if place >= end, units.last?.hasTime ?? true { break }
      let last = units.count - 1
      if let next = unit(bytes, place) {
        // "Målvärde" above "2015"
        if place >= end, !next.isTime { break }
        if last >= 0, isCompared || next.isTime && !units[last].hasTime && !units[last].isTime {
          units[last].range = units[last].range.lowerBound..<next.end
          units[last].hasTime = units[last].hasTime || next.isTime
        } else {
          units.append(Unit(range: place..<next.end, isTime: next.isTime, hasTime: next.isTime))
        }
        isCompared = false
        place = lines.skipBlanks(next.end)
      } else if takesWords, last >= 0, let wordEnd = wordEnd(bytes, place, end),
        wordEnd - units[last].range.lowerBound <= 40
      {
        // further words of a heading, on its line: "mot budget", "(tkr)"
        isCompared = bytes[place..<wordEnd].elementsEqual("mot".utf8)
        units[last].range = units[last].range.lowerBound..<wordEnd
        place = lines.skipBlanks(wordEnd)
      } else {
        break
      }
    }
    return units
  }

  private struct Unit {
    var range: Range<Int>
    var isTime: Bool
    var hasTime: Bool
  }

  private static func lower(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    bytes.foldedText(range).lowercased()
  }

  /// "Utfall2014" as "Utfall 2014".
  private static func spaced(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNumber, let last = result.last, last.isLetter { result.append(" ") }
      result.append(character)
    }
    return result
  }

  // MARK: Parts

  /// A word that heads a column, or a time, at a place.
  private static func unit(_ bytes: [UInt8], _ place: Int) -> (end: Int, isTime: Bool)? {
    guard place < bytes.count else { return nil }
    if let end = year(bytes, place) { return (end, true) }
    for word in words[Int(lowerFirst(bytes, place))] {
      guard let end = match(bytes, place, word.letters) else { continue }
      if word.isTime {
        return (time(bytes, end), true)
      }
      return (end, false)
    }
    return nil
  }

  /// "2014", "2013/2014", "2010" with a raised mark behind it.
  private static func year(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard bytes.holdsYear(at: place) else { return nil }
    var end = place + 4
    if end + 5 <= bytes.count, bytes[end] == 0x2F || bytes[end] == 0x2D,
      bytes.holdsYear(at: end + 1)
    {
      end += 5
    }
    if end < bytes.count, bytes[end] == 0x2A { end += 1 }
    if end < bytes.count, bytes[end] == 0x31 || bytes[end] == 0x32,
      end + 1 == bytes.count || Byte.isBlank(bytes[end + 1])
    {
      return end + 1
    }
    return end < bytes.count && Byte.isDigit(bytes[end]) ? nil : end
  }

  /// The end of a time that begins with a name: "jan-aug 2015", "T1 2015", "Kv 1".
  private static func time(_ bytes: [UInt8], _ place: Int) -> Int {
    var end = place
    while end < bytes.count {
      var next = end
      while next < bytes.count,
        bytes[next] == Byte.space || bytes[next] == 0x2D || bytes[next] == 0x2E
          || bytes[next] == 0x2C
      {
        next += 1
      }
      if bytes[next...].starts(with: [0xE2, 0x80, 0x93]) { next += 3 }
      guard next < bytes.count else { break }
      if let year = year(bytes, next) {
        return year
      }
      let word = words[Int(lowerFirst(bytes, next))].first {
        $0.isTime && next > end && bytes[end] != Byte.space && match(bytes, next, $0.letters) != nil
      }
      guard let word, let further = match(bytes, next, word.letters) else { break }
      end = further
    }
    return end
  }

  private static func lowerFirst(_ bytes: [UInt8], _ place: Int) -> UInt8 {
    let byte = bytes[place]
    return byte &- 65 < 26 ? byte | 32 : byte
  }

  /// Where a word ends that stands at a place; its next letter may be a capital where pieces are glued.
  private static func match(_ bytes: [UInt8], _ place: Int, _ word: [UInt8]) -> Int? {
    let end = place + word.count
    guard end <= bytes.count else { return nil }
    var last: UInt8 = 0
    for (index, letter) in word.enumerated() {
      var byte = bytes[place + index]
      if byte &- 65 < 26 || last == 0xC3 && byte &- 0x80 < 0x1F { byte |= 32 }
      last = bytes[place + index]
      if byte != letter { return nil }
    }
    guard end < bytes.count else { return end }
    let next = bytes[end]
    if Byte.isDigit(word[word.count - 1]), Byte.isDigit(next) { return nil }
    return next &- 97 < 26 || next == 0xC3 && end + 1 < bytes.count && bytes[end + 1] >= 0xA0
      ? nil : end
  }

  /// The end of a word, a sign or a bracket on a line of headings; none for a figure.
  private static func wordEnd(_ bytes: [UInt8], _ place: Int, _ limit: Int) -> Int? {
    var end = place
    while end < limit, !Byte.isBlank(bytes[end]) {
      if Byte.isDigit(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x3A { return nil }
      end += 1
    }
    return end > place ? end : nil
  }

  private struct Word {
    var letters: [UInt8]
    var isTime: Bool
  }

  /// By their first bytes, the longest first.
  private static let words: [[Word]] = {
    let kinds = [
      "periodens utfall", "ackumulerat utfall", "ack utfall", "utfall", "budgetavvikelse",
      "budget-avvikelse", "budget", "helårsprognos", "årsprognos", "prognosavvikelse", "prognos",
      "bokslut", "målvärde", "målnivå", "måltal", "kf:s årsmål", "årsmål", "mål", "avvikelse",
      "förändring", "differens", "diff", "delårsrapport", "delårsrapp", "intäkter", "kostnader",
      "nettokostnader", "nettokostnad", "netto", "bedömning", "periodicitet", "kvinnor", "män",
      "flickor", "pojkar", "totalt", "samtliga", "riket", "länet", "helår",
    ]
    let months = [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
      "oktober", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
      "sep", "okt", "nov", "dec",
    ]
    let parts = [
      "tertial 1", "tertial 2", "tertial 3", "t1", "t2", "t3", "kvartal 1", "kvartal 2",
      "kvartal 3", "kvartal 4", "kv 1", "kv 2", "kv 3", "kv 4", "q1", "q2", "q3", "q4",
    ]
    var all = [[Word]](repeating: [], count: 256)
    let words =
      kinds.map { Word(letters: Array($0.utf8), isTime: false) }
      + (months + parts).map { Word(letters: Array($0.utf8), isTime: true) }
    for word in words.sorted(by: { $0.letters.count > $1.letters.count }) {
      all[Int(word.letters[0])].append(word)
    }
    return all
  }()
}
